import { describe, expect, it } from 'vitest'
import { figuresOf, verdictsIn } from '../../src/answer/figures.ts'

function carries(said: string, claimed: string): boolean {
  const known = figuresOf(said)
  return [...figuresOf(claimed)].every((figure) => known.has(figure))
}

describe('figures', () => {
  it.each([
    ['binnen 72 Stunden', 'in zweiundsiebzig Stunden'],
    ['zwei bis drei Tage', '3 Tage'],
    ['Am 24. September 2024 entschied das Gericht.', 'on 24 September 2024'],
    ['Artikel 33 Absatz 4 DSGVO', 'Art. 33 DSGVO'],
    ['Artikel 33 DSGVO, Stand 21. April 2026', 'Article 33 of the GDPR'],
    ['Paragraf 77b Strafgesetzbuch', '§ 77b StGB'],
    ['§ 194 Absatz 3 StGB', '§ 194 Abs. 3 StGB'],
    ['eine 72-Stunden-Frist', '72 Stunden'],
  ])('are the same in other words: %s / %s', (said, claimed) => {
    expect(carries(said, claimed)).toBe(true)
  })

  it.each([
    ['binnen 72 Stunden', 'binnen 72 Tagen'],
    ['binnen drei Monaten', 'binnen drei Wochen'],
    ['Am 24. September 2024, nicht im Oktober', 'Am 24. Oktober 2024'],
    ['Artikel 33 DSGVO und § 185 StGB', '§ 33 StGB'],
    ['Artikel 33 DSGVO', 'Artikel 34 DSGVO'],
    ['§ 188 StGB', '§ 188a StGB'],
    ['39 Euro', '39 Prozent'],
  ])('are others: %s / %s', (said, claimed) => {
    expect(carries(said, claimed)).toBe(false)
  })

  it('know the words that decide a case', () => {
    expect(verdictsIn('Das ist unzulässig, aber nicht strafbar.')).toEqual([
      'unzulässig',
      'strafbar',
    ])
    expect(verdictsIn('Das ist offen.')).toEqual([])
  })
})
