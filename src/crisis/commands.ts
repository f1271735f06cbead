import type { Actor, Channel, EventBody } from '../domain/incident-events.ts'
import type { Axes, Flag, Level } from '../domain/playbook.ts'
import type { Instant } from '../domain/time.ts'
import { redact } from '../redact.ts'

/** What somebody wants to do in an incident. `seen` is the version of the thing as it was shown to them. */
export type Command =
  | {
      readonly type: 'step'
      readonly step: string
      readonly to: 'done' | 'skipped' | 'blocked' | 'open' | 'taken'
      /** Why it is skipped or blocked, who takes it, or a note to what is done. */
      readonly text?: string
      readonly seen?: number
    }
  | {
      readonly type: 'level'
      readonly axes?: Partial<Axes>
      readonly flags?: readonly Flag[]
      readonly atLeast?: Level
      readonly reason?: string
      readonly seen?: number
    }
  | {
      readonly type: 'role'
      readonly role: string
      readonly holder: string
      readonly deputy?: string
    }
  | { readonly type: 'note'; readonly text: string }
  | { readonly type: 'signal'; readonly signal: string }
  | { readonly type: 'playbook'; readonly playbook: string }
  | {
      readonly type: 'draft'
      /** A new version of this one; a new text without it. */
      readonly draft?: string
      readonly texts: Readonly<Partial<Record<Channel, string>>>
      readonly template?: string
      readonly step?: string
      readonly seen?: number
    }
  | {
      readonly type: 'approve'
      readonly draft: string
      readonly version: number
      /** Said on the phone by this role at this time; written down by whoever sends the command. */
      readonly phone?: { readonly role: string; readonly at: Instant; readonly who?: string }
    }
  | {
      readonly type: 'return'
      readonly draft: string
      readonly version: number
      readonly reason: string
    }
  | {
      readonly type: 'advance'
      readonly template: string
      readonly values: Readonly<Record<string, string>>
      readonly step?: string
    }
  | {
      readonly type: 'evidence'
      readonly what: string
      readonly where: string
      readonly seen: Instant
      readonly url?: string
      readonly reference?: string
    }
  | {
      readonly type: 'deadline'
      readonly kind: 'art33' | 'strafantrag' | 'promise' | 'evidence'
      /** Of one that is there already: its times are replaced. */
      readonly deadline?: string
      readonly title?: string
      readonly known?: Instant
      readonly act?: Instant
      readonly offender?: Instant
      readonly due?: Instant
    }
  | { readonly type: 'deadline-met'; readonly deadline: string; readonly note?: string }
  /** Several at once are one message to people. */
  | { readonly type: 'nudge'; readonly about: string | readonly string[] }
  | { readonly type: 'escalation'; readonly rule: string }
  | {
      readonly type: 'handover'
      readonly from: string
      readonly to: string
      readonly text?: string
    }
  | { readonly type: 'review'; readonly question: number; readonly text: string }
  | {
      readonly type: 'close'
      readonly met: readonly boolean[]
      readonly reasons: readonly string[]
    }

/** Why something is not done. An expected outcome, never an error. */
export interface Refusal {
  readonly status: 'refused'
  readonly code:
    | 'unknown'
    | 'closed'
    | 'stale'
    | 'already'
    | 'not-allowed'
    | 'own-text'
    | 'old-version'
    | 'gaps'
    | 'expired'
    | 'too-early'
    | 'incomplete'
  /** In German: what stands in the way and what to do. */
  readonly text: string
}

/** What a command comes to. */
export type Decision = { readonly status: 'ok'; readonly events: readonly EventBody[] } | Refusal

export interface Scene {
  readonly now: Instant
  readonly by: Actor
}

export function refuse(code: Refusal['code'], text: string): Refusal {
  return { status: 'refused', code, text }
}

export function ok(...events: readonly EventBody[]): Decision {
  return { status: 'ok', events }
}

/** Whether somebody saw an older state of a thing than the one that counts. */
export function isStale(seen: number | undefined, version: number): boolean {
  return seen !== undefined && seen !== version
}

export const stale = refuse(
  'stale',
  'Schon geändert: Jemand anderes war schneller. Bitte den neuen Stand ansehen.',
)

/** What people write goes in without the personal details our rules know. */
export function clean(text: string): string {
  return redact(text).text.trim().slice(0, 4000)
}

/** What must be found again stays as it was written: who holds a role, where a file lies. It is sealed. */
export function kept(text: string): string {
  return text.trim().slice(0, 200)
}
