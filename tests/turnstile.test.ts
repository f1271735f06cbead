import { setImmediate as nextTurn } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { openTurnstile } from '../src/turnstile.ts'

it('lets one through at a time, in their order, and what came in meanwhile between two', async () => {
  const pass = openTurnstile()
  const seen: string[] = []
  // Something is taken in three steps, as a request is.
  const takeIn = async (name: string) => {
    for (let step = 0; step < 3; step += 1) await nextTurn()
    seen.push(name)
  }
  const taken: Promise<void>[] = []
  const work = async (name: string) => {
    await pass()
    seen.push(name)
    taken.push(takeIn(`${name} brought`))
  }
  await Promise.all(['a', 'b', 'c'].map(work))
  await Promise.all(taken)
  expect(seen).toEqual(['a', 'a brought', 'b', 'b brought', 'c', 'c brought'])
})
