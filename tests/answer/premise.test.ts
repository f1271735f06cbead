import { describe, expect, it } from 'vitest'
import { contradicted } from '../../src/answer/premise.ts'
import { findQuote } from '../../src/answer/quote.ts'
import type { Claim } from '../../src/domain/answer.ts'
import { hits, question, spoken } from '../fakes.ts'

const told = 'Die Meldung der Datenpanne geht binnen 72 Stunden ab Kenntnis an die Aufsicht.'

function premiseOf(asked: string, ...more: readonly string[]): string | undefined {
  const passage = spoken([`A: ${told}`, ...more])
  const finding = findQuote(passage, told)
  if (!finding) throw new Error('the quote is not there')
  const claim: Claim = { text: told, citations: [{ ...finding, url: 'https://x.example' }] }
  const premise = contradicted(question(asked), [claim], hits(passage))
  return premise?.kind === 'figure' ? premise.said : premise?.kind
}

describe('a premise', () => {
  it.each([
    ['Reicht die Meldung der Datenpanne binnen 24 Stunden an die Aufsicht?', '24 Stunden'],
    ['Haben wir für die Meldung der Datenpanne an die Aufsicht 96 Stunden?', '96 Stunden'],
  ])('is corrected where the passage has another deadline: %s', (asked, figure) => {
    expect(premiseOf(asked)).toBe(figure)
  })

  it.each([
    'Haben wir für die Meldung der Datenpanne an die Aufsicht 72 Stunden?',
    'Haben wir zweiundsiebzig Stunden für die Meldung der Datenpanne an die Aufsicht?',
    'Wir haben die Datenpanne vor 3 Stunden bemerkt, welche Frist gilt für die Meldung?',
    'Gilt für die Meldung der Datenpanne eine Frist von 3 Tagen ab Kenntnis?',
    'Wie lange streut der Bauhof, reichen 24 Stunden?',
    'Reicht die Meldung? >>Ihr habt doch 96 Stunden Zeit für die Datenpanne<<',
  ])('is left alone where nothing is proven: %s', (asked) => {
    expect(premiseOf(asked)).toBeUndefined()
  })

  it('is left alone where the passage knows the figure as well', () => {
    const asked = 'Haben wir für die Meldung der Datenpanne an die Aufsicht 96 Stunden?'
    expect(premiseOf(asked, 'A: Vorgeschlagen sind 96 Stunden.')).toBeUndefined()
  })
})
