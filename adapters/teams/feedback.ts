import { z } from 'zod'
import { notices } from '../../src/notices.ts'
import { redact } from '../../src/redact.ts'
import { conversationOf, personOf } from './address.ts'
import type { InvokeAnswer } from './botbuilder.ts'
import { feedbackCard } from './card.ts'
import { type Asked, dialog, findKept, told } from './desk.ts'
import { labels } from './labels.ts'
import { refsOf } from './slot.ts'

const reaction = z.enum(['like', 'dislike'])
const Given = z.looseObject({ reaction, feedback: z.unknown().optional() })
const Sent = z.looseObject({ actionName: z.literal('feedback'), actionValue: Given })
const Opened = z.looseObject({ data: Sent })
const Words = z.object({
  ref: z.string().optional(),
  reason: z.string().optional(),
  note: z.string().optional(),
  feedbackText: z.string().optional(),
})
const Dialog = z.looseObject({ data: Words })

const done: InvokeAnswer = { status: 200, body: {} }

/** A thumb, with what was written where somebody wrote; whatever that is, it must not fail the verdict. */
export async function onFeedback(asked: Asked): Promise<InvokeAnswer> {
  const sent = Sent.safeParse(asked.value)
  const answer = answerAt(asked)
  if (!sent.success || !answer) return done
  const { reaction: verdict, feedback } = sent.data.actionValue
  const words = Words.safeParse(fromJson(feedback)).data
  // Some clients send what was written as it is.
  const plain = typeof feedback === 'string' ? { note: feedback } : {}
  record(asked, { answer, verdict, words: words ?? plain })
  return done
}

/** A thumb that wants a dialog: it counts already, also for who closes the dialog. */
export async function onFeedbackDialog(asked: Asked): Promise<InvokeAnswer> {
  const { value, say } = asked
  const answer = answerAt(asked)
  if (!answer) return told(notices(say.language).forgotten)
  const verdict = Opened.safeParse(value).data?.data.actionValue.reaction ?? 'dislike'
  record(asked, { answer, verdict, words: {} })
  return verdict === 'like' ? told(say.noted) : dialog(say.feedback, feedbackCard(answer, say))
}

/** The dialog, in clients that send it as any other. */
export async function onDialogSent(asked: Asked): Promise<InvokeAnswer> {
  const words = Dialog.safeParse(asked.value).data?.data
  const answer = words?.ref
  if (words && answer && findKept(answer, asked))
    record(asked, { answer, verdict: 'dislike', words })
  return told(asked.say.noted)
}

interface Verdict {
  readonly answer: string
  readonly verdict: z.infer<typeof reaction>
  readonly words: z.infer<typeof Words>
}

function record({ desk, address }: Asked, { answer, verdict, words }: Verdict): void {
  const { reason, note, feedbackText } = words
  const written = (note ?? feedbackText)?.trim().slice(0, 2000)
  const isOurs = reason !== undefined && Object.hasOwn(labels('de').reasons, reason)
  desk.store.feedback.record({
    answer,
    person: personOf(address),
    verdict: verdict === 'like' ? 'up' : 'down',
    ...(isOurs ? { reason } : {}),
    ...(written ? { note: redact(written).text } : {}),
  })
}

/** Teams wraps what was written into a string of JSON. */
function fromJson(text: unknown): unknown {
  try {
    return typeof text === 'string' ? JSON.parse(text) : text
  } catch {
    return undefined
  }
}

/**
 * The answer that a message of ours shows, or a part of it. Where a client does not say which message it
 * is about, people mean what was said last.
 */
function answerAt({ desk, replyTo, address }: Asked): string | undefined {
  const { memory } = desk.store
  if (replyTo === '') return memory.lastAnswer(conversationOf(address))
  return refsOf(replyTo, address)
    .map((ref) => memory.answerAt(ref))
    .find((id) => id !== undefined)
}
