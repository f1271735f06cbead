import { expect, it } from 'vitest'
import { askPremises, readPremises } from '../../evals/premises.ts'

it('wrong premises are corrected nine times in ten, right ones never', async () => {
  const outcomes = await askPremises(
    readPremises(new URL('../../evals/premises.jsonl', import.meta.url)),
  )
  const [right, wrong] = [true, false].map((holds) => outcomes.filter((one) => one.holds === holds))
  expect(right?.filter(({ came }) => came === 'corrected')).toEqual([])
  const seen = wrong?.filter(({ heldback }) => !heldback) ?? []
  const met = seen.filter(({ came }) => came !== 'answered').length
  expect(met / seen.length).toBeGreaterThanOrEqual(0.9)
})
