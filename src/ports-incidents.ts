import type { Actor, EventBody, IncidentEvent } from './domain/incident-events.ts'
import type { Instant } from './domain/time.ts'

/** Events of one command on their way into a log. */
export interface Entry {
  /** The log as it was when this was decided: the number of its events. */
  readonly after: number
  /** Names the command among all: sent again, it is one. */
  readonly command: string
  readonly by: Actor
  readonly events: readonly EventBody[]
  readonly glance: Glance
}

/** What a list shows of an incident without reading its log. */
export interface Glance {
  readonly title: string
  readonly level: string
  readonly playbooks: readonly string[]
  readonly isExercise: boolean
  readonly isClosed: boolean
}

/** An incident in a list. `version` is the number of its events. */
export interface Listed extends Glance {
  readonly id: string
  readonly version: number
  readonly opened: Instant
}

/**
 * The logs of incidents: events are added and never changed. What was added is on the disk when a call
 * returns. What people wrote is sealed, and erased some time after the end; the figures stay.
 *
 * @throws StoreError (`bad-store`) from every member
 */
export interface Incidents {
  /** Opens a log; the id of the one it opened before, where the command is sent again. */
  create(entry: Omit<Entry, 'after'>): string
  /** Adds to a log; nothing where it is no longer what it was, or the command was there before. */
  append(id: string, entry: Entry): 'appended' | 'stale' | 'repeated'
  /** In order, from the one after `after` on; none for an id that is unknown. */
  events(id: string, after?: number): readonly IncidentEvent[]
  /** Newest first. */
  list(): readonly Listed[]
  /** Keeps the rules that incidents run by; the same text is kept once. */
  keepBook(hash: string, text: string): void
  book(hash: string): string | undefined
}
