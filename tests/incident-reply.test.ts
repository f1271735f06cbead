import { afterEach, expect, it } from 'vitest'
import { lookAt } from '../src/crisis/match-playbooks.ts'
import { readTemplates } from '../src/crisis/templates.ts'
import { aboutIn, formFor } from '../src/incident-forms.ts'
import { cardActions, incidentCard, openActions, pressed } from '../src/incident-reply.ts'
import {
  bm,
  done,
  manual,
  type Office,
  opened,
  openOffice,
  pr,
  refusal,
  sm,
} from './crisis/stage.ts'

const open: Office[] = []
afterEach(() => {
  for (const office of open.splice(0)) office.close()
})

function office(): Office {
  const one = openOffice()
  open.push(one)
  return one
}

const seenAt = (one: Office, id: string) => {
  const incident = one.desk.find(id)
  if (!incident) throw new Error('no incident')
  const board = one.desk.board(incident)
  return { card: incidentCard(incident, board), actions: cardActions(incident, board, 5) }
}

it('shows level, what is due now, the next steps and the terms', () => {
  const one = office()
  const { id } = opened(one)
  one.wait(20)
  done(one.desk.run(id, { type: 'deadline', kind: 'art33', known: '2026-10-23T20:30:00.000Z' }, sm))
  const { card } = seenAt(one, id)
  expect(card.lead).toBe('Beitrag zum Stadtfest · Stufe GELB · L1')
  expect(card.steps.map(({ title }) => title)).toEqual([
    'Jetzt',
    'Zuerst klären',
    'Schritte',
    'Fristen',
  ])
  expect(card.steps[2]?.items[0]).toContain('überfällig seit 22:30 Uhr')
  expect(card.steps[2]?.items.at(-1)).toMatch(/^… und \d+ weitere: schreib „lage“$/)
})

it('asks the first questions of its playbooks until somebody sets the level, also in that dialog', () => {
  const one = office()
  const { id } = opened(one)
  const asked = () => seenAt(one, id).card.steps.find(({ title }) => title === 'Zuerst klären')
  const dialog = () => {
    const about = aboutIn(`level:${id}`)
    const incident = one.desk.find(id)
    const means = { templates: () => readTemplates(), profile: () => ({}), clock: { now: one.now } }
    const form = about && incident && formFor(about, incident, means)
    return JSON.stringify(form?.fields)
  }
  const questionsOf = (playbook: string) =>
    manual.playbooks.find((found) => found.id === playbook)?.askFirst ?? []
  expect(questionsOf('pb1')).toHaveLength(3)
  expect(asked()?.items).toEqual(questionsOf('pb1'))
  expect(dialog()).toContain('Zuerst klären: Geht es um etwas, das wir gesagt')
  done(one.desk.run(id, { type: 'level', axes: { W: 2 } }, pr))
  expect(asked()).toBeUndefined()
  expect(dialog()).not.toContain('Zuerst klären')
  done(one.desk.run(id, { type: 'playbook', playbook: 'pb3' }, sm))
  expect(asked()?.items).toEqual(questionsOf('pb3'))
})

it('is the same card for every desk on the same file', () => {
  const one = office()
  const { id } = opened(one)
  const other = one.again()
  for (const step of ['c0', 'c1', 'c2']) {
    done(one.desk.run(id, { type: 'step', step, to: 'done' }, sm))
    const incident = other.find(id)
    if (!incident) throw new Error('no incident')
    expect(incidentCard(incident, other.board(incident))).toEqual(seenAt(one, id).card)
  }
})

it('has buttons that do what they say once, and are dead afterwards', () => {
  const one = office()
  const { id } = opened(one)
  done(one.desk.run(id, { type: 'draft', texts: { website: 'Text.' } }, pr))
  const { actions } = seenAt(one, id)
  expect(actions).toHaveLength(5)
  for (const { id: action, value } of actions) {
    const press = pressed(action, value)
    if (!press) throw new Error(`nothing behind ${value}`)
    expect(refusal(one.desk.run(press.incident, press.command, bm))).toBe('done')
    expect(['stale', 'already']).toContain(refusal(one.desk.run(press.incident, press.command, pr)))
  }
})

it('knows no press that no card of ours carries', () => {
  for (const value of ['', 'L1', 'L1:c1', 'L1:c1:x', '../L1:c1:0', 'L1:c1:0:0'])
    expect(pressed('step-done', value)).toBeUndefined()
  expect(pressed('burn', 'L1:c1:0')).toBeUndefined()
})

it('offers to open an incident with the playbooks that fit', () => {
  const outlook = lookAt('hilfe, offener verteiler an 300 eltern, was jetzt', manual)
  const [first] = openActions(outlook.playbooks)
  expect(first).toMatchObject({ id: 'open', value: 'pb3' })
})
