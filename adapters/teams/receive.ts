import { deskLane } from '../../src/attend.ts'
import type { RoomDesk } from '../../src/incident-room.ts'
import type { Arrival, Store } from '../../src/ports-store.ts'
import type { Pump } from '../../src/pump.ts'
import { type Address, conversationOf, parseAddress } from './address.ts'
import type { Envelope } from './envelope.ts'
import { type Body, parseBody, type Sorted, sort, toArrival, welcomeKey } from './inbound.ts'
import { cut } from './markup.ts'
import { refsOf } from './slot.ts'

/** What the door does with an activity before the request is answered. */
export interface Reception {
  readonly store: Pick<Store, 'inbox' | 'memory'>
  readonly pump: Pick<Pump, 'nudge' | 'halt'>
  readonly rooms: Pick<RoomDesk, 'isFor' | 'isRoom'>
  /** A question was changed that is answered already. */
  onEdited(key: string, arrival: Arrival): void
  /** A button was pressed by way of a message. */
  onPressed(activity: Envelope): void
}

/**
 * Stores what is meant for us; the answer follows when the request has long ended, so the platform's
 * patience never makes a double.
 *
 * @throws StoreError (`bad-store`) when it cannot be stored: then it is sent again
 */
export async function receive(activity: Envelope, reception: Reception): Promise<void> {
  const work = take(activity, reception)
  await reception.store.inbox.onDisk()
  work?.()
}

type Later = (() => void) | undefined

/** What must be on the disk is written when this returns; the rest may wait until it is there. */
function take(activity: Envelope, reception: Reception): Later {
  const { store, onPressed } = reception
  const sorted = sort(activity)
  switch (sorted.kind) {
    case 'message':
      return accept(sorted, reception)
    case 'follow-up':
      return isOurs(sorted.arrival, reception) ? accept(sorted, reception) : undefined
    case 'marked':
      return keepMark(sorted, reception)
    case 'edited':
      return change(sorted.key, sorted.arrival, reception)
    case 'deleted':
      erase(sorted.key, sorted.address, reception)
      return undefined
    case 'pressed':
      return store.inbox.see([sorted.key]) ? () => onPressed(activity) : undefined
    case 'removed':
      store.inbox.unsee([welcomeKey(sorted.address)])
      store.memory.release(conversationOf(sorted.address))
      return undefined
    case 'nothing':
      return undefined
  }
}

// Engaged once it is answered: what is written before that is meant for us as well. Where an incident is
// led people talk to each other, and only the desk's own words are for us.
function isOurs(arrival: Arrival, { store: { inbox, memory }, rooms }: Reception): boolean {
  const { conversation } = arrival
  if (rooms.isRoom(conversation)) return rooms.isFor(heardIn(arrival))
  return memory.isEngaged(conversation) || inbox.waiting(conversation).length > 0
}

function heardIn({ conversation, body }: Arrival): Parameters<RoomDesk['isFor']>[0] {
  const { text, isOverheard = false } = parseBody(body)
  return { text, conversation, isCommand: false, isOverheard }
}

/** What is for the crisis desk waits for no answer that is being written. */
function inLane(arrival: Arrival, { rooms }: Reception): Arrival {
  const isDeed = parseBody(arrival.body).noted !== undefined || rooms.isFor(heardIn(arrival))
  return isDeed ? { ...arrival, conversation: deskLane(arrival.conversation) } : arrival
}

interface Accepting {
  readonly arrival: Arrival
  readonly isStop: boolean
}

function accept({ arrival: said, isStop }: Accepting, reception: Reception): Later {
  const { store, pump } = reception
  const { inbox } = store
  const arrival = inLane(said, reception)
  const { conversation } = arrival
  const before = isStop ? inbox.waiting(conversation).map(({ id }) => id) : []
  if (inbox.accept(arrival) === undefined) return undefined
  // All that waits here now, and what is being answered, gets no answer any more.
  inbox.close(before)
  pump.halt(conversation, before)
  return () => pump.nudge(conversation)
}

type Marked = Extract<Sorted, { readonly kind: 'marked' }>

/** What we said there, to be noted in the incident that is led there. */
function keepMark({ key, ref, address }: Marked, reception: Reception): Later {
  const { store, rooms } = reception
  const conversation = conversationOf(address)
  if (!rooms.isRoom(conversation)) return undefined
  const id = refsOf(ref, address)
    .map((one) => store.memory.answerAt(one))
    .find((one) => one !== undefined)
  const reply = id === undefined ? undefined : store.memory.findAnswer(id)?.reply
  if (!reply) return undefined
  const text = [reply.lead, ...reply.claims.map((one) => one.text)].filter(Boolean).join(' ')
  const noted = { text: cut(text, 1000), at: momentOf(ref) }
  const body: Body = { text: '', hasFiles: false, noted }
  return accept({ arrival: toArrival(address, [key], body), isStop: false }, reception)
}

// Teams names a message by the milliseconds since 1970.
function momentOf(id: string): string {
  const ms = Number(id)
  return new Date(Number.isSafeInteger(ms) && ms > 0 ? ms : Date.now()).toISOString()
}

// Not answered yet: the new words take the place of the old ones. Answered: people may ask again.
function change(key: string, said: Arrival, reception: Reception): Later {
  const { store, pump, onEdited } = reception
  const arrival = inLane(said, reception)
  const { conversation } = arrival
  const old = idsOf(parseAddress(arrival.address), store)
  if (store.inbox.replace(key, arrival) !== undefined) {
    // The old words may be remembered already, where it is being answered.
    store.memory.forgetMessage(key)
    pump.halt(conversation, old)
    return () => pump.nudge(conversation)
  }
  return store.inbox.see(arrival.keys) ? () => onEdited(key, arrival) : undefined
}

function erase(key: string, address: Address, { store, pump }: Reception): void {
  const ids = idsOf(address, store)
  store.inbox.close(ids)
  store.memory.forgetMessage(key)
  pump.halt(conversationOf(address), ids)
}

/** What waits to be answered of one message. */
function idsOf(address: Address, { inbox }: Reception['store']): readonly string[] {
  const conversation = conversationOf(address)
  const waiting = [conversation, deskLane(conversation)].flatMap((one) => inbox.waiting(one))
  const isOf = (text: string) => text !== '' && parseAddress(text).message === address.message
  return waiting.filter(({ address: text }) => isOf(text)).map(({ id }) => id)
}
