import { describe, expect, it } from 'vitest'
import { redact } from '../src/redact.ts'
import { growthOf, inProportion } from './growth.ts'

function expectEach(pairs: readonly (readonly [string, string])[]) {
  for (const [text, clean] of pairs) expect(redact(text).text).toBe(clean)
}

describe('redact', () => {
  it('takes out the part of a number plate that somebody read', () => {
    expectEach([
      ['Kennzeichen endet auf KR 418', 'Kennzeichen endet auf [Kennzeichen]'],
      ['Kennzeichen endet auf 418', 'Kennzeichen endet auf [Kennzeichen]'],
      ['das kennzeichen fängt mit hsk ab an', 'das kennzeichen fängt mit [Kennzeichen] an'],
      [
        'die letzten Ziffern vom Kennzeichen sind 4711',
        'die letzten Ziffern vom Kennzeichen sind [Kennzeichen]',
      ],
      ['Am Ende vom Kennzeichen stand -KL 77', 'Am Ende vom Kennzeichen stand [Kennzeichen]'],
      ['Kennzeichenfragment ...TT 90', 'Kennzeichenfragment [Kennzeichen]'],
    ])
  })

  it('knows plates of mopeds, and those written in one', () => {
    expectEach([
      ['Roller mit 418 KRB', 'Roller mit [Kennzeichen]'],
      ['KLP 337, ein Moped ohne Licht', '[Kennzeichen], ein Moped ohne Licht'],
      ['Der Fahrer des Wagens HSKAB123 floh', 'Der Fahrer des Wagens [Kennzeichen] floh'],
      ['Kennzeichen: HSKAB 123', 'Kennzeichen: [Kennzeichen]'],
    ])
  })

  it('leaves amounts, models, lines, years and signs beside vehicles', () => {
    for (const text of [
      'Auto kostet 418 EUR, Wagen mit 100 KWH Akku, Roller für 299 USD.',
      'Audi A4, BMW X5 und VW ID 3, Fahrzeug HLF20 und DLK23, Wagen im ICE 123.',
      'Kennzeichen endet auf H, also ein Oldtimer. Ende 2025 kommt das neue Kennzeichen.',
      'Das Schild hinten am Radweg, das Schild 274 und Verkehrszeichen 325 fehlen.',
      'Parteien: SPD 418 Stimmen, CDU 300, mit dem Auto 418 km gefahren.',
      'Die letzten Ziffern der Rechnung sind 4711.',
    ]) {
      expect(redact(text)).toEqual({ text, removed: 0 })
    }
  })

  it.each(['kennzeichen endet ', 'auto ABC', 'Kennzeichen 12', 'schild hinten auf '])(
    'costs at most in proportion to a long text of "%s"',
    (part) => {
      const cost = growthOf((size) => redact(part.repeat(size / part.length)))
      expect(cost).toBeLessThan(inProportion)
    },
  )
})
