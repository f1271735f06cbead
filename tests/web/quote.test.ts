import { describe, expect, it } from 'vitest'
import { html, render, webAddress } from '../../adapters/web/html.ts'
import { findPlace } from '../../adapters/web/place.ts'
import { findQuote, highlight } from '../../adapters/web/quote.ts'
import { transcript } from './stage.ts'

describe('html', () => {
  it('escapes every value and joins lists', () => {
    const list = ['<b>', '&', undefined, 3]
    expect(render(html`<p title="${'"\''}">${list}</p>`)).toBe(
      '<p title="&quot;&#39;">&lt;b&gt;&amp;3</p>',
    )
  })

  it('leaves its own markup as it is', () => {
    expect(render(html`<p>${html`<b>${'<'}</b>`}</p>`)).toBe('<p><b>&lt;</b></p>')
  })

  it('takes only web addresses for links', () => {
    const given = ['javascript:alert(1)', 'data:text/html,x', 'kein Link', undefined, 'file:///etc']
    expect(given.map(webAddress)).toEqual(given.map(() => undefined))
    expect(webAddress('https://musterstadt.example/a')?.host).toBe('musterstadt.example')
  })
})

describe('findQuote', () => {
  const texts = ['Ab dem Moment laufen', '72  Stunden, nicht mehr.']

  it('finds words across texts, whatever their case and white space', () => {
    const [first, second] = findQuote(texts, 'moment LAUFEN\n72 stunden') ?? []
    expect(texts[0]?.slice(first?.start, first?.end)).toBe('Moment laufen')
    expect(texts[1]?.slice(second?.start, second?.end)).toBe('72  Stunden')
  })

  it('gives a text without a word of the quote no span', () => {
    expect(findQuote(texts, 'nicht mehr')?.[0]).toBeUndefined()
  })

  it('finds nothing that does not stand there, and no parts of words', () => {
    expect(findQuote(texts, '72 Tage')).toBeUndefined()
    expect(findQuote(texts, 'unden')).toBeUndefined()
    expect(findQuote(texts, ' … ')).toBeUndefined()
  })

  it('finds a long quote by its first and last words, as links name it', () => {
    const text = 'Eins zwei drei. Vier fünf, sechs sieben acht. Neun zehn elf.'
    const [span] = findQuote([text], 'zwei drei … acht. Neun') ?? []
    expect(text.slice(span?.start, span?.end)).toBe('zwei drei. Vier fünf, sechs sieben acht. Neun')
    expect(findQuote([text], 'acht. Neun … zwei drei')).toBeUndefined()
    expect(findQuote([text], 'zwei drei … zwölf')).toBeUndefined()
  })

  it('finds umlauts however they are composed', () => {
    expect(findQuote(['Die Behörde prüft'], 'Behörde prüft'.normalize('NFD'))).toHaveLength(1)
  })

  it('highlights without letting markup through', () => {
    const shown = render(highlight('<i>Frist</i>', { start: 3, end: 8 }, 'stelle'))
    expect(shown).toBe('&lt;i&gt;<mark id="stelle">Frist</mark>&lt;/i&gt;')
  })
})

describe('findPlace', () => {
  const { cues } = transcript

  it('takes the cues of a link in whole seconds, not their neighbours', () => {
    expect([...findPlace(cues, { from: 430, to: 451 }).keys()]).toEqual([43, 44])
  })

  it('takes the cue that is on when the stretch is shorter than it', () => {
    expect([...findPlace(cues, { from: 435, to: 436 }).keys()]).toEqual([43])
    expect([...findPlace(cues, { from: 437 }).keys()]).toEqual([43])
  })

  it('marks the cues alone when the words do not stand there', () => {
    const place = findPlace(cues, { from: 430, to: 451, quote: 'das hat niemand gesagt' })
    expect([...place]).toEqual([
      [43, undefined],
      [44, undefined],
    ])
  })

  it('looks everywhere for words without a time, and cites nothing without both', () => {
    expect([...findPlace(cues, { quote: 'laufen 72 Stunden' }).keys()]).toEqual([1])
    expect(findPlace(cues, {}).size).toBe(0)
  })
})
