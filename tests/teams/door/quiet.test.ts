import { afterEach, expect, it, vi } from 'vitest'
import { personalMessage } from '../payloads.ts'
import { openTown } from './town.ts'

afterEach(() => vi.restoreAllMocks())

it('the terminal hears nothing of a bad token, neither keys nor what is wrong with it, but all of ours', async () => {
  const printed: unknown[] = []
  // Before the door is opened: what stands there then is what it is quiet towards.
  for (const name of ['error', 'warn', 'log', 'info'] as const) {
    vi.spyOn(console, name).mockImplementation((...words) => void printed.push(...words))
  }
  const town = await openTown()
  const activity = personalMessage(town.teams, { text: 'Was kannst du?' })
  const deliveries = (['expired', 'wrong-key', 'hs256', 'alg-none', 'garbage'] as const).map(
    (kind) => town.teams.deliver(activity, { token: town.teams.token(kind) }),
  )
  console.error('ours')
  const statuses = (await Promise.all(deliveries)).map(({ status }) => status)
  expect(new Set(statuses)).toEqual(new Set([401]))
  expect(printed).toEqual(['ours'])
  await town.close()
})
