import { describe, expect, it } from 'vitest'
import { redact } from '../src/redact.ts'
import { growthOf, inProportion } from './growth.ts'

function expectEach(pairs: readonly (readonly [string, string])[]) {
  for (const [text, clean] of pairs) expect(redact(text).text).toBe(clean)
}

function expectLeft(texts: readonly string[]) {
  for (const text of texts) expect(redact(text)).toEqual({ text, removed: 0 })
}

describe('redact', () => {
  it('takes an address out of the sentence that says somebody lives there', () => {
    expectEach([
      [
        'Ich wohne seit zwölf Jahren im Erlengrund 17.',
        'Ich wohne seit zwölf Jahren im [Adresse].',
      ],
      [
        'Sie wohnt ganz allein in der Unteren Vorstadt 18',
        'Sie wohnt ganz allein in der [Adresse]',
      ],
      ['Ich wohne mit zwei Hunden im Schwalbennest 5', 'Ich wohne mit zwei Hunden im [Adresse]'],
      ['Wir wohnen neben der Schule, Mühlkanal 6', 'Wir wohnen neben der Schule, [Adresse]'],
      ['Er ist in den Wiesengrund 22a gezogen', 'Er ist in den [Adresse] gezogen'],
      ['Die Adresse von ihm: Schlehdorn 4', 'Die Adresse von ihm: [Adresse]'],
      ['Ihre Anschrift lautet Op de Geest 11', 'Ihre Anschrift lautet [Adresse]'],
      ['Sie haust in Neudorf 14', 'Sie haust in [Adresse]'],
      ['die Familie aus dem Birkenhorst 8', 'die Familie aus dem [Adresse]'],
      ['bei mir in der Oberen Au 2 stinkt es', 'bei mir in der [Adresse] stinkt es'],
    ])
  })

  it('knows streets without an ending for streets by what stands before them', () => {
    expectEach([
      ['Am Anger 3 brennt Müll', '[Adresse] brennt Müll'],
      ['allein Hinter der Kirche 4', 'allein [Adresse]'],
      ['im Erlengrund 17 ist kein Strom', 'im [Adresse] ist kein Strom'],
      ['drüben Im Winkel 2b bellt es', 'drüben [Adresse] bellt es'],
    ])
  })

  it('leaves what is counted there, years, places of events and offices', () => {
    expectLeft([
      'Er wohnt seit Silvester 2021 in Köln, Im Herbst 2025 zieht er um.',
      'Am Anger 2025 feiern wir wieder.',
      'Sie wohnt in Zimmer 12 im Heim, neben Gleis 4, bei Tor 5 am Stadion.',
      'Bei uns im Verein 400 Mitglieder, im Team 3 Kolleginnen, in der Klasse 7 Streit.',
      'Wir wohnen zu viert auf 60 Quadratmetern nahe der B 7.',
      'Ich lebe von Hartz 4 mit Pflegegrad 3.',
      'Der Jugendtreff Im Winkel 2b lädt ein.',
      'Wir sind umgezogen: Bürgerbüro, Am Markt 4, ist geöffnet.',
      'Im Stadtpark 40 Bäume, Am Bahnhof 20 Personen, Am Gleis 7.',
      'bei uns am Standort 3 und im Werk 2, die Adresse der Seite 12 fehlt',
    ])
  })

  it.each(['wohnt ', 'wohnt im Anger ', 'bei uns im Alten Horst ', 'Adresse: '])(
    'costs at most in proportion to a long text of "%s"',
    (part) => {
      const cost = growthOf((size) => redact(part.repeat(size / part.length)))
      expect(cost).toBeLessThan(inProportion)
    },
  )
})
