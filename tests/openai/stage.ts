import { z } from 'zod'
import type { ModelSettings } from '../../src/config.ts'
import { UpstreamError } from '../../src/domain/errors.ts'
import { openChat } from '../../src/openai.ts'
import { answers, type Model, openServer, type Server } from './server.ts'

export const moin = { word: 'Moin' } as const
export const json = JSON.stringify(moin)

/** Gives the answer that is asked for, in the way it is asked for. */
export const good = answers(() => moin)

export const prompt = {
  system: 'Sei nett.',
  user: 'Geheime Frage',
  schema: z.object({ word: z.string() }),
} as const

const open: Server[] = []

/** The real client before a server that follows the script. */
export async function openStage(
  chat: Model | readonly Model[],
  different: Partial<ModelSettings> = {},
) {
  const server = await openServer({ chat })
  open.push(server)
  const settings = { url: server.url, name: 'modell', timeoutMs: 30_000, maxTokens: 500 }
  const { url, requests } = server
  return { chat: openChat({ ...settings, ...different }), requests, url }
}

/** For `afterEach`. */
export async function closeStage(): Promise<void> {
  for (const server of open.splice(0)) await server.close()
}

/** The error of ours a promise ends with; any other end fails the test. */
export async function failure(promise: Promise<unknown>): Promise<UpstreamError> {
  const error = await promise.then(
    () => undefined,
    (reason) => reason,
  )
  if (!(error instanceof UpstreamError)) throw new Error(`not ours: ${error}`)
  return error
}
