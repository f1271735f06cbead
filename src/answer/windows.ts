import type { PassageId } from '../domain/passage.ts'
import { stem } from '../german/stem.ts'
import { isStopWord } from '../german/stop-words.ts'
import { foldedWords } from '../german/words.ts'
import type { Unit } from './units.ts'

/** At most so many sentences and characters make one quote. */
const longest = { sentences: 3, characters: 320 } as const

/** A question or hearsay in the transcript echoes ours and answers nothing; what follows it does. */
const questions = { own: 0.25, handedOn: 0.6, fading: 0.5 } as const

/** Sentences in a row, said by one person, that may become a claim. */
export interface Stretch {
  readonly passage: PassageId
  /** First and last sentence, counted within the passage. */
  readonly from: number
  readonly to: number
  readonly text: string
  readonly worth: number
  readonly stems: ReadonlySet<string>
}

/** Every stretch of a passage that may be quoted, with what it says about the question. */
export function windows(units: readonly Unit[], weigh: (unit: Unit) => number): readonly Stretch[] {
  const worths = handOn(units, units.map(weigh))
  return units.flatMap((first, from) => {
    const made: Stretch[] = []
    let worth = 0
    for (let to = from; to < Math.min(units.length, from + longest.sentences); to += 1) {
      const unit = units[to]
      if (!unit || unit.turn !== first.turn) break
      worth += worths[to] ?? 0
      const text = units
        .slice(from, to + 1)
        .map((item) => item.text)
        .join(' ')
      if (text.length > longest.characters && to > from) break
      if (unit.isHearsay) continue
      made.push({
        passage: first.passage,
        from,
        to,
        text,
        worth: worth / (1 + 0.35 * (to - from)),
        stems: stemsOf(text),
      })
    }
    return made
  })
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

function stemsOf(text: string): ReadonlySet<string> {
  return new Set(
    foldedWords(text)
      .filter((word) => !isStopWord(word))
      .map(stem),
  )
}
