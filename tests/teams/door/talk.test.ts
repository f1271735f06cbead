import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { botAdded, installation, personAdded, personTyping, reaction } from '../events.ts'
import { botMessage, emojiOnly, filesOnly, htmlOnly, quotedReply, targeted } from '../oddities.ts'
import {
  type Activity,
  CHANNEL,
  channelMention,
  groupMention,
  meetingMention,
  personalMessage,
  without,
} from '../payloads.ts'
import { handsIn, other, question, until, wordsOf } from './hands.ts'
import { openTown, type Town } from './town.ts'

let town: Town
const { ask, send } = handsIn(() => town)
beforeEach(async () => {
  town = await openTown()
})
afterEach(async () => {
  expect(town.teams.refusals).toEqual([])
  expect(town.teams.breaches).toEqual([])
  await town.close()
})

const said = () => town.said().map(wordsOf)

/** What is written in a channel without naming the bot, which Teams tells only with a right of its own. */
function unnamed(text: string, rootId: string, more: object = {}): Activity {
  const message = channelMention(town.teams, { text, rootId, mentions: 0 })
  return { ...message, text, attachments: [], ...more }
}

describe('an installation', () => {
  it.each(['personal', 'groupChat', 'channel'] as const)(
    'is welcomed once: what it is, what it keeps (%s)',
    async (where) => {
      const added = installation(town.teams, { action: 'add', where })
      await send(added)
      await send(added)
      await send(botAdded(town.teams, { where }))
      await send(installation(town.teams, { action: 'add', where }))
      await send(installation(town.teams, { action: 'add-upgrade', where }))
      expect(said()).toHaveLength(1)
      expect(said()[0]).toMatch(/Ich bin eine KI/)
      expect(said()[0]).toMatch(/bewahre ich verschlüsselt 7 Tage auf/)
      expect(said()[0]).toMatch(/110 oder 112/)
    },
  )

  it('may be told by the bot’s own account, and comes again after a removal', async () => {
    const { botId: from } = town.teams
    await send(installation(town.teams, { action: 'add', where: 'groupChat', from }))
    await send(installation(town.teams, { action: 'remove', where: 'groupChat', from }))
    await send(installation(town.teams, { action: 'add', where: 'groupChat', from }))
    expect(said()).toHaveLength(2)
  })

  it('of people, their typing and their faces are no message', async () => {
    await send(personAdded(town.teams, { person: '29:neu', where: 'channel' }))
    await send(personTyping(town.teams))
    const conversation = { id: CHANNEL, conversationType: 'channel' }
    await send(reaction(town.teams, { messageId: '1', conversation }))
    expect(town.teams.calls).toEqual([])
  })
})

describe('a group or a meeting', () => {
  it('is answered where the bot is named, and left to people where it is not', async () => {
    const { asked } = await ask('group')
    const follow = { ...asked, id: '1795400000000', text: 'und am wochenende?', entities: [] }
    await send(follow)
    expect(said()).toHaveLength(1)
    await send(meetingMention(town.teams, { text: question }))
    expect(said()).toHaveLength(2)
    expect(said()[1]).toContain('[1]')
  })

  it('has what was asked there as context of the next question', async () => {
    await ask('group')
    await ask('group', { text: 'und am wochenende?' })
    expect(said()[1]).not.toContain('Worum geht es genau?')
  })
})

describe('a thread of a channel that the bot hears without being named', () => {
  it('is answered once it takes part, and not before, nor in another thread', async () => {
    await send(unnamed(question, '1795400000001'))
    expect(said()).toEqual([])
    const { asked } = await ask('channel')
    await send(unnamed('und am wochenende?', asked.id))
    expect(said()).toHaveLength(2)
    await send(unnamed(question, '1795400000002'))
    expect(said()).toHaveLength(2)
    expect(town.store.inbox.waiting()).toEqual([])
  })

  it('is heard while its first question is still waiting', async () => {
    town.teams.fault('post', { slowMs: 300 })
    const asked = channelMention(town.teams, { text: question })
    await town.teams.deliver(asked)
    await send(unnamed('und am wochenende?', asked.id))
    expect(said()).toHaveLength(2)
  })

  it.each([
    ['nothing but an emoji', '👍🏽', {}],
    ['nothing but a sign', '…', {}],
    [
      'words for a colleague',
      '<at>Bert</at> kannst du das übernehmen?',
      { entities: [{ type: 'mention', text: '<at>Bert</at>', mentioned: { id: '29:bert' } }] },
    ],
  ])('is left to people where one of them writes %s', async (_, text, more) => {
    const { asked } = await ask('channel')
    await send(unnamed(text, asked.id, more))
    expect(said()).toHaveLength(1)
  })

  it('ends with a thank you', async () => {
    const { asked } = await ask('channel')
    await send(unnamed('danke!', asked.id))
    await send(unnamed(other, asked.id))
    expect(said()).toHaveLength(2)
    expect(said()[1]).toContain('lese hier nicht weiter mit')
  })
})

describe('what is written', () => {
  it('may name the bot in the middle, twice, and others beside it', async () => {
    const message = channelMention(town.teams, {
      text: '',
      mentions: 2,
      person: { id: '29:b', name: 'Erika Mustermann' },
    })
    const text = `Wir fragen uns: <at>Sturmlotse</at> ${question} <at>Erika Mustermann</at> meint <at>Sturmlotse</at>`
    await send({ ...message, text })
    const { asked: again } = await ask('channel')
    expect(again).toBeDefined()
    expect(said()[0]).toContain('[1]')
    expect(JSON.stringify(town.teams.messages)).not.toContain('Mustermann')
    const [kept] = town.store.memory
      .questionsOf(`teams:${town.teams.tenant}:29:1aB-person-eins`, 2)
      .slice(-1)
    expect(kept?.text).toBe(`Wir fragen uns: ${question} [Person] meint`)
  })

  it('as a reply to a quoted message is read without the quote', async () => {
    await send(quotedReply(town.teams, { text: question, messageId: '1', preview: 'Geheimnis' }))
    expect(said()[0]).toContain('[1]')
    expect(said()[0]).not.toContain('Geheimnis')
    const [kept] = town.store.memory.questionsOf(`teams:${town.teams.tenant}:29:1aB-person-eins`, 1)
    expect(kept?.text).toBe(question)
  })

  it('as HTML alone is read, without the names in it', async () => {
    const html = `<p><span itemscope itemtype="http://schema.skype.com/Mention">Erika</span> ${question}</p><script>x()</script>`
    await send(htmlOnly(town.teams, html))
    expect(said()[0]).toContain('[1]')
    const [kept] = town.store.memory.questionsOf(`teams:${town.teams.tenant}:29:1aB-person-eins`, 1)
    expect(kept?.text).toBe(question)
  })

  it('as files alone gets a sentence, with what to do about pictures of abuse', async () => {
    await send(filesOnly(town.teams))
    expect(said()[0]).toContain('Bilder und Dateien lese ich nicht')
    expect(said()[0]).toContain('Missbrauch von Kindern: nicht speichern')
  })

  it('as an emoji alone gets to know what the bot is', async () => {
    await send(emojiOnly(town.teams))
    expect(said()[0]).toContain('Schreib, was los ist')
  })

  it('comes from a bot and is not answered', async () => {
    await send(botMessage(town.teams, { text: question }))
    const role = { from: { id: '29:x', role: 'bot' } }
    await send({ ...personalMessage(town.teams, { text: question }), ...role })
    expect(town.teams.calls).toEqual([])
  })

  it('so that only the bot sees it is not answered before all', async () => {
    await send(targeted(channelMention(town.teams, { text: `${question} Kaninchenzuchtverein` })))
    expect(said()).toHaveLength(1)
    expect(said()[0]).toContain('persönlichen Chat')
    expect(said()[0]).not.toMatch(/Stunden|Kaninchen/)
  })

  it('without a place for its text is understood', async () => {
    await send(
      without(personalMessage(town.teams, { text: '' }), 'text', 'attachments', 'entities'),
    )
    expect(said()).toHaveLength(1)
  })

  it('of 20,000 characters, of signs alone or of broken ones ends in one sentence', async () => {
    const texts = [
      'Kommentar '.repeat(2000),
      '<at>'.repeat(5000),
      '<script'.repeat(3000),
      '<!--'.repeat(5000),
      '<'.repeat(20_000),
      '\n'.repeat(20_000),
      '!'.repeat(20_000),
      `${'ü'.repeat(20_000)} a`,
      `Datenpanne \u0000\u0007 \ud83d melden? \udc00`,
      '<b>Datenpanne</b> <img src=x onerror=alert(1)> *_~`> [x](javascript:alert(1)) &amp;lt;b&gt;',
      '<at>Sturmlotse</at> @here @channel',
    ]
    for (const [at, text] of texts.entries()) {
      const { status } = await town.teams.deliver(
        groupMention(town.teams, { text, chat: `19:g${at}@thread.v2` }),
      )
      expect(status).toBe(200)
      await town.rest()
    }
    // Words of a fire among signs bring the first steps as well.
    expect(said().length).toBeGreaterThanOrEqual(texts.length)
    const wire = JSON.stringify(town.said().map(({ activity }) => activity['text']))
    expect(wire).not.toMatch(/<img|<b>|<script|(?<!\\\\)\]\(javascript|@here/)
  })
})

describe('a burst', () => {
  it('in one chat is bounded: the last is answered, the rest are told', async () => {
    const burst = Array.from({ length: 30 }, (_, at) =>
      groupMention(town.teams, { text: `${question} (${at})` }),
    )
    await Promise.all(burst.map((one) => town.teams.deliver(one)))
    await town.rest()
    // How many are answered before they pile up depends on the machine.
    expect(said().length).toBeLessThan(20)
    expect(said().some((words) => words.includes('viele Nachrichten auf einmal'))).toBe(true)
    expect(said().at(-1)).toContain('[1]')
  })
})

describe('something that burns', () => {
  it('shows the first steps before it looks for an answer in a private chat, where answers are streamed', async () => {
    const mayAsk = Promise.withResolvers<void>()
    await town.close()
    town = await openTown({
      wrap: (engine) => ({
        ...engine,
        ask: async (...asked) => {
          await mayAsk.promise
          return await engine.ask(...asked)
        },
      }),
    })
    await town.teams.deliver(
      personalMessage(town.teams, { text: 'hilfe, 140 kommentare, was jetzt' }),
    )
    await until(() => said().some((words) => words.includes('Stopp zuerst')))
    // A stream would take a second at least.
    expect(town.said().find((one) => wordsOf(one).includes('Stopp zuerst'))?.stream).toBe(undefined)
    mayAsk.resolve()
    await town.rest()
    expect(said()).toHaveLength(2)
  })

  it('shows them once and answers once when the program ends between the two', async () => {
    const asked = channelMention(town.teams, { text: 'hilfe, 140 kommentare, was jetzt' })
    town.teams.fault('update', { slowMs: 1 }, { hang: true })
    await town.teams.deliver(asked)
    await until(() => town.teams.callsOf('update').length === 2)
    await sleep(50)
    await town.restart()
    await town.rest()
    expect(said()).toHaveLength(2)
    expect(said().filter((words) => words.includes('Stopp zuerst'))).toHaveLength(1)
  })
})
