import type { Hit, PassageIndex, Query } from '../ports.ts'
import type { Database } from '../sqlite.ts'
import { planQuery, type Statistics } from './plan.ts'
import { readMeta } from './schema.ts'
import { ceiling, type Lengths, type Plan, type Scored, score, type Term } from './score.ts'
import type { Shelf } from './shelf.ts'

/** How many passages the full-text index proposes for exact scoring. */
const candidates = 100

/** Pieces of words that propose candidates: the rarest ones, and none that every tenth passage has. */
const proposing = { grams: 16, share: 0.1, atLeast: 20 } as const

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
      const ids = propose(database, plan, statistics.passages)
      return best(shelf, rank(database, ids, { plan, lengths }), limit)
    },
  }
}

/** Every passage scored, without the full-text index. The oracle of the tests, and slow. */
export function scoreAll(shelf: Shelf, query: Query, limit: number): readonly Hit[] {
  const { database } = shelf
  const plan = planQuery(query, statisticsOf(database, shelf.stock.passages))
  const lengths: Lengths = JSON.parse(readMeta(database, 'lengths') ?? '{"words":1,"grams":1}')
  const ids = database
    .prepare('SELECT id FROM passages')
    .all()
    .map((row) => Number(row['id']))
  return best(shelf, rank(database, ids, { plan, lengths }), limit)
}

function statisticsOf(database: Database, passages: number): Statistics {
  const frequency = database.prepare('SELECT doc FROM vocabulary WHERE term = ? AND col = ?')
  return {
    passages,
    containing: (field, term) => Number(frequency.get(term, field)?.['doc'] ?? 0),
  }
}

function propose(database: Database, plan: Plan, passages: number): readonly number[] {
  const content = plan.words.filter((term) => term.weight > 0.3)
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
    .all(match.join(' OR '), candidates)
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
  readonly share: number
}

function rank(
  database: Database,
  ids: readonly number[],
  by: { readonly plan: Plan; readonly lengths: Lengths },
): readonly Ranked[] {
  const read = fieldReader(database)
  const highest = ceiling(by.plan)
  return ids
    .map((id) => {
      const reached = score(read(id), by.plan, by.lengths)
      return { id, score: reached, share: highest > 0 ? Math.min(1, reached / highest) : 0 }
    })
    .filter((ranked) => ranked.score > 0)
    .toSorted((a, b) => b.score - a.score || a.id - b.id)
}

// Neighbours are read more than once while candidates cluster, so each row is split only once.
function fieldReader(database: Database): (id: number) => Scored {
  const row = database.prepare('SELECT words, grams, heads FROM terms WHERE rowid = ?')
  const seen = new Map<number, Omit<Scored, 'around'>>()
  const fields = (id: number): Omit<Scored, 'around'> => {
    const known = seen.get(id) ?? toFields(row.get(id))
    seen.set(id, known)
    return known
  }
  return (id) => ({ ...fields(id), around: neighbours(id).flatMap((near) => fields(near).words) })
}

function toFields(row: Record<string, unknown> | undefined): Omit<Scored, 'around'> {
  const tokens = (column: string) => (row?.[column] ? String(row[column]).split(' ') : [])
  return { words: tokens('words'), grams: tokens('grams'), heads: tokens('heads') }
}

function neighbours(id: number): readonly number[] {
  return Array.from({ length: 2 * reach + 1 }, (_, at) => id - reach + at).filter(
    (near) => near !== id,
  )
}

function best(shelf: Shelf, ranked: readonly Ranked[], limit: number): readonly Hit[] {
  const top = ranked.slice(0, limit)
  const passages = shelf.passagesOf(top.map((item) => item.id))
  return top.flatMap((item) => {
    const passage = passages.get(item.id)
    return passage ? [{ passage, score: item.score, share: item.share }] : []
  })
}
