import { once } from 'node:events'
import http from 'node:http'
import { type Exchange, serveCall } from './api.ts'
import {
  type Delivered,
  type DeliverOptions,
  type RetryOptions,
  type Route,
  sendSigned,
  sendWithRetries,
  type Try,
} from './deliver.ts'
import { type Fault, type Faults, openFaults } from './faults.ts'
import { serveUpload } from './methods/files.ts'
import { observe } from './observe.ts'
import { newResponseUrl, serveResponse } from './responses.ts'
import { type Acked, openSockets, type SocketOptions, type Sockets } from './socket.ts'
import {
  type Call,
  type ChannelSettings,
  findThread,
  type Identity,
  type Message,
  nextId,
  nextTs,
  openState,
  type ResponseTarget,
  type SharedFile,
  type State,
  type UserSettings,
  type ViewCall,
} from './state.ts'

/** Slack on this machine: it answers the real SDK and sends it what Slack would send. */
export interface FakeSlack extends Identity {
  /** For `clientOptions.slackApiUrl`. */
  readonly apiUrl: string
  readonly calls: readonly Call[]
  readonly messages: readonly Message[]
  readonly views: readonly ViewCall[]
  /** What was sent to `response_url` addresses. */
  readonly responses: readonly { readonly url: string; readonly body: unknown }[]
  readonly uploads: ReadonlyMap<string, SharedFile>
  callsOf(method: string): readonly Call[]
  /** The root and its replies, oldest first, without ephemeral and deleted ones. */
  thread(channel: string, ts: string): readonly Message[]
  addUser(user: UserSettings): void
  addChannel(channel: ChannelSettings): void
  /** The next calls of this method get these faults, one each. */
  fault(method: string, ...faults: readonly Fault[]): void
  everyNth(method: string, n: number, fault: Fault): void
  /** Where signed requests go, such as `http://127.0.0.1:3978/slack/events`. */
  connect(eventsUrl: string): void
  deliver(payload: object, options?: DeliverOptions): Promise<Delivered>
  /** Any body at all, signed. */
  deliverRaw(body: string, options?: DeliverOptions): Promise<Delivered>
  deliverForm(
    fields: Readonly<Record<string, string>>,
    options?: DeliverOptions,
  ): Promise<Delivered>
  /** Delivers an event the way Slack does: up to three repeats after a failure. */
  deliverWithRetries(payload: object, options?: RetryOptions): Promise<readonly Try[]>
  socketConnections(): number
  untilConnected(count?: number, timeoutMs?: number): Promise<void>
  deliverBySocket(payload: object, options?: SocketOptions): Promise<Acked>
  dropSockets(kind?: 'disconnect-message' | 'cut'): void
  /** Ends every open stream as Slack does after some idle minutes. */
  closeStreamsAsIdle(): void
  /** Ends a stream as a person does with the stop button. */
  stopStream(channel: string, ts: string): void
  nextTs(): string
  nextId(prefix: string): string
  /** A trigger for one view within three seconds. */
  newTrigger(): string
  /** Makes all triggers as old as if three seconds had passed. */
  expireTriggers(): void
  newResponseUrl(target: ResponseTarget): string
  close(): Promise<void>
}

export interface FakeOptions {
  /** Granted scopes of the bot's token. */
  readonly scopes?: readonly string[]
  readonly team?: string
}

const SCOPES = [
  'app_mentions:read',
  'assistant:write',
  'channels:history',
  'channels:read',
  'chat:write',
  'commands',
  'files:write',
  'groups:history',
  'groups:read',
  'im:history',
  'im:read',
  'im:write',
  'pins:write',
  'reactions:read',
  'reactions:write',
  'users:read',
]

const TRIGGER_MS = 3_000

/** Opens a fake Slack on a free port of 127.0.0.1. */
export async function openFakeSlack(options: FakeOptions = {}): Promise<FakeSlack> {
  const server = http.createServer({ keepAliveTimeout: 60_000 })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : 0
  const state = openState({
    identity: toIdentity(options),
    origin: `http://127.0.0.1:${port}`,
    scopes: options.scopes ?? SCOPES,
  })
  const faults = openFaults()
  const sockets = openSockets(state)
  const agent = new http.Agent({ keepAlive: true })
  server.on('upgrade', sockets.upgrade)
  server.on('request', (request, response) => {
    // A caller that hangs up in the middle of its request gets no answer.
    serve(state, faults, { request, response }).catch(() => response.destroy())
  })
  return {
    ...state.identity,
    apiUrl: `${state.origin}/api/`,
    ...toRecords(state),
    ...toStage(state),
    ...toIssues(state),
    ...toDeliveries(state, sockets, agent),
    fault: (method, ...list) => faults.add(method, list),
    everyNth: faults.everyNth,
    async close() {
      const closed = once(server, 'close')
      sockets.close()
      agent.destroy()
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}

async function serve(
  state: State,
  faults: Faults,
  { request, response }: Omit<Exchange, 'name'>,
): Promise<void> {
  const [, root, name = ''] = (request.url ?? '').split(/[/?]/)
  if (root === 'api') await serveCall(state, faults, { request, response, name })
  else if (root === 'response') await serveResponse(state, request, response)
  else if (root === 'upload') await serveUpload(state, name, { request, response })
  else response.writeHead(404).end()
}

type Records = Pick<
  FakeSlack,
  'calls' | 'messages' | 'views' | 'responses' | 'uploads' | 'callsOf' | 'thread'
>

function toRecords(state: State): Records {
  return {
    calls: state.calls,
    messages: state.messages,
    views: state.views,
    responses: state.responses,
    uploads: state.uploads,
    callsOf: (method) => state.callsByMethod.get(method) ?? [],
    thread: (channel, ts) => findThread(state, channel, ts),
  }
}

type Stage = Pick<FakeSlack, 'addUser' | 'addChannel' | 'closeStreamsAsIdle' | 'stopStream'>

function toStage(state: State): Stage {
  return {
    addUser: (user) => void state.users.set(user.id, user),
    addChannel: (channel) => void state.channels.set(channel.id, channel),
    closeStreamsAsIdle: () => closeStreams(state),
    stopStream: (channel, ts) => stopStream(state, channel, ts),
  }
}

type Issues = Pick<
  FakeSlack,
  'nextTs' | 'nextId' | 'newTrigger' | 'expireTriggers' | 'newResponseUrl'
>

function toIssues(state: State): Issues {
  return {
    nextTs: () => nextTs(state),
    nextId: (prefix) => nextId(state, prefix),
    newTrigger: () => newTrigger(state),
    expireTriggers() {
      for (const trigger of state.triggers.values()) trigger.until = 0
    },
    newResponseUrl: (target) => newResponseUrl(state, target),
  }
}

type Deliveries = Pick<
  FakeSlack,
  | 'connect'
  | 'deliver'
  | 'deliverRaw'
  | 'deliverForm'
  | 'deliverWithRetries'
  | 'socketConnections'
  | 'untilConnected'
  | 'deliverBySocket'
  | 'dropSockets'
>

function toDeliveries(state: State, sockets: Sockets, agent: http.Agent): Deliveries {
  let eventsUrl: string | undefined
  function route(): Route {
    if (eventsUrl === undefined) throw new Error('Call connect(eventsUrl) before delivering.')
    return { url: eventsUrl, secret: state.identity.signingSecret, agent }
  }
  return {
    connect(url) {
      eventsUrl = url
    },
    async deliver(payload, how = {}) {
      observe(state, payload)
      return sendSigned(route(), JSON.stringify(payload), how)
    },
    deliverRaw: (body, how = {}) => sendSigned(route(), body, how),
    async deliverForm(fields, how = {}) {
      return sendSigned(route(), new URLSearchParams(fields).toString(), { ...FORM, ...how })
    },
    async deliverWithRetries(payload, how = {}) {
      observe(state, payload)
      const body = JSON.stringify(payload)
      return sendWithRetries((each) => sendSigned(route(), body, each), how)
    },
    socketConnections: sockets.count,
    untilConnected: (count = 1, timeoutMs = 120_000) => sockets.untilConnected(count, timeoutMs),
    async deliverBySocket(payload, how = {}) {
      observe(state, payload)
      return sockets.deliver(payload, how)
    },
    dropSockets: (kind = 'disconnect-message') => sockets.drop(kind),
  }
}

const FORM = { contentType: 'application/x-www-form-urlencoded' }

function toIdentity({ team = 'T0STADT01' }: FakeOptions): Identity {
  return {
    team,
    appId: 'A0STURM01',
    botUser: 'U0LOTSE01',
    botId: 'B0LOTSE01',
    signingSecret: '8f742231b10e8888abcd99yyyzzz85a5',
    botToken: 'xoxb-0000000000-0000000000-fake',
    appToken: 'xapp-1-A0STURM01-0000000000-fake',
  }
}

function newTrigger(state: State): string {
  const id = `${nextId(state, '')}.${state.identity.team}.trigger`
  state.triggers.set(id, { until: Date.now() + TRIGGER_MS, used: false })
  return id
}

function closeStreams(state: State): void {
  for (const message of state.openStreams) message.stream = 'idle'
  state.openStreams.clear()
}

function stopStream(state: State, channel: string, ts: string): void {
  for (const message of state.openStreams) {
    if (message.channel !== channel || message.ts !== ts) continue
    message.stream = 'stopped'
    state.openStreams.delete(message)
  }
}
