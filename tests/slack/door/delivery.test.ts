import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { appMention, botMessage, directMessage, messageInChannel } from '../payloads.ts'
import { openTown, type Town } from './town.ts'

const channel = 'C0PRESSE1'
const user = 'U0ANNA001'
const text = 'Wie lange haben wir Zeit, eine Datenpanne zu melden?'
let town: Town
beforeEach(async () => {
  town = await openTown()
})
afterEach(() => town.close())

describe('a request that is not from Slack', () => {
  const seconds = () => Math.floor(Date.now() / 1000)

  it.each([
    ['is signed with another secret', () => ({ secret: 'fremdes-geheimnis' })],
    ['has no valid signature', () => ({ signature: 'v0=abc' })],
    ['is older than five minutes', () => ({ timestamp: seconds() - 301 })],
    ['comes from the future', () => ({ timestamp: seconds() + 301 })],
    ['was changed on the way', () => ({ tamper: (body: string) => body.replace('Zeit', 'Geld') })],
  ])('%s: 401, nothing done, nothing logged but that', async (_, options) => {
    const payload = appMention(town.slack, { channel, user, text })
    expect((await town.slack.deliver(payload, options())).status).toBe(401)
    await town.rest()
    expect(town.said()).toEqual([])
    expect(town.store.inbox.waiting()).toEqual([])
    expect(town.log.join('\n')).not.toMatch(/Datenpanne|U0ANNA001/)
    expect(town.log.join('\n')).toContain('slack request refused')
  })

  it('is the same request once more: 401, one answer', async () => {
    const payload = appMention(town.slack, { channel, user, text })
    const timestamp = seconds()
    expect((await town.slack.deliver(payload, { timestamp })).status).toBe(200)
    expect((await town.slack.deliver(payload, { timestamp })).status).toBe(401)
    await town.rest()
    expect(town.said()).toHaveLength(1)
  })

  it('is for another workspace: 403', async () => {
    const payload = appMention({ ...town.slack, team: 'T0FREMD01' }, { channel, user, text })
    expect((await town.slack.deliver(payload)).status).toBe(403)
    await town.rest()
    expect(town.said()).toEqual([])
  })

  it('is signed but makes no sense: 400', async () => {
    expect((await town.slack.deliver({ hallo: 'welt' })).status).toBe(400)
  })
})

describe('who is not answered', () => {
  it.each([
    ['a guest', { id: 'U0GAST001', isGuest: true }, {}],
    ['a guest of one channel', { id: 'U0GAST001', isSingleGuest: true }, {}],
    [
      'somebody of another organisation',
      { id: 'U0GAST001', team: 'T0FREMD01' },
      { userTeam: 'T0FREMD01', isExtShared: true },
    ],
    ['a stranger', { id: 'U0GAST001', isStranger: true }, {}],
  ])('is %s: one private sentence, once', async (_, who, more) => {
    town.slack.addUser(who)
    for (let round = 0; round < 2; round += 1) {
      await town.slack.deliver(appMention(town.slack, { channel, user: who.id, text, ...more }))
      await town.rest()
    }
    const said = town.said()
    expect(said).toHaveLength(1)
    expect(said[0]).toMatchObject({ ephemeralTo: who.id })
    expect(said[0]?.text).toContain('nicht Gästen oder Externen')
  })

  it('is a bot, the bot itself or Slack’s own', async () => {
    const written = { channel, text: `<@${town.slack.botUser}> ${text}` }
    for (const one of [town.slack.botUser, 'U0ANDERER', 'USLACKBOT']) {
      await town.slack.deliver(botMessage(town.slack, { ...written, user: one }))
      await town.slack.deliver(botMessage(town.slack, { ...written, user: one, isClassic: true }))
    }
    await town.slack.deliver(directMessage(town.slack, { channel: 'D1', user: 'USLACKBOT', text }))
    await town.rest()
    expect(town.slack.calls.filter(({ method }) => method.startsWith('chat.'))).toEqual([])
  })

  it('is nobody in a channel that was opened to all', async () => {
    await town.close()
    town = await openTown({ env: { SLACK_OPEN_CHANNELS: 'C0OFFEN01' } })
    town.slack.addUser({ id: 'U0GAST001', isGuest: true })
    const written = { channel: 'C0OFFEN01', user: 'U0GAST001', text }
    await town.slack.deliver(appMention(town.slack, written))
    await town.rest()
    expect(town.said()[0]?.text).toContain('[1]')
  })

  it('is anybody whom Slack does not know to be a member', async () => {
    town.slack.fault('users.info', { error: 'missing_scope' })
    await town.slack.deliver(appMention(town.slack, { channel, user, text }))
    await town.rest()
    expect(town.said()[0]).toMatchObject({ ephemeralTo: user })
    expect(town.said()[0]?.text).toContain('nicht prüfen')
  })
})

describe('a Slack in trouble', () => {
  it('that asks to wait gets the answers of a thread in their order', async () => {
    const root = appMention(town.slack, { channel, user, text })
    const threadTs = String(root.event['ts'])
    town.slack.fault('chat.postMessage', { status: 429, retryAfter: 1 })
    await town.slack.deliver(root)
    await town.slack.deliver(
      messageInChannel(town.slack, { channel, user, text: 'danke', threadTs }),
    )
    // Not engaged yet when it came: mentioned, so that it is meant for us.
    await town.slack.deliver(appMention(town.slack, { channel, user, text: 'danke', threadTs }))
    await town.rest()
    const said = town.said()
    expect(said[0]?.text).toContain('[1]')
    expect(said.at(-1)?.text).toContain('lese hier nicht weiter mit')
  })

  it('that posts and then fails is not posted to twice', async () => {
    town.slack.fault('chat.postMessage', { status: 500, afterwards: true })
    await town.slack.deliver(appMention(town.slack, { channel, user, text }))
    await town.rest()
    expect(town.said()).toHaveLength(1)
  })

  it('that lets nobody write there has the asker told alone, and the next question is answered', async () => {
    town.slack.fault('chat.postMessage', { error: 'channel_not_found' })
    await town.slack.deliver(appMention(town.slack, { channel, user, text }))
    await town.rest()
    await town.slack.deliver(appMention(town.slack, { channel, user, text }))
    await town.rest()
    expect(town.said().map(({ ephemeralTo }) => ephemeralTo)).toEqual([user, undefined])
    expect(town.store.inbox.waiting()).toEqual([])
  })

  it('that shows no status costs no answer', async () => {
    town.slack.fault('assistant.threads.setStatus', { status: 500 }, { error: 'not_allowed' })
    await town.slack.deliver(appMention(town.slack, { channel, user, text }))
    await town.rest()
    expect(town.said()).toHaveLength(1)
  })

  it.each([
    [
      'an idle stream',
      () => town.slack.fault('chat.stopStream', { error: 'message_not_in_streaming_state' }),
    ],
    ['a stream that breaks', () => town.slack.fault('chat.stopStream', { status: 503 })],
    ['no stream', () => town.slack.fault('chat.startStream', { status: 500 })],
  ])('with %s answers by a plain message', async (_, break_) => {
    break_()
    await town.slack.deliver(directMessage(town.slack, { channel: 'D0ANNA001', user, text }))
    await town.rest()
    const whole = town.said().filter((one) => one.text.includes('[1]') && !one.deleted)
    expect(whole).toHaveLength(1)
  })
})

describe('a burst', () => {
  it('of 50 in one thread is bounded: the last is answered, the rest are told', async () => {
    const root = appMention(town.slack, { channel, user, text })
    const threadTs = String(root.event['ts'])
    const others = Array.from({ length: 49 }, (_, at) =>
      appMention(town.slack, { channel, user, text: `${text} (${at})`, threadTs }),
    )
    await Promise.all([root, ...others].map((payload) => town.slack.deliver(payload)))
    await town.rest()
    const said = town.said()
    // How many are answered before they pile up depends on the machine.
    expect(said.length).toBeLessThan(30)
    expect(said.some((one) => one.text.includes('viele Nachrichten auf einmal'))).toBe(true)
    expect(said.at(-1)?.text).toContain('[1]')
    expect(town.store.inbox.waiting()).toEqual([])
  })
})

describe('a program that ended in the middle', () => {
  it('answers once what it had accepted', async () => {
    town.slack.fault('users.info', { hang: true })
    await town.slack.deliver(appMention(town.slack, { channel, user, text }))
    expect(town.store.inbox.waiting()).toHaveLength(1)
    await town.restart()
    await town.rest()
    expect(town.said()).toHaveLength(1)
  })

  it('does not repeat an answer that was out already', async () => {
    town.slack.fault('chat.postMessage', { status: 500, afterwards: true })
    town.slack.fault('conversations.replies', { hang: true })
    await town.slack.deliver(appMention(town.slack, { channel, user, text }))
    await until(() => town.said().length > 0)
    await town.restart()
    await town.rest()
    expect(town.said()).toHaveLength(1)
  })

  it('tells what is too old to be answered, and has erased its words', async () => {
    let now = Date.now()
    await town.close()
    town = await openTown({ now: () => now })
    town.slack.fault('users.info', { hang: true })
    await town.slack.deliver(appMention(town.slack, { channel, user, text }))
    now += 11 * 60_000
    await town.restart()
    await town.rest()
    expect(town.said()).toHaveLength(1)
    expect(town.said()[0]?.text).toContain('nicht rechtzeitig beantwortet')
    expect(town.store.inbox.waiting()).toEqual([])
  })
})

async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await new Promise((resolve) => setTimeout(resolve, 5))
}
