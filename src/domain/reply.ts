import type { Citation } from './citation.ts'
import type { Language } from './documents.ts'

/** A statement as it is shown: the numbers point into `Reply.sources`, from 1. */
export interface ShownClaim {
  readonly text: string
  readonly numbers: readonly number[]
}

/** A source as it is shown. `line` is plain text; `citation` is what a door makes its link from. */
export interface ShownSource {
  readonly number: number
  readonly line: string
  readonly citation: Citation
}

/**
 * The neutral document that every door renders. It holds text only: no markup of any platform.
 *
 * Order on the screen: `lead`, `claims`, `sources`, `notes`, `disclosure`. Empty lists are left out.
 */
export interface Reply {
  readonly kind: 'answered' | 'refused' | 'question' | 'failed'
  readonly language: Language
  readonly lead: string
  readonly claims: readonly ShownClaim[]
  /** Above the sources: what they are to this answer. */
  readonly sourcesTitle: string
  readonly sources: readonly ShownSource[]
  readonly notes: readonly string[]
  /** That an AI wrote this, and how. */
  readonly disclosure: string
}
