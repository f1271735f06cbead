import { setTimeout } from 'node:timers/promises'

/**
 * How long an endpoint asks us to wait, in seconds; `undefined` when it does not say.
 *
 * @see RFC 9110, 10.2.3: seconds or a date; `retry-after-ms` is OpenAI's own
 */
export function retryAfter(headers: Headers | undefined): number | undefined {
  const own = headers?.get('retry-after-ms')
  if (own && /^\d+(?:\.\d+)?$/.test(own)) return Number(own) / 1000
  const given = headers?.get('retry-after')?.trim()
  if (!given) return undefined
  if (/^\d+(?:\.\d+)?$/.test(given)) return Number(given)
  const moment = Date.parse(given)
  return Number.isNaN(moment) ? undefined : Math.max(0, (moment - Date.now()) / 1000)
}

/** The time one call may take: the caller's signal and our own limit, whichever ends first. */
export interface Patience {
  readonly signal: AbortSignal
  /** Whether there is time to wait this long and still get an answer. */
  allows(seconds: number): boolean
  /** @throws when the signal ends first */
  pause(seconds: number): Promise<void>
}

/** An answer needs at least this long after a pause; without it the pause is in vain. */
const leastForAnswer = 250

/** Opens a limit of `ms` milliseconds that begins now. */
export function openPatience(ms: number, caller: AbortSignal): Patience {
  const ends = performance.now() + ms
  const signal = AbortSignal.any([caller, AbortSignal.timeout(ms)])
  return {
    signal,
    allows: (seconds) => performance.now() + seconds * 1000 + leastForAnswer <= ends,
    pause: async (seconds) => {
      await setTimeout(seconds * 1000, undefined, { signal })
    },
  }
}
