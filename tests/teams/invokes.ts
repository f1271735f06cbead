import {
  type Activity,
  CHANNEL,
  PERSON,
  type Place,
  toActivity,
  type Workspace,
  type Writer,
  withData,
} from './payloads.ts'
import { toObjectId, toPersonal } from './place.ts'

/** Who presses something, and where; the personal chat unless told. */
export interface Pressed extends Writer {
  readonly conversation?: Place
  /** The message of the bot that was pressed on. */
  readonly messageId?: string
}

/** Something the bot has to answer at once. */
export function invoke(
  teams: Workspace,
  pressed: Pressed,
  { name, value }: { readonly name: string; readonly value: unknown },
): Activity {
  const { from = PERSON, messageId } = pressed
  const personal = { id: toPersonal(from), conversationType: 'personal' }
  const activity = toActivity(teams, pressed, pressed.conversation ?? personal)
  const reply = messageId === undefined ? {} : { replyToId: messageId }
  const source = { source: { name: 'message' } }
  return withData({ ...activity, ...reply, type: 'invoke', name, value }, source)
}

/** A thumb up or down with what the person wrote; Teams sends that as a text of JSON. */
export function feedback(
  teams: Workspace,
  {
    reaction,
    text = '',
    inner,
    ...pressed
  }: Pressed & {
    readonly messageId: string
    readonly reaction: 'like' | 'dislike'
    readonly text?: string
    /** In place of the text of JSON. */
    readonly inner?: unknown
  },
): Activity {
  const feedbackText = inner ?? JSON.stringify({ feedbackText: text })
  const actionValue = { reaction, feedback: feedbackText }
  const value = { actionName: 'feedback', actionValue }
  return invoke(teams, pressed, { name: 'message/submitAction', value })
}

/** A thumb on a message with a feedback form of the bot's own, which it now has to show. */
export function feedbackForm(
  teams: Workspace,
  {
    reaction,
    ...pressed
  }: Pressed & { readonly messageId: string; readonly reaction: 'like' | 'dislike' },
): Activity {
  const value = { data: { actionName: 'feedback', actionValue: { reaction } } }
  return invoke(teams, pressed, { name: 'message/fetchTask', value })
}

/** A suggested action of the kind that submits; both spellings are in the wild. */
export function suggestion(
  teams: Workspace,
  {
    value,
    spelling = 'suggestedActions/submit',
    ...pressed
  }: Pressed & {
    readonly value: unknown
    readonly spelling?: 'suggestedActions/submit' | 'suggestedAction/submit'
  },
): Activity {
  return invoke(teams, pressed, { name: spelling, value })
}

/** A button of a card, or its refresh when nobody pressed. */
export function cardAction(
  teams: Workspace,
  {
    verb,
    data,
    trigger = 'manual',
    ...pressed
  }: Pressed & {
    readonly messageId: string
    readonly verb: string
    /** What the card brought; an older card brings what was true then. */
    readonly data?: object
    readonly trigger?: 'manual' | 'automatic'
  },
): Activity {
  const action = { type: 'Action.Execute', title: 'Erledigt', verb, data: data ?? {} }
  return invoke(teams, pressed, { name: 'adaptiveCard/action', value: { action, trigger } })
}

/** A dialog that is opened from a card or sent. */
export function dialog(
  teams: Workspace,
  {
    step,
    data,
    ...pressed
  }: Pressed & { readonly step: 'fetch' | 'submit'; readonly data: object },
): Activity {
  const value = { data, context: { theme: 'default' } }
  return invoke(teams, pressed, { name: `task/${step}`, value })
}

/** A message somebody picked for the message extension. */
export interface Picked extends Pressed {
  readonly commandId?: string
  /** HTML as the writer's client made it. */
  readonly html: string
  readonly author?: { readonly id: string; readonly name: string }
  /** People named in it. */
  readonly mentions?: readonly { readonly id: string; readonly name: string }[]
}

/** "Antwort vorschlagen" on a message: the bot has to show a dialog. */
export function extensionFetch(teams: Workspace, picked: Picked): Activity {
  const name = 'composeExtension/fetchTask'
  return invoke(teams, { ...IN_CHANNEL, ...picked }, { name, value: toCommand(teams, picked) })
}

/** The dialog was sent. */
export function extensionSubmit(
  teams: Workspace,
  picked: Picked & { readonly data: object },
): Activity {
  const name = 'composeExtension/submitAction'
  const value = { ...toCommand(teams, picked), data: picked.data }
  return invoke(teams, { ...IN_CHANNEL, ...picked }, { name, value })
}

const IN_CHANNEL = { conversation: { id: CHANNEL, conversationType: 'channel', isGroup: true } }

function toCommand(teams: Workspace, picked: Picked): object {
  const { commandId = 'reply.suggest' } = picked
  return {
    commandId,
    commandContext: 'message',
    requestId: teams.nextId('r'),
    messagePayload: toPayload(teams, picked),
    context: { theme: 'default' },
  }
}

function toPayload(
  teams: Workspace,
  { html, author, mentions = [], conversation }: Picked,
): object {
  const id = teams.nextMessageId()
  const writer = author ?? { id: '29:1zZ-autorin', name: 'Alex Muster' }
  const chat = conversation?.id ?? CHANNEL
  return {
    id,
    replyToId: null,
    createdDateTime: new Date(Number(id)).toISOString(),
    lastModifiedDateTime: null,
    deleted: false,
    subject: null,
    summary: null,
    importance: 'normal',
    locale: 'de-de',
    linkToMessage: `https://teams.microsoft.com/l/message/${encodeURIComponent(chat)}/${id}`,
    from: { device: null, conversation: null, user: toUser(writer), application: null },
    body: { contentType: 'html', content: html },
    attachments: [],
    mentions: mentions.map((mention, index) => ({
      id: index,
      mentionText: mention.name,
      mentioned: { device: null, conversation: null, user: toUser(mention), application: null },
    })),
    reactions: [],
  }
}

function toUser({ id, name }: { readonly id: string; readonly name: string }): object {
  return { userIdentityType: 'aadUser', id: toObjectId(id), displayName: name }
}
