import { dateAndClock } from '../berlin.ts'
import type { Incident } from '../domain/incident.ts'
import { complaintLine, complaintsIn, isErased, moderatedIn, moderatedLine } from './moderated.ts'
import { approvalLine, deadlineLine } from './report.ts'
import { levelName, minutesBetween, type Sheet, spanOf, titleOf } from './sheet.ts'
import { timeline } from './timeline.ts'

/** How fast it went, in minutes from the start; missing where it never came to it. */
export interface Pace {
  readonly secondPerson?: number
  readonly level?: number
  readonly statement?: number
}

/** Time to the second person, to a level that people set, to the first approved statement. */
export function paceOf(incident: Incident): Pace {
  const { log, openedBy, started } = incident
  const at = (found: Incident['log'][number] | undefined) =>
    found && Math.round(minutesBetween(started, found.at) * 10) / 10
  const isOther = ({ by }: Incident['log'][number]) =>
    by.person !== undefined && openedBy.person !== undefined
      ? by.person !== openedBy.person
      : by.role !== openedBy.role
  const second = at(
    log.find(
      (event) =>
        (event.type === 'step-done' && event.step === 'c2') ||
        // A reminder is nobody's.
        (event.type !== 'nudge-sent' && isOther(event)),
    ),
  )
  const level = at(log.find(({ type }) => type === 'severity-changed'))
  const statement = at(log.find(({ type }) => type === 'draft-approved'))
  return {
    ...(second === undefined ? {} : { secondPerson: second }),
    ...(level === undefined ? {} : { level }),
    ...(statement === undefined ? {} : { statement }),
  }
}

/** What was to happen, what happened, why, what stays, what changes. No blame, no names. */
export function reviewSheet(incident: Incident): Sheet {
  const { review } = incident.manual.common
  return {
    title: `Auswertung: ${titleOf(incident)}`,
    parts: [
      { heading: 'Regel', lines: [review.rule] },
      ...review.questions.map((question, at) => ({
        heading: question,
        lines: [incident.review[at] ?? 'Noch nicht beantwortet.'],
      })),
      { heading: 'Zahlen', lines: figures(incident) },
      { heading: 'Verborgen, gelöscht, gesperrt', lines: hidden(incident) },
      { heading: 'Beschwerden', lines: complaints(incident) },
      { heading: 'Freigaben', lines: approvals(incident) },
      { heading: 'Fristen', lines: terms(incident) },
      { heading: 'Abschluss', lines: exits(incident) },
      { heading: 'Zeitleiste', lines: timeline(incident) },
    ],
  }
}

function figures(incident: Incident): readonly string[] {
  const { steps, evidence, highest, started, closed, deadlines } = incident
  const { secondPerson, level, statement } = paceOf(incident)
  const took = (minutes: number | undefined) =>
    minutes === undefined ? 'nicht erreicht' : spanOf(minutes)
  const count = (status: string) => steps.filter((one) => one.status === status).length
  const taken = moderatedIn(incident)
  const kept = deadlines.filter(({ met, due }) => met && due && met <= due).length
  return [
    `Beginn: ${dateAndClock(started)}`,
    `Ende: ${closed ? dateAndClock(closed) : 'noch offen'}`,
    `Zeit bis zur zweiten Person: ${took(secondPerson)}`,
    `Zeit bis zur Stufe: ${took(level)}`,
    `Zeit bis zum Erststatement: ${took(statement)}`,
    `Höchste Stufe: ${levelName(highest)}`,
    `Schritte: ${count('done')} erledigt, ${count('skipped')} ausgelassen, ${count('open') + count('blocked')} offen`,
    `Belege gesichert: ${evidence.length}`,
    `Verborgen, gelöscht oder gesperrt: ${taken.length}, davon ohne Grund vermerkt: ${taken.filter(({ reason }) => !reason).length}`,
    `Beschwerden: ${complaintsIn(incident).reduce((sum, one) => sum + one.count, 0)}`,
    `Fristen gehalten: ${kept} von ${deadlines.filter(({ due }) => due).length}`,
  ]
}

function hidden(incident: Incident): readonly string[] {
  const lines = moderatedIn(incident).map((one) => moderatedLine(one, incident))
  return lines.length > 0 ? lines : [untold(incident, 'Kommentar verborgen, Grund: Drohung')]
}

function complaints(incident: Incident): readonly string[] {
  const lines = complaintsIn(incident).map((one) => complaintLine(one, incident))
  return lines.length > 0 ? lines : [untold(incident, 'zwei Anrufe, 2 Beschwerden')]
}

// What nobody wrote down may have happened all the same.
function untold(incident: Incident, how: string): string {
  if (isErased(incident)) return 'Die Notizen sind nach ihrer Frist gelöscht.'
  return `Im Protokoll steht dazu nichts. Als Notiz genügt: „${how}“.`
}

function approvals(incident: Incident): readonly string[] {
  const lines = incident.drafts.flatMap((draft) => approvalLine(draft, incident) ?? [])
  return lines.length > 0 ? lines : ['Kein Text wurde freigegeben.']
}

function terms({ deadlines }: Incident): readonly string[] {
  const lines = deadlines.map((one) => {
    const state = one.met ? `gehalten am ${dateAndClock(one.met)}` : 'läuft'
    return `${deadlineLine(one)} (${state})`
  })
  return lines.length > 0 ? lines : ['Keine.']
}

function exits({ exit, status }: Incident): readonly string[] {
  if (status === 'open') return ['Noch nicht abgeschlossen.']
  return exit.map(({ criterion, isMet, reason }) => {
    return isMet ? `${criterion} – ja` : `${criterion} – nein: ${reason}`
  })
}
