import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { parseConfig } from '../src/config.ts'
import { readTemplates } from '../src/crisis/templates.ts'
import type { Inbound } from '../src/domain/inbound.ts'
import type { Reply } from '../src/domain/reply.ts'
import { type Engine, openEngine } from '../src/engine.ts'
import type { Store } from '../src/ports-store.ts'
import { refresh } from '../src/refresh.ts'
import { reply } from '../src/reply.ts'
import { shortened, styleOf } from '../src/restyle.ts'
import { openStore } from '../src/store/store.ts'
import { folderWith, vtt } from './fakes.ts'
import { answered } from './replies.ts'

const lines = [
  '<v A>Die Netiquette beschließt bei uns die Leitung, und der Rat nimmt die Netiquette zur Kenntnis.',
  '<v A>Die Netiquette hängt im Foyer und steht auf jeder Seite, die wir betreiben.',
]

let engine: Engine
let store: Store
let count = 0
beforeEach(async () => {
  const knowledge = folderWith({
    'episodes/f1.vtt': vtt(lines),
    'episodes/f1.md': '---\ntitle: Probe\npublished: 2024-05-01\n---\n',
  })
  const config = parseConfig({
    KNOWLEDGE_DIR: knowledge,
    DATA_DIR: mkdtempSync(join(tmpdir(), 'sturmlotse-')),
    LOG_LEVEL: 'silent',
  })
  await refresh(config)
  engine = openEngine(config)
  store = openStore(config, { now: () => new Date().toISOString() })
})
afterEach(() => {
  engine.close()
  store.close()
})

/** Says something in the one thread there is; keeps what is answered, as a door does. */
async function say(text: string): Promise<readonly Reply[]> {
  count += 1
  const inbound: Inbound = {
    id: `t:${count}`,
    conversation: 't:thread',
    message: `t:m${count}`,
    person: 't:p',
    text,
    hasFiles: false,
    isCommand: false,
    place: 'channel',
    locale: 'de',
  }
  const house = { engine, store, templates: readTemplates(folderWith({})), deadlineMs: 5000 }
  const progress = { signal: new AbortController().signal, onPhase: () => undefined }
  const said: Reply[] = []
  for await (const next of reply(inbound, house, progress)) {
    said.push(next)
    store.memory.keepAnswer(`${inbound.id}.${said.length}`, { question: inbound.id, reply: next })
  }
  return said
}

describe('the last answer said otherwise', () => {
  it('is shorter and keeps the numbers of its sources', async () => {
    const [long] = await say('Wer beschließt die Netiquette und wo hängt die Netiquette?')
    const [short] = await say('kürzer bitte')
    expect(short?.claims).toEqual(long?.claims.slice(0, 1))
    expect(short?.sources[0]).toEqual(long?.sources[0])
  })

  it('is in English around the words of the source, and is again the last answer', async () => {
    const [german] = await say('Wer beschließt die Netiquette?')
    const [english] = await say('auf Englisch')
    expect(english?.language).toBe('en')
    expect(english?.claims.map(({ text }) => text)).toEqual(german?.claims.map(({ text }) => text))
    expect(english?.disclosure).toContain('I am an AI')
    const [again] = await say('auf deutsch und kürzer')
    expect(again).toMatchObject({ language: 'de', kind: 'answered' })
    expect(again?.claims.length).toBe(1)
  })

  it('cannot be said before there is one', async () => {
    const [said] = await say('Kürzer!')
    expect(said).toMatchObject({ kind: 'notice', sources: [] })
    expect(said?.lead).toContain('zuerst eine Frage')
  })

  it('is not taken for a question, nor a question for a wish', async () => {
    await say('Wer beschließt die Netiquette?')
    await say('Sie-Form bitte')
    const [next] = await say('und wo hängt sie?')
    expect(next?.claims.map(({ text }) => text).join()).toContain('Foyer')
  })
})

describe('how to be spoken to', () => {
  const route = ({ notes }: Reply = { ...answered(1), notes: [] }) => notes.join(' ')

  it('holds for the thread once it was asked for, until it is taken back', async () => {
    await say('Wer beschließt die Netiquette?')
    const [formal] = await say('Sie-Form bitte')
    expect(formal?.address).toBe('sie')
    const [next] = await say('Wie viele Planeten hat ein Sonnensystem?')
    expect(next?.kind).toBe('refused')
    expect(route(next)).toContain('Ihr Rechtsamt')
    const [english] = await say('auf Englisch')
    expect(english).toMatchObject({ language: 'en', address: 'sie' })
    await say('Wer beschließt die Netiquette?')
    await say('du-Form bitte')
    const [back] = await say('Wie viele Planeten hat ein Sonnensystem?')
    expect(route(back)).toContain('euer Rechtsamt')
  })

  it('holds for what somebody wants more of', async () => {
    await say('Wer beschließt die Netiquette?')
    await say('Sie-Form bitte')
    const [more] = await say('mehr')
    expect(['answered', 'notice']).toContain(more?.kind)
    if (more?.kind === 'answered') expect(more.address).toBe('sie')
  })
})

describe('styleOf', () => {
  it.each([
    ['kürzer', { isShort: true }],
    ['kürzer bitte und ohne sie form', { isShort: true, address: 'du' }],
    ['bitte in sie form', { address: 'sie' }],
    ['das bitte nochmal auf englisch', { language: 'en' }],
    ['in english please', { language: 'en' }],
  ])('reads %s', (said, style) => {
    expect(styleOf(said)).toEqual(style)
  })

  it.each(['', 'kürzer als 72 stunden', 'müssen wir auf englisch posten', 'und', 'sie', 'bitte'])(
    'leaves %j alone',
    (said) => {
      expect(styleOf(said)).toBeUndefined()
    },
  )
})

it('shortening drops notes on sources that are gone and keeps the rest', () => {
  const long = { ...answered(3), notes: ['[2] ist älter als [1].', 'Namen habe ich entfernt.'] }
  expect(shortened(long)).toMatchObject({
    notes: ['Namen habe ich entfernt.'],
    sources: [{ number: 1 }],
  })
  expect(shortened({ ...long, claims: [] }).notes).toEqual(long.notes)
})
