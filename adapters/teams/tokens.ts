import { z } from 'zod'
import type { TeamsSettings } from '../../src/config-chats.ts'
import { UpstreamError } from '../../src/domain/errors.ts'

const Granted = z.object({ access_token: z.string().min(1), expires_in: z.coerce.number() })

const scope = 'https://api.botframework.com/.default'
/** A token is renewed this long before it ends, in milliseconds. */
const marginMs = 5 * 60_000
const patienceMs = 10_000

/** Tokens for the connector, each for as long as it lasts. */
export interface Tokens {
  /** @throws UpstreamError (`upstream`) */
  take(): Promise<string>
  /** It was not taken: the next one is asked for anew. */
  drop(): void
}

/**
 * Tokens for a bot with a secret.
 *
 * @see RFC 6749, 4.4 (client credentials)
 */
export function openTokens(settings: TeamsSettings, now: () => number = Date.now): Tokens {
  let kept: { readonly token: string; readonly until: number } | undefined
  let asking: Promise<string> | undefined
  const ask = async () => {
    const { access_token: token, expires_in: seconds } = await request(settings)
    kept = { token, until: now() + Math.max(seconds * 1000 - marginMs, 30_000) }
    return token
  }
  return {
    take: async () => {
      if (kept && kept.until > now()) return kept.token
      // Fifty answers at once ask for one token.
      asking ??= ask().finally(() => {
        asking = undefined
      })
      return await asking
    },
    drop: () => {
      kept = undefined
    },
  }
}

async function request(settings: TeamsSettings): Promise<z.infer<typeof Granted>> {
  const { loginUrl, tenantId, appId, identity } = settings
  const secret = identity.by === 'secret' ? identity.password : ''
  const body = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: appId,
    client_secret: secret,
    scope,
  })
  const signal = AbortSignal.timeout(patienceMs)
  const url = `${loginUrl}/${tenantId}/oauth2/v2.0/token`
  const response = await fetch(url, { method: 'POST', body, signal }).catch(() => undefined)
  const granted = Granted.safeParse(await response?.json().catch(() => undefined))
  if (!response?.ok || !granted.success) throw refused(response?.status)
  return granted.data
}

function refused(status: number | undefined): UpstreamError {
  const isOurs = status !== undefined && status >= 400 && status < 500 && status !== 429
  return new UpstreamError('Microsoft gibt kein Token für den Bot aus.', {
    provider: 'Entra',
    status,
    retryable: !isOurs,
    fix: 'Bitte TEAMS_APP_ID, TEAMS_TENANT_ID und TEAMS_APP_PASSWORD prüfen; das Geheimnis läuft nach einiger Zeit ab.',
  })
}
