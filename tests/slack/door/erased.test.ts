import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  agentSessionStopped,
  appMention,
  directMessage,
  messageChanged,
  messageDeleted,
  messageInChannel,
} from '../payloads.ts'
import { channel, handsIn, question, user } from './hands.ts'
import { openTown, type Town } from './town.ts'

let town: Town
const { ask, press, settle } = handsIn(() => town)
beforeEach(async () => {
  town = await openTown()
})
afterEach(() => town.close())

const person = () => `slack:${town.slack.team}:${user}`
const kept = () => town.store.memory.questionsOf(person(), 9)

/** What Slack sends when a message with replies is deleted. */
function tombstone(ts: string) {
  const { event, ...envelope } = messageChanged(town.slack, {
    channel,
    user,
    ts,
    text: '',
    before: question,
  })
  const message = {
    type: 'message',
    subtype: 'tombstone',
    hidden: true,
    user: 'USLACKBOT',
    text: 'This message was deleted.',
    ts,
    thread_ts: ts,
  }
  return { ...envelope, event: { ...event, message } }
}

/** Two questions of a thread: the first is being answered, the second waits. */
async function two(): Promise<readonly [string, string]> {
  town.slack.fault('users.info', { slowMs: 400 })
  const first = appMention(town.slack, { channel, user, text: question })
  await town.slack.deliver(first)
  const threadTs = String(first.event['ts'])
  const second = appMention(town.slack, {
    channel,
    user,
    text: 'Dürfen wir Kommentare löschen?',
    threadTs,
  })
  await town.slack.deliver(second)
  return [threadTs, String(second.event['ts'])]
}

describe('a question that is deleted', () => {
  it('after it was answered below has its text erased', async () => {
    const { ts } = await ask()
    await town.slack.deliver(tombstone(ts))
    await settle()
    expect(kept()).toEqual([])
  })

  it('before it was answered is not remembered', async () => {
    town.slack.fault('users.info', { slowMs: 300 })
    const payload = appMention(town.slack, {
      channel,
      user,
      text: 'hilfe, 140 kommentare, was jetzt',
    })
    await town.slack.deliver(payload)
    await town.slack.deliver(
      messageDeleted(town.slack, {
        channel,
        user,
        ts: String(payload.event['ts']),
        text: question,
      }),
    )
    await new Promise((resolve) => setTimeout(resolve, 500))
    await settle()
    expect(town.said()).toEqual([])
    expect(kept()).toEqual([])
  })

  it('while it waits does not cost the one before it', async () => {
    const [, ts] = await two()
    await town.slack.deliver(messageDeleted(town.slack, { channel, user, ts, text: question }))
    await town.rest()
    expect(town.said()).toHaveLength(1)
    expect(town.said()[0]?.text).toContain('[1]')
  })

  it('has its later words erased as well', async () => {
    const { ts, answer } = await ask()
    const text = `<@${town.slack.botUser}> Dürfen wir Kommentare löschen?`
    await town.slack.deliver(
      messageChanged(town.slack, { channel, user, ts, text, before: question }),
    )
    await settle()
    const marked = town.said().find((one) => one.ts === answer.ts)
    if (!marked) throw new Error('no answer')
    await press({ ts, answer: marked }, 'again')
    expect(town.said()).toHaveLength(2)
    await town.slack.deliver(tombstone(ts))
    await settle()
    expect(kept()).toEqual([])
  })
})

describe('a question that is changed', () => {
  it('while it waits is answered in its new words, and so is the one before it', async () => {
    const [threadTs, ts] = await two()
    const text = `<@${town.slack.botUser}> How long do we have to report a data breach?`
    await town.slack.deliver(
      messageChanged(town.slack, { channel, user, ts, threadTs, text, before: 'x' }),
    )
    await town.rest()
    expect(town.said()).toHaveLength(2)
    expect(town.said()[1]?.text).toMatch(/sources/i)
  })

  it('while it is answered is answered once, in its new words', async () => {
    town.slack.fault('users.info', { slowMs: 300 })
    const payload = appMention(town.slack, { channel, user, text: question })
    await town.slack.deliver(payload)
    const ts = String(payload.event['ts'])
    const text = `<@${town.slack.botUser}> How long do we have to report a data breach?`
    await town.slack.deliver(
      messageChanged(town.slack, { channel, user, ts, text, before: question }),
    )
    await town.rest()
    expect(town.said()).toHaveLength(1)
    expect(town.said()[0]?.text).toMatch(/sources/i)
    expect(kept()).toHaveLength(1)
  })

  it('because of a name keeps the name nowhere, however often it was answered', async () => {
    const { ts } = await ask(`${question} Frau Friedegunde fragt.`)
    const edit = async (words: string, before: string) => {
      const text = `<@${town.slack.botUser}> ${words}`
      await town.slack.deliver(messageChanged(town.slack, { channel, user, ts, text, before }))
      await settle()
    }
    await edit(`${question} Frau Kunigunde fragt.`, 'a')
    for (const words of [`${question} Frau Kunigunde fragt!`, question]) {
      const marked = town.said().filter(({ blocks }) => JSON.stringify(blocks).includes('"again"'))
      const answer = marked.at(-1)
      if (!answer) throw new Error('no button')
      await press({ ts, answer }, 'again')
      await edit(words, 'b')
    }
    expect(JSON.stringify(kept())).not.toMatch(/gunde/)
    expect(kept().length).toBeGreaterThan(1)
  })

  it('and was never for us stays that', async () => {
    const ts = town.slack.nextTs()
    await town.slack.deliver(
      messageChanged(town.slack, { channel, user, ts, text: 'neu', before: 'alt' }),
    )
    await settle()
    expect(town.said()).toEqual([])
    expect(kept()).toEqual([])
  })
})

describe('"stopp"', () => {
  it('in a thread ends what is answered and what waits there', async () => {
    const [threadTs] = await two()
    await town.slack.deliver(
      messageInChannel(town.slack, { channel, user, text: 'stopp', threadTs }),
    )
    await new Promise((resolve) => setTimeout(resolve, 600))
    await town.rest()
    expect(town.said()).toHaveLength(1)
    expect(town.said()[0]?.text).toContain('lese hier nicht weiter mit')
  })

  it('of a guest costs nobody an answer', async () => {
    town.slack.addUser({ id: 'U0GAST001', isGuest: true })
    const [threadTs] = await two()
    await town.slack.deliver(
      messageInChannel(town.slack, { channel, user: 'U0GAST001', text: 'stopp', threadTs }),
    )
    await new Promise((resolve) => setTimeout(resolve, 600))
    await town.rest()
    expect(town.said().filter(({ ephemeralTo }) => !ephemeralTo)).toHaveLength(2)
  })

  it('as a button ends what waits to be tried again', async () => {
    const dm = 'D0ANNA001'
    town.slack.fault('chat.startStream', { error: 'not_allowed' })
    town.slack.fault('chat.postMessage', { status: 429, retryAfter: 61 })
    const payload = directMessage(town.slack, { channel: dm, user, text: question })
    const threadTs = String(payload.event['ts'])
    await town.slack.deliver(payload)
    while (town.slack.callsOf('chat.postMessage').length === 0)
      await new Promise((resolve) => setTimeout(resolve, 5))
    await settleSoon()
    const stop = agentSessionStopped(town.slack, { channel: dm, user, threadTs })
    await town.slack.deliver(stop)
    while (town.store.inbox.waiting().length > 0) await settleSoon()
  })
})

const settleSoon = () => new Promise((resolve) => setTimeout(resolve, 200))
