import { clockOf, dateAndClock } from '../../src/berlin.ts'
import { type Board, isLate } from '../../src/crisis/board.ts'
import { deadlineLine, headLines, unstartedLine } from '../../src/crisis/report.ts'
import { levelName, roleName, timeIn, titleOf } from '../../src/crisis/sheet.ts'
import type { Incident, StepState } from '../../src/domain/incident.ts'
import type { Listed } from '../../src/ports-incidents.ts'
import { table } from '../../src/table.ts'
import type { Command } from './command.ts'
import { atDesk, findTyped } from './incident-desk.ts'
import { incidentToJson } from './incident-json.ts'
import { parseTyped } from './options.ts'

export const list: Command = {
  help: `Zeigt alle Lagen, die neuesten zuerst.

Aufruf: npm run -s cli -- incident list [--open] [--json]

  --open   nur die offenen
  --json   ein JSON-Objekt statt Text`,
  run: async (args) => {
    const typed = parseTyped(args, { json: { type: 'boolean' }, open: { type: 'boolean' } })
    return await atDesk(typed, ({ desk }) => {
      const all = desk.list().filter(({ isClosed }) => !typed.flags.has('open') || !isClosed)
      console.log(typed.flags.has('json') ? JSON.stringify({ incidents: all }) : listToText(all))
      return 0
    })
  },
}

function listToText(all: readonly Listed[]): string {
  if (all.length === 0) return 'Keine Lage. `npm run -s cli -- incident open --help` zeigt, wie.'
  const rows = all.map(({ id, level, isClosed, isExercise, title, opened }) => [
    id,
    isClosed ? 'abgeschlossen' : levelName(level as 'ROT'),
    dateAndClock(opened),
    isExercise ? `ÜBUNG · ${title}` : title,
  ])
  return table([['Lage', 'Stufe', 'eröffnet', 'Titel'], ...rows])
}

export const show: Command = {
  help: `Zeigt eine Lage: Stufe, Schritte, Fristen, Texte.

Aufruf: npm run -s cli -- incident show L1 [--json]

  --json   die Lage als JSON-Objekt, wie sie aus ihren Ereignissen entsteht`,
  run: async (args) => {
    const typed = parseTyped(args, { json: { type: 'boolean' } })
    return await atDesk(typed, ({ desk }) => {
      const incident = findTyped(typed, desk)
      const board = desk.board(incident)
      console.log(
        typed.flags.has('json')
          ? JSON.stringify(incidentToJson(incident, board))
          : incidentToText(incident, board),
      )
      return 0
    })
  },
}

/** An incident as a terminal or a screen reader takes it. */
export function incidentToText(incident: Incident, board: Board): string {
  const { severity, drafts, id } = incident
  const calls = board.called.filter(({ isNoted }) => !isNoted)
  return [
    `${id} · ${titleOf(incident)}${incident.status === 'closed' ? ' (abgeschlossen)' : ''}`,
    `Stufe ${levelName(severity.level)} seit ${timeIn(incident, severity.since)} (W ${severity.axes.W}, B ${severity.axes.B}, G ${severity.axes.G}, F ${severity.axes.F})${board.isRecheckDue ? ' – bitte neu einschätzen' : ''}`,
    headLines(incident, board).slice(1).join('\n'),
    calls.length > 0
      ? `Jetzt:\n${calls.map((one) => `! ${one.say}${one.start ? ` (incident playbook ${id} ${one.start})` : ''}`).join('\n')}`
      : '',
    board.askFirst.length > 0
      ? `Zuerst klären:\n${board.askFirst.map((one) => `? ${one}`).join('\n')}`
      : '',
    `Schritte:\n${incident.steps.map((one) => stepToText(one, { incident, board })).join('\n')}`,
    drafts.length > 0
      ? `Texte:\n${drafts.map((one) => `- ${one.id}, Fassung ${one.version}: ${one.approval ? 'freigegeben' : 'wartet auf Freigabe'}`).join('\n')}`
      : '',
    board.unstarted.length + board.deadlines.length > 0 ? `Fristen:\n${termsToText(board)}` : '',
  ]
    .filter(Boolean)
    .join('\n\n')
}

const marks = { open: '[ ]', done: '[x]', skipped: '[-]', blocked: '[!]', asleep: '[·]' } as const

function stepToText(
  one: StepState,
  { incident, board }: { readonly incident: Incident; readonly board: Board },
): string {
  const { step, status, due, by, at, owner, reason } = one
  const who = owner ? `${roleName(step.role, incident)}, ${owner}` : roleName(step.role, incident)
  const when = {
    open: isLate(one, incident, board.now)
      ? `ÜBERFÄLLIG seit ${timeIn(incident, due)}`
      : `bis ${timeIn(incident, due)}`,
    done: `erledigt ${at ? clockOf(at) : ''} ${by ?? ''}`.trim(),
    skipped: `ausgelassen: ${reason ?? ''}`,
    blocked: `hängt: ${reason ?? ''}`,
    asleep: 'nur wenn nötig',
  }[status]
  return `${marks[status]} ${step.id}  ${step.do} (${who}; ${when})`
}

function termsToText({ unstarted, deadlines }: Board): string {
  return [
    ...unstarted.map((one) => `- ${unstartedLine(one)} (incident deadline … ${one.id})`),
    ...deadlines.map((one) => `- ${one.id}: ${deadlineLine(one)}`),
  ].join('\n')
}
