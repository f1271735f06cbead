import type http from 'node:http'
import { isFields, parseJson, readBody } from './body.ts'
import { isRefused, readContent } from './content.ts'
import {
  addMessage,
  type Fields,
  findMessage,
  nextId,
  nextTs,
  type ResponseTarget,
  type State,
} from './state.ts'

const MAX_USES = 5

/** An address of the fake through which the app may answer an interaction. */
export function newResponseUrl(state: State, target: ResponseTarget): string {
  const id = nextId(state, 'R')
  state.responseUrls.set(id, { target, uses: 0 })
  return `${state.origin}/response/${id}`
}

/** Answers what was sent to such an address. */
export async function serveResponse(
  state: State,
  request: http.IncomingMessage,
  response: http.ServerResponse,
): Promise<void> {
  const url = `${state.origin}${request.url ?? ''}`
  const body = parseJson(await readBody(request))
  state.responses.push({ url, body })
  const error = isFields(body) ? use(state, url, body) : 'invalid_payload'
  const status = error === undefined ? 200 : error.endsWith('_url') ? 404 : 400
  response.writeHead(status, { 'content-type': 'application/json' })
  response.end(JSON.stringify(error === undefined ? { ok: true } : { ok: false, error }))
}

function use(state: State, url: string, body: Fields): string | undefined {
  const known = state.responseUrls.get(url.slice(url.lastIndexOf('/') + 1))
  if (!known) return 'expired_url'
  known.uses += 1
  return known.uses > MAX_USES ? 'used_url' : show(state, known.target, body)
}

function show(state: State, target: ResponseTarget, body: Fields): string | undefined {
  const original = findMessage(state, target.channel, target.messageTs ?? '')
  if (body['delete_original'] === true) {
    if (original) original.deleted = true
    return undefined
  }
  const { text, blocks } = body
  const shown = readContent({ ...(typeof text === 'string' ? { text } : {}), blocks })
  if (isRefused(shown)) return shown.error
  if (body['replace_original'] === true && original) {
    Object.assign(original, shown, { edited: true })
    return undefined
  }
  const thread = body['thread_ts'] ?? target.threadTs
  addMessage(state, {
    channel: target.channel,
    ts: nextTs(state),
    user: state.identity.botUser,
    ...shown,
    ...(typeof thread === 'string' ? { threadTs: thread } : {}),
    ...(body['response_type'] === 'in_channel' ? {} : { ephemeralTo: target.user }),
  })
  return undefined
}
