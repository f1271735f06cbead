import type { Desk, Outcome, Sender } from '../../src/crisis/desk.ts'
import type { Templates } from '../../src/crisis/templates.ts'
import type { Incident } from '../../src/domain/incident.ts'
import { officeOn } from '../../src/office.ts'
import type { Settings } from '../../src/ports-store.ts'
import { incidentToJson } from './incident-json.ts'
import { configFor, type Options, parseTyped, type Typed, usageError } from './options.ts'
import { withStore } from './with-store.ts'

/** Every word of `incident` that writes has these. */
const writing = {
  json: { type: 'boolean' },
  as: { type: 'string' },
  person: { type: 'string' },
  command: { type: 'string' },
} as const satisfies Options

/** What their help says about them. */
export const writingHelp = `  --as ROLLE        in welcher Rolle das geschieht (SM, PR, BM, HL …; sonst SM)
  --person KÜRZEL   wer das ist, wo mehrere eine Rolle tragen
  --command NAME    Name des Befehls: noch einmal geschickt, geschieht er nicht zweimal
  --json            ein JSON-Objekt statt Text`

export function parseWriting(args: readonly string[], options: Options = {}): Typed {
  return parseTyped(args, { ...writing, ...options })
}

export interface Room {
  readonly desk: Desk
  readonly templates: Templates
  readonly settings: Settings
  readonly now: () => string
}

/** Work at the crisis desk of this configuration, also while a server works at it. */
export async function atDesk<T>(typed: Typed, work: (room: Room) => T | Promise<T>): Promise<T> {
  const config = configFor(typed)
  return await withStore(config, (store) => {
    const { desk, clock, templates } = officeOn(store, config)
    return work({ desk, templates: templates(), settings: store.settings, now: clock.now })
  })
}

/** Who sends it. @throws ConfigError for a role that does not exist */
export function senderOf(typed: Typed, desk: Desk): Sender {
  const role = (typed.value('as') ?? 'SM').toUpperCase()
  const { roles } = desk.manual().common
  if (!Object.hasOwn(roles, role))
    throw usageError(`--as ${role}: Es gibt ${Object.keys(roles).join(', ')}.`)
  const [person, command] = [typed.value('person'), typed.value('command')]
  return {
    by: { role, ...(person ? { person } : {}) },
    ...(command ? { command } : {}),
  }
}

/** The incident named first. @throws ConfigError where none was named or there is none */
export function findTyped(typed: Typed, desk: Desk): Incident {
  const [id] = typed.words
  if (id === undefined) throw usageError('Es fehlt, welche Lage: ihre Nummer, etwa L1.')
  const found = desk.find(id)
  if (found) return found
  const known = desk.list().map((one) => one.id)
  const others =
    known.length > 0 ? `Es gibt: ${known.slice(0, 10).join(', ')}.` : 'Es gibt noch keine.'
  throw usageError(`Die Lage „${id}“ gibt es nicht. ${others}`)
}

/** Prints what came of a command: 0 when it was done, 1 when something stood in its way. */
export function settle(
  outcome: Outcome,
  { typed, desk, say }: { typed: Typed; desk: Desk; say: (incident: Incident) => string },
): number {
  if (outcome.status === 'refused') {
    if (typed.flags.has('json')) console.log(JSON.stringify(outcome))
    else console.error(outcome.text)
    return 1
  }
  const { status, incident } = outcome
  if (typed.flags.has('json'))
    console.log(
      JSON.stringify({ outcome: status, ...incidentToJson(incident, desk.board(incident)) }),
    )
  else console.log(status === 'repeated' ? 'Das war schon erledigt.' : say(incident))
  return 0
}
