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

  it('has nothing left to do the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const once = undisguise(text)
        expect(undisguise(once)).toBe(once)
      }),
    )
  })
})
