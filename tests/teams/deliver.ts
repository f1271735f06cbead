import { once } from 'node:events'
import http from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'

/** What the app answered. */
export interface Delivered {
  readonly status: number
  readonly body: string
  readonly ms: number
  readonly headers: http.IncomingHttpHeaders
}

/** How a request differs from a first, honest one. */
export interface DeliverOptions {
  /** In place of a valid token; `null` sends no `Authorization` at all. */
  readonly token?: string | null
  readonly headers?: Readonly<Record<string, string>>
  /** In place of the activity, such as something that is not JSON. */
  readonly rawBody?: string
  readonly timeoutMs?: number
}

/** Where activities go and with which connections. */
export interface Route {
  readonly url: string
  readonly agent: http.Agent
}

/** Sends one activity as Azure Bot Service does. */
export async function sendActivity(
  route: Route,
  activity: object,
  options: DeliverOptions,
): Promise<Delivered> {
  const begun = performance.now()
  const body = options.rawBody ?? JSON.stringify(activity)
  const request = http.request(route.url, {
    method: 'POST',
    agent: route.agent,
    headers: { ...toHeaders(options), 'content-length': Buffer.byteLength(body) },
    ...(options.timeoutMs === undefined ? {} : { signal: AbortSignal.timeout(options.timeoutMs) }),
  })
  request.end(body)
  const [response] = await once(request, 'response')
  const chunks: Buffer[] = []
  for await (const chunk of response) chunks.push(chunk)
  const text = Buffer.concat(chunks).toString('utf8')
  const ms = performance.now() - begun
  return { status: response.statusCode, body: text, ms, headers: response.headers }
}

function toHeaders({ token, headers }: DeliverOptions): Record<string, string> {
  return {
    'user-agent': 'Microsoft-SkypeBotApi (Microsoft-BotFramework/3.0)',
    'content-type': 'application/json; charset=utf-8',
    accept: '*/*',
    ...(typeof token === 'string' ? { authorization: `Bearer ${token}` } : {}),
    ...headers,
  }
}

export interface RetryOptions extends DeliverOptions {
  /** How often it is sent again, two times unless told. */
  readonly repeats?: number
  /** Shortens the wall of 15 s and the waits between; 0.1 unless told. */
  readonly factor?: number
}

/** One try of a delivery; without an answer in time the channel gets a 504. */
export interface Try {
  readonly status: number
  readonly reason?: 'timeout' | 'connection-failed'
  readonly delivered?: Delivered
}

const WALL_MS = 15_000
const WAIT_MS = 1_000
const GATEWAY_TIMEOUT = 504
const BAD_GATEWAY = 502

/** Sends until the app answers below 500 or has been asked often enough: at least once, not once. */
export async function sendWithRetries(
  send: (options: DeliverOptions) => Promise<Delivered>,
  { repeats = 2, factor = 0.1, ...options }: RetryOptions,
): Promise<readonly Try[]> {
  const tries: Try[] = []
  for (let repeat = 0; repeat <= repeats; repeat += 1) {
    if (repeat > 0) await sleep(WAIT_MS * factor)
    const result = await attempt(() => send({ timeoutMs: WALL_MS * factor, ...options }))
    tries.push(result)
    if (result.status < 500) return tries
  }
  return tries
}

async function attempt(send: () => Promise<Delivered>): Promise<Try> {
  try {
    const delivered = await send()
    return { status: delivered.status, delivered }
  } catch (error) {
    const isTimeout = error instanceof Error && error.name === 'AbortError'
    return isTimeout
      ? { status: GATEWAY_TIMEOUT, reason: 'timeout' }
      : { status: BAD_GATEWAY, reason: 'connection-failed' }
  }
}
