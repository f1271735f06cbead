import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { incidentToJson } from '../../../adapters/cli/incident-json.ts'
import { parseConfig } from '../../../src/config.ts'
import { scripts } from '../../../src/crisis/exercise.ts'
import { levelName } from '../../../src/crisis/sheet.ts'
import type { Incident } from '../../../src/domain/incident.ts'
import { officeOn } from '../../../src/office.ts'
import type { Store } from '../../../src/ports.ts'
import { openStore } from '../../../src/store/store.ts'
import { type FakeSlack, openFakeSlack } from '../fake.ts'
import { blockActions } from '../interactions.ts'
import { appMention, messageInChannel, reactionAdded } from '../payloads.ts'
import { type Served, serve } from '../serve.ts'
import type { Message } from '../state.ts'
import { boss } from './crew.ts'
import { buttonsOf, channel, user } from './hands.ts'

let slack: FakeSlack
let program: Served
let dataDir: string
let store: Store
let thread = ''
beforeEach(async () => {
  slack = await openFakeSlack()
  dataDir = mkdtempSync(join(tmpdir(), 'sturmlotse-'))
  const config = parseConfig({ DATA_DIR: dataDir })
  store = openStore(config, { now: () => new Date().toISOString() })
  const seat = (role: string, id: string, name: string) => ({
    role,
    person: `slack:${slack.team}:${id}`,
    name,
  })
  store.settings.saveProfile({ seats: [seat('PR', user, 'AA'), seat('BM', boss, 'BB')] })
  program = await serve(slack, dataDir)
})
afterEach(async () => {
  await program.end('SIGTERM')
  store.close()
  await slack.close()
})

const said = () => slack.messages.filter((one) => one.user === slack.botUser && !one.deleted)
const found = (words: string) => said().findLast(({ text }) => text.includes(words))

async function until<T>(what: string, look: () => T | undefined | false): Promise<T> {
  for (let tries = 0; tries < 1500; tries += 1) {
    const seen = look()
    if (seen) return seen
    await sleep(20)
  }
  throw new Error(`never: ${what}`)
}

/** The incident as the terminal shows it, read from the same file by a desk of its own. */
function inTerminal(): Incident {
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

function terminalBoard(): Seen {
  const incident = inTerminal()
  const { desk } = officeOn(store, parseConfig({ DATA_DIR: dataDir }))
  const json = JSON.parse(JSON.stringify(incidentToJson(incident, desk.board(incident))))
  const steps: readonly { id: string; status: string }[] = json.steps
  const drafts: readonly { approval: unknown }[] = json.drafts
  return {
    level: levelName(json.level),
    done: steps.filter(({ status }) => status === 'done').map(({ id }) => id),
    waiting: drafts.filter(({ approval }) => approval === null).length,
  }
}

async function webBoard(): Promise<Seen> {
  const page = await (await fetch(`${program.url}/lage/L1`)).text()
  const steps = page.matchAll(/<li id="([\w.]+)" class="step done"/g)
  return {
    level: /<span class="level \w+">([^<]+)</.exec(page)?.[1] ?? '',
    done: Array.from(steps, (match) => match[1] ?? ''),
    waiting: page.split('<p class="waiting">').length - 1,
  }
}

/** What the card in Slack must say where the others say this. */
function isOnCard({ level, done, waiting }: Seen): boolean {
  const text = found('Stufe neu einschätzen')?.text ?? ''
  return (
    text.includes(`Stufe ${level}`) &&
    text.includes(`${done.length} von `) &&
    text.split('wartet auf').length - 1 === waiting
  )
}

/** After every event the three boards show the same. */
async function compare(): Promise<void> {
  const seen = terminalBoard()
  expect(await webBoard()).toEqual(seen)
  await until(`${JSON.stringify(seen)} on ${found('Stufe neu einschätzen')?.text}`, () =>
    isOnCard(terminalBoard()),
  )
}

async function say(text: string): Promise<string> {
  const payload = messageInChannel(slack, { channel, user, text, threadTs: thread })
  await slack.deliver(payload)
  return String(payload.event['ts'])
}

function pressOn(message: Message, label: string, by = user): Promise<{ status: number }> {
  const button = buttonsOf(message.blocks).find((one) => JSON.stringify(one).includes(label))
  if (!button) throw new Error(`no button ${label}`)
  const place = { channel, messageTs: message.ts, threadTs: thread }
  const acted = { actionId: button.action_id, value: button.value, user: by, ...place }
  return slack.deliverForm({ payload: JSON.stringify(blockActions(slack, acted)) })
}

/** Does something and waits until the log has so many events of its kind. */
async function event(type: string, work: () => Promise<unknown>): Promise<void> {
  const count = () => inTerminal().log.filter((one) => one.type === type).length
  const before = count()
  await work()
  await until(type, () => count() > before)
  await compare()
}

async function press(words: string, label: string, by = user): Promise<unknown> {
  const message = await until(`${label} under ${words}`, () => {
    const one = found(words)
    return one && JSON.stringify(one.blocks).includes(label) ? one : undefined
  })
  return await pressOn(message, label, by)
}

const cue = (minute: number) => until(`minute ${minute}`, () => found(`Minute ${minute} ·`))

it('the exercise plays through Slack and the web board, killed in the middle', async () => {
  const start = appMention(slack, { channel, user, text: 'übung x60' })
  thread = String(start.event['ts'])
  await slack.deliver(start)
  await until('the card', () => found('Stufe neu einschätzen'))
  await cue(0)
  await compare()

  await event('step-done', () => press('Stufe neu', 'C0 erledigt'))
  await event('step-done', () => say('schritt c2 erledigt'))
  await cue(6)
  await event('severity-changed', () => say('stufe W2 B2: Screenshot wird geteilt'))
  await event('evidence-added', () => say('beleg Kommentare unter dem Beitrag; Facebook'))
  await cue(12)
  const call = await say('Angehörige rufen an, 0151 23456789')
  await event('note-added', () =>
    slack.deliver(reactionAdded(slack, { channel, ts: call, user: boss, reaction: 'memo' })),
  )
  await event('draft-written', () => say('text eigener: Das Bild war falsch. Wir prüfen es.'))

  // Stored and acknowledged, and then the power goes.
  slack.fault('chat.update', { slowMs: 2000 })
  const card = await until('the card', () => found('Stufe neu'))
  const accepted = await Promise.all([
    pressOn(card, 'C1 erledigt'),
    pressOn(await until('text', () => found('wartet auf Freigabe (')), 'Freigeben', boss),
    slack.deliver(
      messageInChannel(slack, { channel, user, text: 'notiz kurz davor', threadTs: thread }),
    ),
  ])
  expect(accepted.map(({ status }) => status)).toEqual([200, 200, 200])
  await program.end('SIGKILL')
  program = await serve(slack, dataDir)
  await until('what was accepted', () => {
    const types = inTerminal().log.map(({ type }) => type)
    return (
      types.includes('draft-approved') && types.filter((one) => one === 'note-added').length === 2
    )
  })
  await compare()

  await cue(28)
  await event('deadline-started', () => say('frist versprochen 23:59'))
  await event('step-done', () => say('schritt c3'))
  await cue(55)
  await event('role-assigned', () => say('rolle FA Kulturamt'))
  await cue(75)
  await say('abschluss alle')
  await until('the end', () => found('ist abgeschlossen'))

  const { log, status } = inTerminal()
  expect(status).toBe('closed')
  expect(log.map(({ seq }) => seq)).toEqual(log.map((_, at) => at + 1))
  const done = log.flatMap((one) => (one.type === 'step-done' ? [one.step] : []))
  expect(done).toEqual(['c0', 'c2', 'c1', 'c3'])
  expect(log.filter(({ type }) => type === 'draft-approved')).toHaveLength(1)
  expect(JSON.stringify(inTerminal().notes)).not.toContain('0151')
  expect(await (await fetch(`${program.url}/lage/L1`)).text()).toContain('Auswertung')

  const texts = said().map(({ text }) => text)
  for (const { minute } of scripts[0]?.cues ?? [])
    expect(texts.filter((text) => text.includes(`Minute ${minute} ·`))).toHaveLength(1)
  const posted = said().map(({ metadata }) => JSON.stringify(metadata))
  expect(posted.length - new Set(posted).size).toBe(0)
  expect(texts.filter((text) => !text.includes('ÜBUNG') && !text.includes('Text t1'))).toEqual([])
}, 240_000)
