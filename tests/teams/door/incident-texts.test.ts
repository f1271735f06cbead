import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { calendarPath } from '../../../src/links.ts'
import { officeOn } from '../../../src/office.ts'
import { reaction } from '../events.ts'
import { cardAction, invoke } from '../invokes.ts'
import type { Message } from '../state.ts'
import { question, wordsOf } from './hands.ts'
import { anna, bert, incidentHands, type Night, openNight, type Thread } from './incident-hands.ts'

let night: Night
const town = () => night.town
const { send, shown, find, press, ask, say, begin } = incidentHands(town)
beforeEach(async () => {
  night = await openNight()
})
afterEach(async () => {
  expect(town().teams.refusals).toEqual([])
  expect(town().teams.breaches).toEqual([])
  await town().close()
})

describe('texts', () => {
  const draft = async (thread: Thread): Promise<Message> => {
    const first = await ask(thread, { message: find(thread, '· L1'), title: 'Text vorlegen' })
    const own = await first.send('Weiter', { baustein: 'eigener' })
    await own.send('Vorlegen', { worte: 'Wir prüfen den Beitrag.' })
    return find(thread, 'Text t1, Fassung 1')
  }

  it('go from a dialog to approval by somebody else, whose button dies', async () => {
    const thread = await begin()
    const message = await draft(thread)
    const approve = (from: string) => press(thread, { message, title: 'Freigeben', from })
    expect(await approve(anna)).toMatch(/selbst frei|gibt frei/)
    expect(await approve(bert)).toBe('Vermerkt.')
    const after = find(thread, 'Text t1')
    expect(after.id).toBe(message.id)
    expect(wordsOf(after)).toContain('freigegeben: Verwaltungsspitze')
    expect(wordsOf(after)).not.toContain('\nFreigeben')
    expect(await approve(bert)).toContain('schon freigegeben')
  })

  it('keep what was typed where something stands in the way', async () => {
    const thread = await begin()
    const message = await draft(thread)
    const edit = await ask(thread, { message, title: 'Ändern' })
    const other = await ask(thread, { message, title: 'Ändern', from: bert })
    await other.send('Vorlegen', { worte: 'Wir prüfen das bis 23 Uhr.' })
    const late = await edit.send('Vorlegen', { worte: 'Meine lange Fassung.' })
    expect(late.words).toContain('Schon geändert')
    expect(late.words).toContain('Meine lange Fassung.')
    expect(wordsOf(find(thread, 'Fassung 1'))).toContain('überholt')
  })

  it('are approved on the phone by who is not here', async () => {
    const thread = await begin()
    const message = await draft(thread)
    night.wait(20)
    const phone = await ask(thread, { message, title: 'Telefonisch' })
    const early = await phone.send('Eintragen', { rolle: 'BM', um: '21:00' })
    expect(early.words).toContain('Uhrzeit des Telefonats passt nicht')
    await early.send('Eintragen', { rolle: 'BM', um: '22:40' })
    expect(wordsOf(find(thread, 'Text t1'))).toContain('telefonisch freigegeben')
    expect(await press(thread, { message, title: 'Freigeben', from: bert })).toContain('schon')
  })

  it('are read in every form of them', async () => {
    const thread = await begin()
    const message = await draft(thread)
    const { words } = await ask(thread, { message, title: 'Alle Fassungen', from: bert })
    for (const one of ['Facebook', 'Telefonzentrale', 'Rat']) expect(words).toContain(one)
  })
})

it('a pin on what we said makes it a note, once; a like is only a like', async () => {
  const thread = await begin()
  await say(thread, question)
  const { conversation } = thread
  const { id: messageId } = find(thread, 'BEISPIEL (fiktiv)')
  const noted = () => shown(thread).filter((one) => wordsOf(one).includes('Notiert.'))
  const where = { messageId, conversation, from: bert }
  await send(reaction(town().teams, where))
  expect(noted()).toHaveLength(0)
  await send(reaction(town().teams, { ...where, face: '1f4cc_pushpin' }))
  await send(reaction(town().teams, { ...where, from: anna, face: '1f4dd_memo' }))
  expect(noted()).toHaveLength(1)
  await say(thread, 'lage')
  expect(wordsOf(find(thread, 'Lagebericht'))).toContain('72')
})

it('people are reminded by the clock alone and by name, at night only where it is red', async () => {
  const thread = await begin()
  const nudges = () => shown(thread).filter((one) => wordsOf(one).includes('Noch offen in L1'))
  await press(thread, { message: find(thread, '· L1'), title: 'C0 erledigt' })
  night.wait(30)
  await town().rest()
  expect(nudges()).toHaveLength(0)
  await say(thread, 'stufe rot: es brennt')
  expect(nudges()).toHaveLength(1)
  await town().rest()
  expect(nudges()).toHaveLength(1)
  const message = find(thread, 'Noch offen in L1')
  const isCalled = (shape: unknown, id: string) =>
    JSON.stringify(shape).includes(`"mentioned":{"id":"${id}"`)
  expect([anna, bert].map((id) => isCalled(message.activity, id))).toEqual([true, false])
  // At once, not when the place is filled: a name that comes later rings nowhere.
  const posted = town().teams.calls.filter(({ operation }) => operation !== 'update')
  const sent = posted.map(({ body }) => body)
  expect(sent.filter((body) => isCalled(body, anna))).toHaveLength(1)
  expect(await press(thread, { message, title: 'C1 erledigt' })).toBe('Vermerkt.')
})

it('a press that was made up does no harm', async () => {
  const thread = await begin()
  const { conversation } = thread
  const before = wordsOf(find(thread, '· L1'))
  const where = { conversation, messageId: find(thread, '· L1').id }
  for (const verb of ['lage.step-done', 'lage.open', 'lage.burn', 'lage.', 'lage.send'])
    for (const ref of ['', 'L9:c0:0', '../L1', 'L1:c0:999999', 'x'.repeat(5000)]) {
      const made = cardAction(town().teams, { ...where, verb, data: { ref, v: 'v1' } })
      expect((await send(made)).status).toBe(200)
    }
  for (const name of ['task/fetch', 'task/submit'])
    for (const ref of ['', 'text', 'level:L9', 'fill:L1:hs-99:0', 'read:L1:t9:1']) {
      const data = { verb: 'lage.send', ref, v: 'v1', worte: { a: 1 }, baustein: ['x'] }
      const made = invoke(town().teams, where, { name, value: { data } })
      expect((await send(made)).status).toBe(200)
    }
  expect(town().store.incidents.list()).toHaveLength(1)
  expect(wordsOf(find(thread, '· L1'))).toBe(before)
})

it('asks on the card when a breach was known, and starts the 72 hours from a dialog', async () => {
  const thread = await begin()
  await say(thread, 'stufe rot daten: Liste mit Namen im Netz')
  const message = find(thread, '· L1')
  expect(wordsOf(message)).toContain('Frist nicht gestartet, wann war es bekannt?')
  const dialog = await ask(thread, { message, title: '72 Stunden starten' })
  const again = await dialog.send('Frist starten', { known: 'eben' })
  expect(again.words).toContain('fehlte eine Angabe')
  await again.send('Frist starten', { known: '22:10' })
  expect(wordsOf(find(thread, '· L1'))).toContain('bis Mo., 26.10.2026, 21:10 Uhr')
})

it('gives the review and the dates as words, however long, since it may put no files there', async () => {
  const thread = await begin()
  await say(thread, 'frist art33 22:10')
  const { desk } = officeOn(town().store, town().config)
  for (let at = 1; at <= 60; at += 1) {
    const text = `Nummer ${at}: ${'Die Feuerwehr steht vor dem Rathaus. '.repeat(3)}`
    desk.run('L1', { type: 'note', text }, { by: { role: 'SM' } })
  }
  await say(thread, 'export')
  const all = shown(thread).map(wordsOf)
  const review = all.filter((one) => one.includes('Auswertung: '))
  expect(review.length).toBeGreaterThan(1)
  for (const number of [1, 30, 60]) expect(review.join('\n')).toContain(`Notiz: Nummer ${number}:`)
  const dates = find(thread, 'Für den Kalender')
  expect(wordsOf(dates)).toContain('bis Mo., 26.10.2026, 21:10 Uhr')
})

it('lists what is to be started with nothing above it', async () => {
  const thread = await begin()
  await say(thread, 'playbook pb3')
  await say(thread, 'frist')
  expect(wordsOf(find(thread, 'Frist nicht gestartet'))).toContain('72 Stunden starten')
})

describe('the dates as a calendar', () => {
  const opened = async (env: Readonly<Record<string, string>>) => {
    await town().restart(0, env)
    const thread = await begin()
    await say(thread, 'frist art33 22:10')
    return thread
  }
  const linkIn = (message: Message) =>
    /"url":"([^"]*fristen\.ics[^"]*)"/.exec(JSON.stringify(message.activity))?.[1]

  it('are a link that others open, wherever they are listed, where there is one', async () => {
    const secret = 'x'.repeat(40)
    const thread = await opened({ PUBLIC_URL: 'https://bot.stadt.example', LINK_SECRET: secret })
    await say(thread, 'frist')
    const listed = find(thread, 'Fristen als Kalender (.ics)')
    const path = calendarPath('L1', '2026-10-30T20:30:00.000Z', secret)
    expect(linkIn(listed)).toBe(`https://bot.stadt.example${path}`)
    await say(thread, 'export')
    const dates = find(thread, 'Für den Kalender')
    expect(linkIn(dates)).toBe(`https://bot.stadt.example${path}`)
    expect(wordsOf(dates)).not.toContain('kann ich hier nicht anbieten')
  })

  it.each([
    [{ PUBLIC_URL: 'https://bot.stadt.example' }, 'LINK_SECRET fehlt'],
    [{ LINK_SECRET: 'x'.repeat(40) }, 'PUBLIC_URL zeigt nur auf den Rechner'],
  ])('are words where no link opens, and why is said: %o', async (env, why) => {
    const thread = await opened(env)
    await say(thread, 'export')
    const dates = find(thread, 'Für den Kalender')
    expect(wordsOf(dates)).toContain(`Eine Kalenderdatei kann ich hier nicht anbieten: ${why}`)
    expect(linkIn(dates)).toBeUndefined()
  })
})
