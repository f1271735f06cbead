import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { slashCommand } from '../interactions.ts'
import { appMention, directMessage, mentionTwice, messageInChannel } from '../payloads.ts'
import { openTown, type Town } from './town.ts'

const channel = 'C0PRESSE1'
const user = 'U0ANNA001'
let town: Town
beforeEach(async () => {
  town = await openTown()
})
afterEach(() => town.close())

const question = 'Wie lange haben wir Zeit, eine Datenpanne zu melden?'

async function mention(text: string, more: object = {}): Promise<string> {
  const payload = appMention(town.slack, { channel, user, text, ...more })
  const { status } = await town.slack.deliver(payload)
  expect(status).toBe(200)
  await town.rest()
  return String(payload.event['ts'])
}

describe('a mention', () => {
  it('gets one answer in its thread, with a source, a label and a text for screen readers', async () => {
    const ts = await mention(question)
    const said = town.said()
    expect(said).toHaveLength(1)
    expect(said[0]).toMatchObject({ channel, threadTs: ts })
    expect(said[0]?.text).toContain('[1]')
    expect(JSON.stringify(said[0]?.blocks)).toContain('BEISPIEL (fiktiv)')
    expect(JSON.stringify(said[0]?.blocks)).toContain('Ich bin eine KI.')
    expect(JSON.stringify(said[0])).not.toContain('localhost')
  })

  it('opens the thread for follow-ups without a mention, with the thread as context', async () => {
    const ts = await mention(question)
    const follow = { channel, user, text: 'und am wochenende?', threadTs: ts }
    await town.slack.deliver(messageInChannel(town.slack, follow))
    await town.rest()
    expect(town.said()).toHaveLength(2)
    expect(town.said()[1]).toMatchObject({ threadTs: ts })
    expect(town.said()[1]?.text).not.toContain('Worum geht es genau?')
  })

  it('is asked about when it says nothing but "danke", and the thread is left alone', async () => {
    const ts = await mention(question)
    for (const text of ['danke!', 'und am wochenende?']) {
      await town.slack.deliver(messageInChannel(town.slack, { channel, user, text, threadTs: ts }))
      await town.rest()
    }
    expect(town.said()).toHaveLength(2)
    expect(town.said()[1]?.text).toContain('lese hier nicht weiter mit')
  })

  it('that comes twice, as mention and as message, is answered once', async () => {
    for (const payload of mentionTwice(town.slack, { channel, user, text: question })) {
      await town.slack.deliver(payload)
    }
    await town.rest()
    expect(town.said()).toHaveLength(1)
  })

  it('that Slack delivers again is answered once, also after a restart', async () => {
    const payload = appMention(town.slack, { channel, user, text: question })
    await town.slack.deliver(payload)
    await town.slack.deliver(payload, { retry: 1, reason: 'http_timeout' })
    await town.rest()
    await town.restart()
    await town.slack.deliver(payload, { retry: 2, reason: 'http_timeout' })
    await town.rest()
    expect(town.said()).toHaveLength(1)
  })

  it('of something that burns gets the first steps before anything is searched', async () => {
    await mention('hilfe, 140 kommentare, was jetzt')
    const [card, answer] = town.said()
    expect(card?.text).toContain('110')
    expect(card?.text).toContain('nicht hinterlegt')
    expect(answer).toBeDefined()
    const methods = town.slack.calls.map(({ method }) => method)
    expect(methods.indexOf('chat.postMessage')).toBeLessThan(
      methods.indexOf('assistant.threads.setStatus'),
    )
  })

  it('in English gets an English answer', async () => {
    await mention('How long do we have to report a data breach?')
    expect(town.said()[0]?.text).toMatch(/sources/i)
  })

  it('without words gets to know what the bot can do', async () => {
    await mention('')
    expect(town.said()[0]?.text).toContain('Ich suche in Folgen und Beiträgen')
  })
})

describe('people who talk to each other', () => {
  it('are neither answered nor kept', async () => {
    const message = { channel, user, text: 'Wer holt heute Kuchen?' }
    await town.slack.deliver(messageInChannel(town.slack, message))
    await town.slack.deliver(messageInChannel(town.slack, { ...message, threadTs: '1.000001' }))
    await town.rest()
    expect(town.said()).toEqual([])
    expect(town.store.inbox.waiting()).toEqual([])
  })
})

describe('a direct message', () => {
  const dm = 'D0ANNA001'

  it('is answered in a stream that ticks off what was done', async () => {
    const payload = directMessage(town.slack, { channel: dm, user, text: question })
    await town.slack.deliver(payload)
    await town.rest()
    const [answer] = town.said()
    expect(answer).toMatchObject({ channel: dm, stream: 'closed' })
    expect(JSON.stringify(answer?.chunks)).toContain('Passende Folgen suchen')
    const sessions = town.slack
      .callsOf('agents.sessions.setStatus')
      .map(({ args }) => args['status'])
    expect(sessions).toEqual(['processing', 'active'])
  })

  it('understands a follow-up that is written below, not into the thread', async () => {
    for (const text of [question, 'und am wochenende?']) {
      await town.slack.deliver(directMessage(town.slack, { channel: dm, user, text }))
      await town.rest()
    }
    expect(JSON.stringify(town.said()[1]?.chunks)).not.toContain('Worum geht es genau?')
  })

  it('is answered by a plain message when no stream can be had', async () => {
    town.slack.fault('chat.startStream', { error: 'method_not_supported_for_channel_type' })
    await town.slack.deliver(directMessage(town.slack, { channel: dm, user, text: question }))
    await town.rest()
    expect(town.said()).toHaveLength(1)
    expect(town.said()[0]?.text).toContain('[1]')
  })
})

describe('/sturm', () => {
  async function command(text: string): Promise<void> {
    const fields = slashCommand(town.slack, { command: '/sturm', text, user, channel })
    expect((await town.slack.deliverForm(fields)).status).toBe(200)
    await town.rest()
  }

  it('answers the asker alone, with a way to show it to all', async () => {
    await command(`frage ${question}`)
    expect(town.said().map((one) => one.ephemeralTo)).toEqual([user])
    const [response] = town.slack.responses
    expect(response?.body).toMatchObject({ response_type: 'ephemeral' })
    expect(JSON.stringify(response?.body)).toContain('Für alle zeigen')
    expect(JSON.stringify(response?.body)).toContain('[1]')
  })

  it('explains itself', async () => {
    await command('hilfe')
    expect(JSON.stringify(town.slack.responses)).toContain('Ich suche in Folgen und Beiträgen')
  })

  it('shows the first steps to whoever starts', async () => {
    await command('start')
    expect(JSON.stringify(town.slack.responses)).toContain('110')
  })
})
