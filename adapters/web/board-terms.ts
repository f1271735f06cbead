import { dateAndClock } from '../../src/berlin.ts'
import { deadlineLine, unstartedLine } from '../../src/crisis/report.ts'
import type { DeadlineState } from '../../src/domain/incident.ts'
import { button, deedForm, field, hidden, more, type Sending } from './board-form.ts'
import type { View } from './board-steps.ts'
import { html, type Markup } from './html.ts'

/** The clocks: what runs, what ought to and was never started, and how to start one. */
export function deadlinePanel({ incident, board, sending }: View): Markup {
  const missing = board.unstarted.map(
    (one) =>
      html`<li><strong>${unstartedLine(one)}</strong>\n${starters[one.id]?.(sending) ?? ''}</li>\n`,
  )
  const known = board.unstarted.map(({ id }) => id)
  const others = Object.entries(starters).filter(([id]) => !known.includes(id))
  const list = incident.deadlines.map((one) => deadlineItem(one, sending))
  const none = list.length + missing.length > 0 ? '' : html`<p>Keine Frist läuft.</p>\n`
  return html`<section class="panel" aria-labelledby="fristen"><h2 id="fristen">Fristen</h2>
${none}<ul class="plain-list">
${missing}${list}</ul>
${list.length > 0 ? html`<p><a href="/lage/${incident.id}/fristen.ics">Als Kalender (.ics)</a></p>\n` : ''}${more(
  'Weitere Frist starten',
  others.map(([, form]) => form(sending)),
)}</section>
`
}

const moment = { type: 'datetime-local', isNeeded: true } as const
const later = { type: 'datetime-local' } as const

const starters: Readonly<Record<string, (sending: Sending) => Markup>> = {
  art33: (sending) =>
    deedForm(sending, 'frist', [
      hidden('art', 'art33'),
      field({
        name: 'known',
        label: 'Datenpanne: Wann wusste jemand im Rathaus davon?',
        ...moment,
      }),
      button('72 Stunden starten', 'plain'),
    ]),
  strafantrag: (sending) =>
    deedForm(sending, 'frist', [
      hidden('art', 'strafantrag'),
      field({ name: 'wessen', label: 'Strafantrag: Für wen? Ein Kürzel; je Person eine Frist' }),
      field({ name: 'act', label: 'Wann wusste die Person von der Tat?', ...moment }),
      field({
        name: 'offender',
        label: 'Wann war bekannt, wer es war? (leer: noch niemand bekannt)',
        ...later,
      }),
      button('Drei Monate starten', 'plain'),
    ]),
  promise: (sending) =>
    deedForm(sending, 'frist', [
      hidden('art', 'promise'),
      field({ name: 'due', label: 'Versprochene nächste Information', ...moment }),
      button('Merken', 'plain'),
    ]),
  evidence: (sending) =>
    deedForm(sending, 'frist', [
      hidden('art', 'evidence'),
      field({ name: 'due', label: 'Löschung der gesicherten Belege', ...moment }),
      button('Vormerken', 'plain'),
    ]),
}

function deadlineItem(one: DeadlineState, sending: Sending): Markup {
  const others = one.readings.map(
    ({ due, basis, disputed }) =>
      html`<li>${dateAndClock(due)}${disputed ? ' (umstritten)' : ''}: ${basis}</li>\n`,
  )
  const why = html`<p>${one.basis}</p>${others.length > 0 ? html`<ul>${others}</ul>` : ''}`
  const met = deedForm(sending, 'gehalten', [hidden('frist', one.id), button('Gehalten', 'plain')])
  const state = one.met ? ` – gehalten am ${dateAndClock(one.met)}` : ''
  return html`<li><strong>${deadlineLine(one)}</strong>${state}
${more('Worauf das beruht', why)}${one.met ? '' : [offenderForm(one, sending), met]}</li>
`
}

// A term that waits for the offender begins when somebody learns who it was.
function offenderForm({ id, kind, due }: DeadlineState, sending: Sending): Markup | string {
  if (kind !== 'strafantrag' || due !== undefined) return ''
  return deedForm(sending, 'frist', [
    hidden('art', kind),
    hidden('frist', id),
    field({ name: 'offender', label: 'Wann war bekannt, wer es war?', ...moment }),
    button('Frist starten', 'plain'),
  ])
}
