import { isKnown, UpstreamError } from '../../src/domain/errors.ts'
import type { Log } from '../../src/log.ts'

/** The same trouble is logged again after this long, in milliseconds. */
const quietMs = 10 * 60_000

/** Logs what went wrong by its code, once: words of people may be in any error's text. */
export function openTrouble(log: Log | undefined, now: () => number = Date.now) {
  const logged = new Map<string, number>()
  return (error: unknown): void => {
    const told = codeOf(error)
    const key = JSON.stringify(told)
    if (now() - (logged.get(key) ?? 0) < quietMs) return
    logged.set(key, now())
    log?.warn(told, 'teams answer not out yet')
  }
}

function codeOf(error: unknown) {
  if (error instanceof UpstreamError) {
    const { code, provider, status } = error
    return { code, provider, status }
  }
  const { name } = error instanceof Error ? error : { name: typeof error }
  return { code: isKnown(error) ? error.code : name }
}
