import type http from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Answer, CODES, no } from './answer.ts'
import type { Fault, Faults, Faulty } from './faults.ts'
import { createConversation, listMembers } from './members.ts'
import { change, post, remove } from './posting.ts'
import { parseTarget, type Target } from './route.ts'
import { type Call, type Draft, type Fields, isFields, nowMs, type State } from './state.ts'

export interface Exchange {
  readonly request: http.IncomingMessage
  readonly response: http.ServerResponse
}

/** Answers one call of the connector's REST API, with the fault that is due. */
export async function serveConnector(
  state: State,
  faults: Faults,
  { request, response }: Exchange,
): Promise<void> {
  const target = parseTarget(request.method ?? '', request.url ?? '/')
  const body = parseJson(await readBody(request))
  const call = record(state, request, { target, body })
  const isLetIn = isTrusted(state, request)
  const fault = faults.next(toNames(call))
  const { slowMs = 0, afterwards = false } = fault && 'slowMs' in fault ? fault : {}
  if (!afterwards) await sleep(slowMs)
  if (fault && 'until' in fault) await fault.until
  const answer = settle(fault, () =>
    isLetIn
      ? answerCall(state, call, target)
      : no(401, 'Unauthorized', 'Authorization has been denied'),
  )
  if (answer === 'hang' || answer === 'cut') {
    call.outcome = answer
    if (answer === 'cut') response.destroy()
    return
  }
  if (afterwards) await sleep(slowMs)
  call.outcome = answer.status < 300 ? 'ok' : answer.status
  if (answer.code !== undefined) call.code = answer.code
  send(response, answer)
}

/** Most special first, so that a fault for answers does not hit the typing before them. */
function toNames({ operation, body }: Call): readonly Faulty[] {
  if (operation === 'unknown') return ['any']
  if (operation !== 'send' && operation !== 'reply') return [operation, 'any']
  const isTyping = isFields(body) && body['type'] === 'typing'
  return [isTyping ? 'typing' : 'post', operation, 'any']
}

function settle(fault: Fault | undefined, work: () => Answer): Answer | 'hang' | 'cut' {
  if (!fault || 'slowMs' in fault || 'until' in fault) return work()
  if (fault.afterwards) work()
  if ('hang' in fault) return 'hang'
  if ('cut' in fault) return 'cut'
  const { status, code = CODES[status] ?? 'Unknown', retryAfter } = fault
  return { ...no(status, code), ...(retryAfter === undefined ? {} : { retryAfter }) }
}

function answerCall(state: State, call: Call, target: Target): Answer {
  const { operation } = call
  switch (operation) {
    case 'unknown':
      return no(404, 'NotFound', `No such operation: ${call.method} ${call.path}`)
    case 'create':
      return createConversation(state, { ...call, operation })
    case 'members':
      return listMembers(state, target)
    case 'send':
    case 'reply':
      return post(state, { ...call, operation })
    case 'update':
      return change(state, { ...call, operation })
    case 'delete':
      return remove(state, { ...call, operation })
  }
}

function isTrusted(state: State, request: http.IncomingMessage): boolean {
  const token = toToken(request)
  return token !== '' && (!state.options.onlyIssuedTokens || state.issued.has(token))
}

function toToken({ headers }: http.IncomingMessage): string {
  return /^Bearer (.+)$/.exec(headers.authorization ?? '')?.[1] ?? ''
}

function record(
  state: State,
  request: http.IncomingMessage,
  { target, body }: { readonly target: Target; readonly body: unknown },
): Draft<Call> {
  const { authorization: _, ...headers } = request.headers
  const call: Draft<Call> = {
    operation: target.operation,
    method: request.method ?? '',
    path: new URL(request.url ?? '/', 'http://localhost').pathname,
    conversation: target.conversation,
    ...(target.activityId === undefined ? {} : { activityId: target.activityId }),
    body,
    query: target.query,
    headers,
    hasAuthorization: toToken(request) !== '',
    at: nowMs(),
    outcome: 'pending',
  }
  state.calls.push(call)
  return call
}

function send(response: http.ServerResponse, { status, body = {}, retryAfter }: Answer): void {
  const text = JSON.stringify(body)
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(text),
    ...(retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) }),
  })
  response.end(text)
}

export async function readBody(request: http.IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}

function parseJson(text: string): Fields | string | undefined {
  if (text === '') return undefined
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
