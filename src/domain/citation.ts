import type { Episode, Post } from './documents.ts'
import type { PassageId } from './passage.ts'
import type { Instant, Seconds } from './time.ts'

/** Where something was said. `start` and `end` are the times of the cues that hold the quote. */
export interface EpisodeCitation {
  readonly kind: 'episode'
  readonly passage: PassageId
  /** The source's own words, cut at word boundaries; cues joined by one space. */
  readonly quote: string
  readonly url: string
  readonly episode: Episode
  readonly start: Seconds
  readonly end: Seconds
  readonly speaker?: string
  readonly published?: Instant
}

/** Where something was written. `anchor` opens the heading. */
export interface PostCitation {
  readonly kind: 'post'
  readonly passage: PassageId
  readonly quote: string
  readonly url: string
  readonly post: Post
  readonly anchor: string
  readonly heading: string
  readonly section: number
  readonly published?: Instant
}

export type Citation = EpisodeCitation | PostCitation

/** What was found of a quote in its passage, before links are made. */
export type Finding = Omit<EpisodeCitation, 'url'> | Omit<PostCitation, 'url'>

/** The source a citation points to. */
export function cited(citation: Citation | Finding): Episode | Post {
  return citation.kind === 'episode' ? citation.episode : citation.post
}
