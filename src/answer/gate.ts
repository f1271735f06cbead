import type { Hit } from '../ports.ts'

/** When a question counts as answered by the sources. Calibrated on labels, see `evals/README.md`. */
export interface Gate {
  /** Least share of the highest score the question could reach, for the best passage. */
  readonly share: number
  /** Least share of what was asked that one of the best passages speaks of. */
  readonly coverage: number
}

/** Ranking errs by a place or two, so coverage may come from any of these. */
const best = 3

/** Whether what was found can answer at all. */
export function passes(hits: readonly Hit[], gate: Gate): boolean {
  const [first] = hits
  if (!first || first.share < gate.share) return false
  return hits.slice(0, best).some((hit) => hit.coverage >= gate.coverage)
}
