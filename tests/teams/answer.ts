import type { Call, Operation, State } from './state.ts'

/** What a call is answered with; a `code` makes it an error. */
export interface Answer {
  readonly status: number
  readonly code?: string
  readonly body?: unknown
  readonly retryAfter?: number
}

export function yes(body?: unknown, status = 200): Answer {
  return { status, body }
}

export function no(status: number, code: string, message = code): Answer {
  return { status, code, body: { error: { code, message } } }
}

/** Refuses what Teams would refuse, and keeps why. */
export function refuse(
  state: State,
  call: Call & { readonly operation: Operation },
  refusal: { readonly status: number; readonly code: string; readonly reasons: readonly string[] },
): Answer {
  const { conversation, operation } = call
  state.refusals.push({ conversation, operation, ...refusal })
  return no(refusal.status, refusal.code, refusal.reasons.join('; '))
}

/** The connector's own code for a status, when a fault names none. */
export const CODES: Readonly<Record<number, string>> = {
  400: 'BadSyntax',
  401: 'Unauthorized',
  403: 'BotNotInConversationRoster',
  404: 'ConversationNotFound',
  412: 'PreconditionFailed',
  413: 'MessageSizeTooBig',
  429: 'Throttled',
  500: 'ServiceError',
  502: 'ServiceError',
  503: 'ServiceUnavailable',
  504: 'GatewayTimeout',
}
