import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { parseConfig } from '../../../src/config.ts'
import { openStore } from '../../../src/store/store.ts'
import type { Program } from '../../program.ts'
import { type FakeTeams, openFakeTeams } from '../fake.ts'
import { channelMention } from '../payloads.ts'
import { serve } from '../serve.ts'
import { wordsOf } from './hands.ts'

let teams: FakeTeams
let program: Program
let dataDir: string
let hasEnded = false
beforeEach(async () => {
  teams = await openFakeTeams({ onlyIssuedTokens: true })
  dataDir = mkdtempSync(join(tmpdir(), 'sturmlotse-'))
  program = await serve(teams, dataDir)
})
afterEach(async () => {
  if (!hasEnded) await program.end('SIGTERM')
  await teams.close()
})

async function until(what: string, isTrue: () => boolean): Promise<void> {
  for (let tries = 0; tries < 12_000; tries += 1) {
    if (isTrue()) return
    await sleep(5)
  }
  throw new Error(`never: ${what}`)
}

it('killed again and again while it speaks by itself, it says everything once', async () => {
  const start = channelMention(teams, { text: 'übung x60' })
  const words = () => teams.thread(start.conversation.id).map(wordsOf)
  const count = (text: string) => words().filter((one) => one.includes(text)).length
  await teams.deliver(start)
  await until('the card', () => count('Stufe neu einschätzen') === 1)

  // At night only what is red is said by itself, and this may run at any hour.
  const red = channelMention(teams, { text: 'stufe rot', rootId: start.id })
  expect((await teams.deliver(red)).status).toBe(200)
  await until('red', () => count('Stufe ROT') > 0)

  // What is put into its place is seen at once, and the program hears of it late: then it is killed.
  teams.everyNth('update', 1, { slowMs: 1500, afterwards: true })
  let kills = 0
  const killAt = async (text: string, times = 1) => {
    kills += 1
    await until(text, () => count(text) >= times)
    await program.end('SIGKILL')
    program = await serve(teams, dataDir)
  }
  await killAt('Minute 6 ·')
  const notes = [12, 20]
  for (const [at, minute] of notes.entries()) {
    const note = channelMention(teams, { text: `notiz Nummer ${minute}`, rootId: start.id })
    expect((await teams.deliver(note)).status).toBe(200)
    await killAt('Notiert.', at + 1)
    await killAt(`Minute ${minute} ·`)
  }
  await killAt('Noch offen in L1')
  teams.everyNth('update', 1, { slowMs: 0 })
  await until('the next cue', () => count('Minute 40 ·') > 0)
  await sleep(3000)
  for (const minute of [0, 6, 12, 20, 28, 40]) {
    expect([minute, count(`Minute ${minute} ·`)]).toEqual([minute, 1])
  }
  expect(count('Notiert.')).toBe(notes.length)
  expect(count('Stufe neu einschätzen')).toBe(1)
  await program.end('SIGTERM')
  hasEnded = true
  const reminders = teams
    .thread(start.conversation.id)
    .filter((one) => wordsOf(one).includes('Noch offen in L1'))
  expect(reminders.length).toBeGreaterThan(0)
  expect(reminders.map(({ id }) => id).filter((id) => !known().includes(id))).toEqual([])
  // A place may be opened a moment before the power goes and nobody knows of it: it says so itself.
  const left = words().filter((one) => one.includes('folgt gleich hier'))
  expect(left.length).toBeLessThanOrEqual(kills + 1)
  for (const line of left) expect(line).toMatch(/ÜBUNG · L1, .+ zählt die nächste Nachricht/)
  expect(words().filter((one) => one.trim() === '')).toEqual([])
  expect(teams.refusals).toEqual([])
}, 240_000)

/** The messages that the program knows of, one for each thing it had to say. */
function known(): readonly string[] {
  const store = openStore(parseConfig({ DATA_DIR: dataDir }), {
    now: () => new Date().toISOString(),
  })
  const posts = store.rooms.list('teams', true).flatMap(({ id }) => [...store.rooms.posts(id)])
  store.close()
  return posts.map(([, { ref = '' }]) => ref.split('#').at(-1) ?? '')
}
