import { expect, it } from 'vitest'
import { toText } from '../../adapters/cli/text.ts'
import { blankReply } from '../../src/frame.ts'

it('prints steps numbered where their order counts, and the text to copy without marks', () => {
  const reply = {
    ...blankReply('first-steps' as const, 'de' as const),
    lead: 'Stopp.',
    steps: [
      { title: 'Prüfen', items: ['Gefahr?', 'Daten?'], isOrdered: false },
      { title: 'Jetzt', items: ['Sichern.', 'Anrufen.'], isOrdered: true },
    ],
    copy: { id: 'x', title: 'Text', text: 'Zeile eins\nZeile zwei' },
    notes: ['Hausregel.'],
  }
  expect(toText(reply)).toBe(`Stopp.

Prüfen
- Gefahr?
- Daten?

Jetzt
1. Sichern.
2. Anrufen.

Text
Zeile eins
Zeile zwei

Hausregel.

Ich bin eine KI.`)
})

it('leaves out what is empty', () => {
  expect(toText({ ...blankReply('notice', 'de'), lead: 'Gut.' })).toBe('Gut.\n\nIch bin eine KI.')
})
