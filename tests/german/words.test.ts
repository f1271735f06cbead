import { createRequire } from 'node:module'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { grams } from '../../src/german/grams.ts'
import { languageOf } from '../../src/german/language.ts'
import { sentences } from '../../src/german/sentences.ts'
import { stem } from '../../src/german/stem.ts'
import { fold, foldedWords, words } from '../../src/german/words.ts'

describe('fold', () => {
  it('makes umlauts, their spellings, sharp s and capitals alike', () => {
    expect(fold('Löschen')).toBe(fold('loeschen'))
    expect(fold('GRÖẞE')).toBe(fold('groesse'))
    expect(fold('für')).toBe(fold('fuer'))
    expect(fold('Straße')).toBe(fold('strasse'))
  })

  it('keeps ue where it is no umlaut', () => {
    expect(fold('neue')).toBe('neue')
    expect(fold('Quelle')).toBe('quelle')
  })

  it('does not care how marks are composed', () => {
    expect(fold('präsent'.normalize('NFD'))).toBe(fold('präsent'.normalize('NFC')))
    expect(foldedWords('Müller'.normalize('NFD'))).toEqual(['muller'])
  })
})

describe('words', () => {
  it('says where each word stands', () => {
    expect(words('Social-Media, ok?')).toEqual([
      { text: 'Social', start: 0, end: 6 },
      { text: 'Media', start: 7, end: 12 },
      { text: 'ok', start: 14, end: 16 },
    ])
  })
})

describe('stem', () => {
  const oracle: { stem(word: string): string } = createRequire(import.meta.url)(
    'snowball-stemmers',
  ).newStemmer('german')
  const roots =
    'meld lösch kommentar verwalt frei gemein öffentlich krise polizei panne schutz ereig wichtig'
  const endings =
    'e en er es ern em est st ung ungen ig igkeit lich lichkeit heit isch end ends nisse nissen'

  it('agrees with Snowball on folded words', () => {
    const made = roots
      .split(' ')
      .flatMap((root) => ['', ...endings.split(' ')].map((ending) => fold(root + ending)))
    const long = made.filter((word) => word.length > 3)
    expect(long.map(stem)).toEqual(long.map((word) => oracle.stem(word)))
  })

  it('agrees with Snowball on any string of letters', () => {
    const letters = fc.string({
      unit: fc.constantFrom(...'abcdefghiklmnorstuyg'),
      minLength: 4,
      maxLength: 14,
    })
    fc.assert(
      fc.property(letters, (word) => {
        expect(stem(word)).toBe(oracle.stem(word))
      }),
      { numRuns: 2000 },
    )
  })
})

describe('grams', () => {
  it('cuts a word into overlapping pieces of four letters', () => {
    expect(grams('panne')).toEqual(['pann', 'anne'])
    expect(grams('dsb')).toEqual(['dsb'])
  })

  it('finds a word inside a compound', () => {
    const compound = new Set(grams(fold('Datenpanne')))
    expect(grams('panne').every((piece) => compound.has(piece))).toBe(true)
  })
})

describe('sentences', () => {
  const cut = (text: string) => sentences(text).map((sentence) => sentence.text)

  it('ends at marks, also inside quotation marks', () => {
    expect(cut('Stopp! Erst sichern. „Warum?“ Darum.')).toEqual([
      'Stopp!',
      'Erst sichern.',
      '„Warum?“',
      'Darum.',
    ])
  })

  it('does not end at abbreviations, ordinals and initials', () => {
    expect(cut('Nach Art. 33 Abs. 1 gilt z. B. am 17. Juli eine Frist. Gut.')).toEqual([
      'Nach Art. 33 Abs. 1 gilt z. B. am 17. Juli eine Frist.',
      'Gut.',
    ])
  })

  it('ends after a number that closes a sentence', () => {
    expect(cut('Das ist Artikel 33. Die Frist läuft.')).toEqual([
      'Das ist Artikel 33.',
      'Die Frist läuft.',
    ])
  })

  it('loses no word and says where each sentence stands', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'B', '1', ' ', '.', '?', '“'), maxLength: 60 }),
        (text) => {
          const found = sentences(text)
          expect(
            found
              .map((one) => one.text)
              .join('')
              .replace(/\s/g, ''),
          ).toBe(text.replace(/\s/g, ''))
          for (const one of found) expect(text.slice(one.start, one.end)).toBe(one.text)
        },
      ),
    )
  })
})

describe('languageOf', () => {
  it('tells English from German by small words', () => {
    expect(languageOf('what do we have to report within 72 hours?')).toBe('en')
    expect(languageOf('Was müssen wir in 72 Stunden melden?')).toBe('de')
  })

  it('takes German where nothing tells', () => {
    for (const text of [
      '',
      'datenpanne 72h',
      'hilfe facebook explodiert, was jetzt',
      'shitstorm',
    ]) {
      expect(languageOf(text)).toBe('de')
    }
  })
})
