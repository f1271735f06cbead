/** A JSON object as it came in. */
export type Fields = Readonly<Record<string, unknown>>

/** Who the bot is, and whom it works for. */
export interface Identity {
  readonly appId: string
  readonly appPassword: string
  /** The customer's tenant, which is also the bot's. */
  readonly tenant: string
  /** The bot as Teams names it: `28:` and the app id. */
  readonly botId: string
  readonly botName: string
  readonly issuer: string
}

/** What a call wants of the connector. */
export type Operation = 'send' | 'reply' | 'update' | 'delete' | 'create' | 'members'

/** One call of the connector's REST API. */
export interface Call {
  readonly operation: Operation | 'unknown'
  readonly method: string
  readonly path: string
  /** Decoded, with `;messageid=` when it was there; empty when the call names none. */
  readonly conversation: string
  /** The activity that is changed, or the one that is replied to. */
  readonly activityId?: string
  readonly body: unknown
  readonly query: Readonly<Record<string, string>>
  /** Without `authorization`. */
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly hasAuthorization: boolean
  /** Milliseconds since 1970, with fractions. */
  readonly at: number
  /** `ok`, an HTTP status or what was done to the connection; `pending` while there is no answer. */
  readonly outcome: 'ok' | 'pending' | 'hang' | 'cut' | number
  /** The connector's error code, such as `BadSyntax`. */
  readonly code?: string
}

export type Streamed = 'informative' | 'streaming' | 'final'

/** What the bot made visible; people's own messages are not in it. */
export interface Message {
  readonly conversation: string
  readonly id: string
  /** As last updated. */
  readonly activity: Fields
  readonly replyTo?: string
  readonly edited?: boolean
  readonly deleted?: boolean
  readonly stream?: Streamed
  /** The one person who sees it. */
  readonly targetedTo?: string
  readonly at: number
}

/** Why Teams would have refused an activity. */
export interface Refusal {
  readonly conversation: string
  readonly operation: Operation
  readonly status: number
  readonly code: string
  readonly reasons: readonly string[]
}

/** What Teams lets pass once, and should not have to. */
export interface Breach {
  readonly rule: 'stream-pace' | 'rate-limit' | 'markdown' | 'no-summary'
  readonly conversation: string
  readonly detail: string
}

/** A person; who is not described is a plain member of the customer's tenant. */
export interface Member {
  readonly id: string
  readonly aadObjectId?: string
  readonly name?: string
  readonly role?: 'user' | 'guest' | 'anonymous'
  readonly tenant?: string
}

/** One request to the token endpoint. */
export interface TokenCall {
  readonly path: string
  readonly clientId: string
  readonly scope: string
  readonly hasSecret: boolean
  readonly at: number
  readonly outcome: 'ok' | string
}

/** A streamed message from its first piece on. */
export interface Stream {
  readonly id: string
  readonly conversation: string
  readonly message: Draft<Message>
  sequence: number
  /** What was streamed so far and has to stay. */
  text: string
  readonly begun: number
  lastAt: number
  end: 'open' | 'complete' | 'cancelled' | 'expired'
}

export type Draft<T> = { -readonly [K in keyof T]: T[K] }

/** All the fake knows; indexed so that no call has to walk over all messages. */
export interface State {
  readonly identity: Identity
  readonly origin: string
  readonly serviceUrl: string
  readonly options: Settings
  readonly calls: Draft<Call>[]
  readonly tokenCalls: TokenCall[]
  readonly issued: Set<string>
  readonly messages: Draft<Message>[]
  readonly byId: Map<string, Draft<Message>>
  readonly threads: Map<string, Draft<Message>[]>
  readonly streams: Map<string, Stream>
  readonly members: Map<string, Member>
  /** Conversations the bot cannot write into, with the error code it gets. */
  readonly closed: Map<string, string>
  readonly refusals: Refusal[]
  readonly breaches: Breach[]
  /** When something was sent, by conversation. */
  readonly sent: Map<string, number[]>
  readonly counter: { ids: number; clock: number }
}

/** How strict the fake is. */
export interface Settings {
  /** Answers 429 over 7 requests in 1 s, 8 in 2 s or 60 in 30 s to one conversation. */
  readonly enforceLimits: boolean
  /** Lets nobody in whose token is not from this fake's token endpoint. */
  readonly onlyIssuedTokens: boolean
}

export function openState(identity: Identity, serviceUrl: string, options: Settings): State {
  return {
    identity,
    origin: new URL(serviceUrl).origin,
    serviceUrl,
    options,
    calls: [],
    tokenCalls: [],
    issued: new Set(),
    messages: [],
    byId: new Map(),
    threads: new Map(),
    streams: new Map(),
    members: new Map(),
    closed: new Map(),
    refusals: [],
    breaches: [],
    sent: new Map(),
    counter: { ids: 0, clock: 0 },
  }
}

/** An id as Teams gives it to messages: the milliseconds since 1970, each only once. */
export function nextMessageId({ counter }: State): string {
  counter.clock = Math.max(Date.now(), counter.clock + 1)
  return String(counter.clock)
}

/** An id nobody has yet, such as `f:0000001F`. */
export function nextId({ counter }: State, prefix: string): string {
  counter.ids += 1
  return `${prefix}${counter.ids.toString(36).padStart(8, '0')}`
}

export function nowMs(): number {
  return performance.timeOrigin + performance.now()
}

/** Makes a message visible; one that only one person sees is in no thread. */
export function addMessage(state: State, message: Draft<Message>): Draft<Message> {
  state.messages.push(message)
  state.byId.set(toKey(message.conversation, message.id), message)
  if (message.targetedTo !== undefined) return message
  push(state.threads, message.conversation, message)
  // A post at the top of a channel begins a thread of its own.
  if (isChannelTop(message.conversation)) {
    push(state.threads, `${message.conversation};messageid=${message.id}`, message)
  }
  return message
}

/** A message of the bot; deleted ones are gone. */
export function findMessage(
  state: State,
  conversation: string,
  id: string,
): Draft<Message> | undefined {
  // A root can be named from its channel and from its own thread.
  const message =
    state.byId.get(toKey(conversation, id)) ??
    (conversation.endsWith(`;messageid=${id}`)
      ? state.byId.get(toKey(toBase(conversation), id))
      : undefined)
  return message?.deleted ? undefined : message
}

function toBase(conversation: string): string {
  return conversation.split(';')[0] ?? conversation
}

export type Scope = 'personal' | 'groupChat' | 'channel'

/** What kind of conversation an id stands for; undefined for what is no id of Teams. */
export function toScope(conversation: string): Scope | undefined {
  const base = toBase(conversation)
  if (base.startsWith('a:') || base.endsWith('@unq.gbl.spaces')) return 'personal'
  if (/^19:.+@thread\.(tacv2|skype)$/.test(base)) return 'channel'
  return /^19:.+@thread\.v2$/.test(base) ? 'groupChat' : undefined
}

function isChannelTop(conversation: string): boolean {
  return toScope(conversation) === 'channel' && !conversation.includes(';')
}

function toKey(conversation: string, id: string): string {
  return `${conversation} ${id}`
}

function push<T>(lists: Map<string, T[]>, key: string, value: T): void {
  const list = lists.get(key)
  if (list) list.push(value)
  else lists.set(key, [value])
}

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Objects of a list that may be none. */
export function toList(value: unknown): readonly Fields[] {
  return Array.isArray(value) ? value.filter(isFields) : []
}
