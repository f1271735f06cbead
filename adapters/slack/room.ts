import { z } from 'zod'
import { UpstreamError } from '../../src/domain/errors.ts'
import type { RoomMessage, RoomSurface } from '../../src/incident-live.ts'
import { notice } from '../../src/notices.ts'
import type { Room } from '../../src/ports-rooms.ts'
import { conversationOf, parseAddress } from './address.ts'
import { type Api, toError } from './api.ts'
import { type Message, showingOf, toMessages } from './blocks.ts'
import { metadataOf, persist, post, put, shown } from './send.ts'
import { whisper } from './whisper.ts'

/** Incidents in Slack: a thread with a pinned card that is changed in place. */
export function slackRooms(api: Api): RoomSurface {
  return {
    name: 'slack',
    post: (room, message) => postInto(room, message, api),
    update: (_, ref, message) => change(ref, message, api),
    pin: async (_, ref) => {
      const { channel, ts } = placeOf(ref)
      // Without the right to pin, or pinned already: the card stands in its thread all the same.
      await persist(() => api('pins.add', { channel, timestamp: ts })).catch(() => undefined)
    },
    isFinal,
  }
}

function isFinal(error: unknown): boolean {
  return (error instanceof UpstreamError && !error.retryable) || error instanceof z.ZodError
}

async function postInto(room: Room, { id, reply, mayBeThere }: RoomMessage, api: Api) {
  const { team, channel, thread, ts } = parseAddress(room.address)
  const root = room.conversation?.split(':').at(-1) ?? thread
  const isOwn = room.conversation === undefined
  const since = isOwn ? undefined : ts
  const where = { channel, ...(root && !isOwn ? { thread: root } : {}), since }
  const posted = await post(api, messageOf({ id, reply }), { ...where, id, mayBeThere }).catch(
    (error: unknown) => sayOutside(error, room, api),
  )
  const conversation = room.conversation ?? conversationOf({ team, channel }, posted)
  return { ref: `${channel}:${posted}`, conversation }
}

/** Whoever opened it must not wait for a card that cannot come. */
async function sayOutside(error: unknown, { address, incident }: Room, api: Api): Promise<never> {
  if (isFinal(error)) {
    const text = `${incident} läuft, aber in diesem Kanal darf ich nicht schreiben. Lade mich mit /invite ein, dann: /sturm ${incident} karte`
    const [message] = toMessages(notice(text, 'de'), showingOf('notice', notice(text, 'de'), true))
    if (message) await whisper(api, message, parseAddress(address)).catch(() => undefined)
  }
  throw error
}

/** What cannot be changed any more is not there for us. */
const lost: ReadonlySet<string> = new Set(['message_not_found', 'cant_update_message'])

async function change(ref: string, { id, reply }: RoomMessage, api: Api): Promise<boolean> {
  const { channel, ts } = placeOf(ref)
  const args = { ...shown(messageOf({ id, reply })), channel, ts, metadata: metadataOf(id) }
  const outcome = await persist(() => put(api, 'chat.update', args))
  if (outcome.ok) return true
  if (lost.has(outcome.reason)) return false
  throw toError('chat.update', outcome)
}

// One message a post: what must stand there is short.
function messageOf({ id, reply }: Pick<RoomMessage, 'id' | 'reply'>): Message {
  const [message] = toMessages(reply, showingOf(id, reply, false))
  return message ?? { text: reply.lead, blocks: [] }
}

function placeOf(ref: string): { readonly channel: string; readonly ts: string } {
  const [channel = '', ts = ''] = ref.split(':')
  return { channel, ts }
}

/** A tick at a message; false where there is no message or we may not. */
export async function tick(text: string, api: Api): Promise<boolean> {
  const { channel, ts: timestamp, place } = parseAddress(text)
  if (timestamp === undefined || place === 'command') return false
  const outcome = await persist(() =>
    api('reactions.add', { channel, timestamp, name: 'white_check_mark' }),
  )
  return outcome.ok || outcome.reason === 'already_reacted'
}
