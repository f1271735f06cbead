import { type Board, isLate } from './crisis/board.ts'
import type { Command } from './crisis/commands.ts'
import { headLines, termLines } from './crisis/report.ts'
import { levelName, roleName, timeIn, titleOf } from './crisis/sheet.ts'
import type { Incident, StepState } from './domain/incident.ts'
import type { Reply, ReplyAction, StepGroup } from './domain/reply.ts'
import { blankReply } from './frame.ts'

/** How many steps a card shows: the next ones. */
const shownSteps = 8

/** A card is read on a phone: so many characters at most, in all its lines, and one open step always. */
const longestCard = 800

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
  const lead = `${titleOf(incident)} · ${state} · ${incident.id}`
  const notes = [
    headLines(incident, board)[1] ?? '',
    status === 'open'
      ? `Stufe neu einschätzen: ${board.isRecheckDue ? 'jetzt' : timeIn(incident, board.recheck)}.`
      : '',
  ].filter(Boolean)
  const others: readonly StepGroup[] = [
    { title: 'Jetzt', items: calls, isOrdered: false },
    { title: 'Zuerst klären', items: board.askFirst, isOrdered: false },
    { title: 'Texte', items: textLines(incident), isOrdered: false },
    { title: 'Fristen', items: termLines(board), isOrdered: false },
  ]
  const used = lengthOf([
    lead,
    ...notes,
    ...others.flatMap(({ title, items }) => [title, ...items]),
  ])
  const steps = { title: 'Schritte', items: stepLines(incident, board, used), isOrdered: false }
  const groups = [...others.slice(0, 2), steps, ...others.slice(2)]
  return {
    ...blankReply('notice', 'de'),
    lead,
    steps: groups.filter(({ items }) => items.length > 0),
    notes,
  }
}

function lengthOf(lines: readonly string[]): number {
  return lines.reduce((sum, line) => sum + line.length + 1, 0)
}

function stepLines(incident: Incident, board: Board, used: number): readonly string[] {
  const isOpen = ({ status }: StepState) => status === 'open' || status === 'blocked'
  const ended = incident.steps.filter(({ status }) => status === 'done' || status === 'skipped')
  // The last that was done stays in sight above those that are not.
  const last = ended.toSorted((one, other) => other.version - one.version).slice(0, 1)
  const open = incident.steps.filter(isOpen)
  const room = longestCard - used - moreRoom
  const fitting = (states: readonly StepState[], least: number) =>
    states
      .slice(0, shownSteps)
      .map((one) => stepLine(one, incident, board))
      .filter((_, at, all) => at < least || lengthOf(all.slice(0, at + 1)) <= room)
  const withLast = fitting([...last, ...open], 0)
  const isEnough = withLast.length > Math.min(last.length, 1) || open.length === 0
  const lines = isEnough ? withLast : fitting(open, 1)
  const left = open.length - lines.length + (isEnough ? last.length : 0)
  return left > 0 ? [...lines, `… und ${left} weitere: schreib „lage“`] : lines
}

/** What the line about the rest may take. */
const moreRoom = 60

function stepLine(state: StepState, incident: Incident, board: Board): string {
  const { step, status, due, owner } = state
  const isOver = isLate(state, incident, board.now)
  const isAwaited = status === 'open' && incident.status === 'open'
  const soon = step.minute === 0 ? 'sofort' : `bis ${timeIn(incident, due)}`
  const when = isOver ? `überfällig seit ${timeIn(incident, due)}` : said[status]
  const until = isAwaited && !isOver ? soon : when
  const who = owner ? `${roleName(step.role, incident)}, ${owner}` : roleName(step.role, incident)
  return `${marks[status]} ${step.id.toUpperCase()} ${step.do} (${who}, ${until})`
}

function textLines(incident: Incident): readonly string[] {
  return incident.drafts.map(({ id, version, approval, approvers }) => {
    const who = approvers.map((role) => roleName(role, incident)).join(' oder ')
    const state = approval ? 'freigegeben' : `wartet auf ${who}`
    return `Text ${id}, Fassung ${version}: ${state}`
  })
}

/** What may be pressed under the card: the next steps, what waits for approval, a playbook to start. */
export function cardActions(
  incident: Incident,
  board: Board,
  most: number,
): readonly ReplyAction[] {
  const { id, drafts } = incident
  const steps = board.asked.map(
    ({ step, version }): ReplyAction => ({
      id: 'step-done',
      label: `${step.id.toUpperCase()} erledigt`,
      value: `${id}:${step.id}:${version}`,
    }),
  )
  const texts = drafts
    .filter(({ approval }) => !approval)
    .map(
      (draft): ReplyAction => ({
        id: 'approve',
        label: `Text ${draft.id} freigeben`,
        value: `${id}:${draft.id}:${draft.version}`,
      }),
    )
  const starts = board.called.flatMap(({ start }): readonly ReplyAction[] =>
    start
      ? [{ id: 'playbook', label: startLabel(start, incident), value: `${id}:${start}:0` }]
      : [],
  )
  // One of each before a second of any: a platform may show only the first ones.
  return [...starts.slice(0, 1), ...texts, ...starts.slice(1), ...steps].slice(0, most)
}

/** What may be asked about terms: to start one, or who it was. */
export function termActions({ id }: Pick<Incident, 'id'>, board: Board): readonly ReplyAction[] {
  const action = (thing: string, label: string): ReplyAction => ({
    id: 'term',
    label,
    value: `term:${id}:${thing}:0`,
    asks: true,
  })
  const waiting = board.deadlines.filter((one) => one.kind === 'strafantrag' && !one.due)
  return [
    ...board.unstarted.map((one) => action(one.id, startTerm[one.id] ?? 'Frist starten')),
    ...waiting.map((one) => action(one.id, `Täter bekannt: ${one.id}`)),
  ]
}

const startTerm: Readonly<Record<string, string>> = {
  art33: '72 Stunden starten',
  strafantrag: 'Strafantrag: Frist starten',
}

/** What a playbook is called on a button of a phone: its title up to the first turn. */
export function shortTitle(title: string): string {
  return title.split(/, | oder | nach | gegen | um /)[0] ?? title
}

/** Longer labels are cut off on a phone, in characters. */
const longestLabel = 30

/** A label as long as a phone shows it. */
export function fitting(label: string): string {
  return label.length <= longestLabel ? label : `${label.slice(0, longestLabel - 1).trimEnd()}…`
}

function startLabel(id: string, { manual }: Incident): string {
  const found = manual.playbooks.find((one) => one.id === id)
  return fitting(`Starten: ${shortTitle(found?.title ?? id.toUpperCase())}`)
}

/**
 * Under the first steps: open an incident with one of the two playbooks that fit best. `question` names
 * the message it is about, where that is kept.
 */
export function openActions(
  playbooks: readonly { readonly id: string; readonly title: string }[],
  question = '',
): readonly ReplyAction[] {
  return playbooks.map(({ id, title }) => ({
    id: 'open',
    label: fitting(`Lage eröffnen: ${shortTitle(title)}`),
    spoken: `Lage eröffnen: ${title}`,
    value: question ? `${id}:${question}` : id,
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
    case 'seen':
      return { incident, command: { type: 'escalation', rule: thing } }
    default:
      return undefined
  }
}
