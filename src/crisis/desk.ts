import { createHash, randomUUID } from 'node:crypto'
import { StoreError } from '../domain/errors.ts'
import type { Incident } from '../domain/incident.ts'
import type { Actor, EventBody, IncidentEvent } from '../domain/incident-events.ts'
import type { Axes, Flag, Level, Manual, Playbook } from '../domain/playbook.ts'
import type { TownProfile } from '../domain/profile.ts'
import type { Instant } from '../domain/time.ts'
import type { Clock } from '../ports.ts'
import type { Glance, Incidents, Listed } from '../ports-incidents.ts'
import type { Settings } from '../ports-store.ts'
import { advanceEvents } from './advance.ts'
import { type Board, boardAt } from './board.ts'
import { type Command, clean, type Decision, type Refusal, refuse } from './commands.ts'
import { decide } from './decide.ts'
import { apply, fold } from './fold.ts'
import { holdersIn, identified } from './rights.ts'
import type { Templates } from './templates.ts'

/** What opens an incident. Everything but the title may be left to the playbook. */
interface Opening {
  readonly title: string
  readonly playbook: string
  /** When it began; now where it is missing. */
  readonly started?: Instant
  readonly axes?: Partial<Axes>
  readonly flags?: readonly Flag[]
  readonly signals?: readonly string[]
  readonly exercise?: { readonly script: string; readonly speed: number }
}

/** Who sends a command, and its name: sent again it is done once. */
export interface Sender {
  readonly by: Actor
  readonly command?: string
}

/** What came of a command. `repeated`: it was done before, and nothing was added. */
export type Outcome =
  | { readonly status: 'done' | 'repeated'; readonly incident: Incident }
  | Refusal

/** The crisis desk: it checks, then writes; the doors only show. */
export interface Desk {
  open(opening: Opening, sender: Sender): Outcome
  run(id: string, command: Command, sender: Sender): Outcome
  find(id: string): Incident | undefined
  /** What an incident asks for now. */
  board(incident: Incident): Board
  /** Newest first. */
  list(): readonly Listed[]
  /** The rules new incidents get. */
  manual(): Manual
}

export interface DeskParts {
  readonly incidents: Incidents
  readonly settings: Pick<Settings, 'profile'>
  /** Read when needed: a town may edit them while this runs. */
  readonly manual: () => Manual
  readonly templates: () => Templates
  readonly clock: Clock
}

/** How often a command is checked anew because others wrote meanwhile. */
const tries = 20

export function openDesk(parts: DeskParts): Desk {
  const { incidents, clock } = parts
  const find = openFinder(parts)
  const run: Desk['run'] = (id, command, { by, command: name = randomUUID() }) => {
    for (let left = tries; left > 0; left -= 1) {
      const incident = find(id)
      if (!incident) return refuse('unknown', `Die Lage „${id}“ gibt es nicht.`)
      const actor = identified(by, incident)
      const decision = check(incident, command, {
        by: actor,
        now: exerciseNow(incident, clock.now()),
        parts,
      })
      if (decision.status === 'refused') return refusedOrRepeated(decision, { incident, name })
      const { events } = decision
      const after = preview(incident, events, { by: actor, at: clock.now() })
      const entry = { command: name, by: actor, events, glance: glanceOf(after) }
      const came = incidents.append(incident.id, { ...entry, after: incident.version })
      if (came === 'stale') continue
      return { status: came === 'appended' ? 'done' : 'repeated', incident: find(id) ?? incident }
    }
    return refuse('stale', 'Gerade schreiben viele zugleich. Bitte noch einmal.')
  }
  return {
    open: (opening, sender) => openIncident(opening, sender, { ...parts, find }),
    run,
    find,
    board: (incident) => boardAt(incident, exerciseNow(incident, clock.now())),
    list: () => incidents.list(),
    manual: parts.manual,
  }
}

type Running = Pick<Incident, 'exercise' | 'started'>

// What happens in an exercise happens at the time of the exercise.
function inItsTime(
  event: IncidentEvent,
  { exercise, started }: { exercise?: Running['exercise'] | undefined; started: Instant },
): IncidentEvent {
  if (!exercise) return event
  return { ...event, at: exerciseNow({ exercise, started }, event.at) }
}

/** An exercise runs faster than the clock: its minutes are shorter. */
function exerciseNow({ exercise, started }: Running, now: Instant): Instant {
  if (!exercise) return now
  const passed = (Date.parse(now) - Date.parse(started)) * exercise.speed
  return new Date(Date.parse(started) + passed).toISOString()
}

// A command that was done is refused when it comes again ("already"): to its sender it is done.
function refusedOrRepeated(
  refusal: Refusal,
  { incident, name }: { readonly incident: Incident; readonly name: string },
): Outcome {
  const wasDone = incident.log.some((event) => event.command === name)
  return wasDone ? { status: 'repeated', incident } : refusal
}

interface Checking {
  readonly by: Actor
  readonly now: Instant
  readonly parts: DeskParts
}

function check(incident: Incident, command: Command, { by, now, parts }: Checking): Decision {
  if (command.type !== 'advance') return decide(incident, command, { by, now })
  return advanceEvents(incident, command, { now, templates: parts.templates() })
}

function preview(
  incident: Incident,
  events: readonly EventBody[],
  { by, at }: { readonly by: Actor; readonly at: Instant },
): Incident {
  return events.reduce((state, body) => {
    const event: IncidentEvent = { ...body, seq: state.version + 1, at, by, command: '' }
    return apply(state, event)
  }, incident)
}

function glanceOf({ title, severity, playbooks, exercise, status }: Incident): Glance {
  return {
    title,
    level: severity.level,
    playbooks: playbooks.map((one) => one.title),
    isExercise: exercise !== undefined,
    isClosed: status === 'closed',
  }
}

/** So many incidents are kept in memory as they were last seen. */
const remembered = 2000

// Events never change, so what was folded is only ever added to.
function openFinder({ incidents }: DeskParts): Desk['find'] {
  const folded = new Map<string, Incident>()
  const books = new Map<string, Manual>()
  const bookOf = (hash: string): Manual => {
    const known = books.get(hash)
    if (known) return known
    const text = incidents.book(hash)
    if (text === undefined) throw lostBook()
    // Our own words, sealed: whoever can change them can change everything.
    const manual: Manual = JSON.parse(text)
    books.set(hash, manual)
    return manual
  }
  return (typed) => {
    const id = typed.toUpperCase()
    const known = folded.get(id)
    const events = incidents.events(id, known?.version)
    const [first] = events
    const found = known
      ? events.map((event) => inItsTime(event, known)).reduce(apply, known)
      : first?.type === 'incident-opened'
        ? fold(
            id,
            events.map((event) => inItsTime(event, first)),
            bookOf(first.book),
          )
        : undefined
    if (!found) return undefined
    // The words of one that is closed are erased one day: nothing here may outlive them.
    if (found.status === 'closed') folded.delete(id)
    else {
      if (folded.size >= remembered) folded.clear()
      folded.set(id, found)
    }
    return found
  }
}

function lostBook(): StoreError {
  return new StoreError('Die Regeln dieser Lage lassen sich nicht öffnen.', {
    path: 'sturmlotse.db',
    fix: 'Sie sind mit einem anderen Schlüssel versiegelt; bitte DATA_KEY oder die Datei key prüfen.',
  })
}

type Place = DeskParts & Pick<Desk, 'find'>

function openIncident(
  opening: Opening,
  { by, command = randomUUID() }: Sender,
  { incidents, settings, manual: readManual, clock, find }: Place,
): Outcome {
  const manual = readManual()
  const title = clean(opening.title)
  const playbook = manual.playbooks.find(({ id }) => id === opening.playbook.toLowerCase())
  if (title === '') return refuse('incomplete', 'Die Lage braucht einen Titel.')
  if (!playbook) {
    const ids = manual.playbooks.map(({ id }) => id).join(', ')
    return refuse('unknown', `Das Playbook „${opening.playbook}“ gibt es nicht. Es gibt: ${ids}.`)
  }
  const now = clock.now()
  const started = opening.started ?? now
  if (started > now) return refuse('incomplete', 'Der Beginn liegt in der Zukunft.')
  const text = JSON.stringify(manual)
  const book = createHash('sha256').update(text).digest('hex')
  incidents.keepBook(book, text)
  const profile = settings.profile()
  const { state } = profile
  const event: EventBody = {
    type: 'incident-opened',
    started,
    playbook: playbook.id,
    book,
    ...severityFor(playbook, opening),
    signals: [...(opening.signals ?? [])],
    ...(state ? { state } : {}),
    ...(opening.exercise ? { exercise: opening.exercise } : {}),
    words: { title },
  }
  const preview = fold('', [{ ...event, seq: 1, at: now, by, command }], manual)
  if (!preview) return refuse('incomplete', 'Die Lage lässt sich so nicht eröffnen.')
  const events = [event, ...firstRoles(profile, manual)]
  const id = incidents.create({ command, by, events, glance: glanceOf(preview) })
  const incident = find(id)
  if (!incident) throw lostBook()
  return { status: incident.version > events.length ? 'repeated' : 'done', incident }
}

// Whom the town entered leads from the first minute, whichever door it was opened at.
function firstRoles(profile: TownProfile, { common }: Manual): readonly EventBody[] {
  return holdersIn(profile)
    .filter(({ role }) => Object.hasOwn(common.roles, role))
    .map(({ role, holder, deputy }) => ({
      type: 'role-assigned',
      role,
      words: { holder, ...(deputy ? { deputy } : {}) },
    }))
}

// What people say counts; where they say nothing, what the playbook begins with.
function severityFor(
  { severity }: Playbook,
  { axes, flags = [] }: Opening,
): { axes: Axes; flags: Flag[]; atLeast?: Level } {
  const { atLeast, ...hint } = severity
  const given: Axes = { ...hint, ...axes }
  return { axes: given, flags: [...flags], ...(atLeast ? { atLeast } : {}) }
}
