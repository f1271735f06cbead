import type { ChannelSettings, State, UserSettings } from './state.ts'

const KINDS = { C: 'channel', G: 'group', D: 'im' } as const

/** A conversation by its id; a person's id stands for the direct messages with them. */
export function findChannel(state: State, id: string): ChannelSettings | undefined {
  const known = state.channels.get(id)
  if (known) return known
  const [, letter] = /^([CGDUW])[A-Z0-9]+$/.exec(id) ?? []
  if (letter === 'U' || letter === 'W') return findChannel(state, toDirectMessage(id))
  if (letter === 'C' || letter === 'G' || letter === 'D') return { id, kind: KINDS[letter] }
  return undefined
}

/** The conversation the bot may write into, or Slack's error code. */
export function findWritable(state: State, id: string): ChannelSettings | string {
  const channel = findReadable(state, id)
  return typeof channel !== 'string' && channel.isArchived ? 'is_archived' : channel
}

/** The conversation the bot may read, or Slack's error code. */
export function findReadable(state: State, id: string): ChannelSettings | string {
  const channel = findChannel(state, id)
  if (!channel) return 'channel_not_found'
  if (channel.hasBot !== false) return channel
  // A private channel without the bot is invisible, a public one is only closed.
  return channel.kind === 'channel' ? 'not_in_channel' : 'channel_not_found'
}

export function toDirectMessage(user: string): string {
  return `D${user.slice(1)}`
}

/** A person by id; undefined for what is no id of a person. */
export function findUser(state: State, id: string): UserSettings | undefined {
  return state.users.get(id) ?? (/^[UW][A-Z0-9]+$/.test(id) ? { id } : undefined)
}
