import type { Seconds } from './time.ts'

/** The name of a source: its file's name without the ending, NFC, umlauts and all. */
export type SourceId = string & { readonly __brand: 'SourceId' }

/** Languages we can answer in; sources may be in any. */
export type Language = 'de' | 'en'

/** Missing: the town may show it all. Unknown: quoted shortly, with a link to where it was published. */
type Rights = 'unknown'

/** Who speaks. `id` is what the transcript writes; `role` is shown to readers before `name`. */
export interface Speaker {
  readonly id: string
  readonly name?: string
  readonly role?: string
}

export interface Chapter {
  readonly start: Seconds
  readonly title: string
}

/** From `from` on, what the transcript calls `t` is heard at `t + by`. */
export interface Shift {
  readonly from: Seconds
  readonly by: Seconds
}

/**
 * The second of the published recording at which a second of the transcript is heard; never past its
 * end, nor before its start.
 */
export function heardAt(episode: Episode, second: Seconds): Seconds {
  const shifts = episode.shifts?.filter(({ from }) => from <= second) ?? []
  const shifted = shifts.reduce((sum, { by }) => sum + by, second)
  const end = episode.audioDuration ?? episode.duration
  return Math.max(0, Math.min(shifted, end - 1))
}

/**
 * One episode of a show.
 *
 * `link` is the show's link template (`{url}`, `{audio}`, `{seconds}`, `{clock}`); without one a
 * citation opens our own transcript page. `example` marks what was invented for this project.
 */
export interface Episode {
  readonly kind: 'episode'
  readonly id: SourceId
  readonly show: string
  readonly number?: number
  readonly title: string
  readonly published?: string
  readonly url?: string
  readonly audio?: string
  readonly link?: string
  readonly duration: Seconds
  readonly language: string
  readonly speakers: readonly Speaker[]
  readonly chapters: readonly Chapter[]
  readonly example: boolean
  readonly notes: string
  readonly rights?: Rights
  /** What the recording lasts where it is published; an advertisement may make it differ from `duration`. */
  readonly audioDuration?: Seconds
  /** From a second of the transcript on, the recording is so many seconds ahead; they add up. */
  readonly shifts?: readonly Shift[]
  /** Nobody has read yet what a machine heard. */
  readonly isMachineMade?: true
}

/** One blog post. `published` is a calendar date, `YYYY-MM-DD`, like an episode's. */
export interface Post {
  readonly kind: 'post'
  readonly id: SourceId
  readonly title: string
  readonly published?: string
  readonly url?: string
  readonly language: string
  readonly example: boolean
  readonly rights?: Rights
}

/** What was said without a break; `text` is one line, never empty; `end` is never before `start`. */
export interface Cue {
  readonly start: Seconds
  readonly end: Seconds
  readonly speaker?: string
  readonly text: string
}

/** What stands below one heading; `anchor` names it in a link, `number` counts from 1. */
export interface Section {
  readonly anchor: string
  readonly number: number
  readonly heading: string
  readonly text: string
}

export interface Transcript {
  readonly about: Episode
  readonly cues: readonly Cue[]
}

export interface Article {
  readonly about: Post
  readonly sections: readonly Section[]
}

/** A source as the index keeps it. */
export type Document = Transcript | Article

/** Whether a document is an episode's transcript. */
export function isTranscript(document: Document): document is Transcript {
  return document.about.kind === 'episode'
}

/** A file's name as the id of a source. */
export function toSourceId(name: string): SourceId {
  return name.normalize('NFC') as SourceId
}

/** What two ids have in common when they name the same source: case and composition do not count. */
export function sourceKey(id: string): string {
  return id.normalize('NFC').toLowerCase()
}

/**
 * Who speaks, as a reader should see it. Real people by the name the publisher gives them; invented ones
 * by their role.
 */
export function speakerLabel(episode: Episode, voice: string | undefined): string | undefined {
  if (!voice) return undefined
  const speaker = episode.speakers.find((candidate) => candidate.id === voice)
  if (speaker?.role && (episode.example || !speaker.name)) return `Rolle ${speaker.role}`
  return speaker?.name ?? voice
}

/** The chapter that is on at a second; `undefined` before the first one. */
export function chapterAt(episode: Episode, second: Seconds): Chapter | undefined {
  return episode.chapters.findLast((chapter) => chapter.start <= second)
}
