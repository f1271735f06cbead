import { deskCard } from '../../../adapters/teams/desk-card.ts'
import { formCard } from '../../../adapters/teams/form.ts'
import { profileCard, valuesOf } from '../../../adapters/teams/profile-card.ts'
import { readTemplates } from '../../../src/crisis/templates.ts'
import type { Incident } from '../../../src/domain/incident.ts'
import { aboutIn, formFor } from '../../../src/incident-forms.ts'
import { roomPosts } from '../../../src/incident-posts.ts'
import { bm, done, friday, openOffice, pr, sm } from '../../crisis/stage.ts'
import type { Fields } from '../state.ts'

/** A card with a name to find it by. */
export interface Shot {
  readonly name: string
  readonly card: Fields
}

/** One evening: the live card at five stages, what else is said in the thread, and every dialog. */
export function playEvening(title = 'Beitrag zum Stadtfest'): readonly Shot[] {
  const office = openOffice()
  const { desk } = office
  const { id } = done(desk.open({ title, playbook: 'pb1' }, sm))
  const room = { id: 'r', door: 'teams', incident: id, since: 1, address: '' }
  const now = (): Incident => {
    const incident = desk.find(id)
    if (!incident) throw new Error('no incident')
    return incident
  }
  const shots: Shot[] = []
  const shoot = (name: string, post = 'card') => {
    const incident = now()
    const posts = roomPosts(incident, desk.board(incident), { room, known: new Set() })
    const found = posts.find((one) => one.name.startsWith(post))
    if (!found) throw new Error(`nothing like ${post}`)
    const state = incident.status === 'open' ? incident.severity.level : 'closed'
    const live = post === 'card' ? ({ state, ref: id } as const) : {}
    shots.push({ name, card: deskCard({ reply: found.reply, ...live }) })
  }
  const templates = readTemplates()
  const dialog = (name: string, value: string) => {
    const about = aboutIn(value)
    const form =
      about &&
      formFor(about, now(), {
        templates: () => templates,
        profile: () => ({}),
        clock: { now: office.now },
      })
    if (!form) throw new Error(`no dialog ${value}`)
    shots.push({ name, card: formCard(form) })
  }
  const act = (command: Parameters<typeof desk.run>[1], by = sm) => done(desk.run(id, command, by))
  shoot('live1-opened')
  dialog('level', `level:${id}`)
  dialog('step', `step:${id}:c2:0`)
  office.wait(20)
  for (const step of ['c0', 'c1']) act({ type: 'step', step, to: 'done' })
  act({ type: 'step', step: 'c2', to: 'blocked', text: 'Niemand geht ans Telefon' })
  shoot('live2-late')
  act({ type: 'level', axes: { W: 3, G: 3 }, flags: ['dataExposed'] }, pr)
  act({ type: 'deadline', kind: 'art33', known: friday })
  office.wait(5)
  shoot('live3-red')
  act({ type: 'nudge', about: 'c3' })
  shoot('nudge', 'nudge.')
  dialog('text', `text:${id}`)
  dialog('fill', `fill:${id}:hs-0:0`)
  const words = 'Wir prüfen den Beitrag zum Stadtfest und melden uns um 23 Uhr wieder.'
  act({ type: 'draft', texts: { facebook: words, website: `Stand: 22:55 Uhr\n\n${words}` } }, pr)
  shoot('live4-waiting')
  shoot('waiting', 'text.')
  for (const form of ['read', 'edit', 'phone', 'back']) dialog(form, `${form}:${id}:t1:1`)
  act({ type: 'approve', draft: 't1', version: 1 }, bm)
  shoot('approved', 'text.')
  dialog('exit', `exit:${id}`)
  const criteria = Array.from({ length: 40 }, () => true)
  act({ type: 'close', met: criteria, reasons: [] }, bm)
  shoot('live5-closed')
  shots.push({ name: 'town', card: townForm(desk.manual().common.roles) })
  office.close()
  return shots
}

function townForm(roles: Readonly<Record<string, string>>) {
  const seat = (role: string, name: string) => ({ role, name, person: `teams:t:29:${name}` })
  const seats = [seat('BM', 'AK'), seat('BM', 'MK'), seat('PR', 'MK')]
  const values = valuesOf({ state: 'NW', police: 'Wache Mitte, 0000 12', seats }, roles)
  return profileCard({ values, roles, isHelper: false, helper: 'M. K.', version: 'v' })
}
