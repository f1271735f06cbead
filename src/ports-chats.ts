import type { Inbound } from './domain/inbound.ts'
import type { Reply } from './domain/reply.ts'
import type { Task } from './ports-store.ts'

/** A reply on its way out; the id names it for buttons and against doubles. */
interface Outgoing {
  readonly id: string
  readonly reply: Reply
  /** Where an earlier try put it, or began to. */
  readonly ref?: string
  /** To be told where the message is as soon as it has a place, filled or not. */
  readonly onPlaced: (ref: string) => void
}

/** A file for people to keep; made only where it can be given. */
export interface Attachment {
  readonly name: string
  /** In German: what it is. */
  readonly title: string
  make(): Promise<Uint8Array>
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
  /**
   * Puts files where the message came from, with words beside them, once. False where the platform takes
   * none here, or not from us: then nothing of it stands there. Missing where it never does.
   */
  attach?(files: readonly Attachment[], words: string): Promise<boolean>
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
