import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { featuresOf } from '../../../src/crisis/learned/features.ts'
import { scoresOf, wordsFor } from '../../../src/crisis/learned/scores.ts'
import { sensesOf } from '../../../src/crisis/learned/senses.ts'
import { shippedWeights } from '../../../src/crisis/learned/weights.ts'

const keys = (text: string) => featuresOf(text, []).map(({ key }) => key)

describe('the features of a text', () => {
  it('are the same for other spellings of umlauts and doubled letters', () => {
    expect(keys('Die Straße ist überflutet')).toEqual(keys('Die Strasse ist ueberflutet'))
    expect(keys('Hilfeee im Kelller')).toEqual(keys('Hilfe im Keller'))
  })

  it('know words by what they mean, within compounds as well', () => {
    expect(sensesOf('schlagstock')).toContain('weapon')
    expect(keys('Drei Kinder in der Klinik')).toEqual(
      expect.arrayContaining(['s injury', 's family', 'p family injury']),
    )
  })

  it('are there once each, and never too many of them', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
        const all = keys(text)
        expect(new Set(all).size).toBe(all.length)
      }),
    )
    expect(keys('Wort '.repeat(50_000)).length).toBeLessThan(100)
  })
})

it('names the words that spoke, and none that redaction takes out', () => {
  const text = 'Frau Anke Döring wurde mit einem Messer bedroht, Mail an anke.doering@example.org'
  const features = featuresOf(text, [])
  const weights = shippedWeights('messages')
  const named = wordsFor('pb2', { text, features, weights })
  expect(named).toContain('Messer')
  expect(named.join(' ')).not.toMatch(/Anke|Döring|example/)
  expect(scoresOf(features, weights).size).toBe(8)
})
