import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanClaim } from '../../src/answer/clean.ts'
import { forbidden, forbiddenPieces } from './forbidden.ts'

describe('what a model must not write', () => {
  it.each([
    ['Stoppt alles ab 12:34.', 'Stoppt alles.'],
    ['Stoppt alles (07:10–07:52) sofort.', 'Stoppt alles sofort.'],
    ['Ruft um 18:30 Uhr an.', 'Ruft an.'],
    ['Das sagt sie in Folge 12 deutlich.', 'Das sagt sie deutlich.'],
    ['Laut P2 ruft ihr an [1].', 'ruft ihr an.'],
    ['Mehr auf https://x.example/a?b=1 nachlesen.', 'Mehr auf nachlesen.'],
    ['Siehe [hier](https://x.example) und ![Bild](http://y.example/z.png)', 'Siehe hier und'],
    ['Fragt @chef oder presse@stadt.example!', 'Fragt oder'],
    ['<!channel> Stoppt <@U123|alles>!', 'Stoppt!'],
    ['<b onclick="x()">Stoppt</b> alles', 'Stoppt alles'],
    ['htt<b>ps://x.example</b>/a stoppt', 'stoppt'],
    ['java\u200Bscript:alert(1) stoppt', 'stoppt'],
    ['Stoppt\u202E alles\u0007!', 'Stoppt alles!'],
    ['Geht auf stadt-info.de oder www.x.example', 'Geht auf oder'],
    ['**Stoppt** `alles`', 'Stoppt alles'],
    ['Ab Minute 12 stoppt ihr', 'stoppt ihr'],
  ])('is taken out of %j', (text, left) => {
    expect(cleanClaim(text)).toBe(left)
  })

  it.each([
    'Meldet die Panne binnen 72 Stunden der Aufsicht (Art. 33 DSGVO).',
    'Bürger*innen und Mitarbeiter:innen dürfen fragen, z. B. am 17. Juli 2026.',
    'Nach § 5 Abs. 1 gilt das Verhältnis 3:1.',
    'Ruft 110 oder 112; nach 30 Minuten noch einmal.',
    'Antwortet [Person A] ruhig – „so nicht“.',
    'Das kostet 1.200,50 Euro, also 3,5 % mehr.',
  ])('is not %j', (text) => {
    expect(cleanClaim(text)).toBe(text)
  })

  it.each([
    'boese.support/rathaus',
    'datenpanne.it/melden',
    'boese.top/x',
    'boese.zip',
    'xn--bse-sna.support',
    'chef(at)rathaus.social',
    'Folge vierzehn',
    'Die dritte Folge',
    'Die 14. Folge',
    'der zweiten Passage',
    'bei Minute zwölf',
  ])('is taken out: %s', (piece) => {
    const rest = cleanClaim(`Ruft die Leitung an ${piece} und sichert.`)
    expect(rest).not.toMatch(/boese|datenpanne|rathaus|xn--|vierzehn|dritte|14|zweite|zwölf/)
    expect(rest).toMatch(/^Ruft die Leitung an/)
  })

  it.each([
    'Ruft nach zehn Minuten wieder an.',
    'In den ersten 60 Minuten sagt ihr, was ihr wisst.',
    'Meldet z. B. binnen 72 Stunden, d. h. bis Sonntag.',
    'Als Folge davon steigt die Zahl der Kommentare.',
  ])('leaves ordinary words alone: %s', (text) => {
    expect(cleanClaim(text)).toBe(text)
  })

  it('does not come back, however it is put together', () => {
    const piece = fc.oneof(fc.constantFrom(...forbiddenPieces), fc.string(), fc.lorem())
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), fc.constantFrom('', ' '), (pieces, glue) => {
        const clean = cleanClaim(pieces.join(glue))
        expect(clean).not.toMatch(forbidden)
        expect(clean.length).toBeLessThanOrEqual(300)
        expect(cleanClaim(clean)).toBe(clean)
      }),
      { numRuns: 2000 },
    )
  })
})
