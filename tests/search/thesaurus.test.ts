import { describe, expect, it } from 'vitest'
import { SourceError } from '../../src/domain/errors.ts'
import { foldedWords } from '../../src/german/words.ts'
import { openGlossary } from '../../src/search/glossary.ts'
import { parseThesaurus, readThesaurus } from '../../src/search/thesaurus-file.ts'

const text = `# Kommentar
sperren | blocken ~ Hausrecht

Stelle | Amt | Behörde
Stelle | Job`

function meantBy(question: string) {
  const glossary = openGlossary([], parseThesaurus(text, 'thesaurus.txt'))
  return Object.fromEntries(
    glossary.meantBy(foldedWords(question)).map(({ word, weight }) => [word, weight]),
  )
}

describe('the thesaurus', () => {
  it('gives other words at less than what the glossary gives, and close ones at half of that', () => {
    expect(meantBy('Darf ich den blocken?')).toEqual({ sperren: 0.6, hausrecht: 0.3 })
  })

  it('says less of each sense where a word has several', () => {
    const { amt = 0, job = 0 } = meantBy('Welche Stelle?')
    expect(amt).toBeCloseTo(0.6 / Math.SQRT2)
    expect(job).toBeCloseTo(amt)
  })

  it('names the line that has one word', () => {
    const trouble = () => parseThesaurus('a | b\nallein', 'thesaurus.txt')
    expect(trouble).toThrow(SourceError)
    expect(catching(trouble)).toMatchObject({ file: 'thesaurus.txt', line: 2 })
  })

  it('comes with the product', () => {
    expect(readThesaurus().length).toBeGreaterThan(1000)
  })
})

function catching(work: () => unknown): unknown {
  try {
    return work()
  } catch (error) {
    return error
  }
}
