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
  it('goes on through a list of names, whatever parts them', () => {
    expectEach([
      ['Trulsen/Habeck-Lorenz haben Dienst', '[Person]/[Person 2] haben Dienst'],
      ['mittags Trulsen/Habeck-Lorenz', 'mittags [Person]/[Person 2]'],
      ['Familie Yildiz/Brandner zieht um', 'Familie [Person]/[Person 2] zieht um'],
      ['Dienst: Trulsen/Wiesenhütter/Kaiser', 'Dienst: [Person]/[Person 2]/[Person 3]'],
      ['Vertretung: Rummenigk | Flohr | Sina', 'Vertretung: [Person] | [Person 2] | [Person 3]'],
      ['Frau Trulsen, Wiesenhütter und Kaiser', 'Frau [Person], [Person 2] und [Person 3]'],
      ['Zeugen: Nottbohm, Ziegenspeck', 'Zeugen: [Person], [Person 2]'],
      ['Beteiligte: Ehlers – Kowalke', 'Beteiligte: [Person] – [Person 2]'],
      ['Anna + Ben und/oder Tarek', '[Person] + [Person 2] und/oder [Person 3]'],
      ['Anrufe von Trulsen bzw. Nottbohm', 'Anrufe von [Person] bzw. [Person 2]'],
      ['Der Streit Nottbohm gegen Ziegenspeck', 'Der Streit [Person] gegen [Person 2]'],
    ])
  })

  it('leaves what else is parted so, behind a name too', () => {
    expectLeft([
      'CDU/CSU und SPD/Grüne, Tiefbau/Hochbau, Facebook/Instagram',
      'Die Kita Sonnenschein/Regenbogen in Hamburg/Bremen',
      'Beteiligte: Bauamt, Feuerwehr, DRK',
      'Mieter: Erdgeschoss, Pächter: Stadtwerke, Betreuung: Ferienspiele',
      'Der Streit Stadt gegen Land, Klage Verein gegen Gemeinde',
    ])
    expectEach([
      ['Absender: Krämpf, Betreff: Hundekot', 'Absender: [Person], Betreff: Hundekot'],
      [
        'Frau Huber/Bauamt, Herr Flohr/Stadtwerke',
        'Frau [Person]/Bauamt, Herr [Person 2]/Stadtwerke',
      ],
      ['Frau Huber, Bauamt, Zimmer 3', 'Frau [Person], Bauamt, Zimmer 3'],
    ])
  })

  it.each(['Krämpf/', 'Herr Krämpf, Abicht, ', 'Zeugen: Krämpf | ', 'Pächter Krämpf und '])(
    'costs at most in proportion to a long list of "%s"',
    (part) => {
      const cost = growthOf((size) => redact(part.repeat(size / part.length)))
      expect(cost).toBeLessThan(inProportion)
    },
  )
})
