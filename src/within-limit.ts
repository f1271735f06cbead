import type { Answer } from './domain/answer.ts'
import { longest, shownText } from './domain/reply.ts'
import { toReply } from './to-reply.ts'

/** Leaves the last statements for "mehr" until the rest is short enough for whoever needs it now. */
export function withinLimit(answer: Answer): Answer {
  // Who asked for a list or for five points gets all of them.
  if (answer.status !== 'answered' || answer.shape) return answer
  const [first, ...more] = answer.claims
  const limit = longest[answer.question.urgency ?? 'planning']
  if (more.length === 0 || shownText(toReply(answer)).length <= limit) return answer
  return withinLimit({ ...answer, claims: [first, ...more.slice(0, -1)] })
}
