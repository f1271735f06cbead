import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { channelMention, personalMessage } from '../payloads.ts'
import { openTown, type Town } from './town.ts'

const text = 'Wie lange haben wir Zeit, eine Datenpanne zu melden?'
let town: Town
beforeEach(async () => {
  town = await openTown()
})
afterEach(() => town.close())

function answers() {
  return town.said().filter(({ activity }) => String(activity['text']).includes('[1]'))
}

describe('a request that cannot be believed', () => {
  it.each([
    'expired',
    'unknown-kid',
    'wrong-key',
    'wrong-audience',
    'wrong-issuer',
    'hs256',
    'alg-none',
    'other-service-url',
    'no-endorsement',
    'garbage',
  ] as const)('(%s): 401, nothing done, nothing logged but that', async (kind) => {
    const activity = personalMessage(town.teams, { text })
    const { status, body } = await town.teams.deliver(activity, { token: town.teams.token(kind) })
    expect(status).toBe(401)
    expect(body).toBe('')
    await town.rest()
    expect(town.said()).toEqual([])
    expect(town.log.join('\n')).not.toMatch(/Datenpanne|29:/)
  })

  it('(no token at all): 401', async () => {
    const activity = personalMessage(town.teams, { text })
    expect((await town.teams.deliver(activity, { token: null })).status).toBe(401)
  })

  it('(another tenant): 403', async () => {
    const activity = personalMessage(town.teams, {
      text,
      tenant: '00000000-0000-4000-8000-000000000000',
    })
    expect((await town.teams.deliver(activity)).status).toBe(403)
    await town.rest()
    expect(town.said()).toEqual([])
  })

  it.each([
    ['no conversation', { type: 'message' }],
    ['no type', { conversation: { id: 'a' } }],
    ['an empty object', {}],
  ])('(%s): 400', async (_, activity) => {
    expect((await town.teams.deliver(activity)).status).toBe(400)
  })

  it('(not JSON): 400', async () => {
    expect((await town.teams.deliver({}, { rawBody: '{"type":' })).status).toBe(400)
  })

  it('(would make us send elsewhere): 403', async () => {
    const activity = {
      ...personalMessage(town.teams, { text }),
      serviceUrl: 'https://luege.example/',
    }
    expect((await town.teams.deliver(activity)).status).toBe(403)
  })
})

describe('an activity', () => {
  it('that comes again is answered once, also after a restart', async () => {
    const activity = channelMention(town.teams, { text })
    for (let round = 0; round < 2; round += 1) await town.teams.deliver(activity)
    await town.rest()
    await town.restart()
    await town.teams.deliver(activity)
    await town.rest()
    expect(answers()).toHaveLength(1)
  })

  it('keeps no request waiting for its answer, however long that takes', async () => {
    await town.close()
    const gate = Promise.withResolvers<void>()
    town = await openTown({
      wrap: (engine) => ({
        ...engine,
        ask: async (...asked) => {
          await gate.promise
          return await engine.ask(...asked)
        },
      }),
    })
    const activity = channelMention(town.teams, { text })
    for (let round = 0; round < 3; round += 1) {
      expect((await town.teams.deliver(activity)).status).toBe(200)
    }
    expect(answers()).toEqual([])
    gate.resolve()
    await town.rest()
    expect(answers()).toHaveLength(1)
  })

  it('that names the tenant in capitals the second time is the same', async () => {
    const activity = channelMention(town.teams, { text })
    const { tenant } = town.teams
    const capitals = JSON.stringify(activity).replaceAll(tenant, tenant.toUpperCase())
    expect(capitals).not.toBe(JSON.stringify(activity))
    for (const one of [activity, JSON.parse(capitals)]) {
      expect((await town.teams.deliver(one)).status).toBe(200)
    }
    await town.rest()
    expect(answers()).toHaveLength(1)
  })
})

describe('a Teams in trouble', () => {
  it.each([
    ['is busy (412)', { status: 412 }],
    ['asks to wait', { status: 429, retryAfter: 1 }],
    ['asks to wait without saying how long', { status: 429 }],
    ['fails', { status: 502 }],
    ['answers and then fails', { status: 500, afterwards: true }],
  ] as const)('that %s while it is updated gets the answer once', async (_, fault) => {
    town.teams.fault('update', fault)
    await town.teams.deliver(channelMention(town.teams, { text }))
    await town.rest()
    expect(answers()).toHaveLength(1)
    expect(town.teams.duplicatesOf()).toEqual([])
  })

  it.each([
    ['is busy (412)', { status: 412 }],
    ['asks to wait', { status: 429, retryAfter: 1 }],
    ['fails', { status: 503 }],
    ['answers and then fails', { status: 500, afterwards: true }],
  ] as const)('that %s in a private chat gives the answer once', async (_, fault) => {
    town.teams.fault('send', fault, fault)
    await town.teams.deliver(personalMessage(town.teams, { text }))
    await town.rest()
    expect(answers()).toHaveLength(1)
    expect(town.teams.duplicatesOf()).toEqual([])
  })

  it('whose conversation is gone is given up, and the next question is answered', async () => {
    const activity = channelMention(town.teams, { text })
    town.teams.closeConversation(activity.conversation.id)
    await town.teams.deliver(activity)
    await town.rest()
    expect(town.store.inbox.waiting()).toEqual([])
    await town.teams.deliver(personalMessage(town.teams, { text }))
    await town.rest()
    expect(answers()).toHaveLength(1)
  })
})

describe('a program that ended in the middle', () => {
  it('answers once what it had accepted, in the place it had begun', async () => {
    town.teams.fault('update', { hang: true })
    await town.teams.deliver(channelMention(town.teams, { text }))
    while (town.said().length === 0) await new Promise((resolve) => setTimeout(resolve, 5))
    await new Promise((resolve) => setTimeout(resolve, 100))
    await town.restart()
    await town.rest()
    expect(town.said()).toHaveLength(1)
    expect(answers()).toHaveLength(1)
  })
})
