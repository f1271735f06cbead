import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { Document } from '../../src/domain/documents.ts'
import { toSourceId } from '../../src/domain/documents.ts'
import { chunk } from '../../src/ingest/chunk.ts'
import { openBuild } from '../../src/search/build.ts'
import { openLexical, scoreAll } from '../../src/search/lexical.ts'
import { openShelf, type Shelf } from '../../src/search/shelf.ts'
import { contractDocuments, describeIndex } from '../contracts/index.ts'
import { episode } from '../fakes.ts'

function shelfOf(documents: readonly Document[]): Shelf {
  const path = join(mkdtempSync(join(tmpdir(), 'sturmlotse-')), 'index.sqlite')
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

it('finds with proposed candidates what scoring every passage finds', async () => {
  const shelf = shelfOf(talk(40))
  const index = openLexical(shelf)
  const questions = nouns.flatMap((noun) => verbs.map((verb) => `Wer ${verb} ${noun} ${noun}17x3?`))
  let agreed = 0
  for (const text of questions) {
    const query = { text, earlier: [] }
    const ours = await index.search(query, 5, new AbortController().signal)
    const all = scoreAll(shelf, query, 5)
    if (ours[0]?.passage.id === all[0]?.passage.id) agreed += 1
  }
  shelf.close()
  expect(agreed / questions.length).toBeGreaterThanOrEqual(0.95)
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
