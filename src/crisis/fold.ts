import type { DeadlineState, Incident, SeverityState } from '../domain/incident.ts'
import type { EventBody, IncidentEvent } from '../domain/incident-events.ts'
import { type Flag, type Level, levels, type Manual } from '../domain/playbook.ts'
import { type StateCode, states } from '../domain/profile.ts'
import type { Instant } from '../domain/time.ts'
import { art33, strafantrag } from './deadlines.ts'
import { withApproval, withDraft, withReturn } from './fold-drafts.ts'
import { changeStep, stepsOf, wake } from './fold-steps.ts'
import { highest, severityOf } from './severity.ts'

/** What stands where somebody's words were, once they are past their time. */
const erased = '[gelöscht]'

type Of<T extends EventBody['type']> = Extract<IncidentEvent, { readonly type: T }>

/**
 * An incident as its events tell it, in order; `undefined` without the one that opens it.
 *
 * Pure: the same events and rules give the same incident.
 */
export function fold(
  id: string,
  events: readonly IncidentEvent[],
  manual: Manual,
): Incident | undefined {
  const [first, ...rest] = events
  if (first?.type !== 'incident-opened') return undefined
  return rest.reduce(apply, begin(id, first, manual))
}

function begin(id: string, event: Of<'incident-opened'>, manual: Manual): Incident {
  const { started, signals, exercise, state } = event
  const playbooks = entries(manual, event.playbook, started)
  const severity = severityAt(event, manual)
  return {
    id,
    version: event.seq,
    title: event.words?.title ?? erased,
    status: 'open',
    started,
    opened: event.at,
    openedBy: event.by,
    ...(exercise ? { exercise } : {}),
    manual,
    playbooks,
    signals,
    severity,
    highest: severity.level,
    roles: {},
    steps: stepsOf({ manual, playbooks, signals }),
    drafts: [],
    evidence: [],
    deadlines: [],
    notes: [],
    nudges: {},
    escalations: [],
    review: {},
    exit: [],
    ...(state === undefined ? {} : { state }),
    log: [event],
  }
}

function entries(manual: Manual, id: string, from: Instant): Incident['playbooks'] {
  const found = manual.playbooks.find((one) => one.id === id)
  return found ? [{ id, title: found.title, from }] : []
}

/** The incident after one more event. */
export function apply(incident: Incident, event: IncidentEvent): Incident {
  const next = change(incident, event)
  return { ...next, version: event.seq, log: [...incident.log, event] }
}

function change(incident: Incident, event: IncidentEvent): Incident {
  switch (event.type) {
    case 'step-done':
    case 'step-skipped':
    case 'step-blocked':
    case 'step-reopened':
    case 'step-taken':
      return { ...incident, steps: changeStep(incident.steps, event) }
    case 'draft-written':
      return { ...incident, drafts: withDraft(incident.drafts, event) }
    case 'draft-approved':
      return { ...incident, drafts: withApproval(incident.drafts, event) }
    case 'draft-returned':
      return { ...incident, drafts: withReturn(incident.drafts, event) }
    case 'playbook-added':
      return addPlaybook(incident, event)
    case 'severity-changed':
      return changeSeverity(incident, event)
    case 'signal-set':
      return setSignal(incident, event)
    default:
      return note(incident, event)
  }
}

type Plain = Exclude<
  IncidentEvent['type'],
  | `step-${string}`
  | `draft-${string}`
  | 'incident-opened'
  | 'playbook-added'
  | 'severity-changed'
  | 'signal-set'
>

// What only adds to a list.
function note(incident: Incident, event: Of<Plain> | Of<'incident-opened'>): Incident {
  switch (event.type) {
    case 'role-assigned':
      return assign(incident, event)
    case 'note-added': {
      const { at, by, words } = event
      return { ...incident, notes: [...incident.notes, { at, by, text: words?.text ?? erased }] }
    }
    case 'evidence-added':
      return { ...incident, evidence: [...incident.evidence, toEvidence(event)] }
    case 'deadline-started':
      return { ...incident, deadlines: withDeadline(incident, event) }
    case 'deadline-met':
      return { ...incident, deadlines: incident.deadlines.map((one) => met(one, event)) }
    case 'nudge-sent': {
      const count = (incident.nudges[event.about]?.count ?? 0) + 1
      return {
        ...incident,
        nudges: { ...incident.nudges, [event.about]: { count, last: event.at } },
      }
    }
    case 'escalation-noted':
      return { ...incident, escalations: [...new Set([...incident.escalations, event.rule])] }
    case 'review-answered': {
      const answer = event.words?.text ?? erased
      return { ...incident, review: { ...incident.review, [event.question]: answer } }
    }
    case 'incident-closed':
      return { ...incident, status: 'closed', closed: event.at, exit: toExit(event) }
    case 'handover-noted':
    case 'incident-opened':
      return incident
  }
}

function addPlaybook(incident: Incident, { playbook, at }: Of<'playbook-added'>): Incident {
  const { manual, steps, signals } = incident
  const playbooks = [...incident.playbooks, ...entries(manual, playbook, at)]
  const known = new Map(steps.map((one) => [one.step.id, one]))
  const all = stepsOf({ manual, playbooks, signals })
  // What was done stays done: shared steps are there once.
  return { ...incident, playbooks, steps: all.map((one) => known.get(one.step.id) ?? one) }
}

function setSignal(incident: Incident, { signal }: Of<'signal-set'>): Incident {
  const signals = [...new Set([...incident.signals, signal])]
  return { ...incident, signals, steps: wake(incident.steps, signals) }
}

function changeSeverity(incident: Incident, event: Of<'severity-changed'>): Incident {
  const severity = severityAt(event, incident.manual)
  return { ...incident, severity, highest: highest([incident.highest, severity.level]) }
}

// The level is reckoned here and nowhere stored, so no event can put it below a hard rule.
function severityAt(
  event: Of<'severity-changed' | 'incident-opened'>,
  { common }: Manual,
): SeverityState {
  const { axes, flags, atLeast } = event
  const { level, rules } = severityOf({ axes, flags, atLeast }, common.severity.hardRules)
  return {
    axes,
    flags: flags satisfies readonly Flag[],
    ...(atLeast ? { atLeast: atLeast satisfies Level } : {}),
    level,
    rules,
    since: event.at,
    by: event.by.role,
    version: event.seq,
  }
}

function assign(incident: Incident, { role, words }: Of<'role-assigned'>): Incident {
  const { holder = erased, deputy } = words ?? {}
  const entry = { holder, ...(deputy ? { deputy } : {}) }
  return { ...incident, roles: { ...incident.roles, [role]: entry } }
}

function toEvidence({ number, seen, words }: Of<'evidence-added'>): Incident['evidence'][number] {
  const { what = erased, where = erased, url, reference } = words ?? {}
  return { number, seen, what, where, ...(url ? { url } : {}), ...(reference ? { reference } : {}) }
}

function toExit({ met: all, words }: Of<'incident-closed'>): Incident['exit'] {
  return all.map((isMet, at) => ({
    criterion: words?.criteria[at] ?? erased,
    isMet,
    reason: words?.reasons[at] ?? '',
  }))
}

// A later event of the same id takes the place of the earlier one: knowledge may turn out older.
function withDeadline(incident: Incident, event: Of<'deadline-started'>): readonly DeadlineState[] {
  const state = states[incident.state as StateCode] ? (incident.state as StateCode) : undefined
  const one = toDeadline(event, state)
  const others = incident.deadlines.filter(({ id }) => id !== one.id)
  return [...others, one].toSorted((a, b) => ((a.due ?? '~') < (b.due ?? '~') ? -1 : 1))
}

function toDeadline(event: Of<'deadline-started'>, state: StateCode | undefined): DeadlineState {
  const { deadline, kind, known, act, offender, due, words, seq } = event
  const base = { id: deadline, kind, title: words?.title ?? erased, version: seq }
  if (kind === 'art33' && known !== undefined) return { ...base, known, ...art33({ known, state }) }
  if (kind === 'strafantrag' && act !== undefined)
    return { ...base, known: act, ...strafantrag({ act, offender, state }) }
  return { ...base, ...(due ? { due } : {}), basis: 'Von Menschen gesetzt.', readings: [] }
}

function met(one: DeadlineState, { deadline, at }: Of<'deadline-met'>): DeadlineState {
  return one.id === deadline ? { ...one, met: at } : one
}

/** The levels from calm to bad, for everybody who compares them. */
export function isHigher(one: Level, other: Level): boolean {
  return levels.indexOf(one) > levels.indexOf(other)
}
