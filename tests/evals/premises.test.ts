import { expect, it } from 'vitest'
import { askPremises, readPremises } from '../../evals/premises.ts'

it('wrong premises are corrected nine times in ten, right ones never', async () => {
  const outcomes = await askPremises(
    readPremises(new URL('../../evals/premises.jsonl', import.meta.url)),
  )
  const [right, wrong] = [true, false].map((holds) => outcomes.filter((one) => one.holds === holds))
  expect(right?.filter(({ came }) => came === 'corrected')).toEqual([])
  const met = wrong?.filter(({ came }) => came !== 'answered').length ?? 0
  expect(met / (wrong?.length ?? 1)).toBeGreaterThanOrEqual(0.9)
}, 120_000)
