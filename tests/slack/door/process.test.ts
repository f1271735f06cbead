import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Program } from '../../program.ts'
import { type FakeSlack, openFakeSlack } from '../fake.ts'
import { appMention } from '../payloads.ts'
import { serve } from '../serve.ts'

let slack: FakeSlack
let program: Program
let dataDir: string
beforeEach(async () => {
  slack = await openFakeSlack()
  dataDir = mkdtempSync(join(tmpdir(), 'sturmlotse-'))
})
afterEach(async () => {
  await program.end('SIGKILL')
  await slack.close()
})

const answers = () => slack.messages.filter(({ user }) => user === slack.botUser)

async function isUp(): Promise<boolean> {
  return await fetch(program.url).then(
    ({ ok }) => ok,
    () => false,
  )
}

async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await sleep(20)
}

/** It ends well when it is told to, and asks Slack nothing more: a call may be on its way already. */
async function endsAt(calls: () => readonly unknown[]): Promise<void> {
  const before = calls().length
  expect(await program.end('SIGTERM')).toBe(0)
  expect(calls().length - before).toBeLessThanOrEqual(1)
}

async function answersAfter(work: () => Promise<unknown>): Promise<void> {
  const before = answers().length
  await work()
  await until(() => answers().length > before)
}

function ask(): Promise<unknown> {
  const text = 'Wie lange haben wir Zeit, eine Datenpanne zu melden?'
  return slack.deliverBySocket(appMention(slack, { channel: 'C0PRESSE1', user: 'U0ANNA001', text }))
}

describe('told to end', () => {
  const connects = () => slack.callsOf('apps.connections.open')

  it('while Slack is away, it ends and tries no more', async () => {
    slack.everyNth('auth.test', 1, { status: 503 })
    program = await serve(slack, dataDir, { isAway: true })
    await endsAt(() => slack.callsOf('auth.test'))
  })

  it.each([
    ['fails', { status: 500 } as const],
    ['hangs', { hang: true } as const],
    ['talks rubbish', { garbage: '<html>' } as const],
  ])('while no socket can be had because Slack %s, it ends and tries no more', async (_, fault) => {
    slack.everyNth('apps.connections.open', 1, fault)
    program = await serve(slack, dataDir, { mode: 'socket', isAway: true })
    await until(() => connects().length > 0)
    await endsAt(connects)
  })

  it('by a token for the socket that Slack does not know, it names the variable', async () => {
    slack.everyNth('apps.connections.open', 1, { error: 'missing_scope' })
    program = await serve(slack, dataDir, { mode: 'socket', isAway: true })
    expect(await program.ended).toBe(1)
    expect(program.complaints()).toContain('SLACK_APP_TOKEN')
  })

  it('while the socket is away, it ends and tries no more', async () => {
    program = await serve(slack, dataDir, { mode: 'socket' })
    await slack.untilConnected()
    slack.everyNth('apps.connections.open', 1, { hang: true })
    slack.dropSockets('cut')
    await until(() => connects().length > 1)
    await endsAt(connects)
  })

  it('while it answers nothing, it ends and opens no new socket', async () => {
    program = await serve(slack, dataDir, { mode: 'socket' })
    await slack.untilConnected()
    await endsAt(connects)
    expect(connects()).toHaveLength(1)
  })
})

describe('with its port taken', () => {
  it('a second one ends and leaves the first alone', async () => {
    program = await serve(slack, dataDir, { mode: 'socket' })
    await slack.untilConnected()
    const port = new URL(program.url).port
    const second = await serve(slack, dataDir, { mode: 'socket', isAway: true, port }).catch(
      () => 'ended',
    )
    expect(second).toBe('ended')
    await answersAfter(ask)
  })
})

describe('signed requests', () => {
  it('reach it under any name: a proxy stands before it', async () => {
    program = await serve(slack, dataDir)
    const text = 'Wie lange haben wir Zeit, eine Datenpanne zu melden?'
    const payload = appMention(slack, { channel: 'C0PRESSE1', user: 'U0ANNA001', text })
    await answersAfter(async () => {
      const { status } = await slack.deliver(payload, { headers: { host: 'bot.example.org' } })
      expect(status).toBe(200)
    })
  })
})

describe('Socket Mode', () => {
  it.each([
    [
      'its token is refused for a while',
      [{ error: 'invalid_auth' }, { error: 'internal_error' }, { error: 'account_inactive' }],
    ],
    ['Slack fails in every way', [{ status: 503 }, { garbage: '<html>' }, { status: 429 }]],
  ] as const)('comes back, and the program stays, when %s', async (_, faults) => {
    program = await serve(slack, dataDir, { mode: 'socket' })
    await slack.untilConnected()
    slack.fault('apps.connections.open', ...faults)
    slack.dropSockets('cut')
    await slack.untilConnected()
    expect(await isUp()).toBe(true)
    await answersAfter(ask)
  })

  it('is not ended by what nobody understands', async () => {
    program = await serve(slack, dataDir, { mode: 'socket' })
    await slack.untilConnected()
    for (const payload of [
      { event: null },
      { event: {} },
      { event: 'x' },
      {},
      { command: 7 },
      { team_id: 'T0FREMD01', type: 'event_callback', event_id: 'E', event: { type: 'message' } },
    ]) {
      await slack
        .deliverBySocket(payload, { type: 'events_api', timeoutMs: 200 })
        .catch(() => undefined)
    }
    expect(await isUp()).toBe(true)
    await answersAfter(ask)
  })
})
