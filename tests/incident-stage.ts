import { readTemplates } from '../src/crisis/templates.ts'
import type { Inbound } from '../src/domain/inbound.ts'
import type { Incident } from '../src/domain/incident.ts'
import { type Live, openLive, type RoomMessage, type RoomSurface } from '../src/incident-live.ts'
import type { Next } from '../src/incident-next.ts'
import { openRoomDesk, type RoomDesk } from '../src/incident-room.ts'
import type { Office } from '../src/office.ts'
import { openOffice, type Office as Stage } from './crisis/stage.ts'

export const thread = 'chat:T1:C1:100.1'
export const anna = 'chat:T1:U1'
export const bert = 'chat:T1:U2'
export const cora = 'chat:T1:U3'

/** A message as a platform shows it. */
interface Shown extends RoomMessage {
  readonly ref: string
  readonly conversation: string
  readonly edits: number
}

/** A chat in memory: a thread is a list, and everything that was called is counted. */
interface Chat {
  readonly surface: RoomSurface
  readonly shown: Shown[]
  readonly pins: string[]
  /** Thrown by the next calls, one each. */
  readonly faults: Error[]
  /** Thrown once the next message stands: nobody knows that it does. */
  readonly doubts: Error[]
  find(name: string): Shown
}

function openChat(): Chat {
  const shown: Shown[] = []
  const pins: string[] = []
  const faults: Error[] = []
  const doubts: Error[] = []
  const fail = () => {
    const fault = faults.shift()
    if (fault) throw fault
  }
  return {
    shown,
    pins,
    faults,
    doubts,
    find: (name) => {
      const found = shown.find(({ id }) => id.endsWith(` ${name}`))
      if (!found) throw new Error(`no ${name} among ${shown.map(({ id }) => id)}`)
      return found
    },
    surface: {
      name: 'chat',
      post: async (room, message) => {
        fail()
        const there = message.mayBeThere && shown.find(({ id }) => id === message.id)
        if (there) return there
        const ref = `m${shown.length + 1}`
        const conversation = room.conversation ?? `chat:T1:C1:${ref}`
        const made = { ...message, ref, conversation, edits: 0 }
        shown.push(made)
        const doubt = doubts.shift()
        if (doubt) throw doubt
        return made
      },
      update: async (_, ref, message) => {
        fail()
        const at = shown.findIndex((one) => one.ref === ref)
        const old = shown[at]
        if (!old) return false
        shown[at] = { ...old, reply: message.reply, edits: old.edits + 1 }
        return true
      },
      pin: async (_, ref) => void pins.push(ref),
      isFinal: () => false,
    },
  }
}

export interface Floor {
  readonly stage: Stage
  readonly office: Office
  readonly desk: RoomDesk
  readonly chat: Chat
  readonly live: Live
  /** What a person writes in the thread, or where else it is said. */
  say(text: string, how?: Partial<Inbound>): readonly Next[] | undefined
  press(action: string, value: string, how?: Partial<Inbound>): readonly Next[] | undefined
  /** The only incident there is. */
  incident(): Incident
  close(): Promise<void>
}

const none = { tickMs: 3_600_000, restMs: 0 }
let ids = 0

/** The crisis desk in a chat in memory, on a real file; the clock stands. */
export function openFloor(): Floor {
  const stage = openOffice()
  const { desk: core, store, now } = stage
  const office: Office = {
    desk: core,
    clock: { now },
    templates: () => readTemplates(),
    profile: () => store.settings.profile(),
  }
  const desk = openRoomDesk({
    office,
    store,
    door: 'chat',
    links: { publicUrl: 'http://localhost:3978' },
  })
  const chat = openChat()
  const live = openLive(
    { surface: chat.surface, rooms: store.rooms, office, onTrouble: () => undefined },
    none,
  )
  const hear = (given: Partial<Inbound>) => {
    ids += 1
    const id = `m-${ids}`
    const plain = { id, conversation: thread, message: id, person: anna, text: '', hasFiles: false }
    const rest = { isCommand: false, place: 'channel', locale: 'de' } as const
    return desk.hear({ ...plain, ...rest, ...given }, '{}')
  }
  return {
    stage,
    office,
    desk,
    chat,
    live,
    say: (text, how = {}) => hear({ text, ...how }),
    press: (action, value, how = {}) => hear({ deed: { kind: 'press', action, value }, ...how }),
    incident: () => {
      const found = core.find('L1')
      if (!found) throw new Error('no incident')
      return found
    },
    close: async () => {
      await live.close()
      stage.close()
    },
  }
}

/** What somebody reads of an answer. */
export function read(next: readonly Next[] | undefined): string {
  return (next ?? [])
    .map((one) => {
      if (one.kind === 'say') return JSON.stringify(one.reply)
      return one.kind === 'done' ? one.text : JSON.stringify(one)
    })
    .join('\n')
}
