import { describe, expect, it } from 'vitest'
import { sentences } from '../../src/german/sentences.ts'
import { chunk } from '../../src/ingest/chunk.ts'
import { parseSections } from '../../src/ingest/markdown.ts'
import { splitCues } from '../../src/ingest/split.ts'
import { parseVtt } from '../../src/ingest/vtt.ts'
import { episodeWith } from './speech.ts'

// What takes time by the square takes many minutes at this length and runs out of its limit, on the
// slowest machine too; the rest takes a moment.
const length = 300_000
const patience = { timeout: 120_000 }

function repeated(piece: string): string {
  return piece.repeat(length / piece.length)
}

describe('an importer takes time in proportion to the file', patience, () => {
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
    expect(parseSections(repeated(piece), 'T')).toBeDefined()
  })

  it.each(['1\n\n', 'a\n\n', '<', '&', 'NOTE\n'])('WebVTT of %j', (piece) => {
    const text = `WEBVTT\n\n00:00.000 --> 00:02.000\nText.\n\n${repeated(piece)}\nx`
    expect(parseVtt(text, 'a')).toBeDefined()
  })

  it.each(['.', '. ', ".'", '…!', 'a.'])('a sentence of %j', (piece) => {
    expect(sentences(`${repeated(piece)}x`)).toBeDefined()
  })

  it('cues of one letter, all at one time', () => {
    const cues = Array.from({ length: 100_000 }, () => ({ start: 1, end: 1, text: 'a' }))
    const about = episodeWith([])
    expect(chunk({ about, cues: splitCues(cues) })).toBeDefined()
  })

  it('as many chapters as cues', () => {
    const starts = Array.from({ length: 30_000 }, (_, at) => at)
    const cues = starts.map((start) => ({ start, end: start + 1, text: 'a' }))
    expect(chunk({ about: episodeWith(starts), cues })).toBeDefined()
  })
})
