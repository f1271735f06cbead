import { UpstreamError } from '../domain/errors.ts'
import type { Clock, Hit, PassageIndex, Query } from '../ports.ts'
import { fuse } from './fuse.ts'

/** What a log needs to be for this: a static message with numbers beside it. */
interface Log {
  warn(figures: object, message: string): void
}

interface Means {
  readonly lexical: PassageIndex
  readonly vectors: PassageIndex
  /** How much the vectors count, 0 to 1; see `fuse`. */
  readonly weight: number
  readonly log?: Log
  readonly clock?: Clock
  /** How long the vectors may take, the call of the endpoint included. */
  readonly timeoutMs?: number
  /** How long nobody asks them again after they failed, unless the endpoint names a longer time. */
  readonly restMs?: number
}

/** How many of each list are joined: what stands below is never among the best of both. */
const depth = 100

/** An endpoint that wants an hour is asked again sooner: it may be back, and one question is little. */
const longestRestMs = 600_000

const systemClock: Clock = { now: () => new Date().toISOString() }

/**
 * Words and vectors side by side. Never worse than words alone: when the vectors fail or are late, the
 * lexical list is given as it is, and for a while they are not asked, so that a dead endpoint costs
 * one question and not each.
 *
 * @throws IndexError (`bad-index`) when the lexical leg does
 */
export function openHybrid(means: Means): PassageIndex {
  const { lexical, vectors, weight } = means
  const fingerprint = `${lexical.fingerprint}+${vectors.fingerprint}*${weight}`
  if (weight <= 0) return { ...lexical, fingerprint }
  const dense = openDense(means)
  return {
    fingerprint,
    search: async (query, limit, signal) => {
      const asked = dense(query, signal)
      const [words, near] = await Promise.all([
        lexical.search(query, Math.max(limit, depth), signal),
        asked,
      ])
      return fuse(words, near, weight).slice(0, Math.max(0, limit))
    },
  } satisfies PassageIndex
}

type Dense = (query: Query, signal: AbortSignal) => Promise<readonly Hit[]>

// Gives nothing instead of failing. After a failure and a rest one question, not all that come at the
// same moment, finds out whether the endpoint is back.
function openDense({ vectors, log, clock = systemClock, ...limits }: Means): Dense {
  const { timeoutMs = 3000, restMs = 30_000 } = limits
  const now = () => Date.parse(clock.now())
  let restsUntil = Number.NEGATIVE_INFINITY
  let isTroubled = false
  return async (query, signal) => {
    if (now() < restsUntil || signal.aborted) return []
    if (isTroubled) restsUntil = now() + restMs
    try {
      const hits = await within(timeoutMs, signal, (limited) =>
        vectors.search(query, depth, limited),
      )
      isTroubled = false
      restsUntil = Number.NEGATIVE_INFINITY
      return hits
    } catch (error) {
      // Whoever asked has gone: that says nothing about the endpoint.
      if (signal.aborted) return []
      const rest = Math.min(Math.max(restMs, wishOf(error)), longestRestMs)
      isTroubled = true
      restsUntil = now() + rest
      log?.warn({ restMs: rest, error: kindOf(error) }, 'vectors failed, words alone')
      return []
    }
  }
}

function wishOf(error: unknown): number {
  return error instanceof UpstreamError ? (error.retryAfterSeconds ?? 0) * 1000 : 0
}

function kindOf(error: unknown): string {
  return error instanceof Error ? error.name : 'unknown'
}

/** Work under a limit of its own; it is over at the limit even if the work does not heed the signal. */
async function within<T>(
  ms: number,
  outer: AbortSignal,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const late = new AbortController()
  const timer = setTimeout(() => late.abort(new DOMException('late', 'TimeoutError')), ms)
  const signal = AbortSignal.any([outer, late.signal])
  try {
    return await Promise.race([work(signal), rejection(signal)])
  } finally {
    clearTimeout(timer)
    // Whatever the work still waits for is not needed any more.
    late.abort()
  }
}

function rejection(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  })
}
