import { stem } from '../../german/stem.ts'
import { words } from '../../german/words.ts'
import { spelled } from '../spelling.ts'

/** A word of a text as it stands, as patterns compare it, and its stem; a number is its count of figures. */
export interface Token {
  readonly text: string
  readonly spelled: string
  readonly stem: string
}

// What is longer is no word, and what comes later changes nothing: a text costs the same however long.
const longestWord = 40
const mostSentences = 60
const mostWords = 60

const sentenceEnd = /(?<=[.!?…])\s+|[\n;]+/u

/** The words of a text, sentence by sentence; sentences without words are left out. */
export function tokensOf(text: string): readonly (readonly Token[])[] {
  return text
    .split(sentenceEnd, mostSentences)
    .map((sentence) => words(sentence).slice(0, mostWords).map(toToken))
    .filter((sentence) => sentence.length > 0)
}

function toToken({ text }: { readonly text: string }): Token {
  const cut = text.slice(0, longestWord)
  const form = spelled(cut)
  return { text: cut, spelled: form, stem: /^\d/.test(form) ? '0'.repeat(form.length) : stem(form) }
}
