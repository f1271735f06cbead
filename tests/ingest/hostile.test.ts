import { describe, expect, it } from 'vitest'
import { sentences } from '../../src/german/sentences.ts'
import { chunk } from '../../src/ingest/chunk.ts'
import { parseSections } from '../../src/ingest/markdown.ts'
import { splitCues } from '../../src/ingest/split.ts'
import { parseVtt } from '../../src/ingest/vtt.ts'
import { episodeWith } from './speech.ts'

// What takes time by the square takes minutes at this length, and the rest far less than a second.
const length = 300_000
const patience = 5_000

function repeated(piece: string): string {
  return piece.repeat(length / piece.length)
}

function ms(work: () => unknown): number {
  const began = performance.now()
  work()
  return performance.now() - began
}

describe('an importer takes time in proportion to the file', () => {
  it.each([
    '<!--',
    '<a',
    '<script',
    '<script>',
    '<script></style>',
    '<div>\n<b',
    '{%',
    '{{',
    '{:',
    '`a',
    '```\na\n',
    '~~~',
    '<p',
    '</',
  ])('Markdown of %j', (piece) => {
    expect(ms(() => parseSections(repeated(piece), 'T'))).toBeLessThan(patience)
  })

  it.each(['1\n\n', 'a\n\n', '<', '&', 'NOTE\n'])('WebVTT of %j', (piece) => {
    const text = `WEBVTT\n\n00:00.000 --> 00:02.000\nText.\n\n${repeated(piece)}\nx`
    expect(ms(() => parseVtt(text, 'a'))).toBeLessThan(patience)
  })

  it.each(['.', '. ', ".'", '…!', 'a.'])('a sentence of %j', (piece) => {
    expect(ms(() => sentences(`${repeated(piece)}x`))).toBeLessThan(patience)
  })

  it('cues of one letter, all at one time', () => {
    const cues = Array.from({ length: 100_000 }, () => ({ start: 1, end: 1, text: 'a' }))
    const about = episodeWith([])
    expect(ms(() => chunk({ about, cues: splitCues(cues) }))).toBeLessThan(patience)
  })

  it('as many chapters as cues', () => {
    const starts = Array.from({ length: 30_000 }, (_, at) => at)
    const cues = starts.map((start) => ({ start, end: start + 1, text: 'a' }))
    expect(ms(() => chunk({ about: episodeWith(starts), cues }))).toBeLessThan(patience)
  })
})
