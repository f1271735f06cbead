import { isCommonNoun } from './common-nouns.ts'
import { isDialectWord } from './dialect-words.ts'
import type { Token } from './name-tokens.ts'
import { isOpeningWord } from './opening-words.ts'
import { calendar, nouns, roles, salutations, titles, verbs } from './person-words.ts'
import { isNamedThing } from './places.ts'
import { remember } from './remember.ts'
import { fold } from './words.ts'

const verbal =
  /(?:t|en|st|te|ern|eln|end|ende|ender|ig|ige|iger|iges|lich|liche|licher|isch|ische|ischer|bar|bare|sam|same|los|lose|loser|haft|weise|mals|wärts|warts|ends)$/

/** Whether a word in small letters is one of every day: a verb, an adverb, a quality, a noun without its capital. */
export function isSmallWord({ text }: Token): boolean {
  return isSmall(text)
}

const isSmall = remember((text) => {
  const folded = fold(text)
  return (
    folded.length < 3 ||
    isOpeningWord(folded) ||
    isDialectWord(folded) ||
    verbs.has(folded) ||
    titles.has(folded) ||
    roles.test(folded) ||
    nouns.test(folded) ||
    calendar.has(folded) ||
    salutations.has(folded) ||
    isNamedThing(folded) ||
    verbal.test(folded) ||
    isCommonNoun(text)
  )
})
