import { isAcute } from './crisis/message-judgement.ts'
import type { Urgency } from './domain/answer.ts'

const soon =
  /(?<!\p{L})(?:heute|heut|gerade|grad|jetzt|sofort|gleich|dringend|eilig|eilt|noch diese[nr]? (?:stunde|nachmittag|abend)|bis morgen|today|tonight|right now|just now|urgent(?:ly)?|asap|by tomorrow)(?!\p{L})/iu

/** How soon an answer is needed, told by its words. */
export function urgencyOf(text: string): Urgency {
  if (isAcute(text)) return 'acute'
  return soon.test(text) ? 'today' : 'planning'
}
