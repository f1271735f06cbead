import type { Axes, Flag } from '../domain/playbook.ts'

/** What a message may be about: which playbook it speaks for and how bad that is by itself. */
export interface Kind {
  /** As the triggers of the playbooks are called. */
  readonly id: string
  /** What people read as the reason for a proposal. */
  readonly title: string
  readonly playbook: string
  readonly weight: number
  readonly axes: Partial<Axes>
  readonly flag?: Flag
  /** See `toPattern` for how they are written. */
  readonly patterns: readonly string[]
}
