import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { align } from '../../src/answer/align.ts'

const word = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h')
const text = fc.array(word, { minLength: 3, maxLength: 40 })

describe('align', () => {
  it('finds every run of words, where it first stands', () => {
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(), (words, a, b) => {
        const from = a % words.length
        const wanted = words.slice(from, from + 1 + (b % (words.length - from)))
        const found = align(wanted, words, 0.9)
        expect(found && words.slice(found.from, found.to)).toEqual(wanted)
      }),
    )
  })

  it('finds nothing when a word of a short run is another', () => {
    fc.assert(
      fc.property(text, (words) => {
        expect(align([...words.slice(0, 3), 'z'], words, 0.9)).toBeUndefined()
      }),
    )
  })

  it('bears one word in ten that is wrong, missing or too many', () => {
    const said =
      'zuerst wird gesichert und dann erst wird moderiert sagt die feuerwehr immer wieder'.split(
        ' ',
      )
    const wrong = said.slice(0, 11).with(4, 'denn')
    const missing = said.slice(0, 11).toSpliced(4, 1)
    const extra = said.slice(0, 11).toSpliced(4, 0, 'ja')
    for (const wanted of [wrong, missing, extra]) {
      expect(align(wanted, said, 0.9)).toEqual({ from: 0, to: 11 })
    }
    expect(align(wrong.with(5, 'nie').with(6, 'nie'), said, 0.9)).toBeUndefined()
  })

  it('finds nothing of nothing', () => {
    expect(align([], ['a'], 0.9)).toBeUndefined()
    expect(align(['a'], [], 0.9)).toBeUndefined()
  })
})
