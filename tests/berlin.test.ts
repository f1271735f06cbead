import fc from 'fast-check'
import { expect, it } from 'vitest'
import { berlinTime, dayOf, endOfDay, nextFullHour, parseMoment } from '../src/berlin.ts'

it.each([
  '',
  'morgen',
  '2026-02-30',
  '2026-02-29T10:00',
  '2026-13-01T10:00',
  '2026-10-23T24:30',
  '2026-10-23T9:30',
  '23.10.2026 22:30',
  '2026-10-23T22:30+25:00',
  '22:30Z',
])('does not take „%s“ for a time', (text) => {
  expect(parseMoment(text)).toBeUndefined()
})

it.each([
  ['2026-10-23T22:30', '2026-10-23T20:30:00.000Z'],
  ['2026-10-23 22:30', '2026-10-23T20:30:00.000Z'],
  ['2026-10-23T22:30:15', '2026-10-23T20:30:15.000Z'],
  ['2026-11-23T22:30', '2026-11-23T21:30:00.000Z'],
  ['2026-11-23T22:30+05:30', '2026-11-23T17:00:00.000Z'],
  ['2026-11-23T22:30Z', '2026-11-23T22:30:00.000Z'],
])('reads %s as a clock on a wall in Germany', (text, expected) => {
  expect(parseMoment(text)).toEqual({ at: expected })
})

it('says which hour is meant where the clock was changed', () => {
  expect(parseMoment('2026-10-25T02:30')?.note).toContain('zweimal')
  expect(parseMoment('2026-10-25T02:30+02:00')?.note).toBeUndefined()
  expect(parseMoment('2027-03-28T02:30')?.note).toContain('01:30 Uhr')
})

const moments = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString())

it('writes a moment so that it reads back as the same second', () => {
  fc.assert(
    fc.property(moments, (moment) => {
      const back = parseMoment(berlinTime(moment))?.at ?? ''
      expect(back.slice(0, 19)).toBe(moment.slice(0, 19))
    }),
  )
})

it('ends a day before the next one begins, and an hour within an hour', () => {
  fc.assert(
    fc.property(moments, (moment) => {
      expect(dayOf(endOfDay(dayOf(moment)))).toBe(dayOf(moment))
      const wait = Date.parse(nextFullHour(moment)) - Date.parse(moment)
      expect(wait).toBeGreaterThan(0)
      expect(wait).toBeLessThanOrEqual(3_600_000)
    }),
  )
})
