import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { blockActions, viewSubmission } from '../interactions.ts'
import type { Message } from '../state.ts'
import { button, channel, handsIn, user } from './hands.ts'
import { openTown, type Town } from './town.ts'

let town: Town
const { ask, press, send, settle } = handsIn(() => town)
beforeEach(async () => {
  town = await openTown()
})
afterEach(() => town.close())

describe('under an answer', () => {
  it('"Stelle lesen" shows the cited cues with those around them', async () => {
    const asked = await ask(
      'Ein Journalist will alle gelöschten Kommentare der letzten Woche haben',
    )
    const [, spoken] = /^\[(\d)\] .*, Folge /m.exec(asked.answer.text) ?? []
    await press(asked, `place.${spoken}`)
    const [dialog] = town.slack.views
    expect(dialog?.kind).toBe('open')
    const shown = JSON.stringify(dialog?.view)
    expect(shown).toContain('BEISPIEL (fiktiv)')
    expect(shown).toContain('"bold":true')
    expect(shown.match(/Rolle /g)?.length).toBeGreaterThan(2)
  })

  it('"Mehr" adds places that were not shown yet', async () => {
    const asked = await ask('Wie lange haben wir Zeit, eine Datenpanne zu melden?')
    await press(asked, 'more')
    const more = town.said().at(-1)
    expect(more).toMatchObject({ threadTs: asked.ts })
    expect(more?.ts).not.toBe(asked.answer.ts)
    const lines = (one?: Message) =>
      new Set(one?.text.match(/^\[\d+\] .*$/gm)?.map((line) => line.slice(4)))
    expect([...lines(asked.answer)].filter((line) => lines(more).has(line))).toEqual([])
  })

  it('"Mensch holen" calls the person the town named, once, without a word of the question', async () => {
    town.store.settings.saveHelper('slack', 'U0CHEF001')
    const asked = await ask(
      'Frau Erika Mustermann hat sich beschwert, dürfen wir ihren Kommentar löschen?',
    )
    await press(asked, 'human')
    await press(asked, 'human')
    const calls = town.said().filter((one) => one.text.includes('<@U0CHEF001>'))
    expect(calls).toHaveLength(1)
    expect(calls[0]).toMatchObject({ channel, threadTs: asked.ts })
    expect(JSON.stringify(calls)).not.toContain('Mustermann')
    expect(town.said().at(-1)?.text).toContain('schon Bescheid gegeben')
  })

  it('"Mensch holen" names the numbers on file where nobody is named', async () => {
    town.store.settings.saveProfile({ legalOffice: 'Rechtsamt, 0000 55' })
    await press(await ask(), 'human')
    const last = town.said().at(-1)
    expect(last).toMatchObject({ ephemeralTo: user })
    expect(last?.text).toContain('Rechtsamt, 0000 55')
    expect(last?.text).toContain('Zweite Person: nicht hinterlegt')
  })

  it('feedback is noted, and asked about when it is bad', async () => {
    const asked = await ask()
    const id = button(asked.answer, 'place.1').value.split(':')[0] ?? ''
    await press(asked, 'feedback', { value: `${id}:down` })
    expect(town.slack.views[0]?.view).toMatchObject({
      callback_id: 'feedback',
      private_metadata: id,
    })
    await send(
      viewSubmission(town.slack, {
        callbackId: 'feedback',
        user,
        privateMetadata: id,
        values: {
          reason: { reason: { type: 'radio_buttons', selected_option: { value: 'wrong-place' } } },
          note: { note: { type: 'plain_text_input', value: 'Steht bei anna@example.org' } },
        },
      }),
    )
    const [noted] = town.store.feedback.list(5)
    expect(noted).toMatchObject({
      verdict: 'down',
      reason: 'wrong-place',
      note: 'Steht bei [E-Mail]',
    })
    expect(noted?.passages.length).toBeGreaterThan(0)
    expect(town.store.feedback.list(5)).toHaveLength(1)
  })

  it('a button that is pressed after its answer was erased says so', async () => {
    const asked = await ask()
    town.store.memory.forgetMessage(`slack:${town.slack.team}:${channel}:${asked.ts}`)
    for (const action of ['place.1', 'more']) await press(asked, action)
    const told = town.said().filter((one) => one.text.includes('nicht mehr gespeichert'))
    expect(told).toHaveLength(2)
  })

  it('a guest’s press does nothing and is told why', async () => {
    town.slack.addUser({ id: 'U0GAST001', isGuest: true })
    await press(await ask(), 'place.1', { by: 'U0GAST001' })
    expect(town.slack.views).toEqual([])
    expect(town.said().at(-1)).toMatchObject({ ephemeralTo: 'U0GAST001' })
  })

  it('the same press delivered twice counts once', async () => {
    const asked = await ask()
    const payload = blockActions(town.slack, {
      actionId: 'more',
      value: button(asked.answer, 'more').value,
      user,
      channel,
      messageTs: asked.answer.ts,
      threadTs: asked.ts,
    })
    await send(payload)
    const again = { retry: 1, reason: 'http_timeout' }
    await town.slack.deliverForm({ payload: JSON.stringify(payload) }, again)
    await settle()
    expect(town.said()).toHaveLength(2)
  })
})
