import { z } from 'zod'
import { findChannel, findReadable, toDirectMessage } from '../conversation.ts'
import { type Answer, type Method, method, no, Ts, yes } from '../method.ts'
import { type Fields, findMessage, findThread, type Message, type State } from '../state.ts'
import { toWire } from './chat.ts'

const Range = z.object({
  channel: z.string(),
  cursor: z.string().optional(),
  limit: z.coerce.number().int().min(1).max(1000).default(100),
  oldest: Ts.or(z.literal('0')).default('0'),
  latest: Ts.optional(),
  inclusive: z.boolean().default(false),
  include_all_metadata: z.boolean().default(false),
})
const Replies = Range.extend({ ts: Ts })
const Open = z.object({ users: z.string().optional(), channel: z.string().optional() })
const Info = z.object({ channel: z.string() })
const Reaction = z.object({
  channel: z.string(),
  timestamp: Ts,
  name: z.string().regex(/^[a-z0-9_+'-]+(::skin-tone-[2-6])?$/),
})

const Pin = z.object({ channel: z.string(), timestamp: Ts })

export const CONVERSATIONS: Readonly<Record<string, Method>> = {
  'pins.add': method(['pins:write'], Pin, pin),
  'conversations.history': method(needs('history'), Range, history),
  'conversations.replies': method(needs('history'), Replies, replies),
  'conversations.info': method(needs('read'), Info, info),
  'conversations.open': method(['im:write'], Open, open),
  'reactions.add': method(['reactions:write'], Reaction, (state, args) =>
    react(state, args, 'add'),
  ),
  'reactions.remove': method(['reactions:write'], Reaction, (state, args) =>
    react(state, args, 'remove'),
  ),
}

/** Which scope is needed depends on the kind of conversation. */
function needs(right: 'history' | 'read') {
  return (state: State, args: Fields): readonly string[] => {
    const kind = findChannel(state, String(args['channel']))?.kind ?? 'channel'
    return [`${kind === 'channel' ? 'channels' : kind === 'group' ? 'groups' : 'im'}:${right}`]
  }
}

function history(state: State, args: z.output<typeof Range>): Answer {
  const channel = findReadable(state, args.channel)
  if (typeof channel === 'string') return no(channel)
  const all = (state.timelines.get(channel.id) ?? []).filter((message) => !message.deleted)
  return page(state, all.toReversed(), args)
}

function replies(state: State, args: z.output<typeof Replies>): Answer {
  const channel = findReadable(state, args.channel)
  if (typeof channel === 'string') return no(channel)
  const thread = findThread(state, channel.id, args.ts)
  const single = findMessage(state, channel.id, args.ts)
  const all = thread.length > 0 || !single ? thread : [single]
  return all.length === 0 ? no('thread_not_found') : page(state, all, args)
}

function page(state: State, all: readonly Message[], args: z.output<typeof Range>): Answer {
  const begin = Number(args.cursor?.replace(/^next:/, '') ?? 0)
  if (!Number.isSafeInteger(begin)) return no('invalid_cursor')
  const found = all.filter((message) => isWithin(message.ts, args))
  const end = begin + args.limit
  const hasMore = end < found.length
  return yes({
    messages: found
      .slice(begin, end)
      .map((message) => toWire(state, message, args.include_all_metadata)),
    has_more: hasMore,
    ...(hasMore ? { response_metadata: { next_cursor: `next:${end}` } } : {}),
  })
}

function isWithin(ts: string, { oldest, latest, inclusive }: z.output<typeof Range>): boolean {
  if (inclusive && (ts === oldest || ts === latest)) return true
  return ts > oldest && (latest === undefined || ts < latest)
}

function info(state: State, args: z.output<typeof Info>): Answer {
  const channel = findChannel(state, args.channel)
  const isHidden = channel?.hasBot === false && channel.kind !== 'channel'
  if (!channel || isHidden) return no('channel_not_found')
  const { id, kind } = channel
  const isShared = channel.isExtShared ?? false
  const who = kind === 'im' ? { user: `U${id.slice(1)}` } : { name: `kanal-${id.toLowerCase()}` }
  return yes({
    channel: {
      id,
      ...who,
      is_channel: kind === 'channel',
      is_group: kind === 'group',
      is_im: kind === 'im',
      is_mpim: false,
      is_private: kind !== 'channel',
      is_archived: channel.isArchived ?? false,
      is_general: false,
      is_shared: isShared,
      is_ext_shared: isShared,
      is_org_shared: false,
      is_member: channel.hasBot !== false,
      context_team_id: state.identity.team,
    },
  })
}

function open(_: State, { users, channel }: z.output<typeof Open>): Answer {
  if (users?.includes(',')) return no('method_not_supported_for_channel_type')
  if (users && /^[UW][A-Z0-9]+$/.test(users)) {
    return yes({ channel: { id: toDirectMessage(users) }, no_op: false, already_open: false })
  }
  if (users) return no('user_not_found')
  return channel ? yes({ channel: { id: channel } }) : no('users_list_not_supplied')
}

function react(state: State, args: z.output<typeof Reaction>, kind: 'add' | 'remove'): Answer {
  const channel = findReadable(state, args.channel)
  if (typeof channel === 'string') return no(channel)
  const message = findMessage(state, channel.id, args.timestamp)
  if (!message) return no('message_not_found')
  const { reactions = [] } = message
  const isThere = reactions.includes(args.name)
  if (kind === 'add' && isThere) return no('already_reacted')
  if (kind === 'remove' && !isThere) return no('no_reaction')
  message.reactions =
    kind === 'add' ? [...reactions, args.name] : reactions.filter((name) => name !== args.name)
  return yes()
}

function pin(state: State, args: z.output<typeof Pin>): Answer {
  const channel = findReadable(state, args.channel)
  if (typeof channel === 'string') return no(channel)
  const message = findMessage(state, channel.id, args.timestamp)
  if (!message) return no('message_not_found')
  if (message.isPinned) return no('already_pinned')
  message.isPinned = true
  return yes()
}
