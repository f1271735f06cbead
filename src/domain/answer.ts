import type { Citation } from './citation.ts'
import type { Language } from './documents.ts'
import type { PassageId } from './passage.ts'
import type { Instant } from './time.ts'

/** How soon an answer is needed: something burns, it is for today, or there is time to plan. */
export type Urgency = 'acute' | 'today' | 'planning'

/** How the people who ask are spoken to. */
export type Address = 'du' | 'sie'

/** What somebody asked, already redacted. `earlier` is the thread so far, oldest first. */
export interface Question {
  readonly text: string
  readonly asked: Instant
  readonly language: Language
  readonly earlier: readonly string[]
  /** How many personal details were taken out before anything else saw the text. */
  readonly removed: number
  /** How much may be written; missing is time to plan. */
  readonly urgency?: Urgency
  /** Missing is du. */
  readonly address?: Address
}

/** What a writer says it rests on: a passage it was given and words from it. Untrusted. */
export interface Evidence {
  readonly passage: PassageId
  readonly quote: string
}

/** What a writer returns. Untrusted: nothing of it is shown before it is verified. */
export interface Draft {
  readonly claims: readonly DraftClaim[]
}

export interface DraftClaim {
  readonly text: string
  readonly evidence: readonly Evidence[]
}

/** A statement with at least one source that says it; an uncited one does not type-check. */
export interface Claim {
  readonly text: string
  readonly citations: readonly [Citation, ...Citation[]]
}

/** Why there is no answer. A refusal is a value, never an error. */
export type Refusal =
  | 'not-in-sources'
  | 'off-topic'
  | 'false-premise'
  | 'empty'
  | 'too-long'
  | 'unsafe'

/** Own time in milliseconds. */
export interface Spent {
  readonly search: number
  readonly write: number
  readonly total: number
}

/** A figure, as it was written, or a whole statement that the sources say otherwise. */
export type Premise =
  | { readonly kind: 'figure'; readonly said: string }
  | { readonly kind: 'statement' }

export interface Answered {
  readonly status: 'answered'
  readonly question: Question
  readonly claims: readonly [Claim, ...Claim[]]
  /** How many claims of the draft had no valid evidence. */
  readonly dropped: number
  readonly writer: string
  readonly ms: Spent
  /** What the question takes for granted and the sources contradict. */
  readonly premise?: Premise
  /** The playbook whose next steps come before the quotes. */
  readonly playbook?: string
  /** Further questions of the same message that have no answer here. */
  readonly rest?: readonly string[]
}

export interface Refused {
  readonly status: 'refused'
  readonly question: Question
  readonly why: Refusal
  /** What comes nearest, best first; empty when nothing was searched. */
  readonly nearest: readonly Citation[]
}

/** One question back, because the answer depends on it. */
interface AskedBack {
  readonly status: 'question'
  readonly question: Question
}

export type Answer = Answered | Refused | AskedBack
