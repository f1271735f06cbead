import { DatabaseSync } from 'node:sqlite'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ceiling, coverage, type Plan, rarity, score, type Term } from '../../src/search/score.ts'

const word = fc.constantFrom(...'abcdefghij')
const passages = fc.array(fc.array(word, { minLength: 1, maxLength: 12 }), {
  minLength: 2,
  maxLength: 8,
})

function term(text: string, idf = 1): Term {
  return { text, weight: 1, idf, proposes: true }
}

function plan(words: readonly Term[]): Plan {
  return { words, grams: [], pairs: [], asked: [] }
}

function scored(words: readonly string[]) {
  return { words, grams: [], heads: [], around: [] }
}

describe('score', () => {
  it('ranks single words as SQLite ranks them', () => {
    // FTS5 fixes k1 1.2 and b .75, ours are .9 and .4; with one term and equal lengths both only
    // ask how often it occurs, so the order must be the same.
    fc.assert(
      fc.property(passages, word, (texts, wanted) => {
        const equal = texts.map((text) => [...text, ...Array<string>(12 - text.length).fill('z')])
        const database = new DatabaseSync(':memory:')
        database.exec('CREATE VIRTUAL TABLE t USING fts5(words)')
        const insert = database.prepare('INSERT INTO t (rowid, words) VALUES (?, ?)')
        for (const [at, text] of equal.entries()) insert.run(at + 1, text.join(' '))
        const theirs = database
          .prepare('SELECT rowid FROM t WHERE t MATCH ? ORDER BY bm25(t), rowid')
          .all(wanted)
          .map((row) => Number(row['rowid']) - 1)
        database.close()
        const asked = plan([term(wanted)])
        const ours = equal
          .map((text, at) => ({ at, value: score(scored(text), asked, { words: 12, grams: 1 }) }))
          .filter(({ value }) => value > 0)
          .toSorted((a, b) => b.value - a.value || a.at - b.at)
          .map(({ at }) => at)
        expect(ours).toEqual(theirs)
      }),
      { numRuns: 60 },
    )
  })

  it('is BM25 with k1 .9 and b .4', () => {
    const asked = plan([term('frist', 2)])
    const value = score(scored(['frist', 'frist', 'tag', 'tag']), asked, { words: 2, grams: 1 })
    expect(value).toBeCloseTo((2 * 2 * 1.9) / (2 + 0.9 * (0.6 + (0.4 * 4) / 2)), 10)
  })

  it('is more than nothing for any term found and never beyond its ceiling', () => {
    const field = fc.array(word, { maxLength: 40 })
    const filled = fc.record({ words: field, grams: field, heads: field, around: field })
    fc.assert(
      fc.property(filled, fc.array(word, { minLength: 1, maxLength: 6 }), (passage, asked) => {
        const terms = asked.map((text, at) => term(text, 1 + at))
        const pairs = terms.slice(1).map((right, at) => [terms[at] ?? right, right] as const)
        const full: Plan = { words: terms, grams: terms, pairs, asked: [] }
        const value = score(passage, full, { words: 6, grams: 6 })
        const held = new Set(Object.values(passage).flat())
        expect(value > 0).toBe(asked.some((text) => held.has(text)))
        expect(value).toBeLessThanOrEqual(ceiling(full))
      }),
    )
  })

  it('comes near its ceiling where words, pieces, titles, neighbours and pairs are all there', () => {
    const terms = [term('frist'), term('wochenend')]
    const [left, right] = [term('frist'), term('wochenend')]
    const full: Plan = { words: terms, grams: terms, pairs: [[left, right]], asked: [] }
    const many = Array<readonly string[]>(2000).fill(['frist', 'wochenend']).flat()
    const passage = { words: many, grams: many, heads: many, around: many }
    const lengths = { words: many.length, grams: many.length }
    const share = score(passage, full, lengths) / ceiling(full)
    expect(share).toBeGreaterThan(0.99)
    expect(share).toBeLessThanOrEqual(1)
  })

  it('counts titles, neighbours and words side by side a little', () => {
    const [left, right] = [term('frist'), term('wochenend')]
    const asked: Plan = { words: [left, right], grams: [], pairs: [[left, right]], asked: [] }
    const lengths = { words: 3, grams: 1 }
    const far = scored(['frist', 'a', 'b', 'c', 'd', 'e', 'f', 'wochenend'])
    const near = scored(['frist', 'wochenend', 'a', 'b', 'c', 'd', 'e', 'f'])
    expect(score(near, asked, lengths)).toBeGreaterThan(score(far, asked, lengths))
    const bare = scored(['a'])
    expect(score({ ...bare, heads: ['frist'] }, asked, lengths)).toBeGreaterThan(0)
    expect(score({ ...bare, around: ['frist'] }, asked, lengths)).toBeGreaterThan(0)
  })

  it('is nothing for a question without terms', () => {
    expect(score(scored(['a']), plan([]), { words: 1, grams: 1 })).toBe(0)
    expect(ceiling(plan([]))).toBe(0)
  })
})

it('takes a word that every passage has for worth nothing much, and never for less', () => {
  expect(rarity(100, 100)).toBeGreaterThanOrEqual(0)
  expect(rarity(100, 1)).toBeGreaterThan(rarity(100, 50))
})

describe('coverage', () => {
  const plan: Plan = {
    words: [],
    grams: [],
    pairs: [],
    asked: [
      { stem: 'pann', pieces: ['pann', 'anne'], idf: 1 },
      {
        stem: 'currywurst',
        pieces: ['curr', 'urry', 'rryw', 'rywu', 'ywur', 'wurs', 'urst'],
        idf: 3,
      },
    ],
  }
  const held = (words: readonly string[], grams: readonly string[] = []) =>
    coverage({ words, grams, heads: [], around: [] }, plan)

  it('weighs rare words more', () => {
    expect(held([])).toBe(0)
    expect(held(['pann'])).toBe(0.25)
    expect(held(['currywurst'])).toBe(0.75)
    expect(held(['pann', 'currywurst'])).toBe(1)
  })

  it('counts a word in a compound, and not the pieces that come by chance', () => {
    expect(held([], ['aten', 'tenp', 'enpa', 'npan', 'pann', 'anne'])).toBeCloseTo(0.2)
    expect(held([], ['wurs', 'urst', 'curr'])).toBe(0)
  })

  it('is whole where nothing was asked', () => {
    expect(coverage({ words: [], grams: [], heads: [], around: [] }, { ...plan, asked: [] })).toBe(
      1,
    )
  })
})
