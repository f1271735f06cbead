import { clockOf } from '../berlin.ts'
import type { Incident } from '../domain/incident.ts'
import { roleName, timeIn } from './sheet.ts'

/** What happened, one line each, in order; roles and never names. */
export function timeline(incident: Incident): readonly string[] {
  return incident.log.flatMap((event) => {
    const what = eventLine(event, incident)
    return what
      ? [`${timeIn(incident, event.at)} · ${roleName(event.by.role, incident)}: ${what}`]
      : []
  })
}

type Logged = Incident['log'][number]

function eventLine(event: Logged, incident: Incident): string {
  switch (event.type) {
    case 'incident-opened':
      return `Lage eröffnet (Beginn ${clockOf(event.started)} Uhr)`
    case 'step-done':
      return `Erledigt: ${stepText(event.step, incident)}`
    case 'step-skipped':
      return `Ausgelassen: ${stepText(event.step, incident)} – ${event.words?.reason ?? ''}`
    case 'step-blocked':
      return `Hängt: ${stepText(event.step, incident)} – ${event.words?.reason ?? ''}`
    case 'step-reopened':
      return `Wieder offen: ${stepText(event.step, incident)}`
    case 'step-taken':
      return `Übernommen: ${stepText(event.step, incident)}`
    case 'severity-changed': {
      const { W, B, G, F } = event.axes
      const reason = event.words?.reason ? ` – ${event.words.reason}` : ''
      return `Stufe gesetzt: W ${W}, B ${B}, G ${G}, F ${F}${reason}`
    }
    case 'role-assigned':
      return `Rolle besetzt: ${roleName(event.role, incident)}`
    case 'playbook-added':
      return `Playbook dazu: ${incident.playbooks.find(({ id }) => id === event.playbook)?.title ?? event.playbook}`
    case 'note-added':
      return `Notiz: ${event.words?.text ?? ''}`
    default:
      return lateLine(event, incident)
  }
}

function lateLine(event: Logged, incident: Incident): string {
  switch (event.type) {
    case 'draft-written':
      return `Text ${event.draft}, Fassung ${event.version}, vorgelegt`
    case 'draft-approved':
      return `Text ${event.draft}, Fassung ${event.version}, freigegeben durch ${roleName(event.role, incident)}${event.how === 'phone' ? ' (telefonisch)' : event.how === 'advance' ? ' (vorab)' : ''}`
    case 'draft-returned':
      return `Text ${event.draft} zurückgegeben – ${event.words?.reason ?? ''}`
    case 'evidence-added':
      return `Beleg ${event.number} gesichert`
    case 'deadline-started':
      return `Frist gestartet: ${event.words?.title ?? event.kind}`
    case 'deadline-met':
      return `Frist gehalten: ${incident.deadlines.find(({ id }) => id === event.deadline)?.title ?? event.deadline}`
    case 'handover-noted':
      return `Übergabe: ${roleName(event.from, incident)} an ${roleName(event.to, incident)}`
    case 'incident-closed':
      return 'Lage abgeschlossen'
    default:
      return ''
  }
}

function stepText(id: string, { steps }: Incident): string {
  return steps.find(({ step }) => step.id === id)?.step.do ?? id
}
