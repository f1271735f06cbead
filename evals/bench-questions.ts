import type { Passage } from '../src/domain/passage.ts'
import { isStopWord } from '../src/german/stop-words.ts'
import { fold, words } from '../src/german/words.ts'

const openings = ['wie ist', 'was sind', 'wer hat', 'wann wird', 'warum ist', 'wo gibt'] as const

/** Every fifth question has a typo, every third two stop words. */
const every = { typo: 5, opening: 3 } as const

const length = { least: 3, most: 8 } as const

/**
 * Questions made of what the passages themselves say: three to eight content words of every n-th
 * passage, in their order. Same passages and same seed, same questions; none when no passage has
 * three words.
 */
export function makeQuestions(
  passages: readonly Passage[],
  { count, seed }: { readonly count: number; readonly seed: number },
): readonly string[] {
  const sources = passages.map(contentWords).filter((found) => found.length >= length.least)
  const random = openRandom(seed)
  return Array.from({ length: sources.length === 0 ? 0 : count }, (_, at) => {
    const source = sources[Math.floor((at * sources.length) / count)] ?? []
    return makeQuestion(source, at, random)
  })
}

// A passage of nothing but grammar still makes a question.
function contentWords({ text }: Passage): readonly string[] {
  const all = words(text).map((word) => word.text)
  const content = all.filter((word) => word.length >= 3 && !isStopWord(fold(word)))
  return content.length >= length.least ? content : all
}

function makeQuestion(source: readonly string[], at: number, random: Random): string {
  const size = Math.min(source.length, length.least + random(length.most - length.least + 1))
  const start = random(source.length - size + 1)
  const taken = source.slice(start, start + size)
  const spelt = at % every.typo === 0 ? withTypo(taken) : taken
  const opening = openings[random(openings.length)]
  return (at % every.opening === 0 ? [opening, ...spelt] : spelt).join(' ')
}

// Two letters swapped in the longest word, where a typist slips and a stemmer cannot help.
function withTypo(taken: readonly string[]): readonly string[] {
  const longest = taken.reduce((best, word) => (word.length > best.length ? word : best), '')
  const middle = Math.floor(longest.length / 2)
  const letters = [...longest]
  const swapped = [letters[middle] ?? '', letters[middle - 1] ?? '']
  const slipped = letters.toSpliced(middle - 1, 2, ...swapped).join('')
  return taken.toSpliced(taken.indexOf(longest), 1, slipped)
}

/** A whole number from 0 up to, not including, `below`. */
type Random = (below: number) => number

// Mulberry32: enough to scatter questions, and the same on every machine.
function openRandom(seed: number): Random {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below)
  }
}
