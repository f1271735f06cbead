import { chapterAt } from '../domain/documents.ts'
import {
  type EpisodePassage,
  isSpoken,
  longestSilence,
  type Passage,
  type PostPassage,
  standOf,
} from '../domain/passage.ts'

/** Whether one passage goes on in the other: in an episode without a gap or a new chapter, in a post under the same heading. */
export function continues(one: Passage, other: Passage): boolean {
  const [first, second] = [standOf(one.id), standOf(other.id)]
  if (first.source !== second.source || first.ordinal + 1 !== second.ordinal) return false
  if (isSpoken(one)) return isSpoken(other) && isSaidOn(one, other)
  return !isSpoken(other) && one.section.anchor === other.section.anchor
}

function isSaidOn({ about, cues }: EpisodePassage, other: EpisodePassage): boolean {
  const [next] = other.cues
  const last = cues.at(-1) ?? cues[0]
  const isSameChapter = chapterAt(about, last.start) === chapterAt(about, next.start)
  return isSameChapter && next.start - last.end <= longestSilence
}

/**
 * Each passage with the one it goes on in, where that one is there too. Passages end where a search wants
 * them to: nobody stops talking there.
 */
export function widened(passages: readonly Passage[]): readonly Passage[] {
  return passages.map((one) => {
    const other = passages.find((next) => continues(one, next))
    return other ? joined(one, other) : one
  })
}

/** Two passages as one, by the name of the first. */
export function joined(one: Passage, other: Passage): Passage {
  if (isSpoken(one) && isSpoken(other)) return spokenOn(one, other)
  return isSpoken(one) || isSpoken(other) ? one : writtenOn(one, other)
}

function spokenOn({ next: _, ...one }: EpisodePassage, other: EpisodePassage): EpisodePassage {
  return {
    ...one,
    text: `${one.text} ${other.text}`,
    cues: [...one.cues, ...other.cues],
    ...(other.next ? { next: other.next } : {}),
  }
}

function writtenOn(one: PostPassage, other: PostPassage): PostPassage {
  // Lines of a list end without a mark, and two of them must not become one.
  const between = /[.!?…][“”"»)\]]*$/u.test(one.text) ? ' ' : '\n'
  const text = `${one.text}${between}${other.text}`
  return { ...one, text, section: { ...one.section, text } }
}
