import type { Answer } from '../../domain/answer.ts'
import { newestFirst } from '../age.ts'
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

const depth = 12

/** So many places are named; a further one must be nearly as likely as the best. */
const most = 3
const behind = 1.5

/** Where something was said, the best place first; `undefined` where nothing was found. */
export async function answerPlaces(
  wanted: Wanted & { readonly medium?: 'episode' | 'post' },
  ground: Ground,
): Promise<Answer | undefined> {
  const began = performance.now()
  const found = await findFor(wanted, ground, depth)
  if (!isFound(found, ground)) return undefined
  const named = found.filter(({ passage }) => passage.about.kind === wanted.medium)
  const hits = isFound(named, ground) ? named : found
  const ranked = onePerSource(sentencesFor(wanted, hits), most)
  const least = (ranked[0]?.worth ?? 0) - behind
  const chosen = newestFirst(
    ranked.filter(({ worth }) => worth >= least),
    (one) => one,
    wanted.topic,
  )
  const claims = toClaims(chosen, hits, ground)
  return answerOf(wanted.question, claims, { shape: { kind: 'places' }, began })
}
