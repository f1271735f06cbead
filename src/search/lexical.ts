import type { Hit, PassageIndex, Query } from '../ports.ts'
import type { Database } from '../sqlite.ts'
import { planQuery, type Statistics } from './plan.ts'
import { readMeta } from './schema.ts'
import {
  ceiling,
  coverage,
  type Lengths,
  lent,
  type Plan,
  type Scored,
  score,
  type Term,
} from './score.ts'
import type { Shelf } from './shelf.ts'

/** How many passages the full-text index proposes for exact scoring, at least as many as are wanted. */
const candidates = 100

/** Pieces of words that propose candidates: the rarest ones, and none that every tenth passage has. */
const proposing = { grams: 16, share: 0.1, atLeast: 20 } as const

/** How many of the best are scored again together with their neighbours. */
const refined = 30

/** Passages before and after one that lend it a little evidence. */
const reach = 2

/**
 * The lexical leg: SQLite's full-text index proposes, `score` decides.
 *
 * Its quality must be that of scoring every passage; `tests/search/lexical.test.ts` compares both.
 */
export function openLexical(shelf: Shelf): PassageIndex {
  const { database } = shelf
  const statistics = statisticsOf(database, shelf.stock.passages)
  const lengths: Lengths = JSON.parse(readMeta(database, 'lengths') ?? '{"words":1,"grams":1}')
  return {
    fingerprint: 'lexical',
    search: async (query, limit) => {
      const plan = planQuery(query, statistics)
      const most = Math.max(candidates, limit)
      const ids = propose(database, plan, { passages: statistics.passages, most })
      const ranked = rank(database, ids, { plan, lengths, refined })
      return best(shelf, ranked.slice(0, limit), plan)
    },
  }
}

/**
 * Every passage scored, each with its neighbours and without the full-text index. The oracle of the
 * tests, and slow.
 */
export function scoreAll(shelf: Shelf, query: Query, limit: number): readonly Hit[] {
  const { database } = shelf
  const plan = planQuery(query, statisticsOf(database, shelf.stock.passages))
  const lengths: Lengths = JSON.parse(readMeta(database, 'lengths') ?? '{"words":1,"grams":1}')
  const ids = database
    .prepare('SELECT id FROM passages')
    .all()
    .map((row) => Number(row['id']))
  const ranked = rank(database, ids, { plan, lengths, refined: ids.length })
  return best(shelf, ranked.slice(0, limit), plan)
}

// An opened index never changes, so a frequency that was looked up stays true.
function statisticsOf(database: Database, passages: number): Statistics {
  const frequency = database.prepare('SELECT doc FROM vocabulary WHERE term = ? AND col = ?')
  const look = (field: string) =>
    remembering((term: string) => Number(frequency.get(term, field)?.['doc'] ?? 0))
  const known = { words: look('words'), grams: look('grams') }
  return { passages, containing: (field, term) => known[field](term) }
}

function propose(
  database: Database,
  plan: Plan,
  { passages, most }: { readonly passages: number; readonly most: number },
): readonly number[] {
  const content = plan.words.filter((term) => term.proposes)
  const words = content.length > 0 ? content : plan.words
  const match = [
    clause('{words heads}', words),
    clause('grams', rarest(plan.grams, passages)),
  ].filter(Boolean)
  if (match.length === 0) return []
  const rows = database
    .prepare(
      'SELECT rowid AS id FROM terms WHERE terms MATCH ? ORDER BY bm25(terms, 1, 0.5, 0.3) LIMIT ?',
    )
    .all(match.join(' OR '), most)
  return rows.map((row) => Number(row['id']))
}

function clause(columns: string, terms: readonly Term[]): string {
  if (terms.length === 0) return ''
  return `${columns} : (${terms.map((term) => `"${term.text}"`).join(' OR ')})`
}

function rarest(grams: readonly Term[], passages: number): readonly Term[] {
  const most = Math.max(proposing.share * passages, proposing.atLeast)
  // A piece that `most` passages hold has this rarity; commoner ones have less.
  const least = Math.log(1 + (passages - most + 0.5) / (most + 0.5))
  return grams
    .filter((term) => term.idf >= least)
    .toSorted((a, b) => b.idf - a.idf)
    .slice(0, proposing.grams)
}

interface Ranked {
  readonly id: number
  readonly score: number
}

// The neighbours change a place or two, and reading them costs most: only the best few have theirs read.
function rank(
  database: Database,
  ids: readonly number[],
  by: { readonly plan: Plan; readonly lengths: Lengths; readonly refined: number },
): readonly Ranked[] {
  const read = fieldReader(database)
  const words = wordReader(database)
  const alone = ids
    .map((id) => ({ id, score: score({ ...read(id), around: [] }, by.plan, by.lengths) }))
    .toSorted(byScore)
  const close = alone.slice(0, by.refined).map(({ id, score: own }) => {
    return { id, score: own + lent(neighbours(id).flatMap(words), by.plan) }
  })
  return [...close, ...alone.slice(by.refined)]
    .filter(({ score: own }) => own > 0)
    .toSorted(byScore)
}

function byScore(a: Ranked, b: Ranked): number {
  return b.score - a.score || a.id - b.id
}

type Fields = Omit<Scored, 'around'>

// Not remembered: a hundred passages in thousands of pieces would outlive the question.
function fieldReader(database: Database): (id: number) => Fields {
  const row = database.prepare('SELECT words, grams, heads FROM terms WHERE rowid = ?')
  return (id) => {
    const found = row.get(id)
    return {
      words: tokens(found, 'words'),
      grams: tokens(found, 'grams'),
      heads: tokens(found, 'heads'),
    }
  }
}

function wordReader(database: Database): (id: number) => readonly string[] {
  const row = database.prepare('SELECT words FROM terms WHERE rowid = ?')
  return remembering((id) => tokens(row.get(id), 'words'))
}

/** Rows and terms are asked for more than once; `most` keeps the memory of a long life in bounds. */
function remembering<K, T>(read: (key: K) => T, most = 50_000): (key: K) => T {
  const seen = new Map<K, T>()
  return (key) => {
    const known = seen.get(key) ?? read(key)
    if (seen.size >= most) seen.clear()
    seen.set(key, known)
    return known
  }
}

function tokens(row: Record<string, unknown> | undefined, column: string): readonly string[] {
  return row?.[column] ? String(row[column]).split(' ') : []
}

function neighbours(id: number): readonly number[] {
  return Array.from({ length: 2 * reach + 1 }, (_, at) => id - reach + at).filter(
    (near) => near !== id,
  )
}

function best(shelf: Shelf, ranked: readonly Ranked[], plan: Plan): readonly Hit[] {
  const passages = shelf.passagesOf(ranked.map((item) => item.id))
  const read = fieldReader(shelf.database)
  const highest = ceiling(plan)
  return ranked.flatMap(({ id, score: reached }) => {
    const passage = passages.get(id)
    const own = coverage({ ...read(id), around: [] }, plan)
    return passage ? [{ passage, score: reached, share: reached / highest, coverage: own }] : []
  })
}
