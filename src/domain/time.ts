/** Seconds since the start of a recording; fractions allowed, never negative. */
export type Seconds = number

/** A moment: ISO 8601 in UTC, as `Date.toISOString()` writes it. */
export type Instant = string

/**
 * Seconds as people read them: `clock(754)` is `12:34`, `clock(3754)` is `1:02:34`.
 *
 * Cut down to the whole second, so that a link never opens after the first word.
 */
export function clock(seconds: Seconds): string {
  const whole = Math.max(0, Math.floor(seconds))
  const hours = Math.floor(whole / 3600)
  const pair = (value: number) => String(value).padStart(2, '0')
  const rest = `${pair(Math.floor((whole % 3600) / 60))}:${pair(whole % 60)}`
  return hours > 0 ? `${hours}:${rest}` : rest
}

/** A stretch of a recording as people read it: `07:10–07:52`. */
export function clockSpan(start: Seconds, end: Seconds): string {
  const [from, to] = [clock(start), clock(end)]
  return from === to ? from : `${from}–${to}`
}

/**
 * Reads `754`, `"754.2"`, `"12:34"`, `"1:02:34.5"` or `"1:02:34,5"`.
 *
 * `undefined` for anything else, so that the caller can name the field that is wrong.
 */
export function parseClock(value: unknown): Seconds | undefined {
  if (typeof value === 'number') return Number.isFinite(value) && value >= 0 ? value : undefined
  if (typeof value !== 'string') return undefined
  const match = /^(?:(?:(\d+):)?(\d{1,2}):)?(\d+(?:[.,]\d+)?)$/.exec(value.trim())
  if (!match) return undefined
  const [, hours = '0', minutes = '0', seconds = '0'] = match
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds.replace(',', '.'))
}
