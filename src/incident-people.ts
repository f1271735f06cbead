import type { Command } from './crisis/commands.ts'
import { approversOf, findDraft, leaders } from './crisis/rights.ts'
import type { Incident } from './domain/incident.ts'
import type { Actor } from './domain/incident-events.ts'
import type { Role } from './domain/playbook.ts'
import type { Seat, TownProfile } from './domain/profile.ts'

/** In which role somebody acts whom the town did not enter: who reads along first. */
export const anybody: Role = 'SM'

export function seatsOf(person: string, { seats = [] }: TownProfile): readonly Seat[] {
  return seats.filter((one) => one.person === person)
}

/**
 * Who acts: by the platform's own id, in that role of theirs which the command asks for. Nobody gets a
 * role by saying so.
 */
export function actorFor(person: string, profile: TownProfile, need: readonly Role[] = []): Actor {
  const seats = seatsOf(person, profile)
  const [first] = seats
  if (!first) return { role: anybody, person }
  const fitting = need.flatMap((role) => seats.find((one) => one.role === role) ?? [])
  const { role } = fitting[0] ?? first
  return { role, person: first.name }
}

/** The roles a command asks for, the best first; none where anybody may. */
export function rolesFor(command: Command, incident: Incident): readonly Role[] {
  switch (command.type) {
    case 'approve':
    case 'return':
      return findDraft(incident, command.draft)?.approvers ?? approversOf(undefined, incident)
    case 'level':
    case 'close':
      return leaders
    case 'step': {
      const found = incident.steps.find(({ step }) => step.id === command.step)
      return found ? [found.step.role] : []
    }
    default:
      return []
  }
}

/** Whether somebody may enter others: who administers the platform's team, or leads. */
export function mayEnter(person: string, isAdmin: boolean, profile: TownProfile): boolean {
  return isAdmin || seatsOf(person, profile).some(({ role }) => leaders.includes(role))
}

/** Somebody in a role, once; another abbreviation takes the place of the old one. */
export function withSeat(profile: TownProfile, { role, person, name }: Seat): TownProfile {
  const { seats = [] } = profile
  const known = seatsOf(person, profile)[0]?.name
  const called = name || known || `${role}-${seats.filter((one) => one.role === role).length + 1}`
  const others = seats
    .filter((one) => one.person !== person || one.role !== role)
    .map((one) => (one.person === person ? { ...one, name: called } : one))
  return { ...profile, seats: [...others, { role, person, name: called }] }
}

/** For somebody whom the town did not enter. */
export function howToEnter(person: string): string {
  return `Du stehst noch in keiner Rolle im Stadtprofil und handelst deshalb als Social-Media-Dienst. Eintragen kann dich, wer hier verwaltet oder eine Leitungsrolle hat, mit „team BM @Person Kürzel“, oder die IT mit „setup --seat BM=${person}=Kürzel“.`
}
