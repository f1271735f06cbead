import { describe, expect, it } from 'vitest'
import { planQuery, type Statistics } from '../../src/search/plan.ts'

const statistics: Statistics = { passages: 100, containing: () => 10 }

function wordsOf(text: string, earlier: readonly string[] = []) {
  const { words } = planQuery({ text, earlier }, statistics)
  return new Map(words.map((word) => [word.text, word]))
}

describe('planQuery', () => {
  it('lets content, the thread and the words of answers propose passages, and grammar not', () => {
    const words = wordsOf('Wie schnell muss die Meldung raus?', ['Gibt es eine Panne?'])
    const proposing = [...words.values()].filter((word) => word.proposes).map(({ text }) => text)
    expect(proposing).toEqual(expect.arrayContaining(['schnell', 'meldung', 'pann', 'frist']))
    for (const grammar of ['wie', 'muss', 'die', 'es']) expect(proposing).not.toContain(grammar)
    expect(words.get('wie')?.weight).toBe(0.3)
  })

  it('adds the words that answers use, at little weight, where the question has their form', () => {
    expect(wordsOf('Wie schnell melden?').get('frist')?.weight).toBe(0.25)
    expect(wordsOf('Wer meldet?').has('frist')).toBe(false)
  })

  it('counts a word said twice once, by its heavier mention', () => {
    expect(wordsOf('Meldung', ['Meldung Panne']).get('meldung')?.weight).toBe(1)
    expect(wordsOf('Telefon', ['Meldung Panne']).get('meldung')?.weight).toBe(0.4)
    expect(wordsOf('Ab wann läuft die Frist?').get('frist')?.weight).toBe(1)
  })

  it('looks back no further than two messages', () => {
    const words = wordsOf('Telefon', ['Panne', 'Meldung', 'Presse'])
    expect(words.has('pann')).toBe(false)
    expect(words.has('press')).toBe(true)
  })

  it('pairs content words that stand side by side once grammar is left out', () => {
    const { pairs } = planQuery({ text: 'Frist der Meldung', earlier: [] }, statistics)
    expect(pairs.map((pair) => pair.map((word) => word.text))).toEqual([['frist', 'meldung']])
  })
})
