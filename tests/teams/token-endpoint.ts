import type http from 'node:http'
import { readBody } from './connector.ts'
import type { State } from './state.ts'

export const TOKEN_PATH = /\/oauth2\/v2\.0\/token$/

const LIFETIME_SECONDS = 3_599

/** Gives the bot a token for its own calls, as Entra does to client credentials. */
export async function serveToken(
  state: State,
  request: http.IncomingMessage,
  response: http.ServerResponse,
): Promise<void> {
  const form = new URLSearchParams(await readBody(request))
  const refusal = findRefusal(state, form)
  state.tokenCalls.push({
    path: request.url ?? '',
    clientId: form.get('client_id') ?? '',
    scope: form.get('scope') ?? '',
    hasSecret: form.has('client_secret') || form.has('client_assertion'),
    at: Date.now(),
    outcome: refusal?.error ?? 'ok',
  })
  const token = `issued-${state.issued.size + 1}`
  if (!refusal) state.issued.add(token)
  const times = { expires_in: LIFETIME_SECONDS, ext_expires_in: LIFETIME_SECONDS }
  const body = refusal ?? { token_type: 'Bearer', ...times, access_token: token }
  response.writeHead(refusal?.status ?? 200, { 'content-type': 'application/json' })
  response.end(JSON.stringify(body))
}

interface Refused {
  readonly status: number
  readonly error: string
  readonly error_description: string
}

function findRefusal({ identity }: State, form: URLSearchParams): Refused | undefined {
  if (form.get('grant_type') !== 'client_credentials') {
    return toRefused(400, 'unsupported_grant_type', 'AADSTS70003: The grant type is not supported.')
  }
  if (form.get('client_id') !== identity.appId) {
    return toRefused(400, 'unauthorized_client', 'AADSTS700016: Application was not found.')
  }
  if (form.get('scope') !== 'https://api.botframework.com/.default') {
    return toRefused(400, 'invalid_scope', 'AADSTS70011: The scope is not valid.')
  }
  if (form.has('client_assertion') || form.get('client_secret') === identity.appPassword) return
  return toRefused(401, 'invalid_client', 'AADSTS7000215: Invalid client secret provided.')
}

function toRefused(status: number, error: string, error_description: string): Refused {
  return { status, error, error_description }
}
