/** The places of the highest values above 0, highest first; of equals the first ones. */
export function bestOf(values: Float64Array, most: number): readonly number[] {
  if (most <= 0) return []
  const found: number[] = []
  const byValue = (a: number, b: number) => (values[b] ?? 0) - (values[a] ?? 0) || a - b
  let least = 0
  for (let at = 0; at < values.length; at += 1) {
    if ((values[at] ?? 0) <= least) continue
    found.push(at)
    // Sorted now and then, so that most values are turned away by one look.
    if (found.length < 4 * most) continue
    found.sort(byValue)
    found.length = most
    least = values[found.at(-1) ?? 0] ?? 0
  }
  return found.sort(byValue).slice(0, most)
}
