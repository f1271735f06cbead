import type http from 'node:http'
import type { Fields } from './state.ts'

/** The arguments of a call, and whose call it is. */
export interface Parsed {
  readonly args: Fields
  readonly token: string | undefined
  /** A JSON field that was not JSON. */
  readonly broken?: string
}

const JSON_FIELDS = new Set([
  'attachments',
  'blocks',
  'chunks',
  'files',
  'loading_messages',
  'message',
  'metadata',
  'prompts',
  'view',
])

const FLAGS = new Set([
  'as_user',
  'include_all_metadata',
  'include_locale',
  'include_num_members',
  'inclusive',
  'link_names',
  'mrkdwn',
  'prevent_creation',
  'reply_broadcast',
  'return_im',
  'unfurl_links',
  'unfurl_media',
])

export async function readBody(request: http.IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}

/** Reads arguments from the query, a form (as WebClient sends them) or JSON. */
export function parseCall(request: http.IncomingMessage, raw: string): Parsed {
  const isJson = request.headers['content-type']?.startsWith('application/json')
  const query = new URL(request.url ?? '/', 'http://localhost').searchParams
  const given = isJson ? parseJson(raw) : undefined
  if (isJson && !isFields(given)) return { args: {}, token: undefined, broken: 'body' }
  const fields = isFields(given)
    ? given
    : Object.fromEntries([...query, ...new URLSearchParams(raw)])
  const { token, ...args } = fields
  const bearer = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1]
  return { token: bearer ?? (typeof token === 'string' ? token : undefined), ...parseFields(args) }
}

function parseFields(fields: Fields): { readonly args: Fields; readonly broken?: string } {
  const entries = Object.entries(fields).map(([name, value]) => [name, parseField(name, value)])
  const args: Fields = Object.fromEntries(entries)
  const broken = Object.keys(args).find((name) => args[name] === undefined)
  return broken ? { args, broken } : { args }
}

function parseField(name: string, value: unknown): unknown {
  if (typeof value !== 'string') return value
  if (JSON_FIELDS.has(name)) return parseJson(value)
  if (FLAGS.has(name) && (value === 'true' || value === '1')) return true
  if (FLAGS.has(name) && (value === 'false' || value === '0')) return false
  return value
}

export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
