import { toCalendar } from './crisis/calendar.ts'
import { reviewSheet } from './crisis/review.ts'
import { sheetToMarkdown, titleOf } from './crisis/sheet.ts'
import type { Incident } from './domain/incident.ts'
import type { ReplyAction } from './domain/reply.ts'
import { pageReplies, termsReply } from './incident-answers.ts'
import type { Given, Next } from './incident-next.ts'
import { calendarPath, openable } from './links.ts'
import type { Office } from './office.ts'
import type { Attachment } from './ports-chats.ts'

/** What people keep of an incident: the review and the dates, as files where the platform takes some. */
export function fileNext(incident: Incident, given: Pick<Given, 'office' | 'links'>): Next {
  const { office, links } = given
  const { id } = incident
  const files = filesOf(incident, office)
  const board = `Als Dateien gibt es das auch am Lageboard, auf dem Rechner des Servers: ${links.publicUrl}/lage/${id}. Im Terminal: incident export ${id}.`
  const ways = calendarWays(incident, given)
  const none = isRunning(incident) && ways.length === 0 ? [noLink(links)] : []
  return {
    kind: 'files',
    words: `${titleOf(incident)}: ${files.map(({ title }) => title).join(', ')}.`,
    files,
    otherwise: [
      ...pageReplies('auswertung', incident, office),
      { ...termsReply(incident, office, ways), notes: [...none, datesHint, board] },
    ],
  }
}

const datesHint =
  'Für den Kalender: jede Frist mit Datum und Uhrzeit eintragen, Erinnerung einen Tag und vier Stunden vorher.'

/** How long a link to the dates opens them, in days: who needs them later asks again. */
const linkDays = 7

/**
 * The running terms as a calendar file, where people elsewhere reach our pages: a signed link that ends
 * after some days. Nothing where no term runs or no such link can be made.
 */
export function calendarWays(
  incident: Incident,
  { office, links }: Pick<Given, 'office' | 'links'>,
): readonly ReplyAction[] {
  const { publicUrl, linkSecret } = links
  if (!isRunning(incident) || !linkSecret || openable(publicUrl) === undefined) return []
  const until = new Date(Date.parse(office.clock.now()) + linkDays * 86_400_000).toISOString()
  const url = `${publicUrl}${calendarPath(incident.id, until, linkSecret)}`
  const label = 'Fristen als Kalender (.ics)'
  const spoken = `${label}. Der Link gilt ${linkDays} Tage.`
  return [{ id: 'calendar', label, spoken, value: incident.id, url }]
}

function noLink({ publicUrl }: Given['links']): string {
  const why = openable(publicUrl)
    ? 'LINK_SECRET fehlt'
    : 'PUBLIC_URL zeigt nur auf den Rechner des Servers'
  return `Eine Kalenderdatei kann ich hier nicht anbieten: ${why}.`
}

function isRunning({ deadlines }: Incident): boolean {
  return deadlines.some(({ due, met }) => due !== undefined && met === undefined)
}

function filesOf(incident: Incident, { clock }: Office): readonly Attachment[] {
  const { id } = incident
  const review = reviewSheet(incident)
  const word: Attachment = {
    name: `${id}-auswertung.docx`,
    title: 'Auswertung als Word-Dokument',
    make: async () => {
      const { sheetToDocx } = await import('./crisis/docx.ts')
      return await sheetToDocx(review)
    },
  }
  const plain: Attachment = {
    name: `${id}-auswertung.md`,
    title: 'Auswertung als Text',
    make: async () => encode(sheetToMarkdown(review)),
  }
  const calendar: Attachment = {
    name: `${id}-fristen.ics`,
    title: 'Fristen für den Kalender',
    make: async () => encode(toCalendar(incident, clock.now())),
  }
  return [word, plain, ...(isRunning(incident) ? [calendar] : [])]
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}
