import { isKnown, UpstreamError } from '../../src/domain/errors.ts'

/** What came of a call to the Teams connector. A refusal is an outcome, not an error. */
export type Outcome = { readonly ok: true; readonly id: string } | Refusal

export interface Refusal {
  readonly ok: false
  readonly status: number
  /** Microsoft's own word for it (`ConversationNotFound`), `unreachable`, or one of ours. */
  readonly reason: string
  /** What we are asked to wait; 0 where nothing is said. */
  readonly waitMs: number
  /** Microsoft's sentence about it, where the word alone has several meanings. */
  readonly detail?: string
}

/** Where we get no token, or one that is not taken, this long is waited, in milliseconds. */
const lockedOutMs = 30_000

const noToken = 'no-token'

/**
 * Whether the same call may work later: the platform is busy, away, or asks us to wait. Being locked out
 * ends as well, when somebody has renewed the secret.
 */
export function isTransient({ status }: Refusal): boolean {
  return status === 0 || status === 401 || status === 412 || status === 429 || status >= 500
}

/** A refusal for callers that cannot go on. */
export function toError(refusal: Refusal): UpstreamError {
  const { status, reason, waitMs } = refusal
  const isLockedOut = reason === noToken || status === 401
  return new UpstreamError(`Teams hat eine Nachricht abgelehnt: ${reason}.`, {
    provider: isLockedOut ? 'Entra' : 'Teams',
    status,
    retryable: isTransient(refusal),
    ...(waitMs > 0 ? { retryAfterSeconds: waitMs / 1000 } : {}),
    fix: isLockedOut
      ? 'Bitte TEAMS_APP_ID, TEAMS_TENANT_ID und TEAMS_APP_PASSWORD prüfen; das Geheimnis läuft nach einiger Zeit ab.'
      : '`npm run -s cli -- doctor teams` sagt, was an der Verbindung fehlt.',
  })
}

/** The stop button of a person, of all that a stream may be refused for. */
export function isCancelled({ status, detail = '' }: Refusal): boolean {
  return status === 403 && /cancel/i.test(detail)
}

/** @see `@azure/core-rest-pipeline` RestError for the shape */
export function toRefusal(error: unknown): Refusal {
  if (isKnown(error)) {
    const asked = error instanceof UpstreamError ? (error.retryAfterSeconds ?? 0) * 1000 : 0
    return { ok: false, status: 0, reason: noToken, waitMs: Math.max(asked, lockedOutMs) }
  }
  const { statusCode = 0, code, details, response } = error as RestError
  const reason = statusCode ? (code ?? `http_${statusCode}`) : 'unreachable'
  const detail = details?.error?.message
  const asked = waitOf(response?.headers?.get('retry-after') ?? '')
  const waitMs = statusCode === 401 ? lockedOutMs : asked
  return { ok: false, status: statusCode, reason, waitMs, ...(detail ? { detail } : {}) }
}

interface RestError {
  readonly statusCode?: number
  readonly code?: string
  readonly details?: { readonly error?: { readonly message?: string } }
  readonly response?: { readonly headers?: { get(name: string): string | undefined } }
}

/** @see RFC 9110, 10.2.3: seconds, or a date */
function waitOf(value: string): number {
  const ms = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - Date.now()
  return ms > 0 ? ms : 0
}
