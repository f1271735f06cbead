import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { blockActions, messageShortcut, viewSubmission } from '../interactions.ts'
import { appHomeOpened, appMention, messageChanged, messageDeleted } from '../payloads.ts'
import { buttonsOf, channel, handsIn, question, user } from './hands.ts'
import { openTown, type Town } from './town.ts'

let town: Town
const { ask, press, send, settle } = handsIn(() => town)
beforeEach(async () => {
  town = await openTown()
})
afterEach(() => town.close())

describe('a question', () => {
  it('that is changed gets "Neu beantworten", which answers the new words', async () => {
    const { ts, answer } = await ask()
    const text = `<@${town.slack.botUser}> Dürfen wir Kommentare löschen?`
    const changed = messageChanged(town.slack, { channel, user, ts, text, before: question })
    await town.slack.deliver(changed)
    await settle()
    const marked = town.said().find((one) => one.ts === answer.ts)
    expect(JSON.stringify(marked?.blocks)).toContain('Die Frage wurde danach geändert.')
    if (!marked) throw new Error('no answer')
    await press({ ts, answer: marked }, 'again')
    expect(town.said()).toHaveLength(2)
    expect(town.said()[1]).toMatchObject({ threadTs: ts })
  })

  it('that only unfolds a link is not changed', async () => {
    const { ts } = await ask()
    const text = `<@${town.slack.botUser}> ${question}`
    await town.slack.deliver(messageChanged(town.slack, { channel, user, ts, text, before: text }))
    await settle()
    expect(town.slack.callsOf('chat.update')).toEqual([])
  })

  it('that is deleted has its text erased', async () => {
    const { ts } = await ask()
    const person = `slack:${town.slack.team}:${user}`
    expect(town.store.memory.questionsOf(person, 5)).toHaveLength(1)
    await town.slack.deliver(messageDeleted(town.slack, { channel, user, ts, text: question }))
    await settle()
    expect(town.store.memory.questionsOf(person, 5)).toEqual([])
  })

  it('that is deleted before it was answered is not answered', async () => {
    town.slack.fault('users.info', { slowMs: 300 })
    const payload = appMention(town.slack, { channel, user, text: question })
    await town.slack.deliver(payload)
    const ts = String(payload.event['ts'])
    await town.slack.deliver(messageDeleted(town.slack, { channel, user, ts, text: question }))
    await settle()
    await new Promise((resolve) => setTimeout(resolve, 400))
    expect(town.said()).toEqual([])
    expect(town.store.inbox.waiting()).toEqual([])
  })
})

describe('"Antwort vorschlagen"', () => {
  it('opens a dialog at once and puts a draft into it; nothing is posted', async () => {
    const message = {
      ts: '1.000001',
      text: 'Diese Idioten sperren schon wieder die Bahnhofstraße!',
      user: 'U0X',
    }
    await send(messageShortcut(town.slack, { callbackId: 'reply.suggest', message, channel, user }))
    expect(town.slack.views.map(({ kind }) => kind)).toEqual(['open', 'update'])
    const draft = JSON.stringify(town.slack.views[1]?.view)
    expect(draft).toContain('Sperrung')
    expect(draft).toContain('Nichts davon wird veröffentlicht.')
    expect(draft).not.toContain('Idioten')
    expect(town.said()).toEqual([])
  })
})

describe('the Home tab', () => {
  const open = async () => {
    await town.slack.deliver(appHomeOpened(town.slack, { user, tab: 'home' }))
    await settle()
    return town.slack.views.at(-1)?.view
  }

  it('says what this is, what it keeps, what it knows and what is not on file', async () => {
    const shown = JSON.stringify(await open())
    for (const part of [
      'Ich bin eine KI.',
      '7 Tage',
      'BEISPIEL (fiktiv)',
      'nicht hinterlegt',
      'Hier ist nichts gespeichert',
    ]) {
      expect(shown).toContain(part)
    }
    expect(shown).not.toContain('home.profile')
  })

  it('lists the last questions of this person, each to be forgotten', async () => {
    await ask()
    const [row] = buttonsOf(await open()).filter(({ action_id: id }) => id === 'home.forget')
    const payload = blockActions(town.slack, {
      actionId: 'home.forget',
      value: row?.value ?? '',
      user,
      view: { id: 'V1' },
    })
    await send(payload)
    expect(JSON.stringify(town.slack.views.at(-1)?.view)).toContain('Hier ist nichts gespeichert')
  })

  it('lets administrators, and nobody else, fill in the town form', async () => {
    town.slack.addUser({ id: user, isAdmin: true })
    expect(JSON.stringify(await open())).toContain('home.profile')
    await send(
      blockActions(town.slack, {
        actionId: 'home.profile',
        value: 'edit',
        user,
        view: { id: 'V1' },
      }),
    )
    expect(town.slack.views.at(-1)?.view).toMatchObject({ callback_id: 'profile' })
    const values = {
      state: { state: { type: 'static_select', selected_option: { value: 'NW' } } },
      secondPerson: { secondPerson: { type: 'plain_text_input', value: 'Hauptamt, 0000 12' } },
      dataProtection: { dataProtection: { type: 'plain_text_input', value: null } },
      helper: { helper: { type: 'users_select', selected_user: 'U0CHEF001' } },
    }
    await send(viewSubmission(town.slack, { callbackId: 'profile', user, values }))
    expect(town.store.settings.profile()).toEqual({
      state: 'NW',
      secondPerson: 'Hauptamt, 0000 12',
    })
    expect(town.store.settings.helper('slack')).toBe('U0CHEF001')
    const other = viewSubmission(town.slack, {
      callbackId: 'profile',
      user: 'U0ANDERE1',
      values: {},
    })
    const { body } = await send(other)
    expect(body).toContain('response_action')
    expect(town.store.settings.profile()).toMatchObject({ state: 'NW' })
  })

  it('shows who acts in which role with deputies, and lets administrators choose them', async () => {
    town.slack.addUser({ id: user, isAdmin: true })
    const { team } = town.slack
    const far = { role: 'HL', person: 'teams:T:29:x', name: 'HH' }
    const boss = { role: 'BM', person: `slack:${team}:U0BOSS001`, name: 'MK' }
    town.store.settings.saveProfile({ police: 'Wache, 0000 5', seats: [boss, far] })
    const before = JSON.stringify(await open())
    expect(before).toContain('Verwaltungsspitze: ')
    expect(before).toContain('U0BOSS001')
    expect(before).toContain('HH')
    expect(before).toContain('Polizei: Wache, 0000 5')
    const opening = { actionId: 'home.profile', value: 'edit', user, view: { id: 'V1' } }
    await send(blockActions(town.slack, opening))
    expect(JSON.stringify(town.slack.views.at(-1)?.view)).toContain('"initial_users":["U0BOSS001"]')
    const chosen = (...selected_users: readonly string[]) => ({
      seat: { type: 'multi_users_select', selected_users },
    })
    const values = {
      'seat.BM': chosen('U0BOSS001', 'U0STELLV1'),
      'seat.PR': chosen('U0ANNA001'),
      'seat.HL': chosen(),
      police: { police: { type: 'plain_text_input', value: 'Wache, 0000 6' } },
    }
    await send(viewSubmission(town.slack, { callbackId: 'profile', user, values }))
    const { seats = [], police } = town.store.settings.profile()
    expect(police).toBe('Wache, 0000 6')
    expect(seats.map(({ role, person, name }) => [role, person.split(':').at(-1), name])).toEqual([
      ['HL', 'x', 'HH'],
      ['BM', 'U0BOSS001', 'MK'],
      ['BM', 'U0STELLV1', 'BM-2'],
      ['PR', 'U0ANNA001', 'PR-1'],
    ])
    expect(JSON.stringify(await open())).toContain(', Vertretung: ')
  })

  it('offers prompts in the tab with the messages', async () => {
    await town.slack.deliver(appHomeOpened(town.slack, { user, tab: 'messages' }))
    await settle()
    const [call] = town.slack.callsOf('assistant.threads.setSuggestedPrompts')
    expect(call).toMatchObject({ outcome: 'ok' })
  })

  it('speaks English to people with an English locale', async () => {
    town.slack.addUser({ id: user, locale: 'en-GB' })
    expect(JSON.stringify(await open())).toContain('What I store')
  })
})
