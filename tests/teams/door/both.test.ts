import { once } from 'node:events'
import { mkdtempSync } from 'node:fs'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import express from 'express'
import { pino } from 'pino'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type Chats, openChats } from '../../../adapters/chats.ts'
import { type Config, parseConfig } from '../../../src/config.ts'
import { type Engine, openEngine } from '../../../src/engine.ts'
import { refresh } from '../../../src/refresh.ts'
import { type FakeSlack, openFakeSlack } from '../../slack/fake.ts'
import { appMention } from '../../slack/payloads.ts'
import { type FakeTeams, openFakeTeams } from '../fake.ts'
import { channelMention } from '../payloads.ts'
import { variablesFor } from '../serve.ts'
import { question as text } from './hands.ts'

let slack: FakeSlack
let teams: FakeTeams
let config: Config
let engine: Engine
let chats: Chats
let server: http.Server
beforeEach(async () => {
  slack = await openFakeSlack()
  teams = await openFakeTeams()
  config = parseConfig({
    DATA_DIR: mkdtempSync(join(tmpdir(), 'sturmlotse-')),
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_API_URL: slack.apiUrl,
    SLACK_SIGNING_SECRET: slack.signingSecret,
    ...variablesFor(teams),
  })
  await refresh(config, () => undefined, new AbortController().signal)
  engine = openEngine(config)
  await start()
})
afterEach(async () => {
  await stop()
  engine.close()
  await Promise.all([slack.close(), teams.close()])
})

async function start(): Promise<void> {
  chats = await openChats({ config, engine, log: pino({ level: 'silent' }) })
  server = http.createServer({ keepAliveTimeout: 65_000 }, express().use(chats.router))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  slack.connect(`${address}/slack/events`)
  teams.connect(`${address}/api/messages`)
  while (slack.callsOf('auth.test').length === 0) await sleep(5)
  await sleep(100)
}

async function stop(): Promise<void> {
  await chats.stop(0)
  server.closeAllConnections()
  server.close()
}

const answers = () => ({
  slack: slack.messages.filter((one) => one.user === slack.botUser && one.text.includes('[1]'))
    .length,
  teams: teams.messages.filter(({ activity }) => String(activity['text']).includes('[1]')).length,
})

it('two doors on one inbox answer each its own, also what an earlier run left', async () => {
  slack.fault('chat.postMessage', { hang: true })
  teams.fault('update', { hang: true })
  const mention = { channel: 'C0PRESSE1', user: 'U0ANNA001', text }
  expect((await slack.deliver(appMention(slack, mention))).status).toBe(200)
  expect((await teams.deliver(channelMention(teams, { text }))).status).toBe(200)
  while (slack.callsOf('chat.postMessage').length + teams.callsOf('update').length < 2)
    await sleep(5)
  expect(answers()).toEqual({ slack: 0, teams: 0 })
  await stop()
  await start()
  while (answers().slack + answers().teams < 2) await sleep(10)
  await sleep(300)
  expect(answers()).toEqual({ slack: 1, teams: 1 })
  expect(teams.refusals).toEqual([])
})
