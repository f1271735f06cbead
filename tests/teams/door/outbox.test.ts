import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Refusal } from '../../../adapters/teams/outcome.ts'
import { openOutbox } from '../../../adapters/teams/send.ts'
import { pumpLimits } from '../../../src/pump.ts'
import { edited } from '../events.ts'
import { channelMention, groupMention, personalMessage } from '../payloads.ts'
import { isFields } from '../state.ts'
import { handsIn, question as text, until, wordsOf } from './hands.ts'
import { openTown, type Town } from './town.ts'

let town: Town
const { ask, send } = handsIn(() => town)
beforeEach(async () => {
  town = await openTown()
})
afterEach(() => town.close())

const answers = () => town.said().filter((one) => wordsOf(one).includes('[1]'))
const hour = 3_600_000
const chat = (at: number) => `19:gruppe${at}@thread.v2`

describe('a Teams that asks to wait', () => {
  it('for two minutes is left alone that long, others go on, and the program can end', async () => {
    town.teams.fault('post', { status: 429, retryAfter: 120 })
    await town.teams.deliver(groupMention(town.teams, { text, chat: chat(0) }))
    await until(() => town.teams.calls.some(({ outcome }) => outcome === 429))
    await sleep(100)
    await town.teams.deliver(groupMention(town.teams, { text, chat: chat(1) }))
    await until(() => answers().length === 1)
    const calls = () => town.teams.calls.filter(({ conversation }) => conversation === chat(0))
    const before = calls().length
    await sleep(1500)
    expect(calls()).toHaveLength(before)
    expect(town.store.inbox.waiting()).toHaveLength(1)
    // Nothing runs while it waits: it ends long before it would have to.
    await town.restart(hour)
    await town.rest()
    expect(answers()).toHaveLength(2)
  })

  it('for an hour in many conversations holds up none that is free meanwhile', async () => {
    town.teams.everyNth('post', 1, { status: 429, retryAfter: 3600 })
    for (let at = 0; at < 20; at += 1) {
      await town.teams.deliver(groupMention(town.teams, { text, chat: chat(at) }))
    }
    // More than are worked on at once.
    await until(
      () => town.teams.calls.filter(({ outcome }) => outcome === 429).length > pumpLimits.atOnce,
    )
    town.teams.everyNth('post', 1, { slowMs: 0 })
    await town.teams.deliver(groupMention(town.teams, { text, chat: chat(99) }))
    await until(() => answers().some(({ conversation }) => conversation === chat(99)))
    expect(town.store.inbox.waiting().length).toBeGreaterThan(pumpLimits.atOnce)
  })

  it('by a date is left alone until then', async () => {
    const { toRefusal } = await import('../../../adapters/teams/outcome.ts')
    const later = new Date(Date.now() + 90_000).toUTCString()
    const response = { headers: { get: () => later } }
    const { waitMs } = toRefusal({ statusCode: 429, response })
    expect(waitMs).toBeGreaterThan(85_000)
    expect(
      toRefusal({ statusCode: 429, response: { headers: { get: () => 'bald' } } }).waitMs,
    ).toBe(0)
  })
})

describe('the pace of a conversation', () => {
  it('is kept, so that a strict Teams refuses nothing', async () => {
    await town.close()
    town = await openTown({ fake: { enforceLimits: true } })
    for (let at = 0; at < 5; at += 1) await town.teams.deliver(groupMention(town.teams, { text }))
    await town.rest()
    expect(answers()).toHaveLength(5)
    expect(town.teams.calls.filter(({ outcome }) => outcome === 429)).toEqual([])
    expect(town.teams.breaches).toEqual([])
  })

  it('is that of the conversation alone, and a wait for it ends with the signal', async () => {
    // The clock stands still: without the signal the seventh would wait for ever.
    const outbox = openOutbox(() => 1_000_000)
    const sent = async () => ({ ok: true, id: '1' }) as const
    for (let at = 0; at < 6; at += 1) await outbox.call('a', sent)
    expect(await outbox.hint('a', sent)).toBeUndefined()
    expect(await outbox.hint('b', sent)).toBeDefined()
    const ending = new AbortController()
    const seventh = outbox.call('a', sent, ending.signal)
    ending.abort()
    await expect(seventh).rejects.toThrow()
  })

  it('counts 55 in half a minute and 1700 in an hour', async () => {
    let now = 1_000_000
    const outbox = openOutbox(() => now)
    const sent = async () => ({ ok: true, id: '1' }) as const
    for (let at = 0; at < 55; at += 1) {
      now += 400
      expect(await outbox.hint('a', sent)).toBeDefined()
    }
    now += 400
    expect(await outbox.hint('a', sent)).toBeUndefined()
    now += 30_000
    let many = 55
    while (await outbox.hint('a', sent)) {
      many += 1
      now += 600
    }
    expect(many).toBe(1700)
  })
})

describe('a call that fails', () => {
  it('is repeated by us alone, at our pace: the SDK repeats nothing behind our back', async () => {
    const faults = [{ status: 503 }, { status: 429, retryAfter: 1 }, { cut: true }] as const
    town.teams.fault('post', ...faults)
    await ask('channel')
    const ids = town.teams.calls.map(({ headers }) => headers['x-ms-client-request-id'])
    expect(new Set(ids).size).toBe(ids.length)
    expect(answers()).toHaveLength(1)
  })

  it('is tried five times, then left to the caller', async () => {
    const outbox = openOutbox()
    let tries = 0
    const refusal: Refusal = { ok: false, status: 503, reason: 'x', waitMs: 10 }
    const outcome = await outbox.call('a', async () => {
      tries += 1
      return refusal
    })
    expect([outcome, tries]).toEqual([refusal, 5])
  })

  it('and hangs is given up and made again, in the same place', async () => {
    town.teams.fault('update', { hang: true })
    await ask('channel')
    expect(answers()).toHaveLength(1)
    expect(town.said()).toHaveLength(1)
  })

  it.each([
    ['for good (403)', { status: 403, code: 'MessageWritesBlocked' }],
    ['for good (403, switched off)', { status: 403, code: 'BotDisabledByAdmin' }],
    ['because nothing is there (404)', { status: 404 }],
  ] as const)('%s is given up, without noise for the next', async (_, fault) => {
    town.teams.fault('post', fault)
    await town.teams.deliver(channelMention(town.teams, { text }))
    await town.rest()
    expect(answers()).toEqual([])
    expect(town.store.inbox.waiting()).toEqual([])
    await ask('channel')
    expect(answers()).toHaveLength(1)
  })

  it('because its message is gone is said as a message of its own', async () => {
    town.teams.fault('update', { status: 404, code: 'ActivityNotFoundInConversation' })
    await ask('channel')
    expect(answers()).toHaveLength(1)
  })

  it.each([400, 413] as const)('with %d comes as words alone, with the label', async (status) => {
    town.teams.fault('update', { status })
    await ask('channel')
    expect(answers()).toHaveLength(1)
    expect(town.teams.messages).toHaveLength(2)
    expect(JSON.stringify(answers()[0]?.activity['entities'])).toContain('AIGeneratedContent')
  })
})

describe('the buttons of an answer', () => {
  const cards = () => town.teams.messages.filter(({ activity }) => !activity['text'])

  it('come alone: Teams would make two messages of words with a card', async () => {
    await ask('channel')
    const bodies = town.teams.calls.map(({ body }) => body).filter(isFields)
    expect(bodies.filter((body) => body['text'] && body['attachments'])).toEqual([])
    expect(cards()).toHaveLength(1)
  })

  it.each([
    ['after they are out', { status: 502, afterwards: true }, 1],
    ['before', { status: 502 }, 0],
    ['in between', { cut: true, afterwards: true }, 1],
  ] as const)('never come twice where Teams fails %s', async (_, fault, count) => {
    town.teams.fault('post', { slowMs: 1 }, fault)
    await ask('channel')
    expect(cards()).toHaveLength(count)
    expect(answers()).toHaveLength(1)
  })

  it.each([{ status: 412 }, { status: 429, retryAfter: 1 }] as const)(
    'are tried again where they are surely not there (%o)',
    async (fault) => {
      town.teams.fault('post', { slowMs: 1 }, fault)
      await ask('channel')
      expect(cards()).toHaveLength(1)
    },
  )

  it('are those of the changed question when it was changed, in the same place', async () => {
    const { asked } = await ask('channel')
    await send(edited(asked, '<at>Sturmlotse</at> Dürfen wir Kommentare löschen?'))
    expect(cards()).toHaveLength(1)
    expect(JSON.stringify(cards())).toContain('Neu beantworten')
  })

  it('come once when the program ends right behind them', async () => {
    await town.teams.deliver(channelMention(town.teams, { text }))
    await until(() => cards().length === 1)
    await town.restart()
    await town.rest()
    expect(cards().length).toBe(1)
    expect(answers()).toHaveLength(1)
  })
})

describe('a secret that has run out', () => {
  const expired = { TEAMS_APP_PASSWORD: 'abgelaufen' }

  it('costs no answer: it is kept, tried again, and logged once without a word of it', async () => {
    await town.restart(0, expired)
    await town.teams.deliver(channelMention(town.teams, { text }))
    await town.teams.deliver(personalMessage(town.teams, { text }))
    await until(() => town.log.length > 0)
    await sleep(300)
    expect(town.store.inbox.waiting()).toHaveLength(2)
    expect(town.log).toHaveLength(1)
    expect(town.log[0]).toContain('"provider":"Entra"')
    expect(town.log[0]).not.toContain('abgelaufen')
    await town.restart(0)
    await town.rest()
    expect(answers()).toHaveLength(2)
  })

  it('is told when the words are erased and it works again', async () => {
    let now = Date.now()
    await town.close()
    town = await openTown({ now: () => now, env: expired })
    await town.teams.deliver(channelMention(town.teams, { text }))
    await until(() => town.log.length > 0)
    now += 11 * 60_000
    await town.restart(0, { TEAMS_APP_PASSWORD: town.teams.appPassword })
    await town.rest()
    expect(town.said()).toHaveLength(1)
    expect(town.said().map(wordsOf)[0]).toContain('nicht rechtzeitig beantwortet')
  })

  it('or a token that is not taken any more is asked for anew', async () => {
    await ask('channel')
    const before = town.teams.tokenCalls.length
    town.teams.fault('post', { status: 401 })
    await town.teams.deliver(channelMention(town.teams, { text }))
    await until(() => town.teams.calls.some(({ outcome }) => outcome === 401))
    await sleep(50)
    await town.restart(0)
    await town.rest()
    expect(answers()).toHaveLength(2)
    expect(town.teams.tokenCalls.length).toBeGreaterThan(before)
  })
})

it('a service that moved is written to where it wrote from last', async () => {
  const first = channelMention(town.teams, { text })
  await send(first)
  const moved = `${town.teams.serviceUrl}emea/${town.teams.tenant}/`
  const second = { ...channelMention(town.teams, { text, rootId: first.id }), serviceUrl: moved }
  const token = town.teams.token('valid', { serviceurl: moved })
  expect((await town.teams.deliver(second, { token })).status).toBe(200)
  await town.rest()
  expect(answers()).toHaveLength(2)
  expect(town.teams.calls.at(-1)?.path).toContain('/emea/')
})
