import type { Board } from './crisis/board.ts'
import type { Command } from './crisis/commands.ts'
import type { Outlook } from './crisis/match-playbooks.ts'
import { deadlineLine, headLines } from './crisis/report.ts'
import { levelName, roleName, timeIn, titleOf } from './crisis/sheet.ts'
import type { Incident, StepState } from './domain/incident.ts'
import type { Reply, StepGroup } from './domain/reply.ts'
import { blankReply } from './frame.ts'

/** A button of the live card. `value` is opaque: an id, a thing and the version of it that was shown. */
interface CardAction {
  readonly id: 'step-done' | 'approve' | 'playbook' | 'open'
  readonly label: string
  readonly value: string
}

/** How many steps a card shows: the next ones, so that it fits a phone. */
const shownSteps = 8

const marks = { open: '☐', done: '☑', skipped: '–', blocked: '!', asleep: '·' } as const
const said = {
  open: 'offen',
  done: 'erledigt',
  skipped: 'ausgelassen',
  blocked: 'hängt',
  asleep: 'nur wenn nötig',
} as const

/**
 * The live card of an incident as every door renders it: level, what must be done now, the steps, the
 * terms. The same incident at the same moment gives the same card, so it can be replaced any time.
 */
export function incidentCard(incident: Incident, board: Board): Reply {
  const { severity, status } = incident
  const state = status === 'closed' ? 'abgeschlossen' : `Stufe ${levelName(severity.level)}`
  const calls = board.called.filter(({ isNoted }) => !isNoted).map(({ say }) => say)
  const groups: readonly StepGroup[] = [
    { title: 'Jetzt', items: calls, isOrdered: false },
    { title: 'Schritte', items: stepLines(incident, board), isOrdered: false },
    { title: 'Texte', items: textLines(incident), isOrdered: false },
    { title: 'Fristen', items: board.deadlines.map(deadlineLine), isOrdered: false },
  ]
  return {
    ...blankReply('notice', 'de'),
    lead: `${titleOf(incident)} · ${state} · ${incident.id}`,
    steps: groups.filter(({ items }) => items.length > 0),
    notes: [
      headLines(incident, board)[1] ?? '',
      status === 'open'
        ? `Stufe neu einschätzen: ${board.isRecheckDue ? 'jetzt' : timeIn(incident, board.recheck)}.`
        : '',
    ].filter(Boolean),
  }
}

function stepLines(incident: Incident, board: Board): readonly string[] {
  const awake = incident.steps.filter(({ status }) => status !== 'asleep')
  const firstOpen = awake.findIndex(({ status }) => status === 'open' || status === 'blocked')
  // One that is done stays in sight above those that are not.
  const from = Math.max(0, (firstOpen < 0 ? awake.length : firstOpen) - 1)
  return awake.slice(from, from + shownSteps).map((one) => stepLine(one, incident, board))
}

function stepLine(
  { step, status, due, owner }: StepState,
  incident: Incident,
  board: Board,
): string {
  const isLate = status === 'open' && due < board.now
  const when = isLate ? `überfällig seit ${timeIn(incident, due)}` : said[status]
  const until = status === 'open' && !isLate ? `bis ${timeIn(incident, due)}` : when
  const who = owner ? `${roleName(step.role, incident)}, ${owner}` : roleName(step.role, incident)
  return `${marks[status]} ${step.do} (${who}, ${until})`
}

function textLines(incident: Incident): readonly string[] {
  return incident.drafts.map(({ id, version, approval, approvers }) => {
    const who = approvers.map((role) => roleName(role, incident)).join(' oder ')
    const state = approval ? 'freigegeben' : `wartet auf ${who}`
    return `Text ${id}, Fassung ${version}: ${state}`
  })
}

/** What may be pressed under the card: the next steps, what waits for approval, a playbook to start. */
export function cardActions(incident: Incident, board: Board, most: number): readonly CardAction[] {
  const { id, drafts } = incident
  const steps = board.asked.map(
    ({ step, version }): CardAction => ({
      id: 'step-done',
      label: `${step.id.toUpperCase()} erledigt`,
      value: `${id}:${step.id}:${version}`,
    }),
  )
  const texts = drafts
    .filter(({ approval }) => !approval)
    .map(
      (draft): CardAction => ({
        id: 'approve',
        label: `Text ${draft.id} freigeben`,
        value: `${id}:${draft.id}:${draft.version}`,
      }),
    )
  const starts = board.called.flatMap(({ start }): readonly CardAction[] =>
    start
      ? [{ id: 'playbook', label: `${start.toUpperCase()} starten`, value: `${id}:${start}:0` }]
      : [],
  )
  return [...starts, ...texts, ...steps].slice(0, most)
}

/** Under the first steps: open an incident with one of the two playbooks that fit best. */
export function openActions({ playbooks }: Outlook): readonly CardAction[] {
  return playbooks.map(({ id, title }) => ({
    id: 'open',
    label: `Lage eröffnen: ${title}`,
    value: id,
  }))
}

/** What a press on a card means; `undefined` for a value that no card of ours carries. */
export function pressed(
  action: string,
  value: string,
): { readonly incident: string; readonly command: Command } | undefined {
  const [, incident, thing, version] =
    /^(L\d{1,12}):([\p{L}\d_.-]{1,40}):(\d{1,6})$/u.exec(value) ?? []
  if (incident === undefined || thing === undefined) return undefined
  const seen = Number(version)
  switch (action) {
    case 'step-done':
      return { incident, command: { type: 'step', step: thing, to: 'done', seen } }
    case 'approve':
      return { incident, command: { type: 'approve', draft: thing, version: seen } }
    case 'playbook':
      return { incident, command: { type: 'playbook', playbook: thing } }
    default:
      return undefined
  }
}
