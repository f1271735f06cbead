import type { Address } from './domain/answer.ts'
import type { TownProfile } from './domain/profile.ts'
import type { Reply } from './domain/reply.ts'
import type { Instant } from './domain/time.ts'
import type { Incidents } from './ports-incidents.ts'
import type { Rooms } from './ports-rooms.ts'

/** An event as a door hands it in. Texts are sealed before they are written. */
export interface Arrival {
  /**
   * All names of the same message; it is new when none of them was seen before. Names that come with a
   * repeat are remembered too.
   */
  readonly keys: readonly [string, ...string[]]
  readonly conversation: string
  /** What a door needs to tell somebody that the message was lost; no word of the message. */
  readonly address: string
  readonly body: string
}

/** An event that was accepted and not answered yet. */
export interface Waiting {
  readonly id: string
  readonly conversation: string
  readonly received: Instant
  /** How many replies to it are out. */
  readonly step: number
  readonly address: string
  /** Missing once it was erased, or where the key was lost. */
  readonly body?: string
}

/** An event to answer now: its text is still there. */
export type Task = Waiting & {
  readonly body: string
  /** It was worked on before, by this run of the program or an earlier one: an answer may be out. */
  readonly isResumed: boolean
}

/**
 * Where events lie from the moment they were acknowledged until they are answered: every one once,
 * none lost.
 *
 * What `accept` took survives the program when it returns, and the machine when `onDisk` settles:
 * only then is an event acknowledged. Bodies are sealed, erased by `close` and after ten
 * minutes by `eraseLate`; keys are remembered for 26 hours, and so is an event nobody could be told of.
 *
 * @throws StoreError (`bad-store`) from every member
 */
export interface Inbox {
  /** The id of a new event, `undefined` for one that was seen. */
  accept(arrival: Arrival): string | undefined
  /** Remembers keys alone; false when one was seen. */
  see(keys: readonly string[]): boolean
  /** Forgets keys: what they stood for did not happen. */
  unsee(keys: readonly string[]): void
  /** Oldest first, of one conversation or of all. */
  waiting(conversation?: string): readonly Waiting[]
  advance(id: string, step: number): void
  /** Erases events: answered, told or withdrawn. */
  close(ids: readonly string[]): void
  /** Erases an event by one of its keys, before or while it is answered; gives its id. */
  withdraw(key: string): string | undefined
  /**
   * Puts a new event in the place of one that waits, by a key of the old one: both or neither. From
   * then on the old keys lead to the new event. Its id; `undefined` where the old one waits no more or
   * the new one was seen.
   */
  replace(key: string, arrival: Arrival): string | undefined
  /** Erases bodies that waited too long, events and keys that are past it; gives the number of bodies. */
  eraseLate(): number
  /** Settles when all that was written here and in the memory so far is on the disk. */
  onDisk(): Promise<void>
}

/** A question somebody asked, redacted. */
export interface Asked {
  readonly id: string
  readonly conversation: string
  readonly message: string
  readonly person: string
  readonly text: string
}

/** An answer that went out. `ref` is what a door needs to find it again; no word of it. */
interface Given {
  readonly question: string
  readonly reply: Reply
  readonly ref?: string
}

/**
 * Threads the bot takes part in, and what was asked and answered, for as long as the town keeps it.
 *
 * @throws StoreError (`bad-store`) from every member
 */
export interface Memory {
  /** From now on messages of this thread are meant for us, for 24 hours from the last one. */
  engage(conversation: string): void
  isEngaged(conversation: string): boolean
  release(conversation: string): void
  remember(asked: Asked): void
  /** The questions of a thread in the last 24 hours but for one, oldest first, at most `limit`. */
  earlier(conversation: string, limit: number, except?: string): readonly string[]
  /** The last questions of one person, newest first. */
  questionsOf(
    person: string,
    limit: number,
  ): readonly (Pick<Asked, 'id' | 'text'> & { at: Instant })[]
  keepAnswer(id: string, given: Given): void
  setRef(id: string, ref: string): void
  /** With its question, where that is kept: what was asked in which conversation. */
  findAnswer(id: string): (Given & Partial<Pick<Asked, 'text' | 'conversation'>>) | undefined
  /**
   * The passages that were shown for the same words in the conversation of an answer, in the last 24
   * hours; without those shown to one question, which is being answered.
   */
  shownWith(id: string, except?: string): readonly string[]
  /** The last answer with sources in a conversation. */
  lastAnswer(conversation: string): string | undefined
  /** How people of a conversation asked to be spoken to in the last 24 hours. */
  addressOf(conversation: string): Address | undefined
  /** The answer that lies at a place, as `setRef` was told; one of several, parted by spaces. */
  answerAt(ref: string): string | undefined
  /** What was answered to a message, oldest first; only what can be found again. */
  answersTo(message: string): readonly { readonly id: string; readonly ref: string }[]
  findQuestion(id: string): Pick<Asked, 'conversation' | 'message' | 'text'> | undefined
  /** Erases one question and its answers; only for the person who asked it. */
  forget(id: string, person: string): boolean
  /** Erases what was asked in a message, and its answers. */
  forgetMessage(message: string): void
}

/** What somebody thought of an answer. One verdict a person and answer; the last one counts. */
interface Verdict {
  readonly answer: string
  readonly person: string
  readonly verdict: 'up' | 'down'
  /** One of those offered, never free text: it is kept unsealed. */
  readonly reason?: string
  /** Redacted. Goes with the answer it is about. */
  readonly note?: string
}

export interface Feedback {
  record(verdict: Verdict): void
  /** Newest first; without the people. */
  list(limit: number): readonly (Omit<Verdict, 'person'> & {
    readonly at: Instant
    readonly passages: readonly string[]
  })[]
}

/** What the town set from inside the chat or with `cli -- setup`. */
export interface Settings {
  profile(): TownProfile
  saveProfile(profile: TownProfile): void
  /** Whom "Mensch holen" calls at a door: an id of that platform. */
  helper(door: string): string | undefined
  saveHelper(door: string, id: string | undefined): void
}

/**
 * All that must not be lost. Texts in it are sealed and short-lived.
 *
 * Held by `tests/store/`.
 */
export interface Store {
  readonly inbox: Inbox
  readonly memory: Memory
  readonly feedback: Feedback
  readonly settings: Settings
  readonly incidents: Incidents
  readonly rooms: Rooms
  /**
   * Erases what is past its time; afterwards no byte of what was ever erased is in a file. Rewrites the
   * file when something changed, about 6 ms for a megabyte: for every few minutes, not every message.
   */
  sweep(): void
  close(): void
}
