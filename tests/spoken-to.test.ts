import { describe, expect, it } from 'vitest'
import { spokenTo } from '../src/spoken-to.ts'

describe('spokenTo', () => {
  it('takes a wish for the question before it, and keeps how to speak from then on', () => {
    const asked = 'Wer beschließt die Netiquette?'
    expect(spokenTo({ question: 'Sie-Form bitte', earlier: [asked] })).toEqual({
      question: asked,
      earlier: [],
      style: { address: 'sie' },
    })
    const next = { question: 'Und wo hängt sie?', earlier: [asked, 'Sie-Form bitte', 'kürzer'] }
    expect(spokenTo(next)).toEqual({ ...next, earlier: [asked], style: { address: 'sie' } })
    const back = { question: 'Und heute?', earlier: [asked, 'Sie-Form', 'ohne Sie-Form'] }
    expect(spokenTo(back).style).toEqual({ address: 'du' })
  })

  it('leaves everything else as it was typed', () => {
    const typed = { question: 'kürzer', earlier: [] }
    expect(spokenTo(typed)).toMatchObject(typed)
    const plain = { question: 'Müssen wir siezen?', earlier: ['Wer antwortet?'] }
    expect(spokenTo(plain)).toEqual({ ...plain, style: {} })
  })
})
