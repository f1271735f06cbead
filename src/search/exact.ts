/** The vectors of an index one after the other; a label is the place of one of them, from 0. */
export interface Matrix {
  readonly values: Float32Array
  readonly dimension: number
  readonly count: number
}

/** A vector near the one asked for; `similarity` is the cosine. */
export interface Near {
  readonly label: number
  readonly similarity: number
}

/** Finds the nearest vectors, best first; ties by label. */
export interface Leg {
  readonly kind: 'exact' | 'graph'
  nearest(vector: Float32Array, limit: number): readonly Near[]
}

/** Compares with every vector: nothing is missed, and the time grows with their number. */
export function exactLeg({ values, dimension, count }: Matrix): Leg {
  return {
    kind: 'exact',
    nearest: (vector, limit) => {
      const best: Near[] = []
      let least = Number.NEGATIVE_INFINITY
      for (let label = 0; label < count; label += 1) {
        const similarity = dot(vector, values, label * dimension)
        if (similarity <= least) continue
        insert(best, { label, similarity }, limit)
        if (best.length === limit) least = best.at(-1)?.similarity ?? least
      }
      return best
    },
  }
}

// Four sums that do not wait for one another take half the time of one. The fallbacks are never
// taken: they tell the compiler what it cannot know, and cost nothing.
function dot(vector: Float32Array, values: Float32Array, from: number): number {
  let a = 0
  let b = 0
  let c = 0
  let d = 0
  let at = 0
  for (; at + 3 < vector.length; at += 4) {
    a += (vector[at] ?? 0) * (values[from + at] ?? 0)
    b += (vector[at + 1] ?? 0) * (values[from + at + 1] ?? 0)
    c += (vector[at + 2] ?? 0) * (values[from + at + 2] ?? 0)
    d += (vector[at + 3] ?? 0) * (values[from + at + 3] ?? 0)
  }
  for (; at < vector.length; at += 1) a += (vector[at] ?? 0) * (values[from + at] ?? 0)
  return a + b + c + d
}

// Hardly ever called once the list is full, so a sorted list is as quick as a heap, and keeps ties.
function insert(best: Near[], near: Near, limit: number): void {
  let [low, high] = [0, best.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((best[middle]?.similarity ?? 0) >= near.similarity) low = middle + 1
    else high = middle
  }
  if (low >= limit) return
  best.splice(low, 0, near)
  if (best.length > limit) best.pop()
}
