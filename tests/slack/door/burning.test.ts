import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { appMention, messageInChannel } from '../payloads.ts'
import { channel, handsIn, user } from './hands.ts'
import { openTown, type Town } from './town.ts'

let town: Town
const { ask } = handsIn(() => town)
beforeEach(async () => {
  town = await openTown()
})
afterEach(() => town.close())

async function say(text: string, threadTs: string): Promise<void> {
  await town.slack.deliver(messageInChannel(town.slack, { channel, user, text, threadTs }))
  await town.rest()
}

describe('something that burns', () => {
  const cards = () =>
    town.said().filter(({ text }) => /Stopp zuerst|geplante Beiträge und Werbung/.test(text))

  it('shows the first steps once in a thread, not for every line of the same panic', async () => {
    const { ts } = await ask('hilfe, 140 kommentare, was jetzt')
    for (const text of [
      'hilfe!! jetzt 200 kommentare',
      'HILFE was machen wir jetzt',
      'bitte hilfe',
    ]) {
      await say(text, ts)
    }
    expect(cards()).toHaveLength(1)
    expect(town.said()).toHaveLength(5)
  })

  it('shows them again when somebody is in danger now', async () => {
    const { ts } = await ask('hilfe, 140 kommentare, was jetzt')
    await say('hilfe, jetzt droht einer mit einer bombe!!', ts)
    expect(cards()).toHaveLength(2)
    expect(cards()[1]?.text).toContain('110')
  })

  it('shows them again in another thread', async () => {
    await ask('hilfe, 140 kommentare, was jetzt')
    await ask('hilfe, 140 kommentare, was jetzt')
    expect(cards()).toHaveLength(2)
  })

  it('shows them once and answers once when the program ends between the two', async () => {
    town.slack.fault('assistant.threads.setStatus', { slowMs: 1 })
    const payload = appMention(town.slack, {
      channel,
      user,
      text: 'hilfe, 140 kommentare, was jetzt',
    })
    town.slack.fault('chat.postMessage', { slowMs: 1 }, { hang: true })
    await town.slack.deliver(payload)
    while (town.slack.callsOf('chat.postMessage').length < 2) {
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
    await town.restart()
    await town.rest()
    expect(cards()).toHaveLength(1)
    expect(town.said()).toHaveLength(2)
  })
})

describe('labels', () => {
  it('follow the person, the answer follows the question', async () => {
    town.slack.addUser({ id: user, locale: 'en-GB' })
    const { answer } = await ask()
    expect(JSON.stringify(answer.blocks)).toContain('Get a human')
    expect(JSON.stringify(answer.blocks)).toContain('Ich bin eine KI.')
  })

  it('are German for a German who asks in English', async () => {
    const { answer } = await ask('How long do we have to report a data breach?')
    expect(JSON.stringify(answer.blocks)).toContain('Mensch holen')
  })
})
