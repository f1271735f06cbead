import type { RequestHandler } from 'express'

/** Slack's own window: older or further ahead is not from Slack, or was kept for too long. */
const windowSeconds = 5 * 60

/** Bolt reads a signature up to its second "=", so the same one could be written in many ways. */
const signed = /^v0=[0-9a-f]{64}$/

/**
 * Refuses what Bolt lets through: timestamps ahead of time, and the same signed request once more.
 *
 * A repeat that Slack marks as one is let through: the inbox knows it, and Slack needs its 200. Only what
 * was dealt with counts as seen, so a request that failed here may come again.
 */
export function guardRequests(onRefused: () => void, now: () => number = Date.now): RequestHandler {
  const seen = new Map<string, number>()
  return (request, response, next) => {
    const seconds = Number(request.headers['x-slack-request-timestamp'])
    const signature = String(request.headers['x-slack-signature'] ?? '')
    const isTimely = Math.abs(now() / 1000 - seconds) <= windowSeconds
    forgetOld(seen, now())
    const isReplay = seen.has(signature) && !('x-slack-retry-num' in request.headers)
    if (!isTimely || !signed.test(signature) || isReplay) {
      onRefused()
      response.status(401).end()
      return
    }
    response.on('finish', () => {
      if (response.statusCode === 200) seen.set(signature, now())
      else if (response.statusCode === 401) onRefused()
    })
    next()
  }
}

// Oldest first, as a Map keeps its order.
function forgetOld(seen: Map<string, number>, now: number): void {
  for (const [signature, at] of seen) {
    if (now - at < 2 * windowSeconds * 1000) return
    seen.delete(signature)
  }
}
