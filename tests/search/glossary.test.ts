import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { SourceError } from '../../src/domain/errors.ts'
import { foldedWords } from '../../src/german/words.ts'
import { openGlossary } from '../../src/search/glossary.ts'
import { parseGlossary, readGlossary } from '../../src/search/glossary-file.ts'

const text = `# Kommentar
- { id: bild, kind: synonym, terms: [Bildschirmfoto, Screenshot], related: [Beweis] }
- id: dsb
  kind: abbreviation
  terms: [DSB, Beauftragte für den Datenschutz]
`

function meantBy(question: string) {
  const glossary = openGlossary(parseGlossary(text, 'glossary.yaml'))
  return Object.fromEntries(
    glossary.meantBy(foldedWords(question)).map(({ word, weight }) => [word, weight]),
  )
}

describe('openGlossary', () => {
  it('gives the other words of an entry, the related ones at half the weight', () => {
    expect(meantBy('Wie mache ich Screenshots?')).toEqual({ bildschirmfoto: 1, beweis: 0.5 })
  })

  it('shares the weight of a phrase among its words, and finds it around grammar', () => {
    expect(meantBy('Wer ist unser DSB?')).toEqual({ beauftragte: 0.5, datenschutz: 0.5 })
    expect(meantBy('die Beauftragten des Datenschutzes')).toEqual({ dsb: 1 })
  })

  it('takes a part of a phrase, and what is only related, for nothing', () => {
    expect(meantBy('Datenschutz als Beweis')).toEqual({})
  })
})

function troubleOf(source: string): SourceError {
  try {
    parseGlossary(source, 'glossary.yaml')
  } catch (error) {
    if (error instanceof SourceError) return error
  }
  throw new Error('expected a SourceError')
}

describe('parseGlossary', () => {
  it('names the line and the field of an entry that cannot be used', () => {
    const trouble = troubleOf(text.replace('abbreviation', 'kurz'))
    expect(trouble.line).toBe(3)
    expect(trouble.message).toContain('„kind“')
    expect(troubleOf(`${text}- { id: x, kind: synonym, terms: [] }`).line).toBe(6)
    expect(troubleOf('shows: []').line).toBe(1)
    expect(troubleOf('- [').fix).not.toBe('')
  })

  it('names the second of two entries with one id', () => {
    expect(troubleOf(`${text}- { id: bild, kind: synonym, terms: [Foto] }`).line).toBe(6)
  })

  it('has nothing for an empty file', () => {
    expect(parseGlossary('# noch leer\n', 'glossary.yaml')).toEqual([])
  })
})

describe('readGlossary', () => {
  it('lays the one of the folder over the one that is shipped', () => {
    const folder = mkdtempSync(join(tmpdir(), 'sturmlotse-'))
    expect(readGlossary(folder)).toEqual(readGlossary())
    writeFileSync(join(folder, 'glossary.yaml'), text)
    const both = readGlossary(folder)
    expect(both.filter(({ id }) => id === 'bild')).toHaveLength(1)
    expect(both.length).toBeGreaterThanOrEqual(readGlossary().length)
    writeFileSync(join(folder, 'glossary.yaml'), Buffer.from([0xff, 0xfe, 0x00]))
    expect(() => readGlossary(folder)).toThrow(SourceError)
  })
})
