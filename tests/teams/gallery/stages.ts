import { type Form, formCard } from '../../../adapters/teams/form.ts'
import { type IncidentView, liveCard } from '../../../adapters/teams/incident-card.ts'
import {
  editForm,
  levelForm,
  noteForm,
  phoneForm,
  returnForm,
  templateForm,
  textForm,
} from '../../../adapters/teams/incident-forms.ts'
import { readTemplates } from '../../../src/crisis/templates.ts'
import type { Incident } from '../../../src/domain/incident.ts'
import { cardActions, incidentCard } from '../../../src/incident-reply.ts'
import { bm, done, friday, openOffice, pr, sm } from '../../crisis/stage.ts'
import type { Fields } from '../state.ts'

/** A card with a name to find it by. */
export interface Shot {
  readonly name: string
  readonly card: Fields
}

const dialogs = (id: string) => [
  { id: 'text', label: 'Text schreiben', value: `${id}:text:0` },
  { id: 'level', label: 'Stufe', value: `${id}:level:0` },
]

/** The live card of one evening at five stages, and the dialogs that belong to it. */
export function playEvening(title = 'Beitrag zum Stadtfest'): readonly Shot[] {
  const office = openOffice()
  const { desk } = office
  const { id } = done(desk.open({ title, playbook: 'pb1' }, sm))
  const now = (): Incident => {
    const incident = desk.find(id)
    if (!incident) throw new Error('no incident')
    return incident
  }
  const shots: Shot[] = []
  const shoot = (name: string) => {
    const incident = now()
    const board = desk.board(incident)
    const view: IncidentView = {
      reply: incidentCard(incident, board),
      presses: cardActions(incident, board, 6),
      dialogs: incident.status === 'open' ? dialogs(id) : [],
      ref: id,
      ...(incident.status === 'open' ? { level: incident.severity.level } : {}),
    }
    shots.push({ name, card: liveCard(view) })
  }
  const dialog = (name: string, form: Form) => shots.push({ name, card: formCard(form) })
  const act = (command: Parameters<typeof desk.run>[1], by = sm) => done(desk.run(id, command, by))
  shoot('live1-opened')
  dialog('note', noteForm(now()))
  dialog('level', levelForm(now()))
  office.wait(20)
  for (const step of ['c0', 'c1']) act({ type: 'step', step, to: 'done' })
  act({ type: 'step', step: 'c2', to: 'blocked', text: 'Niemand geht ans Telefon' })
  shoot('live2-late')
  act({ type: 'level', axes: { W: 3, G: 3 }, flags: ['dataExposed'] }, pr)
  act({ type: 'deadline', kind: 'art33', known: friday })
  office.wait(5)
  shoot('live3-red')
  dialog('template', templateForm(now(), readTemplates().all))
  const words = 'Wir prüfen den Beitrag zum Stadtfest und melden uns um 23 Uhr wieder.'
  act({ type: 'draft', texts: { facebook: words, website: `Stand: 22:55 Uhr\n\n${words}` } }, pr)
  shoot('live4-waiting')
  const [draft] = now().drafts
  if (!draft) throw new Error('no draft')
  dialog('text', textForm(draft, now()))
  dialog('phone', phoneForm(draft, now()))
  dialog('return', returnForm(draft, now()))
  dialog('edit', editForm(draft, now()))
  act({ type: 'approve', draft: 't1', version: 1 }, bm)
  const criteria = Array.from({ length: 40 }, () => true)
  act({ type: 'close', met: criteria, reasons: [] }, bm)
  shoot('live5-closed')
  office.close()
  return shots
}
