import type { Evidence } from '../ports.ts'
import type { Postings } from './inverted.ts'
import type { Asked, Plan } from './plan.ts'
import type { Ground } from './score.ts'

/** A word found only in pieces is worth this much of a whole one. */
const inPieces = 0.8

/** What a passage says of the question, whatever its score. */
export function evidenceOf(passage: number, plan: Plan, ground: Ground): Omit<Evidence, 'lead'> {
  const { asked } = plan
  return {
    asked: asked.length,
    coverage: shareOf(asked, (word) => spokenOf(word, passage, ground)),
    strange: asked.length === 0 ? 0 : shareOf(asked, ({ isKnown }) => (isKnown ? 0 : 1)),
    isAside: !asked.some(({ isTheme }) => isTheme),
  }
}

// Rare words weigh more, and words no passage knows weigh most. All of nothing is there.
function shareOf(asked: readonly Asked[], held: (word: Asked) => number): number {
  const total = asked.reduce((sum, { idf }) => sum + idf, 0)
  if (total === 0) return 1
  return asked.reduce((sum, word) => sum + word.idf * held(word), 0) / total
}

// Half of a word's pieces is chance; from there on they count as a compound or a slip of the finger.
function spokenOf({ stem, pieces, others }: Asked, passage: number, { inverted }: Ground): number {
  if (holds(inverted.find('words', stem), passage)) return 1
  const found = pieces.filter((piece) => holds(inverted.find('grams', piece), passage)).length
  const inOtherWords = others
    .filter((other) => holds(inverted.find('words', other.stem), passage))
    .map(({ likeness }) => likeness)
  return Math.max(0, inPieces * ((2 * found) / pieces.length - 1), ...inOtherWords)
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
