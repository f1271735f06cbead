import {
  bearings,
  contacts,
  type StateCode,
  states,
  type TownProfile,
} from '../../src/domain/profile.ts'
import { withSeat } from '../../src/incident-people.ts'
import { dialog, type View } from './dialogs.ts'
import type { Labels } from './labels.ts'
import { cut } from './markup.ts'
import { type Block, plain, small } from './rich.ts'

/** All texts of the town, in the order they are asked. */
const texts = [...contacts, ...bearings] as const

/** The roles there are, by their short names. */
export type Roles = Readonly<Record<string, string>>

/** Before the role in the block that asks who acts in it. */
const seatMark = 'seat.'

/** What the town form sets: the profile, and whom "Mensch holen" calls in Slack. */
export interface TownForm {
  readonly profile: TownProfile
  readonly helper?: string
}

interface Asked extends TownForm {
  readonly roles: Roles
  readonly team: string
}

/** The fields of the town, who acts in which role, and the person in Slack who is called. All may stay empty. */
export function profileDialog(asked: Asked, say: Labels): View {
  const { profile, helper, roles } = asked
  const blocks = [
    stateField(profile.state, say),
    small(say.contactHint),
    ...texts.map((name) => textField(name, profile[name], say)),
    helperField(helper, say),
    small(`${say.seats}. ${say.seatsHint}`),
    ...Object.keys(roles).map((role) => seatField(role, asked, say)),
    small(say.formNote),
  ]
  return {
    ...dialog({ title: say.form, blocks, close: say.cancel }),
    callback_id: 'profile',
    submit: plain(say.save),
  }
}

function stateField(state: StateCode | undefined, say: Labels) {
  const options = Object.entries(states).map(([value, text]) => ({ text: plain(text), value }))
  const chosen = options.find(({ value }) => value === state)
  return {
    type: 'input',
    block_id: 'state',
    optional: true,
    label: plain(say.fields.state),
    element: {
      type: 'static_select',
      action_id: 'state',
      placeholder: plain(say.choose),
      options,
      ...(chosen ? { initial_option: chosen } : {}),
    },
  }
}

function textField(name: (typeof texts)[number], value: string | undefined, say: Labels) {
  return {
    type: 'input',
    block_id: name,
    optional: true,
    label: plain(say.fields[name]),
    element: {
      type: 'plain_text_input',
      action_id: name,
      max_length: 200,
      ...(value ? { initial_value: value } : {}),
    },
  }
}

// The order in which they are chosen is the order in which they act.
function seatField(role: string, { profile, roles, team }: Asked, say: Labels): Block {
  const here = (profile.seats ?? []).flatMap((seat) =>
    seat.role === role ? (userOf(seat.person, team) ?? []) : [],
  )
  return {
    type: 'input',
    block_id: `${seatMark}${role}`,
    optional: true,
    label: plain(cut(roles[role] ?? role, 100)),
    element: {
      type: 'multi_users_select',
      action_id: 'seat',
      placeholder: plain(say.choose),
      max_selected_items: 5,
      ...(here.length > 0 ? { initial_users: here } : {}),
    },
  }
}

/** A person of this workspace as Slack names them; `undefined` for people at other doors. */
export function userOf(person: string, team: string): string | undefined {
  const start = `slack:${team}:`
  return person.startsWith(start) ? person.slice(start.length) : undefined
}

function helperField(helper: string | undefined, say: Labels) {
  return {
    type: 'input',
    block_id: 'helper',
    optional: true,
    label: plain(say.fields.helper),
    hint: plain(say.helperHint),
    element: {
      type: 'users_select',
      action_id: 'helper',
      placeholder: plain(say.choose),
      ...(helper ? { initial_user: helper } : {}),
    },
  }
}

/** What a sent form holds, by block. */
export type FormValues = Readonly<Record<string, string | undefined>>

interface Before {
  readonly profile: TownProfile
  readonly team: string
}

/** Empty fields are taken away; what an older form did not ask for stays as it was. */
export function toTownForm(values: FormValues, { profile, team }: Before): TownForm {
  const { seats: _, state: __, ...old } = profile
  const filled = texts.flatMap((name) => {
    const value = name in values ? values[name]?.trim() : old[name]
    return value ? [[name, value] as const] : []
  })
  const state = (Object.keys(states) as StateCode[]).find((code) => code === values['state'])
  const helper = values['helper']
  const named = { ...Object.fromEntries(filled), ...(state ? { state } : {}) }
  return {
    profile: withSeats(
      { ...named, ...(profile.seats ? { seats: profile.seats } : {}) },
      values,
      team,
    ),
    ...(helper ? { helper } : {}),
  }
}

function withSeats(profile: TownProfile, values: FormValues, team: string): TownProfile {
  let town = profile
  for (const [name, value = ''] of Object.entries(values)) {
    if (!name.startsWith(seatMark)) continue
    const people = value
      .split(',')
      .filter(Boolean)
      .map((id) => `slack:${team}:${id}`)
    town = withPeople(town, name.slice(seatMark.length), { people, team })
  }
  return town
}

// People at other doors stay where they are; who is known keeps the name they have.
function withPeople(
  town: TownProfile,
  role: string,
  { people, team }: { readonly people: readonly string[]; readonly team: string },
): TownProfile {
  const { seats = [] } = town
  const others = seats.filter((one) => one.role !== role || !userOf(one.person, team))
  let after: TownProfile = { ...town, seats: others }
  for (const person of people) {
    const name = seats.find((one) => one.person === person)?.name ?? ''
    after = withSeat(after, { role, person, name })
  }
  return after
}
