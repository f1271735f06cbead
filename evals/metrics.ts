/** Rates of one set of ranked lists, 0 to 1. */
export interface Ranking {
  readonly n: number
  readonly 'hit@1': number
  readonly 'hit@5': number
  readonly 'hit@10': number
  readonly 'mrr@10': number
  readonly 'ndcg@10': number
}

/**
 * How well ranked lists put what is relevant first. Each list says, rank by rank, whether that
 * passage is relevant.
 *
 * nDCG has gain 1 for a relevant passage and takes as many as were found within ten as the ideal,
 * because a label names a stretch of time and not how many passages share it.
 *
 * @see Järvelin, Kekäläinen: Cumulated gain-based evaluation of IR techniques, 2002
 */
export function rankingOf(lists: readonly (readonly boolean[])[]): Ranking {
  const within = (depth: number) =>
    mean(lists.map((list) => (list.slice(0, depth).includes(true) ? 1 : 0)))
  return {
    n: lists.length,
    'hit@1': within(1),
    'hit@5': within(5),
    'hit@10': within(10),
    'mrr@10': mean(lists.map(reciprocalRank)),
    'ndcg@10': mean(lists.map(ndcg)),
  }
}

function reciprocalRank(list: readonly boolean[]): number {
  const at = list.slice(0, 10).indexOf(true)
  return at < 0 ? 0 : 1 / (at + 1)
}

function ndcg(list: readonly boolean[]): number {
  const gains = list.slice(0, 10).map(Number)
  const ideal = gains.toSorted((a, b) => b - a)
  const total = (of: readonly number[]) =>
    of.reduce((sum, gain, at) => sum + gain / Math.log2(at + 2), 0)
  return total(ideal) === 0 ? 0 : total(gains) / total(ideal)
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
