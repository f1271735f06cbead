import type { Language } from './domain/documents.ts'
import type { Inbound } from './domain/inbound.ts'
import { languageOf } from './german/language.ts'
import type { Memory } from './ports-store.ts'
import { wishOf } from './wish.ts'

type Said = Pick<Inbound, 'text' | 'isCommand' | 'conversation' | 'locale'>

/** Commands are known by heart: one of these words tells in which language it was given. */
const told: Readonly<Record<Language, RegExp>> = {
  de: /\b(?:hilfe|danke?|dankeschön|mehr|stelle|mensch|kannst|bist|funktionierst|bitte|abbrechen)\b/i,
  en: /\b(?:thanks?|thx|more|read|human|what|who)\b/i,
}

/**
 * The language a message is answered in: a question in its own, a command in that of the conversation,
 * else in the one it was given in, else in that of the person's client.
 */
export function tongueOf(said: Said, memory: Pick<Memory, 'earlier'>): Language {
  const { wish, text } = wishOf(said)
  if (wish === 'question') return languageOf(text)
  const last = memory.earlier(said.conversation, 1).at(-1)
  if (last !== undefined) return languageOf(last)
  return (['de', 'en'] as const).find((own) => told[own].test(said.text)) ?? said.locale
}
