import { type PassageId, standOf } from '../src/domain/passage.ts'
import type { Query } from '../src/ports.ts'
import type { Asked, LabelSet } from './label-sets.ts'

/** Finds passages, best first. */
export type Finder = (query: Query) => Promise<readonly PassageId[]>

/** How well one question was answered. */
export interface Rank {
  readonly kind: string
  /** 1 over the rank of the first right passage among ten; 0 without one. */
  readonly reciprocal: number
  readonly hit5: number
  /** Whether a right episode is among the first three different ones. */
  readonly episode3: number
}

export async function rankAll(sets: readonly LabelSet[], open: (set: LabelSet) => Finder) {
  const found = new Map<string, readonly Rank[]>()
  for (const set of sets) found.set(set.name, await rankSet(set, open(set)))
  return found
}

async function rankSet(set: LabelSet, find: Finder): Promise<readonly Rank[]> {
  const ranks: Rank[] = []
  for (const asked of set.asked) {
    const { question: text, earlier } = asked.label
    ranks.push(toRank(asked, (await find({ text, earlier })).slice(0, 10)))
  }
  return ranks
}

function toRank({ label, relevant }: Asked, ids: readonly PassageId[]): Rank {
  const at = ids.findIndex((id) => relevant.has(id))
  const sourceOf = (id: PassageId) => standOf(id).source
  const right = new Set(Array.from(relevant, sourceOf))
  const sources = Array.from(new Set(ids.map(sourceOf))).slice(0, 3)
  return {
    kind: label.kind,
    reciprocal: at < 0 ? 0 : 1 / (at + 1),
    hit5: at >= 0 && at < 5 ? 1 : 0,
    episode3: sources.some((source) => right.has(source)) ? 1 : 0,
  }
}
