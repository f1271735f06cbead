import { once } from 'node:events'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { messagesPath } from '../../../adapters/teams/index.ts'
import { parseConfig } from '../../../src/config.ts'
import { channelMention, personalMessage } from '../payloads.ts'
import { question as text } from './hands.ts'
import { openTown, type Town } from './town.ts'

/** What a client on this machine is told, such as Microsoft's Playground. */
let heard: unknown[]
let client: http.Server
let town: Town
const local = { TEAMS_LOCAL_TEST: '1', TEAMS_APP_ID: undefined, TEAMS_APP_PASSWORD: undefined }

beforeEach(async () => {
  heard = []
  client = http.createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    heard.push(JSON.parse(Buffer.concat(chunks).toString('utf8')))
    response.writeHead(201, { 'content-type': 'application/json' }).end('{"id":"17"}')
  })
  client.listen(0, '127.0.0.1')
  await once(client, 'listening')
  town = await openTown({ env: { ...local, TEAMS_SERVICE_HOSTS: undefined } })
})
afterEach(async () => {
  await town.close()
  client.closeAllConnections()
  client.close()
})

it('to try it out, a client of this machine is answered without any token', async () => {
  const { port } = client.address() as AddressInfo
  const serviceUrl = `http://localhost:${port}/_connector`
  const { channelData: _, ...message } = personalMessage(town.teams, { text })
  const { status } = await town.teams.deliver({ ...message, serviceUrl }, { token: null })
  expect(status).toBe(200)
  while (!JSON.stringify(heard).includes('AIGeneratedContent')) await sleep(10)
  await town.rest()
  expect(town.log.join()).not.toContain('not out yet')
})

it('nobody types in a channel there: the Playground loses the thread', async () => {
  const { port } = client.address() as AddressInfo
  const serviceUrl = `http://localhost:${port}/_connector`
  const message = channelMention(town.teams, { text })
  await town.teams.deliver({ ...message, serviceUrl }, { token: null })
  while (!JSON.stringify(heard).includes('AIGeneratedContent')) await sleep(10)
  await town.rest()
  expect(JSON.stringify(heard)).not.toContain('"typing"')
})

it('but not with the hosts of others: nothing leaves this machine', async () => {
  const message = { ...personalMessage(town.teams, { text }), serviceUrl: 'https://luege.example/' }
  expect((await town.teams.deliver(message, { token: null })).status).toBe(403)
})

it('but never where others can reach it, nor beside a real registration', () => {
  expect(() => parseConfig({ TEAMS_LOCAL_TEST: '1', HOST: '0.0.0.0' })).toThrow(/HOST=127/)
  const appId = '5f0c0000-1111-4222-8333-444455556666'
  expect(() => parseConfig({ TEAMS_LOCAL_TEST: '1', TEAMS_APP_ID: appId })).toThrow(/nur ohne/)
  expect(parseConfig({ TEAMS_APP_TYPE: 'SingleTenant' }).teams).toBeUndefined()
  expect(messagesPath).toBe('/api/messages')
})
