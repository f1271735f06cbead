import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { checkCard } from '../check-card.ts'
import { cardAction, invoke } from '../invokes.ts'
import { cardSubmit } from '../oddities.ts'
import { channelMention, GROUP } from '../payloads.ts'
import { buttonOf, handsIn, pushed, wordsOf } from './hands.ts'
import { openTown, type Town } from './town.ts'

const anna = '29:anna'
const bert = '29:bert'
let town: Town
const { ask, press, send } = handsIn(() => town)
beforeEach(async () => {
  town = await openTown()
})
afterEach(async () => {
  expect(town.teams.refusals).toEqual([])
  await town.close()
})

describe('"Stelle lesen"', () => {
  it('shows the cited words in their context, and keeps the other buttons', async () => {
    const exchange = await ask('channel')
    const { words, card } = await press(exchange, 'Stelle 1 lesen')
    expect(words).toContain('BEISPIEL (fiktiv)')
    expect(words).toContain('zitiert')
    expect(words).toContain('Mensch holen')
    expect(checkCard(card)).toEqual([])
    expect(JSON.stringify(card)).not.toContain('localhost')
  })

  it('stays within what Teams takes where the source speaks without end', async () => {
    await town.close()
    const long = 'Wir haben das in der Nacht gemerkt, größtenteils übermüdet. '.repeat(400)
    town = await openTown({
      wrap: (engine) => ({
        ...engine,
        findDocument: (id) => {
          const document = engine.findDocument(id)
          if (!document) return undefined
          if ('cues' in document) {
            return { ...document, cues: document.cues.map((cue) => ({ ...cue, text: long })) }
          }
          const text = Array.from({ length: 60 }, () => long).join('\n\n')
          return { ...document, sections: document.sections.map((one) => ({ ...one, text })) }
        },
      }),
    })
    const { words, card } = await press(await ask('channel'), 'Stelle 1 lesen')
    expect(checkCard(card)).toEqual([])
    expect(words.length).toBeGreaterThan(1000)
  })
})

describe('"Mehr dazu"', () => {
  it('is answered once, with places of its own that can be read', async () => {
    const exchange = await ask('group')
    const before = town.said().length
    expect((await press(exchange, 'Mehr dazu')).words).toBe('Kommt gleich.')
    expect((await press(exchange, 'Mehr dazu')).words).toContain('schon gezeigt')
    expect(town.said()).toHaveLength(before + 1)
    const answer = town.said().at(-1)
    if (!answer || !wordsOf(answer).includes('[1]')) throw new Error('no more was found')
    expect((await press({ ...exchange, answer }, 'Stelle 1 lesen')).words).toContain('zitiert')
  })
})

describe('"Mensch holen"', () => {
  it('names the numbers on file where nobody was named to be called', async () => {
    town.store.settings.saveProfile({ legalOffice: 'Rechtsamt, 0000 55' })
    const { words } = await press(await ask('channel'), 'Mensch holen')
    expect(words).toContain('0000 55')
    expect(town.said()).toHaveLength(1)
  })

  it('calls the person who was named, once, in the thread, without a word of the question', async () => {
    town.store.settings.saveHelper('teams', `${bert} Bert <b>Beispiel</b>`)
    const exchange = await ask('channel')
    const { words } = await press(exchange, 'Mensch holen')
    expect(words).toContain('Bescheid gegeben')
    expect(words).toContain('110 oder 112')
    expect((await press(exchange, 'Mensch holen')).words).toContain('schon Bescheid gegeben')
    const called = town.said().slice(1)
    expect(called).toHaveLength(1)
    expect(called[0]?.conversation).toBe(exchange.asked.conversation.id)
    expect(called[0]?.activity['entities']).toMatchObject([
      { type: 'mention', mentioned: { id: bert } },
    ])
    expect(JSON.stringify(called)).not.toMatch(/Datenpanne|<b>/)
    expect(town.teams.breaches).toEqual([])
  })

  it('says the numbers and nothing untrue where the call fails, and may be pressed again', async () => {
    town.store.settings.saveHelper('teams', `${bert} Bert`)
    const exchange = await ask('channel')
    town.teams.fault('post', { status: 403 })
    const failed = await press(exchange, 'Mensch holen')
    expect(failed.words).not.toContain('Bescheid')
    expect(failed.words).toContain('110 oder 112')
    expect((await press(exchange, 'Mensch holen')).words).toContain('Bescheid gegeben')
  })

  it('calls nobody out of a private chat: nobody else could read along', async () => {
    town.store.settings.saveHelper('teams', `${bert} Bert`)
    await ask('personal', { text: 'Mensch holen' })
    expect(JSON.stringify(town.said())).not.toContain('"mention"')
  })
})

describe('a button that was made up', () => {
  const elsewhere = { id: GROUP, conversationType: 'groupChat', isGroup: true }

  it.each(['place', 'more', 'again', 'human'])(
    'reads no answer of a private chat anywhere else (%s)',
    async (verb) => {
      const { asked, answer } = await ask('personal', { from: anna })
      const id = town.store.memory.lastAnswer(`teams:${town.teams.tenant}:${asked.conversation.id}`)
      const before = town.said().length
      const refs = { place: `${id}:1`, again: id?.replace(/\.\d+$/, ''), more: id, human: id }
      const data = { verb, v: 'v1', ref: refs[verb as keyof typeof refs] }
      for (const where of [{ from: bert }, { from: bert, conversation: elsewhere }]) {
        const activity = cardAction(town.teams, { ...where, messageId: answer.id, verb, data })
        const { words } = pushed(await send(activity))
        expect(words).not.toMatch(/Stunden|BEISPIEL|Datenpanne|Kommt gleich/)
      }
      expect(town.said()).toHaveLength(before)
    },
  )

  it.each([
    ['no value', undefined],
    ['a text for a value', 'place'],
    ['no action', {}],
    ['an action that is a list', { action: [] }],
    ['data that is a text', { action: { verb: 'place', data: 'x' } }],
    ['a ref that is a number', { action: { verb: 'place', data: { ref: 7, v: 'v1' } } }],
    ['no ref', { action: { verb: 'place', data: { v: 'v1' } } }],
    ['a ref to nothing', { action: { verb: 'place', data: { ref: 'x:1', v: 'v1' } } }],
    ['a ref that is no ref', { action: { verb: 'more', data: { ref: "' OR 1=1 --", v: 'v1' } } }],
    ['an unknown verb', { action: { verb: 'constructor', data: { ref: 'x', v: 'v1' } } }],
    ['another version of the card', { action: { verb: 'place', data: { ref: 'x:1', v: 'v0' } } }],
    ['no version', { action: { verb: 'place', data: { ref: 'x:1' } } }],
  ])('(%s) gets a calm sentence', async (_, value) => {
    const { status, words } = pushed(
      await send(invoke(town.teams, {}, { name: 'adaptiveCard/action', value })),
    )
    expect(status).toBe(200)
    expect(words).toMatch(/veraltet|nicht mehr gespeichert/)
  })

  it('gets a calm sentence where the house is on fire', async () => {
    const exchange = await ask('channel')
    await town.close()
    town = await openTown({
      wrap: (engine) => ({
        ...engine,
        findDocument: () => {
          throw new Error('disk')
        },
      }),
    })
    const again = await ask('channel')
    expect(exchange.answer.id).not.toBe(again.answer.id)
    const { status, words } = await press(again, 'Stelle 1 lesen')
    expect([status, words]).toEqual([200, 'Das hat nicht geklappt. Bitte versuch es noch einmal.'])
  })
})

describe('a client that knows no requests', () => {
  it('presses by a message, in which nobody has to be named, and gets the same as a message', async () => {
    const { asked, answer } = await ask('channel')
    const value = buttonOf(answer.activity, 'Stelle 1 lesen').data
    const submitted = {
      ...cardSubmit(town.teams, { value, messageId: answer.id }),
      conversation: { ...asked.conversation, tenantId: town.teams.tenant },
    }
    await send(submitted)
    await send(submitted)
    expect(town.said()).toHaveLength(2)
    expect(JSON.stringify(town.said()[1])).toContain('zitiert')
    expect(town.teams.breaches).toEqual([])
  })
})

describe('other requests', () => {
  it.each(['suggestedActions/submit', 'suggestedAction/submit', 'composeExtension/submitAction'])(
    '%s is taken',
    async (name) => {
      expect((await send(invoke(town.teams, {}, { name, value: 'x' }))).status).toBe(200)
    },
  )

  it.each(['composeExtension/query', 'signin/verifyState', 'toString'])(
    '%s is not known, and says so',
    async (name) => {
      const { status } = await send(invoke(town.teams, {}, { name, value: {} }))
      expect(status).toBe(501)
    },
  )

  it('a dialog that no card of ours asks for says so', async () => {
    const data = { verb: 'lage.level', ref: 'level:L1', v: 'v0' }
    for (const value of [{}, 'x', { data }]) {
      const { words } = pushed(await send(invoke(town.teams, {}, { name: 'task/fetch', value })))
      expect(words).toContain('veraltet')
    }
  })
})

it('an answer of another thread of the same channel may be read there: all in it read both', async () => {
  const first = await ask('channel')
  const second = channelMention(town.teams, { text: 'Was kannst du?' })
  const { words } = await press({ ...first, asked: second }, 'Stelle 1 lesen')
  expect(words).toContain('zitiert')
})
