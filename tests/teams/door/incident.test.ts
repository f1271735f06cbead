import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { checkCard } from '../check-card.ts'
import { cardAction } from '../invokes.ts'
import { channelMention } from '../payloads.ts'
import type { Fields } from '../state.ts'
import { buttonOf, handsIn, pushed, question, wordsOf } from './hands.ts'
import { anna, bert, fire, incidentHands, type Night, openNight } from './incident-hands.ts'

let night: Night
const town = () => night.town
const { send, shown, find, press, say, burn, begin, ways } = incidentHands(town)
beforeEach(async () => {
  night = await openNight()
})
afterEach(async () => {
  expect(town().teams.refusals).toEqual([])
  expect(town().teams.breaches).toEqual([])
  await town().close()
})

describe('the first minutes', () => {
  it('offer to open an incident under the first steps, and show its live card in the thread', async () => {
    const thread = await begin()
    const live = find(thread, '· L1')
    expect(wordsOf(live)).toContain('C0 erledigt')
    expect(live.activity['attachments']).toHaveLength(1)
  })

  it('name the places that the steps rest on, which open like any other', async () => {
    const thread = await burn()
    const message = find(thread, 'Worauf die Schritte beruhen')
    expect(wordsOf(message)).toMatch(/\[1\] Stoppen: /)
    const { verb, data } = buttonOf(message.activity, 'Stelle 1 lesen')
    const { conversation } = thread
    const pressed = cardAction(town().teams, { conversation, messageId: message.id, verb, data })
    const { words, card } = pushed(await send(pressed))
    expect(words).toContain('zitiert')
    expect(words).toContain('Lage eröffnen')
    expect(checkCard(card)).toEqual([])
  })

  it('open one incident, whoever presses how often', async () => {
    const thread = await begin()
    const message = find(thread, 'Lage eröffnen')
    expect(ways(message)).toHaveLength(2)
    const [first = '', second = ''] = ways(message)
    expect(await press(thread, { message, title: first, from: bert })).toContain('L1')
    expect(await press(thread, { message, title: second, from: bert })).toContain('läuft schon L1')
    expect(town().store.incidents.list()).toHaveLength(1)
    expect(shown(thread).filter((one) => wordsOf(one).includes('· L1'))).toHaveLength(1)
  })

  it('come in a private chat as well, with buttons that stay', async () => {
    const { answer } = await handsIn(town).ask('personal', { text: fire, from: anna })
    const said = town()
      .said()
      .filter(({ conversation }) => conversation === answer.conversation)
    expect(said.map(wordsOf).join('\n')).toContain('Lage eröffnen')
  })
})

describe('the live card', () => {
  it('is edited in place, and the slower of two clicks hears that it was changed', async () => {
    const thread = await begin()
    const message = find(thread, '· L1')
    const click = (from: string) => press(thread, { message, title: 'C0 erledigt', from })
    const words = await Promise.all([click(anna), click(bert)])
    expect(words.toSorted()).toEqual([expect.stringContaining('Schon geändert'), 'Vermerkt.'])
    const now = find(thread, '· L1')
    expect(now.id).toBe(message.id)
    expect(wordsOf(now)).toContain('☑ C0')
    expect(wordsOf(now)).not.toContain('C0 erledigt')
    expect(await click(bert)).toContain('Schon geändert')
  })

  it('shows what counts now to who comes back to it, and nothing elsewhere', async () => {
    const thread = await begin()
    const { conversation } = thread
    const { id: messageId } = find(thread, '· L1')
    const refresh = { messageId, verb: 'lage.refresh', data: { ref: 'L1', v: 'v1' } }
    const trigger = 'automatic'
    const here = cardAction(town().teams, { ...refresh, conversation, trigger })
    const { words, card } = pushed(await send(here))
    expect(words).toContain('· L1')
    expect(checkCard(card)).toEqual([])
    const elsewhere = cardAction(town().teams, { ...refresh, trigger })
    expect(pushed(await send(elsewhere)).words).toContain('veraltet')
  })

  it('stands anew where somebody deleted it', async () => {
    const thread = await begin()
    town().teams.fault('update', { status: 404, code: 'ActivityNotFoundInConversation' })
    const message = find(thread, '· L1')
    await press(thread, { message, title: 'C0 erledigt' })
    const cards = shown(thread).filter((one) => wordsOf(one).includes('· L1'))
    expect(cards).toHaveLength(2)
    expect(cards.map((one) => wordsOf(one).includes('☑ C0'))).toEqual([false, true])
  })

  it('comes as words where Teams takes no card', async () => {
    const thread = await begin()
    town().teams.fault('update', { status: 413, code: 'MessageSizeTooBig' })
    await press(thread, { message: find(thread, '· L1'), title: 'C0 erledigt' })
    expect(find(thread, '☑ C0').activity['attachments']).toBeUndefined()
  })
})

describe('words in the thread', () => {
  it('do what they say and are confirmed, once', async () => {
    const thread = await begin()
    await say(thread, 'notiz Feuerwehr ist vor Ort')
    await say(thread, 'stufe rot: es brennt')
    await say(thread, 'lage')
    expect(wordsOf(find(thread, 'Lagebericht'))).toContain('Feuerwehr ist vor Ort')
    expect(wordsOf(find(thread, '· L1'))).toContain('Stufe ROT')
    expect(shown(thread).filter((one) => wordsOf(one).includes('Notiert.'))).toHaveLength(1)
  })

  it('are heard unnamed where the bot may read along; talk between people is not', async () => {
    const thread = await begin()
    const before = shown(thread).length
    const unnamed = (text: string) => {
      const message = channelMention(town().teams, { text, rootId: thread.root, mentions: 0 })
      return send({ ...message, text, attachments: [] })
    }
    await unnamed('Ich hole Kaffee, wer will auch?')
    await unnamed('Wie lange haben wir für die Meldung?')
    expect(shown(thread)).toHaveLength(before)
    await unnamed('notiz Presse ruft an')
    expect(shown(thread)).toHaveLength(before + 1)
  })

  it('leave a question that is asked by name a question', async () => {
    const thread = await begin()
    await say(thread, question)
    expect(wordsOf(find(thread, 'BEISPIEL (fiktiv)'))).toContain('72')
  })

  it('enter somebody in a role by a mention of them', async () => {
    const { root } = await begin()
    const cora = { id: '29:cora', name: 'Cora' }
    const mark = `<at>${cora.name}</at>`
    const text = `team HL ${mark} CC`
    const message = channelMention(town().teams, { text, from: anna, rootId: root })
    const known = message['entities'] as readonly Fields[]
    const entities = [{ type: 'mention', mentioned: cora, text: mark }, ...known]
    await send({ ...message, entities })
    const person = `teams:${town().teams.tenant}:29:cora`
    const seat = { role: 'HL', person, name: 'CC' }
    expect(town().store.settings.profile().seats).toContainEqual(seat)
  })
})
