import { createHash } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import type { Incident } from './domain/incident.ts'
import type { Seat } from './domain/profile.ts'
import type { Reply } from './domain/reply.ts'
import { anybody } from './incident-people.ts'
import { type RoomPost, roomPosts } from './incident-posts.ts'
import type { Office } from './office.ts'
import type { Posted, Room, Rooms } from './ports-rooms.ts'

/** A message on its way into a room. */
export interface RoomMessage {
  /** Names it in all rooms, so that it can be found again. */
  readonly id: string
  readonly reply: Reply
  /** An earlier try may have sent it. */
  readonly mayBeThere: boolean
  /** Who is to be called by name, as the platform knows them. */
  readonly calls: readonly Pick<Seat, 'person' | 'name'>[]
  /** To be told where it is as soon as it has a place, filled or not. */
  readonly onPlaced: (ref: string) => void
}

/** What a chat product does for incidents. */
export interface RoomSurface {
  /** As `ChatSurface.name`. */
  readonly name: string
  /**
   * Posts into the room's thread; the first message of a room without one begins it. `ref` is where it
   * lies, `conversation` the thread it lies in.
   *
   * @throws UpstreamError (`upstream`)
   */
  post(
    room: Room,
    message: RoomMessage,
  ): Promise<{ readonly ref: string; readonly conversation: string }>
  /** Changes a message in place; false where it is there no more. @throws UpstreamError (`upstream`) */
  update(room: Room, ref: string, message: RoomMessage): Promise<boolean>
  /** Keeps a message in sight where the platform can; never fails. */
  pin(room: Room, ref: string): Promise<void>
  /** Whether trying again cannot help: nobody may write there any more. */
  isFinal(error: unknown): boolean
}

interface LiveParts {
  readonly surface: RoomSurface
  readonly rooms: Rooms
  readonly office: Pick<Office, 'desk' | 'profile'>
  readonly onTrouble: (error: unknown) => void
}

/** Keeps what stands in rooms as the log says. */
export interface Live {
  /** Something happened in an incident; or, without a name, look at all of them. */
  wake(incident?: string): void
  /** Settles when all rooms show what they should, or a try failed. */
  settled(): Promise<void>
  /** Ends the ticking and lets what is being sent end for a while; the rest comes after the next start. */
  close(graceMs?: number): Promise<void>
}

/**
 * How often all rooms are looked at, and how long a room rests after it was changed: changes that come
 * close together are one. Milliseconds.
 */
export const liveTimes: LiveTimes = { tickMs: 2000, restMs: 1200 }

export interface LiveTimes {
  readonly tickMs: number
  readonly restMs: number
}

/**
 * Posts and changes messages until every room shows what follows from its incident. What happens at other
 * doors, in a terminal or by the clock comes with the next tick; a restart goes on where it stopped.
 */
export function openLive(parts: LiveParts, times: LiveTimes = liveTimes): Live {
  const { surface, rooms, onTrouble } = parts
  const running = new Map<string, Promise<void>>()
  const dirty = new Set<string>()
  const stop = new AbortController()
  const run = async (room: Room) => {
    do {
      dirty.delete(room.id)
      const changed = await reconcile(room.id, parts).catch((error: unknown) => {
        onTrouble(error)
        if (surface.isFinal(error)) rooms.end(room.id)
        return false
      })
      if (changed && !stop.signal.aborted) await pause(times.restMs, stop.signal)
    } while (dirty.has(room.id) && !stop.signal.aborted)
  }
  const wake: Live['wake'] = (incident) => {
    if (stop.signal.aborted) return
    for (const room of rooms.list(surface.name)) {
      if (incident !== undefined && room.incident !== incident) continue
      if (running.has(room.id)) dirty.add(room.id)
      else
        running.set(
          room.id,
          run(room)
            .catch(onTrouble)
            .finally(() => running.delete(room.id)),
        )
    }
  }
  const tick = () => {
    try {
      nudge(parts)
      wake()
    } catch (error) {
      onTrouble(error)
    }
  }
  const timer = setInterval(tick, times.tickMs).unref()
  return {
    wake,
    settled: async () => {
      tick()
      while (running.size > 0) await Promise.all(running.values())
    },
    close: async (graceMs = 3000) => {
      clearInterval(timer)
      stop.abort()
      const late = wait(graceMs, undefined, { ref: false })
      await Promise.race([Promise.all(running.values()), late])
    },
  }
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await wait(ms, undefined, { signal, ref: false }).catch(() => undefined)
}

/**
 * Writes down what people are to be reminded of; the rooms say it afterwards. Named by what it is, so two
 * programs that think of it at once write it once.
 */
function nudge({ rooms, surface, office: { desk } }: LiveParts): void {
  const led = new Set(rooms.list(surface.name).map(({ incident }) => incident))
  for (const id of led) {
    const incident = desk.find(id)
    const due = incident ? desk.board(incident).nudges : []
    if (due.length === 0) continue
    const what = due.map(({ about, count }) => `${about} ${count}`).join(', ')
    const about = due.map((one) => one.about)
    desk.run(
      id,
      { type: 'nudge', about },
      { by: { role: anybody }, command: `nudge ${id} ${what}` },
    )
  }
}

/** Whether anything had to be sent. */
async function reconcile(id: string, parts: LiveParts): Promise<boolean> {
  const { rooms, surface, office } = parts
  const room = rooms.list(surface.name).find((one) => one.id === id)
  const incident = room && office.desk.find(room.incident)
  if (!room || !incident) return false
  const known = rooms.posts(id)
  const posts = roomPosts(incident, office.desk.board(incident), {
    room,
    known: new Set(known.keys()),
  })
  let isChanged = false
  let placed = room
  for (const post of posts) {
    const before = known.get(post.name)
    const print = printOf(post.reply)
    if (before?.ref !== undefined && isShown(before, post, print)) continue
    isChanged = true
    placed = await send({ post, print, before, room: placed }, parts)
  }
  if (!isChanged && isOver(incident)) rooms.end(id)
  return isChanged
}

/** A place that was opened and not filled has no print yet. */
function isShown(before: Posted, { isLive }: RoomPost, print: string): boolean {
  return before.print === print || (!isLive && before.print !== '')
}

function isOver({ status }: Incident): boolean {
  return status === 'closed'
}

function printOf(reply: Reply): string {
  return createHash('sha256').update(JSON.stringify(reply)).digest('base64url').slice(0, 22)
}

/** Who is entered in a role at this door; each once, and only a few: who calls all calls nobody. */
function callsFor({ roles = [] }: RoomPost, { surface, office }: LiveParts): RoomMessage['calls'] {
  const { seats = [] } = office.profile()
  const here = seats.filter(
    ({ role, person }) => roles.includes(role) && person.startsWith(`${surface.name}:`),
  )
  const first = new Map(here.map(({ person, name }) => [person, { person, name }]))
  return [...first.values()].slice(0, mostCalls)
}

const mostCalls = 5

interface Sending {
  readonly post: RoomPost
  readonly print: string
  readonly before: Posted | undefined
  readonly room: Room
}

/** Gives the room as it is afterwards: its thread may be known now. */
async function send({ post, print, before, room }: Sending, parts: LiveParts): Promise<Room> {
  const { rooms, surface } = parts
  const { name, reply } = post
  const onPlaced = (ref: string) => rooms.keep(room.id, { name, ref, print: '' })
  const message = {
    id: `${room.id} ${name}`,
    reply,
    mayBeThere: before !== undefined,
    calls: callsFor(post, parts),
    onPlaced,
  }
  if (before?.ref !== undefined && (await surface.update(room, before.ref, message))) {
    rooms.keep(room.id, { name, ref: before.ref, print })
    return room
  }
  // Somebody deleted it: it stands anew, not in the old one's place.
  const again = before?.ref === undefined ? message : { ...message, mayBeThere: false }
  rooms.begin(room.id, name)
  const { ref, conversation } = await surface.post(room, again)
  rooms.keep(room.id, { name, ref, print })
  if (room.conversation === undefined) rooms.settle(room.id, conversation)
  if (name === 'card') await surface.pin(room, ref)
  return { ...room, conversation }
}
