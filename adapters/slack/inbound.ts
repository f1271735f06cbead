import { z } from 'zod'
import type { Arrival } from '../../src/ports.ts'
import { isStop } from '../../src/wish.ts'
import { type Address, conversationOf, responseUrlOf } from './address.ts'
import { memoIn, pressIn, withPersons } from './deeds.ts'
import { plainText } from './markup.ts'

/** Who we are in the workspace. */
export interface Self {
  readonly team: string
  readonly botUser: string
  readonly botId: string
  /** Of the Slack we are connected to: whose addresses may be answered to. */
  readonly apiUrl: string
}

/** What is to be done with something Slack sent. */
export type Sorted =
  /** Meant for us: to be stored, acknowledged, answered. */
  | { readonly kind: 'message'; readonly arrival: Arrival; readonly isStop: boolean }
  /** Meant for us where we take part in its thread. */
  | { readonly kind: 'follow-up'; readonly arrival: Arrival; readonly isStop: boolean }
  /** Marked to be noted: for us where an incident is led. */
  | { readonly kind: 'memo'; readonly arrival: Arrival }
  | { readonly kind: 'edited'; readonly key: string; readonly arrival: Arrival }
  | { readonly kind: 'deleted'; readonly key: string }
  | { readonly kind: 'stopped'; readonly keys: readonly string[]; readonly conversation: string }
  /** A button, a dialog, the Home tab: dealt with at once, once. */
  | { readonly kind: 'now'; readonly keys: readonly string[] }
  /** Nothing for us: people talk to each other, bots talk, another workspace. */
  | { readonly kind: 'nothing' | 'foreign' | 'malformed' }

/** What is kept of a message until it is answered. */
const Body = z.object({
  text: z.string(),
  hasFiles: z.boolean().default(false),
  /** Nobody named us. */
  isOverheard: z.boolean().optional(),
  /** People of other organisations read along. */
  isShared: z.boolean().optional(),
  deed: z.object({ kind: z.literal('press'), action: z.string(), value: z.string() }).optional(),
  /** The message that was marked to be noted. */
  memo: z.string().optional(),
})
export type Body = Readonly<z.infer<typeof Body>>

export function parseBody(text: string): Body {
  return Body.parse(JSON.parse(text))
}

const Message = z.object({
  type: z.string(),
  subtype: z.string().optional(),
  channel: z.string(),
  channel_type: z.string().optional(),
  user: z.string().optional(),
  bot_id: z.string().optional(),
  text: z.string().default(''),
  ts: z.string(),
  thread_ts: z.string().optional(),
  hidden: z.boolean().optional(),
  team: z.string().optional(),
  user_team: z.string().optional(),
  source_team: z.string().optional(),
  files: z.array(z.unknown()).optional(),
})
type Message = z.infer<typeof Message>

const Envelope = z.object({
  type: z.literal('event_callback'),
  team_id: z.string(),
  event_id: z.string(),
  is_ext_shared_channel: z.boolean().optional(),
  authorizations: z.array(z.object({ team_id: z.string().nullish() })).optional(),
  event: z.looseObject({ type: z.string() }),
})
type Envelope = z.infer<typeof Envelope>

const Command = z.object({
  command: z.string(),
  text: z.string().default(''),
  team_id: z.string(),
  channel_id: z.string(),
  user_id: z.string(),
  trigger_id: z.string(),
  response_url: z.string().optional(),
})

const Interaction = z.object({
  type: z.enum(['block_actions', 'view_submission', 'view_closed', 'message_action', 'shortcut']),
  team: z.object({ id: z.string() }).nullish(),
  user: z.object({ id: z.string(), team_id: z.string().optional() }),
  trigger_id: z.string().optional(),
  view: z.object({ id: z.string(), hash: z.string().optional() }).optional(),
})

const RateLimited = z.object({ type: z.literal('app_rate_limited') })

/** Sorts whatever came in; pure. */
export function sort(body: unknown, self: Self): Sorted {
  const envelope = Envelope.safeParse(body)
  if (envelope.success) return sortEvent(envelope.data, self)
  const command = Command.safeParse(body)
  if (command.success) return sortCommand(command.data, self)
  const press = pressIn(body, self)
  const interaction = Interaction.safeParse(body)
  if (press && isOurTeam(interaction.data, self))
    return { kind: 'message', arrival: press, isStop: false }
  if (interaction.success) return sortInteraction(interaction.data, self)
  // Slack says that it holds events back: there is nothing to be done, but to be taken.
  return { kind: RateLimited.safeParse(body).success ? 'nothing' : 'malformed' }
}

function sortEvent(envelope: Envelope, self: Self): Sorted {
  const teams = [envelope.team_id, ...(envelope.authorizations ?? []).map((one) => one.team_id)]
  if (!teams.includes(self.team)) return { kind: 'foreign' }
  const { event } = envelope
  if (event.type === 'message' || event.type === 'app_mention') return sortMessage(envelope, self)
  const memo = memoIn(event, envelope.event_id, self)
  if (memo) return { kind: 'memo', arrival: memo }
  if (event.type === 'reaction_added') return { kind: 'nothing' }
  const keys = [`slack:${self.team}:${envelope.event_id}`]
  if (event.type === 'agent_session_stopped') return sortStop(event, keys, self)
  return { kind: 'now', keys }
}

const Stopped = z.object({ channel: z.string(), thread_ts: z.string() })

function sortStop(event: Envelope['event'], keys: readonly string[], { team }: Self): Sorted {
  const stopped = Stopped.safeParse(event)
  if (!stopped.success) return { kind: 'malformed' }
  const { channel, thread_ts: thread } = stopped.data
  return { kind: 'stopped', keys, conversation: conversationOf({ team, channel }, thread) }
}

const Changed = z.object({
  channel: z.string(),
  channel_type: z.string().optional(),
  message: Message.omit({ channel: true, type: true }),
  previous_message: z.object({ text: z.string().default('') }).optional(),
})
const Deleted = z.object({ channel: z.string(), deleted_ts: z.string() })

function sortMessage(envelope: Envelope, self: Self): Sorted {
  const { event, event_id: id } = envelope
  const { team } = self
  if (event['subtype'] === 'message_deleted') {
    const gone = Deleted.safeParse(event)
    if (!gone.success) return { kind: 'malformed' }
    return { kind: 'deleted', key: `slack:${team}:${gone.data.channel}:${gone.data.deleted_ts}` }
  }
  if (event['subtype'] === 'message_changed') return sortChange(envelope, self)
  const parsed = Message.safeParse(event)
  if (!parsed.success) return { kind: 'malformed' }
  const message = parsed.data
  if (!isFromPerson(message, self)) return { kind: 'nothing' }
  const isNamed = isDirect(message) || message.type === 'app_mention'
  const isShared = envelope.is_ext_shared_channel === true
  const arrival = toArrival(message, id, { self, isNamed, isShared })
  const made = { arrival, isStop: isStop(textOf(message, self)) }
  if (isNamed) return { kind: 'message', ...made }
  const isFollowUp = message.thread_ts !== undefined && isForAll(message, self)
  return isFollowUp ? { kind: 'follow-up', ...made } : { kind: 'nothing' }
}

function isDirect({ channel, channel_type: type }: Pick<Message, 'channel' | 'channel_type'>) {
  return type === 'im' || channel.startsWith('D')
}

/**
 * Whether words in a thread may be meant for us without naming us: what begins with the name of a
 * colleague is for that colleague, and a lone emoji for nobody.
 */
function isForAll(message: Message, self: Self): boolean {
  const { text, files = [] } = message
  // A mention comes a second time, as `app_mention`, and is dealt with there.
  if (new RegExp(`<@${self.botUser}[|>]`).test(text)) return false
  if (/^\s*<(?:@|!subteam)/.test(text)) return false
  return files.length > 0 || /[\p{L}\p{N}?]/u.test(textOf(message, self))
}

/** Only words count: Slack also sends a change when it unfolds a link. */
function sortChange(envelope: Envelope, self: Self): Sorted {
  const changed = Changed.safeParse(envelope.event)
  if (!changed.success) return { kind: 'nothing' }
  const { channel, channel_type, message: now, previous_message: before } = changed.data
  const key = `slack:${self.team}:${channel}:${now.ts}`
  // How Slack tells that a message with answers below it was deleted: as every answered question has.
  if (now.subtype === 'tombstone') return { kind: 'deleted', key }
  const message = { ...now, channel, channel_type, type: 'message' }
  if (!isFromPerson({ ...message, subtype: undefined }, self)) return { kind: 'nothing' }
  if (before?.text === now.text) return { kind: 'nothing' }
  // The message itself was seen; its change is new.
  const { keys, ...arrival } = toArrival(message, envelope.event_id, { self })
  return { kind: 'edited', key, arrival: { ...arrival, keys: [keys[0]] } }
}

const spoken = new Set([undefined, 'file_share', 'thread_broadcast'])

function isFromPerson(message: Omit<Message, 'type'>, self: Self): boolean {
  const { hidden, subtype, bot_id, user } = message
  if (hidden || !spoken.has(subtype) || bot_id || !user) return false
  return user !== self.botUser && user !== 'USLACKBOT'
}

function textOf({ text }: Pick<Message, 'text'>, self: Self): string {
  return plainText(withPersons(text, self.team), self.botUser)
}

interface Heard {
  readonly self: Self
  readonly isNamed?: boolean
  readonly isShared?: boolean
}

function toArrival(message: Message, eventId: string, heard: Heard): Arrival {
  const { self, isNamed = true, isShared = false } = heard
  const { team } = self
  const { channel, ts, user = '' } = message
  const thread = message.thread_ts ?? ts
  const home = message.user_team ?? message.source_team ?? message.team ?? team
  const address: Address = {
    team,
    channel,
    ts,
    thread,
    user,
    place: isDirect(message) ? 'dm' : 'channel',
    isExternal: home !== team,
  }
  const body: Body = {
    text: textOf(message, self),
    hasFiles: (message.files ?? []).length > 0,
    ...(isNamed ? {} : { isOverheard: true }),
    ...(isShared ? { isShared: true } : {}),
  }
  return {
    keys: [`slack:${team}:${eventId}`, `slack:${team}:${channel}:${ts}`],
    conversation: conversationOf({ team, channel }, thread),
    address: JSON.stringify(address),
    body: JSON.stringify(body),
  }
}

function sortCommand(command: z.infer<typeof Command>, self: Self): Sorted {
  if (command.team_id !== self.team) return { kind: 'foreign' }
  const { team } = self
  const address: Address = {
    team,
    channel: command.channel_id,
    user: command.user_id,
    place: 'command',
    isExternal: false,
    ...responseUrlOf(command, self.apiUrl),
  }
  const arrival: Arrival = {
    keys: [`slack:${team}:trigger:${command.trigger_id}`],
    // What one person asks with commands in a place is one conversation.
    conversation: conversationOf({ team, channel: command.channel_id }, command.user_id),
    address: JSON.stringify(address),
    body: JSON.stringify({ text: textOf(command, self), hasFiles: false }),
  }
  return { kind: 'message', arrival, isStop: false }
}

function isOurTeam(interaction: z.infer<typeof Interaction> | undefined, self: Self): boolean {
  const { team, user } = interaction ?? {}
  return (team?.id ?? user?.team_id) === self.team
}

function sortInteraction(
  { team, user, trigger_id: trigger, view }: z.infer<typeof Interaction>,
  self: Self,
): Sorted {
  if ((team?.id ?? user.team_id) !== self.team) return { kind: 'foreign' }
  const name = trigger ?? (view && `${view.id}:${view.hash ?? ''}`)
  return name
    ? { kind: 'now', keys: [`slack:${self.team}:trigger:${name}`] }
    : { kind: 'malformed' }
}
