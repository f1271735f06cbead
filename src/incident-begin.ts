import { scripts } from './crisis/exercise.ts'
import { startFor } from './crisis/match-playbooks.ts'
import type { Incident } from './domain/incident.ts'
import { type Given, type Next, tell } from './incident-next.ts'
import { actorFor, howToEnter, mayEnter, seatsOf, withSeat } from './incident-people.ts'
import type { Said } from './incident-words.ts'
import type { Office } from './office.ts'
import type { Room } from './ports-rooms.ts'

interface Beginning {
  readonly playbook: string
  readonly title: string
  /** Names the message it is about. */
  readonly question?: string
  /** An exercise, so many times as fast. */
  readonly speed?: number
}

/** Opens an incident and binds it to the place it was asked for in; the same message opens one. */
export function begin(wanted: Beginning, given: Given): readonly Next[] {
  const { office, store, inbound } = given
  if (inbound.isShared)
    return tell(
      'In diesem Kanal lesen Externe mit. Bitte eröffne die Lage in einem internen Kanal.',
    )
  const here = store.rooms.find(inbound.conversation)
  const running = here && office.desk.find(here.incident)
  if (running?.status === 'open' && running.log[0]?.command !== inbound.id)
    return tell(`Hier läuft schon ${running.id}. Für eine zweite Lage bitte einen eigenen Thread.`)
  const by = actorFor(inbound.person, office.profile())
  const outcome = office.desk.open(openingFor(wanted, given), { by, command: inbound.id })
  if (outcome.status === 'refused') return tell(outcome.text)
  const { id } = outcome.incident
  bind(outcome.incident, given)
  return [{ kind: 'done', text: `Lage ${id} ist eröffnet.` }]
}

function openingFor(
  { playbook, title, question = '', speed }: Beginning,
  { office, store }: Given,
): Parameters<Office['desk']['open']>[0] {
  const [script] = scripts
  if (speed !== undefined && script) return { ...script, exercise: { script: script.id, speed } }
  const manual = office.desk.manual()
  const found = manual.playbooks.find(({ id }) => id === playbook)
  const text = question ? store.memory.findQuestion(question)?.text : undefined
  const named = { title: title || (found?.title ?? playbook), playbook }
  if (text === undefined || !found) return named
  return { ...named, ...startFor(text, found, manual) }
}

/** In the thread it was asked for in; where only one person reads, in a thread of its own. */
export function bind(incident: Incident, { store, door, inbound, address }: Given): Room {
  const isThread = !inbound.isCommand
  const id = isThread ? `${incident.id} ${inbound.conversation}` : `${incident.id} ${inbound.id}`
  return store.rooms.bind({
    id,
    door,
    incident: incident.id,
    since: incident.version,
    address,
    ...(isThread ? { conversation: inbound.conversation } : {}),
  })
}

/** Enters somebody in a role. */
export function enter(
  { role, person, name }: Extract<Said, { kind: 'seat' }>,
  { office, store, inbound }: Given,
): readonly Next[] {
  const { settings } = store
  const profile = settings.profile()
  const { roles } = office.desk.manual().common
  if (!mayEnter(inbound.person, inbound.isAdmin ?? false, profile))
    return tell(`Eintragen darfst du niemanden. ${howToEnter(inbound.person)}`)
  if (!Object.hasOwn(roles, role))
    return tell(`Die Rolle „${role}“ gibt es nicht. Es gibt: ${Object.keys(roles).join(', ')}.`)
  settings.saveProfile(withSeat(profile, { role, person, name }))
  const seat = seatsOf(person, settings.profile()).find((one) => one.role === role)
  return tell(`${seat?.name ?? ''} handelt jetzt als ${roles[role]}.`)
}
