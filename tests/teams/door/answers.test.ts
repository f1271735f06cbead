import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { checkCard } from '../check-card.ts'
import { installation } from '../events.ts'
import { channelMention, groupMention, personalMessage } from '../payloads.ts'
import { toList } from '../state.ts'
import { openTown, type Town } from './town.ts'
import { cardWords } from './words.ts'

const question = 'Wie lange haben wir Zeit, eine Datenpanne zu melden?'
let town: Town
beforeEach(async () => {
  town = await openTown()
})
afterEach(async () => {
  expect(town.teams.refusals.filter(({ status }) => status === 400)).toEqual([])
  await town.close()
})

async function send(activity: object): Promise<void> {
  const { status } = await town.teams.deliver(activity)
  expect(status).toBe(200)
  await town.rest()
}

interface Entity {
  readonly type: string
  readonly additionalType?: readonly string[]
  readonly citation?: readonly {
    readonly position: number
    readonly appearance: Readonly<Record<string, string>>
  }[]
}

function entityOf(at: number): Entity | undefined {
  const entities = (town.said()[at]?.activity['entities'] ?? []) as readonly Entity[]
  return entities.find(({ type }) => type === 'https://schema.org/Message')
}

function textOf(at: number): string {
  return String(town.said()[at]?.activity['text'] ?? '')
}

describe('a mention in a channel', () => {
  it('gets one answer in its thread, with the AI label, sources and buttons', async () => {
    const activity = channelMention(town.teams, { text: question })
    await send(activity)
    expect(town.said()).toHaveLength(1)
    expect(town.said()[0]?.conversation).toBe(activity.conversation.id)
    expect(entityOf(0)?.additionalType).toEqual(['AIGeneratedContent'])
    expect(textOf(0)).toContain('BEISPIEL (fiktiv)')
    expect(textOf(0)).toContain('Ich bin eine KI.')
    expect(JSON.stringify(town.said()[0])).toContain('Stelle 1 lesen')
    expect(JSON.stringify(town.said()[0])).not.toContain('localhost')
  })

  it('shows citation chips where the source has an address others can open', async () => {
    await town.close()
    town = await openTown({
      env: { PUBLIC_URL: 'https://lotse.stadt.example', LINK_SECRET: 'x'.repeat(32) },
    })
    await send(channelMention(town.teams, { text: question }))
    const [first] = entityOf(0)?.citation ?? []
    expect(first).toMatchObject({ position: 1 })
    expect(first?.appearance['url']).toMatch(/^https:\/\/lotse\.stadt\.example\//)
    expect(first?.appearance['name']?.length).toBeLessThanOrEqual(80)
  })

  it('shows a sign of life before the answer, in the place where the answer will stand', async () => {
    await send(channelMention(town.teams, { text: question }))
    const [first] = town.teams.calls.filter(({ body }) =>
      JSON.stringify(body).includes('"type":"message"'),
    )
    expect(JSON.stringify(first?.body)).toContain('Ich suche passende Folgen')
    expect(town.teams.callsOf('update').length).toBeGreaterThan(0)
  })

  it('of something that burns gets the first steps first', async () => {
    await send(channelMention(town.teams, { text: 'hilfe, 140 kommentare, was jetzt' }))
    expect(textOf(0)).toContain('110')
    expect(town.said().length).toBe(2)
  })

  it('has the thread as context of the next question', async () => {
    const first = channelMention(town.teams, { text: question })
    await send(first)
    await send(channelMention(town.teams, { text: 'und am wochenende?', rootId: first.id }))
    expect(textOf(1)).not.toContain('Worum geht es genau?')
  })

  it('that names the bot twice and another person is read without names', async () => {
    const person = { id: '29:erika', name: 'Erika Mustermann' }
    await send(channelMention(town.teams, { text: question, mentions: 2, person }))
    expect(town.said()).toHaveLength(1)
    expect(JSON.stringify(town.said())).not.toContain('Mustermann')
  })
})

describe('a group chat', () => {
  it.each([groupMention, channelMention])(
    'sees the bot type before anything else',
    async (named) => {
      await send(named(town.teams, { text: question }))
      expect(town.teams.calls[0]?.body).toMatchObject({ type: 'typing' })
    },
  )

  it('is answered where the bot is named', async () => {
    await send(groupMention(town.teams, { text: question }))
    expect(textOf(0)).toContain('[1]')
  })
})

describe('a personal chat', () => {
  it('streams what is done and ends with the checked answer and three suggestions', async () => {
    await send(personalMessage(town.teams, { text: question }))
    expect(town.said()).toHaveLength(1)
    expect(town.said()[0]?.stream).toBeDefined()
    expect(textOf(0)).toContain('[1]')
    expect(JSON.stringify(town.said()[0]).match(/imBack/g)).toHaveLength(3)
  })

  it('shows the cited place to whoever writes "Stelle 1 lesen" as the card that the button shows', async () => {
    for (const message of [personalMessage, channelMention]) {
      const asked = message(town.teams, { text: question })
      await send(asked)
      const rootId = asked.id
      await send(message(town.teams, { text: 'Stelle 1 lesen', rootId }))
      const [shown] = town.said().slice(-1)
      const [card] = toList(shown?.activity['attachments'])
      expect(checkCard(card?.['content'])).toEqual([])
      expect(cardWords(card).join()).toContain('zitiert')
      expect(cardWords(card).join()).toContain('BEISPIEL (fiktiv)')
      expect(cardWords(card)).toContain('Mehr dazu')
      expect(shown?.activity['summary']).toContain('BEISPIEL (fiktiv)')
    }
  })

  it('says how many places there are to whoever wants another one', async () => {
    await send(personalMessage(town.teams, { text: question }))
    await send(personalMessage(town.teams, { text: 'Stelle 9 lesen' }))
    expect(textOf(1)).toMatch(/hat (?:eine Stelle|\d+ Stellen)/)
  })

  it('never shows a place twice to whoever writes "Mehr dazu" again and again', async () => {
    await send(personalMessage(town.teams, { text: question }))
    for (let at = 0; at < 3; at += 1) await send(personalMessage(town.teams, { text: 'Mehr dazu' }))
    const lines = town.said().flatMap((_, at) => textOf(at).match(/^- \\\[\d+\\\].*$/gm) ?? [])
    const places = lines.map((line) => line.replace(/^- \\\[\d+\\\]/, ''))
    expect(places.length).toBeGreaterThan(3)
    expect(new Set(places).size).toBe(places.length)
  })

  it.each(['Was kannst du?', 'Mensch holen', 'danke', question])(
    'is never answered in what was replaced, which shows no suggestions: %s',
    async (text) => {
      await send(personalMessage(town.teams, { text }))
      expect(town.said()).toHaveLength(1)
      expect(town.teams.callsOf('update')).toEqual([])
    },
  )

  it('is welcomed and helped with what can be asked', async () => {
    await send(installation(town.teams, { action: 'add', where: 'personal' }))
    await send(personalMessage(town.teams, { text: 'Was kannst du?' }))
    for (const { activity } of town.said()) {
      expect(JSON.stringify(activity['suggestedActions'])).toContain('72 Stunden')
    }
    expect(town.teams.callsOf('update')).toEqual([])
  })

  it.each([
    ['en-US', 'Was kannst du?', 'Schreib, was los ist'],
    ['de-DE', 'What can you do?', 'Tell me what is going on'],
    ['en-US', 'Danke!', 'Gut.'],
    ['en-US', '👍', 'Tell me what is going on'],
  ])('takes the first command in its own language (%s, %s)', async (locale, text, answer) => {
    await send({ ...personalMessage(town.teams, { text }), locale })
    expect(textOf(0)).toContain(answer)
  })

  it.each([
    ['de-DE', 'How long do we have to report a data breach?', 'I am searching', 'Read place 1'],
    ['en-US', question, 'Ich suche passende', 'Stelle 1 lesen'],
  ])('speaks as people do, not as their client (%s)', async (locale, text, phase, button) => {
    const ask = async (words: string) =>
      await send({ ...personalMessage(town.teams, { text: words }), locale })
    await ask(text)
    await ask('👍')
    const wire = JSON.stringify(town.teams.calls.map(({ body }) => body))
    expect(wire).toContain(phase)
    expect(wire).toContain(button)
    const isGerman = locale === 'en-US'
    expect(textOf(1)).toContain(isGerman ? 'Schreib, was los ist' : 'Tell me what is going on')
    await ask(isGerman ? 'Thanks!' : 'Danke!')
    expect(textOf(2)).toContain(isGerman ? 'Gut.' : 'All right')
  })

  it('names the numbers on file to whoever wants a human', async () => {
    town.store.settings.saveProfile({ legalOffice: 'Rechtsamt, 0000 55' })
    await send(personalMessage(town.teams, { text: 'Mensch holen' }))
    expect(textOf(0)).toContain('0000 55')
    expect(textOf(0)).toContain('nicht hinterlegt')
  })

  it('answers English in English', async () => {
    await send(
      personalMessage(town.teams, { text: 'How long do we have to report a data breach?' }),
    )
    expect(textOf(0)).toMatch(/sources/i)
  })

  it('is answered without a stream where none can be had', async () => {
    town.teams.fault('send', { status: 403, code: 'ContentStreamNotAllowed' })
    await send(personalMessage(town.teams, { text: question }))
    expect(town.said()).toHaveLength(1)
    expect(textOf(0)).toContain('[1]')
  })
})
