import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { pumpLimits } from '../../../src/pump.ts'
import { slashCommand } from '../interactions.ts'
import { appMention, directMessage, messageInChannel } from '../payloads.ts'
import { channel, handsIn, question, user } from './hands.ts'
import { openTown, type Town } from './town.ts'

let town: Town
const { ask, settle } = handsIn(() => town)
beforeEach(async () => {
  town = await openTown()
})
afterEach(() => town.close())

const dm = 'D0ANNA001'
const hour = 3_600_000
const seen = () => town.said().filter(({ deleted }) => !deleted)

async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await sleep(5)
}

async function direct(text = question): Promise<void> {
  await town.slack.deliver(directMessage(town.slack, { channel: dm, user, text }))
}

async function mention(text = question, place = channel): Promise<void> {
  await town.slack.deliver(appMention(town.slack, { channel: place, user, text }))
}

describe('Slack that will not take a message as it is', () => {
  it.each(['invalid_blocks', 'msg_blocks_too_long', 'invalid_blocks_format', 'msg_too_long'])(
    '(%s) gets the words alone',
    async (error) => {
      town.slack.fault('chat.postMessage', { error })
      await mention()
      await town.rest()
      expect(town.said()).toHaveLength(1)
      expect(town.said()[0]?.text).toContain('[1]')
      expect(town.said()[0]?.blocks).toEqual([])
    },
  )

  it('nor into a stream gets the words alone', async () => {
    town.slack.fault('chat.stopStream', { error: 'invalid_blocks' })
    town.slack.fault('chat.postMessage', { error: 'invalid_blocks' })
    await direct()
    await town.rest()
    expect(seen()).toHaveLength(1)
    expect(seen()[0]?.text).toContain('[1]')
  })

  it('for one person gets the words alone', async () => {
    town.slack.fault('chat.postEphemeral', { error: 'msg_blocks_too_long' })
    const fields = slashCommand(town.slack, { command: '/sturm', text: question, user, channel })
    await town.slack.deliverForm({ ...fields, response_url: `${town.slack.apiUrl}gone` })
    await town.rest()
    expect(town.said()).toHaveLength(1)
    expect(town.said()[0]).toMatchObject({ ephemeralTo: user })
    expect(town.said()[0]?.text).toContain('[1]')
  })

  it.each([
    'restricted_action',
    'not_in_channel',
    'is_archived',
    'restricted_action_read_only_channel',
    'cannot_reply_to_message',
  ])('where it was asked (%s) has it given to the asker alone', async (error) => {
    town.slack.fault('chat.postMessage', { error })
    town.slack.fault('chat.postEphemeral', { error })
    await mention()
    await town.rest()
    expect(town.said()).toHaveLength(1)
    expect(town.said()[0]).toMatchObject({ channel: dm })
    expect(town.said()[0]?.text).toContain('[1]')
  })

  it('from somebody who has left is given up', async () => {
    town.slack.fault(
      'chat.postMessage',
      { error: 'channel_not_found' },
      { error: 'user_not_found' },
    )
    town.slack.fault('chat.postEphemeral', { error: 'user_not_in_channel' })
    await mention()
    await town.rest()
    expect(town.said()).toEqual([])
    await mention()
    await town.rest()
    expect(town.said()).toHaveLength(1)
  })
})

describe('Slack that cannot say at once who somebody is', () => {
  it('is asked again when it wants, and the member is answered', async () => {
    town.slack.fault('users.info', { status: 429, retryAfter: 1 }, { status: 429, retryAfter: 6 })
    await mention()
    await town.rest()
    expect(town.said()).toHaveLength(1)
    expect(town.said()[0]?.text).toContain('[1]')
  })

  it('is told to a guest once it can be told', async () => {
    town.slack.addUser({ id: user, isGuest: true })
    town.slack.fault(
      'chat.postEphemeral',
      ...Array.from({ length: 5 }, () => ({ error: 'fatal_error' })),
    )
    await mention()
    await town.rest()
    expect(town.said()).toHaveLength(1)
    expect(town.said()[0]?.text).toContain('nicht Gästen oder Externen')
  })
})

describe('Slack that asks to wait', () => {
  it('for two minutes is not written to before; others are answered, the program can stop', async () => {
    town.slack.fault('chat.postMessage', { status: 429, retryAfter: 120 })
    await mention()
    await until(() => town.slack.callsOf('chat.postMessage').length === 1)
    await sleep(800)
    await mention(question, 'C0ANDERS1')
    await until(() => town.said().length === 1)
    await sleep(800)
    expect(town.said().map((one) => one.channel)).toEqual(['C0ANDERS1'])
    expect(town.store.inbox.waiting()).toHaveLength(1)
    // Nothing runs while it waits: it ends long before it would have to.
    await town.restart(hour)
    await town.rest()
    expect(town.said()).toHaveLength(2)
  })

  it('for an hour in many threads at once still answers the others meanwhile', async () => {
    town.slack.everyNth('chat.postMessage', 1, { status: 429, retryAfter: 3600 })
    for (let at = 0; at < 20; at += 1) {
      await mention(question, `C0LAUT${String(at).padStart(3, '0')}`)
    }
    // More than are worked on at once.
    await until(() => town.slack.callsOf('chat.postMessage').length > pumpLimits.atOnce)
    town.slack.everyNth('chat.postMessage', 1, { slowMs: 0 })
    await mention(question, 'C0ANDERS1')
    await until(() => town.said().some((one) => one.channel === 'C0ANDERS1'))
    expect(town.store.inbox.waiting().length).toBeGreaterThan(pumpLimits.atOnce)
  })

  it.each([
    ['without saying how long', { status: 429 }],
    ['in its own words', { error: 'ratelimited' }],
    ['with garbage', { garbage: '<html>Bitte warten</html>' }],
  ])('%s is asked again, and answered once', async (_, fault) => {
    town.slack.fault('chat.postMessage', fault as never)
    await mention()
    await town.rest()
    expect(town.said()).toHaveLength(1)
    expect(town.said()[0]?.text).toContain('[1]')
  })

  it('finds an answer again in a thread of hundreds', async () => {
    const { ts } = await ask()
    for (let at = 0; at < 250; at += 1) {
      await town.slack.deliver(
        messageInChannel(town.slack, { channel, user, text: '…', threadTs: ts }),
      )
    }
    town.slack.fault('chat.postMessage', { status: 500, afterwards: true })
    await town.slack.deliver(
      appMention(town.slack, { channel, user, text: question, threadTs: ts }),
    )
    await town.rest()
    expect(town.said()).toHaveLength(2)
  })
})

describe('a stream', () => {
  it('that is slow to open does not hold up the answer', async () => {
    const opened = Promise.withResolvers<void>()
    town.slack.fault('chat.startStream', { until: opened.promise })
    await direct()
    await until(() => seen().some(({ text }) => text.includes('[1]')))
    opened.resolve()
    await until(() => town.slack.callsOf('chat.startStream')[0]?.outcome === 'ok')
    await settle()
    expect(seen()).toHaveLength(1)
  })

  it('that may have been ended before the program was is looked for, not repeated', async () => {
    town.slack.fault('chat.stopStream', { status: 500, afterwards: true })
    town.slack.fault('conversations.replies', { hang: true })
    await direct()
    await until(() => town.slack.callsOf('conversations.replies').length > 0)
    await town.restart()
    await town.rest()
    expect(
      seen().filter(({ text, chunks }) => `${text}${JSON.stringify(chunks)}`.includes('[1')),
    ).toHaveLength(1)
  })

  it('that was stopped by the person while it was written says no more', async () => {
    town.slack.fault('chat.stopStream', { slowMs: 300 })
    await direct()
    await until(() => town.slack.callsOf('chat.stopStream').length > 0)
    const [open] = town.said()
    if (!open) throw new Error('no stream')
    town.slack.stopStream(dm, open.ts)
    await town.rest()
    expect(JSON.stringify(town.said())).not.toContain('[1]')
  })
})

describe('a status that hangs', () => {
  it('holds up neither the answer nor the next one', async () => {
    town.slack.fault('assistant.threads.setStatus', { hang: true }, { hang: true }, { hang: true })
    const root = appMention(town.slack, { channel, user, text: question })
    const threadTs = String(root.event['ts'])
    await town.slack.deliver(root)
    await town.slack.deliver(appMention(town.slack, { channel, user, text: question, threadTs }))
    await until(() => town.said().length === 2)
  })
})

describe('a command', () => {
  it('that waited too long for its address is answered beside the channel', async () => {
    const fields = slashCommand(town.slack, { command: '/sturm', text: question, user, channel })
    await town.slack.deliverForm({
      ...fields,
      response_url: `${town.slack.apiUrl.replace('/api/', '')}/response/alt`,
    })
    await town.rest()
    expect(town.said()).toHaveLength(1)
    expect(town.said()[0]).toMatchObject({ ephemeralTo: user, channel })
  })

  it('from where the bot is not is answered by direct message', async () => {
    town.slack.addChannel({ id: 'G0FREMD01', kind: 'group', hasBot: false })
    const fields = slashCommand(town.slack, {
      command: '/sturm',
      text: question,
      user,
      channel: 'G0FREMD01',
    })
    await town.slack.deliverForm({ ...fields, response_url: '' })
    await town.rest()
    expect(town.said()).toHaveLength(1)
    expect(town.said()[0]).toMatchObject({ channel: dm })
  })
})
