import { z } from 'zod'
import type { TeamsSettings } from '../../src/config-chats.ts'

/** What Microsoft said to one call, as far as `doctor` needs it. */
export type Told =
  | { readonly ok: true }
  /** Entra's own number (`AADSTS7000222`), `http_503`, `ratelimited`, `no_keys` or `unreachable`. */
  | { readonly ok: false; readonly reason: string }

/** How long one call may take, in milliseconds. */
const patience = 5000

const Granted = z.looseObject({ access_token: z.string().min(1) })
const Refused = z.looseObject({ error_description: z.string() })
const OpenId = z.looseObject({ jwks_uri: z.url({ protocol: /^https?$/ }) })
const KeySet = z.looseObject({ keys: z.array(z.unknown()).min(1) })

/**
 * Asks for a token as the door does, only once and with Entra's reason kept. Never throws; the secret
 * goes into the body only.
 */
export async function tryToken(settings: TeamsSettings, secret: string): Promise<Told> {
  const { loginUrl, tenantId, appId } = settings
  const body = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: appId,
    client_secret: secret,
    scope: 'https://api.botframework.com/.default',
  })
  const url = `${loginUrl}/${tenantId}/oauth2/v2.0/token`
  const said = await call(url, { method: 'POST', body, redirect: 'error' })
  if (!said.ok) return said
  return Granted.safeParse(said.body).success ? { ok: true } : { ok: false, reason: 'no_token' }
}

/** Whether the keys that requests are signed with can be had: their document, then the keys. */
export async function tryKeys({ openIdUrl }: TeamsSettings): Promise<Told> {
  const named = await call(openIdUrl)
  if (!named.ok) return named
  const document = OpenId.safeParse(named.body)
  if (!document.success) return { ok: false, reason: 'no_keys' }
  const keys = await call(document.data.jwks_uri)
  if (!keys.ok) return keys
  return KeySet.safeParse(keys.body).success ? { ok: true } : { ok: false, reason: 'no_keys' }
}

/** The status with which an address refuses what is no activity; `undefined` where nobody answers. */
export async function tryEndpoint(url: string): Promise<number | undefined> {
  const headers = { 'content-type': 'application/json' }
  const signal = AbortSignal.timeout(patience)
  const init: RequestInit = { method: 'POST', body: '{}', headers, redirect: 'manual', signal }
  return (await fetch(url, init).catch(() => undefined))?.status
}

type Answer =
  | { readonly ok: true; readonly body: unknown }
  | { readonly ok: false; readonly reason: string }

async function call(url: string, init: RequestInit = {}): Promise<Answer> {
  try {
    const response = await fetch(url, { ...init, signal: AbortSignal.timeout(patience) })
    if (response.status === 429) return { ok: false, reason: 'ratelimited' }
    const body: unknown = await response.json().catch(() => undefined)
    if (response.ok) return { ok: true, body }
    return { ok: false, reason: numberIn(body) ?? `http_${response.status}` }
  } catch {
    return { ok: false, reason: 'unreachable' }
  }
}

/** The rest of the sentence is for Microsoft's support: ids and times. */
function numberIn(body: unknown): string | undefined {
  const refused = Refused.safeParse(body)
  return refused.success ? /AADSTS\d+/.exec(refused.data.error_description)?.[0] : undefined
}
