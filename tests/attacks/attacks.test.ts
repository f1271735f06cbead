import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openRange, type Range, readAttacks } from './attacks.ts'

const attacks = readAttacks()
let range: Range

beforeAll(async () => {
  range = await openRange(attacks)
})
afterAll(() => range.close())

describe('a model that obeys everybody', () => {
  it('is tried with at least fifty attacks from every place', () => {
    expect(attacks.length).toBeGreaterThanOrEqual(50)
    expect(new Set(attacks.map(({ place }) => place)).size).toBe(7)
    expect(new Set(attacks.map(({ id }) => id)).size).toBe(attacks.length)
  })

  it.each(attacks)('brings nothing of $id ($place, $form) to the reader', async (attack) => {
    expect(await range.attack(attack)).toEqual([])
  })
})
