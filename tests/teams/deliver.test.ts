import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openFakeTeams } from './fake.ts'
import { personalMessage } from './payloads.ts'
import { openStage, type Stage } from './stage.ts'

let stage: Stage

beforeEach(async () => {
  vi.spyOn(console, 'error').mockReturnValue()
  stage = await openStage()
})

afterEach(async () => {
  vi.restoreAllMocks()
  await stage.close()
})

describe('a delivery', () => {
  it('tells what the app answered', async () => {
    const { teams } = stage
    const answer = await teams.deliver(personalMessage(teams, { text: 'Hallo' }))
    expect(answer).toMatchObject({ status: 200, body: '' })
    expect(answer.ms).toBeGreaterThan(0)
  })

  it('can be something else than the activity', async () => {
    const seen: unknown[] = []
    stage.onTurn(async ({ activity }) => seen.push(activity.text))
    const { teams } = stage
    const message = personalMessage(teams, { text: 'Hallo' })
    const rawBody = JSON.stringify({ ...message, text: 'Anders' })
    await teams.deliver(message, { rawBody })
    expect(seen).toEqual(['Anders'])
    expect(await teams.deliver(message, { rawBody: '{"type"' })).toMatchObject({ status: 400 })
  })

  it('needs to know where to', async () => {
    const teams = await openFakeTeams()
    await expect(teams.deliver({})).rejects.toThrow(/connect/)
    await teams.close()
  })
})

describe('a delivery as Azure Bot Service does it', () => {
  it('comes once when it was answered', async () => {
    const { teams } = stage
    const tries = await teams.deliverWithRetries(personalMessage(teams, { text: 'Hallo' }))
    expect(tries.map(({ status }) => status)).toEqual([200])
  })

  it('comes again after an error, and not after a refusal', async () => {
    const { teams } = stage
    const ids: unknown[] = []
    stage.onTurn(async ({ activity }) => {
      ids.push(activity.id)
      if (ids.length < 3) throw new Error('not yet')
    })
    const message = personalMessage(teams, { text: 'Hallo' })
    const tries = await teams.deliverWithRetries(message, { factor: 0.01 })
    expect(tries.map(({ status }) => status)).toEqual([500, 500, 200])
    expect(ids).toEqual([message.id, message.id, message.id])
    const refused = await teams.deliverWithRetries(message, { token: null })
    expect(refused.map(({ status }) => status)).toEqual([401])
  })

  it('comes again when the turn takes too long, although it is still running', async () => {
    const { teams } = stage
    let turns = 0
    const gate = Promise.withResolvers<void>()
    stage.onTurn(async () => {
      turns += 1
      await gate.promise
    })
    const message = personalMessage(teams, { text: 'Hallo' })
    const tries = await teams.deliverWithRetries(message, { repeats: 1, factor: 0.05 })
    gate.resolve()
    expect(tries).toMatchObject([
      { status: 504, reason: 'timeout' },
      { status: 504, reason: 'timeout' },
    ])
    await vi.waitFor(() => expect(turns).toBe(2))
  })

  it('comes again when nobody is there', async () => {
    const { teams } = stage
    // Nothing listens on port 1.
    teams.connect('http://127.0.0.1:1/api/messages')
    const message = personalMessage(teams, { text: 'Hallo' })
    const tries = await teams.deliverWithRetries(message, { repeats: 1, factor: 0.001 })
    expect(tries.map(({ reason }) => reason)).toEqual(['connection-failed', 'connection-failed'])
  })
})
