import { isLoopback } from '../../src/domain/host.ts'

/** Names and numbers that lead somewhere inside a house only. */
const inside =
  /\.(?:localhost|local|lan|home|internal|intranet)$|^(?:10|192\.168|169\.254|172\.(?:1[6-9]|2\d|3[01]))\.|^f[cd][\da-f]{2}:|^fe80:/i

/**
 * Why a chat platform cannot send anything to this address, in words that end a sentence; `undefined`
 * where nothing speaks against it. Whether it really gets through is known to the platform alone.
 */
export function obstacleAt(address: string): string | undefined {
  const url = URL.parse(address)
  if (!url) return 'ist keine Adresse'
  const host = url.hostname.replace(/^\[|\]$/g, '')
  if (isLoopback(host) || host === '0.0.0.0' || inside.test(host) || !/[.:]/.test(host)) {
    return 'ist von außen nicht erreichbar'
  }
  if (url.protocol !== 'https:') return 'beginnt nicht mit https://'
  const rest = `${url.username}${url.password}${url.search}${url.hash}`
  return url.pathname === '/' && rest === '' ? undefined : 'hat etwas hinter dem Namen'
}
