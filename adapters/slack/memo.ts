import { z } from 'zod'
import type { Inbound } from '../../src/domain/inbound.ts'
import type { Address } from './address.ts'
import { toError } from './api.ts'
import { plainText } from './markup.ts'
import { persist } from './send.ts'
import type { SlackMeans } from './surface.ts'

const Replies = z.object({
  messages: z.array(
    z.object({ ts: z.string(), text: z.string().default(''), bot_id: z.string().nullish() }),
  ),
})

/**
 * The words of a message that was marked to be noted, and the thread it stands in: looked for in the
 * threads of this channel where an incident is led. Nothing where it stands elsewhere.
 *
 * @throws UpstreamError (`upstream`) when Slack cannot say now
 */
export async function memoOf(
  ts: string,
  { team, channel }: Address,
  { api, rooms }: Pick<SlackMeans, 'api' | 'rooms'>,
): Promise<Pick<Inbound, 'deed'> & Partial<Pick<Inbound, 'conversation'>>> {
  const place = `slack:${team}:${channel}:`
  for (const { conversation } of rooms.list('slack')) {
    if (!conversation?.startsWith(place)) continue
    const root = conversation.slice(place.length)
    const range = { oldest: ts, latest: ts, inclusive: true, limit: 15 }
    const outcome = await persist(() =>
      api('conversations.replies', { channel, ts: root, ...range }),
    )
    if (!outcome.ok && outcome.isTransient) throw toError('conversations.replies', outcome)
    const { data } = Replies.safeParse(outcome.ok ? outcome.data : undefined)
    const found = data?.messages.find((one) => one.ts === ts && !one.bot_id)
    if (found) return { conversation, deed: toNote(found) }
  }
  return { deed: { kind: 'note', text: '', at: toInstant(ts) } }
}

function toNote({ ts, text }: { readonly ts: string; readonly text: string }) {
  return { kind: 'note' as const, text: plainText(text, ''), at: toInstant(ts) }
}

function toInstant(ts: string): string {
  return new Date(Number(ts) * 1000).toISOString()
}
