import type { TurnContext } from 'botbuilder'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Fault } from './faults.ts'
import { GROUP, groupMention, personalMessage } from './payloads.ts'
import { call, openStage, runTurn, type Stage, toActivities } from './stage.ts'

const SEND = ['POST', toActivities(GROUP)] as const
const HELLO = { type: 'message', text: 'Hallo' }

let stage: Stage

beforeEach(async () => {
  stage = await openStage()
})

afterEach(async () => {
  await stage.close()
})

/** What the SDK makes of these faults, and what it asked for. */
async function trySending(...faults: readonly Fault[]) {
  const { teams } = stage
  teams.fault('post', ...faults)
  const result = await runTurn(stage, groupMention(teams, { text: 'Hallo' }), (context) =>
    context.sendActivity('Antwort'),
  )
  return { result, outcomes: teams.calls.map(({ outcome }) => outcome) }
}

describe('faults before the real SDK', () => {
  it('waits and repeats after a 429 with Retry-After', async () => {
    const { outcomes } = await trySending({ status: 429, retryAfter: 0 })
    expect(outcomes).toEqual([429, 'ok'])
    expect(stage.teams.messages).toHaveLength(1)
  })

  it('gives up after the fourth 429', async () => {
    const throttled = { status: 429, retryAfter: 0 } as const
    const { result, outcomes } = await trySending(throttled, throttled, throttled, throttled)
    expect(result).toMatchObject({ statusCode: 429, code: 'Throttled' })
    expect(outcomes).toEqual([429, 429, 429, 429])
  })

  it.each([
    [{ status: 429 }, 'Throttled'],
    [{ status: 412 }, 'PreconditionFailed'],
    [{ status: 403, code: 'BotDisabledByAdmin' }, 'BotDisabledByAdmin'],
    [{ status: 403 }, 'BotNotInConversationRoster'],
    [{ status: 404 }, 'ConversationNotFound'],
    [{ status: 413 }, 'MessageSizeTooBig'],
  ] as const)('throws at once for %o', async (fault, code) => {
    const { result, outcomes } = await trySending(fault)
    expect(result).toMatchObject({ statusCode: fault.status, code })
    expect(outcomes).toEqual([fault.status])
    expect(stage.teams.messages).toHaveLength(0)
  })

  it('repeats after a 502, so that what was done is done twice', async () => {
    const { result, outcomes } = await trySending({ status: 502, afterwards: true })
    expect(outcomes).toEqual([502, 'ok'])
    const [twice = []] = stage.teams.duplicatesOf(GROUP)
    expect(twice).toHaveLength(2)
    expect(result).toEqual({ id: twice[1]?.id })
    // The only thing that tells a repeat from a second message.
    const ids = stage.teams.calls.map(({ headers }) => headers['x-ms-client-request-id'])
    expect(ids[0]).toBe(ids[1])
  })

  it('repeats after a broken connection as well', async () => {
    const { outcomes } = await trySending({ cut: true, afterwards: true })
    expect(outcomes).toEqual(['cut', 'ok'])
    expect(stage.teams.duplicatesOf(GROUP)).toHaveLength(1)
  })

  it('repeats nothing without its retry policy', async () => {
    const { teams, adapter } = stage
    teams.fault('post', { status: 502, afterwards: true })
    const result = await runTurn(stage, personalMessage(teams, { text: 'Hallo' }), (context) => {
      withoutRetries(context, adapter.ConnectorClientKey)
      return context.sendActivity('Antwort')
    })
    expect(result).toMatchObject({ statusCode: 502 })
    expect(teams.messages).toHaveLength(1)
  })
})

function withoutRetries(context: TurnContext, key: symbol): void {
  context.turnState.get(key).client.pipeline.removePolicy({ name: 'defaultRetryPolicy' })
}

describe('scripted faults', () => {
  it('hit messages and typing apart', async () => {
    const { teams } = stage
    teams.fault('post', { status: 412 })
    teams.fault('typing', { status: 403 })
    expect(await call(teams, SEND, { body: { type: 'typing' } })).toMatchObject({ status: 403 })
    expect(await call(teams, SEND, { body: HELLO })).toMatchObject({ status: 412 })
    expect(await call(teams, SEND, { body: HELLO })).toMatchObject({ status: 201 })
  })

  it('come before the rhythm, which counts them too', async () => {
    const { teams } = stage
    teams.everyNth('any', 3, { status: 503 })
    teams.fault('send', { status: 412 })
    const statuses: number[] = []
    for (let n = 1; n <= 6; n += 1) {
      statuses.push((await call(teams, SEND, { body: HELLO })).status)
    }
    expect(statuses).toEqual([412, 201, 503, 201, 201, 503])
  })

  it('carry their own code, and Retry-After only when told', async () => {
    const { teams } = stage
    teams.fault('send', { status: 429 }, { status: 429, retryAfter: 2 })
    teams.fault('members', { status: 403, code: 'NotEnoughPermissions' })
    const address = `${teams.serviceUrl}v3/conversations${toActivities(GROUP)}`
    const headers = { authorization: 'Bearer test', 'content-type': 'application/json' }
    const request = { method: 'POST', headers, body: JSON.stringify(HELLO) }
    expect((await fetch(address, request)).headers.get('retry-after')).toBeNull()
    expect((await fetch(address, request)).headers.get('retry-after')).toBe('2')
    expect(await call(teams, ['GET', `/${GROUP}/members`])).toMatchObject({
      status: 403,
      body: { error: { code: 'NotEnoughPermissions' } },
    })
  })

  it('never answer when they hang, and are only late when they are slow', async () => {
    const { teams } = stage
    teams.fault('send', { hang: true, afterwards: true }, { slowMs: 5 })
    const address = `${teams.serviceUrl}v3/conversations${toActivities(GROUP)}`
    const headers = { authorization: 'Bearer test' }
    const patience = new AbortController()
    const { signal } = patience
    const request = { method: 'POST', headers, body: JSON.stringify(HELLO), signal }
    const waiting = fetch(address, request)
    await vi.waitFor(() => expect(teams.calls[0]?.outcome).toBe('hang'))
    patience.abort()
    await expect(waiting).rejects.toThrow(/aborted/)
    expect(await call(teams, SEND, { body: HELLO })).toMatchObject({ status: 201 })
    expect(teams.calls.map(({ outcome }) => outcome)).toEqual(['hang', 'ok'])
    expect(teams.messages).toHaveLength(2)
  })
})
