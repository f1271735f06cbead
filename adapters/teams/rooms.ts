import { UpstreamError } from '../../src/domain/errors.ts'
import type { Incident } from '../../src/domain/incident.ts'
import type { Reply } from '../../src/domain/reply.ts'
import type { RoomMessage, RoomSurface } from '../../src/incident-live.ts'
import type { Office } from '../../src/office.ts'
import type { Room } from '../../src/ports-rooms.ts'
import { type Address, conversationOf, parseAddress, targetOf } from './address.ts'
import type { Outgoing } from './botbuilder.ts'
import { deskCard } from './desk-card.ts'
import type { Part } from './entities.ts'
import { mentionsOf } from './mention.ts'
import { type Outcome, toError } from './outcome.ts'
import { cardMessage, toActivities } from './render.ts'
import { openSlot, type Slot, slotsOf, toRef } from './slot.ts'
import type { TeamsMeans } from './surface.ts'

interface Parts extends TeamsMeans {
  readonly office: Pick<Office, 'desk'>
  /** The program is told to end: what waits for its turn is sent by the next run. */
  readonly signal: AbortSignal
}

/**
 * Incidents in Teams: in the thread, group chat or private chat they were opened in.
 *
 * Teams cannot be asked what stands in a thread. So a place is opened first and made known, then filled:
 * whoever goes on after a crash fills the same, and nothing that was said comes twice.
 */
export function teamsRooms(parts: Parts): RoomSurface {
  return {
    name: 'teams',
    post: async (room, message) => {
      const address = parseAddress(room.address)
      // Whoever is called hears it at once: a name that comes into a message later rings nowhere.
      const { text, entities } = mentionsOf(message.calls)
      const words = `${text} ${firstWords(room, message)}`.trim()
      const slot = await openSlot({ ...parts, address }, words, entities)
      const ref = toRef(slot, address)
      message.onPlaced(ref)
      await fill(slot, { room, message, address, parts })
      return { ref, conversation: conversationOf(address) }
    },
    update: async (room, ref, message) => {
      const [slot] = slotsOf(ref)
      if (!slot) return false
      return await fill(slot, { room, message, address: parseAddress(room.address), parts })
    },
    // Microsoft lets people pin, not bots.
    pin: async () => undefined,
    isFinal: (error) => error instanceof UpstreamError && !error.retryable,
  }
}

const kinds: Readonly<Record<string, string>> = {
  card: 'die Karte',
  text: 'ein Text',
  nudge: 'etwas ist noch offen',
  cue: 'eine neue Meldung',
  end: 'zum Abschluss',
}

/**
 * What stands in a place until it is filled. A phone shows it as the notification, and a power cut may
 * leave it for good: so it says what comes, and where that is if it never came here.
 */
function firstWords({ incident }: Room, { id, reply }: RoomMessage): string {
  const [name = ''] = id.split(' ').slice(-1)
  const what = kinds[name.split('.')[0] ?? ''] ?? 'Neues'
  const mark = reply.lead.includes('ÜBUNG') ? 'ÜBUNG · ' : ''
  return `${mark}${incident}, ${what}: folgt gleich hier. Bleibt diese Zeile so stehen, zählt die nächste Nachricht.`
}

interface Filling {
  readonly room: Room
  readonly message: RoomMessage
  readonly address: Address
  readonly parts: Parts
}

/** False where somebody deleted it. What Teams will not show as a card comes as words. */
async function fill(slot: Slot, filling: Filling): Promise<boolean> {
  const { room, message, address, parts } = filling
  const { bot, outbox, office, signal } = parts
  const put = async (activity: Outgoing): Promise<Outcome> => {
    const work = () => bot.update(targetOf(address), slot.id, activity)
    return await outbox.call(address.conversation, work, signal)
  }
  const first = await put(toMessage(message, office.desk.find(room.incident)))
  const isRefused = !first.ok && (first.status === 400 || first.status === 413)
  const outcome = isRefused ? await put(inWords(message.reply)) : first
  if (outcome.ok) return true
  if (outcome.status === 404 || outcome.status === 405) return false
  throw toError(outcome)
}

/** What is never changed and has nothing to press is plain words, which every client reads aloud. */
function toMessage({ id, reply, calls }: RoomMessage, incident: Incident | undefined): Outgoing {
  const isLive = id.endsWith(' card')
  const isCard = isLive || id.includes(' text.') || (reply.actions ?? []).length > 0
  if (!isCard) return inWords(reply)
  const content = isLive && incident ? stateCard(reply, incident) : deskCard({ reply, calls })
  return cardMessage(reply, content)
}

/** The live card of an incident, coloured by its level. */
export function stateCard(reply: Reply, { id, status, severity }: Incident): Part {
  return deskCard({ reply, state: status === 'open' ? severity.level : 'closed', ref: id })
}

function inWords(reply: Reply): Outgoing {
  const { actions: _, ...words } = reply
  const showing = { id: 'lage', place: 'channel', user: '' } as const
  const [first] = toActivities({ ...words, kind: 'notice' }, showing)
  return first ?? { type: 'message', text: reply.lead }
}
