import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { parseConfig } from '../../../src/config.ts'
import { roomPosts } from '../../../src/incident-posts.ts'
import { officeOn } from '../../../src/office.ts'
import { openStore } from '../../../src/store/store.ts'
import { type FakeTeams, openFakeTeams } from '../fake.ts'
import { channelMention } from '../payloads.ts'
import { type Served, serve } from '../serve.ts'
import { wordsOf } from './hands.ts'

let teams: FakeTeams
let program: Served
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

  // What is put into its place is seen at once, and the program hears of it late: then it is killed.
  teams.everyNth('update', 1, { slowMs: 1500, afterwards: true })
  const killAt = async (text: string, times = 1) => {
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
  // One that was begun is sent before the program ends.
  await program.end('SIGTERM')
  hasEnded = true
  expect(count('Noch offen in L1')).toBe(reminders())
  // A place may be opened a moment before the power goes and nobody knows of it; it is empty.
  expect(count('Moment')).toBeLessThanOrEqual(3)
  expect(teams.refusals).toEqual([])
}, 240_000)

/** How many messages the log asks for that remind people of something. */
function reminders(): number {
  const config = parseConfig({ DATA_DIR: dataDir })
  const store = openStore(config, { now: () => new Date().toISOString() })
  const { desk } = officeOn(store, config)
  const incident = desk.find('L1')
  const [room] = store.rooms.list('teams', true)
  if (!incident || !room) throw new Error('no incident')
  const posts = roomPosts(incident, desk.board(incident), { room, known: new Set() })
  store.close()
  return posts.filter(({ name }) => name.startsWith('nudge.')).length
}
