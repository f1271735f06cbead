import type { Answer } from '../../domain/answer.ts'
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
import { sourcesIn } from './list.ts'

const depth = 24
const most = 3

/** With one voice nothing can be compared. */
const fewest = 2

/** What each of two or three sources says on a subject, the newest first; nothing is smoothed. */
export async function answerVoices(wanted: Wanted, ground: Ground): Promise<Answer | undefined> {
  const began = performance.now()
  const hits = await findFor(wanted, ground, depth)
  if (!isFound(hits, ground)) return undefined
  const shown = sourcesIn(hits, fewest)
    .slice(0, most)
    .flatMap((source) => source.hits)
  const chosen = onePerSource(sentencesFor(wanted, shown), most).toSorted((a, b) =>
    (b.published ?? '').localeCompare(a.published ?? ''),
  )
  const claims = toClaims(chosen, shown, ground)
  return answerOf(wanted.question, claims, { shape: { kind: 'voices' }, began })
}
