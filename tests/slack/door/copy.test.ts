import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { slashCommand, viewSubmission } from '../interactions.ts'
import { channel, handsIn, user } from './hands.ts'
import { openTown, type Town } from './town.ts'

let town: Town
const { press, send } = handsIn(() => town)
beforeEach(async () => {
  town = await openTown()
})
afterEach(() => town.close())

/** The card that was asked for by name. */
async function card() {
  const fields = { command: '/sturm', text: 'start', user, channel }
  await town.slack.deliverForm(slashCommand(town.slack, fields))
  await town.rest()
  const answer = town.said().at(-1)
  if (!answer) throw new Error('no card')
  return { ts: answer.ts, answer }
}

describe('"Text kopieren" on the card', () => {
  it('opens the text in a field, where it can be changed and marked', async () => {
    await press(await card(), 'copy')
    const [dialog] = town.slack.views
    expect(JSON.stringify(dialog?.view)).toMatch(/"initial_value":"Uns erreichen gerade/)
  })

  it('keeps nothing of what was typed there', async () => {
    await press(await card(), 'copy')
    const values = { copy: { copy: { type: 'plain_text_input', value: 'Frau Mustermann' } } }
    const callbackId = String(town.slack.views[0]?.view['callback_id'])
    const { body } = await send(viewSubmission(town.slack, { callbackId, user, values }))
    expect(body).toBe('')
    expect(town.log.join('\n')).not.toContain('Mustermann')
    expect(town.said()).toHaveLength(1)
  })

  it('says so when the card is no longer stored', async () => {
    await press(await card(), 'copy', { value: 'weg.1' })
    expect(town.said().at(-1)?.text).toContain('nicht mehr gespeichert')
  })
})
