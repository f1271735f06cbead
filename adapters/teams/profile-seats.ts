import type { Seat, TownProfile } from '../../src/domain/profile.ts'
import { withSeat } from '../../src/incident-people.ts'

/** The roles there are, by their short names. */
export type Roles = Readonly<Record<string, string>>

/** Fields as a client sends them; one that was emptied is missing. */
export type Values = Readonly<Record<string, string>>

/** The field that asks who acts in a role. */
export function seatField(role: string): string {
  return `seat-${role}`
}

/** Who acts in a role, by their abbreviations: first who holds it, then who deputises. */
export function seatLine(role: string, { seats = [] }: TownProfile): string {
  const names = seats.filter((one) => one.role === role).map(({ name }) => name)
  return [...new Set(names)].join(', ')
}

interface Typed {
  readonly values: Values
  readonly roles: Roles
  /** Who fills in the form, as this door names them. */
  readonly me: string
}

/** The town with everybody in the roles that were typed, or the abbreviations that nobody has. */
export function withSeats(
  profile: TownProfile,
  { values, roles, me }: Typed,
): { readonly profile: TownProfile } | { readonly unknown: readonly string[] } {
  let after = profile
  const unknown: string[] = []
  for (const role of Object.keys(roles)) {
    const line = values[seatField(role)]?.trim() ?? ''
    if (line === seatLine(role, profile)) continue
    const found = namesIn(line).map((name) => ({ name, people: find(name, { role, profile, me }) }))
    unknown.push(...found.filter(({ people }) => people.length === 0).map(({ name }) => name))
    after = seated(
      after,
      role,
      found.flatMap(({ people }) => people),
    )
  }
  return unknown.length > 0 ? { unknown: [...new Set(unknown)] } : { profile: after }
}

type Person = Pick<Seat, 'person' | 'name'>

interface Around extends Pick<Typed, 'me'> {
  readonly role: string
  readonly profile: TownProfile
}

/** Whom an abbreviation means: at every door they are entered at, or where this role has them. */
function find(typed: string, { role, profile, me }: Around): readonly Person[] {
  const [, own, name = ''] = /^(ich)(?:\s*=\s*(.+))?$/i.exec(typed) ?? []
  if (own) return [{ person: me, name: name.slice(0, 40) }]
  const people = named(typed, profile)
  const here = people.filter((one) => one.role === role)
  return here.length > 0 ? here : people
}

function namesIn(line: string): readonly string[] {
  return line
    .split(/[,;]/)
    .map((name) => name.trim())
    .filter(Boolean)
}

/** Whoever has this abbreviation, in small or capital letters where nobody writes it just so. */
function named(typed: string, { seats = [] }: TownProfile): readonly Seat[] {
  const exact = seats.filter(({ name }) => name === typed)
  if (exact.length > 0) return exact
  return seats.filter(({ name }) => name.toLowerCase() === typed.toLowerCase())
}

// The order in which they are typed is the order in which they act.
function seated(town: TownProfile, role: string, people: readonly Person[]): TownProfile {
  const { seats = [] } = town
  const known = new Map(seats.map(({ person, name }) => [person, name]))
  let after: TownProfile = { ...town, seats: seats.filter((one) => one.role !== role) }
  for (const { person, name } of people)
    after = withSeat(after, { role, person, name: name || (known.get(person) ?? '') })
  return after
}
