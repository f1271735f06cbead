import { dateAndClock } from '../berlin.ts'
import type { DeadlineState, DraftState, Incident } from '../domain/incident.ts'
import { axes, type TermRule } from '../domain/playbook.ts'
import type { TownProfile } from '../domain/profile.ts'
import { type Board, hardRules, isLate } from './board.ts'
import { scales } from './scales.ts'
import {
  levelName,
  minutesBetween,
  roleName,
  type Sheet,
  spanOf,
  timeIn,
  titleOf,
} from './sheet.ts'
import { timeline } from './timeline.ts'

/** Lage, Maßnahmen, Bedarf: what the crisis round and the head of administration need. */
export function situationReport(incident: Incident, board: Board): Sheet {
  return {
    title: `Lagebericht: ${titleOf(incident)} · ${dateAndClock(board.now)}`,
    parts: [
      { heading: 'Lage', lines: situation(incident, board) },
      { heading: 'Maßnahmen', lines: measures(incident) },
      { heading: 'Bedarf', lines: needs(incident, board) },
    ],
  }
}

function situation(incident: Incident, { now }: Board): readonly string[] {
  const { severity, started, playbooks, evidence } = incident
  const marks = axes.map((axis) => `${scales[axis].name} ${severity.axes[axis]}`).join(', ')
  return [
    `Stufe ${levelName(severity.level)} seit ${timeIn(incident, severity.since)} (${marks})`,
    ...hardRules(incident).map(({ say }) => say),
    `Läuft seit ${spanOf(minutesBetween(started, now))}, Beginn ${dateAndClock(started)}`,
    `Playbook: ${playbooks.map(({ title }) => title).join('; ')}`,
    `Gesichert: ${evidence.length === 1 ? '1 Beleg' : `${evidence.length} Belege`}`,
    ...incident.notes.slice(-3).map(({ at, text }) => `${timeIn(incident, at)}: ${text}`),
  ]
}

function measures(incident: Incident): readonly string[] {
  const ended = incident.steps.filter(({ status }) => status === 'done' || status === 'skipped')
  const steps = ended.map(({ step, status, at, by, reason }) => {
    const what = status === 'done' ? 'erledigt' : `ausgelassen: ${reason ?? ''}`
    return `${step.do} (${what}, ${at ? timeIn(incident, at) : ''}, ${by ? roleName(by, incident) : ''})`
  })
  const texts = incident.drafts.flatMap((draft) => approvalLine(draft, incident) ?? [])
  return steps.length + texts.length > 0 ? [...steps, ...texts] : ['Noch keine Maßnahme erledigt.']
}

/** How a text was approved, in one line; `undefined` for one that was not. */
export function approvalLine({ id, approval }: DraftState, incident: Incident): string | undefined {
  if (!approval) return undefined
  const role = roleName(approval.role, incident)
  const print = `Prüfsumme ${approval.hash.slice(0, 12)}`
  const at = approval.when ? dateAndClock(approval.when) : ''
  const by = roleName(approval.enteredBy.role, incident)
  switch (approval.how) {
    case 'here':
      return `Text ${id} freigegeben: ${role}, ${timeIn(incident, approval.at)}, ${print}`
    case 'phone':
      return `Text ${id} telefonisch freigegeben: ${role}, ${at}, eingetragen von ${by}, ${print}`
    case 'advance':
      return `Text ${id} vorab freigegeben: ${role}, gültig bis ${at}, genutzt von ${by}, ${print}`
  }
}

function needs(incident: Incident, board: Board): readonly string[] {
  const late = board.overdue.map(
    ({ step }) => `Überfällig: ${step.do} (${roleName(step.role, incident)})`,
  )
  const blocked = incident.steps
    .filter(({ status }) => status === 'blocked')
    .map(({ step, reason }) => `Hängt: ${step.do} (${reason ?? ''})`)
  const waiting = incident.drafts
    .filter(({ approval }) => !approval)
    .map(({ id, approvers }) => {
      return `Text ${id} wartet auf Freigabe: ${approvers.map((role) => roleName(role, incident)).join(' oder ')}`
    })
  const calls = board.called.filter(({ isNoted }) => !isNoted).map(({ say }) => say)
  const dates = termLines(board)
  const all = [...calls, ...late, ...blocked, ...waiting, ...dates]
  return all.length > 0 ? all : ['Derzeit keiner.']
}

/** Every term that runs, and before them those that ought to and that nobody started. */
export function termLines({ deadlines, unstarted }: Board): readonly string[] {
  return [...unstarted.map(unstartedLine), ...deadlines.map(deadlineLine)]
}

/** A term that nobody started, in one line. */
export function unstartedLine({ title }: Pick<TermRule, 'title'>): string {
  return `Frist nicht gestartet, wann war es bekannt? ${title}`
}

/** A term in one line. */
export function deadlineLine({ title, due, basis }: DeadlineState): string {
  return due ? `${title}: bis ${dateAndClock(due)}` : `${title}: ${basis}`
}

/** Five lines for the head of administration: read in half a minute. */
export function headLines(incident: Incident, board: Board): readonly string[] {
  const { severity, steps, drafts } = incident
  const ended = steps.filter(({ status }) => status === 'done').length
  const approved = drafts.filter(({ approval }) => approval).length
  const [next] = board.asked
  return [
    `${titleOf(incident)}: Stufe ${levelName(severity.level)}, seit ${spanOf(minutesBetween(incident.started, board.now))}.`,
    `${ended} von ${steps.filter(({ status }) => status !== 'asleep').length} Schritten erledigt, ${board.overdue.length} überfällig.`,
    approved > 0 ? `${approved} Text(e) freigegeben.` : 'Noch kein Text freigegeben.',
    termLine(board),
    next ? `Als Nächstes: ${next.step.do}` : 'Alle Schritte sind erledigt.',
  ]
}

// A term that nobody started is the one that is missed.
function termLine({ deadlines: [deadline], unstarted: [missing] }: Board): string {
  const running = deadline ? `Nächste Frist: ${deadlineLine(deadline)}.` : ''
  if (missing) return [`${unstartedLine(missing)}.`, running].filter(Boolean).join(' ')
  return running || 'Keine Frist läuft.'
}

/** For whoever joins: what happened, what counts, what to keep from doing. */
export function briefing(incident: Incident, board: Board): Sheet {
  const never = incident.playbooks.flatMap(({ id }) => {
    return incident.manual.playbooks.find((one) => one.id === id)?.never ?? []
  })
  const roles = Object.entries(incident.roles).map(([role, { holder, deputy }]) => {
    return `${roleName(role, incident)}: ${holder}${deputy ? `, Vertretung ${deputy}` : ''}`
  })
  return {
    title: `Einlesen: ${titleOf(incident)} · ${dateAndClock(board.now)}`,
    parts: [
      { heading: 'In fünf Zeilen', lines: headLines(incident, board) },
      { heading: 'Wer führt', lines: roles.length > 0 ? roles : ['Noch keine Rolle besetzt.'] },
      { heading: 'Offen', lines: openLines(incident, board) },
      { heading: 'Zuletzt', lines: timeline(incident).slice(-8) },
      { heading: 'Nie', lines: never },
    ],
  }
}

/** For the next shift: everything that is open, and what was promised. */
export function handoverSheet(incident: Incident, board: Board): Sheet {
  const notes = incident.notes.slice(-10).map(({ at, text }) => `${timeIn(incident, at)}: ${text}`)
  return {
    title: `Übergabe: ${titleOf(incident)} · ${dateAndClock(board.now)}`,
    parts: [
      { heading: 'Stand', lines: headLines(incident, board) },
      { heading: 'Offen', lines: openLines(incident, board) },
      { heading: 'Fristen', lines: listed(termLines(board), 'Keine.') },
      { heading: 'Notizen', lines: listed(notes, 'Keine.') },
      {
        heading: 'Für euch',
        lines: ['Niemand liest länger als zwei Stunden am Stück. Wer geht, ist wirklich weg.'],
      },
    ],
  }
}

/** What was secured: what, where, when, its address, its file. The thing itself lies there. */
export function evidenceSheet(incident: Incident): Sheet {
  const lines = incident.evidence.map(evidenceLine)
  return {
    title: `Belege: ${titleOf(incident)}`,
    parts: [
      { heading: 'Gesichert', lines: listed(lines, 'Noch nichts.') },
      {
        heading: 'Regel',
        lines: [
          'Die Inhalte liegen im geschützten Vorgang, nie im Chat und nie auf privaten Handys.',
        ],
      },
    ],
  }
}

/** A piece of evidence in one line. */
export function evidenceLine(one: Incident['evidence'][number]): string {
  const { number, what, where, seen, url, reference } = one
  const rest = [dateAndClock(seen), url, reference && `Vorgang: ${reference}`]
  return [`Beleg ${number}: ${what}`, where, ...rest].filter(Boolean).join(' · ')
}

const unknown = 'nicht hinterlegt'

/** To pass on: five lines, then for data protection, legal office and police whom to call and what counts. */
export function referralSheet(incident: Incident, board: Board, profile: TownProfile): Sheet {
  const terms = (kind: DeadlineState['kind']) => [
    ...board.unstarted.filter(({ id }) => id === kind).map(unstartedLine),
    ...incident.deadlines.filter((one) => one.kind === kind).map(knownLine),
  ]
  const proofs = incident.evidence.map(evidenceLine)
  return {
    title: `Zum Weiterreichen: ${titleOf(incident)}`,
    parts: [
      { heading: 'In fünf Zeilen', lines: headLines(incident, board) },
      {
        heading: 'An die oder den Datenschutzbeauftragten',
        lines: [
          `Kontakt: ${profile.dataProtection ?? unknown}`,
          `Meldeformular der Aufsicht: ${profile.supervisory ?? unknown}`,
          ...listed(terms('art33'), 'Bisher keine Datenpanne eingetragen.'),
        ],
      },
      {
        heading: 'Ans Rechtsamt',
        lines: [
          `Kontakt: ${profile.legalOffice ?? unknown}`,
          ...listed(terms('strafantrag'), 'Bisher kein Strafantrag vorgemerkt.'),
          ...proofs,
        ],
      },
      {
        heading: 'An die Polizei',
        lines: [
          `Kontakt: ${profile.police ?? unknown} (bei Gefahr 110)`,
          `Leitstelle: ${profile.controlCentre ?? unknown} (bei Gefahr 112)`,
          ...listed(proofs, 'Noch nichts gesichert.'),
        ],
      },
    ],
  }
}

function knownLine(one: DeadlineState): string {
  const { known, met } = one
  const since = known ? `, bekannt seit ${dateAndClock(known)}` : ''
  return `${deadlineLine(one)}${since}${met ? ', gehalten' : ''}`
}

function openLines(incident: Incident, board: Board): readonly string[] {
  const lines = board.asked.map((one) => {
    const { step, due, owner } = one
    const who = owner ? `${roleName(step.role, incident)}, ${owner}` : roleName(step.role, incident)
    const isOver = isLate(one, incident, board.now)
    const when = `${isOver ? 'überfällig seit' : 'bis'} ${timeIn(incident, due)}`
    return `${step.do} (${who}, ${when})`
  })
  return listed(lines, 'Nichts.')
}

function listed(lines: readonly string[], none: string): readonly string[] {
  return lines.length > 0 ? lines : [none]
}
