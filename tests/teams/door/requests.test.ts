import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { cardAction, extensionFetch, feedback, invoke } from '../invokes.ts'
import { malformed } from '../oddities.ts'
import { channelMention, personalMessage } from '../payloads.ts'
import { handsIn, question as text } from './hands.ts'
import { openTown, type Town } from './town.ts'

const foreign = '99999999-aaaa-4bbb-8ccc-dddddddddddd'
let town: Town
const { ask } = handsIn(() => town)
beforeEach(async () => {
  town = await openTown()
})
afterEach(() => town.close())

async function nothingDone(): Promise<void> {
  await town.rest()
  expect(town.teams.calls).toEqual([])
  expect(town.store.inbox.waiting()).toEqual([])
}

describe('what is no activity', () => {
  it('is refused with 400, whatever is wrong with it, and what is only new is let be', async () => {
    const bodies = Object.entries(malformed(town.teams))
    for (const [name, rawBody] of bodies) {
      const { status, body } = await town.teams.deliver({}, { rawBody })
      expect([name, status]).toEqual([name, name === 'an unknown type' ? 200 : 400])
      expect(body).toBe('')
    }
    await nothingDone()
  })

  it('is refused when it is beyond all measure or no text at all', async () => {
    const huge = { ...personalMessage(town.teams, { text }), text: 'x'.repeat(2_000_000) }
    expect((await town.teams.deliver(huge)).status).toBe(400)
    const headers = { 'content-type': 'application/octet-stream' }
    expect((await town.teams.deliver({}, { rawBody: '\0\u0001', headers })).status).toBe(400)
    await nothingDone()
  })

  it('is understood where Teams sends null for what is missing', async () => {
    const message = personalMessage(town.teams, { text })
    const nothing = {
      locale: null,
      entities: null,
      attachments: null,
      timestamp: null,
      value: null,
    }
    expect((await town.teams.deliver({ ...message, ...nothing })).status).toBe(200)
    await town.rest()
    expect(town.said()).toHaveLength(1)
  })
})

describe('who is not let in', () => {
  it('is another tenant, with whatever it asks: 403, and no word of an answer', async () => {
    const { asked, answer } = await ask('channel')
    const at = { conversation: asked.conversation, messageId: answer.id, tenant: foreign }
    const requests = [
      channelMention(town.teams, { text, tenant: foreign }),
      feedback(town.teams, { ...at, reaction: 'like' }),
      cardAction(town.teams, { ...at, verb: 'place', data: {} }),
      extensionFetch(town.teams, { html: '<p>Böse!</p>', tenant: foreign }),
      invoke(town.teams, at, { name: 'task/submit', value: {} }),
    ]
    for (const activity of requests) {
      expect(await town.teams.deliver(activity)).toMatchObject({ status: 403, body: '' })
    }
    expect(town.store.feedback.list(9)).toEqual([])
  })

  it('is one that names our tenant in one place and its own in the other, or none at all', async () => {
    const message = personalMessage(town.teams, { text })
    const mixed = { ...message, channelData: { tenant: { id: foreign } } }
    expect((await town.teams.deliver(mixed)).status).toBe(403)
    const nowhere = { ...message, conversation: { id: 'a:1x' }, channelData: {} }
    expect((await town.teams.deliver(nowhere)).status).toBe(403)
    await nothingDone()
  })

  it('is somebody of another tenant in a place of ours', async () => {
    const message = channelMention(town.teams, { text })
    const from = { id: '29:gast', name: 'Gast', tenantId: foreign }
    expect((await town.teams.deliver({ ...message, from })).status).toBe(403)
    await nothingDone()
  })

  it('is another channel of the bot, such as the web chat', async () => {
    const message = { ...personalMessage(town.teams, { text }), channelId: 'webchat' }
    expect((await town.teams.deliver(message)).status).toBe(403)
    await nothingDone()
  })

  it('is a service that would get our token in the clear', async () => {
    await town.close()
    town = await openTown({ env: { TEAMS_SERVICE_HOSTS: 'smba.trafficmanager.net' } })
    const serviceUrl = 'http://smba.trafficmanager.net/emea/'
    const message = { ...personalMessage(town.teams, { text }), serviceUrl }
    const token = town.teams.token('valid', { serviceurl: serviceUrl })
    expect((await town.teams.deliver(message, { token })).status).toBe(403)
    await nothingDone()
  })

  it('is written to no more when the configuration has changed since it wrote', async () => {
    town.teams.fault('post', { hang: true })
    await town.teams.deliver(channelMention(town.teams, { text }))
    const waiting = town.store.inbox.waiting()
    expect(waiting).toHaveLength(1)
    await town.restart(0, { TEAMS_SERVICE_HOSTS: 'smba.trafficmanager.net' })
    const before = town.teams.calls.length
    await town.rest()
    expect(town.teams.calls.length).toBe(before)
    expect(town.store.inbox.waiting()).toEqual([])
  })
})

describe('the keys of the platform', () => {
  it('being loaded, no honest message of the first burst is refused', async () => {
    const keys = await (await fetch(new URL('/keys', town.teams.openIdUrl))).text()
    // The head of the answer comes first: the SDK then thinks that it has the keys.
    const relay = await listening((request, response) => {
      const jwks_uri = `http://${request.headers.host}/keys`
      if (request.url !== '/keys') response.end(JSON.stringify({ jwks_uri }))
      else {
        response.writeHead(200).flushHeaders()
        setTimeout(() => response.end(keys), 300)
      }
    })
    await town.restart(0, { TEAMS_OPENID_URL: relay.url })
    const burst = Array.from({ length: 30 }, async (_, at) => {
      await sleep(at * 15)
      return await town.teams.deliver(
        personalMessage(town.teams, { text: 'Was kannst du?', from: `29:p${at}` }),
      )
    })
    const statuses = (await Promise.all(burst)).map(({ status }) => status)
    expect(new Set(statuses)).toEqual(new Set([200]))
    await town.rest()
    expect(town.said()).toHaveLength(30)
    relay.server.close()
  })

  it.each([
    ['away', 'http://127.0.0.1:9/keys'],
    ['answers with an error', undefined],
  ])('%s: 503, so that it is sent again, not 401 for good', async (_, address) => {
    const broken = await listening((_request, response) => void response.writeHead(500).end())
    await town.close()
    town = await openTown({ env: { TEAMS_OPENID_URL: address ?? broken.url } })
    const { status, body } = await town.teams.deliver(personalMessage(town.teams, { text }))
    expect([status, body]).toEqual([503, ''])
    await nothingDone()
    broken.server.close()
  })
})

it('what cannot be stored is sent again: 503, and a code in the log', async () => {
  town.store.close()
  const { status, body } = await town.teams.deliver(personalMessage(town.teams, { text }))
  expect([status, body]).toEqual([503, ''])
  expect(town.log.join()).toContain('"code"')
  await town.restart()
})

describe('the log', () => {
  it('holds nothing of what people write, whatever happens', async () => {
    const name = 'Erika Mustermann'
    const secret = 'Kaninchenzuchtverein'
    town.teams.fault('any', { status: 500 }, { status: 400 }, { status: 403 }, { cut: true })
    const messages = [
      personalMessage(town.teams, { text: `${secret}: ${text}`, name }),
      channelMention(town.teams, { text: `hilfe ${secret}`, name }),
      extensionFetch(town.teams, { html: `<p>${secret}</p>`, author: { id: '29:x', name } }),
      invoke(town.teams, { name }, { name: 'adaptiveCard/action', value: { action: secret } }),
      invoke(town.teams, { name }, { name: secret, value: secret }),
    ]
    for (const activity of messages) await town.teams.deliver(activity)
    await town.teams.deliver({}, { rawBody: `{"text":"${secret}"` })
    await town.rest()
    const log = town.log.join('\n')
    expect(log).not.toBe('')
    expect(log).not.toMatch(/Kaninchen|Mustermann|29:|issued-|eyJ|geheim/)
  })
})

async function listening(handle: http.RequestListener) {
  const server = http.createServer(handle)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` }
}
