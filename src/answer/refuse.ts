import type { Refusal } from '../domain/answer.ts'
import { takesOver } from './orders.ts'

/** Longer messages are no questions; a pasted comment with its thread fits. */
export const longestQuestion = 4000

/**
 * Why a message is not searched at all; `undefined` when it is.
 *
 * What is pasted between `>>` and `<<` is somebody else's text: it is data and gives no orders.
 */
export function refusalOf(text: string): Refusal | undefined {
  if (text.length > longestQuestion) return 'too-long'
  if (!/[\p{L}\p{N}]/u.test(text)) return 'empty'
  const own = text.replace(/>>[^<]*<</gu, ' ')
  return takesOver(own) ? 'unsafe' : undefined
}
