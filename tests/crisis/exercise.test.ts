import { afterEach, expect, it } from 'vitest'
import { cuesAt, scripts } from '../../src/crisis/exercise.ts'
import { situationReport } from '../../src/crisis/report.ts'
import { paceOf, reviewSheet } from '../../src/crisis/review.ts'
import { sheetToText } from '../../src/crisis/sheet.ts'
import { bm, done, manual, type Office, openOffice, pr, sm } from './stage.ts'

const open: Office[] = []
afterEach(() => {
  for (const office of open.splice(0)) office.close()
})

function rehearse(speed: number) {
  const one = openOffice()
  open.push(one)
  const [script] = scripts
  if (!script) throw new Error('no script')
  const exercise = { script: script.id, speed }
  const incident = done(
    one.desk.open({ title: script.title, playbook: script.playbook, exercise }, sm),
  )
  return { one, id: incident.id }
}

const now = (one: Office, id: string) => {
  const incident = one.desk.find(id)
  if (!incident) throw new Error('no incident')
  return { incident, board: one.desk.board(incident) }
}

it('runs as many times as fast as the clock, its cues and due times alike', () => {
  const { one, id } = rehearse(6)
  one.wait(2)
  const { incident, board } = now(one, id)
  expect(cuesAt(incident, board.now).map(({ minute }) => minute)).toEqual([0, 6, 12])
  expect(board.overdue.map(({ step }) => step.id)).toEqual(['c0', 'c1', 'c2'])
})

it('reminds late in the evening as well: who plays it waits for that', () => {
  const { one, id } = rehearse(6)
  one.wait(2)
  expect(now(one, id).board.nudges.map(({ about }) => about)).toContain('c1')
})

it('ends with the time to the second person, the level and the first statement', () => {
  const { one, id } = rehearse(6)
  one.wait(1)
  done(one.desk.run(id, { type: 'step', step: 'c2', to: 'done' }, sm))
  one.wait(1)
  done(one.desk.run(id, { type: 'level', axes: { W: 3 } }, sm))
  done(one.desk.run(id, { type: 'draft', texts: { website: 'Wir prüfen das.' } }, pr))
  one.wait(5)
  done(one.desk.run(id, { type: 'approve', draft: 't1', version: 1 }, bm))
  const { incident } = now(one, id)
  expect(paceOf(incident)).toEqual({ secondPerson: 6, level: 12, statement: 42 })
})

it('says ÜBUNG in every report and in the list', () => {
  const { one, id } = rehearse(1)
  const { incident, board } = now(one, id)
  for (const sheet of [situationReport(incident, board), reviewSheet(incident)])
    expect(sheetToText(sheet)).toContain('ÜBUNG')
  expect(one.desk.list()[0]?.isExercise).toBe(true)
})

it('has scripts whose playbooks are there and whose cues come in order', () => {
  for (const { playbook, cues } of scripts) {
    expect(manual.playbooks.map(({ id }) => id)).toContain(playbook)
    const minutes = cues.map(({ minute }) => minute)
    expect(minutes).toEqual(minutes.toSorted((one, other) => one - other))
  }
})
