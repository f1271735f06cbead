import { isSpoken } from '../domain/passage.ts'
import { breaksQuote, isHostTalk, mannersIn } from './manner.ts'
import type { Line, Run } from './reading.ts'
import { joinedText, type Stretch } from './stretches.ts'
import { continues, joined } from './widen.ts'

/** A stretch and the run it was cut from. */
interface Grown extends Stretch {
  readonly run: Run
}

/** Words that stand for something said before, wherever they are in a sentence. */
const pointsBack =
  /(?<!\p{L})(?:dort|so (?:ein\p{L}*|was|etwas)|solche\p{L}*|diese[rmns]?|dies|jene[rmns]?|ebenfalls|trotzdem|stattdessen|deshalb|deswegen|davon|damit|dazu|dafür|dagegen|daraus|darin|daran|darauf|beide[ns]?|erstere\p{L}*|letztere\p{L}*)(?!\p{L})/iu

/**
 * A stretch with the sentence before it where it points back to that one, so that whoever reads it alone
 * knows what it speaks of; where both are too long together, without its last sentences.
 */
export function rooted<T extends Grown>(stretch: T, room: number): T {
  const { run, lines, from } = stretch
  const before = run.lines[from - 1]
  if (!before || before.turn !== lines[0].turn || !pointsBack.test(lines[0].unit.text))
    return stretch
  if (before.unit.isQuestion || before.unit.isHearsay || isHostTalk(before.unit.text))
    return stretch
  const longer = longestOf([before, ...lines], room)
  const text = joinedText(longer)
  // Without the sentence that has most of what was asked it would answer nothing.
  const answering = Math.max(...lines.map(({ share }) => share))
  if (!longer.slice(1).some(({ share }) => share >= answering)) return stretch
  if (!isWhole(longer, text)) return stretch
  return { ...stretch, from: from - 1, to: from + longer.length - 2, lines: longer, text }
}

/** As many lines, from the first on, as have `room`; the first in any case. */
function longestOf(lines: readonly [Line, ...Line[]], room: number): readonly [Line, ...Line[]] {
  if (lines.length === 1 || joinedText(lines).length <= room) return lines
  return longestOf([lines[0], ...lines.slice(1, -1)], room)
}

/**
 * A stretch with the sentences that go on with it: what one person says without a break, or the rest of a
 * list or paragraph under the same heading, while all of it has at most `room` characters. The condition,
 * the limit and the next step mostly stand there.
 */
export function grown<T extends Grown>(stretch: T, room: number): T {
  const { lines, to } = extended(stretch, room)
  // What only announces what does not fit any more is left out, but for what was meant to be quoted.
  const isIdle = to > stretch.to && announces.test(lines.at(-1)?.unit.text ?? '')
  const kept = isIdle ? ([lines[0], ...lines.slice(1, -1)] as const) : lines
  return { ...stretch, to: to - (isIdle ? 1 : 0), lines: kept, text: joinedText(kept) }
}

/** "Fünf Fragen:" */
const announces = /:["“”»«‘’')\]]*$/u

function extended<T extends Grown>(stretch: T, room: number): T {
  const { run, lines, to } = stretch
  const last = lines.at(-1) ?? lines[0]
  const next = run.lines[to + 1]
  if (!next || !goesOn(last, next)) return stretch
  const longer = [lines[0], ...lines.slice(1), next] as const
  const text = joinedText(longer)
  if (text.length > room || !isWhole(longer, text)) return stretch
  return extended({ ...stretch, to: to + 1, lines: longer, text }, room)
}

function goesOn(last: Line, next: Line): boolean {
  const { unit, place } = next
  const isWritten = !isSpoken(place.passage)
  // Questions may be the list that was announced.
  const isListed = isWritten && (announces.test(last.unit.text) || last.unit.isQuestion)
  if ((unit.isQuestion && !isListed) || unit.isHearsay || isHostTalk(unit.text)) return false
  if (isWritten) return isSamePlace(last, next)
  const { tellsStory, setsScene } = mannersIn(unit.text)
  return !tellsStory && !setsScene && (next.turn === last.turn || isSaidOn(last, next))
}

function isSamePlace({ place }: Line, next: Line): boolean {
  return place.passage === next.place.passage || continues(place.passage, next.place.passage)
}

// The turn of who speaks last goes on where the next passage begins.
function isSaidOn({ place: { passage: one } }: Line, { place: { passage: other } }: Line): boolean {
  if (one === other || !isSpoken(one) || !isSpoken(other) || !continues(one, other)) return false
  return one.cues.at(-1)?.speaker === other.cues[0].speaker
}

// What was left out between two lines must not come back with them.
function isWhole(lines: readonly [Line, ...Line[]], text: string): boolean {
  const first = lines[0].place.passage
  const other = (lines.at(-1) ?? lines[0]).place.passage
  const whole = first === other ? first : joined(first, other)
  return !breaksQuote(text) && flat(whole.text).includes(flat(text))
}

function flat(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
