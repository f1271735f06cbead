/** A JSON object as it came in. */
export type Fields = Readonly<Record<string, unknown>>

/** Who the app is in this workspace, and what it signs and is known by. */
export interface Identity {
  readonly team: string
  readonly appId: string
  readonly botUser: string
  readonly botId: string
  readonly signingSecret: string
  readonly botToken: string
  readonly appToken: string
}

/** One call of the Web API. */
export interface Call {
  readonly method: string
  /** Without the token; JSON fields such as `blocks` are parsed. */
  readonly args: Fields
  /** Milliseconds since 1970, with fractions. */
  readonly at: number
  /** `ok`, Slack's error code or an HTTP status; `pending` and `hang` while there is no answer. */
  readonly outcome: string | number
}

/** What is visible in a channel. */
export interface Message {
  readonly channel: string
  readonly ts: string
  readonly threadTs?: string
  /** The bot's user or the person who wrote it. */
  readonly user: string
  readonly text: string
  readonly blocks: readonly Fields[]
  readonly metadata?: Fields
  readonly ephemeralTo?: string
  readonly isBroadcast?: boolean
  readonly deleted?: boolean
  readonly edited?: boolean
  readonly stream?: 'open' | 'closed' | 'stopped' | 'idle'
  /** All chunks of a stream in order; `markdown_text` arguments appear as chunks too. */
  readonly chunks?: readonly Fields[]
  /** The first content binds a stream to one of the two ways of writing. */
  readonly streamMode?: 'text' | 'chunks'
  readonly reactions?: readonly string[]
  readonly files?: readonly SharedFile[]
  readonly isPinned?: boolean
}

/** A file that was uploaded; without bytes only its place was asked for. */
export interface SharedFile {
  readonly id: string
  readonly name: string
  readonly length: number
  readonly bytes?: Uint8Array
  readonly title?: string
}

/** A view the app opened, changed, pushed or published. */
export interface ViewCall {
  readonly kind: 'open' | 'update' | 'push' | 'publish'
  readonly viewId: string
  readonly triggerId?: string
  readonly userId?: string
  readonly view: Fields
}

/** Settings of a person; who is not described is a plain member with the locale `de-DE`. */
export interface UserSettings {
  readonly id: string
  readonly isGuest?: boolean
  readonly isSingleGuest?: boolean
  readonly isStranger?: boolean
  readonly isBot?: boolean
  readonly isAdmin?: boolean
  readonly team?: string
  readonly locale?: string
  readonly name?: string
}

/** Settings of a conversation; what is not described is a channel with the bot in it. */
export interface ChannelSettings {
  readonly id: string
  readonly kind: 'channel' | 'group' | 'im'
  readonly isExtShared?: boolean
  readonly isArchived?: boolean
  readonly hasBot?: boolean
  /** When given, nobody else is in it. */
  readonly members?: readonly string[]
}

/** What a `response_url` leads to. */
export interface ResponseTarget {
  readonly channel: string
  readonly user: string
  readonly messageTs?: string
  readonly threadTs?: string
}

export type Draft<T> = { -readonly [K in keyof T]: T[K] }

/** All the fake knows; indexed so that no call has to walk over all messages. */
export interface State {
  readonly identity: Identity
  readonly origin: string
  readonly scopes: readonly string[]
  readonly users: Map<string, UserSettings>
  readonly channels: Map<string, ChannelSettings>
  readonly calls: Draft<Call>[]
  readonly callsByMethod: Map<string, Call[]>
  readonly messages: Draft<Message>[]
  readonly byPlace: Map<string, Draft<Message>>
  readonly threads: Map<string, Draft<Message>[]>
  readonly timelines: Map<string, Draft<Message>[]>
  readonly openStreams: Set<Draft<Message>>
  readonly views: ViewCall[]
  readonly viewsById: Map<string, Fields>
  readonly triggers: Map<string, { until: number; used: boolean }>
  readonly responseUrls: Map<string, { readonly target: ResponseTarget; uses: number }>
  readonly responses: { readonly url: string; readonly body: unknown }[]
  readonly tickets: Set<string>
  readonly uploads: Map<string, Draft<SharedFile>>
  readonly counter: { ids: number; micros: number }
}

/** What a fake is opened with. */
export interface Beginning {
  readonly identity: Identity
  readonly origin: string
  readonly scopes: readonly string[]
}

export function openState(beginning: Beginning): State {
  return {
    ...beginning,
    users: new Map(),
    channels: new Map(),
    calls: [],
    callsByMethod: new Map(),
    messages: [],
    byPlace: new Map(),
    threads: new Map(),
    timelines: new Map(),
    openStreams: new Set(),
    views: [],
    viewsById: new Map(),
    triggers: new Map(),
    responseUrls: new Map(),
    responses: [],
    tickets: new Set(),
    uploads: new Map(),
    counter: { ids: 0, micros: 0 },
  }
}

/** A time stamp that is later than every one before it, such as `1763882901.000123`. */
export function nextTs({ counter }: State): string {
  counter.micros = Math.max(Date.now() * 1000, counter.micros + 1)
  const seconds = Math.floor(counter.micros / 1e6)
  return `${seconds}.${String(counter.micros % 1e6).padStart(6, '0')}`
}

/** An id nobody has yet, such as `Ev000000001F`. */
export function nextId({ counter }: State, prefix: string): string {
  counter.ids += 1
  return `${prefix}${counter.ids.toString(36).toUpperCase().padStart(10, '0')}`
}

function nowMs(): number {
  return performance.timeOrigin + performance.now()
}

export function recordCall(state: State, method: string, args: Fields): Draft<Call> {
  const call = { method, args, at: nowMs(), outcome: 'pending' }
  state.calls.push(call)
  push(state.callsByMethod, method, call)
  return call
}

/** Makes a message visible; one that is there already stays as it is. */
export function addMessage(state: State, message: Draft<Message>): Draft<Message> {
  const place = toPlace(message.channel, message.ts)
  const known = state.byPlace.get(place)
  if (known) return known
  state.messages.push(message)
  if (message.ephemeralTo !== undefined) return message
  state.byPlace.set(place, message)
  const root = message.threadTs ?? message.ts
  push(state.threads, toPlace(message.channel, root), message)
  const isReply = message.threadTs !== undefined && message.threadTs !== message.ts
  if (!isReply || message.isBroadcast) push(state.timelines, message.channel, message)
  return message
}

/** A message that everybody in the channel can see; deleted ones are gone. */
export function findMessage(state: State, channel: string, ts: string): Draft<Message> | undefined {
  const message = state.byPlace.get(toPlace(channel, ts))
  return message?.deleted ? undefined : message
}

/** The root and its replies as Slack would list them, oldest first. */
export function findThread(state: State, channel: string, ts: string): readonly Message[] {
  const all = state.threads.get(toPlace(channel, ts)) ?? []
  return all.filter((message) => !message.deleted).sort(byTs)
}

function byTs(a: { readonly ts: string }, b: { readonly ts: string }): number {
  return a.ts < b.ts ? -1 : a.ts > b.ts ? 1 : 0
}

function toPlace(channel: string, ts: string): string {
  return `${channel}:${ts}`
}

function push<T>(lists: Map<string, T[]>, key: string, value: T): void {
  const list = lists.get(key)
  if (list) list.push(value)
  else lists.set(key, [value])
}
