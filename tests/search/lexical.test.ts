import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Document } from '../../src/domain/documents.ts'
import { toSourceId } from '../../src/domain/documents.ts'
import { stem } from '../../src/german/stem.ts'
import { fold, foldedWords } from '../../src/german/words.ts'
import { chunk } from '../../src/ingest/chunk.ts'
import { openBuild } from '../../src/search/build.ts'
import { openLexical } from '../../src/search/lexical.ts'
import { standard } from '../../src/search/recipe.ts'
import { openShelf, type Shelf } from '../../src/search/shelf.ts'
import { contractDocuments, describeIndex } from '../contracts/index.ts'
import { episode } from '../fakes.ts'

function freshPath(): string {
  return join(mkdtempSync(join(tmpdir(), 'sturmlotse-')), 'index.sqlite')
}

function shelfOf(documents: readonly Document[]): Shelf {
  const path = freshPath()
  const build = openBuild(path)
  for (const document of documents) build.put(document, chunk(document), '1')
  build.commit('')
  return openShelf(path)
}

describeIndex('lexical', async () => {
  const shelf = shelfOf(contractDocuments)
  return { index: openLexical(shelf), close: shelf.close }
})

const nouns =
  'Rathaus Kommentar Meldung Frist Panne Presse Leitung Feuerwehr Verteiler Beitrag Aufsicht Telefon'.split(
    ' ',
  )
const verbs = 'prüft sichert meldet löscht schreibt verlinkt beantwortet dokumentiert'.split(' ')

/** Text that looks like speech to an index, the same at every run. */
function talk(episodes: number): readonly Document[] {
  let seed = 7
  const pick = <T>(from: readonly T[]): T => {
    seed = (seed * 1103515245 + 12345) % 2147483648
    return from[seed % from.length] as T
  }
  return Array.from({ length: episodes }, (_, number) => ({
    about: episode({ id: toSourceId(`t${number}`), title: `Folge über ${pick(nouns)}` }),
    cues: Array.from({ length: 120 }, (__, at) => ({
      start: at * 8,
      end: at * 8 + 8,
      text: `${pick(nouns)} ${pick(verbs)} ${pick(nouns)}${at}x${number} und ${pick(nouns)} ${pick(verbs)} heute wieder.`,
    })),
  }))
}

const { signal } = new AbortController()

function said(id: string, texts: readonly string[], title = 'Folge'): Document {
  return {
    about: episode({ id: toSourceId(id), title }),
    cues: texts.map((text, at) => ({ start: at * 80, end: at * 80 + 80, text })),
  }
}

async function textsFor(shelf: Shelf, text: string, limit = 5): Promise<readonly string[]> {
  const found = await openLexical(shelf).search({ text, earlier: [] }, limit, signal)
  return found.map(({ passage }) => passage.text)
}

// BM25 as the book has it, over the stems of every passage.
function bm25(texts: readonly (readonly string[])[], asked: readonly string[]): readonly number[] {
  const mean = texts.reduce((sum, text) => sum + text.length, 0) / texts.length
  return texts.map((text) => {
    return asked.reduce((sum, term) => {
      const often = text.filter((word) => word === term).length
      const holders = texts.filter((other) => other.includes(term)).length
      const idf = Math.log(1 + (texts.length - holders + 0.5) / (holders + 0.5))
      return sum + (idf * often * 1.9) / (often + 0.9 * (0.6 + (0.4 * text.length) / mean))
    }, 0)
  })
}

const alone = { ...standard, grams: 0, pairs: 0, heads: 0, headGrams: 0, around: 0 }

it('scores words by BM25 with k1 .9 and b .4, whatever the index is made of', async () => {
  const documents = talk(12)
  const shelf = shelfOf(documents)
  const index = openLexical(shelf, { recipe: { ...alone, chapter: 0, document: 0, spelling: 0 } })
  const passages = documents.flatMap((document) => [...chunk(document)])
  const texts = passages.map(({ text }) => foldedWords(text).map(stem))
  for (const [noun = '', verb = ''] of nouns.map((noun, at) => [noun, verbs[at % verbs.length]])) {
    const found = await index.search({ text: `${noun} ${verb}`, earlier: [] }, 20, signal)
    const expected = bm25(
      texts,
      [noun, verb].map((word) => stem(fold(word))),
    )
    const best = expected
      .filter((score) => score > 0)
      .toSorted((a, b) => b - a)
      .slice(0, 20)
    expect(found.map(({ score }) => Number(score.toFixed(5)))).toEqual(
      best.map((score) => Number(score.toFixed(5))),
    )
  }
  shelf.close()
})

it('prefers of two that say the same the one whose chapter or document speaks of it', async () => {
  const same = 'Die Frist beginnt morgen.'
  const far = ['Kaffee gibt es im Keller.', 'Tee auch.', 'Und Saft.', 'Und Wein.']
  const shelf = shelfOf([
    said('a', [same, ...far, 'Suppe gibt es am Tor.']),
    said('b', [same, ...far, 'Das Wochenende zählt mit.']),
  ])
  const query = { text: 'Frist am Wochenende', earlier: [] }
  for (const own of [
    { chapter: 0.3, document: 0 },
    { chapter: 0, document: 0.3 },
  ]) {
    const found = await openLexical(shelf, { recipe: { ...alone, ...own } }).search(
      query,
      5,
      signal,
    )
    const alike = found.filter(({ passage }) => passage.text === same)
    expect(alike.map(({ passage }) => passage.about.id)).toEqual(['b', 'a'])
  }
  shelf.close()
})

it('counts content words that stand close together', async () => {
  const apart = 'Die Frist ist eine lange Sache und eine ernste, auch und gerade am Wochenende.'
  const shelf = shelfOf([
    said('a', [apart]),
    said('b', ['Die Frist am Wochenende ist eine lange Sache und eine ernste, auch und gerade.']),
  ])
  const query = { text: 'Frist am Wochenende', earlier: [] }
  const [with_, without] = [standard, { ...standard, pairs: 0 }].map((recipe) =>
    openLexical(shelf, { recipe }),
  )
  const scores = async (index = with_) =>
    (await index?.search(query, 2, signal))?.map(({ score }) => score) ?? []
  const [near = 0, far = 0] = await scores()
  expect(near).toBeGreaterThan(far)
  const [one = 0, other = 1] = await scores(without)
  expect(one).toBeCloseTo(other)
  shelf.close()
})

it('keeps evidence between nothing and all', async () => {
  const shelf = shelfOf(talk(6))
  const index = openLexical(shelf)
  const questions = fc.array(fc.constantFrom(...nouns, ...verbs, 'wie', 'die'), { maxLength: 9 })
  await fc.assert(
    fc.asyncProperty(questions, async (words) => {
      for (const hit of await index.search({ text: words.join(' '), earlier: [] }, 5, signal)) {
        const { coverage = -1, lead = -1 } = hit.evidence ?? {}
        for (const value of [coverage, lead]) {
          expect(value).toBeGreaterThanOrEqual(0)
          expect(value).toBeLessThanOrEqual(1)
        }
      }
    }),
    { numRuns: 40 },
  )
  shelf.close()
})

it('finds a passage by a title of which its text says nothing', async () => {
  const shelf = shelfOf([
    said('a', ['Kaffee gibt es im Keller.']),
    said('b', ['Alle treffen sich am Tor.'], 'Feuerwehr'),
  ])
  expect(await textsFor(shelf, 'Feuerwehr')).toEqual(['Alle treffen sich am Tor.'])
  shelf.close()
})

it('finds what looks like an answer though no word of the question is in it', async () => {
  const shelf = shelfOf([
    said('a', ['Das geht binnen 72 Stunden hinaus.']),
    said('b', ['Der Haken hängt am Turm.']),
  ])
  expect(await textsFor(shelf, 'Wie schnell Cyberattacke melden?')).toEqual([
    'Das geht binnen 72 Stunden hinaus.',
  ])
  shelf.close()
})

it('prefers of two that say the same the one among neighbours that speak of it', async () => {
  const same = 'Die Frist beginnt morgen.'
  const shelf = shelfOf([
    said('a', ['Kaffee gibt es im Keller.', same]),
    said('b', ['Das Wochenende zählt mit.', same]),
  ])
  const query = { text: 'Frist am Wochenende', earlier: [] }
  const found = await openLexical(shelf).search(query, 5, signal)
  const alike = found.filter(({ passage }) => passage.text === same)
  expect(alike.map(({ passage }) => passage.about.id)).toEqual(['b', 'a'])
  shelf.close()
})

it('gives as many passages as were asked for, also beyond a hundred', async () => {
  const lines = Array.from({ length: 140 }, (_, at) => `Die Frist ${at} beginnt morgen.`)
  const shelf = shelfOf([said('a', lines)])
  expect((await textsFor(shelf, 'Frist', 130)).length).toBe(130)
  shelf.close()
})

it('leaves no word of an erased episode in the file of a large index', () => {
  const made = (at: number, start: string) =>
    start + String(at * 7919 + 13).replace(/\d/g, (digit) => 'abcdefghij'[Number(digit)] ?? '')
  const long = (id: string, start: string) =>
    said(
      id,
      Array.from({ length: 800 }, (_, at) => `Satz ${made(at, start)} geht heim.`),
    )
  const path = freshPath()
  const build = openBuild(path)
  for (const document of [long('a', 'zyx'), long('b', 'qvw'), long('c', 'wvu')])
    build.put(document, chunk(document), '1')
  build.commit('')
  const next = openBuild(path)
  next.keepOnly(new Set([toSourceId('a'), toSourceId('c')]))
  next.commit('')
  const raw = readFileSync(path, 'latin1')
  const left = Array.from({ length: 800 }, (_, at) => made(at, 'qvw'))
  expect(left.filter((word) => raw.includes(word))).toEqual([])
})

it('finds a word inside a compound and with a slip of the finger', async () => {
  const shelf = shelfOf(contractDocuments)
  const find = async (text: string) =>
    (await openLexical(shelf).search({ text, earlier: [] }, 1, new AbortController().signal))[0]
      ?.passage.text
  expect(await find('komentare sichrn')).toContain('Kommentare')
  expect(await find('Telefonzentrale')).toContain('Telefon')
  shelf.close()
})

it('favours the episode whose number or time the question names', async () => {
  const text = 'Die Drohne fliegt über dem Rathaus.'
  const talkOn = (id: string, number: number, published: string): Document => ({
    about: episode({ id: toSourceId(id), number, published }),
    cues: [{ start: 0, end: 9, text }],
  })
  const shelf = shelfOf([talkOn('a', 1, '2025-05-02'), talkOn('b', 2, '2025-10-07')])
  const index = openLexical(shelf, { clock: { now: () => '2026-03-15T10:00:00.000Z' } })
  const first = async (question: string) =>
    (await index.search({ text: question, earlier: [] }, 1, signal))[0]?.passage.about.id
  expect(await first('Drohne')).toBe('a')
  expect(await first('Was sagt Folge 2 zur Drohne?')).toBe('b')
  expect(await first('Was kam letzten Herbst zur Drohne?')).toBe('b')
  shelf.close()
})

it('finds what a voice has said by its role', async () => {
  const speakers = [
    { id: 'A', role: 'Pressestelle' },
    { id: 'B', role: 'Rechtsamt' },
  ]
  const cues = ['A', 'B'].map((speaker, at) => {
    return { start: at * 80, end: at * 80 + 80, speaker, text: 'Die Drohne fliegt.' }
  })
  const shelf = shelfOf([{ about: episode({ id: toSourceId('a'), speakers }), cues }])
  const [first] = await openLexical(shelf).search(
    { text: 'Rechtsamt zur Drohne', earlier: [] },
    1,
    signal,
  )
  expect(first && 'cues' in first.passage && first.passage.cues[0].speaker).toBe('B')
  shelf.close()
})
