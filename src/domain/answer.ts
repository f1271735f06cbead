import type { Citation } from './citation.ts'
import type { Episode, Language, Post } from './documents.ts'
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
  | 'weather'
  | 'fake-voices'
  | 'verdict'
  | 'no-such-source'

/** What somebody may want to know about the assistant itself. */
export type SelfTopic = 'storage' | 'readers' | 'nature' | 'skills'

/** How an answer is laid out that is more than what the sources say to a question. */
export type Shape =
  | { readonly kind: 'places' }
  /** `more` sources were found beside those that are shown. */
  | { readonly kind: 'list'; readonly more: number }
  | { readonly kind: 'summary'; readonly source: Episode | Post; readonly points: number }
  /** Who says what: nothing is smoothed. */
  | { readonly kind: 'voices' }
  /** Points to check where somebody wanted a yes or a no that is not ours to give. */
  | { readonly kind: 'verdict' }
  | { readonly kind: 'approval'; readonly roles?: ApprovalRoles }

/** Who approves by the playbooks, and who does in their place: roles, never names. */
export interface ApprovalRoles {
  readonly role: string
  readonly deputy?: string
}

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
  /** Missing: what the sources say to a question. */
  readonly shape?: Shape
}

export interface Refused {
  readonly status: 'refused'
  readonly question: Question
  readonly why: Refusal
  /** What comes nearest, best first; empty when nothing was searched. */
  readonly nearest: readonly Citation[]
  /** Where a source was named that is not there: what it was called, and what there is instead. */
  readonly missing?: Missing
}

/** A source that was asked for; `numbers` are those of all episodes, in order. */
export interface Missing {
  readonly called: string
  readonly numbers: readonly number[]
  readonly titles: readonly string[]
}

/** What holds of this installation, for what is said about the assistant. */
export interface SelfFacts {
  /** How many days questions from chats are kept. */
  readonly keepDays: number
  /** The same for what was recorded in an incident, from its end. */
  readonly incidentKeepDays: number
  /** Whether a language model writes the answers. */
  readonly hasModel: boolean
  /** Whether questions go to a model somewhere else, for writing or for searching. */
  readonly isSent: boolean
  readonly approval?: ApprovalRoles
}

/** An answer about the assistant itself or about the town's own rules: it needs no source. */
export interface Told {
  readonly status: 'told'
  readonly question: Question
  readonly about: SelfTopic | 'approval' | 'stock'
  /** The newest sources, and how many there are beside them. */
  readonly stock?: { readonly shown: readonly (Episode | Post)[]; readonly more: number }
  readonly facts: SelfFacts
}

/** One question back, because the answer depends on it. */
interface AskedBack {
  readonly status: 'question'
  readonly question: Question
}

export type Answer = Answered | Refused | AskedBack | Told
