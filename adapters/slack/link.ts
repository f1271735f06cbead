import { setTimeout as sleep } from 'node:timers/promises'
import type { Refusal } from './api.ts'

/** As much of the SDK's socket as is used here. It must not connect again by itself. */
export interface Socket {
  /** Resolves once Slack said hello; rejects when no connection can be had. */
  start(): Promise<unknown>
  disconnect(): Promise<void>
  once(event: 'disconnected', listener: () => void): unknown
}

/** A connection that is kept. */
export interface Link {
  /** Settles with the first connection; from then on it is renewed. @throws what cannot be tried again at first */
  start(signal?: AbortSignal): Promise<void>
  stop(): void
}

/** How a link is kept. */
interface Keeping {
  refusalOf(error: unknown): Refusal
  onTrouble(refusal: Refusal): void
}

/** Between two tries; a connection that held for `steadyMs` starts again with the first. Milliseconds. */
const pauses = [500, 1000, 2000, 5000, 10_000, 30_000] as const
const [helloMs, steadyMs] = [20_000, 60_000]

/**
 * Keeps one socket open for as long as the program runs. The SDK's own way of doing it ends the program
 * at some answers of Slack's, gives up for good at others, and cannot be stopped while it tries.
 */
export function openLink(socket: Socket, keeping: Keeping): Link {
  const told = new AbortController()
  return {
    start: (signal = told.signal) =>
      new Promise((resolve, reject) => {
        const end = AbortSignal.any([signal, told.signal])
        end.addEventListener('abort', () => {
          hangUp(socket)
          reject(end.reason)
        })
        const first = { onOpen: resolve, onRefused: reject }
        void keep(socket, { ...keeping, ...first, signal: end })
      }),
    stop: () => told.abort(),
  }
}

interface Course extends Keeping {
  readonly signal: AbortSignal
  onOpen(): void
  onRefused(error: unknown): void
}

async function keep(socket: Socket, course: Course): Promise<void> {
  const { signal, refusalOf, onTrouble, onOpen, onRefused } = course
  let isFirst = true
  let wish = 0
  for (let failures = 0; !signal.aborted; failures += 1) {
    const began = Date.now()
    try {
      await within(helloMs, socket.start())
      onOpen()
      isFirst = false
      await new Promise<void>((resolve) => socket.once('disconnected', resolve))
    } catch (error) {
      const refusal = refusalOf(error)
      if (isFirst && !refusal.isTransient) return onRefused(error)
      if (!signal.aborted) onTrouble(refusal)
      wish = refusal.waitMs
      hangUp(socket)
    }
    if (Date.now() - began > steadyMs) failures = 0
    const pause = pauses[Math.min(failures, pauses.length - 1)] ?? 0
    const asked = { signal, ref: false }
    await sleep(Math.max(pause, wish), undefined, asked).catch(() => undefined)
    wish = 0
  }
}

// One that is closed already says so, one way or another.
function hangUp(socket: Socket): void {
  socket.disconnect().catch(() => undefined)
}

async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  const late = sleep(ms, undefined, { ref: false }).then(() => {
    throw new Error('no hello from Slack')
  })
  return await Promise.race([work, late])
}
