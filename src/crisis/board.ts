import { hoursAfter, localHour } from '../berlin.ts'
import type { DeadlineState, Incident, StepState } from '../domain/incident.ts'
import type { Escalation, Level } from '../domain/playbook.ts'
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
}

export function boardAt(incident: Incident, now: Instant): Board {
  const isOpen = incident.status === 'open'
  const open = isOpen ? incident.steps.filter(({ status }) => status === 'open') : []
  const blocker = open.find(({ step }) => step.blocksOthers)
  const asked = blocker ? [blocker] : open
  const overdue = asked.filter(({ due }) => due < now)
  const recheck = recheckOf(incident)
  const isRecheckDue = isOpen && recheck <= now
  const parts = { now, asked, overdue, recheck, isRecheckDue }
  return {
    ...parts,
    called: isOpen ? calledAt(incident, now) : [],
    nudges: isOpen ? nudgesAt(incident, parts) : [],
    deadlines: incident.deadlines.filter(({ met }) => met === undefined),
  }
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
  const hard = incident.severity.rules.map((rule) => ({ id: `hard.${rule.when}`, rule }))
  const spoken = [...common, ...own].filter(({ rule, from }) =>
    holds(rule, incident, { now, from }),
  )
  return [...hard, ...spoken].map(({ id, rule: { say, start } }) => ({
    id,
    say,
    // What runs already need not be started.
    ...(start && !playbooks.some((one) => one.id === start) ? { start } : {}),
    isNoted: incident.escalations.includes(id),
  }))
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

type Parts = Pick<Board, 'now' | 'overdue' | 'recheck' | 'isRecheckDue'>

function nudgesAt(
  incident: Incident,
  { now, overdue, recheck, isRecheckDue }: Parts,
): Board['nudges'] {
  if (isNight(now) && incident.severity.level !== ('ROT' satisfies Level)) return []
  const late = overdue.map(({ step, due }) => ({ about: step.id, text: step.do, due }))
  // A new level asks anew: its own count.
  const level = isRecheckDue
    ? [{ about: `level.${incident.severity.version}`, text: 'Passt die Stufe noch?', due: recheck }]
    : []
  return [...late, ...level].flatMap(({ about, text, due }) => {
    const { count = 0, last } = incident.nudges[about] ?? {}
    const isSpent = count >= mostNudges
    const pause = pauses[count] ?? 0
    return isSpent || hoursAfter(last ?? due, pause / 60) > now ? [] : [{ about, text, count }]
  })
}

function isNight(now: Instant): boolean {
  const hour = localHour(now)
  return hour >= night.from || hour < night.to
}
