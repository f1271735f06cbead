import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Program } from '../../program.ts'
import { type FakeSlack, openFakeSlack } from '../fake.ts'
import { appMention } from '../payloads.ts'
import { serve } from '../serve.ts'

const marker = 'Kaninchenzuchtverein'
let slack: FakeSlack
let program: Program
let dataDir: string
beforeEach(async () => {
  slack = await openFakeSlack()
  dataDir = mkdtempSync(join(tmpdir(), 'sturmlotse-'))
  program = await serve(slack, dataDir)
})
afterEach(async () => {
  await program.end('SIGTERM')
  await slack.close()
})

function answers() {
  return slack.messages.filter(({ user }) => user === slack.botUser)
}

it('killed in the middle, it answers after the next start what it had acknowledged, once each', async () => {
  for (let round = 0; round < 12; round += 1)
    slack.fault('chat.postMessage', { slowMs: 40 + 30 * round })
  const sent = Array.from({ length: 12 }, (_, at) => {
    const channel = `C0KANAL0${at % 4}`
    const text = `Wie schnell melden wir eine Datenpanne? ${marker} ${at}`
    return slack.deliver(appMention(slack, { channel, user: 'U0ANNA001', text }))
  })
  const accepted = (await Promise.all(sent)).filter(({ status }) => status === 200)
  expect(accepted).toHaveLength(12)
  await sleep(150)
  await program.end('SIGKILL')
  expect(filesWith(marker)).toEqual([])
  program = await serve(slack, dataDir)
  while (new Set(answers().map(({ threadTs }) => threadTs)).size < 12) await sleep(20)
  await sleep(500)
  expect(answers()).toHaveLength(12)
})

function filesWith(word: string): readonly string[] {
  return readdirSync(dataDir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((path) => readFileSync(path).includes(word))
}
