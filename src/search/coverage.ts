import type { Inverted, Postings } from './inverted.ts'
import type { Asked } from './plan.ts'

/** A word found only in pieces is worth this much of a whole one. */
const inPieces = 0.8

/**
 * The share of what was asked that a passage speaks of, 0 to 1; rare words weigh more, and words no
 * passage knows weigh most. 1 when nothing was asked.
 *
 * Half of a word's pieces is chance; from there on they count as a compound or a slip of the finger.
 */
export function coverage(passage: number, asked: readonly Asked[], inverted: Inverted): number {
  const total = asked.reduce((sum, { idf }) => sum + idf, 0)
  if (total === 0) return 1
  const held = asked.reduce((sum, { stem, pieces, idf }) => {
    if (holds(inverted.find('words', stem), passage)) return sum + idf
    const found = pieces.filter((piece) => holds(inverted.find('grams', piece), passage)).length
    return sum + idf * inPieces * Math.max(0, (2 * found) / pieces.length - 1)
  }, 0)
  return held / total
}

function holds(postings: Postings | undefined, passage: number): boolean {
  if (!postings) return false
  let [low, high] = [0, postings.at.length - 1]
  while (low <= high) {
    const middle = (low + high) >> 1
    const found = postings.at[middle] ?? 0
    if (found === passage) return true
    if (found < passage) low = middle + 1
    else high = middle - 1
  }
  return false
}
