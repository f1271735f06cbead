import { z } from 'zod'

/** Where an event came from: enough to answer there, no word of what was written. */
const Address = z.object({
  team: z.string(),
  channel: z.string(),
  /** Of the message itself; a command has none. */
  ts: z.string().optional(),
  /** The root of the thread that is answered in; missing where answers are seen by one person. */
  thread: z.string().optional(),
  user: z.string(),
  place: z.enum(['dm', 'channel', 'command']),
  /** The person belongs to another organisation. */
  isExternal: z.boolean().default(false),
  /** Takes answers for half an hour, also where the bot is not a member. */
  responseUrl: z.url({ protocol: /^https?$/ }).optional(),
})
export type Address = Readonly<z.infer<typeof Address>>

export function parseAddress(text: string): Address {
  return Address.parse(JSON.parse(text))
}

/** The thread, as everything of ours names it. */
export function conversationOf(at: Pick<Address, 'team' | 'channel'>, thread: string): string {
  return `slack:${at.team}:${at.channel}:${thread}`
}

export function personOf({ team, user }: Pick<Address, 'team' | 'user'>): string {
  return `slack:${team}:${user}`
}
