import type { Refusal } from '../domain/answer.ts'

/** Longer messages are no questions; a pasted comment with its thread fits. */
const longestQuestion = 4000

const orders = [
  /\b(?:ignorier\w*|vergiss|vergesst|missachte\w*|umgeh\w*)\b.{0,60}\b(?:regel\w*|anweisung\w*|instruktion\w*|vorgabe\w*|prompts?)\b/isu,
  /\b(?:ignore|forget|disregard|bypass)\b.{0,60}\b(?:rules?|instructions?|prompts?|guidelines?)\b/isu,
  /\bsystem[\s-]?(?:prompt|anweisung|nachricht|message)\w*/iu,
  /\bdeine[nr]?\s+(?:prompt|anweisungen|instruktionen)\b/iu,
]

/**
 * Why a message is not searched at all; `undefined` when it is.
 *
 * What is pasted between `>>` and `<<` is somebody else's text: it is data and gives no orders.
 */
export function refusalOf(text: string): Refusal | undefined {
  if (text.length > longestQuestion) return 'too-long'
  if (!/[\p{L}\p{N}]/u.test(text)) return 'empty'
  const own = text.replace(/>>.*?<</gsu, ' ')
  return orders.some((order) => order.test(own)) ? 'unsafe' : undefined
}
