import { expect, it } from 'vitest'
import { differenceToText, pairedDifference } from '../../evals/bootstrap.ts'

const many = <T>(count: number, of: (at: number) => T) =>
  Array.from({ length: count }, (_, at) => of(at))

it('is sure of what is better on every question', () => {
  const found = pairedDifference(
    many(50, () => 0.75),
    many(50, () => 0.5),
  )
  expect(found).toEqual({ mean: 0.25, low: 0.25, high: 0.25 })
})

it('is not sure of what is better on some and worse on others', () => {
  const { low, high } = pairedDifference(
    many(50, (at) => (at % 2 === 0 ? 1 : 0)),
    many(50, (at) => at % 2),
  )
  expect(low).toBeLessThan(0)
  expect(high).toBeGreaterThan(0)
})

it('compares the same questions: what all find alike hard makes nothing uncertain', () => {
  const hard = many(40, (at) => at / 40)
  const { low } = pairedDifference(
    hard.map((value) => value + 0.01),
    hard,
  )
  expect(low).toBeCloseTo(0.01)
})

it('gives the same interval at every run, and nothing of nothing', () => {
  const ours = many(30, (at) => at % 3)
  expect(pairedDifference(ours, [])).toEqual(pairedDifference(ours, []))
  expect(pairedDifference([], [])).toEqual({ mean: 0, low: 0, high: 0 })
})

it('reads with its sign', () => {
  expect(differenceToText({ mean: 0.0214, low: -0.003, high: 0.04 })).toBe('+.021 [−.003, +.040]')
})
