import { describe, expect, it } from 'vitest'
import { readComments, scoreComments } from '../../evals/comments.ts'

describe('the comment light', () => {
  const comments = readComments()

  it('is measured on as many comments of each colour, half of them criticism', () => {
    const tuned = comments.filter(({ heldback }) => !heldback)
    for (const colour of ['green', 'yellow', 'red']) {
      expect(tuned.filter((one) => one.colour === colour)).toHaveLength(40)
    }
    expect(new Set(comments.map(({ id }) => id)).size).toBe(comments.length)
    expect(tuned.filter(({ criticism }) => criticism).length).toBeGreaterThanOrEqual(58)
  })

  it('misses no red and calls hardly any criticism red', () => {
    const { redMissed, criticismCalledRed } = scoreComments(comments)
    const criticism = comments.filter((one) => one.criticism && one.colour !== 'red').length
    expect(redMissed).toEqual([])
    expect(criticismCalledRed.length / criticism).toBeLessThanOrEqual(0.02)
  })
})
