import type { Evidence } from '../ports.ts'
import type { Postings } from './inverted.ts'
import type { Asked, Plan } from './plan.ts'
import type { Ground } from './score.ts'

/** A word found only in pieces is worth this much of a whole one. */
const inPieces = 0.8

/** So far before and after a passage its neighbours are heard. */
const reach = 2

/** What a passage and what stands around it say of the question, whatever the score. */
export function evidenceOf(passage: number, plan: Plan, ground: Ground): Omit<Evidence, 'lead'> {
  const { asked } = plan
  return {
    asked: asked.length,
    coverage: shareOf(asked, (word) => spokenOf(word, passage, ground)),
    context: shareOf(asked, (word) => (standsAround(word, passage, ground) ? 1 : 0)),
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

function standsAround({ stem }: Asked, passage: number, { inverted, layout }: Ground): boolean {
  if (holds(inverted.find('heads', stem), passage)) return true
  const found = inverted.find('words', stem)
  for (let near = passage - reach; near <= passage + reach; near += 1) {
    const isNeighbour = near !== passage && layout.documentOf[near] === layout.documentOf[passage]
    if (isNeighbour && holds(found, near)) return true
  }
  return false
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
