import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { parseConfig } from '../../../src/config.ts'
import { scripts } from '../../../src/crisis/exercise.ts'
import { levelName } from '../../../src/crisis/sheet.ts'
import type { Incident } from '../../../src/domain/incident.ts'
import { officeOn } from '../../../src/office.ts'
import type { Store } from '../../../src/ports-store.ts'
import { openStore } from '../../../src/store/store.ts'
import type { Program } from '../../program.ts'
import { reaction } from '../events.ts'
import { type FakeTeams, openFakeTeams } from '../fake.ts'
import { cardAction, dialog } from '../invokes.ts'
import { channelMention } from '../payloads.ts'
import { serve } from '../serve.ts'
import { buttonOf, pushed, wordsOf } from './hands.ts'
import { anna, bert, type Thread } from './incident-hands.ts'

let teams: FakeTeams
let program: Program
let dataDir: string
let store: Store
let thread: Thread
beforeEach(async () => {
  teams = await openFakeTeams({ onlyIssuedTokens: true })
  dataDir = mkdtempSync(join(tmpdir(), 'sturmlotse-'))
  store = openStore(parseConfig({ DATA_DIR: dataDir }), { now: () => new Date().toISOString() })
  const person = (id: string) => `teams:${teams.tenant}:${id}`
  const seats = [
    { role: 'PR', person: person(anna), name: 'AA' },
    { role: 'BM', person: person(bert), name: 'BB' },
  ]
  store.settings.saveProfile({ seats })
  program = await serve(teams, dataDir)
})
afterEach(async () => {
  await program.end('SIGTERM')
  store.close()
  expect(teams.refusals).toEqual([])
  await teams.close()
})

const said = () => teams.thread(thread.conversation.id)
const found = (words: string) => said().findLast((one) => wordsOf(one).includes(words))
const card = 'Stufe neu einschätzen'

async function until<T>(what: string, look: () => T | undefined | false): Promise<T> {
  for (let tries = 0; tries < 3000; tries += 1) {
    const seen = look()
    if (seen) return seen
    await sleep(20)
  }
  throw new Error(`never: ${what}\n${said().map(wordsOf).join('\n\n')}`)
}

/** The incident as another program reads it from the same file. */
function onFile(): Incident {
  const { desk } = officeOn(store, parseConfig({ DATA_DIR: dataDir }))
  const incident = desk.find('L1')
  if (!incident) throw new Error('no incident')
  return incident
}

interface Seen {
  readonly level: string
  readonly done: readonly string[]
  readonly waiting: number
}

function boardOnFile(): Seen {
  const { severity, steps, drafts } = onFile()
  return {
    level: levelName(severity.level),
    done: steps.filter(({ status }) => status === 'done').map(({ step }) => step.id),
    waiting: drafts.filter(({ approval }) => !approval).length,
  }
}

async function boardOnWeb(): Promise<Seen> {
  const page = await (await fetch(`${program.url}/lage/L1`)).text()
  const steps = page.matchAll(/<li id="([\w.]+)" class="step done"/g)
  return {
    level: /<span class="level \w+">([^<]+)</.exec(page)?.[1] ?? '',
    done: Array.from(steps, (match) => match[1] ?? ''),
    waiting: page.split('<p class="waiting">').length - 1,
  }
}

/** What the card in Teams must say where the others say this. */
function isOnCard({ level, done, waiting }: Seen): boolean {
  const message = found(card)
  const words = message ? wordsOf(message) : ''
  return (
    words.includes(`Stufe ${level} ·`) &&
    words.includes(`${done.length} von `) &&
    words.split('wartet auf').length - 1 === waiting
  )
}

/** After every event all boards show the same. */
async function compare(): Promise<void> {
  expect(await boardOnWeb()).toEqual(boardOnFile())
  await until(`${JSON.stringify(boardOnFile())} on the card`, () => isOnCard(boardOnFile()))
}

/** Does something, waits until the log has one more of its kind, and looks at the boards. */
async function event(type: string, work: () => Promise<unknown>): Promise<void> {
  const count = () => onFile().log.filter((one) => one.type === type).length
  const before = count()
  await work()
  await until(type, () => count() > before)
  await compare()
}

function say(text: string, from = anna) {
  return teams.deliver(channelMention(teams, { text, from, rootId: thread.root }))
}

/** A button under the message with these words, as soon as it is there. */
async function buttonUnder(words: string, title: string) {
  const message = await until(`${title} under ${words}`, () => {
    const one = found(words)
    return one && wordsOf(one).split('\n').includes(title) ? one : undefined
  })
  const { conversation } = thread
  return { ...buttonOf(message.activity, title), conversation, messageId: message.id }
}

async function press(words: string, title: string, from = anna) {
  return await teams.deliver(cardAction(teams, { ...(await buttonUnder(words, title)), from }))
}

/** Anna writes a text of her own in the dialogs behind a button. */
async function write(worte: string): Promise<void> {
  const where = { ...(await buttonUnder(card, 'Text vorlegen')), from: anna }
  const step = async (name: 'fetch' | 'submit', data: object) =>
    pushed(await teams.deliver(dialog(teams, { ...where, step: name, data })))
  const first = await step('fetch', where.data)
  const chosen = { ...buttonOf(first.card, 'Weiter').data, baustein: 'eigener' }
  const own = await step('submit', chosen)
  await step('submit', { ...buttonOf(own.card, 'Vorlegen').data, worte })
}

async function onBoard(fields: Readonly<Record<string, string>>): Promise<void> {
  const body = new URLSearchParams({ als: 'PR', kuerzel: 'AA', ...fields })
  const headers = { origin: program.url }
  const sent = { method: 'POST', body, headers, redirect: 'manual' } as const
  expect((await fetch(`${program.url}/lage/L1/tat`, sent)).status).toBe(303)
}

const cue = (minute: number) => until(`minute ${minute}`, () => found(`Minute ${minute} ·`))

it('the exercise plays through Teams and the web board, killed in the middle', async () => {
  const start = channelMention(teams, { text: 'übung x60', from: anna })
  thread = { conversation: start.conversation, root: start.id }
  await teams.deliver(start)
  await until('the card', () => found(card))
  await cue(0)
  await compare()

  await event('step-done', () => press(card, 'C0 erledigt'))
  await event('step-done', () => onBoard({ tat: 'schritt', schritt: 'c2', zu: 'done' }))
  await cue(6)
  await event('severity-changed', () => say('stufe W2 B2: Screenshot wird geteilt'))
  await event('evidence-added', () => say('beleg Kommentare unter dem Beitrag; Facebook'))
  await cue(12)
  await say('einlesen')
  const page = await until('the briefing', () => found('Einlesen: ÜBUNG'))
  const { conversation } = thread
  const pin = { messageId: page.id, conversation, from: bert, face: '1f4cc_pushpin' } as const
  await event('note-added', () => teams.deliver(reaction(teams, pin)))
  await event('draft-written', () => write('Das Bild war falsch. Wir prüfen es.'))

  // Acknowledged, and then the power goes.
  teams.fault('update', { slowMs: 2000 }, { slowMs: 2000 })
  const accepted = await Promise.all([
    press(card, 'C1 erledigt'),
    press('wartet auf Freigabe (', 'Freigeben', bert),
    say('notiz kurz davor'),
  ])
  expect(accepted.map(({ status }) => status)).toEqual([200, 200, 200])
  await program.end('SIGKILL')
  program = await serve(teams, dataDir)
  await until('what was accepted', () => {
    const types = onFile().log.map(({ type }) => type)
    const notes = types.filter((one) => one === 'note-added').length
    return types.includes('draft-approved') && notes === 2
  })
  await compare()

  await cue(28)
  await event('deadline-started', () => say('frist versprochen 23:59'))
  await event('step-done', () => onBoard({ tat: 'schritt', schritt: 'c3', zu: 'done' }))
  await cue(55)
  await event('role-assigned', () => say('rolle FA Kulturamt'))
  await cue(75)
  await say('abschluss alle')
  await until('the end', () => found('ist abgeschlossen'))

  const { log, status } = onFile()
  expect(status).toBe('closed')
  expect(log.map(({ seq }) => seq)).toEqual(log.map((_, at) => at + 1))
  expect(log.filter(({ type }) => type === 'draft-approved')).toHaveLength(1)
  const words = said().map(wordsOf)
  const count = (text: string) => words.filter((one) => one.includes(text)).length
  const minutes = (scripts[0]?.cues ?? []).map(({ minute }) => minute)
  expect(minutes.map((minute) => count(`Minute ${minute} ·`))).toEqual(minutes.map(() => 1))
  // A place that was opened when the power went may stay empty.
  const told = words.filter((one) => !one.includes('Moment'))
  expect(words.length - told.length).toBeLessThanOrEqual(2)
  expect(count('Notiert.')).toBe(2)
  // The level is asked for again at its rhythm, in the same words.
  const others = told.filter((one) => !/^(?:Notiert|Vermerkt)|Noch offen/.test(one))
  expect(others.filter((one, at) => others.indexOf(one) < at)).toEqual([])
}, 240_000)
