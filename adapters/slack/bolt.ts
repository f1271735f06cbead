import { App, ExpressReceiver, type Logger, LogLevel, SocketModeReceiver } from '@slack/bolt'
import type { Router } from 'express'
import type { SlackSettings } from '../../src/config-chats.ts'
import type { Log } from '../../src/log.ts'
import { type Api, type Outcome, type Refusal, refusedToken } from './api.ts'
import type { Self } from './inbound.ts'
import { openLink } from './link.ts'

/** What came in, as every receiver of Bolt's hands it over. */
export interface Incoming {
  readonly body: unknown
  ack(response?: unknown): Promise<void>
}

/** Dealt with here; for the listeners; not for us and refused. */
export type Way = 'handled' | 'pass' | 'foreign' | 'malformed'

/** A dialog stays open with what is wrong, by field, or shows the next view. */
export type ViewAnswer =
  | { readonly response_action: 'errors'; readonly errors: Record<string, string> }
  | { readonly response_action: 'update'; readonly view: object }

/** What the door does with what came in. */
interface Handling {
  /**
   * Before anything of Bolt's runs, because Bolt acknowledges before its middleware.
   *
   * @throws what makes the receiver answer with an error, so that Slack sends it again
   */
  receive(incoming: Incoming): Promise<Way>
  /** A button, or a choice in a menu; acknowledged. */
  onAction(body: unknown): Promise<void>
  /** A shortcut on a message; acknowledged. */
  onShortcut(body: unknown): Promise<void>
  /** A dialog was sent; gives what Slack is to do with it but closing it. */
  onView(body: unknown): Promise<ViewAnswer | undefined>
  /** Somebody opened our tabs. */
  onHome(event: unknown): Promise<void>
}

/** The door's half of Slack. All of `@slack/bolt` is in this file. */
export interface Bolt {
  readonly api: Api
  /** Takes signed requests; missing in Socket Mode. */
  readonly router?: Router
  /** @throws ConfigError (`bad-config`) when Slack refuses the token of the socket; the signal's reason */
  start(self: Self, handling: Handling, signal?: AbortSignal): Promise<void>
  stop(): Promise<void>
}

/** How long one call may take, in milliseconds. */
const callMs = 10_000

/** Who waits and tries again is decided by us: in send.ts, and for the socket in link.ts. */
const once = { retryConfig: { retries: 0 }, rejectRateLimitedCalls: true, timeout: callMs }

/** Makes the SDK's objects; nothing is sent before `start`, except through `api`. */
export function openBolt(settings: SlackSettings, makeRouter: () => Router, log?: Log): Bolt {
  const clientOptions = { ...once, slackApiUrl: settings.apiUrl }
  const logger = quietLogger(log)
  const { receiver, router, link } = openReceiver(settings, makeRouter, { logger, log })
  let self: Self | undefined
  const app = new App({
    receiver,
    clientOptions,
    logger,
    convoStore: false,
    // Ours rather than Bolt's: that one keeps a failed first look for ever.
    authorize: async () => ({
      botToken: settings.botToken,
      ...(self ? { botId: self.botId, botUserId: self.botUser, teamId: self.team } : {}),
    }),
  })
  return {
    api: (method, args) => call(app, { method, args, token: settings.botToken }),
    ...(router ? { router } : {}),
    start: async (found, handling, signal) => {
      self = found
      listen(app, handling)
      await link?.start(signal).catch((error: unknown) => {
        throw signal?.aborted ? error : refusedToken('SLACK_APP_TOKEN', toRefusal(error).reason)
      })
    },
    stop: async () => link?.stop(),
  }
}

function openReceiver(
  settings: SlackSettings,
  makeRouter: () => Router,
  { logger, log }: { readonly logger: Logger; readonly log: Log | undefined },
) {
  const { events, apiUrl } = settings
  if (events.by === 'socket') {
    const clientOptions = { ...once, slackApiUrl: apiUrl }
    const { appToken } = events
    // What is refused must not come again; what could not be stored must.
    const processEventErrorHandler = async ({ error }: { readonly error: Error }) => {
      log?.warn({ status: statusOf(error) }, 'slack event not taken')
      return statusOf(error) < 500
    }
    const given = {
      appToken,
      logger,
      installerOptions: { clientOptions },
      processEventErrorHandler,
    }
    const receiver = new SocketModeReceiver({ ...given, autoReconnectEnabled: false })
    const link = openLink(receiver.client, {
      refusalOf: toRefusal,
      onTrouble: ({ reason }) => log?.warn({ reason }, 'slack socket away'),
    })
    return { receiver, link }
  }
  const router = makeRouter()
  const { signingSecret } = events
  const processEventErrorHandler: ErrorHandler = async ({ error, response }) => {
    log?.warn({ status: statusOf(error) }, 'slack event not taken')
    if (!response.headersSent) response.writeHead(statusOf(error)).end()
    return false
  }
  const receiver = new ExpressReceiver({ signingSecret, router, logger, processEventErrorHandler })
  return { receiver, router }
}

const statuses = { foreign: 403, malformed: 400 } as const

function refusal(way: keyof typeof statuses): Error {
  return Object.assign(new Error(`slack event ${way}`), { status: statuses[way] })
}

function statusOf(error: unknown): number {
  const { status } = error as { readonly status?: unknown }
  return typeof status === 'number' ? status : 500
}

type ErrorHandler = NonNullable<
  ConstructorParameters<typeof ExpressReceiver>[0]['processEventErrorHandler']
>

function listen(app: App, handling: Handling): void {
  const pass = app.processEvent.bind(app)
  app.processEvent = async (given) => {
    const event = { ...given, body: withoutNulls(given.body) }
    const { body } = event
    const way = await handling.receive({
      body,
      ack: async (response) => void (await event.ack(response)),
    })
    if (way === 'pass') await pass(event)
    if (way === 'foreign' || way === 'malformed') throw refusal(way)
  }
  app.action(/./, async ({ ack, body }) => {
    await ack()
    await handling.onAction(body)
  })
  app.shortcut(/./, async ({ ack, body }) => {
    await ack()
    await handling.onShortcut(body)
  })
  app.view(/./, async ({ ack, body }) => {
    const answer = await handling.onView(body)
    // Views are ours, not the SDK's: Slack says when one is wrong.
    const given: Parameters<typeof ack>[0] = answer && JSON.parse(JSON.stringify(answer))
    await (given ? ack(given) : ack())
  })
  app.event('app_home_opened', ({ event }) => handling.onHome(event))
  app.error(async (error) => {
    throw error
  })
}

/** Slack writes `null` where something is missing, in one event or another; for us it is missing. */
function withoutNulls<T>(value: T): T {
  const kept = (_: string, part: unknown) => (part === null ? undefined : part)
  return JSON.parse(JSON.stringify(value, kept) ?? 'null')
}

interface Call {
  readonly method: string
  readonly args: Readonly<Record<string, unknown>>
  readonly token: string
}

async function call(app: App, { method, args, token }: Call): Promise<Outcome> {
  try {
    const data = await app.client.apiCall(method, { ...args, token })
    return { ok: true, data: { ...data } }
  } catch (error) {
    return toRefusal(error)
  }
}

/** Slack's words for what may be gone in a moment. */
const passing = new Set([
  'internal_error',
  'fatal_error',
  'service_unavailable',
  'request_timeout',
  'ratelimited',
  'rate_limited',
  'team_added_to_org',
])

/** @see `@slack/web-api` `errors.ts` for the shapes */
function toRefusal(error: unknown): Refusal {
  const { code, data, retryAfter, statusCode } = (error ?? {}) as {
    readonly code?: string
    readonly data?: { readonly error?: string; readonly needed?: string }
    readonly retryAfter?: number
    readonly statusCode?: number
  }
  const outcome = { ok: false, waitMs: 0, isTransient: true, mayHaveWorked: false } as const
  if (code === 'slack_webapi_rate_limited_error') {
    return { ...outcome, reason: 'ratelimited', waitMs: (retryAfter ?? 1) * 1000 }
  }
  if (code === 'slack_webapi_platform_error') {
    const reason = data?.error ?? 'unknown'
    // Not a word of Slack's: something between us speaks.
    if (!/^[\w.:-]{1,80}$/.test(reason))
      return { ...outcome, reason: 'unreadable', mayHaveWorked: true }
    const isTransient = passing.has(reason)
    const refusal = { ...outcome, reason, isTransient, mayHaveWorked: isTransient }
    return data?.needed ? { ...refusal, needed: data.needed } : refusal
  }
  if (code === 'slack_webapi_http_error') {
    const isServer = (statusCode ?? 500) >= 500
    return {
      ...outcome,
      reason: `http_${statusCode}`,
      isTransient: isServer,
      mayHaveWorked: isServer,
    }
  }
  // The connection broke or took too long: nobody knows how far the call came.
  return { ...outcome, reason: 'unreachable', mayHaveWorked: true }
}

/** Bolt writes requests and answers into its log; of ours it gets no more than its own codes. */
function quietLogger(log?: Log): Logger {
  const codes = (parts: readonly unknown[]) => /\bslack_[a-z_]+\b/.exec(parts.join(' '))?.[0]
  return {
    debug: () => undefined,
    info: () => undefined,
    warn: (...parts) => log?.warn({ code: codes(parts) }, 'slack sdk warns'),
    error: (...parts) => log?.error({ code: codes(parts) }, 'slack sdk failed'),
    setLevel: () => undefined,
    getLevel: () => LogLevel.WARN,
    setName: () => undefined,
  }
}
