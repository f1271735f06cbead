import type { Language } from './documents.ts'
import type { Instant } from './time.ts'

/** A button of the crisis desk, or a message that somebody marked to be noted. */
type Deed =
  | { readonly kind: 'press'; readonly action: string; readonly value: string }
  | { readonly kind: 'note'; readonly text: string; readonly at: Instant }

/**
 * A message that is meant for us, whatever door it came in by. `text` is plain: mentions of the bot
 * and markup of the platform are gone, what people wrote is not yet redacted.
 *
 * Ids carry their origin (`slack:T1:C1:1700.1`) and are compared, never read.
 */
export interface Inbound {
  /** Names this message among all; the answer's ids begin with it. */
  readonly id: string
  /** The thread: its questions are context of the next one, its answers keep their order. */
  readonly conversation: string
  readonly message: string
  readonly person: string
  readonly text: string
  /** Pictures or files came with it. They are not opened. */
  readonly hasFiles: boolean
  /** Typed behind the product's own command, so its first word may be one of the command's words. */
  readonly isCommand: boolean
  /** The answer somebody wants more of: then nothing was written. */
  readonly more?: string
  /** What was done instead of writing: then `text` is empty. */
  readonly deed?: Deed | undefined
  /** Nobody named us: said in a thread we take part in. */
  readonly isOverheard?: boolean | undefined
  /** People of other organisations read along. */
  readonly isShared?: boolean | undefined
  /** Administers the workspace, as the platform says. */
  readonly isAdmin?: boolean | undefined
  /** What kind of place people wrote it in; in a private one nobody else reads the answer. */
  readonly place: 'private' | 'channel'
  /** Of the labels around an answer; the answer itself follows the question. */
  readonly locale: Language
}
