import type { Question } from '../domain/answer.ts'
import { grams } from '../german/grams.ts'
import { stem } from '../german/stem.ts'
import { isStopWord } from '../german/stop-words.ts'
import { fold, foldedWords, words } from '../german/words.ts'

/** What is not a noun counts less where a question writes nouns with capitals; so does what was asked before. */
const lesser = { other: 0.8, earlier: 0.4 } as const

/** What a word is worth that stands only in pieces ("Strafantrag" in "Strafantragsfrist"). */
const inPieces = 0.8

/** A word that was asked for. */
export interface Wanted {
  readonly stem: string
  readonly pieces: readonly string[]
  /** Rare words count most. */
  readonly weight: number
}

/** For each word that was asked for, how far a text has it, 0 to 1. */
export type Held = readonly number[]

/** The words of a text as they are compared. */
export interface Terms {
  readonly stems: ReadonlySet<string>
  readonly pieces: ReadonlySet<string>
}

export function termsIn(text: string): Terms {
  const content = contentOf(text)
  return { stems: new Set(content.map(stem)), pieces: new Set(content.flatMap(piecesOf)) }
}

/** What a question asks for, weighed by how many of the texts that were read have it. */
export function wantedIn(question: Question, read: readonly Terms[]): readonly Wanted[] {
  const nouns = nounsOf(question.text)
  const wanted = new Map<string, Wanted>()
  const ask = (text: string, weight: number) => {
    for (const word of contentOf(text)) {
      const key = stem(word)
      const kind = nouns.size === 0 || nouns.has(word) ? 1 : lesser.other
      if (wanted.has(key)) continue
      const own = weight * kind * rarityOf(key, read)
      wanted.set(key, { stem: key, pieces: piecesOf(word), weight: own })
    }
  }
  ask(question.text, 1)
  ask(question.earlier.at(-1) ?? '', lesser.earlier)
  return [...wanted.values()]
}

export function heldBy({ stems, pieces }: Terms, wanted: readonly Wanted[]): Held {
  return wanted.map((one) => {
    if (stems.has(one.stem)) return 1
    if (one.pieces.length === 0) return 0
    const there = one.pieces.filter((piece) => pieces.has(piece)).length
    return inPieces * (there / one.pieces.length) ** 1.5
  })
}

/** Which share of what was asked is held, 0 to 1. */
export function shareOf(held: Held, wanted: readonly Wanted[]): number {
  const total = wanted.reduce((sum, { weight }) => sum + weight, 0)
  const own = wanted.reduce((sum, { weight }, at) => sum + weight * (held[at] ?? 0), 0)
  return total === 0 ? 0 : own / total
}

/** What several texts hold between them. */
export function joined(all: readonly Held[]): Held {
  const [first = [], ...more] = all
  return more.reduce((sum, held) => sum.map((one, at) => Math.max(one, held[at] ?? 0)), first)
}

function contentOf(text: string): readonly string[] {
  return foldedWords(text).filter((word) => !isStopWord(word))
}

function piecesOf(word: string): readonly string[] {
  return word.length > 4 ? grams(word) : []
}

// As in a search: rare words tell texts apart.
function rarityOf(key: string, read: readonly Terms[]): number {
  const among = read.filter(({ stems }) => stems.has(key)).length
  return Math.log(1 + (read.length - among + 0.5) / (among + 0.5))
}

// German writes its nouns with a capital; a word at the start of a sentence tells nothing.
function nounsOf(text: string): ReadonlySet<string> {
  return new Set(
    words(text).flatMap(({ text: word, start }) =>
      start > 0 && /^\p{Lu}/u.test(word) ? [fold(word)] : [],
    ),
  )
}
