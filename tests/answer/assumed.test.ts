import { describe, expect, it } from 'vitest'
import { assumedIn } from '../../src/answer/assumed.ts'
import { relationOf, takesBack } from '../../src/answer/contrast.ts'

describe('what a message takes for granted', () => {
  it.each([
    ['Hunde sind im Saal doch erlaubt, oder?', 'Hunde sind im Saal erlaubt'],
    ['Stimmt es, dass Hunde im Saal erlaubt sind?', 'Hunde im Saal erlaubt sind'],
    ['Das gilt ja ab Mai, was müssen wir tun?', 'Das gilt ab Mai'],
  ])('is told by tag, particle or form: %s', (asked, assumed) => {
    expect(assumedIn(asked).map((one) => one.replace(/\s+/g, ' '))).toEqual([assumed])
  })

  it.each([
    'Sind Hunde im Saal erlaubt?',
    'Was gilt für Hunde im Saal?',
    '>>Das gilt ja ab Mai<< Muss das weg?',
  ])('is nothing where it only asks or shows: %s', (asked) => {
    expect(assumedIn(asked)).toEqual([])
  })
})

describe('a sentence beside what is assumed', () => {
  it.each([
    ['Hunde sind im Saal erlaubt', 'Hunde sind im Saal verboten.', 'reverse'],
    ['Hunde sind im Saal erlaubt', 'Hunde dürfen nicht in den Saal.', 'reverse'],
    ['Hunde sind im Saal verboten', 'Hunde sind im Saal nicht erlaubt.', 'same'],
    ['wir müssen die Hunde melden', 'Hunde müsst ihr nicht melden.', 'reverse'],
    ['Hunde werden nur auf Antrag verfolgt', 'Hunde werden auch ohne Antrag verfolgt.', 'reverse'],
    ['das Urteil ist rechtskräftig', 'Rechtskräftig ist das Urteil nicht.', 'reverse'],
    ['das Urteil ist rechtskräftig', 'Das Urteil nennt die Hunde nicht.', 'none'],
    ['das Urteil ist rechtskräftig', 'Rechtskräftig ist das Urteil nicht nur dort.', 'none'],
  ] as const)('%s / %s: %s', (assumed, sentence, relation) => {
    expect(relationOf(assumed, sentence)).toBe(relation)
  })

  it('takes back the one before it only in so many words', () => {
    expect(takesBack('Das stimmt nicht.')).toBe(true)
    expect(takesBack('Beides ist falsch und stand bei uns.')).toBe(true)
    expect(takesBack('Das ist wichtig.')).toBe(false)
  })
})
