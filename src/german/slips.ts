/**
 * How many slips of the finger lie between two words: a letter too many, one too few, a wrong one, or
 * two that changed places.
 *
 * @see Damerau: A technique for computer detection and correction of spelling errors, 1964
 */
export function slipsBetween(one: string, other: string): number {
  let before: readonly number[] = []
  let last: readonly number[] = Array.from({ length: other.length + 1 }, (_, at) => at)
  for (let at = 1; at <= one.length; at += 1) {
    const row = nextRow({ one, other, at, last, before })
    before = last
    last = row
  }
  return last.at(-1) ?? 0
}

interface Step {
  readonly one: string
  readonly other: string
  readonly at: number
  readonly last: readonly number[]
  readonly before: readonly number[]
}

function nextRow({ one, other, at, last, before }: Step): readonly number[] {
  const row = [at]
  for (let to = 1; to <= other.length; to += 1) {
    const isSame = one[at - 1] === other[to - 1]
    const changed = (last[to - 1] ?? 0) + (isSame ? 0 : 1)
    const cost = Math.min((last[to] ?? 0) + 1, (row[to - 1] ?? 0) + 1, changed)
    const isSwapped = to > 1 && one[at - 1] === other[to - 2] && one[at - 2] === other[to - 1]
    row.push(isSwapped ? Math.min(cost, (before[to - 2] ?? cost) + 1) : cost)
  }
  return row
}
