import type { Refusal } from '../domain/answer.ts'

/** Longer messages are no questions; a pasted comment with its thread fits. */
export const longestQuestion = 4000

// Orders to the assistant, not talk about rules: somebody may well ask about users who ignore ours.
const orders = [
  /(?<!\p{L})(?:ignorier(?:e|en sie)?|vergiss|vergessen sie|missachte|überschreibe?)\s+(?:(?:bitte|jetzt|einfach|nun|sofort|mal)\s+)*(?:all\p{L}*|deine|die|sämtliche|bisherige\p{L}*|vorherige\p{L}*|obige\p{L}*)\s.{0,40}?(?:regel|anweisung|instruktion|vorgabe|prompt)/isu,
  /(?<!\p{L})(?:ignore|forget|disregard|bypass)\s+(?:all|any|your|the|previous|prior|above)\s.{0,40}?(?:rules?|instructions?|prompts?|guidelines?)(?!\p{L})/isu,
  /(?<!\p{L})(?:zeig|nenn|verrat|gib|druck|wiederhol|print|show|reveal|repeat|tell)\p{L}*\s.{0,40}?(?:system[\s-]?prompt|dein(?:e|en|er)?\s+(?:prompt|anweisungen|instruktionen)|your\s+(?:prompt|instructions))/isu,
  /^\s*[[<(#*]*\s*(?:system|assistant|developer)\s*[\])>#*]*\s*:/iu,
]

/**
 * Why a message is not searched at all; `undefined` when it is.
 *
 * What is pasted between `>>` and `<<` is somebody else's text: it is data and gives no orders.
 */
export function refusalOf(text: string): Refusal | undefined {
  if (text.length > longestQuestion) return 'too-long'
  if (!/[\p{L}\p{N}]/u.test(text)) return 'empty'
  const own = text.replace(/>>[^<]*<</gu, ' ')
  return orders.some((order) => order.test(own)) ? 'unsafe' : undefined
}
