import { grams } from '../german/grams.ts'
import { stem } from '../german/stem.ts'
import { isStopWord } from '../german/stop-words.ts'
import { foldedWords } from '../german/words.ts'

const negation =
  /^(?:nicht|nichts|nie|niemals|niemand|nirgends|kein\w*|ohne|weder|nein|not|no|never|nobody|nothing|neither|nor|without|cannot)$/

/** Whether a folded word turns a statement round or changes its figures. */
export function isTurning(folded: string): boolean {
  return /\d/.test(folded) || negation.test(folded)
}

/** Whether a text denies something. */
export function isNegated(text: string): boolean {
  return foldedWords(text).some((word) => negation.test(word))
}

/** The figures of a text: numbers, clocks, dates, paragraphs, as written. */
export function numbersOf(text: string): readonly string[] {
  return text.match(/\d+(?:[.,:]\d+)*/g) ?? []
}

/** Whether two texts are the same words, whatever their case and marks. */
export function isSameWords(a: string, b: string): boolean {
  return foldedWords(a).join(' ') === foldedWords(b).join(' ')
}

/** The share of a text's content words that another text has, whole or mostly; 1 for none. */
export function sharedWords(text: string, other: string): number {
  const content = foldedWords(text).filter((word) => !isStopWord(word))
  const said = foldedWords(other)
  const stems = new Set(said.map(stem))
  const pieces = new Set(said.flatMap(grams))
  const shared = content.filter((word) => {
    const own = grams(word)
    return stems.has(stem(word)) || own.filter((piece) => pieces.has(piece)).length > own.length / 2
  })
  return content.length === 0 ? 1 : shared.length / content.length
}
