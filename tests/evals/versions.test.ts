import { expect, it } from 'vitest'
import { askVersions, isWrong } from '../../evals/versions.ts'

it('where a newer source speaks of the same, the older is neither first nor unmarked', async () => {
  const seen = await askVersions(new URL('../../evals/versions.jsonl', import.meta.url))
  expect(seen.length).toBeGreaterThanOrEqual(12)
  expect(seen.filter(isWrong)).toEqual([])
  expect(seen.filter(({ came }) => came === 'refused').length).toBeLessThanOrEqual(1)
})
