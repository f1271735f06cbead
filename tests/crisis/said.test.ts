import { describe, expect, it } from 'vitest'
import { toPattern } from '../../src/crisis/pattern.ts'
import { saidIn } from '../../src/crisis/said.ts'
import { mended, spelled } from '../../src/crisis/spelling.ts'

const moods = (text: string) => saidIn(text).map(({ mood }) => mood)

describe('saidIn', () => {
  it('cuts a message into clauses, also where the next sentence opens in lower case', () => {
    expect(saidIn('140 kommentare in 2 std. was jetzt').map(({ words }) => words)).toEqual([
      ' 140 komentare in 2 std ',
      ' was jetzt ',
    ])
    expect(saidIn(' \n ?!')).toEqual([])
  })

  it.each([
    ['Die Seite brennt.', ['told']],
    ['Wie lange dauert das?', ['asked']],
    ['Wenn es brennt: wen rufe ich an?', ['supposed']],
    ['Die Seite brennt, was jetzt?', ['told', 'told']],
    ['Was kostet ein Werkzeug, das vor Stürmen warnt?', ['asked', 'asked']],
    ['Jemand droht, wir wissen nicht, wer das ist.', ['told', 'told', 'told']],
    ['Unser Rat hat gefragt, was das kostet.', ['asked', 'asked']],
    ['Kann man das melden? Bei uns brennt es.', ['asked', 'told']],
    ['Wie reagieren Städte auf Spott?', ['asked']],
    ['wie reagieren wir', ['told']],
  ])('tells a tale from a question and a supposition: %s', (text, expected) => {
    expect(moods(text)).toEqual(expected)
  })
})

describe('toPattern', () => {
  const finds = (pattern: string, text: string) =>
    saidIn(text).some(({ words }) => toPattern([pattern]).test(words))

  it.each([
    ['kommentar*', 'viele Kommentare', true],
    ['kommentar', 'viele Kommentare', false],
    ['*drohung', 'eine Morddrohung', true],
    ['(läuft/fliegt um) .. ohren', 'es fliegt um unsere Ohren', true],
    ['(läuft/fliegt um) .. ohren', 'es fliegt uns um die Ohren', false],
    ['alle .. wütend', 'alle sind a b c d e wütend', true],
    ['alle .. wütend', 'alle sind a b c d e f wütend', false],
    ['# kommentare', '19 Kommentare', false],
    ['# kommentare', '20 Kommentare', true],
    ['# kommentare', 'hunderte Kommentare', true],
    ['^ hilfe', 'hilfe uns', true],
    ['^ hilfe', 'danke für die hilfe', false],
    ['gefragt $', 'er hat gefragt', true],
    ['gefragt $', 'er hat gefragt ob', false],
    ['hilfe !(bei/beim)', 'hilfe beim Impressum', false],
    ['hilfe !(bei/beim)', 'hilfe jetzt', true],
    ['überrollt', 'sie ueberrollt uns', true],
  ])('reads %s in „%s“ as %s', (pattern, text, expected) => {
    expect(finds(pattern, text)).toBe(expected)
  })
})

describe('mended', () => {
  it.each(['shitstrm', 'shitstoorm', 'shitstorn', 'shitsotrm'])('mends %s', (word) => {
    expect(mended(spelled(word))).toBe('shitstorm')
  })

  it.each(['shitstorm', 'brandsturm', 'drehung', 'sturm', ''])('leaves %j as it is', (word) => {
    expect(mended(word)).toBe(word)
  })
})
