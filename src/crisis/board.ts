import { hoursAfter, localHour } from '../berlin.ts'
import type { DeadlineState, Incident, StepState } from '../domain/incident.ts'
import type { Escalation, HardRule, Level, TermRule } from '../domain/playbook.ts'
import type { Instant } from '../domain/time.ts'

/** A rule that speaks now. `id` names it, so that it can be noted once. */
interface Called {
  readonly id: string
  readonly say: string
  /** The playbook it asks to run beside the others. */
  readonly start?: string
  readonly isNoted: boolean
}

/** Something to remind people of now. */
interface Nudge {
  readonly about: string
  readonly text: string
  /** How often it was said before. */
  readonly count: number
}

/** What an incident asks for at a moment. Computed, never scheduled: a restart loses nothing. */
export interface Board {
  readonly now: Instant
  /** Open steps that are asked for, in order of their due times; a blocking one alone. */
  readonly asked: readonly StepState[]
  readonly overdue: readonly StepState[]
  /** When the level is asked for again. */
  readonly recheck: Instant
  readonly isRecheckDue: boolean
  readonly called: readonly Called[]
  readonly nudges: readonly Nudge[]
  /** Terms that run, the next one first. */
  readonly deadlines: readonly DeadlineState[]
  /** Terms that belong to what runs here and that nobody started: when it was known, only people know. */
  readonly unstarted: readonly TermRule[]
  /** What the playbooks want to know first; empty once people set the level. */
  readonly askFirst: readonly string[]
}

export function boardAt(incident: Incident, now: Instant): Board {
  const isOpen = incident.status === 'open'
  const open = isOpen ? incident.steps.filter(({ status }) => status === 'open') : []
  const blocker = open.find(({ step }) => step.blocksOthers)
  const asked = blocker ? [blocker] : open
  const overdue = asked.filter((one) => isLate(one, incident, now))
  const recheck = recheckOf(incident)
  const isRecheckDue = isOpen && recheck <= now
  const called = isOpen ? calledAt(incident, now) : []
  const parts = { now, asked, overdue, recheck, isRecheckDue, called }
  return {
    ...parts,
    nudges: isOpen ? nudgesAt(incident, parts) : [],
    deadlines: incident.deadlines.filter(({ met }) => met === undefined),
    unstarted: unstartedIn(incident),
    askFirst: isOpen ? askedFirst(incident) : [],
  }
}

/**
 * The first questions of every playbook that began since people last set the level: what they answer is
 * what the level is set by.
 */
export function askedFirst({ log, manual }: Pick<Incident, 'log' | 'manual'>): readonly string[] {
  const set = log.findLastIndex(({ type }) => type === 'severity-changed')
  const begun = log.slice(set + 1).flatMap((event) => {
    return event.type === 'incident-opened' || event.type === 'playbook-added' ? event.playbook : []
  })
  const asked = begun.flatMap((id) => manual.playbooks.find((one) => one.id === id)?.askFirst ?? [])
  return [...new Set(asked)]
}

// A hard rule that wants a playbook wants its terms as well, also before somebody starts it. They stay
// asked for after the end: such a term runs on.
function unstartedIn({ manual, playbooks, severity, deadlines }: Incident): readonly TermRule[] {
  const named = [...playbooks.map(({ id }) => id), ...severity.rules.map(({ start }) => start)]
  const rules = manual.playbooks
    .filter(({ id }) => named.includes(id))
    .flatMap((one) => one.deadlines)
  const known = deadlines.map(({ kind }): string => kind)
  return rules.filter(({ id }) => clocks.has(id) && !known.includes(id))
}

/** The terms of a manual that are reckoned here; another one is a person's to set. */
const clocks: ReadonlySet<string> = new Set<DeadlineState['kind']>(['art33', 'strafantrag'])

/**
 * From when an open step is late. What is due at the very start has no time to be done in, so it is late
 * from the next mark of the checklist on: with the shipped rules minute 10, the end of what b01 calls
 * "Minute 0 bis 10: stoppen, sichern, zweite Person anrufen". Every other step says its own minute.
 */
function lateFrom({ step, playbook, due }: StepState, { manual }: Incident): Instant {
  if (step.minute > 0) return due
  const own = manual.playbooks.find(({ id }) => id === playbook)?.steps ?? []
  const marks = [...manual.common.steps, ...own].map(({ minute }) => minute)
  const rhythm = manual.common.severity.recheckMinutes.ROT
  return hoursAfter(due, Math.min(rhythm, ...marks.filter((minute) => minute > 0)) / 60)
}

/** Whether a step waits longer than its checklist allows. */
export function isLate(one: StepState, incident: Incident, now: Instant): boolean {
  const isAwaited = one.status === 'open' && incident.status === 'open'
  return isAwaited && lateFrom(one, incident) < now
}

function recheckOf({ severity, manual }: Incident): Instant {
  const minutes = manual.common.severity.recheckMinutes[severity.level]
  return hoursAfter(severity.since, minutes / 60)
}

function calledAt(incident: Incident, now: Instant): readonly Called[] {
  const { manual, playbooks, started } = incident
  const common = manual.common.escalation.map((rule, at) => ({
    id: `common.${at + 1}`,
    rule,
    from: started,
  }))
  const own = playbooks.flatMap(({ id, from }) => {
    const rules = manual.playbooks.find((one) => one.id === id)?.escalation ?? []
    return rules.map((rule, at) => ({ id: `${id}.${at + 1}`, rule, from }))
  })
  const hard = hardRules(incident).map((rule) => ({ id: `hard.${rule.when}`, rule }))
  const spoken = [...common, ...own].filter(
    ({ rule, from }) => holds(rule, incident, { now, from }) && !isMet(rule, incident),
  )
  return [...hard, ...spoken].map(({ id, rule: { say, start } }) => ({
    id,
    say,
    ...(start ? { start } : {}),
    isNoted: incident.escalations.includes(id),
  }))
}

/** The hard rules that speak and still ask for something. */
export function hardRules(incident: Incident): readonly HardRule[] {
  return incident.severity.rules.filter((rule) => !isMet(rule, incident))
}

// What runs already need not be started, and nobody is asked to.
function isMet({ start }: { readonly start?: string }, { playbooks }: Incident): boolean {
  return start !== undefined && playbooks.some(({ id }) => id === start)
}

interface Since {
  readonly now: Instant
  readonly from: Instant
}

function holds(rule: Escalation, incident: Incident, { now, from }: Since): boolean {
  const { afterMinutes, ifOpen, ifNoApproval, ifLevel, ifAxis, ifSignal } = rule
  const { severity, steps, drafts, signals } = incident
  const isLate = afterMinutes === undefined || hoursAfter(from, afterMinutes / 60) <= now
  const isOpen =
    ifOpen === undefined ||
    steps.some(
      ({ step, status }) => step.id === ifOpen && (status === 'open' || status === 'blocked'),
    )
  const isUnapproved = ifNoApproval !== true || !drafts.some(({ approval }) => approval)
  const isLevel = ifLevel === undefined || severity.level === ifLevel
  const isAxis = Object.entries(ifAxis ?? {}).every(
    ([axis, least]) => severity.axes[axis as 'W' | 'B' | 'G' | 'F'] >= least,
  )
  return (
    isLate &&
    isOpen &&
    isUnapproved &&
    isLevel &&
    isAxis &&
    (ifSignal === undefined || signals.includes(ifSignal))
  )
}

/** After so many nobody is reminded of the same thing any more. */
const mostNudges = 5

/** In minutes: the first at once, the others further and further apart. */
const pauses = [0, 15, 30, 60, 120]

/** In this part of the day only what is red may wake somebody. */
const night = { from: 22, to: 6 }

type Parts = Pick<Board, 'now' | 'overdue' | 'recheck' | 'isRecheckDue' | 'called'>

/** What a nudge is about where a rule speaks; said once. */
export const callMark = 'call.'

function nudgesAt(
  incident: Incident,
  { now, overdue, recheck, isRecheckDue, called }: Parts,
): Board['nudges'] {
  if (isNight(now) && !mayWake(incident)) return []
  const late = overdue.map((one) => ({
    about: one.step.id,
    text: one.step.do,
    due: lateFrom(one, incident),
  }))
  // A new level asks anew: its own count.
  const level = isRecheckDue
    ? [{ about: `level.${incident.severity.version}`, text: 'Passt die Stufe noch?', due: recheck }]
    : []
  const calls = called.flatMap(({ id, say, isNoted }) => {
    const about = `${callMark}${id}`
    return isNoted || incident.nudges[about] ? [] : [{ about, text: say, count: 0 }]
  })
  const timed = [...late, ...level].flatMap(({ about, text, due }) => {
    const { count = 0, last } = incident.nudges[about] ?? {}
    const isSpent = count >= mostNudges
    const pause = pauses[count] ?? 0
    return isSpent || hoursAfter(last ?? due, pause / 60) > now ? [] : [{ about, text, count }]
  })
  return [...calls, ...timed]
}

// Whoever plays an exercise late in the evening sits there and waits for the next line.
function mayWake({ severity, exercise }: Incident): boolean {
  return severity.level === ('ROT' satisfies Level) || exercise !== undefined
}

function isNight(now: Instant): boolean {
  const hour = localHour(now)
  return hour >= night.from || hour < night.to
}
