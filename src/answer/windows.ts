import type { PassageId } from '../domain/passage.ts'
import { foldedWords } from '../german/words.ts'
import { breaksQuote, leansBack, withoutFiller } from './manner.ts'
import type { Unit } from './units.ts'
import type { Weight } from './weigh.ts'

/** At most so many sentences and characters make one quote. */
const longest = { sentences: 3, characters: 320 } as const

/** A question or hearsay in the transcript echoes ours and answers nothing; what follows it does. */
const questions = { own: 0.25, handedOn: 0.6, fading: 0.5 } as const

/** Further sentences must earn their place; what leans on a sentence that is not quoted is half lost. */
const cost = { further: 0.3, leaning: 0.7, hearsay: 0.7, open: 0.75, short: 0.7 } as const

/** Fewer words say little, and an exclamation in front of a statement nothing. */
const fewest = { words: 6, opener: 4 } as const

/** Sentences in a row, said by one person, that may become a claim. */
export interface Stretch {
  readonly passage: PassageId
  /** First and last sentence, counted within the passage. */
  readonly from: number
  readonly to: number
  readonly text: string
  readonly worth: number
  /** The share of the question it speaks of, 0 to 1. */
  readonly share: number
}

/** Every stretch of a passage that may be quoted, with what it says about the question. */
export function windows(
  units: readonly Unit[],
  weights: ReadonlyMap<Unit, Weight>,
): readonly Stretch[] {
  const worths = handOn(
    units,
    units.map((unit) => weights.get(unit)?.worth ?? 0),
  )
  return units.flatMap((first, from) => {
    const made: Stretch[] = []
    const inside: Unit[] = []
    for (let to = from; to < Math.min(units.length, from + longest.sentences); to += 1) {
      const unit = units[to]
      if (!unit || unit.turn !== first.turn) break
      inside.push(unit)
      const text = [withoutFiller(first.text), ...inside.slice(1).map((item) => item.text)].join(
        ' ',
      )
      if (text.length > longest.characters && to > from) break
      if (unit.isHearsay || unit.isQuestion || breaksQuote(text)) continue
      if (isTorn(units, from) || asksIdly(inside)) continue
      const worth = worths.slice(from, to + 1).reduce((sum, one) => sum + one, 0)
      made.push({
        passage: first.passage,
        from,
        to,
        text,
        worth: (worth / (1 + cost.further * (to - from - carriers(inside)))) * formOf(text, inside),
        share: Math.max(...inside.map((item) => weights.get(item)?.share ?? 0)),
      })
    }
    return made
  })
}

// It leans on a sentence that could be quoted with it: then that one begins the quote.
function isTorn(units: readonly Unit[], from: number): boolean {
  const [before, first] = [units[from - 1], units[from]]
  if (!before || !first || before.turn !== first.turn) return false
  const isCarrier = foldedWords(before.text).length > 4 || before.isQuestion
  const fits = before.text.length + first.text.length < longest.characters
  return isCarrier && fits && leansBack(withoutFiller(first.text))
}

// A question is quoted only for the answer that leans on it ("Und die Kommentare? Die bleiben stehen.").
function asksIdly([first, second, ...more]: readonly Unit[]): boolean {
  if (!second) return false
  const isCarrying = first?.isQuestion && leansBack(withoutFiller(second.text))
  return (first?.isQuestion && !isCarrying) || [second, ...more].some((unit) => unit.isQuestion)
}

// A sentence that is there for the next one to lean on costs nothing.
function carriers([, second]: readonly Unit[]): number {
  return second && leansBack(withoutFiller(second.text)) ? 1 : 0
}

// How well a stretch stands alone.
function formOf(text: string, inside: readonly Unit[]): number {
  const [first] = inside
  const isAnswer = first?.isHearsay || first?.isQuestion
  // In the middle of a long sentence what came before is missing.
  const isPart = /^\p{Ll}/u.test(first?.text ?? '')
  const isLeaning = first?.isQuestion || (!isAnswer && (isPart || leansBack(text)))
  const start = first?.isHearsay ? cost.hearsay : isLeaning ? cost.leaning : 1
  const end = /[.!?…][“”"»)\]]*$/u.test(text) ? 1 : cost.open
  const opener =
    inside.length > 1 && !isAnswer ? foldedWords(first?.text ?? '').length : fewest.opener
  const isShort = foldedWords(text).length < fewest.words || opener < fewest.opener
  return start * end * (isShort ? cost.short : 1)
}

// What is asked or told by hearsay is answered by what follows, often by somebody else.
function handOn(units: readonly Unit[], own: readonly number[]): readonly number[] {
  let carried = 0
  return units.map((unit, at) => {
    const worth = own[at] ?? 0
    const received = carried
    const raises = unit.isQuestion || unit.isHearsay
    carried = raises ? worth * questions.handedOn : carried * questions.fading
    return raises ? worth * questions.own : worth + received
  })
}
