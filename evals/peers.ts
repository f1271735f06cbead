import { DatabaseSync } from 'node:sqlite'
import { isSpoken, type Passage, type PassageId } from '../src/domain/passage.ts'
import { isStopWord } from '../src/german/stop-words.ts'
import { fold, words } from '../src/german/words.ts'
import type { Query } from '../src/ports.ts'
import { openPeer, openStemmer } from './peer-minisearch.ts'
import type { Finder } from './ranks.ts'

/** Other ways to search the same passages; each sees the question, what was asked before, and titles. */
export const peers: Readonly<Record<string, (passages: readonly Passage[]) => Finder>> = {
  'MiniSearch + Snowball': miniSearch,
  'FTS5 trigram, OR': trigrams,
  'Postgres german, OR, ts_rank': postgres,
}

function toText({ text, earlier }: Query): string {
  return [text, ...earlier.slice(-2)].join(' ')
}

function miniSearch(passages: readonly Passage[]): Finder {
  const index = openPeer().build(passages)
  return async (query) => index.search(toText(query)).flatMap((at) => passages[at]?.id ?? [])
}

function trigrams(passages: readonly Passage[]): Finder {
  const database = new DatabaseSync(':memory:')
  database.exec("CREATE VIRTUAL TABLE texts USING fts5(text, tokenize = 'trigram')")
  const insert = database.prepare('INSERT INTO texts (rowid, text) VALUES (?, ?)')
  for (const [at, passage] of passages.entries()) insert.run(at + 1, withTitles(passage))
  const select = database.prepare(
    'SELECT rowid AS id FROM texts WHERE texts MATCH ? ORDER BY bm25(texts) LIMIT 10',
  )
  return async (query) => {
    const pieces = words(toText(query)).flatMap(({ text }) =>
      Array.from({ length: Math.max(0, text.length - 2) }, (_, at) => text.slice(at, at + 3)),
    )
    if (pieces.length === 0) return []
    const rows = select.all(Array.from(new Set(pieces), (piece) => `"${piece}"`).join(' OR '))
    return rows.flatMap(({ id }) => passages[Number(id) - 1]?.id ?? [])
  }
}

// The rank of `ts_rank` for one weight: each word counts by how often it occurs, the n-th time by
// 1/n², and no word for its rarity.
function postgres(passages: readonly Passage[]): Finder {
  const stem = openStemmer()
  const toTerms = (text: string) =>
    words(text)
      .filter((word) => !isStopWord(fold(word.text)))
      .map((word) => stem(word.text.toLowerCase()))
  const places = new Map<string, Map<number, number>>()
  for (const [at, passage] of passages.entries()) {
    for (const term of toTerms(withTitles(passage))) {
      const own = places.get(term) ?? new Map<number, number>()
      places.set(term, own.set(at, (own.get(at) ?? 0) + 1))
    }
  }
  return async (query) => {
    const sums = new Map<number, number>()
    for (const term of new Set(toTerms(toText(query)))) {
      for (const [at, times] of places.get(term) ?? []) {
        sums.set(at, (sums.get(at) ?? 0) + harmonic(times))
      }
    }
    const ranked = Array.from(sums).toSorted(([a, x], [b, y]) => y - x || a - b)
    return ranked
      .slice(0, 10)
      .flatMap(([at]): PassageId[] => (passages[at] ? [passages[at].id] : []))
  }
}

function harmonic(times: number): number {
  return Array.from({ length: times }, (_, at) => 1 / (at + 1) ** 2).reduce((a, b) => a + b, 0)
}

function withTitles(passage: Passage): string {
  const heading = isSpoken(passage) ? '' : passage.section.heading
  return [passage.about.title, heading, passage.text].join('\n')
}
