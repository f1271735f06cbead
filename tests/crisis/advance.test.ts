import { afterEach, expect, it } from 'vitest'
import { readTemplates } from '../../src/crisis/templates.ts'
import { folderWith } from '../fakes.ts'
import { done, type Office, openOffice, refusal, sm } from './stage.ts'

const open: Office[] = []
afterEach(() => {
  for (const office of open.splice(0)) office.close()
})

const head = (until: string, blanks = '[Ort, Uhrzeit]') =>
  `---\nid: t10\ntitle: Warnung\npreapproved: { by: BM, until: ${until}, blanks: ${blanks} }\n---\n`
const text = 'Achtung [Ort]: Bitte drinnen bleiben. Nächste Info [Uhrzeit].'

function office(file: string): Office {
  const templates = readTemplates(folderWith({ 'templates/t10.md': file }))
  const one = openOffice({ templates })
  open.push(one)
  return one
}

const values = { Ort: 'Altstadt', Uhrzeit: '23 Uhr' }
const advance = (more = {}) => ({
  type: 'advance' as const,
  template: 't10',
  values,
  step: 'pb6.1',
  ...more,
})

function opened(one: Office, playbook = 'pb6'): string {
  return done(one.desk.open({ title: 'Unwetter', playbook }, sm)).id
}

it('uses a text approved in advance at once where the step says so, and keeps the record', () => {
  const one = office(`${head('2026-12-31')}${text}`)
  const id = opened(one)
  const [draft] = done(one.desk.run(id, advance(), sm)).drafts
  expect(draft?.texts.facebook).toContain(
    'Achtung Altstadt: Bitte drinnen bleiben. Nächste Info 23 Uhr.',
  )
  expect(draft?.approval).toMatchObject({
    how: 'advance',
    role: 'BM',
    hash: draft?.hash,
    when: '2026-12-31T22:59:59.000Z',
    enteredBy: { role: 'SM' },
  })
})

it('fills its own gaps and nothing else, with facts and not with texts', () => {
  const one = office(`${head('2026-12-31')}${text}`)
  const id = opened(one)
  const use = (more: Record<string, string>) =>
    refusal(one.desk.run(id, advance({ values: more }), sm))
  expect(use({ Ort: 'Altstadt' })).toBe('gaps')
  expect(use({ ...values, Ort: 'Altstadt\nUnd noch ein Absatz' })).toBe('gaps')
  expect(use({ ...values, Ort: 'x'.repeat(200) })).toBe('gaps')
  expect(use({ ...values, Ort: 'Alt[Uhrzeit]stadt' })).toBe('gaps')
  const other = office(`${head('2026-12-31', '[Ort]')}${text}`)
  expect(refusal(other.desk.run(opened(other), advance(), sm))).toBe('gaps')
})

it('ends with its last day', () => {
  const one = office(`${head('2026-10-23')}${text}`)
  const id = opened(one)
  one.wait(80)
  expect(refusal(one.desk.run(id, advance(), sm))).toBe('done')
  one.wait(20)
  expect(refusal(one.desk.run(id, advance(), sm))).toBe('expired')
})

it('is no way round an approval: only for steps that allow it, else after 45 minutes without one', () => {
  const one = office(`${head('2026-12-31')}${text}`)
  const id = opened(one, 'pb1')
  const use = () => refusal(one.desk.run(id, advance({ step: 'c5' }), sm))
  expect(use()).toBe('too-early')
  one.wait(45)
  expect(use()).toBe('done')
  expect(use()).toBe('too-early')
  const plain = { ...advance(), template: 'hs-0' }
  expect(refusal(one.desk.run(id, plain, sm))).toBe('not-allowed')
  expect(refusal(one.desk.run(id, { ...plain, template: 't99' }, sm))).toBe('unknown')
})

it('says who is to be asked where nothing was approved in advance', () => {
  const one = office(`${head('2026-12-31')}${text}`)
  const outcome = one.desk.run(opened(one, 'pb1'), { ...advance(), template: 'hs-0' }, sm)
  expect(outcome).toMatchObject({ status: 'refused' })
  if (outcome.status === 'refused') {
    expect(outcome.text).toContain('templates/hs-0.md')
    expect(outcome.text).toContain('telefonische Freigabe')
  }
})

it('belongs to the step that names it, and is free there alone', () => {
  const one = office(`${head('2026-12-31')}${text}`)
  const { step: _, ...free } = advance()
  const [draft] = done(one.desk.run(opened(one), free, sm)).drafts
  expect(draft?.step).toBe('pb6.1')
  const other = readTemplates(
    folderWith({ 'templates/hs-0.md': `${head('2026-12-31').replace('t10', 'hs-0')}${text}` }),
  )
  const two = openOffice({ templates: other })
  open.push(two)
  const use = { ...advance(), template: 'hs-0' }
  expect(refusal(two.desk.run(opened(two), use, sm))).toBe('too-early')
})
