import { numbersOf, sharedWords } from '../../src/answer/sense.ts'
import { isStopWord } from '../../src/german/stop-words.ts'
import { foldedWords } from '../../src/german/words.ts'

/** So many words of a step may be its own: "einteilen" where the source says "ablösen". */
const mostOwn = 2

/** More than this share of its words is the source's. */
const leastShared = 0.5

// Written short in a step, spoken in full in an episode.
const short: readonly (readonly [RegExp, string])[] = [
  [/\bArt\./g, 'Artikel'],
  [/\bAbs\./g, 'Absatz'],
  [/\bStGB\b/g, 'Strafgesetzbuch'],
  [/\bBMG\b/g, 'Bundesmeldegesetz'],
  [/\bDSA\b/g, 'Digital Services Act'],
  [/\bDSB\b/g, 'Datenschutzbeauftragte'],
]

/**
 * What a step says that the words it is shown with do not: its figures, and its words that mean something
 * where more than two of them, or half of them, are missing there (by stem, or mostly the same letters).
 * Empty where the place carries it.
 *
 * This sees words, not sense. It does not notice that a place denies what the step asks for, that two words
 * of a step are the ones that matter, or that the right words stand there about something else; and it may
 * reproach a step that says the same in other words. A person reads the place before citing it.
 */
export function unsaidIn(step: string, said: string): readonly string[] {
  const [own, source] = [inFull(step), inFull(said)]
  const known = new Set(numbersOf(source))
  const figures = numbersOf(own).filter((figure) => !known.has(figure))
  const content = [...new Set(foldedWords(own))].filter(
    (word) => !isStopWord(word) && !/\d/.test(word),
  )
  const strange = content.filter((word) => sharedWords(word, source) < 1)
  const isStrange = strange.length > mostOwn || strange.length >= content.length * (1 - leastShared)
  return [...figures, ...(isStrange ? strange : [])]
}

function inFull(text: string): string {
  return short.reduce((all, [abbreviation, full]) => all.replace(abbreviation, full), text)
}
