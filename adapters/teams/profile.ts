import { createHash } from 'node:crypto'
import type { TownProfile } from '../../src/domain/profile.ts'
import { usable } from '../../src/manual.ts'
import { notice } from '../../src/notices.ts'
import { type Address, isAdmin, personOf } from './address.ts'
import type { Outgoing } from './botbuilder.ts'
import { attach, replyCard } from './card.ts'
import type { Desk } from './desk.ts'
import type { Part } from './entities.ts'
import { helperId, helperName } from './human.ts'
import { profileCard, profileTitle, textsIn, valuesOf } from './profile-card.ts'
import { type Roles, type Values, withSeats } from './profile-seats.ts'

const say = {
  saved: 'Das Stadtprofil ist gespeichert.',
  changed: 'Das Stadtprofil wurde inzwischen geändert. Hier ist der neue Stand:',
  unknown: (names: readonly string[]) =>
    `Nicht gespeichert. Kein Kürzel im Stadtprofil: ${names.join(', ')}. Was du geschrieben hast, steht noch da.`,
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
  readonly desk: Pick<Desk, 'store' | 'settings' | 'office'>
}

/** The town form as a message, for whoever typed its name. */
export function profileMessage(at: At): Outgoing {
  const content = onProfile('profile.open', {}, at)
  return { type: 'message', summary: profileTitle, attachments: [attach(content)] }
}

/** Shows or saves the town form; only for those whom the configuration names. */
export function onProfile(verb: string, data: Readonly<Record<string, unknown>>, at: At): Part {
  const { address, desk } = at
  if (!isAdmin(address, desk.settings.admins))
    return replyCard(notice(say.refused(address.object ?? ''), 'de'))
  const { settings } = desk.store
  const [now, roles] = [settings.profile(), rolesIn(desk)]
  if (verb === 'profile.open') return shown(valuesOf(now, roles), at)
  const values = textOnly(data)
  const { seats } = now
  const sent = { ...textsIn(values), ...(seats ? { seats } : {}) }
  const seated = withSeats(sent, { values, roles, me: personOf(address) })
  const isRepeat = 'profile' in seated && printOf(seated.profile) === printOf(now)
  if (!isRepeat && data['ref'] !== versionOf(now, roles))
    return shown(valuesOf(now, roles), at, say.changed)
  if ('unknown' in seated) return shown(values, at, say.unknown(seated.unknown))
  settings.saveProfile(seated.profile)
  saveHelper(data['helper'] === 'true', at)
  return replyCard(notice(say.saved, 'de'))
}

function saveHelper(isMe: boolean, { address, name, desk }: At): void {
  const { settings } = desk.store
  if (isMe) settings.saveHelper('teams', `${address.user} ${name}`)
  else if (helperId(settings) === address.user) settings.saveHelper('teams', undefined)
}

function shown(values: Values, { address, desk }: At, note = ''): Part {
  const { settings } = desk.store
  const roles = rolesIn(desk)
  const typed = values['helper']
  return profileCard({
    values,
    roles,
    isHelper: typed ? typed === 'true' : helperId(settings) === address.user,
    helper: helperName(settings),
    version: versionOf(settings.profile(), roles),
    note,
  })
}

/** The roles of the crisis desk; none where the town's rules cannot be read. */
function rolesIn({ office }: Pick<Desk, 'office'>): Roles {
  return usable(() => office.desk.manual().common.roles) ?? {}
}

function textOnly(data: Readonly<Record<string, unknown>>): Values {
  const all = Object.entries(data)
  return Object.fromEntries(
    all.filter((one): one is [string, string] => typeof one[1] === 'string'),
  )
}

/** Tells whether somebody else changed it while the form was open, and a form that asks for less. */
function versionOf(profile: TownProfile, roles: Roles): string {
  const text = [printOf(profile), ...Object.keys(roles)].join(' ')
  return createHash('sha256').update(text).digest('base64url').slice(0, 12)
}

/** The same for the same town, however it came to be: in which order roles were filled says nothing. */
function printOf({ seats = [], ...named }: TownProfile): string {
  const all = Object.entries(named).toSorted(([a], [b]) => (a < b ? -1 : 1))
  const byRole = Map.groupBy(seats, ({ role }) => role)
  const people = [...byRole].toSorted(([a], [b]) => (a < b ? -1 : 1)).flatMap(([, one]) => one)
  return JSON.stringify([all, people.map(({ role, person, name }) => [role, person, name])])
}
