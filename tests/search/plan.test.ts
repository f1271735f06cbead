import { describe, expect, it } from 'vitest'
import { noGlossary } from '../../src/search/glossary.ts'
import { planQuery, rarity } from '../../src/search/plan.ts'
import { standard } from '../../src/search/recipe.ts'

const known = { passages: 100, containing: () => 10 }
const means = {
  statistics: known,
  spelling: { near: () => [] },
  glossary: noGlossary,
  recipe: standard,
  today: '2026-03-15',
}

function wordsOf(text: string, earlier: readonly string[] = []) {
  const { words } = planQuery({ text, earlier }, means)
  return new Map(words.map((word) => [word.text, word]))
}

describe('planQuery', () => {
  it('tells content, the thread and the words of answers from grammar, which counts little', () => {
    const words = wordsOf('Wie schnell muss die Meldung raus?', ['Gibt es eine Panne?'])
    const content = [...words.values()].filter((word) => word.isContent).map(({ text }) => text)
    expect(content).toEqual(expect.arrayContaining(['schnell', 'meldung', 'pann', 'frist']))
    for (const grammar of ['wie', 'muss', 'die', 'es']) expect(content).not.toContain(grammar)
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
    const { pairs } = planQuery({ text: 'Frist der Meldung', earlier: [] }, means)
    expect(pairs.map((pair) => pair.map((word) => word.text))).toEqual([['frist', 'meldung']])
  })

  it('adds what somebody may have meant by a word no passage has, whole and in pieces', () => {
    const near = (stem: string) => (stem === 'servr' ? [{ text: 'server', likeness: 0.5 }] : [])
    const statistics = {
      passages: 100,
      containing: (_: string, term: string) => (term === 'servr' ? 0 : 10),
    }
    const query = { text: 'redis servr', earlier: [] }
    const { words, grams } = planQuery(query, { ...means, statistics, spelling: { near } })
    const found = words.find(({ text }) => text === 'server')
    expect(found?.weight).toBeCloseTo(standard.spelling * 0.5)
    expect(grams.map(({ text }) => text)).toContain('rver')
    const all = { passages: 100, containing: () => 1 }
    const { words: kept } = planQuery(query, { ...means, statistics: all, spelling: { near } })
    expect(kept.map(({ text }) => text)).toEqual(['redis', 'servr'])
  })
})

it('takes a word that every passage has for worth nothing much, and never for less', () => {
  expect(rarity(100, 100)).toBeGreaterThanOrEqual(0)
  expect(rarity(100, 1)).toBeGreaterThan(rarity(100, 50))
})
