import { createHash } from 'node:crypto'
import {
  bearingsOf,
  contacts,
  type StateCode,
  states,
  type TownProfile,
} from '../../src/domain/profile.ts'
import { notice } from '../../src/notices.ts'
import type { Settings } from '../../src/ports-store.ts'
import { type Address, isAdmin } from './address.ts'
import type { Outgoing } from './botbuilder.ts'
import { execute } from './buttons.ts'
import { attach, card, line, replyCard } from './card.ts'
import type { Desk } from './desk.ts'
import type { Part } from './entities.ts'
import { helperId, helperName } from './human.ts'

const names: Readonly<Record<(typeof contacts)[number], string>> = {
  secondPerson: 'Zweite Person',
  dataProtection: 'Datenschutzbeauftragte Person',
  legalOffice: 'Rechtsamt',
  approver: 'Freigabe',
}

const say = {
  title: 'Stadtprofil',
  hint: 'Trag jeweils Rolle und Nummer ein, am besten auch die Vertretung. Die Angaben werden verschlüsselt gespeichert und dem Team in Karten und Antworten gezeigt.',
  state: 'Land',
  unset: 'nicht gesetzt',
  helper: 'Bei „Mensch holen“ in Kanälen und Gruppen mich rufen',
  called: (name: string) => `Gerufen wird zurzeit: ${name}.`,
  save: 'Speichern',
  saved: 'Das Stadtprofil ist gespeichert.',
  changed: 'Das Stadtprofil wurde inzwischen geändert. Hier ist der neue Stand:',
  refused: (id: string) =>
    `Das Stadtprofil ändern nur Personen, die in TEAMS_ADMINS stehen.${id ? ` Deine Kennung ist ${id}; wer den Bot betreut, trägt sie dort ein.` : ''}`,
}

export function isProfileVerb(verb: string): boolean {
  return verb === 'profile.open' || verb === 'profile.save'
}

interface At {
  readonly address: Address
  /** Of the person, as Teams shows it. */
  readonly name: string
  readonly desk: Pick<Desk, 'store' | 'settings'>
}

/** The town form as a message, for whoever typed its name. */
export function profileMessage(at: At): Outgoing {
  const content = onProfile('profile.open', {}, at)
  return { type: 'message', summary: say.title, attachments: [attach(content)] }
}

/** Shows or saves the town form; only for those whom the configuration names. */
export function onProfile(verb: string, data: Readonly<Record<string, unknown>>, at: At): Part {
  const { address, desk } = at
  const { settings } = desk.store
  if (!isAdmin(address, desk.settings.admins))
    return replyCard(notice(say.refused(address.object ?? ''), 'de'))
  if (verb === 'profile.open') return profileCard(at)
  const sent = toProfile(data)
  const isRepeat = JSON.stringify(sent) === JSON.stringify(ordered(settings.profile()))
  if (!isRepeat && data['ref'] !== versionOf(settings)) return profileCard(at, say.changed)
  settings.saveProfile({ ...bearingsOf(settings.profile()), ...sent })
  saveHelper(data['helper'] === 'true', at)
  return replyCard(notice(say.saved, 'de'))
}

function saveHelper(isMe: boolean, { address, name, desk }: At): void {
  const { settings } = desk.store
  if (isMe) settings.saveHelper('teams', `${address.user} ${name}`)
  else if (helperId(settings) === address.user) settings.saveHelper('teams', undefined)
}

function profileCard({ address, desk }: At, note = ''): Part {
  const { settings } = desk.store
  const profile = settings.profile()
  const helper = helperName(settings)
  return card({
    language: 'de',
    fallback: say.title,
    body: [
      line(say.title, { weight: 'Bolder' }),
      ...(note ? [line(note)] : []),
      stateField(profile),
      ...contacts.map((name) => ({
        type: 'Input.Text',
        id: name,
        label: names[name],
        maxLength: 200,
        ...(profile[name] ? { value: profile[name] } : {}),
      })),
      {
        type: 'Input.Toggle',
        id: 'helper',
        title: say.helper,
        value: String(helperId(settings) === address.user),
        wrap: true,
      },
      ...(helper ? [line(say.called(helper), { size: 'Small', isSubtle: true })] : []),
      line(say.hint, { size: 'Small', isSubtle: true }),
    ],
    actions: [execute('profile.save', say.save, versionOf(settings))],
  })
}

// A choice that was made once can be taken back only by another one.
function stateField({ state }: TownProfile): Part {
  const known = Object.entries(states).map(([value, title]) => ({ title, value }))
  const choices = [{ title: say.unset, value: '-' }, ...known]
  return { type: 'Input.ChoiceSet', id: 'state', label: say.state, choices, value: state ?? '-' }
}

/** Tells whether somebody else changed it while the form was open. */
function versionOf(settings: Settings): string {
  const text = JSON.stringify(ordered(settings.profile()))
  return createHash('sha256').update(text).digest('base64url').slice(0, 12)
}

function toProfile(data: Readonly<Record<string, unknown>>): TownProfile {
  const state = (Object.keys(states) as StateCode[]).find((code) => code === data['state'])
  const filled = contacts.flatMap((name) => {
    const value = data[name]
    const text = typeof value === 'string' ? value.trim().slice(0, 200) : ''
    return text ? [[name, text] as const] : []
  })
  return ordered({ ...Object.fromEntries(filled), ...(state ? { state } : {}) })
}

function ordered(profile: TownProfile): TownProfile {
  return Object.fromEntries(Object.entries(profile).toSorted(([a], [b]) => (a < b ? -1 : 1)))
}
