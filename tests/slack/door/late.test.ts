import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { blockActions, messageShortcut, viewSubmission } from '../interactions.ts'
import { button, channel, handsIn, user } from './hands.ts'
import { openTown, type Town } from './town.ts'

let town: Town
const { ask, press, send, settle } = handsIn(() => town)
beforeEach(async () => {
  town = await openTown()
})
afterEach(() => town.close())

const dm = 'D0ANNA001'

async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await sleep(5)
}

describe('a press', () => {
  it('opens its dialog before Slack has said who pressed', async () => {
    const { ts, answer } = await ask()
    await town.restart()
    const known = Promise.withResolvers<void>()
    town.slack.fault('users.info', { until: known.promise })
    const pressed = press({ ts, answer }, 'place.1')
    await until(() => town.slack.views.length === 1)
    expect(town.slack.callsOf('users.info').at(-1)?.outcome).toBe('pending')
    known.resolve()
    await pressed
    await until(() => town.slack.views.length === 2)
    expect(town.slack.views.map(({ kind }) => kind)).toEqual(['open', 'update'])
    expect(JSON.stringify(town.slack.views[1])).toContain('BEISPIEL (fiktiv)')
  })

  it.each(['place.1', 'feedback'])(
    'whose dialog comes too late is told so (%s)',
    async (action) => {
      const { ts, answer } = await ask()
      const value =
        action === 'feedback'
          ? `${button(answer, 'human').value}:down`
          : button(answer, action).value
      const payload = blockActions(town.slack, {
        actionId: action,
        value,
        user,
        channel,
        messageTs: answer.ts,
        threadTs: ts,
      })
      town.slack.expireTriggers()
      await send(payload)
      expect(town.said().at(-1)).toMatchObject({ ephemeralTo: user })
      expect(town.said().at(-1)?.text).toContain('nicht geklappt')
    },
  )

  it('that fails inside is told so', async () => {
    await town.close()
    town = await openTown({
      wrap: (engine) => ({
        ...engine,
        findDocument: () => {
          throw new Error('Datenpanne')
        },
      }),
    })
    await press(await ask(), 'place.1')
    expect(town.said().at(-1)?.text).toContain('nicht geklappt')
    expect(town.log.join()).not.toContain('Datenpanne')
  })

  it('whose sentence cannot be shown in the channel is answered by direct message', async () => {
    const asked = await ask()
    town.slack.fault('chat.postEphemeral', { error: 'user_not_in_channel' })
    await press(asked, 'human')
    expect(town.said().at(-1)).toMatchObject({ channel: dm })
  })

  it('on the shortcut that comes too late is told so', async () => {
    const message = { ts: '1.000001', text: 'Idioten!', user: 'U0X' }
    const payload = messageShortcut(town.slack, {
      callbackId: 'reply.suggest',
      message,
      channel,
      user,
    })
    town.slack.expireTriggers()
    await send(payload)
    expect(JSON.stringify(town.slack.responses)).toContain('nicht geklappt')
  })

  it('on the shortcut whose draft Slack does not take says so', async () => {
    const message = { ts: '1.000001', text: 'Idioten!', user: 'U0X' }
    town.slack.fault('views.update', { error: 'invalid_arguments' })
    await send(messageShortcut(town.slack, { callbackId: 'reply.suggest', message, channel, user }))
    expect(JSON.stringify(town.slack.views.at(-1))).toContain('nicht geklappt')
  })
})

describe('a form', () => {
  it('is taken although the tab behind it cannot be shown', async () => {
    await town.close()
    let isBroken = false
    town = await openTown({
      wrap: (engine) => ({
        ...engine,
        stock: () => {
          if (isBroken) throw new Error('Index weg')
          return engine.stock()
        },
      }),
    })
    town.slack.addUser({ id: user, isAdmin: true })
    isBroken = true
    const fields = { legalOffice: { legalOffice: { type: 'plain_text_input', value: '0000 66' } } }
    await send(viewSubmission(town.slack, { callbackId: 'profile', user, values: fields }))
    await settle()
    expect(town.store.settings.profile()).toEqual({ legalOffice: '0000 66' })
  })
})
