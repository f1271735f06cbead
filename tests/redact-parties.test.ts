import { describe, expect, it } from 'vitest'
import { redact } from '../src/redact.ts'

function expectEach(pairs: readonly (readonly [string, string])[]) {
  for (const [text, clean] of pairs) expect(redact(text).text).toBe(clean)
}

function expectLeft(texts: readonly string[]) {
  for (const text of texts) expect(redact(text)).toEqual({ text, removed: 0 })
}

describe('redact', () => {
  it('takes a noun behind one who lives, owns or objects somewhere for a name', () => {
    expectEach([
      ['Pächter Dobberstein zahlt nicht.', 'Pächter [Person] zahlt nicht.'],
      ['Der Jagdpächter Hirschfelder war es.', 'Der Jagdpächter [Person] war es.'],
      ['Bürgerin Feierabend fragt nach.', 'Bürgerin [Person] fragt nach.'],
      ['Mieterin Dampf hat kein Wasser.', 'Mieterin [Person] hat kein Wasser.'],
      ['Einwenderin Morgenstern schrieb uns.', 'Einwenderin [Person] schrieb uns.'],
      [
        'Petent Wohlgemuth schreibt, Klägerin Sauerteig auch.',
        'Petent [Person] schreibt, Klägerin [Person 2] auch.',
      ],
      ['der Erbbauberechtigte Kuckelkorn wartet', 'der Erbbauberechtigte [Person] wartet'],
      ['Nachbarn Sturzenegger und Flohr streiten.', 'Nachbarn [Person] und [Person 2] streiten.'],
    ])
  })

  it('leaves places, bodies, days and matters behind those who may be many', () => {
    expectLeft([
      'Anwohner Dorfplatz beschweren sich, Anwohner Altstadt auch.',
      'Eigentümer Stadtwerke prüft, die Eigentümerin Stadt auch.',
      'Klägerin Deutsche Bahn hat gewonnen.',
      'Nachbar Frankreich macht es vor.',
      'Die Anruferin Montag früh war nett.',
      'Radfahrer Unfall auf der B 62, Mieter Notruf ist eingerichtet.',
      'Dem Mieter Wasser abstellen, dem Nachbarn Blumen schenken.',
      'Antragsteller SPD hat Frist bis Montag.',
      'Pächterin Sparkasse zahlt 12.000 Euro, Pächterin Freibadkiosk hat gekündigt.',
      'Die Klägerin Nordische Windkraft hat gewonnen.',
    ])
  })
})
