import { words } from '../german/words.ts'
import { withoutFigures } from './figures.ts'
import { type Mood, moodOf, standsAlone } from './mood.ts'
import { mended, spelled } from './spelling.ts'

/** A clause as patterns are looked for: `words` with a space before, between and after them. */
export interface Said {
  readonly words: string
  readonly mood: Mood
}

// What is longer is no word; cut, so that a pattern costs the same at every place of a text.
const longestWord = 40

// In chats a sentence ends with its line, and the next one may well start in lower case.
const sentenceEnd = /(?<=[.!?…])\s+|[\n;]+/u
const clauseEnd = /,\s+|\s[-–]\s/u

/** The clauses of a message in the spelling that patterns are compared in; empty ones are left out. */
export function saidIn(text: string): readonly Said[] {
  return text.split(sentenceEnd).flatMap(clauses)
}

function clauses(sentence: string): readonly Said[] {
  // Two marks cry, one asks.
  const isQuestion = /[^?!]\?["'“”»)\]]{0,3}\s{0,3}$/u.test(sentence)
  const lines = sentence.split(clauseEnd).map(toLine)
  const parts = lines.filter((line) => line.trim() !== '')
  // "Es brennt, was tun?" puts its mark to the last clause that stands alone and what hangs on it.
  const asking = parts.findLastIndex(standsAlone)
  const found: Said[] = []
  for (const [at, words] of parts.entries()) {
    const around = { isQuestion: isQuestion && at >= asking, before: found.at(-1)?.mood }
    found.push({ words, mood: moodOf(words, around) })
  }
  return found
}

function toLine(text: string): string {
  const all = words(text).map((word) => mended(spelled(word.text.slice(0, longestWord))))
  return withoutFigures(` ${all.join(' ')} `)
}
