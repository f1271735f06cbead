/** Rates of one set of ranked lists, 0 to 1. */
export interface Ranking {
  readonly n: number
  readonly 'hit@1': number
  readonly 'hit@5': number
  readonly 'hit@10': number
  readonly 'mrr@10': number
  readonly 'ndcg@10': number
}

/** What a search gave for one label. */
export interface Ranked {
  /** Rank by rank, whether that passage is relevant. */
  readonly found: readonly boolean[]
  /** How many passages of the index are relevant, found or not. */
  readonly relevant: number
}

/**
 * How well ranked lists put what is relevant first.
 *
 * nDCG has gain 1 for a relevant passage. Its ideal is every relevant passage of the index in front,
 * ten of them at most; 0 for a label that no passage of the index answers.
 *
 * @see Järvelin, Kekäläinen: Cumulated gain-based evaluation of IR techniques, 2002
 */
export function rankingOf(lists: readonly Ranked[]): Ranking {
  const within = (depth: number) =>
    mean(lists.map(({ found }) => (found.slice(0, depth).includes(true) ? 1 : 0)))
  return {
    n: lists.length,
    'hit@1': within(1),
    'hit@5': within(5),
    'hit@10': within(10),
    'mrr@10': mean(lists.map(reciprocalRank)),
    'ndcg@10': mean(lists.map(ndcg)),
  }
}

const depth = 10

function reciprocalRank({ found }: Ranked): number {
  const at = found.slice(0, depth).indexOf(true)
  return at < 0 ? 0 : 1 / (at + 1)
}

function ndcg({ found, relevant }: Ranked): number {
  const ideal = Array.from({ length: Math.min(depth, relevant) }, () => true)
  return relevant === 0 ? 0 : gainOf(found.slice(0, depth)) / gainOf(ideal)
}

function gainOf(list: readonly boolean[]): number {
  return list.reduce((sum, isRelevant, at) => sum + (isRelevant ? 1 / Math.log2(at + 2) : 0), 0)
}

/** The mean; 0 of nothing. */
export function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length
}

/** The value below which `share` of the values lie (nearest rank); 0 of nothing. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))] ?? 0
}

/** A figure that is held against a baseline: a rate over `n` labels, better when higher. */
export interface Figure {
  readonly value: number
  readonly n: number
}

/** Baselines are written with three digits. */
const rounding = 0.0005

/**
 * Whether a figure lies below its baseline by more than one of its own labels, or holds nothing any
 * more where the baseline holds something.
 *
 * One label is let go because a change of words moves one either way; a figure that has but one to
 * lose would else never fail.
 */
export function isBelow({ value, n }: Figure, baseline: number): boolean {
  if (n === 0 || value === 0) return baseline > 0
  return value + 1 / n + rounding < baseline
}
