import { describe, expect, it } from 'vitest'
import { findingIn } from '../src/step-places.ts'
import { episode, post } from './fakes.ts'

const talk = {
  about: episode(),
  cues: [
    { start: 10, end: 19.6, speaker: 'B', text: 'Wer greift zum Telefon?' },
    { start: 20, end: 29.6, speaker: 'A', text: 'Wer es merkt, ruft an.' },
    { start: 30, end: 39.6, speaker: 'A', text: 'Und zwar sofort.' },
    { start: 40, end: 49.6, speaker: 'B', text: 'Nein.' },
  ],
}

describe('a place in an episode', () => {
  it.each([
    [{ start: 20 }, 'Wer es merkt, ruft an.', 20, 29.6],
    [{ start: 19.6 }, 'Wer es merkt, ruft an.', 20, 29.6],
    [{ start: 20, end: 39.6 }, 'Wer es merkt, ruft an. Und zwar sofort.', 20, 39.6],
    [{ start: 20, end: 40.2 }, 'Wer es merkt, ruft an. Und zwar sofort.', 20, 39.6],
  ])('%o has all cues from the first to the last', (place, quote, start, end) => {
    const found = findingIn(talk, { source: 'e1', ...place })
    expect(found).toMatchObject({ kind: 'episode', quote, start, end, speaker: 'A' })
  })

  it('is none before anybody speaks', () => {
    expect(findingIn(talk, { source: 'e1', start: 5 })).toBeUndefined()
  })
})

describe('a place in a post', () => {
  const text = 'Erst sichern. Dann, z. B. am Abend, anrufen.\nEine Nachricht genügt nicht.\nOder?'
  const article = {
    about: post(),
    sections: [{ anchor: 'zuerst', number: 2, heading: 'Zuerst', text }],
  }
  const quoteOf = (contains?: string) => {
    const words = contains === undefined ? {} : { contains }
    return findingIn(article, { source: 'b1', heading: 'Zuerst', ...words })?.quote
  }

  it.each([
    [undefined, 'Erst sichern.'],
    ['am Abend', 'Dann, z. B. am Abend, anrufen.'],
    ['sichern. Dann', 'Erst sichern. Dann, z. B. am Abend, anrufen.'],
    ['Dann … Nachricht', 'Dann, z. B. am Abend, anrufen. Eine Nachricht genügt nicht.'],
  ])('with the words „%s“ has whole sentences', (contains, quote) => {
    expect(quoteOf(contains)).toBe(quote)
  })

  it.each(['Löschen', 'Nachricht … Dann', 'Dann … nie'])('is none where „%s“ is gone', (words) => {
    expect(quoteOf(words)).toBeUndefined()
  })
})
