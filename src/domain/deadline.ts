import type { Instant } from './time.ts'

/** One way to read the law, and when it lets the term end. */
export interface Reading {
  readonly due: Instant
  readonly basis: string
  /** Nobody may rely on it. */
  readonly disputed: boolean
}

/**
 * When a term ends and why. `due` is the date to work with; `readings` stand beside it to be known,
 * never to be used up. Without `due` the term does not run for certain yet.
 */
export interface Term {
  readonly due?: Instant
  readonly basis: string
  readonly readings: readonly Reading[]
  /** What else must be known: how a time was read, that the state is missing. */
  readonly notes: readonly string[]
}
