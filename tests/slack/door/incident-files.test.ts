import { strFromU8, unzipSync } from 'fflate'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { slashCommand } from '../interactions.ts'
import { crewIn, enter } from './crew.ts'
import { channel, user } from './hands.ts'
import { openTown, type Town } from './town.ts'

let town: Town
const at = Date.parse('2026-10-23T20:30:00.000Z')
const crew = crewIn(() => town)
const { begin, say, rest } = crew
beforeEach(async () => {
  town = await openTown({ now: () => at })
  enter(town)
})
afterEach(() => town.close())

const shared = () => town.slack.messages.filter(({ files = [] }) => files.length > 0)

it('gives review and dates as files, in the thread and once', async () => {
  const ts = await begin('hilfe, liste mit namen im netz, shitstorm')
  await say('frist art33 22:10', ts)
  await say('export', ts)
  const [message, ...others] = shared()
  expect(others).toEqual([])
  expect(message?.threadTs).toBe(ts)
  const { files = [] } = message ?? {}
  expect(files.map(({ name }) => name)).toEqual([
    'L1-auswertung.docx',
    'L1-auswertung.md',
    'L1-fristen.ics',
  ])
  const [word, plain, dates] = files.map(({ bytes }) => bytes ?? new Uint8Array())
  expect(
    strFromU8(unzipSync(word ?? new Uint8Array())['word/document.xml'] ?? new Uint8Array()),
  ).toContain('Was sollte passieren?')
  expect(strFromU8(plain ?? new Uint8Array())).toContain('# Auswertung')
  expect(strFromU8(dates ?? new Uint8Array())).toContain('DTSTART:20261026T201000Z')
})

it('looks before it gives them again where nobody knows whether a call worked', async () => {
  const ts = await begin()
  town.slack.fault('files.completeUploadExternal', { status: 500, afterwards: true })
  await say('export', ts)
  expect(shared()).toHaveLength(1)
  expect(crew.log().length).toBeGreaterThan(0)
})

it('writes them where it may upload nothing, and where one person asks alone', async () => {
  const ts = await begin()
  await say('frist art33 22:10', ts)
  town.slack.fault('files.getUploadURLExternal', { error: 'missing_scope' })
  await say('export', ts)
  expect(shared()).toEqual([])
  expect(crew.found('Auswertung: ').threadTs).toBe(ts)
  expect(crew.found('bis Mo., 26.10.2026, 21:10 Uhr').text).toContain('Für den Kalender')
  const command = slashCommand(town.slack, { command: '/sturm', channel, user, text: 'L1 export' })
  await town.slack.deliverForm(command)
  await rest()
  expect(shared()).toEqual([])
})
