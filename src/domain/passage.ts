import type { Cue, Episode, Post, Section, SourceId } from './documents.ts'

/** Names a passage: `<source>#<ordinal>`, stable as long as the source's text is. */
export type PassageId = string & { readonly __brand: 'PassageId' }

/** A stretch of an episode: whole cues, at most 90 s and 1,200 characters. */
export interface EpisodePassage {
  readonly id: PassageId
  readonly text: string
  readonly about: Episode
  readonly cues: readonly [Cue, ...Cue[]]
  /** What is said right after it, which may take it back. */
  readonly next?: Cue
}

/** A stretch of a post: part of one section, at most 1,200 characters; `section.text` is that part. */
export interface PostPassage {
  readonly id: PassageId
  readonly text: string
  readonly about: Post
  readonly section: Section
}

/** What is found, quoted and cited. */
export type Passage = EpisodePassage | PostPassage

/** The limits every chunker keeps; a contract with everyone who measures us. */
export const passageLimits = { seconds: 90, characters: 1200 } as const

/** A silence of so many seconds ends a passage: what follows is something else. */
export const longestSilence = 30

export function passageId(source: SourceId, ordinal: number): PassageId {
  return `${source}#${ordinal}` as PassageId
}

/** Where a passage stands in its source: `ordinal` counts from 0, `NaN` where the id names none. */
export function standOf(id: string): { readonly source: string; readonly ordinal: number } {
  const at = id.lastIndexOf('#')
  return { source: id.slice(0, at), ordinal: Number(id.slice(at + 1)) }
}

/** Whether a passage was said (and has cues) rather than written. */
export function isSpoken(passage: Passage): passage is EpisodePassage {
  return passage.about.kind === 'episode'
}
