import { deskLane, type Front } from '../../src/attend.ts'
import type { Arrival, Store } from '../../src/ports.ts'
import type { Pump } from '../../src/pump.ts'
import { parseAddress } from './address.ts'
import type { Incoming, Way } from './bolt.ts'
import { parseBody, type Self, type Sorted, sort } from './inbound.ts'

/** What the door does with what came in, before anything is acknowledged. */
export interface Reception {
  readonly self: Self
  readonly store: Pick<Store, 'inbox' | 'memory' | 'rooms'>
  readonly desk: Pick<Front['desk'], 'isFor' | 'isRoom'>
  readonly pump: Pick<Pump, 'nudge' | 'halt'>
  /** Whether this person is answered here: nobody else stops an answer. */
  isWelcome(address: string): Promise<boolean>
  /** A question was changed that is answered already. */
  onEdited(key: string, arrival: Arrival): Promise<void>
}

/**
 * Stores what is meant for us, then acknowledges it, then has it answered. What is not for us is
 * acknowledged and forgotten: nothing of it is kept.
 *
 * @throws StoreError (`bad-store`) when it cannot be stored: then Slack sends it again
 */
export async function receive({ body, ack }: Incoming, reception: Reception): Promise<Way> {
  const sorted = sort(body, reception.self)
  if (sorted.kind === 'foreign' || sorted.kind === 'malformed') return sorted.kind
  if (sorted.kind === 'now') {
    if (reception.store.inbox.see(sorted.keys)) return 'pass'
    await ack()
    return 'handled'
  }
  const work = take(sorted, reception)
  await ack()
  await work?.()
  return 'handled'
}

type Later = (() => Promise<void> | void) | undefined

/** What must be on the disk is when this returns; the rest may wait for the acknowledgement. */
function take(sorted: Sorted, reception: Reception): Later {
  const { store } = reception
  switch (sorted.kind) {
    case 'message':
      return accept(forDesk(sorted, reception) ?? sorted, reception)
    case 'follow-up':
      return overhear(sorted, reception)
    case 'memo':
      return isLedIn(sorted.arrival, store)
        ? accept({ ...sorted, isStop: false }, reception)
        : undefined
    case 'edited':
      return change(sorted.key, sorted.arrival, reception)
    case 'deleted':
      return erase(sorted.key, reception)
    case 'stopped':
      return store.inbox.see(sorted.keys) ? drop(sorted.conversation, reception) : undefined
    default:
      return undefined
  }
}

// Where an incident is led people talk to each other: only the desk's own words are kept.
function overhear(heard: Accepting, reception: Reception): Later {
  const { conversation } = heard.arrival
  const forUs = forDesk(heard, reception)
  if (forUs || reception.desk.isRoom(conversation)) return forUs && accept(forUs, reception)
  return isOurs(conversation, reception.store) ? accept(heard, reception) : undefined
}

/** The same in the lane of the crisis desk, where that is meant. */
function forDesk({ arrival }: Accepting, { desk }: Reception): Accepting | undefined {
  const { text, isOverheard = false, deed } = parseBody(arrival.body)
  const { conversation, address } = arrival
  const isCommand = parseAddress(address).place === 'command'
  if (deed || !desk.isFor({ text, conversation, isCommand, isOverheard })) return undefined
  return { arrival: { ...arrival, conversation: deskLane(conversation) }, isStop: false }
}

function isLedIn({ address }: Arrival, { rooms }: Reception['store']): boolean {
  const { team, channel } = parseAddress(address)
  const place = `slack:${team}:${channel}:`
  return rooms.list('slack').some(({ conversation }) => conversation?.startsWith(place))
}

// Engaged once it is answered: what is written before that is meant for us as well.
function isOurs(conversation: string, { inbox, memory }: Reception['store']): boolean {
  return memory.isEngaged(conversation) || inbox.waiting(conversation).length > 0
}

interface Accepting {
  readonly arrival: Arrival
  readonly isStop: boolean
}

function accept({ arrival, isStop }: Accepting, reception: Reception): Later {
  const { store, pump, isWelcome } = reception
  const { conversation, address } = arrival
  const before = isStop ? drop(conversation, reception) : undefined
  if (store.inbox.accept(arrival) === undefined) return undefined
  return async () => {
    pump.nudge(conversation)
    if (before && (await isWelcome(address))) before()
  }
}

/** All that waits here now, and what is being answered, gets no answer any more. */
function drop(conversation: string, { store, pump }: Reception): () => void {
  const ids = store.inbox.waiting(conversation).map(({ id }) => id)
  return () => {
    store.inbox.close(ids)
    pump.halt(conversation, ids)
  }
}

// Not answered yet: the new words take the place of the old ones. Answered: people may ask again.
function change(key: string, arrival: Arrival, reception: Reception): Later {
  const { store, pump, onEdited } = reception
  const { conversation } = arrival
  const old = idsOf(key, conversation, reception)
  if (store.inbox.replace(key, arrival) !== undefined) {
    // Nor are the old words kept, where they were read already.
    store.memory.forgetMessage(key)
    return () => {
      pump.halt(conversation, old)
      pump.nudge(conversation)
    }
  }
  return store.inbox.see(arrival.keys) ? () => onEdited(key, arrival) : undefined
}

function erase(key: string, { store, pump }: Reception): Later {
  const item = store.inbox.waiting().find(({ address }) => keyOf(address) === key)
  const id = store.inbox.withdraw(key)
  store.memory.forgetMessage(key)
  return id && item ? () => pump.halt(item.conversation, [id]) : undefined
}

function idsOf(key: string, conversation: string, { store }: Reception): readonly string[] {
  const waiting = store.inbox.waiting(conversation)
  return waiting.filter(({ address }) => keyOf(address) === key).map(({ id }) => id)
}

function keyOf(address: string): string | undefined {
  if (address === '') return undefined
  const { team, channel, ts } = parseAddress(address)
  return ts && `slack:${team}:${channel}:${ts}`
}
