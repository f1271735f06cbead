import type http from 'node:http'
import type { Duplex } from 'node:stream'
import { type RawData, WebSocket, WebSocketServer } from 'ws'
import { isFields, parseJson } from './body.ts'
import { nextId, type State } from './state.ts'

/** What Slack wraps a payload in. */
export interface SocketOptions {
  /** Read off the payload unless told. */
  readonly type?: 'events_api' | 'slash_commands' | 'interactive'
  /** 0 unless told: Slack counts the first delivery of an event too. */
  readonly retryAttempt?: number
  readonly retryReason?: string
  readonly envelopeId?: string
  /** Slack gives it 3 s; here a minute unless told, so that a busy machine loses nothing. */
  readonly timeoutMs?: number
}

export interface Acked {
  readonly ackMs: number
  readonly payload?: unknown
}

/** The end of Socket Mode that Slack holds. */
export interface Sockets {
  upgrade(request: http.IncomingMessage, socket: Duplex, head: Buffer): void
  count(): number
  /** Waits until so many connections are open. */
  untilConnected(count: number, timeoutMs: number): Promise<void>
  deliver(payload: object, options: SocketOptions): Promise<Acked>
  drop(kind: 'disconnect-message' | 'cut'): void
  close(): void
}

type Wake = () => void

export function openSockets(state: State): Sockets {
  const server = new WebSocketServer({ noServer: true })
  const acks = new Map<string, (payload: unknown) => void>()
  const wakes = new Set<Wake>()
  const pings = keepAlive(server)
  /** Told to go; Slack sends them nothing more. */
  const leaving = new WeakSet<WebSocket>()
  let turn = 0

  server.on('connection', (socket) => {
    greet(state, socket, { acks, connections: server.clients.size })
    for (const wake of wakes) wake()
  })

  function open(): readonly WebSocket[] {
    return [...server.clients].filter(
      (socket) => socket.readyState === WebSocket.OPEN && !leaving.has(socket),
    )
  }

  return {
    upgrade(request, socket, head) {
      const ticket = new URL(request.url ?? '/', 'http://localhost').searchParams.get('ticket')
      if (!state.tickets.delete(ticket ?? ''))
        return void socket.end('HTTP/1.1 404 Not Found\r\n\r\n')
      server.handleUpgrade(request, socket, head, (opened) => {
        server.emit('connection', opened, request)
      })
    },
    count: () => open().length,
    async untilConnected(count, timeoutMs) {
      while (open().length < count) await waitFor(wakes, timeoutMs)
    },
    async deliver(payload, options) {
      const sockets = open()
      const socket = sockets[turn % sockets.length]
      turn += 1
      if (!socket) throw new Error('No socket is connected to the fake Slack.')
      const envelope = toEnvelope(state, payload, options)
      const answer = waitForAck(acks, envelope.envelope_id, options.timeoutMs ?? 60_000)
      socket.send(JSON.stringify(envelope))
      return answer
    },
    drop(kind) {
      for (const socket of open()) {
        leaving.add(socket)
        if (kind === 'cut') socket.terminate()
        else socket.send(JSON.stringify(GOODBYE))
      }
    },
    close() {
      clearInterval(pings)
      for (const socket of server.clients) socket.terminate()
      server.close()
    },
  }
}

/** Slack pings all the time: a client that was pinged once misses the next ones. */
function keepAlive(server: WebSocketServer): NodeJS.Timeout {
  const pings = setInterval(() => {
    for (const socket of server.clients) socket.ping('Ping from applink')
  }, 10_000)
  return pings.unref()
}

interface Greeting {
  readonly acks: Map<string, (payload: unknown) => void>
  readonly connections: number
}

function greet(state: State, socket: WebSocket, { acks, connections }: Greeting): void {
  socket.on('message', (data) => acknowledge(acks, data))
  // A cut connection is no fault of the test that cut it.
  socket.on('error', () => socket.terminate())
  socket.send(JSON.stringify(toHello(state, connections)))
}

const GOODBYE = {
  type: 'disconnect',
  reason: 'refresh_requested',
  debug_info: { host: 'applink-1' },
}

function acknowledge(acks: Map<string, (payload: unknown) => void>, data: RawData): void {
  const answer = parseJson(data.toString())
  if (!isFields(answer)) return
  acks.get(String(answer['envelope_id']))?.(answer['payload'])
}

function waitForAck(
  acks: Map<string, (payload: unknown) => void>,
  id: string,
  timeoutMs: number,
): Promise<Acked> {
  const begun = performance.now()
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      acks.delete(id)
      reject(new Error(`The envelope ${id} was not acknowledged within ${timeoutMs} ms.`))
    }, timeoutMs)
    acks.set(id, (payload) => {
      clearTimeout(timer)
      acks.delete(id)
      const ackMs = performance.now() - begun
      const isEmpty = isFields(payload) && Object.keys(payload).length === 0
      resolve(payload === undefined || isEmpty ? { ackMs } : { ackMs, payload })
    })
  })
}

function waitFor(wakes: Set<Wake>, timeoutMs: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      wakes.delete(wake)
      reject(new Error(`No new socket was connected within ${timeoutMs} ms.`))
    }, timeoutMs)
    function wake(): void {
      clearTimeout(timer)
      wakes.delete(wake)
      resolve()
    }
    wakes.add(wake)
  })
}

function toHello({ identity }: State, connections: number): object {
  return {
    type: 'hello',
    num_connections: connections,
    debug_info: { host: 'applink-1', build_number: 1, approximate_connection_time: 18_060 },
    connection_info: { app_id: identity.appId },
  }
}

interface Envelope {
  readonly envelope_id: string
  readonly type: string
  readonly accepts_response_payload: boolean
  readonly payload: object
}

function toEnvelope(state: State, payload: object, options: SocketOptions): Envelope {
  const type = options.type ?? toType(payload)
  const retry = {
    retry_attempt: options.retryAttempt ?? 0,
    retry_reason: options.retryReason ?? '',
  }
  return {
    envelope_id: options.envelopeId ?? nextId(state, 'envelope-'),
    type,
    accepts_response_payload: type !== 'events_api',
    payload,
    ...(type === 'events_api' ? retry : {}),
  }
}

function toType(payload: object): NonNullable<SocketOptions['type']> {
  if ('event' in payload) return 'events_api'
  return 'command' in payload ? 'slash_commands' : 'interactive'
}
