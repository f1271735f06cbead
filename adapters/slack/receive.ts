import type { Arrival, Store } from '../../src/ports.ts'
import type { Pump } from '../../src/pump.ts'
import { parseAddress } from './address.ts'
import type { Incoming, Way } from './bolt.ts'
import { type Self, type Sorted, sort } from './inbound.ts'

/** What the door does with what came in, before anything is acknowledged. */
export interface Reception {
  readonly self: Self
  readonly store: Pick<Store, 'inbox' | 'memory'>
  readonly pump: Pick<Pump, 'nudge' | 'halt'>
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
  const { store, pump } = reception
  switch (sorted.kind) {
    case 'message':
      return accept(sorted, reception)
    case 'follow-up':
      return store.memory.isEngaged(sorted.arrival.conversation)
        ? accept(sorted, reception)
        : undefined
    case 'edited':
      return change(sorted.key, sorted.arrival, reception)
    case 'deleted':
      return erase(sorted.key, reception)
    case 'stopped':
      return () => pump.halt(sorted.conversation)
    default:
      return undefined
  }
}

interface Accepting {
  readonly arrival: Arrival
  readonly isStop: boolean
}

function accept({ arrival, isStop }: Accepting, { store, pump }: Reception): Later {
  const { conversation } = arrival
  if (store.inbox.accept(arrival) === undefined) return undefined
  return () => {
    if (isStop) pump.halt(conversation)
    pump.nudge(conversation)
  }
}

// Not answered yet: the new words take the place of the old ones. Answered: people may ask again.
function change(key: string, arrival: Arrival, reception: Reception): Later {
  const { store, pump, onEdited } = reception
  const { conversation } = arrival
  if (store.inbox.replace(key, arrival) !== undefined) {
    return () => {
      pump.halt(conversation)
      pump.nudge(conversation)
    }
  }
  return store.inbox.see(arrival.keys) ? () => onEdited(key, arrival) : undefined
}

function erase(key: string, { store, pump }: Reception): Later {
  const waiting = store.inbox.waiting().find((item) => keyOf(item.address) === key)
  const isWithdrawn = store.inbox.withdraw(key) !== undefined
  store.memory.forgetMessage(key)
  return isWithdrawn && waiting ? () => pump.halt(waiting.conversation) : undefined
}

function keyOf(address: string): string | undefined {
  if (address === '') return undefined
  const { team, channel, ts } = parseAddress(address)
  return ts && `slack:${team}:${channel}:${ts}`
}
