import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Program } from '../../program.ts'
import { type FakeTeams, openFakeTeams } from '../fake.ts'
import { channelMention, groupMention, personalMessage } from '../payloads.ts'
import { serve } from '../serve.ts'

const marker = 'Kaninchenzuchtverein'
let teams: FakeTeams
let program: Program
let dataDir: string
beforeEach(async () => {
  teams = await openFakeTeams({ onlyIssuedTokens: true })
  dataDir = mkdtempSync(join(tmpdir(), 'sturmlotse-'))
  program = await serve(teams, dataDir)
})
afterEach(async () => {
  await program.end('SIGTERM')
  await teams.close()
})

function visible() {
  return teams.messages.filter(({ deleted }) => !deleted)
}

function answers() {
  return visible().filter(({ activity }) => JSON.stringify(activity).includes('AIGenerated'))
}

it('killed in the middle, it answers after the next start what it had acknowledged, once each, where it had begun', async () => {
  for (let round = 0; round < 12; round += 1) {
    teams.fault('update', { slowMs: 40 + 30 * round })
    teams.fault('post', { slowMs: 10 + 20 * round })
  }
  const sent = Array.from({ length: 12 }, (_, at) => {
    const text = `Wie schnell melden wir eine Datenpanne? ${marker} ${at}`
    const from = `29:person-${at}`
    if (at % 3 === 0) return teams.deliver(personalMessage(teams, { text, from }))
    const chat = `19:gruppe${at}@thread.v2`
    if (at % 3 === 1) return teams.deliver(groupMention(teams, { text, from, chat }))
    return teams.deliver(channelMention(teams, { text, from }))
  })
  const accepted = (await Promise.all(sent)).filter(({ status }) => status === 200)
  expect(accepted).toHaveLength(12)
  await sleep(150)
  const before = answers().length
  await program.end('SIGKILL')
  expect(before).toBeLessThan(12)
  expect(filesWith(marker)).toEqual([])
  program = await serve(teams, dataDir)
  while (answers().length < 12) await sleep(20)
  await sleep(2000)
  expect(answers()).toHaveLength(12)
  expect(new Set(answers().map(({ conversation }) => conversation)).size).toBe(12)
  // A place is known a moment after it is there: of twelve one or two may have been lost in between.
  const words = visible().filter(({ activity }) => activity['text'])
  expect(words.length - 12).toBeLessThanOrEqual(4)
})

function filesWith(word: string): readonly string[] {
  return readdirSync(dataDir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((path) => readFileSync(path).includes(word))
}
