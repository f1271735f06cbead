import { z } from 'zod'
import { type Address, responseUrlOf } from './address.ts'
import type { Self } from './inbound.ts'

const Press = z.object({
  user: z.object({ id: z.string(), team_id: z.string().optional() }),
  team: z.object({ id: z.string() }).nullish(),
  channel: z.object({ id: z.string() }).optional(),
  message: z.object({ ts: z.string(), thread_ts: z.string().optional() }).optional(),
  container: z
    .object({
      channel_id: z.string().optional(),
      message_ts: z.string().optional(),
      thread_ts: z.string().optional(),
      is_ephemeral: z.boolean().optional(),
    })
    .optional(),
  trigger_id: z.string().default(''),
  response_url: z.string().optional(),
  actions: z.array(z.object({ action_id: z.string(), value: z.string().default('') })).min(1),
})

/** A button that somebody pressed. */
export interface Pressed {
  readonly action: string
  /** Ids, as the button carried them. */
  readonly value: string
  readonly trigger: string
  readonly user: string
  /** Where it was pressed; the person who pressed is the one addressed. */
  readonly address: Address
  /** The message it was pressed in is seen by this person alone. */
  readonly isPrivate: boolean
}

/** `undefined` for what has no place or action; it came signed, but from a client. */
export function toPressed(
  body: unknown,
  { team, apiUrl }: Pick<Self, 'team' | 'apiUrl'>,
): Pressed | undefined {
  const parsed = Press.safeParse(body)
  if (!parsed.success) return undefined
  const { user, channel, message, container, trigger_id, actions } = parsed.data
  const [pressed] = actions
  if (!pressed) return undefined
  const isPrivate = container?.is_ephemeral === true
  const place = channel?.id ?? container?.channel_id ?? ''
  const root = message?.thread_ts ?? container?.thread_ts ?? message?.ts ?? container?.message_ts
  const address: Address = {
    team,
    channel: place,
    user: user.id,
    place: isPrivate ? 'command' : place.startsWith('D') ? 'dm' : 'channel',
    isExternal: (user.team_id ?? team) !== team,
    ...(root && !isPrivate ? { thread: root } : {}),
    ...(isPrivate ? responseUrlOf(parsed.data, apiUrl) : {}),
  }
  const { action_id: action, value } = pressed
  return { action, value, trigger: trigger_id, user: user.id, address, isPrivate }
}
