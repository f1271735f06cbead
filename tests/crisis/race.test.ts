import { afterEach, expect, it } from 'vitest'
import type { Command } from '../../src/crisis/commands.ts'
import { openDesk } from '../../src/crisis/desk.ts'
import { readTemplates } from '../../src/crisis/templates.ts'
import { bm, done, manual, type Office, opened, openOffice, pr, refusal, sm } from './stage.ts'

let office: Office
afterEach(() => office.close())

/** A desk on whose every write somebody else is faster, once: between its look and its word. */
function overtaken(id: string, command: Command, sender: typeof bm) {
  const other = office.again()
  const { incidents, settings } = office.store
  let isBehind = true
  return openDesk({
    incidents: {
      ...incidents,
      append: (...given) => {
        if (isBehind) done(other.run(id, command, sender))
        isBehind = false
        return incidents.append(...given)
      },
    },
    settings,
    manual: () => manual,
    templates: readTemplates,
    clock: { now: office.now },
  })
}

it('of two who approve at the same moment one wins, and the other hears it', () => {
  office = openOffice()
  const { id } = opened(office)
  done(office.desk.run(id, { type: 'draft', texts: { website: 'Wir prüfen das.' } }, sm))
  const approve = { type: 'approve', draft: 't1', version: 1 } as const
  const slow = overtaken(id, approve, bm)
  expect(refusal(slow.run(id, approve, { by: { role: 'HL' } }))).toBe('already')
  const after = slow.find(id)
  expect(after?.log.filter(({ type }) => type === 'draft-approved')).toHaveLength(1)
  expect(after?.drafts[0]?.approval?.role).toBe('BM')
})

it('of two who tick the same step one wins, and who saw the older one hears that it changed', () => {
  office = openOffice()
  const { id } = opened(office)
  const tick = { type: 'step', step: 'c1', to: 'done', seen: 0 } as const
  expect(refusal(overtaken(id, tick, sm).run(id, tick, pr))).toBe('stale')
})

it('of two who write different things at the same moment nothing is lost', () => {
  office = openOffice()
  const { id } = opened(office)
  const note = (text: string) => ({ type: 'note', text }) as const
  const slow = overtaken(id, note('Erste.'), sm)
  const { notes, log } = done(slow.run(id, note('Zweite.'), pr))
  expect(notes.map(({ text }) => text)).toEqual(['Erste.', 'Zweite.'])
  expect(log.map(({ seq }) => seq)).toEqual([1, 2, 3])
})
