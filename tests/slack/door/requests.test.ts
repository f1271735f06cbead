import { createHmac } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { StoreError } from '../../../src/domain/errors.ts'
import { appMention, urlVerification } from '../payloads.ts'
import { channel, handsIn, question, user } from './hands.ts'
import { openTown, type Town } from './town.ts'

let town: Town
const { ask } = handsIn(() => town)
beforeEach(async () => {
  town = await openTown()
})
afterEach(() => town.close())

const mention = () => appMention(town.slack, { channel, user, text: question })
const now = () => Math.floor(Date.now() / 1000)

function signatureOf(payload: object, timestamp: number): string {
  const body = `v0:${timestamp}:${JSON.stringify(payload)}`
  return `v0=${createHmac('sha256', town.slack.signingSecret).update(body).digest('hex')}`
}

async function isUntouched(): Promise<void> {
  await town.rest()
  expect(town.said()).toEqual([])
  expect(town.store.inbox.waiting()).toEqual([])
  expect(town.log.join()).not.toMatch(/Datenpanne|U0ANNA001|xox|v0=/)
}

describe('a request', () => {
  it.each([
    ['with something behind it', (one: string) => `${one}=x`],
    ['with something before it', (one: string) => ` x${one}`],
    ['in capitals', (one: string) => one.toUpperCase()],
    ['of another version', (one: string) => one.replace('v0', 'v1')],
    ['of half the length', (one: string) => one.slice(0, 35)],
    ['that is empty', () => ''],
  ])('with a signature %s is refused', async (_, change) => {
    const payload = mention()
    const timestamp = now()
    const signature = change(signatureOf(payload, timestamp))
    expect((await town.slack.deliver(payload, { timestamp, signature })).status).toBe(401)
    await isUntouched()
  })

  it('that comes again behind a signature made longer is refused', async () => {
    const { answer } = await ask()
    expect(answer).toBeDefined()
    const payload = mention()
    const timestamp = now()
    const signature = signatureOf(payload, timestamp)
    expect((await town.slack.deliver(payload, { timestamp, signature })).status).toBe(200)
    const again = { timestamp, signature: `${signature}=` }
    expect((await town.slack.deliver(payload, again)).status).toBe(401)
  })

  it.each(['', 'abc', '1e400', '-1', '9'.repeat(40), 'NaN'])(
    'with the time "%s" is refused',
    async (stamp) => {
      const headers = { 'x-slack-request-timestamp': stamp }
      expect((await town.slack.deliver(mention(), { headers })).status).toBe(401)
      await isUntouched()
    },
  )

  it('without any signature is refused, whatever its method', async () => {
    const url = town.eventsUrl
    for (const method of ['GET', 'POST', 'PUT', 'DELETE', 'OPTIONS']) {
      expect((await fetch(url, { method })).status).toBe(401)
    }
    await isUntouched()
  })

  it('of five megabytes is refused', async () => {
    const payload = { ...mention(), more: 'x'.repeat(5_000_000) }
    expect((await town.slack.deliver(payload)).status).toBe(413)
    await isUntouched()
  })

  it.each(['text/plain', 'application/xml', 'multipart/form-data', ''])(
    'of the type "%s" is understood or refused, and the next one is answered',
    async (contentType) => {
      const { status } = await town.slack.deliver(mention(), { contentType })
      expect([200, 400]).toContain(status)
      expect((await town.slack.deliver(mention())).status).toBe(200)
      await town.rest()
      expect(town.said().length).toBe(status === 200 ? 2 : 1)
    },
  )

  it.each(['null', '[]', '7', '""', '{', '{"event":null}', '{"type":"event_callback"}'])(
    'that holds %s is refused, and the next one is answered',
    async (body) => {
      const { status } = await town.slack.deliverRaw(body)
      expect(status).toBe(400)
      expect((await town.slack.deliver(mention())).status).toBe(200)
    },
  )

  it('of Slack’s that asks whether we are here is answered, where it is signed', async () => {
    const answer = await town.slack.deliver(urlVerification('abc123'))
    expect(answer).toMatchObject({ status: 200, body: '{"challenge":"abc123"}' })
    const forged = await town.slack.deliver(urlVerification('abc123'), { secret: 'fremd' })
    expect(forged).toMatchObject({ status: 401, body: '' })
    expect((await town.slack.deliverForm({ ssl_check: '1', token: 'x' })).status).toBe(200)
  })

  it('that says Slack holds events back is taken', async () => {
    const { team, appId } = town.slack
    const payload = {
      type: 'app_rate_limited',
      team_id: team,
      minute_rate_limited: now(),
      api_app_id: appId,
    }
    expect((await town.slack.deliver(payload)).status).toBe(200)
  })

  it('of a kind nobody knows is taken and forgotten', async () => {
    const { event: _, ...envelope } = mention()
    for (const event of [
      { type: 'neu_2027' },
      { type: 'message', subtype: 'neu', channel, ts: '1.1' },
      { type: 'reaction_added', user },
    ]) {
      const event_id = town.slack.nextId('Ev')
      const { status } = await town.slack.deliver({ ...envelope, event_id, event })
      expect(status).toBe(200)
    }
    await isUntouched()
  })
})

describe('a store that cannot write', () => {
  it('has Slack send the event again, and answers it once', async () => {
    const { accept } = town.store.inbox
    let failures = 2
    Object.assign(town.store.inbox, {
      accept: (arrival: Parameters<typeof accept>[0]) => {
        failures -= 1
        if (failures >= 0) throw new StoreError('voll', { path: 'x', fix: 'y' })
        return accept(arrival)
      },
    })
    const tries = await town.slack.deliverWithRetries(mention())
    expect(tries.map(({ delivered }) => delivered?.status)).toEqual([500, 500, 200])
    await town.rest()
    expect(town.said()).toHaveLength(1)
    expect(town.log.join()).toContain('slack event not taken')
  })
})
