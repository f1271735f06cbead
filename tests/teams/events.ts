import {
  type Activity,
  CHANNEL,
  GROUP,
  PERSON,
  type Place,
  TEAM,
  toActivity,
  type Workspace,
  type Writer,
  withData,
  without,
} from './payloads.ts'
import { toPersonal } from './place.ts'

/** The same message with another text, as after an edit; it keeps its id. */
export function edited(original: Activity, text: string): Activity {
  return toChange(original, { type: 'messageUpdate', eventType: 'editMessage', text })
}

/** The message is gone, and can come back for a while. */
export function softDeleted(original: Activity): Activity {
  const rest = without(original, 'text', 'attachments')
  return toChange(rest, { type: 'messageDelete', eventType: 'softDeleteMessage' })
}

/** The message is back. */
export function undeleted(original: Activity): Activity {
  return toChange(original, { type: 'messageUpdate', eventType: 'undeleteMessage' })
}

interface Change {
  readonly type: string
  readonly eventType: string
  readonly text?: string
}

function toChange(original: Activity, { eventType, ...more }: Change): Activity {
  return withData({ ...original, ...more, timestamp: new Date().toISOString() }, { eventType })
}

export interface Installed extends Writer {
  readonly where?: 'personal' | 'channel' | 'groupChat'
}

/** The app was installed or taken away. */
export function installation(
  teams: Workspace,
  installed: Installed & { readonly action: 'add' | 'add-upgrade' | 'remove' },
): Activity {
  const { action, where = 'personal' } = installed
  const activity = toActivity(teams, installed, toPlace(installed))
  const team = where === 'channel' ? { team: { id: TEAM, name: 'Presse' } } : {}
  const data = {
    ...team,
    settings: { selectedChannel: { id: CHANNEL } },
    source: { name: 'message' },
  }
  return withData({ ...activity, type: 'installationUpdate', action }, data)
}

/** The bot came into a conversation, which Teams tells beside the installation. */
export function botAdded(teams: Workspace, installed: Installed = {}): Activity {
  return toMembers(teams, installed, [{ id: teams.botId }])
}

/** A person came into a conversation where the bot is. */
export function personAdded(
  teams: Workspace,
  installed: Installed & { readonly person: string },
): Activity {
  return toMembers(teams, installed, [{ id: installed.person }])
}

function toMembers(teams: Workspace, installed: Installed, membersAdded: object[]): Activity {
  const activity = { ...toActivity(teams, installed, toPlace(installed)), membersAdded }
  const isTeam = installed.where === 'channel'
  const data = isTeam ? { eventType: 'teamMemberAdded', team: { id: TEAM, name: 'Presse' } } : {}
  return withData({ ...activity, type: 'conversationUpdate' }, data)
}

function toPlace({ where = 'personal', from = PERSON }: Installed): Place {
  if (where === 'personal') return { id: toPersonal(from), conversationType: where }
  const id = where === 'channel' ? TEAM : GROUP
  return { id, conversationType: where, isGroup: true }
}

/**
 * A person put a face on what the bot wrote, a like unless told. Teams names the first six by a word and
 * all others by code point and name; of other people's messages it tells a bot nothing.
 */
export function reaction(
  teams: Workspace,
  reacted: Writer & {
    readonly messageId: string
    readonly conversation: Place
    readonly face?: 'like' | 'heart' | '1f4cc_pushpin' | '1f4dd_memo'
    readonly isTakenBack?: boolean
  },
): Activity {
  const { messageId, conversation, face = 'like', isTakenBack = false } = reacted
  const faces = [{ type: face }]
  const change = isTakenBack ? { reactionsRemoved: faces } : { reactionsAdded: faces }
  const activity = toActivity(teams, reacted, conversation)
  return { ...activity, replyToId: messageId, ...change, type: 'messageReaction' }
}

/** A person begins to write, which Teams tells in personal chats. */
export function personTyping(teams: Workspace, writer: Writer = {}): Activity {
  return { ...toActivity(teams, writer, toPlace(writer)), type: 'typing' }
}
