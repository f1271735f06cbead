import type { Passage, PassageId } from '../domain/passage.ts'
import type { Hit } from '../ports.ts'

/** Gives what comes right after a passage, at most `count`. */
export type After = (id: PassageId, count: number) => readonly Passage[]

/** How many of the best are read on, and how far. */
const limits = { hits: 6, passages: 2 } as const

/**
 * What was found, and behind it what follows the best of it: whoever tells of a case like the one that
 * was asked about is often answered in the next passage.
 */
export function readOn(hits: readonly Hit[], after: After): readonly Hit[] {
  const known = new Set(hits.map(({ passage }) => passage.id))
  const following = hits.slice(0, limits.hits).flatMap(({ passage: { id }, score }) =>
    after(id, limits.passages).map((passage, at): Hit => {
      return { passage, score, follows: { id, by: at + 1 } }
    }),
  )
  return [...hits, ...following.filter(({ passage: { id } }) => !known.has(id) && known.add(id))]
}
