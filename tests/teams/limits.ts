import { type Answer, no } from './answer.ts'
import type { State } from './state.ts'

/** Per bot and conversation: so many requests in so many milliseconds. */
const LIMITS = [
  { count: 7, ms: 1_000 },
  { count: 8, ms: 2_000 },
  { count: 60, ms: 30_000 },
  { count: 1_800, ms: 3_600_000 },
] as const

/** Counts one request; 429 when it is one too many and the fake was told to be strict. */
export function takeLimit(state: State, conversation: string): Answer | undefined {
  const now = Date.now()
  const times = state.sent.get(conversation) ?? []
  state.sent.set(conversation, times)
  const waits = LIMITS.map(({ count, ms }) => (times.at(-count) ?? 0) + ms - now)
  const wait = Math.max(...waits)
  if (wait <= 0) {
    times.push(now)
    return undefined
  }
  const over = LIMITS[waits.indexOf(wait)] ?? LIMITS[0]
  const detail = `more than ${over.count} in ${over.ms / 1000} s`
  state.breaches.push({ rule: 'rate-limit', conversation, detail })
  if (state.options.enforceLimits) {
    return { ...no(429, 'Throttled', detail), retryAfter: Math.ceil(wait / 1000) }
  }
  times.push(now)
  return undefined
}
