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

/** The place an answer was given in, or the person who got it alone. */
interface Reader {
  readonly team: string
  readonly channel: string
  readonly user: string
}

/**
 * Whether what was said in a conversation may be read by somebody here: in the place it was said in; what
 * one person asked alone, by that person. Ids come with a press, and a press can be made up.
 */
export function isReadable(conversation: string, { team, channel, user }: Reader): boolean {
  const [asker] = /[UW][A-Z0-9]+$/.exec(conversation.split(':').at(-1) ?? '') ?? []
  return asker ? asker === user : conversation.startsWith(conversationOf({ team, channel }, ''))
}

/** The thread, as everything of ours names it. */
export function conversationOf(at: Pick<Address, 'team' | 'channel'>, thread: string): string {
  return `slack:${at.team}:${at.channel}:${thread}`
}

/** Where an answer may be sent besides the API: only to Slack's own hosts, or to those beside its API. */
export function responseUrlOf(
  { response_url: url = '' }: { readonly response_url?: string | undefined },
  apiUrl: string,
): Pick<Address, 'responseUrl'> {
  const { protocol, host } = URL.parse(url) ?? {}
  const api = new URL(apiUrl)
  const isBeside =
    protocol === api.protocol && (host === api.host || host?.endsWith(`.${api.host}`))
  const isSlacks = protocol === 'https:' && /^hooks\.slack(?:-gov)?\.com$/.test(host ?? '')
  return isBeside || isSlacks ? { responseUrl: url } : {}
}

export function personOf({ team, user }: Pick<Address, 'team' | 'user'>): string {
  return `slack:${team}:${user}`
}
