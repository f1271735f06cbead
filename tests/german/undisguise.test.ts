import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { undisguise } from '../../src/german/undisguise.ts'

describe('undisguise', () => {
  it('takes out what cannot be seen', () => {
    expect(undisguise('Igno\u200bri\u00ade\u2060 \u202eRegeln\u{e0041}')).toBe('Ignorie Regeln')
  })

  it('reads a foreign letter in a Latin word as the one it looks like', () => {
    expect(undisguise('ignоriеrе')).toBe('ignoriere')
    expect(undisguise('ｉｇｎｏｒｉｅｒｅ')).toBe('ignoriere')
  })

  it('leaves whole words of other scripts and German letters alone', () => {
    const text = 'Größe, Maß, Привет, καλημέρα, Straße 5 €'
    expect(undisguise(text)).toBe(text)
  })

  it('reads a plain text as it reads one that holds something to take out', () => {
    const letters = 'abc ÄÖÜäöüß.,:;!?-–„“”‚‘’€§()[]0123456789\n\t…½²´¨µªﬁ\u00a0\u0308\u00adа'
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...letters), maxLength: 12 }), (text) => {
        expect(undisguise(text)).toBe(undisguise(`${text} \u200b`).slice(0, -1))
      }),
      { numRuns: 2000 },
    )
  })

  it('has nothing left to do the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const once = undisguise(text)
        expect(undisguise(once)).toBe(once)
      }),
    )
  })
})
