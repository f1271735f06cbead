import { foldedWords } from '../german/words.ts'
import { breaksQuote, leansBack, withoutFiller } from './manner.ts'
import type { Line } from './reading.ts'

/** At most so many sentences and characters make one quote. */
const longest = { sentences: 3, characters: 320 } as const

/** Fewer words say little, and so few are a yes or no to somebody else's question. */
const fewestWords = 4
const fewestFirst = 3

/** Sentences in a row, said by one person, that may become a claim. `from` and `to` count the lines of a run. */
export interface Stretch {
  readonly from: number
  readonly to: number
  readonly lines: readonly [Line, ...Line[]]
  readonly text: string
}

/** Every stretch of a run that may be quoted. */
export function stretchesOf(lines: readonly Line[]): readonly Stretch[] {
  return lines.flatMap((first, from) => {
    const isBareReply = foldedWords(first.unit.text).length < fewestFirst
    if (isBareReply || isTorn(lines[from - 1], first)) return []
    const made: Stretch[] = []
    for (let to = from; to < from + longest.sentences; to += 1) {
      const line = lines[to]
      if (!line || line.turn !== first.turn) break
      const inside = [first, ...lines.slice(from + 1, to + 1)] as const
      const text = joinedText(inside)
      if (text.length > longest.characters && to > from) break
      if (mayBeQuoted(inside, text)) made.push({ from, to, lines: inside, text })
    }
    return made
  })
}

/** The words of lines in a row, without the filler the first opens with. */
export function joinedText([first, ...more]: readonly [Line, ...Line[]]): string {
  return [withoutFiller(first.unit.text), ...more.map(({ unit }) => unit.text)].join(' ')
}

function mayBeQuoted(inside: readonly [Line, ...Line[]], text: string): boolean {
  const last = inside.at(-1)?.unit
  if (last?.isHearsay || last?.isQuestion || breaksQuote(text) || asksIdly(inside)) return false
  return foldedWords(text).length >= fewestWords
}

// It leans on a sentence that could be quoted with it: then that one begins the quote.
function isTorn(before: Line | undefined, first: Line): boolean {
  if (!before || before.turn !== first.turn) return false
  const isCarrier = foldedWords(before.unit.text).length > 4 || before.unit.isQuestion
  const fits = before.unit.text.length + first.unit.text.length < longest.characters
  return isCarrier && fits && leansBack(withoutFiller(first.unit.text))
}

// A question is quoted only for the answer that leans on it ("Und die Kommentare? Die bleiben stehen.").
function asksIdly([first, second, ...more]: readonly [Line, ...Line[]]): boolean {
  if (!second) return false
  const isCarrying = first.unit.isQuestion && leansBack(withoutFiller(second.unit.text))
  const isAsking = first.unit.isQuestion && !isCarrying
  return isAsking || [second, ...more].some(({ unit }) => unit.isQuestion)
}
