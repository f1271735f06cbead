import { afterEach, describe, expect, it } from 'vitest'
import { bm, done, friday, type Office, opened, openOffice, pr, refusal, sm } from './stage.ts'

const open: Office[] = []
afterEach(() => {
  for (const office of open.splice(0)) office.close()
})

function office(...different: Parameters<typeof openOffice>): Office {
  const one = openOffice(...different)
  open.push(one)
  return one
}

const text = { website: 'Wir prüfen das und melden uns bis 23 Uhr.' }

describe('drafts', () => {
  const draft = (one: Office, id: string, more = {}, by: typeof sm = pr) =>
    done(one.desk.run(id, { type: 'draft', texts: text, ...more }, by))

  it('are approved by somebody else, who is named, with hash and time', () => {
    const one = office()
    const { id } = opened(one)
    const [written] = draft(one, id, { step: 'c5' }).drafts
    expect(written).toMatchObject({ id: 't1', version: 1, approvers: ['BM', 'HL'] })
    const approve = { type: 'approve', draft: 't1', version: 1 } as const
    expect(refusal(one.desk.run(id, approve, sm))).toBe('not-allowed')
    one.wait(5)
    const [approved] = done(one.desk.run(id, approve, bm)).drafts
    expect(approved?.approval).toMatchObject({
      hash: written?.hash,
      role: 'BM',
      how: 'here',
      at: '2026-10-23T20:35:00.000Z',
    })
    expect(refusal(one.desk.run(id, approve, { by: { role: 'HL' } }))).toBe('already')
  })

  it('are never approved by who wrote a version of them, in whatever role', () => {
    const one = office()
    const { id } = opened(one)
    const anna = { by: { role: 'PR', person: 'Anna' } }
    draft(one, id, {}, anna)
    draft(one, id, { draft: 't1', texts: { website: 'Anders.' } }, {
      by: { role: 'HL', person: 'Ben' },
    } as never)
    const approve = { type: 'approve', draft: 't1', version: 2 } as const
    const as = (role: string, person?: string) =>
      refusal(one.desk.run(id, approve, { by: { role, ...(person ? { person } : {}) } }))
    expect(as('BM', 'anna ')).toBe('own-text')
    expect(as('HL', 'Ben')).toBe('own-text')
    expect(as('HL')).toBe('own-text')
    expect(as('BM', 'Clara')).toBe('done')
  })

  it('are approved by who holds the role, or the deputy, where somebody holds it', () => {
    const one = office()
    const { id } = opened(one)
    draft(one, id)
    done(one.desk.run(id, { type: 'role', role: 'BM', holder: 'Clara', deputy: 'Dora' }, sm))
    const approve = { type: 'approve', draft: 't1', version: 1 } as const
    const as = (person: string) =>
      refusal(one.desk.run(id, approve, { by: { role: 'BM', person } }))
    expect(as('Emil')).toBe('not-allowed')
    expect(as('Dora')).toBe('done')
  })

  it('are approved in their newest version only, and without gaps', () => {
    const one = office()
    const { id } = opened(one)
    draft(one, id, { texts: { website: 'Fragen: [Telefon]' } })
    const approve = (version: number) =>
      refusal(one.desk.run(id, { type: 'approve', draft: 't1', version }, bm))
    expect(approve(1)).toBe('gaps')
    draft(one, id, { draft: 't1' })
    expect(approve(1)).toBe('old-version')
    expect(approve(2)).toBe('done')
    const [changed] = draft(one, id, { draft: 't1', texts: { website: 'Neu.' } }).drafts
    expect(changed?.approval).toBeUndefined()
  })

  it('may be approved on the phone: role, time, and who wrote it down', () => {
    const one = office()
    const { id } = opened(one)
    draft(one, id)
    one.wait(10)
    const phone = (role: string, at: string) => ({
      type: 'approve' as const,
      draft: 't1',
      version: 1,
      phone: { role, at },
    })
    expect(refusal(one.desk.run(id, phone('BM', friday.replace('20:30', '20:20')), sm))).toBe(
      'incomplete',
    )
    expect(refusal(one.desk.run(id, phone('PR', '2026-10-23T20:35:00.000Z'), sm))).toBe(
      'not-allowed',
    )
    const [given] = done(one.desk.run(id, phone('BM', '2026-10-23T20:35:00.000Z'), sm)).drafts
    expect(given?.approval).toMatchObject({
      how: 'phone',
      role: 'BM',
      when: '2026-10-23T20:35:00.000Z',
      enteredBy: { role: 'SM' },
    })
  })

  it('are never approved by their author over a telephone nobody named', () => {
    const one = office()
    const { id } = opened(one)
    done(one.desk.run(id, { type: 'role', role: 'BM', holder: 'Anna', deputy: 'Dora' }, sm))
    const texts = { website: 'Wir prüfen das.' }
    // Anna holds two roles, and wrote it in the other one.
    done(one.desk.run(id, { type: 'draft', texts }, { by: { role: 'PR', person: 'Anna' } }))
    const phone = { role: 'BM', at: one.now() }
    const approve = { type: 'approve', draft: 't1', version: 1 } as const
    expect(refusal(one.desk.run(id, { ...approve, phone }, sm))).toBe('own-text')
    const deputy = { ...approve, phone: { ...phone, who: 'Dora' } }
    expect(refusal(one.desk.run(id, deputy, sm))).toBe('done')
  })

  it('are sent back with a reason, which goes in without personal details', () => {
    const one = office()
    const { id } = opened(one)
    draft(one, id)
    const back = { type: 'return', draft: 't1', version: 1 } as const
    expect(refusal(one.desk.run(id, { ...back, reason: ' ' }, bm))).toBe('incomplete')
    const reason = 'Bitte erst 0171 2345678 anrufen.'
    const [returned] = done(one.desk.run(id, { ...back, reason }, bm)).drafts
    expect(returned?.returned).toBe('Bitte erst [Telefon] anrufen.')
  })
})
