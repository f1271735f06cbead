import { berlinTime } from '../../src/berlin.ts'
import type { Board } from '../../src/crisis/board.ts'
import { paceOf } from '../../src/crisis/review.ts'
import type { Incident, StepState } from '../../src/domain/incident.ts'
import { termToJson } from './term-json.ts'

/** A folded incident for other programs: every key is there, times are moments in UTC. */
export function incidentToJson(incident: Incident, board: Board): object {
  const { manual: _, log, steps, deadlines, drafts, exercise, closed, state, ...rest } = incident
  return {
    ...rest,
    closed: closed ?? null,
    state: state ?? null,
    exercise: exercise ?? null,
    level: incident.severity.level,
    steps: steps.map((one) => stepToJson(one, board)),
    drafts: drafts.map(({ approval, ...draft }) => ({ ...draft, approval: approval ?? null })),
    deadlines: deadlines.map((one) => ({
      ...one,
      ...termToJson({ ...one, notes: [] }),
      known: one.known ? berlinTime(one.known) : null,
      met: one.met ?? null,
    })),
    board: {
      now: board.now,
      asked: board.asked.map(({ step }) => step.id),
      overdue: board.overdue.map(({ step }) => step.id),
      recheck: board.recheck,
      isRecheckDue: board.isRecheckDue,
      escalations: board.called,
      nudges: board.nudges,
      askFirst: board.askFirst,
      unstarted: board.unstarted.map(({ id }) => id),
    },
    pace: paceOf(incident),
    log: log.map(({ seq, at, by, type }) => ({ seq, at, role: by.role, type })),
  }
}

function stepToJson({ step, at, by, owner, reason, ...rest }: StepState, board: Board): object {
  const isOverdue = board.overdue.some((one) => one.step.id === step.id)
  return {
    id: step.id,
    do: step.do,
    role: step.role,
    ...rest,
    overdue: isOverdue,
    at: at ?? null,
    by: by ?? null,
    owner: owner ?? null,
    reason: reason ?? null,
    template: step.template,
    approve: step.approve ?? null,
    blocksOthers: step.blocksOthers,
    cite: step.cite,
  }
}
