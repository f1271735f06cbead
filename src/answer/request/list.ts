import type { Answer } from '../../domain/answer.ts'
import type { Hit } from '../../ports.ts'
import {
  answerOf,
  findFor,
  type Ground,
  isFound,
  onePerSource,
  sentencesFor,
  toClaims,
  type Wanted,
} from './ground.ts'

const depth = 80
const most = 8

/** A source is about a subject when its best passages reach this part of the best source's. */
const least = 0.45

/** What a second passage adds: a long episode has more of them than a short post. */
const beside = 0.7

/** So many passages speak for their source. */
const speaking = 2

/** The sources on a subject with the best place of each; `undefined` where there are none. */
export async function answerList(wanted: Wanted, ground: Ground): Promise<Answer | undefined> {
  const began = performance.now()
  const hits = await findFor(wanted, ground, depth)
  if (!isFound(hits, ground)) return undefined
  const sources = sourcesIn(hits)
  const shown = sources.slice(0, most).flatMap((source) => source.hits)
  const ranked = onePerSource(sentencesFor(wanted, shown), most)
  const order = new Map(sources.map(({ id }, at) => [id, at]))
  const sorted = ranked.toSorted((a, b) => (order.get(a.source) ?? 0) - (order.get(b.source) ?? 0))
  const more = Math.max(0, sources.length - most)
  const claims = toClaims(sorted, shown, ground)
  return answerOf(wanted.question, claims, { shape: { kind: 'list', more }, began })
}

/** A source with the passages that speak for it. */
interface Source {
  readonly id: string
  readonly hits: readonly Hit[]
  readonly weight: number
}

/** The sources of what was found, the best first: those on the subject only, but `fewest` where there are so many. */
export function sourcesIn(hits: readonly Hit[], fewest = 0): readonly Source[] {
  const groups = Map.groupBy(hits, ({ passage }) => passage.about.id)
  const all = Array.from(groups, ([id, found]): Source => {
    const best = found.slice(0, speaking)
    const weight = best.reduce((sum, { score }, at) => sum + score * (at === 0 ? 1 : beside), 0)
    return { id, hits: best, weight }
  }).toSorted((a, b) => b.weight - a.weight)
  const limit = (all[0]?.weight ?? 0) * least
  return all.filter(({ weight }, at) => weight >= limit || at < fewest)
}
