import { afterEach, describe, expect, it } from 'vitest'
import { headLines, situationReport } from '../../src/crisis/report.ts'
import { done, friday, type Office, opened, openOffice, pr, refusal, sm } from './stage.ts'

const offices: Office[] = []
afterEach(() => {
  for (const one of offices.splice(0)) one.close()
})

function office(): Office {
  const one = openOffice()
  offices.push(one)
  return one
}

describe('a term that a playbook knows of', () => {
  it('is asked for in every page until somebody says when it was known', () => {
    const one = office()
    const { id } = opened(one, 'pb3')
    const before = done(one.desk.run(id, { type: 'note', text: 'Liste offen.' }, sm))
    const board = one.desk.board(before)
    expect(board.unstarted.map((rule) => rule.id)).toEqual(['art33'])
    expect(headLines(before, board)).toHaveLength(5)
    expect(headLines(before, board)[3]).toContain('Frist nicht gestartet, wann war es bekannt?')
    expect(JSON.stringify(situationReport(before, board))).toContain('Frist nicht gestartet')
    const known = { type: 'deadline', kind: 'art33', known: friday } as const
    const after = done(one.desk.run(id, known, sm))
    expect(one.desk.board(after).unstarted).toEqual([])
    expect(headLines(after, one.desk.board(after))[3]).toContain('Nächste Frist')
  })

  it('is asked for as soon as data are seen, before the playbook runs', () => {
    const one = office()
    const { id, ...rest } = opened(one)
    expect(one.desk.board({ id, ...rest }).unstarted).toEqual([])
    const seen = done(one.desk.run(id, { type: 'level', flags: ['dataExposed'] }, sm))
    expect(one.desk.board(seen).unstarted.map((rule) => rule.id)).toEqual(['art33'])
  })
})

describe('Strafantrag', () => {
  it('runs for every person alone, and begins when the offender is learned', () => {
    const one = office()
    const { id } = opened(one, 'pb2')
    const act = '2026-10-20T08:00:00.000Z'
    const start = (title: string) =>
      ({ type: 'deadline', kind: 'strafantrag', act, title }) as const
    done(one.desk.run(id, start('BM'), sm))
    const two = done(one.desk.run(id, start('HL'), sm))
    expect(two.deadlines.map(({ title, due }) => [title, due])).toEqual([
      ['Strafantrag (§ 77b StGB): BM', undefined],
      ['Strafantrag (§ 77b StGB): HL', undefined],
    ])
    const offender = { type: 'deadline', kind: 'strafantrag', offender: friday } as const
    const learned = done(one.desk.run(id, { ...offender, deadline: 'strafantrag-2' }, sm))
    expect(learned.deadlines.map(({ title, due }) => [title, due])).toEqual([
      ['Strafantrag (§ 77b StGB): HL', '2027-01-25T22:59:59.000Z'],
      ['Strafantrag (§ 77b StGB): BM', undefined],
    ])
    expect(refusal(one.desk.run(id, { ...offender, deadline: 'strafantrag-9' }, sm))).toBe(
      'unknown',
    )
    expect(refusal(one.desk.run(id, { ...offender, deadline: 'art33' }, sm))).toBe('unknown')
    expect(refusal(one.desk.run(id, offender, sm))).toBe('incomplete')
  })
})

it('notes only what the rules know, and hands over only to roles there are', () => {
  const one = office()
  const { id } = opened(one)
  expect(refusal(one.desk.run(id, { type: 'signal', signal: 'quatsch' }, sm))).toBe('unknown')
  expect(refusal(one.desk.run(id, { type: 'signal', signal: 'rechtsfrage' }, sm))).toBe('done')
  const over = { type: 'handover', from: 'PR' } as const
  expect(refusal(one.desk.run(id, { ...over, to: 'QQ' }, pr))).toBe('unknown')
  expect(refusal(one.desk.run(id, { ...over, to: 'HL' }, pr))).toBe('done')
})

it('asks nobody to start a playbook that runs', () => {
  const one = office()
  const { id } = opened(one, 'pb3')
  const exposed = done(one.desk.run(id, { type: 'level', flags: ['dataExposed'] }, sm))
  expect(exposed.severity.rules.map(({ when }) => when)).toContain('dataExposed')
  const calls = () => one.desk.board(exposed).called.map((call) => call.id)
  expect(calls()).not.toContain('hard.dataExposed')
  expect(JSON.stringify(situationReport(exposed, one.desk.board(exposed)))).not.toContain(
    'parallel',
  )
})
