import { expect, it } from 'vitest'
import { asked, day, reply, stage } from './stage.ts'

const verdict = { answer: 'a1', person: 'slack:T1:U1', verdict: 'up' } as const

it('lists verdicts newest first, without the people', () => {
  const { store, clock } = stage()
  store.feedback.record(verdict)
  store.feedback.record({ ...verdict, answer: 'a2' })
  clock.advance(1)
  store.feedback.record({ ...verdict, person: 'slack:T1:U2', verdict: 'down' })
  const list = store.feedback.list(9)
  expect(list.map((one) => `${one.answer} ${one.verdict}`)).toEqual(['a1 down', 'a2 up', 'a1 up'])
  expect(list[0]).toEqual({ answer: 'a1', verdict: 'down', at: clock.now(), passages: [] })
  expect(store.feedback.list(1)).toHaveLength(1)
})

it('counts the last verdict of a person', () => {
  const { store, clock } = stage()
  store.feedback.record(verdict)
  clock.advance(1)
  const last = { reason: 'wrong-source', note: 'Das war 2023.' }
  store.feedback.record({ ...verdict, verdict: 'down', ...last })
  expect(store.feedback.list(9)).toEqual([
    { answer: 'a1', verdict: 'down', at: clock.now(), passages: [], ...last },
  ])
})

it('names the passages of the answer, also when that is gone', () => {
  const { store } = stage()
  store.memory.remember(asked())
  store.memory.keepAnswer('a1', { question: 'q1', reply: reply() })
  store.feedback.record(verdict)
  store.memory.forget('q1', 'slack:T1:U1')
  expect(store.feedback.list(9)[0]?.passages).toEqual(['y1 y1#0'])
  store.feedback.record({ ...verdict, verdict: 'down' })
  expect(store.feedback.list(9)).toMatchObject([{ verdict: 'down', passages: ['y1 y1#0'] }])
})

it('keeps verdicts without note and person once their time is over', () => {
  const { store, clock } = stage()
  store.feedback.record({ ...verdict, note: 'Gruß aus dem Amt', reason: 'other' })
  clock.advance(7 * day + 1)
  store.sweep()
  expect(store.feedback.list(9)).toEqual([
    expect.objectContaining({ answer: 'a1', verdict: 'up', reason: 'other' }),
  ])
  expect(store.feedback.list(9)[0]).not.toHaveProperty('note')
  store.feedback.record({ ...verdict, verdict: 'down' })
  expect(store.feedback.list(9).map((one) => one.verdict)).toEqual(['down', 'up'])
})

it('has no note where the key was lost', () => {
  const { store, reopen } = stage()
  store.feedback.record({ ...verdict, note: 'Gruß' })
  const { feedback } = reopen('ein ganz anderer Schlüssel als zuvor').store
  expect(feedback.list(9)[0]).not.toHaveProperty('note')
})
