import { Temporal } from 'temporal-polyfill'
import type { Instant } from './domain/time.ts'

/** A calendar day as `YYYY-MM-DD`; compared as text, earlier days are smaller. */
export type Day = string

/** What somebody typed as a time, and what it was taken for. */
export interface Moment {
  readonly at: Instant
  /** Set where the clock of that night had this time twice or never; says which one is meant. */
  readonly note?: string
}

const zone = 'Europe/Berlin'
const offset = /(?:Z|[+-]\d\d(?::?\d\d)?)$/i
const typed = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:[.,]\d{1,9})?)?))?$/

/**
 * Reads `2026-10-23T22:30`, with or without seconds, as a wall clock in Germany; with `Z` or an offset
 * as that very moment. A day alone is its first minute.
 *
 * When clocks are put back an hour comes twice: the first one is meant. When they are put forward an
 * hour is missing: a time in it is read on the clock that was not put forward yet, one hour earlier.
 * So what is reckoned from it never ends too late.
 *
 * `undefined` for what is no such time.
 */
export function parseMoment(text: string): Moment | undefined {
  const given = text.trim()
  try {
    if (offset.test(given) && given.includes(':')) return { at: toInstant(fromOffset(given)) }
    const [, day, time = '00:00'] = typed.exec(given) ?? []
    return day === undefined ? undefined : onTheWall(`${day}T${time.replace(',', '.')}`)
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

function fromOffset(given: string): Temporal.Instant {
  return Temporal.Instant.from(given.replace(' ', 'T'))
}

function onTheWall(text: string): Moment {
  const wall = Temporal.PlainDateTime.from(text, { overflow: 'reject' })
  const [first, last] = (['earlier', 'later'] as const).map((disambiguation) =>
    wall.toZonedDateTime(zone, { disambiguation }),
  )
  if (!first || !last) throw new RangeError(text)
  const at = toInstant(first.toInstant())
  if (first.equals(last)) return { at }
  const isTwice = first.toPlainDateTime().equals(wall)
  return { at, note: isTwice ? twice : never(first) }
}

const twice =
  'Diese Uhrzeit gab es in dieser Nacht zweimal (Zeitumstellung); gerechnet wird mit der ersten, in Sommerzeit.'

function never(taken: Temporal.ZonedDateTime): string {
  const time = taken.toPlainTime().toString({ smallestUnit: 'minute' })
  return `Diese Uhrzeit gab es in dieser Nacht nicht (Zeitumstellung); gerechnet wird vorsichtig mit ${time} Uhr.`
}

function toInstant(moment: Temporal.Instant): Instant {
  return new Date(moment.epochMilliseconds).toISOString()
}

function zoned(at: Instant): Temporal.ZonedDateTime {
  return Temporal.Instant.from(at).toZonedDateTimeISO(zone)
}

/** A moment as other programs read it, in German time: `2026-10-26T21:30:00+01:00`. */
export function berlinTime(at: Instant): string {
  return zoned(at).toString({ timeZoneName: 'never', smallestUnit: 'second' })
}

/** So many hours later as a stopwatch counts them. */
export function hoursAfter(at: Instant, hours: number): Instant {
  return new Date(Date.parse(at) + hours * 3_600_000).toISOString()
}

/** The beginning of the hour after the one this moment falls in. */
export function nextFullHour(at: Instant): Instant {
  const start = zoned(at).round({ smallestUnit: 'hour', roundingMode: 'floor' })
  return toInstant(start.add({ hours: 1 }).toInstant())
}

/** The day it is in Germany at this moment. */
export function dayOf(at: Instant): Day {
  return zoned(at).toPlainDate().toString()
}

/** The hour of the day in Germany, 0 to 23. */
export function localHour(at: Instant): number {
  return zoned(at).hour
}

export function daysAfter(day: Day, days: number): Day {
  return Temporal.PlainDate.from(day).add({ days }).toString()
}

/** The day of the same number so many months later; the last one of a month that has no such day. */
export function monthsAfter(day: Day, months: number): Day {
  return Temporal.PlainDate.from(day).add({ months }).toString()
}

/** 1 for Monday to 7 for Sunday. */
export function weekdayOf(day: Day): number {
  return Temporal.PlainDate.from(day).dayOfWeek
}

/** The last second of a day in Germany, where terms end "mit Ablauf" of it. */
export function endOfDay(day: Day): Instant {
  return new Date(Date.parse(startOfDay(daysAfter(day, 1))) - 1000).toISOString()
}

/** The first moment of a day in Germany. */
export function startOfDay(day: Day): Instant {
  return toInstant(Temporal.PlainDate.from(day).toZonedDateTime(zone).toInstant())
}

const format = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('de-DE', { timeZone: zone, ...options })

const clock = format({ hour: '2-digit', minute: '2-digit' })
const date = format({ weekday: 'short', day: '2-digit', month: '2-digit', year: 'numeric' })

/** `21:30` */
export function clockOf(at: Instant): string {
  return clock.format(new Date(at))
}

/** `Mo., 26.10.2026` */
export function dateOf(at: Instant): string {
  return date.format(new Date(at))
}

/** `Mo., 26.10.2026, 21:30 Uhr` */
export function dateAndClock(at: Instant): string {
  return `${dateOf(at)}, ${clockOf(at)} Uhr`
}
