import type { Cue } from '../domain/documents.ts'
import { isSpoken, type Passage, type PassageId } from '../domain/passage.ts'
import { sentences } from '../german/sentences.ts'
import { freeSentences } from './orders.ts'

/** A sentence that may be quoted. `turn` is the same for what one person said without a break. */
export interface Unit {
  readonly passage: PassageId
  readonly turn: number
  readonly text: string
  readonly isQuestion: boolean
  /**
   * It tells what others say ("Vielleicht sagt jemand …"), or the next speaker takes it back ("Nein."):
   * quoted alone it would claim the reverse.
   */
  readonly isHearsay: boolean
}

/** What invented sources say about themselves is no statement on anything else. */
const notice =
  /^(?:Fiktive[rs]? Beispiel(?:folge|beitrag)|Für dieses Projekt geschrieben|Keine Aussage realer Personen oder Podcasts)\.?$/u

/** Longer than this nobody reads on a phone; it is cut at commas, and where there are none, at words. */
const longest = 280

const hearsay =
  /(?<!\p{L})(?:sag(?:t|en)\b.{0,30}\b(?:jemand|manche|viele|leute)|(?:jemand|manche|viele|leute)\b.{0,20}\b(?:sag(?:t|en)|glaub(?:t|en)|denk(?:t|en)|mein(?:t|en))|(?:ein|eine) \p{Lu}\p{L}+ (?:sagt|meint|schreibt|behauptet),|angeblich|es h(?:ei|ie)ß|h(?:ei|ie)ß es|gerücht|habe man|mythos|irrtum|someone says|they say|people think|myth)(?!\p{L})/iu

/** A text to copy has gaps to fill, a transcript has noises; neither is a statement. */
const bracket = /\[[^\]]*\]/g

/** What somebody answers who takes back what was just said. */
const denial =
  /^\P{L}*(?:nein|nee|nö|doch|falsch|quatsch|unsinn|stimmt nicht|das (?:stimmt|gilt|ist) (?:so )?(?:aber |leider |gar )?(?:nicht|falsch)|das ist (?:der falsche|ein falscher)|vorsicht|leider (?:nein|nicht)|eben nicht|im gegenteil|von wegen|no|nope|wrong)(?!\p{L})/iu

/** So many sentences before a denial may be what it takes back. */
const doubted = 3

interface Turn {
  readonly text: string
  readonly isDenied: boolean
}

/** The sentences of a passage in their order; each stands in the passage word for word. */
export function unitsOf(passage: Passage): readonly Unit[] {
  let number = 0
  return turnsOf(passage).flatMap((turn) => {
    number += 1
    const brackets = Array.from(turn.text.matchAll(bracket), (match) => ({
      start: match.index,
      end: match.index + match[0].length,
    }))
    const free = new Set(freeSentences(turn.text).map(({ start }) => start))
    const units = sentences(turn.text).flatMap((sentence) => {
      const isBroken =
        !free.has(sentence.start) ||
        notice.test(sentence.text) ||
        brackets.some(({ start, end }) => start < sentence.end && sentence.start < end)
      // Sentences around a hole do not belong together.
      if (isBroken) number += 1
      return isBroken ? [] : pieces(sentence.text).map((piece) => toUnit(passage, number, piece))
    })
    return turn.isDenied ? units.map((unit, at) => doubt(unit, units.length - at)) : units
  })
}

function doubt(unit: Unit, fromEnd: number): Unit {
  return fromEnd <= doubted ? { ...unit, isHearsay: true } : unit
}

function toUnit({ id }: Passage, turn: number, text: string): Unit {
  const isQuestion = /\?["“”»«')\]]*$/u.test(text)
  return { passage: id, turn, text, isQuestion, isHearsay: hearsay.test(text) }
}

function turnsOf(passage: Passage): readonly Turn[] {
  if (!isSpoken(passage)) {
    return passage.section.text.split('\n').map((text) => ({ text, isDenied: false }))
  }
  const { cues, next } = passage
  const turns = runsOf(next ? [...cues, next] : cues)
  const spoken = runsOf(cues)
  return spoken.map((text, at) => ({ text, isDenied: denial.test(turns[at + 1] ?? '') }))
}

/** What one person says without a break, one text each. */
function runsOf(cues: readonly Cue[]): readonly string[] {
  const runs: { speaker: string | undefined; text: string }[] = []
  for (const { speaker, text } of cues) {
    const last = runs.at(-1)
    if (last && last.speaker === speaker) last.text += ` ${text}`
    else runs.push({ speaker, text })
  }
  return runs.map((run) => run.text)
}

function pieces(sentence: string): readonly string[] {
  if (sentence.length <= longest) return [sentence]
  const at = cutPoint(sentence)
  return [sentence.slice(0, at).replace(/[\s,;:]+$/u, ''), ...pieces(sentence.slice(at).trim())]
}

// Before a conjunction what is cut off is most like a sentence of its own.
function cutPoint(sentence: string): number {
  const head = sentence.slice(0, longest)
  const joined = Array.from(head.matchAll(clause), ({ index }) => index + 1).at(-1) ?? 0
  if (joined > longest / 3) return joined
  const comma = sentence.lastIndexOf(', ', longest)
  if (comma > longest / 3) return comma + 1
  const space = sentence.lastIndexOf(' ', longest)
  return space > 0 ? space : longest
}

const clause =
  /, (?=(?:und|aber|denn|sondern|also|dann|doch|deshalb|trotzdem|and|but|so|then)\s)/giu
