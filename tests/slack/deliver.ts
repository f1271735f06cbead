import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import http from 'node:http'
import { readBody } from './body.ts'

/** What the app answered. */
export interface Delivered {
  readonly status: number
  readonly body: string
  readonly ms: number
  readonly headers: http.IncomingHttpHeaders
}

/** How a request differs from a first, honest one. */
export interface DeliverOptions {
  /** `X-Slack-Retry-Num`, from 1. */
  readonly retry?: number
  readonly reason?: string
  /** Seconds since 1970. */
  readonly timestamp?: number
  /** In place of the right one. */
  readonly signature?: string
  readonly secret?: string
  /** Changes the body after it was signed. */
  readonly tamper?: (body: string) => string
  readonly contentType?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly timeoutMs?: number
}

/** Where requests go and with which connections. */
export interface Route {
  readonly url: string
  readonly secret: string
  readonly agent: http.Agent
}

function toSignature(secret: string, timestamp: number, body: string): string {
  return `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex')}`
}

/** Sends one signed request as Slack does. */
export async function sendSigned(
  route: Route,
  body: string,
  options: DeliverOptions,
): Promise<Delivered> {
  const begun = performance.now()
  const sent = options.tamper ? options.tamper(body) : body
  const request = http.request(route.url, {
    method: 'POST',
    agent: route.agent,
    headers: {
      ...toHeaders(route.secret, body, options),
      'content-length': Buffer.byteLength(sent),
    },
    ...(options.timeoutMs === undefined ? {} : { signal: AbortSignal.timeout(options.timeoutMs) }),
  })
  request.end(sent)
  const [response] = await once(request, 'response')
  const text = await readBody(response)
  const ms = performance.now() - begun
  return { status: response.statusCode, body: text, ms, headers: response.headers }
}

function toHeaders(secret: string, body: string, options: DeliverOptions): Record<string, string> {
  const timestamp = options.timestamp ?? Math.floor(Date.now() / 1000)
  const signature = options.signature ?? toSignature(options.secret ?? secret, timestamp, body)
  return {
    'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
    accept: '*/*',
    'content-type': options.contentType ?? 'application/json',
    'x-slack-request-timestamp': String(timestamp),
    'x-slack-signature': signature,
    ...(options.retry === undefined ? {} : { 'x-slack-retry-num': String(options.retry) }),
    ...(options.reason === undefined ? {} : { 'x-slack-retry-reason': options.reason }),
    ...options.headers,
  }
}

export interface RetryOptions {
  /** How long the app may take; Slack gives it 3 s. */
  readonly timeoutMs?: number
  /** Shortens the waits of 0 s, 60 s and 300 s; 0.001 unless told. */
  readonly factor?: number
}

/** One try of a delivery that is repeated. */
export interface Try {
  readonly retry: number
  readonly reason?: string
  readonly delivered?: Delivered
}

const WAITS_MS = [0, 60_000, 300_000]

/** Sends until the app answers 2xx, forbids repeats or has been asked four times. */
export async function sendWithRetries(
  send: (options: DeliverOptions) => Promise<Delivered>,
  { timeoutMs = 3_000, factor = 0.001 }: RetryOptions,
): Promise<readonly Try[]> {
  const tries: Try[] = []
  let reason: string | undefined
  for (const retry of [0, 1, 2, 3]) {
    const wait = WAITS_MS[retry - 1] ?? 0
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait * factor))
    const mark = reason === undefined ? {} : { retry, reason }
    const result = await attempt(() => send({ timeoutMs, ...mark }))
    tries.push({ retry, ...mark, ...(typeof result === 'string' ? {} : { delivered: result }) })
    if (typeof result !== 'string' && !isRepeated(result)) return tries
    reason = typeof result === 'string' ? result : 'http_error'
  }
  return tries
}

function isRepeated({ status, headers }: Delivered): boolean {
  return (status < 200 || status > 299) && headers['x-slack-no-retry'] !== '1'
}

/** The answer, or Slack's name for the reason there is none. */
async function attempt(send: () => Promise<Delivered>): Promise<Delivered | string> {
  try {
    return await send()
  } catch (error) {
    const isTimeout = error instanceof Error && error.name === 'AbortError'
    return isTimeout ? 'http_timeout' : 'connection_failed'
  }
}
