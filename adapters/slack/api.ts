import { ConfigError, UpstreamError } from '../../src/domain/errors.ts'

/** What came of a call. A refusal by Slack is an outcome, not an error. */
export type Outcome =
  | { readonly ok: true; readonly data: Readonly<Record<string, unknown>> }
  | Refusal

export interface Refusal {
  readonly ok: false
  /** Slack's own word for it (`channel_not_found`), an HTTP status or `unreachable`. */
  readonly reason: string
  /** Whether the same call may work in a moment. */
  readonly isTransient: boolean
  /** What Slack asks us to wait; 0 where it says nothing. */
  readonly waitMs: number
  /** The call may have been carried out although it failed. */
  readonly mayHaveWorked: boolean
  readonly needed?: string
}

/** One call of Slack's Web API. Never throws, never tries again. */
export type Api = (method: string, args: Readonly<Record<string, unknown>>) => Promise<Outcome>

/** A refusal for callers that cannot go on. */
export function toError(method: string, refusal: Refusal): UpstreamError {
  const { reason, isTransient, waitMs, needed } = refusal
  const scope = needed ? ` (es fehlt die Berechtigung ${needed})` : ''
  return new UpstreamError(`Slack hat ${method} abgelehnt: ${reason}${scope}.`, {
    provider: 'Slack',
    retryable: isTransient,
    ...(waitMs > 0 ? { retryAfterSeconds: waitMs / 1000 } : {}),
    fix: '`npm run -s cli -- doctor` sagt, welche Berechtigung oder Angabe fehlt.',
  })
}

const places = {
  SLACK_BOT_TOKEN: 'unter „OAuth & Permissions“ das Bot-Token neu kopieren (xoxb-…)',
  SLACK_APP_TOKEN: 'unter „Basic Information“ ein App-Token mit connections:write anlegen (xapp-…)',
} as const

/** A token that Slack knows nothing of, or that may not do what it is for. */
export function refusedToken(name: keyof typeof places, reason: string): ConfigError {
  return new ConfigError([`${name}: Slack nimmt das Token nicht an (${reason}).`], {
    fix: `Bitte in den Einstellungen der App ${places[name]}.`,
  })
}

/** A string in an answer of Slack's; empty where there is none. */
export function textOf(data: Readonly<Record<string, unknown>>, name: string): string {
  const value = data[name]
  return typeof value === 'string' ? value : ''
}
