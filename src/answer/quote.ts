import type { Finding } from '../domain/citation.ts'
import type { Cue } from '../domain/documents.ts'
import { type EpisodePassage, isSpoken, type Passage, type PostPassage } from '../domain/passage.ts'
import { fold, words } from '../german/words.ts'
import { align } from './align.ts'
import { isTurning } from './sense.ts'

/** A quote of fewer words could stand anywhere by chance. */
const fewestWords = 3

/** How alike a quote and the source must be: speech recognition errs by 6 to 10 percent. */
const alike = 0.9

interface Placed {
  readonly folded: string
  readonly line: number
  readonly start: number
  readonly end: number
}

/**
 * Finds the words of a quote in a passage and says where they stand.
 *
 * Case, punctuation and umlaut spelling do not count; a few words may differ. What comes back is
 * always the source's own wording with the times of the cues that hold it. `undefined` when the
 * passage does not say it, or the quote has fewer than three words.
 */
export function findQuote(passage: Passage, quote: string): Finding | undefined {
  const lines = isSpoken(passage) ? passage.cues.map((cue) => cue.text) : [passage.section.text]
  const placed = lines.flatMap(placeWords)
  const wanted = words(quote.normalize('NFC')).map((word) => fold(word.text))
  if (wanted.length < fewestWords) return undefined
  const span = align(
    wanted,
    placed.map((word) => word.folded),
    alike,
  )
  const first = span && isSameSense(wanted, placed.slice(span.from, span.to)) && placed[span.from]
  const last = span && placed[span.to - 1]
  if (!first || !last) return undefined
  const own = slice(lines, first, last)
  return isSpoken(passage)
    ? spokenAt(passage, own, passage.cues.slice(first.line, last.line + 1))
    : writtenAt(passage, own)
}

// One word in ten may be misheard, but never one that turns the meaning round.
function isSameSense(wanted: readonly string[], found: readonly Placed[]): boolean {
  const turning = (words: readonly string[]) => words.filter(isTurning).toSorted().join(' ')
  return turning(wanted) === turning(found.map((word) => word.folded))
}

function placeWords(text: string, line: number): readonly Placed[] {
  return words(text).map(({ text: word, start, end }) => ({ folded: fold(word), line, start, end }))
}

// From the first word to the last, with the mark that opens it and the one that closes it.
function slice(lines: readonly string[], word: Placed, last: Placed): string {
  const opening = /["„“»«(]*$/u.exec(lines[word.line]?.slice(0, word.start) ?? '')?.[0] ?? ''
  const first = { ...word, start: word.start - opening.length }
  const closing = /^["“”»«')\]]*[.!?…]*["“”»«')\]]*/u
  const tail = lines[last.line]?.slice(last.end) ?? ''
  const end = last.end + (closing.exec(tail)?.[0].trimEnd().length ?? 0)
  if (first.line === last.line) return lines[first.line]?.slice(first.start, end) ?? ''
  const between = lines.slice(first.line + 1, last.line)
  const head = lines[first.line]?.slice(first.start) ?? ''
  return [head, ...between, lines[last.line]?.slice(0, end) ?? ''].join(' ')
}

/** Words with the times of the cues that hold them; `undefined` where there are none. */
export function spokenAt(
  passage: Pick<EpisodePassage, 'id' | 'about'>,
  quote: string,
  cues: readonly Cue[],
): Finding | undefined {
  const [first] = cues
  const last = cues.at(-1)
  if (!first || !last) return undefined
  const { about } = passage
  const speaker = mainSpeaker(cues)
  return {
    kind: 'episode',
    passage: passage.id,
    quote,
    episode: about,
    start: first.start,
    end: Math.max(...cues.map((cue) => cue.end)),
    ...(speaker ? { speaker } : {}),
    ...(about.published ? { published: about.published } : {}),
  }
}

// Whoever says most of it.
function mainSpeaker(cues: readonly Cue[]): string | undefined {
  const letters = new Map<string, number>()
  for (const { speaker, text } of cues) {
    if (speaker) letters.set(speaker, (letters.get(speaker) ?? 0) + text.length)
  }
  return [...letters].toSorted((a, b) => b[1] - a[1])[0]?.[0]
}

/** Words with the section they stand in. */
export function writtenAt(
  passage: Pick<PostPassage, 'id' | 'about' | 'section'>,
  quote: string,
): Finding {
  const { about, section } = passage
  return {
    kind: 'post',
    passage: passage.id,
    quote,
    post: about,
    anchor: section.anchor,
    heading: section.heading,
    section: section.number,
    ...(about.published ? { published: about.published } : {}),
  }
}
