import { afterEach, describe, expect, it } from 'vitest'
import { exitCriteria } from '../../src/crisis/decide.ts'
import type { Incident } from '../../src/domain/incident.ts'
import { done, friday, manual, type Office, opened, openOffice, pr, refusal, sm } from './stage.ts'

const open: Office[] = []
afterEach(() => {
  for (const office of open.splice(0)) office.close()
})

function office(...different: Parameters<typeof openOffice>): Office {
  const one = openOffice(...different)
  open.push(one)
  return one
}

describe('opening', () => {
  it('asks for the steps of everybody and of the playbook, in order of their due times', () => {
    const incident = opened(office())
    expect(incident.id).toBe('L1')
    const asked = incident.steps.filter(({ status }) => status === 'open')
    expect(asked.slice(0, 4).map(({ step }) => step.id)).toEqual(['c0', 'c1', 'c2', 'c3'])
    const dues = incident.steps.map(({ due }) => due)
    expect(dues).toEqual(dues.toSorted())
    expect(incident.steps.find(({ step }) => step.id === 'c5')?.due).toBe(
      '2026-10-23T21:30:00.000Z',
    )
  })

  it('begins with the severity of the playbook, and never below a hard rule', () => {
    const { desk } = office()
    const flat = { W: 0, B: 0, G: 0, F: 0 }
    const open = (playbook: string, more = {}) =>
      done(desk.open({ title: 'Lage', playbook, ...more }, sm)).severity.level
    expect(open('pb3')).toBe('ROT')
    expect(open('pb1')).toBe('GELB')
    expect(open('pb5', { axes: flat })).toBe('GRUEN')
    expect(open('pb5', { axes: flat, flags: ['dataExposed'] })).toBe('ROT')
    expect(open('pb5', { axes: flat, flags: ['childAffected'] })).toBe('GELB')
    expect(open('pb5', { axes: { ...flat, G: 3 } })).toBe('ROT')
  })

  it('may have begun before it was opened, never later', () => {
    const { desk } = office()
    const early = { title: 'Lage', playbook: 'pb1', started: '2026-10-23T20:00:00.000Z' }
    expect(desk.board(done(desk.open(early, sm))).overdue.map(({ step }) => step.id)).toContain(
      'c2',
    )
    const late = { ...early, started: '2026-10-24T20:00:00.000Z' }
    expect(refusal(desk.open(late, sm))).toBe('incomplete')
  })

  it('wants a playbook that is there, and takes personal details out of the title', () => {
    const { desk } = office()
    expect(refusal(desk.open({ title: 'Lage', playbook: 'pb77' }, sm))).toBe('unknown')
    const { title } = done(desk.open({ title: 'Post von @max_muster', playbook: 'pb1' }, sm))
    expect(title).toBe('Post von [Profil]')
  })

  it('is one where the same command comes twice', () => {
    const { desk } = office()
    const command = { ...sm, command: 'open-1' }
    const [one, two] = [1, 2].map(() =>
      done(desk.open({ title: 'Lage', playbook: 'pb1' }, command)),
    )
    expect(two?.id).toBe(one?.id)
    expect(desk.list()).toHaveLength(1)
  })

  it('runs by the rules of its beginning, whatever is edited meanwhile', () => {
    let now = manual
    const { desk, again } = office({ manual: () => now })
    const { id } = done(desk.open({ title: 'Lage', playbook: 'pb1' }, sm))
    now = {
      ...manual,
      playbooks: manual.playbooks.map((one) => ({ ...one, title: 'Neu', steps: [], exit: [] })),
    }
    for (const one of [desk, again()]) {
      expect(one.find(id)?.playbooks[0]?.title).not.toBe('Neu')
      expect(one.find(id)?.steps.some(({ step }) => step.id === 'pb1.1')).toBe(true)
    }
    expect(done(desk.open({ title: 'Lage', playbook: 'pb1' }, sm)).playbooks[0]?.title).toBe('Neu')
  })
})

describe('steps', () => {
  it('are done, skipped with a reason, blocked, taken and opened again', () => {
    const { desk, ...rest } = office()
    const { id } = opened({ desk, ...rest })
    const run = (to: 'done' | 'skipped' | 'blocked' | 'open' | 'taken', words = '') =>
      desk.run(id, { type: 'step', step: 'c1', to, text: words }, sm)
    expect(refusal(run('skipped'))).toBe('incomplete')
    expect(refusal(run('taken'))).toBe('incomplete')
    const state = (outcome: ReturnType<typeof run>) =>
      done(outcome).steps.find(({ step }) => step.id === 'c1')
    expect(state(run('taken', 'Nachtdienst'))).toMatchObject({
      status: 'open',
      owner: 'Nachtdienst',
    })
    expect(state(run('done'))).toMatchObject({ status: 'done', by: 'SM', owner: 'Nachtdienst' })
    expect(refusal(run('done'))).toBe('already')
    expect(state(run('open'))).toMatchObject({ status: 'open' })
    expect(state(run('blocked', 'Kein Zugang'))).toMatchObject({
      status: 'blocked',
      reason: 'Kein Zugang',
    })
    expect(refusal(desk.run(id, { type: 'step', step: 'x9', to: 'done' }, sm))).toBe('unknown')
  })

  it('sleep until their trigger is set, and those of a second playbook join', () => {
    const { desk, ...rest } = office()
    const { id, steps } = opened({ desk, ...rest })
    const status = (incident: Incident, step: string) =>
      incident.steps.find((one) => one.step.id === step)?.status
    expect(steps.find(({ step }) => step.id === 'pb1.3')?.status).toBe('asleep')
    const woken = done(desk.run(id, { type: 'signal', signal: 'privatpost_beschaeftigte' }, sm))
    expect(status(woken, 'pb1.3')).toBe('open')
    done(desk.run(id, { type: 'step', step: 'c0', to: 'done' }, sm))
    const both = done(desk.run(id, { type: 'playbook', playbook: 'pb3' }, sm))
    expect(status(both, 'pb3.1')).toBe('open')
    expect(status(both, 'c0')).toBe('done')
    expect(both.steps.filter(({ step }) => step.id === 'c1')).toHaveLength(1)
  })

  it('are ticked once when two people click at the same time', () => {
    const one = office()
    const { id } = opened(one)
    const other = one.again()
    expect(other.find(id)?.version).toBe(1)
    const tick = { type: 'step', step: 'c0', to: 'done', seen: 0 } as const
    expect(refusal(one.desk.run(id, tick, sm))).toBe('done')
    expect(refusal(other.run(id, tick, pr))).toBe('stale')
    expect(other.find(id)?.steps[0]?.by).toBe('SM')
  })

  it('are one event where the same command comes twice, also after others', () => {
    const one = office()
    const { id } = opened(one)
    const command = { ...sm, command: 'click-7' }
    const tick = { type: 'step', step: 'c0', to: 'done', seen: 0 } as const
    done(one.desk.run(id, tick, command))
    done(one.desk.run(id, { type: 'note', text: 'Ruhig.' }, pr))
    const twice = one.desk.run(id, tick, command)
    expect(twice.status).toBe('repeated')
    expect(one.again().find(id)?.version).toBe(3)
  })
})

describe('the level', () => {
  it('may be raised by anybody and lowered by who leads', () => {
    const { desk, ...rest } = office()
    const { id } = opened({ desk, ...rest })
    const raise = { type: 'level', axes: { W: 3 } } as const
    expect(done(desk.run(id, raise, sm)).severity.level).toBe('ROT')
    const lower = { type: 'level', axes: { W: 1, B: 1 } } as const
    expect(refusal(desk.run(id, lower, sm))).toBe('not-allowed')
    const after = done(desk.run(id, lower, pr))
    expect(after.severity.level).toBe('GRUEN')
    expect(after.highest).toBe('ROT')
  })

  it('stays red while data are exposed, whatever the axes say', () => {
    const { desk, ...rest } = office()
    const { id } = opened({ desk, ...rest })
    done(desk.run(id, { type: 'level', flags: ['dataExposed'] }, sm))
    const axes = { W: 0, B: 0, G: 0, F: 0 }
    const after = done(desk.run(id, { type: 'level', axes }, pr))
    expect(after.severity.level).toBe('ROT')
    const asked = desk.board(after).called
    expect(asked.find(({ start }) => start === 'pb3')?.say).toContain('Datenpanne')
  })

  it('is not changed by somebody who saw an older one', () => {
    const { desk, ...rest } = office()
    const { id, severity } = opened({ desk, ...rest })
    const seen = severity.version
    done(desk.run(id, { type: 'level', axes: { W: 2 }, seen }, sm))
    expect(refusal(desk.run(id, { type: 'level', axes: { W: 3 }, seen }, pr))).toBe('stale')
  })
})

describe('closing', () => {
  it('wants every criterion met or a reason, and somebody who leads', () => {
    const one = office()
    const incident = opened(one)
    const count = exitCriteria(incident).length
    const yes = Array.from({ length: count }, () => true)
    const close = { type: 'close', met: yes, reasons: [] } as const
    expect(refusal(one.desk.run(incident.id, close, sm))).toBe('not-allowed')
    const half = { ...close, met: yes.with(0, false) }
    expect(refusal(one.desk.run(incident.id, half, pr))).toBe('incomplete')
    const reasoned = { ...half, reasons: ['Die Welle ist örtlich begrenzt.'] }
    const closed = done(one.desk.run(incident.id, reasoned, pr))
    expect(closed.status).toBe('closed')
    expect(closed.exit[0]).toMatchObject({
      isMet: false,
      reason: 'Die Welle ist örtlich begrenzt.',
    })
  })

  it('takes no step any more, yet its terms run on and it is looked back on', () => {
    const one = office()
    const { id } = opened(one)
    const known = friday
    done(one.desk.run(id, { type: 'deadline', kind: 'art33', known }, sm))
    const met = Array.from({ length: 20 }, () => true)
    done(one.desk.run(id, { type: 'close', met, reasons: [] }, pr))
    const tick = { type: 'step', step: 'c0', to: 'done' } as const
    expect(refusal(one.desk.run(id, tick, sm))).toBe('closed')
    expect(refusal(one.desk.run(id, { type: 'note', text: 'Noch was.' }, sm))).toBe('closed')
    done(one.desk.run(id, { type: 'review', question: 0, text: 'Ruhe.' }, sm))
    const after = done(one.desk.run(id, { type: 'deadline-met', deadline: 'art33' }, sm))
    expect(after.deadlines[0]).toMatchObject({ due: '2026-10-26T20:30:00.000Z', met: friday })
    expect(one.desk.board(after).asked).toEqual([])
  })
})

describe('what people write', () => {
  it('goes in without personal details, and is sealed in the file', () => {
    const one = office()
    const { id } = opened(one)
    const note = 'Anruf von 0171 2345678, Beitrag von @lautes_profil'
    const after = done(one.desk.run(id, { type: 'note', text: note }, sm))
    expect(after.notes[0]?.text).toBe('Anruf von [Telefon], Beitrag von [Profil]')
    const where = { type: 'evidence', what: 'Kommentar', where: 'Facebook', seen: friday } as const
    const url = 'https://facebook.example/p/1'
    expect(refusal(one.desk.run(id, { ...where, url: 'javascript:1' }, sm))).toBe('incomplete')
    const listed = done(one.desk.run(id, { ...where, url, reference: 'Vorgang 12' }, sm)).evidence
    expect(listed).toEqual([
      {
        number: 1,
        seen: friday,
        what: 'Kommentar',
        where: 'Facebook',
        url,
        reference: 'Vorgang 12',
      },
    ])
  })

  it('is erased long after the end; figures and times stay', () => {
    const one = office()
    const { id } = opened(one)
    done(one.desk.run(id, { type: 'note', text: 'Sehr geheim.' }, sm))
    done(one.desk.run(id, { type: 'step', step: 'c0', to: 'done', text: 'Planer leer' }, sm))
    const met = Array.from({ length: 20 }, () => true)
    done(one.desk.run(id, { type: 'close', met, reasons: [] }, pr))
    one.wait(179 * 1440)
    one.store.sweep()
    expect(one.again().find(id)?.notes[0]?.text).toBe('Sehr geheim.')
    one.wait(2 * 1440)
    one.store.sweep()
    // Nor does the desk remember it that ran all the time.
    expect(one.desk.find(id)?.notes[0]?.text).toBe('[gelöscht]')
    const later = one.again().find(id)
    expect(later?.notes[0]?.text).toBe('[gelöscht]')
    expect(later?.title).toBe('[gelöscht]')
    expect(later?.steps[0]).toMatchObject({ status: 'done', at: friday })
    expect(later?.version).toBe(4)
  })
})
