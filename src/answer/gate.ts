import type { Hit } from '../ports.ts'

/** When a question counts as answered by the sources. Calibrated on labels, see `evals/README.md`. */
export interface Gate {
  /** Least share of the highest score the question could reach, for one of the best passages. */
  readonly share: number
  /** Least share of what was asked that one of the best passages speaks of. */
  readonly coverage: number
}

/** Ranking errs by a place or two, and vectors put passages first that no word was found in. */
const best = 3

/** Whether what was found can answer at all. */
export function passes(hits: readonly Hit[], gate: Gate): boolean {
  const top = hits.slice(0, best)
  const reaches = (of: 'share' | 'coverage') => top.some((hit) => hit[of] >= gate[of])
  return reaches('share') && reaches('coverage')
}
