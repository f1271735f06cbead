import { App, SocketModeReceiver } from '@slack/bolt'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { type FakeSlack, openFakeSlack } from './fake.ts'
import { blockActions, slashCommand } from './interactions.ts'
import { appMention } from './payloads.ts'
import { QUIET, toClient } from './stage.ts'

const ASKED = { channel: 'C0STAB001', user: 'U0FRAGE01', text: 'Wie lange?' }

let slack: FakeSlack
let receiver: SocketModeReceiver
let app: App

beforeEach(async () => {
  slack = await openFakeSlack()
  const clientOptions = { slackApiUrl: slack.apiUrl, logger: QUIET }
  receiver = new SocketModeReceiver({
    appToken: slack.appToken,
    logger: QUIET,
    // The client waits this long before it reconnects, after a planned goodbye too.
    clientPingTimeout: 1_000,
    installerOptions: { clientOptions },
  })
  app = new App({
    receiver,
    token: slack.botToken,
    logger: QUIET,
    convoStore: false,
    clientOptions,
  })
  await app.start()
})

afterEach(async () => {
  await app.stop()
  await slack.close()
})

function nextMention(): Promise<unknown> {
  return new Promise((resolve) => {
    app.event('app_mention', async ({ event, context }) => {
      resolve([event.text, context.retryNum, context.retryReason])
    })
  })
}

it('acknowledges an event that the real receiver handles', async () => {
  const seen = nextMention()
  const { payload } = await slack.deliverBySocket(appMention(slack, ASKED))
  expect(payload).toBeUndefined()
  expect(await seen).toEqual([`<@${slack.botUser}> Wie lange?`, 0, ''])
  expect(slack.messages).toHaveLength(1)
})

it('counts repeats of an event', async () => {
  const seen = nextMention()
  const how = { retryAttempt: 2, retryReason: 'timeout', envelopeId: 'e-1' }
  await slack.deliverBySocket(appMention(slack, ASKED), how)
  expect(await seen).toEqual([`<@${slack.botUser}> Wie lange?`, 2, 'timeout'])
})

it('brings back what a command is acknowledged with', async () => {
  app.command('/sturm', async ({ ack }) => ack('Hallo'))
  app.action('step.done', async ({ ack }) => ack())
  const { user, channel } = ASKED
  const command = slashCommand(slack, { command: '/sturm', text: '', user, channel })
  const pressed = blockActions(slack, { actionId: 'step.done', user, channel })
  expect(await slack.deliverBySocket(command)).toMatchObject({ payload: { text: 'Hallo' } })
  expect(await slack.deliverBySocket(pressed)).not.toHaveProperty('payload')
})

it('reports an envelope that nobody acknowledges', async () => {
  const { user, channel } = ASKED
  const command = slashCommand(slack, { command: '/fremd', text: '', user, channel })
  const answer = slack.deliverBySocket(command, { timeoutMs: 50 })
  await expect(answer).rejects.toThrow('not acknowledged')
})

it.each(['disconnect-message', 'cut'] as const)('is connected again after %s', async (kind) => {
  expect(slack.socketConnections()).toBe(1)
  slack.dropSockets(kind)
  expect(slack.socketConnections()).toBe(0)
  await expect(slack.deliverBySocket(appMention(slack, ASKED))).rejects.toThrow('No socket')
  await slack.untilConnected()
  const seen = nextMention()
  await slack.deliverBySocket(appMention(slack, ASKED))
  await seen
  expect(slack.callsOf('apps.connections.open')).toHaveLength(2)
})

it('gives addresses that open one connection each', async () => {
  const { url = '' } = await toClient(slack, { token: slack.appToken }).apps.connections.open({})
  await slack.untilConnected(1)
  await expect(greet(String(url))).resolves.toMatchObject({ type: 'hello', num_connections: 2 })
  await expect(greet(String(url))).rejects.toThrow('404')
})

function greet(url: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(url)
    socket.on('message', (data) => {
      resolve(JSON.parse(String(data)))
      socket.terminate()
    })
    socket.on('error', reject)
  })
}
