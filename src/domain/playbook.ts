/** How bad it is, as people say it: green, yellow, red. */
export type Level = 'GRUEN' | 'GELB' | 'ROT'

/** From calm to bad; compared by their place. */
export const levels: readonly Level[] = ['GRUEN', 'GELB', 'ROT']

/** Wave, justification (our mistake?), danger to people, deadline or law. */
export type Axis = 'W' | 'B' | 'G' | 'F'

export const axes: readonly Axis[] = ['W', 'B', 'G', 'F']

/** Each axis from 0 to 3. */
export type Axes = Readonly<Record<Axis, number>>

/** Abbreviation of a role, as in `roles` of common.yaml: `PR`, `BM`. */
export type Role = string

/** What a step rests on: a stretch of an episode or a part of what stands below a heading of a post. */
export interface StepSource {
  readonly source: string
  readonly start?: number
  /** The second at which the last cue ends; missing: the cue at `start` alone. */
  readonly end?: number
  readonly heading?: string
  /** Words of the sentences that carry the step, "first … last" for a stretch; missing: the first sentence. */
  readonly contains?: string
  /** Carries the step only together with the place before it, and is shown beside that. */
  readonly also?: boolean
}

/** `words` are what people type when this happens. */
interface Trigger {
  readonly id: string
  readonly title: string
  readonly words: readonly string[]
}

export interface Step {
  readonly id: string
  /** Due so many minutes after the start. */
  readonly minute: number
  readonly role: Role
  readonly do: string
  readonly doneWhen?: string
  /** Counts only where this trigger or signal was set. */
  readonly when?: string
  /** Ids of texts to copy, the best first. */
  readonly template: readonly string[]
  readonly approve?: Role
  readonly fallbackApprove?: Role
  readonly consult: readonly Role[]
  /** While it is open nothing else is asked for. */
  readonly blocksOthers: boolean
  /** A text approved in advance may be used. */
  readonly preapproved: boolean
  readonly cite: readonly StepSource[]
}

/** When to go further, and what to say then. All conditions that are named must hold. */
export interface Escalation {
  readonly afterMinutes?: number
  readonly ifOpen?: string
  readonly ifNoApproval?: boolean
  readonly ifLevel?: Level
  readonly ifAxis?: Readonly<Partial<Axes>>
  readonly ifSignal?: string
  readonly say: string
  /** The playbook to run beside this one. */
  readonly start?: string
}

/** What a playbook's term is: `hours` or `months` from an event that a person enters. */
export interface TermRule {
  readonly id: string
  readonly title: string
  readonly hours?: number
  readonly months?: number
  readonly from?: string
  readonly cite: readonly StepSource[]
}

export interface Playbook {
  readonly id: string
  readonly title: string
  /** Written for this project, not by the town. */
  readonly example: boolean
  /** The day its law was looked at, `YYYY-MM-DD`. */
  readonly stand?: string
  readonly triggers: readonly Trigger[]
  readonly askFirst: readonly string[]
  /** What to begin with. */
  readonly severity: Axes & { readonly atLeast?: Level }
  readonly deadlines: readonly TermRule[]
  readonly steps: readonly Step[]
  readonly escalation: readonly Escalation[]
  readonly never: readonly string[]
  readonly exit: readonly string[]
}

/** What is known about people and data, beside the axes. */
export const flags = ['dataExposed', 'childAffected'] as const

export type Flag = (typeof flags)[number]

/** A rule that beats the axes: `level` exactly, `atLeast` no lower. */
export interface HardRule {
  readonly when: 'danger3' | Flag
  readonly level?: Level
  readonly atLeast?: Level
  readonly say: string
  readonly start?: string
}

/** What holds in every playbook. */
export interface CommonRules {
  /** As in a playbook. */
  readonly example: boolean
  readonly stand?: string
  readonly roles: Readonly<Record<Role, string>>
  readonly severity: {
    readonly recheckMinutes: Readonly<Record<Level, number>>
    readonly hardRules: readonly HardRule[]
  }
  readonly steps: readonly Step[]
  readonly escalation: readonly Escalation[]
  readonly exit: readonly string[]
  readonly review: {
    readonly afterDays: number
    readonly questions: readonly string[]
    readonly fields: readonly string[]
    readonly rule: string
  }
}

/** All playbooks of a town, in order of their ids. */
export interface Manual {
  readonly common: CommonRules
  readonly playbooks: readonly Playbook[]
}
