import type { Arrival, Store } from '../../src/ports-store.ts'
import type { Pump } from '../../src/pump.ts'
import { type Address, conversationOf, parseAddress } from './address.ts'
import type { Envelope } from './envelope.ts'
import { sort, welcomeKey } from './inbound.ts'

/** What the door does with an activity before the request is answered. */
export interface Reception {
  readonly store: Pick<Store, 'inbox' | 'memory'>
  readonly pump: Pick<Pump, 'nudge' | 'halt'>
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
      return isOurs(sorted.arrival.conversation, store) ? accept(sorted, reception) : undefined
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

// Engaged once it is answered: what is written before that is meant for us as well.
function isOurs(conversation: string, { inbox, memory }: Reception['store']): boolean {
  return memory.isEngaged(conversation) || inbox.waiting(conversation).length > 0
}

interface Accepting {
  readonly arrival: Arrival
  readonly isStop: boolean
}

function accept({ arrival, isStop }: Accepting, { store, pump }: Reception): Later {
  const { inbox } = store
  const { conversation } = arrival
  const before = isStop ? inbox.waiting(conversation).map(({ id }) => id) : []
  if (inbox.accept(arrival) === undefined) return undefined
  // All that waits here now, and what is being answered, gets no answer any more.
  inbox.close(before)
  pump.halt(conversation, before)
  return () => pump.nudge(conversation)
}

// Not answered yet: the new words take the place of the old ones. Answered: people may ask again.
function change(key: string, arrival: Arrival, { store, pump, onEdited }: Reception): Later {
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
  const waiting = inbox.waiting(conversationOf(address))
  const isOf = (text: string) => text !== '' && parseAddress(text).message === address.message
  return waiting.filter(({ address: text }) => isOf(text)).map(({ id }) => id)
}
