import { deskCard } from '../../../adapters/teams/desk-card.ts'
import { type Form, formCard } from '../../../adapters/teams/form.ts'
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
  { id: 'text', label: 'Text vorlegen', value: id, asks: true },
  { id: 'level', label: 'Stufe', value: id, asks: true },
]

const forms: readonly (readonly [string, Form])[] = [
  [
    'level',
    {
      about: 'level:L1:stufe:0',
      title: 'Stufe setzen',
      submit: 'Setzen',
      fields: [
        { kind: 'note', text: 'Der höchste Wert zählt. Senken darf nur, wer führt.' },
        {
          kind: 'choice',
          name: 'W',
          label: 'Welle',
          options: ['keine', 'etwas', 'deutlich', 'höchste'].map((one, at) => [String(at), one]),
          value: '1',
        },
        { kind: 'text', name: 'grund', label: 'Grund' },
      ],
    },
  ],
  [
    'phone',
    {
      about: 'phone:L1:t1:1',
      title: 'Telefonisch freigegeben',
      submit: 'Eintragen',
      fields: [
        {
          kind: 'choice',
          name: 'rolle',
          label: 'Wer hat freigegeben?',
          options: [
            ['BM', 'Verwaltungsspitze'],
            ['HL', 'Hauptamtsleitung'],
          ],
          value: 'BM',
        },
        { kind: 'time', name: 'um', label: 'Wann war das Telefonat?', isNeeded: true },
      ],
    },
  ],
  [
    'edit',
    {
      about: 'edit:L1:t1:1',
      title: 'Text t1, Fassung 1',
      submit: 'Vorlegen',
      fields: [
        {
          kind: 'area',
          name: 'worte',
          label: 'Neue Fassung',
          value: 'Wir prüfen das.',
          isNeeded: true,
        },
      ],
    },
  ],
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
    const isOpen = incident.status === 'open'
    const actions = [...cardActions(incident, board, 4), ...(isOpen ? dialogs(id) : [])]
    const state = isOpen ? incident.severity.level : 'closed'
    const reply = incidentCard(incident, board)
    shots.push({ name, card: deskCard({ reply, actions, ref: id, state }) })
  }
  const act = (command: Parameters<typeof desk.run>[1], by = sm) => done(desk.run(id, command, by))
  shoot('live1-opened')
  office.wait(20)
  for (const step of ['c0', 'c1']) act({ type: 'step', step, to: 'done' })
  act({ type: 'step', step: 'c2', to: 'blocked', text: 'Niemand geht ans Telefon' })
  shoot('live2-late')
  act({ type: 'level', axes: { W: 3, G: 3 }, flags: ['dataExposed'] }, pr)
  act({ type: 'deadline', kind: 'art33', known: friday })
  office.wait(5)
  shoot('live3-red')
  const words = 'Wir prüfen den Beitrag zum Stadtfest und melden uns um 23 Uhr wieder.'
  act({ type: 'draft', texts: { facebook: words, website: `Stand: 22:55 Uhr\n\n${words}` } }, pr)
  shoot('live4-waiting')
  act({ type: 'approve', draft: 't1', version: 1 }, bm)
  const criteria = Array.from({ length: 40 }, () => true)
  act({ type: 'close', met: criteria, reasons: [] }, bm)
  shoot('live5-closed')
  office.close()
  return [...shots, ...forms.map(([name, form]) => ({ name, card: formCard(form) }))]
}
