/** Made-up vectors of length one. */
export interface Clusters {
  /** The vector of a number: 0 up to, not including, `count`. */
  readonly at: (number: number) => Float32Array
  /** A vector near the one of a number, as a question is near its answer. */
  readonly near: (number: number) => Float32Array
}

/** How far a vector lies from the middle of its cluster, and a question from its vector. */
const spread = { member: 0.8, question: 0.4 } as const

/** Vectors in so many heaps: what is said in one chapter is alike. */
const perCluster = 40

/**
 * Vectors that lie in heaps as those of real texts do; evenly scattered ones would be harder to find
 * and are nobody's. Each is made anew from its number, so that none need be kept.
 */
export function makeClusters(count: number, dimension: number, seed = 1): Clusters {
  const clusters = Math.max(1, Math.round(count / perCluster))
  const middle = (number: number) => scatter(dimension, seed * 31 + (number % clusters))
  const at = (number: number) =>
    mix(middle(number), scatter(dimension, seed * 1_000_003 + number), spread.member)
  return {
    at,
    near: (number) =>
      mix(at(number), scatter(dimension, seed * 7_000_003 + number), spread.question),
  }
}

function mix(one: Float32Array, other: Float32Array, share: number): Float32Array {
  return toUnit(one.map((value, at) => value + share * (other[at] ?? 0)))
}

// Sums of three come near enough to the bell curve, whose directions are even.
function scatter(dimension: number, seed: number): Float32Array {
  const random = openRandom(seed)
  return toUnit(new Float32Array(dimension).map(() => random() + random() + random() - 1.5))
}

function toUnit(vector: Float32Array): Float32Array {
  const length = Math.hypot(...vector)
  return vector.map((value) => value / length)
}

// Mulberry32, the same on every machine; seeds side by side are mixed apart first.
function openRandom(seed: number): () => number {
  let state = Math.imul(seed, 0x9e3779b1)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
