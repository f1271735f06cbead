import { z } from 'zod'
import { Content, isRefused, readContent } from '../content.ts'
import { findUser, findWritable } from '../conversation.ts'
import { type Answer, type Method, method, no, Ts, yes } from '../method.ts'
import { addMessage, type Draft, findMessage, type Message, nextTs, type State } from '../state.ts'

const MAX_EDITED_TEXT = 4_000

const Post = Content.extend({
  channel: z.string(),
  thread_ts: Ts.optional(),
  reply_broadcast: z.boolean().optional(),
})
const Ephemeral = Post.extend({ user: z.string() })
const Place = z.object({ channel: z.string(), ts: Ts })
const Update = Content.extend(Place.shape)
const WRITES = ['chat:write']

export const CHAT: Readonly<Record<string, Method>> = {
  'chat.postMessage': method(WRITES, Post, post),
  'chat.postEphemeral': method(WRITES, Ephemeral, postEphemeral),
  'chat.update': method(WRITES, Update, update),
  'chat.delete': method(WRITES, Place, remove),
}

function post(state: State, args: z.output<typeof Post>): Answer {
  const channel = findWritable(state, args.channel)
  if (typeof channel === 'string') return no(channel)
  const shown = readContent(args)
  if (isRefused(shown)) return shown
  const thread = args.thread_ts
  if (thread !== undefined && isReply(state, channel.id, thread))
    return no('cannot_reply_to_message')
  const message = addMessage(state, {
    channel: channel.id,
    ts: nextTs(state),
    user: state.identity.botUser,
    ...shown,
    ...(thread === undefined ? {} : { threadTs: thread }),
    ...(args.reply_broadcast ? { isBroadcast: true } : {}),
  })
  return yes({ channel: channel.id, ts: message.ts, message: toWire(state, message) })
}

/** Slack wants the root's time stamp: a reply to a reply is lost from the thread. */
export function isReply(state: State, channel: string, ts: string): boolean {
  const thread = findMessage(state, channel, ts)?.threadTs
  return thread !== undefined && thread !== ts
}

function postEphemeral(state: State, args: z.output<typeof Ephemeral>): Answer {
  const channel = findWritable(state, args.channel)
  if (typeof channel === 'string') return no(channel)
  if (!findUser(state, args.user)) return no('user_not_found')
  const isAbsent = channel.members && !channel.members.includes(args.user)
  if (isAbsent) return no('user_not_in_channel')
  const shown = readContent(args)
  if (isRefused(shown)) return shown
  const message = addMessage(state, {
    channel: channel.id,
    ts: nextTs(state),
    user: state.identity.botUser,
    ephemeralTo: args.user,
    ...shown,
    ...(args.thread_ts === undefined ? {} : { threadTs: args.thread_ts }),
  })
  return yes({ message_ts: message.ts })
}

function update(state: State, args: z.output<typeof Update>): Answer {
  const message = findOwn(state, args, 'cant_update_message')
  if (isRefused(message)) return message
  if (message.stream === 'open') return no('streaming_state_conflict')
  const hasContent =
    args.text !== undefined || args.markdown_text !== undefined || args.blocks !== undefined
  const { text, blocks } = message
  const shown = readContent(hasContent ? args : { ...args, text, blocks }, MAX_EDITED_TEXT)
  if (isRefused(shown)) return shown
  // Text alone takes the old blocks away; blocks alone leave the old text.
  Object.assign(message, shown, { text: args.text ?? args.markdown_text ?? text, edited: true })
  const wire = toWire(state, message)
  return yes({ channel: args.channel, ts: args.ts, text: message.text, message: wire })
}

function remove(state: State, args: z.output<typeof Place>): Answer {
  const message = findOwn(state, args, 'cant_delete_message')
  if (isRefused(message)) return message
  if (message.stream === 'open') return no('cant_delete_message')
  message.deleted = true
  return yes({ channel: args.channel, ts: args.ts })
}

/** A message the bot may change. */
export function findOwn(
  state: State,
  { channel: id, ts }: z.output<typeof Place>,
  refusal: string,
): Draft<Message> | Answer {
  const channel = findWritable(state, id)
  if (typeof channel === 'string') return no(channel)
  const message = findMessage(state, channel.id, ts)
  if (!message) return no('message_not_found')
  return message.user === state.identity.botUser ? message : no(refusal)
}

/** A message as the Web API shows it. */
export function toWire({ identity }: State, message: Message, hasMetadata = true): object {
  const isOwn = message.user === identity.botUser
  const isStream = message.stream !== undefined
  return {
    type: 'message',
    user: message.user,
    text: message.text,
    ts: message.ts,
    team: identity.team,
    ...(isOwn ? { bot_id: identity.botId, app_id: identity.appId } : {}),
    ...(message.threadTs === undefined ? {} : { thread_ts: message.threadTs }),
    ...(message.blocks.length > 0 ? { blocks: message.blocks } : {}),
    ...(message.files
      ? { files: message.files.map(({ id, name, title }) => ({ id, name, title })) }
      : {}),
    ...(message.edited ? { edited: { user: message.user, ts: message.ts } } : {}),
    ...(isStream
      ? { streaming_state: message.stream === 'open' ? 'in_progress' : 'completed' }
      : {}),
    ...(hasMetadata && message.metadata ? { metadata: message.metadata } : {}),
  }
}
