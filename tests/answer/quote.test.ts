import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findQuote } from '../../src/answer/quote.ts'
import { foldedWords } from '../../src/german/words.ts'
import { spoken, written } from '../fakes.ts'

const passage = spoken([
  'A: Stopp. Erst sichern, dann moderieren.',
  'B: Und nachts? Nachts gibt es',
  'B: einen „freigegebenen“ Text, keine Debatte.',
])

describe('findQuote', () => {
  it('gives the times of the cues that hold the words', () => {
    expect(findQuote(passage, 'Erst sichern, dann moderieren')).toMatchObject({
      start: 0,
      end: 10,
      speaker: 'A',
    })
    expect(findQuote(passage, 'nachts gibt es einen freigegebenen Text')).toMatchObject({
      start: 10,
      end: 30,
      speaker: 'B',
    })
  })

  it('prints the words of the source whatever was matched', () => {
    const found = findQuote(passage, 'NACHTS GIBT ES EINEN FREIGEGEBENEN TEXT keine debatte')
    expect(found?.quote).toBe('Nachts gibt es einen „freigegebenen“ Text, keine Debatte.')
  })

  it('keeps the marks that open and close the words, and no others', () => {
    const said = spoken([
      'A: Er sagt: „Erst sichern wir alles.“ Danach (und nur danach) wird gelöscht.',
    ])
    expect(findQuote(said, 'erst sichern wir alles')?.quote).toBe('„Erst sichern wir alles.“')
    expect(findQuote(said, 'und nur danach')?.quote).toBe('(und nur danach)')
    expect(findQuote(said, 'sichern wir alles')?.quote).toBe('sichern wir alles.“')
  })

  it('reads umlauts in either spelling', () => {
    const loud = spoken(['A: Löschen heizt den Ärger außerdem an.'])
    expect(findQuote(loud, 'loeschen heizt den aerger ausserdem an')?.quote).toBe(
      'Löschen heizt den Ärger außerdem an.',
    )
  })

  it('finds nothing that was not said, and nothing in one or two words', () => {
    expect(findQuote(passage, 'Erst moderieren, dann sichern')).toBeUndefined()
    expect(findQuote(passage, 'Erst sichern')).toBeUndefined()
    expect(findQuote(passage, '')).toBeUndefined()
  })

  it('forgives one word in ten that recognition misheard, and not one in nine', () => {
    const ten = 'Wir melden die Panne der Aufsicht binnen drei Tagen schriftlich.'
    const nine = 'Wir melden die Panne der Aufsicht binnen drei Tagen.'
    expect(findQuote(spoken([`A: ${ten}`]), ten.replace('binnen', 'innen'))?.quote).toBe(ten)
    expect(findQuote(spoken([`A: ${nine}`]), nine.replace('binnen', 'innen'))).toBeUndefined()
  })

  it('opens a post at its heading', () => {
    const found = findQuote(
      written('Ruft die IT an. Eine Mail reicht nicht.'),
      'Eine Mail reicht nicht',
    )
    expect(found).toMatchObject({
      kind: 'post',
      anchor: 'schritt-1',
      section: 1,
      quote: 'Eine Mail reicht nicht.',
    })
  })

  it('finds any run of three words or more, in the right cues', () => {
    const lines = fc.array(
      fc.array(fc.string({ unit: fc.constantFrom(...'abcäß'), minLength: 1, maxLength: 4 }), {
        minLength: 3,
        maxLength: 8,
      }),
      { minLength: 1, maxLength: 5 },
    )
    fc.assert(
      fc.property(lines, fc.nat(), fc.nat(), (said, a, b) => {
        const placed = said.flatMap((words, line) => words.map((word) => ({ word, line })))
        const from = a % (placed.length - 2)
        const run = placed.slice(from, from + 3 + (b % (placed.length - from - 2)))
        const source = spoken(said.map((words) => words.join(', ')))
        const found = findQuote(source, run.map(({ word }) => word).join(' '))
        expect(foldedWords(found?.quote ?? '')).toEqual(
          foldedWords(run.map(({ word }) => word).join(' ')),
        )
        expect(found?.kind).toBe('episode')
        if (found?.kind !== 'episode') return
        const cues = source.cues.filter((cue) => cue.start >= found.start && cue.end <= found.end)
        expect(cues.map((cue) => cue.text).join(' ')).toContain(found.quote)
      }),
    )
  })
})
