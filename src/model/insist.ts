import type { Patience } from './patience.ts'
import { refusalIn } from './trouble.ts'

/** Attempts in all; somebody waits for a query, nobody for a passage. */
const attempts = { query: 2, passage: 4 } as const

/** Seconds before the second attempt where the endpoint names none; doubled each time. */
const firstPause = 0.25

/** Longer than this an endpoint may not keep us waiting. */
const longestPause = 60

/**
 * Tries a request again when another attempt may help: over the limit, broken, not reachable.
 *
 * Waits as long as the endpoint asks, else ever longer, never past the patience.
 *
 * @throws whatever the last attempt threw
 */
export async function insist<T>(
  attempt: () => Promise<T>,
  side: keyof typeof attempts,
  patience: Patience,
): Promise<T> {
  for (let made = 1; ; made += 1) {
    try {
      return await attempt()
    } catch (error) {
      const wait = pauseAfter(error, made)
      const isOver = made >= attempts[side] || wait === undefined || !patience.allows(wait)
      if (isOver || patience.signal.aborted) throw error
      await patience.pause(wait)
    }
  }
}

function pauseAfter(error: unknown, made: number): number | undefined {
  const refusal = refusalIn(error)
  if (refusal && !isPassing(refusal)) return undefined
  const asked = refusal?.retryAfterSeconds
  if (asked !== undefined) return asked <= longestPause ? asked : undefined
  return firstPause * 2 ** (made - 1) * (1 + Math.random() / 4)
}

function isPassing({ status, text }: { readonly status: number; readonly text: string }): boolean {
  if (status === 429) return !/insufficient_quota|billing/i.test(text)
  return status === 408 || status >= 500
}
