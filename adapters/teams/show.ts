import type { TeamsSettings } from '../../src/config-chats.ts'
import type { Reply } from '../../src/domain/reply.ts'
import type { Engine } from '../../src/engine.ts'
import { notice } from '../../src/notices.ts'
import type { Office } from '../../src/office.ts'
import type { Store } from '../../src/ports-store.ts'
import { wishOf } from '../../src/wish.ts'
import { type Address, conversationOf } from './address.ts'
import type { Outgoing } from './botbuilder.ts'
import { attach } from './card.ts'
import type { Body } from './inbound.ts'
import { labels } from './labels.ts'
import { findPlace } from './place.ts'
import { profileMessage } from './profile.ts'
import type { Shown } from './surface.ts'

interface Parts {
  readonly settings: TeamsSettings
  readonly store: Store
  readonly office: Pick<Office, 'desk'>
  readonly engine: Pick<Engine, 'findDocument'>
  readonly keepDays: number
}

/**
 * What the door shows itself: the town form, a cited place as a card, what is kept of people's words,
 * that it cannot whisper.
 */
export function showFor(parts: Parts) {
  const { settings, store, office, keepDays } = parts
  return ({ show, text }: Body, address: Address): Shown => {
    switch (show) {
      case 'profile':
        return [profileMessage({ address, name: '', desk: { settings, store, office } })]
      case 'welcome':
        return (reply: Reply) => {
          const { keeps } = labels(reply.language)
          return { ...reply, notes: [...reply.notes, keeps(keepDays)] }
        }
      case 'targeted':
        return ({ language }: Reply) => notice(labels(language).targeted, language)
      case undefined:
        return placeMessage(text, address, parts) ?? ((reply: Reply) => reply)
    }
  }
}

/** "Stelle 1 lesen", written: what the button of that name shows. */
function placeMessage(
  typed: string,
  address: Address,
  { store: { memory }, engine }: Parts,
): readonly Outgoing[] | undefined {
  const { wish, text } = wishOf({ text: typed, isCommand: false })
  const id = wish === 'place' ? memory.lastAnswer(conversationOf(address)) : undefined
  const kept = id === undefined ? undefined : memory.findAnswer(id)
  const card = id && kept && findPlace({ id, reply: kept.reply }, Number(text), engine)
  if (!card) return undefined
  return [{ type: 'message', summary: String(card['fallbackText']), attachments: [attach(card)] }]
}
