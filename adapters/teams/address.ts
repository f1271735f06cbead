import { z } from 'zod'
import type { Target } from './botbuilder.ts'

/** Where an activity came from: enough to answer there, no word of what was written. */
const Address = z.object({
  tenant: z.string(),
  conversation: z.string(),
  place: z.enum(['personal', 'groupChat', 'channel']),
  serviceUrl: z.url({ protocol: /^https?$/ }),
  bot: z.string(),
  /** As Teams names the person to this bot. */
  user: z.string(),
  /** As Entra names the person, where the platform says it. */
  object: z.string().optional(),
  /** The message itself; a command or an installation has none. */
  message: z.string().optional(),
  locale: z.string().default('de-DE'),
})
export type Address = Readonly<z.infer<typeof Address>>

export function parseAddress(text: string): Address {
  return Address.parse(JSON.parse(text))
}

/** A channel's thread, a group chat or a personal chat, as everything of ours names it. */
export function conversationOf({
  tenant,
  conversation,
}: Pick<Address, 'tenant' | 'conversation'>): string {
  return `teams:${tenant}:${conversation}`
}

export function personOf({ tenant, user }: Pick<Address, 'tenant' | 'user'>): string {
  return `teams:${tenant}:${user}`
}

/** The place without its thread: whoever reads one thread of a channel reads all. */
export function baseOf(conversation: string): string {
  return conversation.split(';')[0] ?? conversation
}

/**
 * Whether what was said in a conversation may be read by somebody here: in the same chat or channel. Ids
 * come with a press, and a press can be made up.
 */
export function isReadable(conversation: string, address: Address): boolean {
  return baseOf(conversation) === baseOf(conversationOf(address))
}

/** Whether the configuration names this person. */
export function isAdmin({ object }: Pick<Address, 'object'>, admins: readonly string[]): boolean {
  const named = admins.map((id) => id.toLowerCase())
  return object !== undefined && named.includes(object.toLowerCase())
}

export function targetOf(address: Address): Target {
  const { serviceUrl, place, conversation, tenant, bot, user } = address
  return { serviceUrl, place, conversation, tenant, bot, user }
}
