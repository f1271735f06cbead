import type { Cue } from '../domain/documents.ts'
import { isSpoken, type Passage, type PassageId } from '../domain/passage.ts'
import { sentences } from '../german/sentences.ts'

/** A sentence that may be quoted. `turn` is the same for what one person said without a break. */
export interface Unit {
  readonly passage: PassageId
  readonly turn: number
  readonly text: string
  readonly isQuestion: boolean
  /** It tells what others say ("Vielleicht sagt jemand …"): quoted alone it would claim the reverse. */
  readonly isHearsay: boolean
}

/** Longer than this nobody reads on a phone; it is cut at commas, and where there are none, at words. */
const longest = 280

const hearsay =
  /(?<!\p{L})(?:sag(?:t|en)\b.{0,30}\b(?:jemand|manche|viele|leute)|(?:jemand|manche|viele|leute)\b.{0,20}\b(?:sag(?:t|en)|glaub(?:t|en)|denk(?:t|en)|mein(?:t|en))|angeblich|es h(?:ei|ie)ß|h(?:ei|ie)ß es|gerücht|habe man|mythos|irrtum|someone says|they say|people think|myth)(?!\p{L})/iu

/** A text to copy has gaps to fill; it is no statement. */
const gap = /\[[^\]]+\]/

/** The sentences of a passage in their order; each stands in the passage word for word. */
export function unitsOf(passage: Passage): readonly Unit[] {
  const turns = isSpoken(passage) ? turnsOf(passage.cues) : passage.section.text.split('\n')
  return turns.flatMap((text, turn) =>
    sentences(text)
      .filter((sentence) => !gap.test(sentence.text))
      .flatMap((sentence) =>
        pieces(sentence.text).map((piece) => ({
          passage: passage.id,
          turn,
          text: piece,
          isQuestion: /\?["“”»«')\]]*$/u.test(piece),
          isHearsay: hearsay.test(piece),
        })),
      ),
  )
}

function turnsOf(cues: readonly Cue[]): readonly string[] {
  const turns: { speaker: string | undefined; text: string }[] = []
  for (const { speaker, text } of cues) {
    const last = turns.at(-1)
    if (last && last.speaker === speaker) last.text += ` ${text}`
    else turns.push({ speaker, text })
  }
  return turns.map((turn) => turn.text)
}

function pieces(sentence: string): readonly string[] {
  if (sentence.length <= longest) return [sentence]
  const at = cutPoint(sentence)
  return [sentence.slice(0, at).replace(/[\s,;:]+$/u, ''), ...pieces(sentence.slice(at).trim())]
}

function cutPoint(sentence: string): number {
  const comma = sentence.lastIndexOf(', ', longest)
  if (comma > longest / 3) return comma + 1
  const space = sentence.lastIndexOf(' ', longest)
  return space > 0 ? space : longest
}
