import type { Clock, Evidence, Hit, PassageIndex, Query } from '../ports.ts'
import { bestOf } from './best.ts'
import { ceiling } from './ceiling.ts'
import { evidenceOf } from './evidence.ts'
import { favoured } from './favoured.ts'
import { type Glossary, noGlossary } from './glossary.ts'
import { openInverted } from './inverted.ts'
import { type Layout, readLayout } from './layout.ts'
import { normsOf } from './norms.ts'
import { pairsIn } from './pairs.ts'
import { type Plan, planQuery, type Statistics } from './plan.ts'
import { type Recipe, standard } from './recipe.ts'
import { mostPassages } from './rows.ts'
import { type Ground, scoreAll } from './score.ts'
import type { Shelf } from './shelf.ts'
import { openSpelling } from './spelling.ts'

/** The tenth in a list: what it reaches, chance may reach. */
const tail = 9

/** How many of the best are read for what stands close together in them. */
const refined = 60

interface Means {
  readonly recipe?: Recipe
  readonly glossary?: Glossary
  readonly clock?: Clock
}

const systemClock: Clock = { now: () => new Date().toISOString() }

/**
 * The lexical leg: every passage is scored by the lists of the question's terms, which are read from
 * the index as they are asked for; the best are read themselves.
 */
export function openLexical(
  shelf: Shelf,
  { recipe = standard, glossary = noGlossary, clock = systemClock }: Means = {},
): PassageIndex {
  const { database, path } = shelf
  const layout = readLayout(database)
  const inverted = openInverted(database, layout, path)
  const ground: Ground = { layout, inverted, norms: normsOf(layout, recipe) }
  const statistics: Statistics = {
    passages: layout.count,
    containing: (field, term) => inverted.find(field, term)?.at.length ?? 0,
  }
  const means = { statistics, spelling: openSpelling(database), glossary, recipe }
  return {
    fingerprint: 'lexical',
    search: async (query: Query, limit) => {
      const plan = planQuery(query, { ...means, today: clock.now().slice(0, 10) })
      const scores = favoured(scoreAll(plan, ground, recipe), shelf, { plan, layout, recipe })
      const close = closenessIn(shelf, plan, recipe)
      const ranked = bestOf(scores, Math.max(refined, limit))
        .map((at) => ({ at, id: idOf(at, layout), score: scores[at] ?? 0 }))
        .map((item, rank) =>
          rank < refined ? { ...item, score: item.score + close(item.id) } : item,
        )
        .toSorted((a, b) => b.score - a.score || a.at - b.at)
      const tenth = ranked[tail]?.score ?? 0
      const lead = (score: number) =>
        Math.min(1, Math.max(0, score - tenth) / ceiling(plan, recipe))
      const best = ranked.slice(0, Math.max(0, limit))
      return toHits(shelf, best, { lead, about: (at) => evidenceOf(at, plan, ground) })
    },
  } satisfies PassageIndex
}

function idOf(at: number, { documents, documentOf }: Layout): number {
  const { id = 0, start = 0 } = documents[documentOf[at] ?? 0] ?? {}
  return id * mostPassages + at - start
}

function closenessIn(shelf: Shelf, plan: Plan, { pairs }: Recipe): (id: number) => number {
  if (pairs === 0 || plan.pairs.length === 0) return () => 0
  const row = shelf.database.prepare('SELECT stems FROM passages WHERE id = ?')
  return (id) => pairs * pairsIn(String(row.get(id)?.['stems'] ?? '').split(' '), plan.pairs)
}

interface Ranked {
  readonly at: number
  readonly id: number
  readonly score: number
}

interface Judge {
  readonly lead: (score: number) => number
  readonly about: (at: number) => Omit<Evidence, 'lead'>
}

function toHits(shelf: Shelf, ranked: readonly Ranked[], { lead, about }: Judge): readonly Hit[] {
  const passages = shelf.passagesOf(ranked.map(({ id }) => id))
  return ranked.flatMap(({ at, id, score }) => {
    const passage = passages.get(id)
    return passage ? [{ passage, score, evidence: { ...about(at), lead: lead(score) } }] : []
  })
}
