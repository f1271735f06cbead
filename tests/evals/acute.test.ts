import { describe, expect, it } from 'vitest'
import { readMessages, scoreAcute } from '../../evals/acute.ts'

describe('the first steps', () => {
  const messages = readMessages()

  it('are measured on as many fires as calm messages', () => {
    expect(messages.length).toBeGreaterThanOrEqual(80)
    expect(messages.filter(({ acute }) => acute).length).toBe(messages.length / 2)
    expect(new Set(messages.map(({ id }) => id)).size).toBe(messages.length)
    expect(messages.filter(({ heldback }) => heldback).length).toBeGreaterThanOrEqual(40)
  })

  it('miss no fire and give at most one false alarm in twenty', () => {
    const { missed, calm, falseAlarms } = scoreAcute(messages)
    expect(missed).toEqual([])
    expect(falseAlarms.length).toBeLessThanOrEqual(calm / 20)
  })
})
