import fc from 'fast-check'
import { expect, it } from 'vitest'
import { clock, clockSpan, parseClock } from '../../src/domain/time.ts'

it('writes minutes and seconds with two digits and hours only when there are any', () => {
  expect(clock(0)).toBe('00:00')
  expect(clock(754.9)).toBe('12:34')
  expect(clock(3754)).toBe('1:02:34')
  expect(clockSpan(430, 472)).toBe('07:10–07:52')
  expect(clockSpan(430.1, 430.9)).toBe('07:10')
})

it('reads every form that files use', () => {
  expect(parseClock('00:12:34.500')).toBe(754.5)
  expect(parseClock('12:34,5')).toBe(754.5)
  expect(parseClock(754)).toBe(754)
  expect(parseClock('754')).toBe(754)
})

it('refuses what is no time', () => {
  for (const wrong of ['', 'zwölf', '1:2:3:4', -1, Number.NaN, null, {}]) {
    expect(parseClock(wrong)).toBeUndefined()
  }
})

it('reads back what it wrote, to the second', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 400_000 }), (seconds) => {
      expect(parseClock(clock(seconds))).toBe(seconds)
    }),
  )
})
