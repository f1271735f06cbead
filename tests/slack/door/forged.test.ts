import { once } from 'node:events'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { blockActions, messageShortcut, slashCommand, viewSubmission } from '../interactions.ts'
import { appHomeOpened, directMessage, messageChanged } from '../payloads.ts'
import type { Fields } from '../state.ts'
import { button, buttonsOf, channel, handsIn, question, user } from './hands.ts'
import { openTown, type Town } from './town.ts'

let town: Town
const { ask, press, send, settle } = handsIn(() => town)
beforeEach(async () => {
  town = await openTown()
})
afterEach(() => town.close())

const other = 'U0BERT001'
const elsewhere = 'C0ANDERS1'
const gone = 'nicht mehr gespeichert'

/** The id of the answer one person got alone. */
async function command(): Promise<string> {
  const fields = slashCommand(town.slack, { command: '/sturm', text: question, user, channel })
  await town.slack.deliverForm(fields)
  await town.rest()
  const answer = town.said().at(-1)
  if (!answer) throw new Error('no answer')
  return button(answer, 'human').value
}

async function pressAt(place: string, actionId: string, value: string, by = other) {
  await send(
    blockActions(town.slack, {
      actionId,
      value,
      user: by,
      channel: place,
      threadTs: town.slack.nextTs(),
    }),
  )
}

describe('a press with the id of an answer', () => {
  it.each(['place', 'more', 'share', 'feedback', 'copy'])(
    'of another channel reads nothing of it (%s)',
    async (action) => {
      const { answer } = await ask()
      const id = button(answer, 'human').value
      const before = town.said().length
      const value = { place: `${id}:1`, feedback: `${id}:up` }[action] ?? id
      await pressAt(elsewhere, action, value)
      const said = town.said().slice(before)
      expect(said).toHaveLength(1)
      expect(said[0]?.text).toContain(gone)
      expect(town.slack.views).toEqual([])
      expect(town.store.feedback.list(9)).toEqual([])
    },
  )

  it.each(['place', 'more', 'share'])(
    'that one person got alone reads nothing of it for another (%s)',
    async (action) => {
      const id = await command()
      const before = town.said().length
      await pressAt(channel, action, action === 'place' ? `${id}:1` : id)
      expect(
        town
          .said()
          .slice(before)
          .map(({ text }) => text)
          .join(),
      ).toContain(gone)
      expect(town.said().slice(before)).toHaveLength(1)
      expect(town.slack.views).toEqual([])
    },
  )

  it('works for everybody once the asker has shown it to all', async () => {
    const id = await command()
    await pressAt(channel, 'share', id, user)
    expect(town.said().some(({ ephemeralTo, text }) => !ephemeralTo && text.includes('[1]'))).toBe(
      true,
    )
    await pressAt(channel, 'place', `${id}:1`)
    expect(town.slack.views).toHaveLength(1)
  })

  it.each([
    'place',
    'more',
    'share',
    'human',
    'feedback',
    'again',
    'copy',
    'home.forget',
    'home.profile',
    'quatsch',
    'constructor',
    '__proto__',
  ])('that is none does no harm (%s)', async (action) => {
    for (const value of [
      '',
      ':',
      'x:y:z',
      "'; DROP TABLE answers; --",
      '\u0000',
      'x'.repeat(2000),
    ]) {
      await pressAt(channel, action, value)
    }
    expect(town.store.feedback.list(9)).toEqual([])
    expect(town.slack.views.filter(({ kind }) => kind === 'open')).toEqual([])
  })

  it('of a changed question elsewhere is not asked again', async () => {
    const dm = 'D0ANNA001'
    const payload = directMessage(town.slack, { channel: dm, user, text: question })
    const ts = String(payload.event['ts'])
    await town.slack.deliver(payload)
    await town.rest()
    const changed = messageChanged(town.slack, {
      channel: dm,
      user,
      ts,
      text: 'Wer haftet?',
      before: question,
    })
    await town.slack.deliver(changed)
    await settle()
    const [again] = town
      .said()
      .flatMap(({ blocks }) => buttonsOf(blocks))
      .filter(({ action_id: id }) => id === 'again')
    if (!again) throw new Error('no button')
    const before = town.said().length
    await pressAt(channel, 'again', again.value)
    expect(town.said().slice(before)).toHaveLength(1)
    expect(town.said().at(-1)?.text).toContain(gone)
    expect(town.store.memory.questionsOf(`slack:${town.slack.team}:${other}`, 9)).toEqual([])
  })

  it('does not make others forget their questions', async () => {
    await ask()
    const person = `slack:${town.slack.team}:${user}`
    const [asked] = town.store.memory.questionsOf(person, 1)
    await send(
      blockActions(town.slack, {
        actionId: 'home.forget',
        value: asked?.id ?? '',
        user: other,
        view: { id: 'V1' },
      }),
    )
    expect(town.store.memory.questionsOf(person, 1)).toHaveLength(1)
  })
})

describe('a form', () => {
  const values = (reason: string): Fields => ({
    reason: { reason: { type: 'radio_buttons', selected_option: { value: reason } } },
  })
  const sent = (privateMetadata: string, reason: string) =>
    send(
      viewSubmission(town.slack, {
        callbackId: 'feedback',
        user,
        privateMetadata,
        values: values(reason),
      }),
    )

  it('with a reason we never offered keeps none', async () => {
    const { answer } = await ask()
    await sent(button(answer, 'human').value, 'Frau Mustermann, Hauptstraße 1')
    expect(JSON.stringify(town.store.feedback.list(9))).not.toContain('Mustermann')
  })

  it('about an answer nobody gave is not kept', async () => {
    await sent('erfunden', 'other')
    expect(town.store.feedback.list(9)).toEqual([])
  })

  it('of the town is taken from administrators of this workspace alone', async () => {
    const fields = { legalOffice: { legalOffice: { type: 'plain_text_input', value: '0000 66' } } }
    const admins = [
      { id: 'U0FREMD01', isAdmin: true, team: 'T0FREMD01' },
      { id: 'U0FREMD02', isAdmin: true, isStranger: true },
      { id: 'U0GAST001', isAdmin: true, isGuest: true },
    ]
    for (const admin of admins) {
      town.slack.addUser(admin)
      const payload = viewSubmission(town.slack, {
        callbackId: 'profile',
        user: admin.id,
        values: fields,
      })
      expect((await send(payload)).body).toContain('response_action')
    }
    expect(town.store.settings.profile()).toEqual({})
  })

  it('that cannot be stored stays open and says so', async () => {
    town.slack.addUser({ id: user, isAdmin: true })
    town.store.close()
    const fields = { legalOffice: { legalOffice: { type: 'plain_text_input', value: '0000 66' } } }
    const payload = viewSubmission(town.slack, { callbackId: 'profile', user, values: fields })
    const { status, body } = await town.slack.deliverForm({ payload: JSON.stringify(payload) })
    expect(status === 500 || body.includes('errors')).toBe(true)
  })
})

describe('a guest', () => {
  it('sees in the Home tab neither the numbers nor the people of the town', async () => {
    town.store.settings.saveProfile({ legalOffice: 'Rechtsamt, 0000 55' })
    town.store.settings.saveHelper('slack', 'U0CHEF001')
    for (const who of [
      { id: 'U0GAST001', isGuest: true },
      { id: 'U0FREMD01', isStranger: true },
    ]) {
      town.slack.addUser(who)
      await town.slack.deliver(appHomeOpened(town.slack, { user: who.id, tab: 'home' }))
      await settle()
      const shown = JSON.stringify(town.slack.views.at(-1))
      expect(shown).toContain(who.id)
      expect(shown).not.toMatch(/0000 55|U0CHEF001/)
    }
  })

  it('gets no draft', async () => {
    town.slack.addUser({ id: 'U0GAST001', isGuest: true })
    const message = {
      ts: '1.000001',
      text: 'Diese Idioten sperren die Bahnhofstraße!',
      user: 'U0X',
    }
    await send(
      messageShortcut(town.slack, {
        callbackId: 'reply.suggest',
        message,
        channel,
        user: 'U0GAST001',
      }),
    )
    expect(JSON.stringify(town.slack.views.at(-1)?.view)).toContain('nicht Gästen oder Externen')
  })
})

describe('an address to answer to', () => {
  it.each([
    'http://169.254.169.254/latest',
    'https://evil.example/hooks.slack.com',
    'https://hooks.slack.com.evil.example/x',
    'quatsch',
    'file:///etc/passwd',
  ])('that is not Slack’s (%s) is not called; the answer comes another way', async (url) => {
    const fields = slashCommand(town.slack, { command: '/sturm', text: question, user, channel })
    await town.slack.deliverForm({ ...fields, response_url: url })
    await town.rest()
    expect(town.slack.callsOf('chat.postEphemeral')).toHaveLength(1)
    expect(town.said()).toHaveLength(1)
  })
})

it('sends an answer to no other server of this machine', async () => {
  const asked: unknown[] = []
  const server = http.createServer((request, response) => {
    asked.push(request.url)
    response.end('ok')
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const fields = slashCommand(town.slack, { command: '/sturm', text: question, user, channel })
  await town.slack.deliverForm({ ...fields, response_url: `http://127.0.0.1:${port}/x` })
  await town.rest()
  server.close()
  expect(asked).toEqual([])
  expect(town.said()[0]).toMatchObject({ ephemeralTo: user })
})

describe('"Mensch holen"', () => {
  it('that failed can be pressed again', async () => {
    town.store.settings.saveHelper('slack', 'U0CHEF001')
    const asked = await ask()
    town.slack.fault('chat.postMessage', { error: 'restricted_action' })
    await press(asked, 'human')
    expect(town.said().at(-1)?.text).toContain('nicht geklappt')
    await press(asked, 'human')
    expect(town.said().filter(({ text }) => text.includes('<@U0CHEF001>'))).toHaveLength(1)
    expect(town.said().at(-1)?.text).toContain('Bescheid gegeben')
  })
})
