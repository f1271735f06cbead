import type { Cue } from '../domain/documents.ts'
import { sentences } from '../german/sentences.ts'
import { inOrder } from './cues.ts'

/** A cue is cut beyond these; one with hardly any text is kept and ended after `silence` seconds. */
export const cueLimits = { seconds: 20, characters: 300, silence: 30 } as const

// From this length on a piece may end with its sentence.
const enoughSeconds = 5
// Slower than speech by far: cutting so short a text finer would only spread it over the silence.
const leastCharacters = 60

/**
 * Cuts cues that are too long to be cited into pieces, at sentence ends where there are any.
 *
 * Times are interpolated by the share of characters. Pieces of overlapping cues interleave by start.
 */
export function splitCues(cues: readonly Cue[]): readonly Cue[] {
  return inOrder(cues.flatMap(splitCue)).map(endAfterSilence)
}

function splitCue(cue: Cue): readonly Cue[] {
  const duration = cue.end - cue.start
  if (duration <= cueLimits.seconds && cue.text.length <= cueLimits.characters) return [cue]
  const perSecond = cue.text.length / Math.max(duration, 1)
  const bySeconds = Math.max(leastCharacters, Math.floor(perSecond * cueLimits.seconds))
  const limit = Math.min(cueLimits.characters, bySeconds)
  const pieces = splitText(cue.text, limit, Math.min(limit, perSecond * enoughSeconds))
  return spread(cue, pieces)
}

function spread(cue: Cue, pieces: readonly string[]): readonly Cue[] {
  const total = pieces.join(' ').length
  const at = (offset: number) =>
    cue.start + ((cue.end - cue.start) * Math.min(offset, total)) / total
  let offset = 0
  return pieces.map((text) => {
    const start = at(offset)
    offset += text.length + 1
    return { ...cue, start, end: offset > total ? cue.end : at(offset), text }
  })
}

function endAfterSilence(cue: Cue): Cue {
  return { ...cue, end: Math.min(cue.end, cue.start + cueLimits.silence) }
}

/**
 * Cuts a line of text into pieces of at most `limit` characters, each of about `goal` or more.
 *
 * At sentence ends; a sentence that is too long at commas, else between words. Only a word beyond
 * 300 characters is itself cut; but for such words the pieces joined by spaces are the text again.
 */
export function splitText(text: string, limit: number, goal: number): readonly string[] {
  const parts = sentences(text).flatMap((sentence) => cutSentence(sentence.text, limit))
  return pack(parts, limit, goal)
}

function cutSentence(sentence: string, limit: number): readonly string[] {
  if (sentence.length <= limit) return [sentence]
  const clauses = sentence.split(/(?<=[,;:–—])\s/u).flatMap((clause) => cutClause(clause, limit))
  return pack(clauses, limit, limit / 2)
}

function cutClause(clause: string, limit: number): readonly string[] {
  if (clause.length <= limit) return [clause]
  const words = clause
    .split(' ')
    .flatMap((word) => cutWord(word, Math.max(limit, cueLimits.characters)))
  return pack(words, limit, clause.length / Math.ceil(clause.length / limit))
}

function cutWord(word: string, limit: number): readonly string[] {
  const count = Math.ceil(word.length / limit)
  return Array.from({ length: count }, (_, index) => word.slice(index * limit, (index + 1) * limit))
}

// Joins neighbours until a piece has reached the goal; a short rest joins the piece before it.
function pack(parts: readonly string[], limit: number, goal: number): readonly string[] {
  const pieces: string[] = []
  for (const part of parts) {
    const last = pieces.at(-1)
    if (last !== undefined && last.length < goal && fits(last, part, limit)) {
      pieces.splice(-1, 1, `${last} ${part}`)
    } else {
      pieces.push(part)
    }
  }
  const [before = '', rest = ''] = pieces.slice(-2)
  if (pieces.length < 2 || rest.length >= goal || !fits(before, rest, limit)) return pieces
  return [...pieces.slice(0, -2), `${before} ${rest}`]
}

function fits(before: string, part: string, limit: number): boolean {
  return before.length + 1 + part.length <= limit
}
