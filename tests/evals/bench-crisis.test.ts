import { expect, it } from 'vitest'
import { benchCrisis } from '../../evals/bench-crisis.ts'

it('measures boards, appends, due steps, the card and memory on a file of its own', () => {
  const figures = benchCrisis(6, 30)
  expect(Object.keys(figures)).toEqual([
    'openBoardMs',
    'appendMs',
    'dueMs',
    'sofortKarteMs',
    'rssMb',
  ])
  for (const value of Object.values(figures)) expect(value).toBeGreaterThan(0)
})
