import { foldedWords, words } from './words.ts'

const opening = /(?:^|[.!?:»„"“(]\s*)$/u

/**
 * The folded words of a question that are no nouns by how they are written: in lower case, where other
 * words within a sentence begin with a capital. Empty for a text without such capitals.
 */
export function lesserWords(text: string): ReadonlySet<string> {
  const inside = words(text).filter(({ start }) => !opening.test(text.slice(0, start)))
  const isNoun = (word: string) => /^\p{Lu}/u.test(word)
  const nouns = inside.filter((word) => isNoun(word.text))
  if (nouns.length === 0) return new Set()
  const both = new Set(nouns.flatMap((word) => foldedWords(word.text)))
  const lesser = inside
    .filter((word) => !isNoun(word.text))
    .flatMap((word) => foldedWords(word.text))
  return new Set(lesser.filter((word) => !both.has(word)))
}
