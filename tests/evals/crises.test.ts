import { expect, it } from 'vitest'
import { readCrises, scoreCrises } from '../../evals/crises.ts'

const all = readCrises()

it('has as many calm messages as fires, each once', () => {
  expect(all.filter(({ acute }) => !acute).length).toBe(all.length / 2)
  expect(new Set(all.map(({ text }) => text)).size).toBe(all.length)
})

// Those that nobody had seen are measured by the command, not held here.
it('proposes the right playbook, misses no red, raises no alarm over calm messages', () => {
  const seen = all.filter(({ heldback }) => !heldback)
  const { fires, misplaced, redMissed, calm, falseAlarms } = scoreCrises(seen)
  expect(redMissed).toEqual([])
  expect(misplaced.length / fires, misplaced.join(' ')).toBeLessThanOrEqual(0.05)
  expect(falseAlarms.length / calm, falseAlarms.join(' ')).toBeLessThanOrEqual(0.05)
})
