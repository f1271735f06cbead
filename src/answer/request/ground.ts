import type { Answer, Answered, Claim, Question, Shape } from '../../domain/answer.ts'
import type { Finding } from '../../domain/citation.ts'
import type { Hit, Library, PassageIndex } from '../../ports.ts'
import { type Gate, passes } from '../gate.ts'
import { isHostTalk } from '../manner.ts'
import { toAsked, toQuery } from '../thread.ts'
import { verify } from '../verify.ts'
import { type Candidate, candidatesFor } from '../write-extract.ts'

/** What requests are answered with. No model is asked: what is shown is found, not written. */
export interface Ground {
  readonly index: PassageIndex
  readonly library?: Library
  readonly toLink: (finding: Finding) => string
  readonly gate: Gate
  readonly signal: AbortSignal
}

/** A request that names a subject, ready to be searched; `topic` is not empty. */
export interface Wanted {
  readonly question: Question
  readonly topic: string
}

/** Who asks where something was said knows that it was: less must speak for what is found. */
const half = 0.5

/** Whether what was found is of the subject at all. */
export function isFound(hits: readonly Hit[], { gate }: Ground): boolean {
  return passes(hits, { least: gate.least * half })
}

/** What the index has to a subject. */
export async function findFor(
  { topic }: Wanted,
  { index, signal }: Ground,
  depth: number,
): Promise<readonly Hit[]> {
  return await index.search(toQuery(topic, []), depth, signal)
}

/** A sentence that has less of the subject only stands near it. */
const leastShared = 0.3

/** What may be quoted of what was found, the likeliest first: one sentence each, or two that belong together. */
export function sentencesFor(wanted: Wanted, hits: readonly Hit[]): readonly Candidate[] {
  const asked = { ...wanted.question, ...toAsked(wanted.topic, []), earlier: [] }
  const all = candidatesFor(asked, hits)
  const near = all.filter(({ share, text }) => share >= leastShared && !isHostTalk(text))
  const short = near.filter(({ lines }) => lines.length === 1)
  return [short, near].find((some) => some.length > 0) ?? all
}

/** The first of each source, at most `limit`. */
export function onePerSource(ranked: readonly Candidate[], limit: number): readonly Candidate[] {
  const best = new Map<string, Candidate>()
  for (const candidate of ranked) {
    if (!best.has(candidate.source)) best.set(candidate.source, candidate)
  }
  return [...best.values()].slice(0, limit)
}

/** Quotes as claims; what does not stand in its passage word for word is left out. */
export function toClaims(
  quotes: readonly Pick<Candidate, 'passage' | 'text'>[],
  hits: readonly Pick<Hit, 'passage'>[],
  { toLink }: Ground,
): readonly Claim[] {
  const claims = quotes.map(({ passage, text }) => ({
    text,
    evidence: [{ passage, quote: text }],
  }))
  const passages = hits.map(({ passage }) => passage)
  return verify({ claims }, passages, toLink).claims
}

interface Made {
  readonly shape: Shape
  readonly began: number
}

/** The answer of these claims; `undefined` without any. */
export function answerOf(
  question: Question,
  [first, ...more]: readonly Claim[],
  { shape, began }: Made,
): Answer | undefined {
  if (!first) return undefined
  const total = performance.now() - began
  return {
    status: 'answered',
    question,
    claims: [first, ...more],
    dropped: 0,
    writer: 'extract',
    ms: { search: 0, write: total, total },
    shape,
  } satisfies Answered
}
