import type { Reading } from './deadline.ts'
import type { Actor, Channel, IncidentEvent } from './incident-events.ts'
import type { Axes, Flag, HardRule, Level, Manual, Role, Step } from './playbook.ts'
import type { Instant } from './time.ts'

/** `asleep`: its condition was not met so far, nobody is asked for it. */
export type StepStatus = 'open' | 'done' | 'skipped' | 'blocked' | 'asleep'

/** A step of the checklist. `version` is the event that changed it last; 0 for none. */
export interface StepState {
  readonly step: Step
  /** `common` for the steps of every playbook. */
  readonly playbook: string
  readonly due: Instant
  readonly status: StepStatus
  readonly version: number
  readonly at?: Instant
  readonly by?: Role
  readonly owner?: string
  readonly reason?: string
}

/** How bad it is now, and why. */
export interface SeverityState {
  readonly axes: Axes
  readonly flags: readonly Flag[]
  readonly atLeast?: Level
  readonly level: Level
  readonly rules: readonly HardRule[]
  readonly since: Instant
  readonly by: Role
  readonly version: number
}

interface Approval {
  readonly version: number
  readonly hash: string
  readonly role: Role
  readonly how: 'here' | 'phone' | 'advance'
  readonly at: Instant
  readonly when?: Instant
  /** Who wrote it down, where that is somebody else than who approved. */
  readonly enteredBy: Actor
  readonly approver?: string
}

/** A text on its way out. Only the newest version counts. */
export interface DraftState {
  readonly id: string
  readonly version: number
  readonly hash: string
  readonly texts: Readonly<Partial<Record<Channel, string>>>
  /** Everybody who wrote a version of it: none of them approves it. */
  readonly authors: readonly Actor[]
  readonly written: Instant
  readonly approvers: readonly Role[]
  readonly template?: string
  readonly step?: string
  readonly approval?: Approval
  readonly returned?: string
}

/** What was secured and where it lies; never the thing itself. */
interface Evidence {
  readonly number: number
  readonly seen: Instant
  readonly what: string
  readonly where: string
  readonly url?: string
  readonly reference?: string
}

/** A term that runs apart from the steps, and beyond the end of the incident. */
export interface DeadlineState {
  readonly id: string
  readonly kind: 'art33' | 'strafantrag' | 'promise' | 'evidence'
  readonly title: string
  /** Missing where it does not run for certain. */
  readonly due?: Instant
  readonly basis: string
  readonly readings: readonly Reading[]
  readonly known?: Instant
  readonly met?: Instant
  readonly version: number
}

interface Note {
  readonly at: Instant
  readonly by: Actor
  readonly text: string
}

interface Holder {
  readonly holder: string
  readonly deputy?: string
}

/** One criterion of the end: met, or why it is closed all the same. */
interface Exit {
  readonly criterion: string
  readonly isMet: boolean
  readonly reason: string
}

/** An incident as its events tell it. Every door shows the same. */
export interface Incident {
  readonly id: string
  /** The number of its events: whoever saw an older one sees something that changed. */
  readonly version: number
  readonly title: string
  readonly status: 'open' | 'closed'
  readonly started: Instant
  readonly opened: Instant
  readonly openedBy: Actor
  readonly closed?: Instant
  readonly exercise?: { readonly script: string; readonly speed: number }
  /** The rules it runs by: a snapshot. */
  readonly manual: Manual
  readonly playbooks: readonly {
    readonly id: string
    readonly title: string
    readonly from: Instant
  }[]
  readonly signals: readonly string[]
  readonly severity: SeverityState
  readonly highest: Level
  readonly roles: Readonly<Record<Role, Holder>>
  /** In order of their due times. */
  readonly steps: readonly StepState[]
  readonly drafts: readonly DraftState[]
  readonly evidence: readonly Evidence[]
  readonly deadlines: readonly DeadlineState[]
  readonly notes: readonly Note[]
  readonly nudges: Readonly<Record<string, { readonly count: number; readonly last: Instant }>>
  readonly escalations: readonly string[]
  readonly review: Readonly<Record<number, string>>
  readonly exit: readonly Exit[]
  readonly state?: string
  readonly log: readonly IncidentEvent[]
}
