import type { Incident } from '../domain/incident.ts'
import type { Instant } from '../domain/time.ts'
import { titleOf } from './sheet.ts'

/** How long before a term ends a calendar reminds, in hours. */
const reminders = [24, 4]

/**
 * The running terms as a calendar that people import.
 *
 * @see RFC 5545: lines of at most 75 octets, CRLF, escaped text
 */
export function toCalendar(incident: Incident, now: Instant): string {
  const running = incident.deadlines.filter(
    ({ due, met }) => due !== undefined && met === undefined,
  )
  const events = running.flatMap(({ id, title, due = now, basis }) => [
    'BEGIN:VEVENT',
    `UID:${incident.id}-${id}-${stamp(incident.opened)}@sturmlotse`,
    `DTSTAMP:${stamp(now)}`,
    `DTSTART:${stamp(due)}`,
    `DTEND:${stamp(due)}`,
    `SUMMARY:${text(`${incident.exercise ? 'ÜBUNG · ' : ''}Frist: ${title}`)}`,
    `DESCRIPTION:${text(`${titleOf(incident)} (${incident.id}). ${basis}`)}`,
    ...reminders.flatMap((hours) => [
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      `DESCRIPTION:${text(title)}`,
      `TRIGGER:-PT${hours}H`,
      'END:VALARM',
    ]),
    'END:VEVENT',
  ])
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Sturmlotse//Fristen//DE',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    ...events,
    'END:VCALENDAR',
  ]
  return `${lines.flatMap(foldLine).join('\r\n')}\r\n`
}

function stamp(at: Instant): string {
  return at.replace(/[-:]/g, '').replace(/\.\d+/, '')
}

function text(words: string): string {
  return words.replace(/[\\;,]/g, (sign) => `\\${sign}`).replace(/\r?\n/g, '\\n')
}

// Cut by octets, never within a letter.
function foldLine(line: string): readonly string[] {
  const parts: string[] = []
  let part = ''
  for (const letter of line) {
    if (Buffer.byteLength(part + letter) > 74) {
      parts.push(part)
      part = ' '
    }
    part += letter
  }
  return [...parts, part]
}
