import type { TeamsSettings } from '../../src/config-chats.ts'
import type { Engine } from '../../src/engine.ts'
import type { RoomDesk } from '../../src/incident-room.ts'
import type { Office } from '../../src/office.ts'
import type { Store } from '../../src/ports-store.ts'
import type { Pump } from '../../src/pump.ts'
import type { House } from '../../src/reply.ts'
import { type Address, baseOf, isReadable } from './address.ts'
import type { InvokeAnswer } from './botbuilder.ts'
import { attach } from './card.ts'
import type { Part } from './entities.ts'
import type { Labels } from './labels.ts'
import type { TeamsMeans } from './surface.ts'

/** All that buttons, dialogs and feedback need. */
export interface Desk {
  readonly settings: TeamsSettings
  readonly means: TeamsMeans
  readonly house: House
  readonly engine: Pick<Engine, 'ask' | 'more' | 'findDocument'>
  readonly store: Store
  readonly pump: Pick<Pump, 'nudge'>
  readonly rooms: RoomDesk
  readonly office: Pick<Office, 'desk'>
  /** Something was done in an incident: what stands in its thread may read otherwise now. */
  onDeed(): void
  /** Told what went wrong, for the log. */
  onTrouble(error: unknown): void
}

/** What a request asks for within its answer. */
export interface Asked {
  readonly value: unknown
  /** The message of ours that it is about. */
  readonly replyTo: string
  readonly address: Address
  /** Of the person, as Teams shows it. */
  readonly name: string
  readonly say: Labels
  readonly desk: Desk
}

/** A kept answer, where it may be read here; nobody reads what was said in another place. */
export function findKept(id: string, { address, desk }: Pick<Asked, 'address' | 'desk'>) {
  const kept = desk.store.memory.findAnswer(id)
  if (!kept) return undefined
  const { conversation, ref } = kept
  const isHere = ref?.startsWith(`${baseOf(address.conversation)}#`)
  return isHere || (conversation && isReadable(conversation, address)) ? kept : undefined
}

export function dialog(title: string, content: Part): InvokeAnswer {
  const value = { title, card: attach(content), height: 'large', width: 'medium' }
  return { status: 200, body: { task: { type: 'continue', value } } }
}

/** A sentence in place of a dialog. */
export function told(value: string): InvokeAnswer {
  return { status: 200, body: { task: { type: 'message', value } } }
}

export function shownCard(value: Part): InvokeAnswer {
  const type = 'application/vnd.microsoft.card.adaptive'
  return { status: 200, body: { statusCode: 200, type, value } }
}

/** A sentence for the person who pressed a button. */
export function sentence(value: string): InvokeAnswer {
  const type = 'application/vnd.microsoft.activity.message'
  return { status: 200, body: { statusCode: 200, type, value } }
}
