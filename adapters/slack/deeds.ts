import { z } from 'zod'
import { deskLane } from '../../src/attend.ts'
import type { Arrival } from '../../src/ports.ts'
import { type Address, conversationOf } from './address.ts'
import { deedMark } from './deed-mark.ts'
import type { Body, Self } from './inbound.ts'
import { toPressed } from './press.ts'

const trigger = z.object({ trigger_id: z.string() })

/** A pressed button of the crisis desk, to be stored; `undefined` for every other body. */
export function pressIn(body: unknown, self: Self): Arrival | undefined {
  const pressed = toPressed(body, self)
  const named = trigger.safeParse(body).data?.trigger_id
  if (!pressed?.action.startsWith(deedMark) || named === undefined) return undefined
  const { address, value, user } = pressed
  const { team } = self
  const action = pressed.action.slice(deedMark.length).replace(/\.\d+$/, '')
  // What one person sees alone is in no thread.
  const thread = address.thread ?? user
  const kept: Body = { text: '', hasFiles: false, deed: { kind: 'press', action, value } }
  return {
    keys: [`slack:${team}:trigger:${named}`],
    conversation: deskLane(conversationOf({ team, channel: address.channel }, thread)),
    address: JSON.stringify(address),
    body: JSON.stringify(kept),
  }
}

/** Pictures that say "write this down". */
const memos = /^(?:memo|pencil|pencil2|spiral_note_pad|notebook)$/

const Reacted = z.object({
  type: z.literal('reaction_added'),
  user: z.string(),
  reaction: z.string(),
  item: z.object({ type: z.literal('message'), channel: z.string(), ts: z.string() }),
})

/**
 * A message that somebody marked to be noted. Its thread and words are asked for when it is dealt with;
 * marked by several people it is noted once.
 */
export function memoIn(
  event: unknown,
  eventId: string,
  { team, botUser }: Self,
): Arrival | undefined {
  const { data } = Reacted.safeParse(event)
  if (!data || !memos.test(data.reaction) || data.user === botUser) return undefined
  const { channel, ts } = data.item
  const address: Address = {
    team,
    channel,
    ts,
    user: data.user,
    place: channel.startsWith('D') ? 'dm' : 'channel',
    isExternal: false,
  }
  const kept: Body = { text: '', hasFiles: false, memo: ts }
  return {
    keys: [`slack:${team}:${eventId}`, `slack:${team}:memo:${channel}:${ts}`],
    conversation: deskLane(conversationOf({ team, channel }, ts)),
    address: JSON.stringify(address),
    body: JSON.stringify(kept),
  }
}

/** Whom a line enters in a role, as the desk names people. */
export function withPersons(text: string, team: string): string {
  if (!/^\s*(?:<@[^>]+>\s*)?team\s/i.test(text)) return text
  return text.replace(/<@([UW][A-Z0-9]{1,30})(?:\|[^>]{0,99})?>/g, `slack:${team}:$1`)
}
