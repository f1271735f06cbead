import type { Fields, ResponseTarget } from './state.ts'

/** What the builders need to know of a workspace; a fake Slack is one. */
export interface Workspace {
  readonly team: string
  readonly appId: string
  readonly botUser: string
  readonly botId: string
  nextTs(): string
  nextId(prefix: string): string
  newTrigger(): string
  newResponseUrl(target: ResponseTarget): string
}

/** A message a person writes. */
export interface Written {
  readonly channel: string
  readonly user: string
  readonly text: string
  readonly threadTs?: string
  readonly ts?: string
  /** The person's workspace when it is another one. */
  readonly userTeam?: string
  readonly isExtShared?: boolean
}

/** The outer payload of the Events API. */
export type EventPayload = Readonly<{
  type: 'event_callback'
  event_id: string
  event: Fields
  [more: string]: unknown
}>

/** `@Sturmlotse …` in a channel; the mention is put in front unless the text has it. */
export function appMention(slack: Workspace, written: Written): EventPayload {
  const mention = `<@${slack.botUser}>`
  const text = written.text.includes(mention) ? written.text : `${mention} ${written.text}`
  return toEvent(slack, { ...toMessage(slack, { ...written, text }), type: 'app_mention' }, written)
}

export function messageInChannel(slack: Workspace, written: Written): EventPayload {
  return toEvent(slack, { ...toMessage(slack, written), channel_type: 'channel' }, written)
}

export function messageInGroup(slack: Workspace, written: Written): EventPayload {
  return toEvent(slack, { ...toMessage(slack, written), channel_type: 'group' }, written)
}

export function directMessage(
  slack: Workspace,
  written: Written & { context?: object },
): EventPayload {
  const context = written.context ? { app_context: written.context } : {}
  const message = { ...toMessage(slack, written), channel_type: 'im', ...context }
  return toEvent(slack, message, written)
}

/** Somebody put a picture on a message, such as `memo`; of a message's words it says nothing. */
export function reactionAdded(
  slack: Workspace,
  given: {
    readonly channel: string
    readonly ts: string
    readonly user: string
    readonly reaction: string
    readonly author?: string
  },
): EventPayload {
  const { channel, ts, user, reaction, author = user } = given
  const event = {
    type: 'reaction_added',
    user,
    reaction,
    item_user: author,
    item: { type: 'message', channel, ts, channel_type: 'channel' },
    event_ts: slack.nextTs(),
  }
  return toEvent(slack, event)
}

/** One message with a mention as Slack sends it twice: same `ts`, two event ids. */
export function mentionTwice(
  slack: Workspace,
  written: Written,
): readonly [EventPayload, EventPayload] {
  const mention = appMention(slack, written)
  const { event } = mention
  const message = { ...event, type: 'message', channel_type: 'channel' }
  return [mention, toEvent(slack, message, written)]
}

export function messageChanged(
  slack: Workspace,
  written: Written & { readonly ts: string; readonly before: string },
): EventPayload {
  const now = slack.nextTs()
  const previous = toMessage(slack, { ...written, text: written.before })
  const message = { ...toMessage(slack, written), edited: { user: written.user, ts: now } }
  const outer = { ...toHidden(slack, written.channel, now), subtype: 'message_changed' }
  return toEvent(slack, { ...outer, message, previous_message: previous }, written)
}

export function messageDeleted(
  slack: Workspace,
  written: Written & { readonly ts: string },
): EventPayload {
  const outer = toHidden(slack, written.channel, slack.nextTs())
  const deleted = { subtype: 'message_deleted', deleted_ts: written.ts }
  return toEvent(
    slack,
    { ...outer, ...deleted, previous_message: toMessage(slack, written) },
    written,
  )
}

/**
 * What an app posts, with `user` as its bot user; the own app's if that is the own bot.
 *
 * Classic ones carry the subtype `bot_message`; those of today are known by their `bot_id` only.
 */
export function botMessage(
  slack: Workspace,
  written: Written & { readonly isClassic?: boolean },
): EventPayload {
  const isOwn = written.user === slack.botUser
  const bot = {
    bot_id: isOwn ? slack.botId : 'B0OTHER01',
    app_id: isOwn ? slack.appId : 'A0OTHER01',
    ...(written.isClassic ? { subtype: 'bot_message', username: 'anderer-bot' } : {}),
  }
  return toEvent(slack, { ...toMessage(slack, written), ...bot, channel_type: 'channel' }, written)
}

export function fileShare(
  slack: Workspace,
  written: Written & { readonly fileName: string },
): EventPayload {
  const file = {
    id: slack.nextId('F'),
    name: written.fileName,
    title: written.fileName,
    mimetype: 'application/pdf',
    filetype: 'pdf',
    size: 12_345,
    user: written.user,
    mode: 'hosted',
    is_external: false,
    url_private: `https://files.slack.com/files-pri/${slack.team}/${written.fileName}`,
  }
  const share = { subtype: 'file_share', files: [file], upload: false, channel_type: 'channel' }
  return toEvent(slack, { ...toMessage(slack, written), ...share }, written)
}

export function appHomeOpened(
  slack: Workspace,
  { user, tab }: { readonly user: string; readonly tab: 'home' | 'messages' },
): EventPayload {
  const event = { type: 'app_home_opened', user, channel: `D${user.slice(1)}`, tab }
  return toEvent(slack, event)
}

/** The person looks at another channel while the agent is open beside it. */
export function appContextChanged(
  slack: Workspace,
  { user, channel }: { readonly user: string; readonly channel: string },
): EventPayload {
  const entity = { type: 'slack#/types/channel_id', value: channel, team_id: slack.team }
  const context = { entities: [entity] }
  const event = { type: 'app_context_changed', user, channel: `D${user.slice(1)}`, context }
  return toEvent(slack, event)
}

/** The person pressed stop. */
export function agentSessionStopped(
  slack: Workspace,
  stopped: {
    readonly channel: string
    readonly user: string
    readonly threadTs: string
    readonly streams?: readonly string[]
  },
): EventPayload {
  return toEvent(slack, {
    type: 'agent_session_stopped',
    channel: stopped.channel,
    user: stopped.user,
    thread_ts: stopped.threadTs,
    streaming_message_ts: stopped.streams ?? [],
  })
}

export function tokensRevoked(slack: Workspace): EventPayload {
  return toEvent(slack, { type: 'tokens_revoked', tokens: { oauth: [], bot: [slack.botUser] } })
}

export function appUninstalled(slack: Workspace): EventPayload {
  return toEvent(slack, { type: 'app_uninstalled' })
}

/** What Slack sends once when an events address is entered. */
export function urlVerification(challenge: string): Fields {
  return { type: 'url_verification', token: 'verification-token', challenge }
}

function toMessage(slack: Workspace, written: Written): Fields {
  const team = written.userTeam ?? slack.team
  return {
    type: 'message',
    user: written.user,
    text: written.text,
    ts: written.ts ?? slack.nextTs(),
    client_msg_id: slack.nextId('client-'),
    team,
    ...(written.userTeam ? { user_team: team, source_team: team } : {}),
    blocks: [toRichText(slack, written.text)],
    channel: written.channel,
    ...(written.threadTs ? { thread_ts: written.threadTs } : {}),
  }
}

function toRichText(slack: Workspace, text: string): Fields {
  const elements = text
    .split(/(<@[A-Z0-9]+>)/)
    .filter(Boolean)
    .map((part) => {
      const user_id = /^<@([A-Z0-9]+)>$/.exec(part)?.[1]
      return user_id ? { type: 'user', user_id } : { type: 'text', text: part }
    })
  const section = { type: 'rich_text_section', elements }
  return { type: 'rich_text', block_id: slack.nextId('b'), elements: [section] }
}

function toHidden(_: Workspace, channel: string, ts: string): Fields {
  return { type: 'message', hidden: true, channel, ts, channel_type: 'channel' }
}

function toEvent(
  slack: Workspace,
  event: Fields,
  { isExtShared = false }: { readonly isExtShared?: boolean } = {},
): EventPayload {
  const ts = typeof event['ts'] === 'string' ? event['ts'] : slack.nextTs()
  const event_id = slack.nextId('Ev')
  return {
    token: 'verification-token',
    team_id: slack.team,
    context_team_id: slack.team,
    context_enterprise_id: null,
    api_app_id: slack.appId,
    event: { ...event, event_ts: ts },
    type: 'event_callback',
    event_id,
    event_time: Math.floor(Number(ts)),
    authorizations: [
      {
        enterprise_id: null,
        team_id: slack.team,
        user_id: slack.botUser,
        is_bot: true,
        is_enterprise_install: false,
      },
    ],
    is_ext_shared_channel: isExtShared,
    event_context: `4-${event_id}`,
  }
}
