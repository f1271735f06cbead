import { describe, expect, it } from 'vitest'
import { scoreRedaction } from '../../evals/redaction.ts'
import { stressFixtures } from '../../evals/redaction-stress.ts'
import { readOrigins } from '../../evals/stress-names.ts'

describe('redaction of names nobody listed', () => {
  it('is measured on people of many origins, with pieces that stand in their messages', () => {
    expect(readOrigins().length).toBeGreaterThanOrEqual(15)
    for (const { name, given, family } of readOrigins()) {
      expect(given.length, name).toBeGreaterThanOrEqual(20)
      expect(family.length, name).toBeGreaterThanOrEqual(20)
    }
    for (const { id, text, gone, stay } of stressFixtures(1)) {
      for (const piece of [...gone, ...stay]) expect(text, id).toContain(piece)
    }
  })

  it.each([1, 2, 3])('takes them out and leaves what stands around them, seed %i', (seed) => {
    const { details, left, institutions, lost } = scoreRedaction(stressFixtures(seed))
    expect(details).toBeGreaterThan(1000)
    expect(left.length / details).toBeLessThanOrEqual(0.04)
    expect(lost.length / institutions).toBeLessThanOrEqual(0.01)
  })
})
