import { once } from 'node:events'
import http from 'node:http'
import { type Exchange, serveConnector } from './connector.ts'
import {
  type Delivered,
  type DeliverOptions,
  type RetryOptions,
  type Route,
  sendActivity,
  sendWithRetries,
  type Try,
} from './deliver.ts'
import { findDuplicates } from './duplicates.ts'
import { type Fault, type Faults, type Faulty, openFaults } from './faults.ts'
import {
  type Breach,
  type Call,
  type Identity,
  type Member,
  type Message,
  nextId,
  nextMessageId,
  openState,
  type Refusal,
  type Settings,
  type State,
  type TokenCall,
} from './state.ts'
import { endStream } from './streams.ts'
import { serveToken, TOKEN_PATH } from './token-endpoint.ts'
import { type Keys, openKeys, type TokenKind } from './tokens.ts'

/** Teams on this machine: it sends the real botbuilder what Teams would send and answers it. */
export interface FakeTeams extends Identity {
  /** `http://127.0.0.1:<port>/…`: where the bot answers, and a claim in each token. */
  readonly serviceUrl: string
  /** For `ToBotFromChannelOpenIdMetadataUrl`. */
  readonly openIdUrl: string
  /** Where the bot can get a token for its own calls. */
  readonly tokenUrl: string
  readonly calls: readonly Call[]
  readonly tokenCalls: readonly TokenCall[]
  /** What the bot posted, oldest first, also what is deleted or for one person only. */
  readonly messages: readonly Message[]
  /** What Teams would have refused and why. */
  readonly refusals: readonly Refusal[]
  readonly breaches: readonly Breach[]
  callsOf(operation: Call['operation']): readonly Call[]
  /** What everybody in this conversation sees of the bot, oldest first. */
  thread(conversation: string): readonly Message[]
  /** Groups of messages that say the same in answer to the same. */
  duplicatesOf(conversation?: string): readonly (readonly Message[])[]
  /** The next calls of this kind get these faults, one each. */
  fault(operation: Faulty, ...faults: readonly Fault[]): void
  everyNth(operation: Faulty, n: number, fault: Fault): void
  /** Where activities go, such as `http://127.0.0.1:3978/api/messages`. */
  connect(messagesUrl: string): void
  token(kind?: TokenKind, over?: object): string
  deliver(activity: object, options?: DeliverOptions): Promise<Delivered>
  /** Delivers the way Azure Bot Service does: again after a timeout or a 5xx. */
  deliverWithRetries(activity: object, options?: RetryOptions): Promise<readonly Try[]>
  addMember(member: Member): void
  /** From now on the bot gets 403 with this code there. */
  closeConversation(conversation: string, code?: string): void
  /** Ends a stream as a person does with the stop button. */
  cancelStream(streamId: string): void
  /** Ends a stream as if two minutes had passed. */
  expireStream(streamId: string): void
  nextId(prefix: string): string
  nextMessageId(): string
  close(): Promise<void>
}

export interface FakeOptions extends Partial<Settings> {
  /** What the service's address has after the port, such as `emea/`; nothing unless told. */
  readonly path?: string
}

const IDENTITY: Identity = {
  appId: '5f0c0000-1111-4222-8333-444455556666',
  appPassword: 'geheim~nur-zum-testen',
  tenant: '72f988bf-0000-41af-91ab-2d7cd011db47',
  botId: '28:5f0c0000-1111-4222-8333-444455556666',
  botName: 'Sturmlotse',
  issuer: 'https://api.botframework.com',
}

/** Opens a fake Teams on a free port of 127.0.0.1. */
export async function openFakeTeams(options: FakeOptions = {}): Promise<FakeTeams> {
  const { path = '', enforceLimits = false, onlyIssuedTokens = false } = options
  const server = http.createServer({ keepAliveTimeout: 60_000 })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/`
  const serviceUrl = `${origin}${path}`
  const state = openState(IDENTITY, serviceUrl, { enforceLimits, onlyIssuedTokens })
  const { appId: audience, issuer, tenant } = IDENTITY
  const keys = await openKeys({ issuer, audience, serviceUrl })
  const faults = openFaults()
  const agent = new http.Agent({ keepAlive: true })
  server.on('request', (request, response) => {
    // A caller that hangs up in the middle of its request gets no answer.
    serve({ state, faults, keys }, { request, response }).catch(() => response.destroy())
  })
  return {
    ...IDENTITY,
    serviceUrl,
    openIdUrl: `${origin}.well-known/openidconfiguration`,
    tokenUrl: `${origin}${tenant}/oauth2/v2.0/token`,
    ...toRecords(state),
    ...toStage(state),
    ...toDeliveries(keys, agent),
    fault: (operation, ...list) => faults.add(operation, list),
    everyNth: faults.everyNth,
    token: (kind = 'valid', over) => keys.sign(kind, over),
    async close() {
      const closed = once(server, 'close')
      agent.destroy()
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}

interface Parts {
  readonly state: State
  readonly faults: Faults
  readonly keys: Keys
}

async function serve({ state, faults, keys }: Parts, exchange: Exchange): Promise<void> {
  const { request, response } = exchange
  const [path = ''] = (request.url ?? '').split('?')
  if (path === '/.well-known/openidconfiguration') {
    sendJson(response, { issuer: state.identity.issuer, jwks_uri: `${state.origin}/keys` })
  } else if (path === '/keys') sendJson(response, keys.jwks)
  else if (TOKEN_PATH.test(path)) await serveToken(state, request, response)
  else await serveConnector(state, faults, exchange)
}

function sendJson(response: http.ServerResponse, body: object): void {
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}

type Records = Pick<
  FakeTeams,
  | 'calls'
  | 'tokenCalls'
  | 'messages'
  | 'refusals'
  | 'breaches'
  | 'callsOf'
  | 'thread'
  | 'duplicatesOf'
>

function toRecords(state: State): Records {
  const { calls, tokenCalls, messages, refusals, breaches } = state
  return {
    calls,
    tokenCalls,
    messages,
    refusals,
    breaches,
    callsOf: (operation) => calls.filter((call) => call.operation === operation),
    thread: (conversation) =>
      (state.threads.get(conversation) ?? []).filter((message) => !message.deleted),
    duplicatesOf: (conversation) => findDuplicates(messages, conversation),
  }
}

type Stage = Pick<
  FakeTeams,
  'addMember' | 'closeConversation' | 'cancelStream' | 'expireStream' | 'nextId' | 'nextMessageId'
>

function toStage(state: State): Stage {
  return {
    addMember: (member) => void state.members.set(member.id, member),
    closeConversation: (conversation, code = 'BotNotInConversationRoster') =>
      void state.closed.set(conversation, code),
    cancelStream: (id) => endStream(state, id, 'cancelled'),
    expireStream: (id) => endStream(state, id, 'expired'),
    nextId: (prefix) => nextId(state, prefix),
    nextMessageId: () => nextMessageId(state),
  }
}

type Deliveries = Pick<FakeTeams, 'connect' | 'deliver' | 'deliverWithRetries'>

function toDeliveries(keys: Keys, agent: http.Agent): Deliveries {
  let messagesUrl: string | undefined
  function route(): Route {
    if (messagesUrl === undefined) throw new Error('Call connect(messagesUrl) before delivering.')
    return { url: messagesUrl, agent }
  }
  async function deliver(activity: object, options: DeliverOptions = {}): Promise<Delivered> {
    return sendActivity(route(), activity, { token: keys.sign('valid'), ...options })
  }
  return {
    connect(url) {
      messagesUrl = url
    },
    deliver,
    deliverWithRetries: (activity, options = {}) =>
      sendWithRetries((each) => deliver(activity, each), options),
  }
}
