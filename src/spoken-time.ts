import { dayOf, daysAfter, parseMoment } from './berlin.ts'
import type { Instant } from './domain/time.ts'

/** Whether people speak of what was or of what is to come. */
type Side = 'past' | 'future'

const clock = /^(?:(gestern|heute|morgen)[ ,]+)?(?:um )?(\d{1,2})[:.](\d\d)(?: ?uhr)?$/i
const dated =
  /^(?:am )?(\d{1,2})\.(\d{1,2})\.(?:(\d{4}))?[ ,]+(?:um )?(\d{1,2})[:.](\d\d)(?: ?uhr)?$/i

/**
 * Reads a time as people type it in a chat ("22:30", "gestern 22:30", "23.10. 22:30 Uhr") or as
 * `parseMoment` takes it. A clock alone is the last one, or the next one for what is to come.
 *
 * `undefined` for what is no such time.
 */
export function parseSpoken(typed: string, now: Instant, side: Side = 'past'): Instant | undefined {
  const text = typed.trim()
  const [, word, hour, minute] = clock.exec(text) ?? []
  if (hour !== undefined && minute !== undefined)
    return onDay(
      dayFor(word?.toLowerCase(), now),
      `${hour}:${minute}`,
      word ? undefined : { now, side },
    )
  const [, day, month, year, hours, minutes] = dated.exec(text) ?? []
  if (day === undefined || month === undefined) return parseMoment(text)?.at
  const whole = `${year ?? now.slice(0, 4)}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return onDay(whole, `${hours}:${minutes}`)
}

function dayFor(word: string | undefined, now: Instant): string {
  const today = dayOf(now)
  const off = word === 'gestern' ? -1 : word === 'morgen' ? 1 : 0
  return daysAfter(today, off)
}

function onDay(
  day: string,
  time: string,
  wanted?: { readonly now: Instant; readonly side: Side },
): Instant | undefined {
  const at = parseMoment(`${day}T${time.padStart(5, '0')}`)?.at
  if (at === undefined || !wanted) return at
  const { now, side } = wanted
  if (side === 'past' && at > now) return onDay(daysAfter(day, -1), time)
  return side === 'future' && at < now ? onDay(daysAfter(day, 1), time) : at
}
