import { getHolidays } from 'feiertagejs'
import { type Day, weekdayOf } from '../berlin.ts'
import type { StateCode } from '../domain/profile.ts'

// Holidays in some places of a state only: nobody may rely on them without knowing the place.
const onlySomewhere: Readonly<Partial<Record<StateCode, readonly string[]>>> = {
  BY: ['MARIAHIMMELFAHRT'],
}

const found = new Map<string, ReadonlyMap<Day, string>>()

/**
 * The name of a statutory holiday in the whole state; `undefined` on any other day.
 *
 * Without a state only those of all Germany count. Holidays of single places (Augsburg, Mariä
 * Himmelfahrt in parts of Bavaria, Fronleichnam in parts of Saxony and Thuringia) never do, so that no
 * term is taken for longer than it is.
 */
export function holidayOn(day: Day, state: StateCode | undefined): string | undefined {
  return holidaysOf(Number(day.slice(0, 4)), state).get(day)
}

/** Neither Saturday, Sunday nor holiday. */
export function isWorkday(day: Day, state: StateCode | undefined): boolean {
  return weekdayOf(day) < 6 && holidayOn(day, state) === undefined
}

function holidaysOf(year: number, state: StateCode | undefined): ReadonlyMap<Day, string> {
  const key = `${year} ${state}`
  const known = found.get(key)
  if (known) return known
  const some = state ? onlySomewhere[state] : undefined
  const days = getHolidays(year, state ?? 'BUND').filter(({ name }) => !some?.includes(name))
  // Its `dateString` is a day off far east of here; `date` is noon UTC wherever this runs.
  const all = new Map(
    days.map((one) => [one.date.toISOString().slice(0, 10), one.translate('de') ?? '']),
  )
  found.set(key, all)
  return all
}
