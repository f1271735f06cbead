import { describe, expect, it } from 'vitest'
import { sentences } from '../../src/german/sentences.ts'
import { chunk } from '../../src/ingest/chunk.ts'
import { parseSections } from '../../src/ingest/markdown.ts'
import { splitCues } from '../../src/ingest/split.ts'
import { parseVtt } from '../../src/ingest/vtt.ts'
import { growthOf, inProportion } from '../growth.ts'
import { episodeWith } from './speech.ts'

function growthWith(piece: string, read: (text: string) => unknown): number {
  return growthOf((size) => read(piece.repeat(size / piece.length)))
}

describe('an importer costs at most in proportion to the file', () => {
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
    expect(growthWith(piece, (text) => parseSections(text, 'T'))).toBeLessThan(inProportion)
  })

  it.each(['1\n\n', 'a\n\n', '<', '&', 'NOTE\n'])('WebVTT of %j', (piece) => {
    const growth = growthWith(piece, (text) =>
      parseVtt(`WEBVTT\n\n00:00.000 --> 00:02.000\nText.\n\n${text}\nx`, 'a'),
    )
    expect(growth).toBeLessThan(inProportion)
  })

  it.each(['.', '. ', ".'", '…!', 'a.'])('a sentence of %j', (piece) => {
    expect(growthWith(piece, (text) => sentences(`${text}x`))).toBeLessThan(inProportion)
  })

  it('cues of one letter, all at one time', () => {
    const about = episodeWith([])
    const growth = growthOf((size) => {
      const cues = Array.from({ length: size }, () => ({ start: 1, end: 1, text: 'a' }))
      return chunk({ about, cues: splitCues(cues) })
    }, 8000)
    expect(growth).toBeLessThan(inProportion)
  })

  it('as many chapters as cues', () => {
    const growth = growthOf((size) => {
      const starts = Array.from({ length: size }, (_, at) => at)
      const cues = starts.map((start) => ({ start, end: start + 1, text: 'a' }))
      return chunk({ about: episodeWith(starts), cues })
    }, 8000)
    expect(growth).toBeLessThan(inProportion)
  })
})
