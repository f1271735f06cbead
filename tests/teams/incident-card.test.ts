import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formCard, textField } from '../../adapters/teams/form.ts'
import { liveCard } from '../../adapters/teams/incident-card.ts'
import { blankReply } from '../../src/frame.ts'
import { checkCard } from './check-card.ts'
import { playEvening } from './gallery/stages.ts'
import { toList } from './state.ts'

const shots = playEvening()
const wordsOf = (name: string) => JSON.stringify(shots.find((one) => one.name === name)?.card)

describe("an incident's card and its dialogs", () => {
  it('are taken by Teams at every stage of an evening', () => {
    expect(shots).toHaveLength(12)
    for (const { name, card } of shots) expect([name, checkCard(card)]).toEqual([name, []])
  })

  it('say the level in words, not in colour alone', () => {
    expect(wordsOf('1-opened')).toContain('Stufe GELB')
    expect(wordsOf('1-opened')).toContain('"style":"warning"')
    expect(wordsOf('3-red')).toContain('Stufe ROT')
    expect(wordsOf('3-red')).toContain('"style":"attention"')
    expect(wordsOf('5-closed')).toContain('abgeschlossen')
  })

  it('have nothing to press once it is over', () => {
    const closed = shots.find(({ name }) => name === '5-closed')?.card
    expect(toList(closed?.['actions'])).toEqual([])
  })

  it('carry the version that was shown behind every button', () => {
    const refs = wordsOf('4-waiting').match(/"ref":"L1:[\w.]+:\d+"/g)
    expect(refs).toContain('"ref":"L1:t1:1"')
  })

  it('never read what people wrote as markup', () => {
    const [opened] = playEvening('**Fest** [hier](https://boese.example) # <b>x</b>')
    const blocks = toList(opened?.card['body']).filter(({ type }) => type === 'TextBlock')
    expect(blocks.map(({ text }) => text)).toEqual(['Jetzt', 'Schritte'].slice(-blocks.length))
    expect(checkCard(opened?.card)).toEqual([])
  })
})

const text = fc.string({ unit: 'grapheme', maxLength: 3000 })
const button = fc.record({
  id: fc.constantFrom('step-done', 'approve'),
  label: text.map((one) => `x${one}`),
  value: fc.constant('L1:c1:4'),
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
    fc.property(groups, text, fc.array(button, { maxLength: 9 }), (steps, lead, presses) => {
      const reply = { ...blankReply('notice', 'de'), lead: `x${lead}`, steps, notes: [lead] }
      const dialogs = presses.slice(0, 2)
      const card = liveCard({ reply, level: 'ROT', presses, dialogs, ref: 'L1' })
      expect(checkCard(card)).toEqual([])
      const all = steps.flatMap(({ items }) => items).length
      const shown = JSON.stringify(card).match(/"text":"Schritt /g)?.length ?? 0
      expect(JSON.stringify(card).includes('"Gekürzt: ')).toBe(shown < all)
    }),
    { numRuns: 60 },
  )
})

it('keeps to the limits in a dialog with long texts', () => {
  const long = 'Wir prüfen das. '.repeat(1000)
  const card = formCard({
    title: 'Text',
    lines: [long, long, long],
    fields: [textField({ id: 'words', label: 'Text', value: long, most: 4000 })],
    buttons: [{ id: 'edit-send', label: 'Senden', value: 'L1:t1:1' }],
  })
  expect(checkCard(card)).toEqual([])
  expect(JSON.stringify(card)).toContain('Gekürzt')
})
