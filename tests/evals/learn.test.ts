import { describe, expect, it } from 'vitest'
import { weighed } from '../../evals/fit.ts'
import { stampOf } from '../../evals/learn.ts'
import { examplesFor, recipes } from '../../evals/lessons.ts'
import { scoresOf } from '../../src/crisis/learned/scores.ts'
import { readLearned, toWeights } from '../../src/crisis/learned/weights.ts'

const some = examplesFor('comments').filter((_, at) => at % 6 === 0)

describe('what is learned', () => {
  it.each(['messages', 'comments', 'grounds'] as const)(
    'is shipped as learned last: %s',
    (name) => {
      // Texts or code changed: npm run learn.
      expect(readLearned(name).stamp).toBe(stampOf())
    },
  )

  it('is the same byte by byte from the same texts', () => {
    expect(weighed(some, recipes.comments)).toEqual(weighed(some, recipes.comments))
  })

  it('says yes to what it was told is red, and no to what is green', () => {
    const weights = toWeights({ stamp: '', ...weighed(some, recipes.comments) })
    const means = [true, false].map((isRed) => {
      const all = some.filter(({ answers }) => answers['red'] === isRed)
      const scores = all.map(({ features }) => scoresOf(features, weights).get('red') ?? 0)
      return scores.reduce((sum, one) => sum + one, 0) / all.length
    })
    expect(means[0]).toBeGreaterThan(0.5)
    expect(means[1]).toBeLessThan(-0.5)
  })
})
