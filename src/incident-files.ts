import { toCalendar } from './crisis/calendar.ts'
import { reviewSheet } from './crisis/review.ts'
import { sheetToMarkdown, titleOf } from './crisis/sheet.ts'
import type { Incident } from './domain/incident.ts'
import { pageReplies, termsReply } from './incident-answers.ts'
import type { Next } from './incident-next.ts'
import type { Office } from './office.ts'
import type { Attachment } from './ports-chats.ts'

/** What people keep of an incident: the review and the dates, as files where the platform takes some. */
export function fileNext(incident: Incident, office: Office, publicUrl: string): Next {
  const { id } = incident
  const files = filesOf(incident, office)
  const board = `Als Dateien gibt es das auch am Lageboard, auf dem Rechner des Servers: ${publicUrl}/lage/${id}. Im Terminal: incident export ${id}.`
  return {
    kind: 'files',
    words: `${titleOf(incident)}: ${files.map(({ title }) => title).join(', ')}.`,
    files,
    otherwise: [
      ...pageReplies('auswertung', incident, office),
      { ...termsReply(incident, office), notes: [datesHint, board] },
    ],
  }
}

const datesHint =
  'Für den Kalender: jede Frist mit Datum und Uhrzeit eintragen, Erinnerung einen Tag und vier Stunden vorher.'

function filesOf(incident: Incident, { clock }: Office): readonly Attachment[] {
  const { id, deadlines } = incident
  const review = reviewSheet(incident)
  const isRunning = deadlines.some(({ due, met }) => due !== undefined && met === undefined)
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
  return [word, plain, ...(isRunning ? [calendar] : [])]
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}
