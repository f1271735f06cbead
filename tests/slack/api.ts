import type http from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Parsed, parseCall, readBody } from './body.ts'
import type { Fault, Faults } from './faults.ts'
import { type Answer, type Method, no } from './method.ts'
import { AGENTS } from './methods/agents.ts'
import { CHAT } from './methods/chat.ts'
import { CONVERSATIONS } from './methods/conversations.ts'
import { FILES } from './methods/files.ts'
import { PEOPLE } from './methods/people.ts'
import { STREAMS } from './methods/streams.ts'
import { VIEWS } from './methods/views.ts'
import { recordCall, type State } from './state.ts'

const METHODS: ReadonlyMap<string, Method> = new Map(
  Object.entries({
    ...AGENTS,
    ...CHAT,
    ...CONVERSATIONS,
    ...FILES,
    ...PEOPLE,
    ...STREAMS,
    ...VIEWS,
  }),
)
/** Works without any token. */
const PUBLIC = new Set(['blocks.validate'])

/** Answers one call of the Web API, with the fault that is due. */
export async function serveCall(
  state: State,
  faults: Faults,
  { request, response, name }: Exchange,
): Promise<void> {
  const parsed = parseCall(request, await readBody(request))
  const call = recordCall(state, name, parsed.args)
  const fault = faults.next(name)
  if (fault && 'hang' in fault) {
    call.outcome = 'hang'
    return
  }
  if (fault && 'garbage' in fault) {
    call.outcome = 'garbage'
    response.writeHead(200, { 'content-type': 'text/html' }).end(fault.garbage)
    return
  }
  if (fault && 'slowMs' in fault) await sleep(fault.slowMs)
  if (fault && 'until' in fault) await fault.until
  const { status, retryAfter, answer } = settle(fault, () => answerCall(state, name, parsed))
  call.outcome = status === 200 ? (answer.error ?? 'ok') : status
  const text = JSON.stringify(answer)
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(text),
    'x-oauth-scopes': state.scopes.join(','),
    ...(retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) }),
  })
  response.end(text)
}

export interface Exchange {
  readonly request: http.IncomingMessage
  readonly response: http.ServerResponse
  readonly name: string
}

interface Settled {
  readonly status: number
  readonly answer: Answer
  readonly retryAfter?: number
}

function settle(fault: Fault | undefined, work: () => Answer): Settled {
  if (!fault || 'hang' in fault || 'slowMs' in fault || 'until' in fault || 'garbage' in fault)
    return { status: 200, answer: work() }
  if ('error' in fault) return { status: 200, answer: no(fault.error) }
  if (fault.status === 429) {
    const { retryAfter } = fault
    return {
      status: 429,
      answer: no('ratelimited'),
      ...(retryAfter === undefined ? {} : { retryAfter }),
    }
  }
  if (fault.afterwards) work()
  return { status: fault.status, answer: no('internal_error') }
}

function answerCall(state: State, name: string, { args, token, broken }: Parsed): Answer {
  const method = METHODS.get(name)
  if (!method) return no('unknown_method', [], { req_method: name })
  if (!PUBLIC.has(name)) {
    const refusal = checkToken(state, name, token)
    if (refusal !== undefined) return no(refusal)
  }
  const needed = method.needs(state, args)
  if (needed.length > 0 && !needed.some((scope) => state.scopes.includes(scope))) {
    return no('missing_scope', [], { needed: needed[0], provided: state.scopes.join(',') })
  }
  if (broken !== undefined)
    return no(broken === 'blocks' ? 'invalid_blocks_format' : 'invalid_json')
  return method.run(state, args)
}

/** The app's token opens sockets and nothing else. */
function checkToken({ identity }: State, name: string, token?: string): string | undefined {
  if (token === undefined) return 'not_authed'
  if (token !== identity.botToken && token !== identity.appToken) return 'invalid_auth'
  const wanted = name === 'apps.connections.open' ? identity.appToken : identity.botToken
  return token === wanted ? undefined : 'not_allowed_token_type'
}
