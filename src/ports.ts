import type { Draft, Question } from './domain/answer.ts'
import type { Document, SourceId } from './domain/documents.ts'
import type { Inbound } from './domain/inbound.ts'
import type { Passage } from './domain/passage.ts'
import type { TownProfile } from './domain/profile.ts'
import type { Reply } from './domain/reply.ts'
import type { Instant } from './domain/time.ts'
import type { Incidents } from './ports-incidents.ts'
import type { Rooms } from './ports-rooms.ts'

/** A source as it lies somewhere, not yet read. */
export interface SourceItem {
  readonly id: SourceId
  /** What a person looks for when this item is in trouble: a path inside the knowledge folder. */
  readonly file: string
  /** Changes whenever `read` would give another document. */
  readonly fingerprint: string
  /** @throws SourceError (`bad-source`) naming the file and, where it can, the line. */
  read(): Promise<{ readonly document: Document; readonly warnings: readonly string[] }>
}

/**
 * A place knowledge comes from.
 *
 * Items come in a stable order, each id once; a file that cannot become an item is one whose `read`
 * throws. Held by `tests/contracts/source.ts`.
 */
export interface KnowledgeSource {
  readonly name: string
  items(signal: AbortSignal): AsyncIterable<SourceItem>
}

/**
 * Turns texts into vectors of unit length. The query and the passage side may differ.
 *
 * At most `batch` texts a call; as many vectors come back, in order, all of the same length, which is
 * known only once a vector was seen. `id` names everything that changes a vector: the model, its
 * address and both prefixes. Held by `tests/contracts/embedder.ts`.
 *
 * @throws UpstreamError (`upstream`) when the endpoint fails, is late or returns something else
 */
export interface Embedder {
  readonly id: string
  readonly batch: number
  embed(
    texts: readonly string[],
    side: 'passage' | 'query',
    signal: AbortSignal,
  ): Promise<readonly Float32Array[]>
}

/**
 * What words say about whether a passage answers, free of the size of the index and of the length of
 * the question: the gate for "not in the sources" rests on it.
 */
export interface Evidence {
  /** The share of what was asked that the passage speaks of, 0 to 1, rare words weighing more. */
  readonly coverage: number
  /** How far its score lies above that of the tenth, as a share of the most it could reach; 0 to 1. */
  readonly lead: number
  /** How many words with a meaning were asked. */
  readonly asked: number
}

/** A passage and how well it fits. Scores order one list; they mean nothing between lists. */
export interface Hit {
  readonly passage: Passage
  readonly score: number
  /** Missing for what only vectors found. */
  readonly evidence?: Evidence
  /** The cosine of question and passage where vectors found it; missing where words alone did. */
  readonly similarity?: number
}

/**
 * What to look for. `earlier` is the thread so far, oldest first: its words count less than those
 * of `text`.
 */
export interface Query {
  readonly text: string
  readonly earlier: readonly string[]
}

/**
 * Finds passages, best first, at most `limit`, each once; ties keep the order of the sources.
 *
 * An empty query finds nothing. Held by `tests/contracts/index.ts`.
 *
 * @throws IndexError (`bad-index`) when the index is missing or damaged
 */
export interface PassageIndex {
  readonly fingerprint: string
  search(query: Query, limit: number, signal: AbortSignal): Promise<readonly Hit[]>
}

/** What a writer may know beside question and passages. */
export interface Writing {
  readonly signal: AbortSignal
  /** A draft of its own that did not hold, for one attempt to mend it. */
  readonly rejected?: Draft
}

/**
 * Writes a draft from passages, best first. What it returns is not trusted: see `answer/verify.ts`.
 *
 * May return no claims: then nothing in the passages answers. Held by `tests/contracts/writer.ts`.
 *
 * @throws UpstreamError (`upstream`) when a model behind it fails, is late or talks rubbish
 */
export interface AnswerWriter {
  readonly id: string
  write(question: Question, hits: readonly Hit[], writing: Writing): Promise<Draft>
}

export interface Clock {
  now(): Instant
}

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
 * What `accept` took is on the disk when it returns. Bodies are sealed, erased by `close` and after ten
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

/** A reply on its way out; the id names it for buttons and against doubles. */
interface Outgoing {
  readonly id: string
  readonly reply: Reply
  /** Where an earlier try put it, or began to. */
  readonly ref?: string
  /** To be told where the message is as soon as it has a place, filled or not. */
  readonly onPlaced: (ref: string) => void
}

/** How much one message of a platform may hold; a renderer cuts between blocks before that. */
export interface SurfaceLimits {
  readonly characters: number
  readonly blocks: number
  readonly sources: number
  /** So many messages at most for one reply. */
  readonly messages: number
}

/** One message being answered, from the sign of life to the end of the last reply. */
export interface Turn {
  readonly inbound: Inbound
  /** Whether this person is answered here; `unknown` where that could not be found out. */
  readonly standing: 'welcome' | 'stranger' | 'unknown'
  /**
   * Shown to people where the platform can; never fails. `onOpened` is told the place the next reply
   * will stand in, where one was opened for it: whoever goes on after a crash fills the same.
   */
  onPhase(phase: 'search' | 'write', onOpened: (ref: string) => void): void
  /** Settles when it is there, once. @throws UpstreamError (`upstream`) */
  post(outgoing: Outgoing): Promise<void>
  /** Seen by this person alone. @throws UpstreamError (`upstream`) */
  whisper(reply: Reply): Promise<void>
  /** Takes away what showed progress; never fails. */
  end(): Promise<void>
}

/**
 * A chat product as the desk sees it. Held by `tests/contracts/surface.ts`.
 *
 * A failing sign of life never costs the answer. `post` waits out what the platform asks for and gives
 * up only when trying again soon will not help.
 */
export interface ChatSurface {
  readonly name: string
  readonly limits: SurfaceLimits
  begin(task: Task, signal: AbortSignal): Promise<Turn>
  /** A message of the program where an event came from. @throws UpstreamError (`upstream`) */
  tell(address: string, reply: Reply): Promise<void>
  /** Whether trying again cannot help: nobody is there to be answered. */
  isFinal(error: unknown): boolean
}
