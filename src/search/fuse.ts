import type { PassageId } from '../domain/passage.ts'
import type { Hit } from '../ports.ts'

/**
 * Joins what words and what vectors found into one list, best first, by passage id.
 *
 * Each list counts relative to its best score, the dense one by `weight` (0 to 1) and the lexical one
 * by the rest. Scores stay in the unit of the lexical list. Ties keep the lexical order, then the
 * dense one. Weight 0 gives the lexical list as it is; without one list the other keeps its order.
 */
export function fuse(
  lexical: readonly Hit[],
  dense: readonly Hit[],
  weight: number,
): readonly Hit[] {
  if (weight <= 0 || dense.length === 0) return lexical
  const byId = new Map(dense.map((hit) => [hit.passage.id, hit]))
  const unit = highest(lexical) || 1
  const factor = (weight * unit) / (highest(dense) || 1)
  const known = new Set<PassageId>(lexical.map((hit) => hit.passage.id))
  const both = lexical.map((hit) => {
    const score = (1 - weight) * hit.score
    const near = byId.get(hit.passage.id)
    return near
      ? { ...hit, ...cosine(near), score: score + factor * near.score }
      : { ...hit, score }
  })
  const added = dense
    .filter((hit) => !known.has(hit.passage.id))
    .map((hit) => ({ ...hit, score: factor * hit.score }))
  return [...both, ...added].toSorted((a, b) => b.score - a.score)
}

function highest(hits: readonly Hit[]): number {
  return hits.reduce((most, hit) => Math.max(most, hit.score), 0)
}

function cosine({ similarity }: Hit): Pick<Hit, 'similarity'> {
  return similarity === undefined ? {} : { similarity }
}
