import {
  type Activity,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  ConfigurationServiceClientCredentialFactory,
  type ConversationReference,
  type InvokeResponse,
  TeamsActivityHandler,
  type TurnContext,
} from 'botbuilder'
import type { ServiceClientCredentialsFactory } from 'botframework-connector'
import * as mappers from 'botframework-connector/lib/connectorApi/models/mappers.js'
import type { TeamsSettings } from '../../src/config-chats.ts'
import { type Outcome, toRefusal } from './outcome.ts'
import { quietly } from './quiet.ts'
import { openTokens } from './tokens.ts'
import { isServedBy, openVerifier, type Verify } from './trust.ts'

/** An activity as it is sent; what botbuilder does not know is sent as well. */
export type Outgoing = Partial<Activity>

/** Where a message goes. */
export interface Target {
  readonly serviceUrl: string
  readonly place: 'personal' | 'groupChat' | 'channel'
  readonly conversation: string
  readonly tenant: string
  readonly bot: string
  readonly user: string
}

/** What the door does with a turn. */
interface Handling {
  /** Stores what is meant for us. @throws what makes the platform send it again */
  receive(): Promise<void>
  /** A button, a dialog, feedback: answered within the request; `undefined` for what the SDK may answer. */
  invoke(): Promise<InvokeAnswer | undefined>
  /** Told what went wrong, for the log. */
  onTrouble(error: unknown): void
}

export interface InvokeAnswer {
  readonly status: number
  readonly body?: object
}

/** What the platform is answered. */
interface Said {
  readonly status: number
  readonly body?: unknown
}

/** The door's half of Teams. All of botbuilder is in this file. */
export interface Botbuilder {
  readonly verify: Verify
  /** Runs the turn; 503 where it could not be stored, so that it is sent again. */
  run(request: Incoming, handling: Handling): Promise<Said>
  send(target: Target, activity: Outgoing): Promise<Outcome>
  /** Replaces a message; the same twice does no harm. */
  update(target: Target, id: string, activity: Outgoing): Promise<Outcome>
}

/** As much of a request as botbuilder reads. */
interface Incoming {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body?: unknown
}

/** A call that hangs is given up after this long, in milliseconds. */
const callMs = 10_000

/**
 * 4.23.3 drops every property of an entity but three: citations, the AI label and streams would never
 * arrive. This lets them through; `tests/teams` holds it on the wire.
 */
function mendEntities(): void {
  Object.assign(mappers.Entity.type, { additionalProperties: { type: { name: 'Object' } } })
}

export function openBotbuilder(settings: TeamsSettings): Botbuilder {
  mendEntities()
  const credentials = credentialsFor(settings)
  const auth = authentication(settings, credentials)
  const adapter = new CloudAdapter(auth)
  const within = (target: Target, work: (context: TurnContext) => Promise<string>) =>
    attempt(adapter, { settings, credentials, target, work })
  return {
    verify: openVerifier(settings, (header, body) =>
      auth.authenticateRequest(body as Activity, header),
    ),
    run: (request, handling) => quietly(() => run(adapter, request, handling)),
    send: (target, activity) =>
      within(target, async (context) => (await context.sendActivity(activity))?.id ?? ''),
    update: (target, id, activity) =>
      within(target, async (context) => {
        const { conversation } = context.activity
        await context.updateActivity({ ...activity, id, conversation })
        return id
      }),
  }
}

function authentication(settings: TeamsSettings, credentials: Credentials) {
  const { appId, loginUrl, openIdUrl } = settings
  const issuer = 'https://api.botframework.com'
  const configuration = {
    MicrosoftAppId: appId,
    ToBotFromChannelTokenIssuer: issuer,
    ToBotFromChannelOpenIdMetadataUrl: openIdUrl,
    ToBotFromEmulatorOpenIdMetadataUrl: openIdUrl,
    ToChannelFromBotLoginUrl: loginUrl,
    ToChannelFromBotOAuthScope: issuer,
  }
  return new ConfigurationBotFrameworkAuthentication(configuration, credentials)
}

interface Credentials extends ServiceClientCredentialsFactory {
  /** The token in use was refused. */
  drop(): void
}

function credentialsFor(settings: TeamsSettings): Credentials {
  const { appId, tenantId, identity } = settings
  if (identity.by === 'secret') return ownCredentials(settings)
  const MicrosoftAppType = identity.by === 'managed' ? 'UserAssignedMsi' : 'MultiTenant'
  const sdk = new ConfigurationServiceClientCredentialFactory({
    MicrosoftAppId: appId,
    MicrosoftAppTenantId: tenantId,
    MicrosoftAppType,
  })
  return Object.assign(sdk, { drop: () => undefined })
}

function ownCredentials(settings: TeamsSettings): Credentials {
  const tokens = openTokens(settings)
  return {
    isValidAppId: async (id) => id === settings.appId,
    isAuthenticationDisabled: async () => false,
    createCredentials: async () => ({
      signRequest: async (request) => {
        request.headers.set('Authorization', `Bearer ${await tokens.take()}`)
        return request
      },
    }),
    drop: tokens.drop,
  }
}

/** A response that keeps what the SDK wants to say; we say it, or not. */
async function run(adapter: CloudAdapter, request: Incoming, handling: Handling): Promise<Said> {
  const said: { status: number; body?: unknown } = { status: 200 }
  const response = {
    socket: undefined,
    status: (status: number) => {
      said.status = status
      return response
    },
    send: (body: unknown) => {
      said.body = body
      return response
    },
    header: () => response,
    end: () => response,
  }
  const handler = handlerFor(handling)
  const { body, headers } = request
  try {
    await adapter.process(
      { body: body as Record<string, unknown>, headers, method: 'POST' },
      response,
      (context) => handler.turn(context),
    )
  } catch (error) {
    handling.onTrouble(error)
    return { status: 503 }
  }
  return handler.failed() ? { status: 503 } : sayable(said)
}

// Where it fails, the SDK puts its own words into the body.
function sayable({ status, body }: Said): Said {
  if (status === 500) return { status: 503 }
  return typeof body === 'object' && body !== null ? { status, body } : { status }
}

interface Handler {
  turn(context: TurnContext): Promise<void>
  /** A turn that fails must not reach the SDK: it would print the error and send it out. */
  failed(): boolean
}

function handlerFor({ receive, invoke, onTrouble }: Handling): Handler {
  let hasFailed = false
  const bot = new TeamsActivityHandler()
  const sdk = Reflect.get(bot, 'onInvokeActivity').bind(bot)
  Object.assign(bot, {
    onInvokeActivity: async (context: TurnContext): Promise<InvokeResponse> =>
      (await invoke()) ?? (await sdk(context)),
  })
  bot.onTurn(async (context, next) => {
    if (context.activity.type !== 'invoke') await receive()
    await next()
  })
  return {
    failed: () => hasFailed,
    turn: async (context) => {
      try {
        await bot.run(context)
      } catch (error) {
        hasFailed = true
        onTrouble(error)
      }
    },
  }
}

interface Attempt {
  readonly settings: TeamsSettings
  readonly credentials: Credentials
  readonly target: Target
  readonly work: (context: TurnContext) => Promise<string>
}

async function attempt(adapter: CloudAdapter, attempted: Attempt): Promise<Outcome> {
  const { settings, credentials, target, work } = attempted
  // Checked on the way in; but what was stored may come from another configuration.
  if (!isServedBy(settings, target.serviceUrl))
    return { ok: false, status: 403, reason: 'service-not-allowed', waitMs: 0 }
  let id = ''
  try {
    await adapter.continueConversationAsync(
      settings.appId,
      referenceTo(target),
      async (context) => {
        tame(context, adapter.ConnectorClientKey)
        id = await work(context)
      },
    )
    return { ok: true, id }
  } catch (error) {
    const refusal = toRefusal(error)
    if (refusal.status === 401) credentials.drop()
    return refusal
  }
}

interface Pipeline {
  removePolicy(policy: { readonly name: string }): void
  addPolicy(policy: {
    readonly name: string
    sendRequest<T>(request: object, next: (request: object) => T): T
  }): void
}

/**
 * Who waits and tries again is decided in one place: send.ts. The SDK's own repeats make doubles, heed
 * nobody's pace and cannot be stopped; its option against them is read by nobody, and it waits for ever.
 */
function tame(context: TurnContext, key: symbol): void {
  const connector: { readonly client: { readonly pipeline: Pipeline } } = context.turnState.get(key)
  const { pipeline } = connector.client
  pipeline.removePolicy({ name: 'defaultRetryPolicy' })
  pipeline.addPolicy({
    name: 'timeout',
    sendRequest: (request, next) => next(Object.assign(request, { timeout: callMs })),
  })
}

function referenceTo(target: Target): Partial<ConversationReference> {
  const { serviceUrl, place, conversation, tenant, bot, user } = target
  return {
    channelId: 'msteams',
    serviceUrl,
    bot: { id: bot, name: '' },
    user: { id: user, name: '' },
    conversation: {
      id: conversation,
      tenantId: tenant,
      name: '',
      isGroup: place !== 'personal',
      conversationType: place,
    },
  }
}
