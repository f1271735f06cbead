import type { Draft, Question } from '../domain/answer.ts'
import type { Finding } from '../domain/citation.ts'
import { UpstreamError } from '../domain/errors.ts'
import { isSpoken, type Passage } from '../domain/passage.ts'
import { languageOf } from '../german/language.ts'
import type { AnswerWriter, Hit } from '../ports.ts'
import { datedOf, newestFirst } from './age.ts'
import { type Gate, passes } from './gate.ts'
import { isSuspect, isSuspectSource } from './orders.ts'
import { echoedWords } from './sense.ts'
import { type Verified, verify } from './verify.ts'
import { widened } from './widen.ts'

/** Who writes and by which rules. Writers are tried in order; the last one never fails. */
export interface Desk {
  readonly writers: readonly [AnswerWriter, ...AnswerWriter[]]
  readonly toLink: (finding: Finding) => string
  readonly gate: Gate
  /** Told when a writer could not be used, for the log. */
  readonly onFallback?: (writer: string, error: unknown) => void
}

/** What is left of the drafts, and whose it is. No claims: nothing in the passages answers. */
export interface Composed extends Verified {
  readonly writer: string
}

type Setting = Desk & { readonly signal: AbortSignal }

/**
 * Lets the writers try in order until one has claims that hold.
 *
 * A model that fails, is late, talks rubbish or invents gives way to the next writer; a model that
 * says the passages do not answer is believed. The last writer has no judgement of its own, so the
 * gate decides whether it may speak at all.
 */
export async function compose(
  question: Question,
  hits: readonly Hit[],
  setting: Setting,
): Promise<Composed> {
  const last = setting.writers.at(-1) ?? setting.writers[0]
  for (const writer of setting.writers) {
    if (writer === last || hits.length === 0) break
    const verified = await attempt(writer, question, { ...setting, hits })
    if (verified) return { ...verified, writer: writer.id }
  }
  if (!passes(hits, setting.gate)) return { writer: last.id, claims: [], dropped: 0 }
  // Who quotes only may go on where a passage ends; a model gets no more to lean on than it was shown.
  const passages = widened(hits.map((hit) => hit.passage))
  return { ...(await draft(last, question, { ...setting, hits, passages })), writer: last.id }
}

type Task = Setting & {
  readonly hits: readonly Hit[]
  /** What quotes are looked for in; missing is the passages of the hits. */
  readonly passages?: readonly Passage[]
}

/** `undefined` when the writer cannot be used for this question. */
async function attempt(
  writer: AnswerWriter,
  question: Question,
  task: Task,
): Promise<Verified | undefined> {
  try {
    const verified = await draft(writer, question, task)
    const isSilent = verified.claims.length === 0 && verified.dropped === 0
    return isSilent || verified.claims.length > 0 ? verified : undefined
  } catch (error) {
    if (!(error instanceof UpstreamError)) throw error
    task.onFallback?.(writer.id, error)
    return undefined
  }
}

// One round to mend what did not hold; what holds after it counts.
async function draft(writer: AnswerWriter, question: Question, task: Task): Promise<Verified> {
  const { hits, signal, toLink, passages = hits.map((hit) => hit.passage) } = task
  const first = await writer.write(question, hits, { signal })
  const verified = sound(question, verify(first, passages, toLink), hits)
  if (verified.dropped === 0) return verified
  const mended = await mend(writer, question, { ...task, rejected: first })
  const again = mended && sound(question, verify(mended, passages, toLink), hits)
  return again && again.claims.length >= verified.claims.length ? again : verified
}

async function mend(
  writer: AnswerWriter,
  question: Question,
  { hits, signal, rejected }: Task & { readonly rejected: Draft },
): Promise<Draft | undefined> {
  try {
    return await writer.write(question, hits, { signal, rejected })
  } catch (error) {
    if (error instanceof UpstreamError) return undefined
    throw error
  }
}

/** A claim may have so many of its words from the question alone; more is the question's own. */
const mostEchoed = 2

/**
 * What repeats its source stays, and nothing else where somebody gave orders to whoever wrote; whatever else is said must be in the question's language and more than
 * what the question wanted to hear.
 */
function sound(question: Question, { claims, dropped }: Verified, hits: readonly Hit[]): Verified {
  const asked = [question.text, ...question.earlier].join(' ')
  const isOrdered = [question.text, ...question.earlier].some(isSuspect) || hits.some(holdsOrders)
  const kept = claims.filter(({ text, citations: [first, ...more] }) => {
    if (text === first.quote) return true
    if (isOrdered) return false
    const cited = new Set([first, ...more].map(({ passage }) => passage))
    const said = hits.flatMap(({ passage }) => (cited.has(passage.id) ? [passage.text] : []))
    const isEcho = echoedWords(text, asked, said.join(' ')).length > mostEchoed
    return !isEcho && languageOf(text) === question.language
  })
  const ordered = newestFirst(kept, ({ citations: [first] }) => datedOf(first), question.text)
  return { claims: ordered, dropped: dropped + claims.length - kept.length }
}

/** Whether something in a passage, as a writer is shown it, is an order to a machine. */
function holdsOrders({ passage }: Hit): boolean {
  const { about, text } = passage
  const names = isSpoken(passage) ? about.title : `${about.title}\n${passage.section.heading}`
  return isSuspectSource(text) || isSuspectSource(names)
}
