import { z } from 'zod'
import type { Arrival } from '../../src/ports-store.ts'
import { isStop } from '../../src/wish.ts'
import { type Address, conversationOf, personOf } from './address.ts'
import { addressOf, type Envelope } from './envelope.ts'
import { htmlWords, plainText } from './markup.ts'

/** What is to be done with an activity. */
export type Sorted =
  | { readonly kind: 'message'; readonly arrival: Arrival; readonly isStop: boolean }
  /** Meant for us where we take part in its thread; only with a permission of its own. */
  | { readonly kind: 'follow-up'; readonly arrival: Arrival; readonly isStop: boolean }
  | { readonly kind: 'edited'; readonly key: string; readonly arrival: Arrival }
  | { readonly kind: 'deleted'; readonly key: string; readonly address: Address }
  /** Somebody marked a message of ours to be noted. */
  | {
      readonly kind: 'marked'
      readonly key: string
      readonly ref: string
      readonly address: Address
    }
  /** A button of a client that sends a message in place of a request. */
  | { readonly kind: 'pressed'; readonly key: string }
  /** The bot was taken out of a conversation. */
  | { readonly kind: 'removed'; readonly address: Address }
  | { readonly kind: 'nothing' }

/** What is kept of a message until it is answered. */
const Body = z.object({
  text: z.string(),
  hasFiles: z.boolean().default(false),
  more: z.string().optional(),
  /** What the door itself shows beside the reply, or in its place. */
  show: z.enum(['welcome', 'profile', 'targeted']).optional(),
  /** Nobody named us. */
  isOverheard: z.boolean().optional(),
  /** What is to be noted in the incident that is led here: when it was said, and what. */
  noted: z.object({ text: z.string(), at: z.string() }).optional(),
})
export type Body = Readonly<z.infer<typeof Body>>

export function parseBody(text: string): Body {
  return Body.parse(JSON.parse(text))
}

const nothing = { kind: 'nothing' } as const

/** Sorts an activity; pure. */
export function sort(activity: Envelope): Sorted {
  const { type, from, channelData } = activity
  // An installation may be told by the bot's own account.
  if (type === 'installationUpdate') return sortInstallation(activity)
  if (from.role === 'bot' || from.id.startsWith('28:')) return nothing
  if (type === 'message') return sortMessage(activity)
  if (type === 'messageDelete') {
    return { kind: 'deleted', key: keyOf(activity), address: addressOf(activity) }
  }
  if (type === 'messageReaction') return sortReaction(activity)
  if (type !== 'messageUpdate') return nothing
  if (channelData?.eventType === 'undeleteMessage') return sortRestored(activity)
  return channelData?.eventType === 'editMessage' ? sortEdit(activity) : nothing
}

/** Whoever installs the bot gets to know what it is, as if they had asked; not at every update of it. */
function sortInstallation(activity: Envelope): Sorted {
  const address = addressOf(activity)
  if (activity.action === 'remove') return { kind: 'removed', address }
  if (activity.action !== 'add') return nothing
  const { message: _, ...place } = address
  const body: Body = { text: '', hasFiles: false, show: 'welcome' }
  return { kind: 'message', arrival: toArrival(place, [welcomeKey(place)], body), isStop: false }
}

/** Some clients tell of one installation twice. */
export function welcomeKey(address: Address): string {
  return `${conversationOf(address)}:welcome`
}

/** Pin and memo, as Teams names them; a like is no more than a like. */
const noteFaces = /^(?:1f4cc|1f4cd|1f4dd)_/

// Teams tells a bot only of faces on its own messages.
function sortReaction(activity: Envelope): Sorted {
  const { reactionsAdded, replyToId: ref } = activity
  const isNote = (reactionsAdded ?? []).some(({ type }) => noteFaces.test(type))
  if (!isNote || !ref) return nothing
  const { message: _, ...address } = addressOf(activity)
  return { kind: 'marked', key: `${conversationOf(address)}:noted:${ref}`, ref, address }
}

function sortMessage(activity: Envelope, suffix = ''): Sorted {
  const address = addressOf(activity)
  const key = `${keyOf(activity)}${suffix}`
  if (isPress(activity)) return { kind: 'pressed', key }
  const body = bodyOf(activity)
  const made = (said: Body) => ({
    arrival: toArrival(address, [key], said),
    isStop: isStop(said.text),
  })
  if (address.place === 'personal' || isMentioned(activity)) {
    return { kind: 'message', ...made(body) }
  }
  // A group chat has no threads: what follows there is people talking to each other.
  const isFollowUp = address.place === 'channel' && isForAll(activity, body)
  return isFollowUp ? { kind: 'follow-up', ...made({ ...body, isOverheard: true }) } : nothing
}

function isPress({ value, text }: Envelope): boolean {
  return typeof value === 'object' && value !== null && !text
}

/** What was taken back was forgotten: come back, it is new. */
function sortRestored(activity: Envelope): Sorted {
  return sortMessage(activity, `:back:${activity.timestamp ?? ''}`)
}

function sortEdit(activity: Envelope): Sorted {
  const key = keyOf(activity)
  const keys = [`${key}:edited:${activity.timestamp ?? ''}`] as const
  const arrival = toArrival(addressOf(activity), keys, bodyOf(activity))
  return { kind: 'edited', key, arrival }
}

function isMentioned({ entities, recipient }: Envelope): boolean {
  return (entities ?? []).some(
    ({ type, mentioned }) => type === 'mention' && mentioned?.id === recipient.id,
  )
}

/**
 * Whether words in a thread may be meant for us without naming us: what begins with the name of a
 * colleague is for that colleague, and a lone emoji for nobody.
 */
function isForAll({ text, entities }: Envelope, body: Body): boolean {
  const begun = (text ?? '').trimStart()
  const isForOther = (entities ?? []).some(
    ({ type, text: mark }) => type === 'mention' && mark && begun.startsWith(mark),
  )
  return !isForOther && (body.hasFiles || /[\p{L}\p{N}?]/u.test(body.text))
}

function keyOf(activity: Envelope): string {
  return `${conversationOf(addressOf(activity))}:${activity.id}`
}

function bodyOf(activity: Envelope): Body {
  const { attachments, recipient } = activity
  const hasFiles = (attachments ?? []).some(({ contentType }) => isFile(contentType ?? ''))
  const isTargeted = recipient.isTargeted === true
  if (isTargeted) return { text: '', hasFiles: false, show: 'targeted' }
  const text = withPeople(textOf(activity), activity)
  const isForm = /^stadtprofil$/i.test(text) && addressOf(activity).place === 'personal'
  return { text: isForm ? '' : text, hasFiles, ...(isForm ? { show: 'profile' } : {}) }
}

/** Who is entered in a role is named by id; elsewhere nobody is named. */
function withPeople(text: string, { entities, recipient, ...activity }: Envelope): string {
  if (!/^team\s+[A-Z]/.test(text)) return text
  const { tenant } = addressOf({ entities, recipient, ...activity })
  const named = (entities ?? []).flatMap(({ type, mentioned }) =>
    type === 'mention' && mentioned && mentioned.id !== recipient.id ? [mentioned.id] : [],
  )
  let at = 0
  return text.replaceAll('[Person]', (mark) => {
    const user = named[at]
    at += 1
    return user ? personOf({ tenant, user }) : mark
  })
}

// Teams sends the message once more as HTML, and a quoted one beside it: those are no files.
function isFile(contentType: string): boolean {
  return contentType !== '' && !/^(?:text\/html|messageReference)/.test(contentType)
}

function textOf({ text, entities, recipient, attachments }: Envelope): string {
  const said = plainText(text ?? '', entities ?? [], recipient.id)
  if (said !== '') return said
  const html = attachments?.find(({ contentType }) => contentType?.startsWith('text/html'))?.content
  return typeof html === 'string' ? htmlWords(html) : ''
}

export function toArrival(address: Address, keys: Arrival['keys'], body: Body): Arrival {
  return {
    keys,
    conversation: conversationOf(address),
    address: JSON.stringify(address),
    body: JSON.stringify(body),
  }
}
