import { expect, it } from 'vitest'
import { lesserWords } from '../../src/german/nouns.ts'

const lesser = (text: string) => [...lesserWords(text)]

it('tells nouns by their capitals within a sentence', () => {
  expect(lesser('Wie lange halten sich Besucher im Meetup?')).toEqual([
    'lange',
    'halten',
    'sich',
    'im',
  ])
})

it('knows nothing of the first word of a sentence', () => {
  expect(lesser('Der Plan steht. Reicht das dem Amt?')).toEqual(['steht', 'das', 'dem'])
})

it('is silent where a text has no capitals, and of a word that is written both ways', () => {
  expect(lesser('wie lange dauert das')).toEqual([])
  expect(lesser('')).toEqual([])
  expect(lesser('wir Posten, und posten den Plan')).toEqual(['und', 'den'])
})
