import type { Incident, StepState, StepStatus } from '../domain/incident.ts'
import type { IncidentEvent } from '../domain/incident-events.ts'
import type { Step } from '../domain/playbook.ts'
import type { Instant } from '../domain/time.ts'

type Ground = Pick<Incident, 'manual' | 'playbooks' | 'signals'>

/** All steps as they stand at the start, in order of their due times; shared ones are there once. */
export function stepsOf({ manual, playbooks, signals }: Ground): readonly StepState[] {
  const [first] = playbooks
  const common = manual.common.steps.map((step) =>
    toState(step, { playbook: 'common', from: first?.from ?? '', signals }),
  )
  const own = playbooks.flatMap(({ id, from }) => {
    const steps = manual.playbooks.find((one) => one.id === id)?.steps ?? []
    return steps.map((step) => toState(step, { playbook: id, from, signals }))
  })
  // Stable: of what is due at the same time, what everybody does comes first.
  return [...common, ...own].toSorted((one, other) => compare(one.due, other.due))
}

function compare(one: string, other: string): number {
  if (one === other) return 0
  return one < other ? -1 : 1
}

interface Place {
  readonly playbook: string
  readonly from: Instant
  readonly signals: readonly string[]
}

function toState(step: Step, { playbook, from, signals }: Place): StepState {
  const due = new Date(Date.parse(from) + step.minute * 60_000).toISOString()
  const isAwake = step.when === undefined || signals.includes(step.when)
  return { step, playbook, due, status: isAwake ? 'open' : 'asleep', version: 0 }
}

/** Steps whose condition is met now are asked for. */
export function wake(steps: readonly StepState[], signals: readonly string[]): Incident['steps'] {
  return steps.map((one) => {
    const isMet = one.step.when !== undefined && signals.includes(one.step.when)
    return one.status === 'asleep' && isMet ? { ...one, status: 'open' } : one
  })
}

type StepEvent = Extract<IncidentEvent, { readonly type: `step-${string}` }>

const became: Readonly<Record<StepEvent['type'], StepStatus>> = {
  'step-done': 'done',
  'step-skipped': 'skipped',
  'step-blocked': 'blocked',
  'step-reopened': 'open',
  'step-taken': 'open',
}

export function changeStep(steps: readonly StepState[], event: StepEvent): readonly StepState[] {
  return steps.map((one) => (one.step.id === event.step ? after(one, event) : one))
}

function after({ step, playbook, due, owner }: StepState, event: StepEvent): StepState {
  const isTaken = event.type === 'step-taken'
  const whose = isTaken ? event.words?.owner : owner
  const reason =
    event.type === 'step-skipped' || event.type === 'step-blocked'
      ? event.words?.reason
      : event.type === 'step-done'
        ? event.words?.note
        : undefined
  return {
    step,
    playbook,
    due,
    status: became[event.type],
    version: event.seq,
    at: event.at,
    by: event.by.role,
    ...(whose ? { owner: whose } : {}),
    ...(reason ? { reason } : {}),
  }
}
