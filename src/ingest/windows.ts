/** A run of units, both ends inclusive. */
export interface Span {
  readonly from: number
  readonly to: number
}

/**
 * What the spans that end with the unit `to` cost, by their first unit. It is asked for `to` and then
 * for each unit before it, in this order, so that a longer span may build on the shorter one.
 */
export type Costs = (to: number) => (from: number) => number

/**
 * Cuts a row of `count` units into neighbouring spans so that the costs of all add up to the least.
 *
 * A cost is `Infinity` for a span beyond the limits; making a span longer must not bring it back
 * within them. A single unit is always allowed. Ties prefer the shorter last span.
 */
export function cutWindows(count: number, costs: Costs): readonly Span[] {
  const best = [0]
  const starts: number[] = []
  for (let to = 0; to < count; to += 1) {
    const { from, total } = bestEndingAt(to, best, costs(to))
    best.push(total)
    starts.push(from)
  }
  return trace(starts)
}

function bestEndingAt(to: number, best: readonly number[], cost: (from: number) => number) {
  const alone = cost(to)
  let found = { from: to, total: (best[to] ?? 0) + (Number.isFinite(alone) ? alone : 1e6) }
  for (let from = to - 1; from >= 0; from -= 1) {
    const own = cost(from)
    if (own === Number.POSITIVE_INFINITY) break
    const total = (best[from] ?? 0) + own
    if (total < found.total) found = { from, total }
  }
  return found
}

function trace(starts: readonly number[]): readonly Span[] {
  const spans: Span[] = []
  for (let to = starts.length - 1; to >= 0; ) {
    const from = starts[to] ?? 0
    spans.push({ from, to })
    to = from - 1
  }
  return spans.reverse()
}
