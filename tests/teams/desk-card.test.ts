import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deskCard } from '../../adapters/teams/desk-card.ts'
import { formCard } from '../../adapters/teams/form.ts'
import type { Form } from '../../src/domain/form.ts'
import { blankReply } from '../../src/frame.ts'
import { checkCard } from './check-card.ts'
import { playEvening } from './gallery/stages.ts'
import { toList } from './state.ts'

const shots = playEvening()
const wordsOf = (name: string) => JSON.stringify(shots.find((one) => one.name === name)?.card)

describe("an incident's card and its dialogs", () => {
  it('are taken by Teams at every stage of an evening', () => {
    expect(shots).toHaveLength(18)
    for (const { name, card } of shots) expect([name, checkCard(card)]).toEqual([name, []])
  })

  it('say the level in words, not in colour alone', () => {
    expect(wordsOf('live1-opened')).toContain('Stufe GELB')
    expect(wordsOf('live1-opened')).toContain('"style":"warning"')
    expect(wordsOf('live3-red')).toContain('Stufe ROT')
    expect(wordsOf('live3-red')).toContain('"style":"attention"')
    expect(wordsOf('live5-closed')).toContain('abgeschlossen')
  })

  it('have nothing to press once it is over', () => {
    const closed = shots.find(({ name }) => name === 'live5-closed')?.card
    expect(toList(closed?.['actions'])).toEqual([])
  })

  it('have a button to say that a call was seen, however much else is to be pressed', () => {
    for (const name of ['live2-late', 'live3-red', 'live4-waiting']) {
      const card = shots.find((one) => one.name === name)?.card
      const titles = toList(card?.['actions']).map(({ title }) => String(title))
      expect([name, titles.filter((one) => one.startsWith('Gesehen: '))]).toEqual([
        name,
        [expect.any(String)],
      ])
      expect(titles).toContain('Stufe')
    }
  })

  it('carry the version that was shown behind every button', () => {
    const refs = wordsOf('live4-waiting').match(/"ref":"L1:[\w.]+:\d+"/g)
    expect(refs).toContain('"ref":"L1:t1:1"')
  })

  it('show a text whole where it is decided on, and in a field to copy once it is approved', () => {
    expect(wordsOf('waiting')).toContain('"text":"Wir prüfen den Beitrag')
    expect(wordsOf('waiting')).not.toContain('Input.Text')
    expect(wordsOf('approved')).toContain('"type":"Input.Text"')
  })

  it('never read what people wrote as markup', () => {
    const [opened] = playEvening('**Fest** [hier](https://boese.example) # <b>x</b>')
    const blocks = toList(opened?.card['body']).filter(({ type }) => type === 'TextBlock')
    expect(blocks.map(({ text }) => text)).toEqual(['Zuerst klären', 'Schritte'])
    expect(checkCard(opened?.card)).toEqual([])
  })
})

const text = fc.string({ unit: 'grapheme', maxLength: 3000 })
const seen = { id: 'seen', label: 'Gesehen', value: 'L1:c:0', asks: false, stays: true }
const button = fc.record({
  id: fc.constantFrom('step-done', 'approve'),
  label: text.map((one) => `x${one}`),
  value: fc.constant('L1:c1:4'),
  asks: fc.boolean(),
})

it('stays within 28 KB and six buttons whatever is in it, and says what it left out', () => {
  const item = text.map((one) => `Schritt ${one}`)
  const groups = fc.array(
    fc.record({
      title: text.map((one) => `T${one}`),
      items: fc.array(item, { maxLength: 40 }),
      isOrdered: fc.boolean(),
    }),
    { maxLength: 8 },
  )
  fc.assert(
    fc.property(groups, text, fc.array(button, { maxLength: 9 }), (steps, lead, actions) => {
      const blank = blankReply('notice', 'de')
      const pressed = [...actions, seen]
      const reply = { ...blank, lead: `x${lead}`, steps, notes: [lead], actions: pressed }
      const card = deskCard({ reply, state: 'ROT', ref: 'L1' })
      expect(checkCard(card)).toEqual([])
      expect(JSON.stringify(card['actions'])).toContain('"title":"Gesehen"')
      const all = steps.flatMap(({ items }) => items).length
      const shown = JSON.stringify(card).match(/"text":"(?:\d+\. )?Schritt /g)?.length ?? 0
      expect(JSON.stringify(card).includes('"Gekürzt: ')).toBe(shown < all)
    }),
    { numRuns: 60 },
  )
})

it('shows the longest text whole, to decide on and to copy', () => {
  const text = 'Größe, Maß, Übermut! '.repeat(380)
  const copy = { id: 't1', title: 'Text', text }
  for (const id of ['approve', 'read']) {
    const actions = [{ id, label: 'Los', value: 'L1:t1:1' }]
    const card = deskCard({ reply: { ...blankReply('notice', 'de'), lead: 'Text', copy, actions } })
    expect(checkCard(card)).toEqual([])
    expect(JSON.stringify(card)).toContain(text.trimEnd())
  }
})

it('takes nothing from a dialog that had no room for all of it', () => {
  const text = 'Wir prüfen das. '.repeat(540)
  const note = { kind: 'note', text } as const
  const form: Form = {
    about: 'edit:L1:t1:1',
    title: 'Text',
    submit: 'Vorlegen',
    fields: [note, { kind: 'area', name: 'worte', label: 'Text', value: text }],
  }
  const buttons = (shown: Form) => toList(formCard(shown)['actions']).map(({ title }) => title)
  const long = { ...form, fields: [note, note, note, ...form.fields] }
  expect(checkCard(formCard(long))).toEqual([])
  expect(JSON.stringify(formCard(long))).toContain('Gekürzt')
  expect(buttons(long)).toEqual([])
  expect(checkCard(formCard(form))).toEqual([])
  expect(buttons(form)).toEqual(['Vorlegen'])
})
