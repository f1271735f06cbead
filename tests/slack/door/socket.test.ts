import { afterEach, beforeEach, expect, it } from 'vitest'
import { agentSessionStopped, appMention, directMessage } from '../payloads.ts'
import { openTown, type Town } from './town.ts'

const channel = 'C0PRESSE1'
const user = 'U0ANNA001'
const text = 'Wie lange haben wir Zeit, eine Datenpanne zu melden?'
let town: Town
beforeEach(async () => {
  town = await openTown({ mode: 'socket' })
})
afterEach(() => town.close())

it('answers what comes through a socket', async () => {
  await town.slack.deliverBySocket(appMention(town.slack, { channel, user, text }))
  await town.rest()
  expect(town.said()[0]?.text).toContain('[1]')
})

it('answers once what a socket brings again, with retry number 0 too', async () => {
  const payload = appMention(town.slack, { channel, user, text })
  for (const retryAttempt of [0, 0, 1]) await town.slack.deliverBySocket(payload, { retryAttempt })
  await town.rest()
  expect(town.said()).toHaveLength(1)
})

it('comes back after the socket was cut, and after Slack is not well', async () => {
  town.slack.fault('apps.connections.open', { status: 500 })
  town.slack.dropSockets('cut')
  await town.slack.untilConnected()
  await town.slack.deliverBySocket(appMention(town.slack, { channel, user, text }))
  await town.rest()
  expect(town.said()).toHaveLength(1)
})

it('stops when somebody presses stop, and says no more', async () => {
  const { promise: held, resolve: release } = Promise.withResolvers<void>()
  await town.close()
  town = await openTown({
    mode: 'socket',
    wrap: (engine) => ({
      ...engine,
      ask: async (asked, earlier, watch) => {
        await Promise.race([
          held,
          new Promise((resolve) => watch.signal.addEventListener('abort', resolve)),
        ])
        return await engine.ask(asked, earlier, watch)
      },
    }),
  })
  const dm = 'D0ANNA001'
  const payload = directMessage(town.slack, { channel: dm, user, text })
  const threadTs = String(payload.event['ts'])
  await town.slack.deliverBySocket(payload)
  while (town.said().length === 0) await new Promise((resolve) => setTimeout(resolve, 5))
  await town.slack.deliverBySocket(agentSessionStopped(town.slack, { channel: dm, user, threadTs }))
  await town.rest()
  release()
  expect(JSON.stringify(town.said())).not.toContain('Das sagen meine Quellen')
  expect(town.slack.callsOf('agents.sessions.setStatus').at(-1)?.args['status']).toBe('active')
})

it('refuses to start with a token that Slack does not know', async () => {
  const broken = openTown({ env: { SLACK_BOT_TOKEN: 'xoxb-falsch' } })
  await expect(broken).rejects.toMatchObject({ code: 'bad-config' })
})
