import { afterEach, beforeEach, expect, it } from 'vitest'
import { openLive } from '../src/incident-live.ts'
import { type Floor, openFloor, thread } from './incident-stage.ts'

let floor: Floor
beforeEach(() => {
  floor = openFloor()
})
afterEach(() => floor.close())

const lengthOf = (reply: {
  lead: string
  steps: readonly { title: string; items: readonly string[] }[]
  notes: readonly string[]
}) =>
  [
    reply.lead,
    ...reply.steps.flatMap(({ title, items }) => [title, ...items]),
    ...reply.notes,
  ].join('\n').length

async function begin(): Promise<void> {
  floor.press('open', 'pb1')
  await floor.live.settled()
}

it('posts the card into the thread, once, and pins it', async () => {
  await begin()
  await floor.live.settled()
  expect(floor.chat.shown.filter(({ id }) => id.endsWith(' card'))).toHaveLength(1)
  expect(floor.chat.find('card').conversation).toBe(thread)
  expect(floor.chat.pins).toHaveLength(1)
})

it('changes the card in place when something happens at any door, and only then', async () => {
  await begin()
  const { edits } = floor.chat.find('card')
  await floor.live.settled()
  expect(floor.chat.find('card').edits).toBe(edits)
  floor.stage.again().run('L1', { type: 'step', step: 'c0', to: 'done' }, { by: { role: 'SM' } })
  await floor.live.settled()
  expect(floor.chat.find('card').edits).toBe(edits + 1)
  expect(JSON.stringify(floor.chat.find('card').reply)).toContain('☑ C0')
})

it('is short enough for a phone at every stage, and says nothing is late at once', async () => {
  await begin()
  floor.stage.wait(5)
  await floor.live.settled()
  expect(JSON.stringify(floor.chat.find('card').reply)).not.toContain('überfällig seit')
  floor.stage.wait(6)
  await floor.live.settled()
  expect(JSON.stringify(floor.chat.find('card').reply)).toContain('überfällig seit 22:30 Uhr')
  for (const minutes of [11, 20, 30, 60, 240]) {
    floor.stage.wait(minutes)
    await floor.live.settled()
    expect(lengthOf(floor.chat.find('card').reply)).toBeLessThanOrEqual(800)
  }
})

it('begins a thread of its own where only one person reads', async () => {
  floor.press('open', 'pb1', { isCommand: true, conversation: 'chat:T1:C1:U1' })
  await floor.live.settled()
  const { conversation } = floor.chat.find('card')
  expect(floor.stage.store.rooms.find(conversation)?.incident).toBe('L1')
})

it('reminds of what is late, all at once in one message, five times at most', async () => {
  await begin()
  const nudges = () => floor.chat.shown.filter(({ id }) => id.includes(' nudge.'))
  const late = () =>
    nudges().filter(({ reply }) => reply.actions?.some(({ value }) => value.startsWith('L1:c0:')))
  floor.say('stufe rot: es brennt')
  for (let at = 0; at < 40; at += 1) {
    floor.stage.wait(15)
    await floor.live.settled()
  }
  expect(late()).toHaveLength(5)
})

it('at night is silent where it is not red', async () => {
  await begin()
  floor.stage.wait(60)
  await floor.live.settled()
  expect(floor.chat.shown.filter(({ id }) => id.includes(' nudge.'))).toEqual([])
})

it('says nothing twice after a restart, and loses nothing', async () => {
  await begin()
  floor.say('stufe rot: es brennt')
  floor.stage.wait(20)
  floor.chat.faults.push(new Error('cut'))
  await floor.live.settled()
  const parts = {
    surface: floor.chat.surface,
    rooms: floor.stage.store.rooms,
    office: floor.office,
  }
  const again = openLive({ ...parts, onTrouble: () => undefined }, { tickMs: 3_600_000, restMs: 0 })
  await again.settled()
  await again.settled()
  await again.close()
  const ids = floor.chat.shown.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids.filter((id) => id.includes(' nudge.')).length).toBeGreaterThan(0)
})

it('fills a place that was opened and no more, in place of saying it twice', async () => {
  floor.say('übung')
  const cut: typeof floor.chat.surface = {
    ...floor.chat.surface,
    post: async (room, message) => {
      const made = await floor.chat.surface.post(room, message)
      message.onPlaced(made.ref)
      throw new Error('cut')
    },
  }
  const parts = { rooms: floor.stage.store.rooms, office: floor.office, onTrouble: () => undefined }
  for (let run = 0; run < 3; run += 1) {
    const live = openLive({ ...parts, surface: cut }, { tickMs: 3_600_000, restMs: 0 })
    await live.settled()
    await live.close()
  }
  await floor.live.settled()
  const names = floor.chat.shown.map(({ id }) => id.split(' ').at(-1))
  expect(names).toEqual(['card', 'cue.0'])
  expect(floor.chat.shown.map(({ edits }) => edits)).toEqual([1, 1])
})

it('shows the same in a second thread, without telling everything again', async () => {
  await begin()
  floor.say('stufe rot: es brennt')
  floor.stage.wait(20)
  await floor.live.settled()
  const there = 'chat:T1:C2:7.7'
  floor.say('L1 karte', { conversation: there })
  await floor.live.settled()
  const cards = floor.chat.shown.filter(({ id }) => id.endsWith(' card'))
  expect(cards.map(({ conversation }) => conversation)).toEqual([thread, there])
  expect(cards[1]?.reply).toEqual(cards[0]?.reply)
  const second = floor.chat.shown.filter(({ conversation }) => conversation === there)
  expect(second).toHaveLength(1)
})

it('posts nothing twice where nobody knows whether it arrived', async () => {
  floor.chat.doubts.push(new Error('cut'))
  await begin()
  await floor.live.settled()
  expect(floor.chat.shown.filter(({ id }) => id.endsWith(' card'))).toHaveLength(1)
  expect(floor.stage.store.rooms.posts(`L1 ${thread}`).get('card')?.ref).toBeDefined()
})

it('shows a text with its approval, and an older version as overtaken', async () => {
  await begin()
  floor.say('text eigener: Wir prüfen das.')
  await floor.live.settled()
  expect(floor.chat.find('text.t1.1').reply.actions?.map(({ id }) => id)).toContain('approve')
  const filler = { person: 'chat:T1:U1', name: 'n' }
  floor.desk.send('edit:L1:t1:1', { worte: 'Wir prüfen das bis 23 Uhr.' }, filler)
  await floor.live.settled()
  expect(floor.chat.find('text.t1.1').reply.lead).toContain('überholt')
  expect(floor.chat.find('text.t1.1').reply.actions).toBeUndefined()
  floor.office.desk.run('L1', { type: 'approve', draft: 't1', version: 2 }, { by: { role: 'BM' } })
  await floor.live.settled()
  const { reply } = floor.chat.find('text.t1.2')
  expect(reply.lead).toContain('freigegeben')
  expect(reply.actions?.map(({ id }) => id)).toEqual(['read'])
})

it('plays an exercise into the thread, marked as one', async () => {
  floor.say('übung')
  await floor.live.settled()
  floor.stage.wait(21)
  await floor.live.settled()
  const cues = floor.chat.shown.filter(({ id }) => id.includes(' cue.'))
  expect(cues).toHaveLength(4)
  for (const { reply } of floor.chat.shown) expect(reply.lead).toContain('ÜBUNG')
})

it('ends with the incident', async () => {
  await begin()
  floor.office.desk.run(
    'L1',
    { type: 'close', met: Array.from({ length: 40 }, () => true), reasons: [] },
    { by: { role: 'PR' } },
  )
  await floor.live.settled()
  await floor.live.settled()
  expect(floor.chat.find('card').reply.actions).toBeUndefined()
  expect(floor.stage.store.rooms.list('chat')).toEqual([])
  expect(floor.stage.store.rooms.find(thread)?.incident).toBe('L1')
})
