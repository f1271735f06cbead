import { describe, expect, it } from 'vitest'
import { askedAbout } from '../../src/crisis/pasted.ts'
import { growthOf, inProportion } from '../growth.ts'

describe('a comment that is asked about', () => {
  it.each([
    ['Muss der Kommentar stehen bleiben? >>Ihr seid unfähig<<', 'Ihr seid unfähig'],
    ['darf ich das löschen:\n> Ihr seid\n> alle unfähig', 'Ihr seid\nalle unfähig'],
    ['Müssen wir „Ihr Versager“ stehen lassen?', 'Ihr Versager'],
    ['Kann der Kommentar weg? "Ihr Versager im Rathaus"', 'Ihr Versager im Rathaus'],
    ['Muss der Kommentar stehen bleiben: Ihr Versager', 'Ihr Versager'],
    ['löschen oder antworten? »Ihr Versager«', 'Ihr Versager'],
    ['>>Ihr Versager<<', 'Ihr Versager'],
    ['Is this okay, can we delete it? "You losers in town hall"', 'You losers in town hall'],
  ])('is found in %j', (text, comment) => {
    expect(askedAbout(text)?.comment).toBe(comment)
  })

  it.each([
    'Muss ein Kommentar mit einer Beleidigung stehen bleiben?',
    'Wie lange dauert die Frist nach „Artikel 33 DSGVO“ eigentlich?',
    'kann ich user blocken der jeden tag >>WO IST DAS GELD<< schreibt',
    'Was bedeutet „Netiquette“ und wer beschließt sie?',
    'Hilfe: 140 Kommentare in zwei Stunden',
  ])('is none in %j', (text) => {
    expect(askedAbout(text)).toBeUndefined()
  })

  it.each(['>>', '<<', '> ', '„', '"', "'a ", 'das:', 'kommentar a ', '```'])(
    'costs at most in proportion to the message, even one of %j',
    (piece) => {
      const growth = growthOf((size) => askedAbout(piece.repeat(size / piece.length)))
      expect(growth).toBeLessThan(inProportion)
    },
  )
})
