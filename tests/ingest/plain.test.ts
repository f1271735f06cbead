import { describe, expect, it } from 'vitest'
import { parseSections } from '../../src/ingest/markdown.ts'
import { plainLine, plainLines } from '../../src/ingest/plain.ts'
import { parseVtt } from '../../src/ingest/vtt.ts'

describe('plainLine', () => {
  it.each([
    ['what sets the title of a terminal', 'a\u001b]0;x\u0007b', 'a]0;xb'],
    ['a C1 control', 'a\u009b31mb', 'a31mb'],
    ['NUL and DEL', 'a\0b\u007fc', 'abc'],
    ['what turns the direction of reading', 'a\u202eb\u202c\u2066c\u2069\u061cd', 'abcd'],
    ['text that is hidden in tags', 'a\u{E0041}\u{E0042}b', 'ab'],
  ])('drops %s', (_, text, plain) => {
    expect(plainLine(text)).toBe(plain)
  })

  it('keeps words apart that white space of any kind parted', () => {
    expect(plainLine(' a\tb\nc\u0085d\u00a0e\u2028f ')).toBe('a b c d e f')
  })
})

describe('plainLines', () => {
  it('keeps the lines', () => {
    expect(plainLines('a\u001b\n\n b ')).toBe('a\nb')
  })
})

describe('importers', () => {
  it('let no control into cues, voices, anchors and headings', () => {
    const hidden = '\u001b]0;x\u0007\u202e'
    const { cues } = parseVtt(
      `WEBVTT\n\n00:00.000 --> 00:02.000\n<v A${hidden}>Guten ${hidden}Tag.\n`,
      'a',
    )
    const sections = parseSections(`## Ein ${hidden}Kapitel\n\nText ${hidden}davon.`, 'T')
    expect(JSON.stringify([cues, sections])).not.toMatch(/\\u00|\u202e/)
  })
})
