import type { DraftState, Incident } from '../domain/incident.ts'
import type { Actor } from '../domain/incident-events.ts'
import type { Role } from '../domain/playbook.ts'
import type { TownProfile } from '../domain/profile.ts'

/** Who leads: may lower the level and close. Anybody may raise it. */
export const leaders: readonly Role[] = ['PR', 'HL', 'BM', 'OA']

/** Who approves where a step names nobody. */
const approvers: readonly Role[] = ['BM', 'HL']

/** The actor with the person who holds the role, where nobody else was named. */
export function identified({ role, person }: Actor, incident: Incident): Actor {
  const whole = person ?? incident.roles[role]?.holder
  return whole === undefined ? { role } : { role, person: whole }
}

/** Whether somebody may act in one of these roles: who holds it, or the deputy; anybody where nobody does. */
export function mayActAs(actor: Actor, roles: readonly Role[], incident: Incident): boolean {
  if (!roles.includes(actor.role)) return false
  const held = incident.roles[actor.role]
  if (!held || actor.person === undefined) return true
  return [held.holder, held.deputy].some((one) => one !== undefined && isSame(one, actor.person))
}

/**
 * Whether it may be the same person: the same name, or the same role where a name is missing. When in
 * doubt it is, so that nobody approves their own text.
 */
export function isSamePerson(one: Actor, other: Actor): boolean {
  if (one.person !== undefined && other.person !== undefined)
    return isSame(one.person, other.person)
  return one.role === other.role
}

function isSame(one: string, other: string | undefined): boolean {
  return plain(one) === plain(other ?? '')
}

function plain(name: string): string {
  return name.normalize('NFKC').trim().toLowerCase().replace(/\s+/gu, ' ')
}

/** The roles that may approve a text: those of its step, else the usual ones. */
export function approversOf(step: string | undefined, incident: Incident): readonly Role[] {
  const found = incident.steps.find((one) => one.step.id === step)?.step
  const named = [found?.approve, found?.fallbackApprove].filter((role) => role !== undefined)
  return named.length > 0 ? [...new Set([...named, ...approvers])] : approvers
}

/** How roles are called where people read them. */
export function called(roles: readonly Role[], { manual }: Pick<Incident, 'manual'>): string {
  return roles.map((role) => manual.common.roles[role] ?? role).join(' oder ')
}

/** The newest version of a text. */
export function findDraft(incident: Incident, id: string): DraftState | undefined {
  return incident.drafts.find((one) => one.id === id)
}

/** Who holds which role from the start: the first of a role, the second as deputy. */
export function holdersIn({ seats = [] }: TownProfile): readonly {
  readonly role: Role
  readonly holder: string
  readonly deputy?: string
}[] {
  return [...new Set(seats.map(({ role }) => role))].flatMap((role) => {
    const [first, second] = seats.filter((one) => one.role === role)
    if (!first) return []
    return [{ role, holder: first.name, ...(second ? { deputy: second.name } : {}) }]
  })
}
