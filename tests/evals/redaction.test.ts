import { describe, expect, it } from 'vitest'
import { readFixtures, scoreRedaction } from '../../evals/redaction.ts'

describe('redaction', () => {
  const fixtures = readFixtures()

  it('is measured on messages whose pieces stand in them', () => {
    expect(fixtures.length).toBeGreaterThanOrEqual(100)
    expect(new Set(fixtures.map(({ id }) => id)).size).toBe(fixtures.length)
    for (const { id, text, gone, stay } of fixtures) {
      for (const piece of [...gone, ...stay]) expect(text, id).toContain(piece)
    }
  })

  it('takes out what must go and leaves what must stay', () => {
    const { details, left, institutions, lost } = scoreRedaction(fixtures)
    expect(left.length / details).toBeLessThanOrEqual(0.02)
    expect(lost.length / institutions).toBeLessThanOrEqual(0.02)
  })
})
