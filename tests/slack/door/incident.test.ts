import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { blockActions, slashCommand } from '../interactions.ts'
import { appMention, messageInChannel, reactionAdded } from '../payloads.ts'
import type { Fields } from '../state.ts'
import { boss, crewIn, enter } from './crew.ts'
import { buttonsOf, channel, user } from './hands.ts'
import { openTown, type Town } from './town.ts'

const guest = 'U0GAST001'
let town: Town
let at = 0
const crew = crewIn(() => town)
const { begin, say, press, live, log, whispers, rest } = crew
beforeEach(async () => {
  at = Date.parse('2026-10-23T20:30:00.000Z')
  town = await openTown({ now: () => at })
  enter(town)
})
afterEach(() => town.close())

describe('an incident', () => {
  it('is opened from the first steps, in that thread, with a pinned card', async () => {
    const ts = await begin()
    expect(town.store.incidents.list()).toHaveLength(1)
    expect(live().threadTs).toBe(ts)
    expect(live().isPinned).toBe(true)
    expect(log()[0]?.by).toEqual({ role: 'PR', person: 'AA' })
  })

  it('is proposed with what spoke for it', async () => {
    await begin(
      'hilfe, unter dem foto vom stadtfest 200 wütende kommentare, drohungen gegen die bürgermeisterin',
    )
    const words = town.said().map(({ text }) => text)
    expect(words.join('\n')).toMatch(/Es passt: .*Drohung/)
  })

  it('is proposed with what its playbook wants to know first, where there is room', async () => {
    await begin('hilfe shitstorm wegen der baustelle, alle toben')
    const words = town.said().map(({ text }) => text)
    expect(words.join('\n')).toContain('Zuerst klären: Geht es um etwas, das wir gesagt')
  })

  it('is opened once, whoever presses how often', async () => {
    const ts = await begin()
    const [card] = town.said()
    if (card) await press(card, 'Lage eröffnen', boss)
    expect(town.store.incidents.list()).toHaveLength(1)
    expect(whispers().at(-1)?.text).toContain('Hier läuft schon L1')
    expect(town.slack.thread(channel, ts).filter(({ isPinned }) => isPinned)).toHaveLength(1)
  })

  it('hears its own words without a mention, and ticks them', async () => {
    const ts = await begin()
    const before = town.said().length
    const note = await say('notiz Feuerwehr ist vor Ort', ts)
    expect(town.slack.messages.find((one) => one.ts === note)?.reactions).toEqual([
      'white_check_mark',
    ])
    await say('ich hole Kaffee, wer noch?', ts)
    await say('Wie lange haben wir Zeit, eine Datenpanne zu melden?', ts)
    expect(town.said().length).toBe(before)
    expect(log().filter(({ type }) => type === 'note-added')).toHaveLength(1)
  })

  it('still answers a question that names us', async () => {
    const ts = await begin()
    const text = 'Wie lange haben wir Zeit, eine Datenpanne zu melden?'
    await town.slack.deliver(appMention(town.slack, { channel, user, text, threadTs: ts }))
    await rest()
    expect(JSON.stringify(town.said().at(-1)?.blocks)).toContain('72')
  })

  it('keeps nothing that people say to each other', async () => {
    const ts = await begin()
    await say('Kaninchenzuchtverein, sagt ihr?', ts)
    expect(town.store.inbox.waiting()).toEqual([])
    expect(town.store.memory.earlier(`slack:${town.slack.team}:${channel}:${ts}`, 9)).not.toContain(
      'Kaninchenzuchtverein, sagt ihr?',
    )
  })

  it('changes the card in place, and a button is dead after its use', async () => {
    await begin()
    const before = live()
    const old = { ...before, blocks: [...before.blocks] }
    await press(old, 'C0 erledigt')
    expect(live().ts).toBe(before.ts)
    expect(live().text).toContain('☑ C0')
    await press(old, 'C0 erledigt', boss)
    expect(whispers().at(-1)).toMatchObject({ ephemeralTo: boss })
    expect(whispers().at(-1)?.text).toContain('Schon geändert')
  })

  it('takes no burst for a burst: every note counts', async () => {
    const ts = await begin()
    const sent = Array.from({ length: 9 }, (_, n) =>
      town.slack.deliver(
        messageInChannel(town.slack, { channel, user, text: `notiz Meldung ${n}`, threadTs: ts }),
      ),
    )
    await Promise.all(sent)
    await rest()
    expect(log().filter(({ type }) => type === 'note-added')).toHaveLength(9)
  })

  it('notes a message that somebody marks, once, without its details', async () => {
    const ts = await begin()
    const text = 'Anruf von Frau Petra Beispiel, 0151 23456789: Wasser im Keller'
    const said = await say(text, ts)
    for (const by of [user, boss]) {
      const marked = { channel, ts: said, user: by, reaction: 'memo' }
      await town.slack.deliver(reactionAdded(town.slack, marked))
      await rest()
    }
    const notes = log().filter(({ type }) => type === 'note-added')
    expect(notes).toHaveLength(1)
    expect(JSON.stringify(notes)).toContain('Wasser im Keller')
    expect(JSON.stringify(notes)).not.toMatch(/Petra|0151/)
  })

  it('does not look at marks where no incident is led', async () => {
    const marked = { channel, ts: town.slack.nextTs(), user, reaction: 'memo' }
    await town.slack.deliver(reactionAdded(town.slack, marked))
    await rest()
    expect(town.slack.callsOf('conversations.replies')).toHaveLength(0)
  })

  it('takes nothing from guests', async () => {
    const ts = await begin()
    town.slack.addUser({ id: guest, isGuest: true })
    await say('stufe rot', ts, guest)
    await press(live(), 'C0 erledigt', guest)
    expect(log().map(({ type }) => type)).not.toContain('step-done')
    expect(log().map(({ type }) => type)).not.toContain('severity-changed')
  })

  it('is not opened where others read along', async () => {
    const shared = { channel, user, text: 'hilfe, shitstorm, 200 kommentare', isExtShared: true }
    await town.slack.deliver(appMention(town.slack, shared))
    await rest()
    expect(JSON.stringify(town.said()[0]?.blocks)).not.toContain('Lage eröffnen')
  })
})

it.each(['hilfe shitstorm', 'start'])(
  '„%s“ shows the first steps and two ways on',
  async (text) => {
    await town.slack.deliver(appMention(town.slack, { channel, user, text }))
    await rest()
    const [card] = town.said()
    const buttons = buttonsOf(card?.blocks).filter(({ action_id: id }) =>
      id.startsWith('lage.open'),
    )
    expect(buttons).toHaveLength(2)
    expect(JSON.stringify(card?.blocks)).toContain('Sichern: Folge 11, 05:34')
  },
)

describe('a command', () => {
  const command = async (text: string) => {
    const form = slashCommand(town.slack, { command: '/sturm', text, user, channel })
    await town.slack.deliverForm(form)
    await rest()
    return JSON.stringify(town.slack.responses.at(-1)?.body)
  }

  it('shows the first steps to one person, and opens in a thread of its own', async () => {
    expect(await command('start')).toContain('Lage eröffnen')
    const body = town.slack.responses.at(-1)?.body as Fields
    const [open] = buttonsOf(body['blocks']).filter(({ value }) => value.startsWith('pb'))
    const payload = blockActions(town.slack, {
      actionId: open?.action_id ?? '',
      value: open?.value ?? '',
      user,
      channel,
    })
    const container = { ...(payload['container'] as Fields), is_ephemeral: true }
    await town.slack.deliverForm({ payload: JSON.stringify({ ...payload, container }) })
    await rest()
    expect(live().threadTs).toBeUndefined()
    await say('notiz aus dem neuen Thread', live().ts)
    expect(log().map(({ type }) => type)).toContain('note-added')
  })

  it('reaches the incident of its channel', async () => {
    await begin()
    expect(await command('lage')).toContain('Maßnahmen')
    expect(await command('L1 einlesen')).toContain('Wer führt')
    expect(await command('stufe rot: Drohung')).toContain('Stufe ROT')
  })

  it('lists what is open where none is led', async () => {
    expect(await command('lage')).toContain('Keine Lage ist offen')
  })

  it('enters people, when an administrator sends it', async () => {
    town.slack.addUser({ id: 'U0ADMIN01', isAdmin: true })
    const form = slashCommand(town.slack, {
      command: '/sturm',
      text: 'team HL <@U0CORA001|cora> CC',
      user: 'U0ADMIN01',
      channel,
    })
    await town.slack.deliverForm(form)
    await rest()
    expect(town.store.settings.profile().seats?.at(-1)).toEqual({
      role: 'HL',
      person: `slack:${town.slack.team}:U0CORA001`,
      name: 'CC',
    })
  })
})

describe('by the clock', () => {
  it('what is late is said again in the thread, once, also after a restart', async () => {
    const ts = await begin()
    await say('stufe rot: Drohung', ts)
    at += 16 * 60_000
    await rest()
    const nudges = () => town.said().filter(({ text }) => text.includes('Bitte jetzt'))
    const { length } = nudges()
    expect(length).toBeGreaterThan(0)
    await town.restart()
    await rest()
    expect(nudges()).toHaveLength(length)
    expect(nudges().at(-1)?.threadTs).toBe(ts)
  })
})

describe('when Slack is difficult', () => {
  it('the card stands without a pin', async () => {
    town.slack.fault('pins.add', { error: 'missing_scope' })
    await begin()
    expect(live().isPinned).toBeUndefined()
  })

  it('who opens one where we may not write is told so', async () => {
    town.slack.addChannel({ id: 'C0FREMD01', kind: 'channel', hasBot: false })
    const form = { command: '/sturm', text: 'eröffnen pb1 Test', user, channel: 'C0FREMD01' }
    await town.slack.deliverForm(slashCommand(town.slack, form))
    await rest()
    await rest()
    expect(JSON.stringify(town.slack.responses)).toContain('/invite')
    expect(town.store.incidents.list()).toHaveLength(1)
  })

  it('a card somebody deleted stands again', async () => {
    const ts = await begin()
    const old = live()
    Object.assign(old, { deleted: true })
    await say('stufe rot: Drohung', ts)
    expect(live().ts).not.toBe(old.ts)
  })

  it('a post of which nobody knows whether it worked stands once', async () => {
    const ts = await begin()
    town.slack.fault('chat.postMessage', { status: 500, afterwards: true })
    await say('text eigener: Wir prüfen das.', ts)
    expect(town.said().filter(({ text }) => text.includes('wartet auf Freigabe'))).toHaveLength(1)
  })
})
