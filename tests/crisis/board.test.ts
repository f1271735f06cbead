import { afterEach, expect, it } from 'vitest'
import { bm, done, manual, type Office, opened, openOffice, pr, sm } from './stage.ts'

const open: Office[] = []
afterEach(() => {
  for (const office of open.splice(0)) office.close()
})

function office(...different: Parameters<typeof openOffice>): Office {
  const one = openOffice(...different)
  open.push(one)
  return one
}

const boardOf = (one: Office, id: string) => {
  const incident = one.desk.find(id)
  if (!incident) throw new Error(`no incident ${id}`)
  return one.desk.board(incident)
}

it('counts a step as overdue the moment it is, until it is done', () => {
  const one = office()
  const { id } = opened(one)
  const overdue = () => boardOf(one, id).overdue.map(({ step }) => step.id)
  expect(overdue()).toEqual([])
  one.wait(11)
  expect(overdue()).toEqual(['c0', 'c1', 'c2'])
  done(one.desk.run(id, { type: 'step', step: 'c1', to: 'done' }, sm))
  expect(overdue()).toEqual(['c0', 'c2'])
})

it('asks for nothing but a step that blocks the others, until it is done', () => {
  const one = office()
  const { id } = opened(one, 'pb2')
  const asked = () => boardOf(one, id).asked.map(({ step }) => step.id)
  const blocker = manual.playbooks
    .find((playbook) => playbook.id === 'pb2')
    ?.steps.find(({ blocksOthers }) => blocksOthers)?.id
  expect(asked()).toEqual([blocker])
  done(one.desk.run(id, { type: 'step', step: blocker ?? '', to: 'done' }, sm))
  expect(asked().length).toBeGreaterThan(8)
})

it('asks for the level again at its own rhythm', () => {
  const one = office()
  const { id } = opened(one)
  one.wait(29)
  expect(boardOf(one, id).isRecheckDue).toBe(false)
  one.wait(1)
  expect(boardOf(one, id).isRecheckDue).toBe(true)
  done(one.desk.run(id, { type: 'level', axes: { W: 3 } }, sm))
  one.wait(14)
  expect(boardOf(one, id).isRecheckDue).toBe(false)
  one.wait(1)
  expect(boardOf(one, id).isRecheckDue).toBe(true)
})

it('calls the rules whose time and condition have come, and says which were noted', () => {
  const one = office()
  const { id } = opened(one)
  const called = () => boardOf(one, id).called.map((rule) => rule.id)
  expect(called()).toEqual([])
  one.wait(15)
  expect(called()).toEqual(['common.1'])
  done(one.desk.run(id, { type: 'escalation', rule: 'common.1' }, sm))
  expect(boardOf(one, id).called[0]?.isNoted).toBe(true)
  done(one.desk.run(id, { type: 'step', step: 'c2', to: 'done' }, sm))
  expect(called()).toEqual([])
  one.wait(30)
  expect(called()).toEqual(['common.2'])
  done(one.desk.run(id, { type: 'draft', texts: { website: 'Text.' } }, pr))
  done(one.desk.run(id, { type: 'approve', draft: 't1', version: 1 }, bm))
  expect(called()).toEqual([])
  done(one.desk.run(id, { type: 'level', axes: { W: 3, G: 2 } }, sm))
  expect(called()).toEqual(['common.3', 'pb1.1', 'pb1.2'])
  expect(boardOf(one, id).called.find(({ start }) => start)?.start).toBe('pb2')
})

it('reminds five times, further and further apart, and then no more', () => {
  const one = office({ start: '2026-10-23T08:00:00.000Z' })
  const { id } = opened(one)
  const times: number[] = []
  for (let minute = 0; minute < 600; minute += 1) {
    for (const { about } of boardOf(one, id).nudges.filter(({ about }) => about === 'c1')) {
      done(one.desk.run(id, { type: 'nudge', about }, sm))
      times.push(minute)
    }
    one.wait(1)
  }
  expect(times).toEqual([11, 26, 56, 116, 236])
})

it('wakes nobody at night unless it is red', () => {
  const one = office()
  const { id } = opened(one)
  one.wait(60)
  expect(boardOf(one, id).nudges).toEqual([])
  done(one.desk.run(id, { type: 'level', axes: { W: 3 } }, sm))
  expect(boardOf(one, id).nudges.map(({ about }) => about)).toContain('c1')
})

it('needs no schedule: a restart sees the same', () => {
  const one = office()
  const { id } = opened(one)
  one.wait(47)
  const other = one.again()
  const incident = other.find(id)
  expect(incident && other.board(incident)).toEqual(boardOf(one, id))
})
