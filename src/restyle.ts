import type { Address } from './domain/answer.ts'
import type { Language } from './domain/documents.ts'
import type { Reply } from './domain/reply.ts'

/** How somebody wants the last answer said again. */
export interface Style {
  readonly isShort?: boolean
  readonly address?: Address
  readonly language?: Language
}

const wishes: readonly (readonly [RegExp, Style])[] = [
  [
    /^(?:(?:viel |noch )?kürzer|kurz(?:fassung)?|in kurz|zu lang|fass dich kurz|shorter|too long|in short)$/,
    { isShort: true },
  ],
  [
    /^(?:(?:in |mit )?(?:der )?sie form|per sie|mit sie|gesiezt|sieze? (?:mich|uns)|siezen)$/,
    { address: 'sie' },
  ],
  [
    /^(?:(?:in |mit )?(?:der )?du form|per du|mit du|ohne (?:die )?sie form|geduzt|duze? (?:mich|uns)|duzen|nicht siezen)$/,
    { address: 'du' },
  ],
  [/^(?:(?:auf|in) engli(?:sch|sh)|engli(?:sch|sh)|english please)$/, { language: 'en' }],
  [/^(?:(?:auf|in) (?:deutsch|german)|deutsch|german)$/, { language: 'de' }],
]

const around =
  /^(?:(?:bitte|und|jetzt|nochmal|noch mal|das|es|mach|mach es|mach das|sag|sag es|please|and|now|again|say it|make it) )+|(?: (?:bitte|nochmal|noch mal|please|again))+$/g

/**
 * Reads a message that wants the last answer otherwise ("kürzer bitte und ohne Sie-Form"); `undefined`
 * for every other message. Words alone, small, as `wishOf` reads them.
 */
export function styleOf(said: string): Style | undefined {
  const parts = said.split(/ (?:und|and) /).map((part) => part.replace(around, '').trim())
  const found = parts.map((part) => wishes.find(([pattern]) => pattern.test(part))?.[1])
  return found.includes(undefined) ? undefined : Object.assign({}, ...found)
}

/** Only the first statement with its sources, which keep their numbers; what must be known stays. */
export function shortened(reply: Reply): Reply {
  const [first] = reply.claims
  if (!first) return reply
  const sources = reply.sources.filter(({ number }) => first.numbers.includes(number))
  const gone = reply.sources.filter((source) => !sources.includes(source))
  const named = (note: string) => gone.some(({ number }) => note.includes(`[${number}]`))
  return { ...reply, claims: [first], sources, notes: reply.notes.filter((note) => !named(note)) }
}
