import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SourceError } from '../../src/domain/errors.ts'
import { parseFrontMatter } from '../../src/front-matter.ts'
import { parseAssemblyai } from '../../src/ingest/assemblyai.ts'
import { parseSections } from '../../src/ingest/markdown.ts'
import { parseShows } from '../../src/ingest/shows.ts'
import { parseSrt } from '../../src/ingest/srt.ts'
import { parseVtt } from '../../src/ingest/vtt.ts'

// Pieces of which damaged files are made.
const piece = fc.oneof(
  fc.constantFrom(
    'WEBVTT',
    '\n',
    '\r\n',
    '\n\n',
    '-->',
    ' --> ',
    '00:01.000',
    '00:00:02,500',
    '1',
    'NOTE',
  ),
  fc.constantFrom(
    'STYLE',
    '<v A>',
    '</v>',
    '<',
    '>',
    '&',
    '&amp;',
    '&#x110000;',
    '<c.',
    '---',
    ': ',
    '- ',
    '"',
  ),
  fc.constantFrom(
    '{',
    '}',
    '[',
    ']',
    '{{',
    '%}',
    '```',
    '`',
    '|',
    '# ',
    '<noscript>',
    '\\',
    '\uFEFF',
    '\uD800',
  ),
  fc.string({ unit: 'binary', maxLength: 6 }),
)
const anyText = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''))

describe('every importer', () => {
  it.each<[string, (text: string) => unknown]>([
    ['WebVTT', (text) => parseVtt(`WEBVTT\n\n${text}`, 'a')],
    ['SubRip', (text) => parseSrt(text, 'a')],
    ['AssemblyAI', (text) => parseAssemblyai(text, 'a')],
    ['Markdown', (text) => parseSections(text, 'Titel')],
    ['front matter', (text) => parseFrontMatter(`---\n${text}\n---\n`, 'a')],
    ['sources.yaml', (text) => parseShows(text, 'a')],
  ])('reads any text as %s, or says where it is wrong', (_, parse) => {
    fc.assert(
      fc.property(anyText, (text) => {
        try {
          parse(text)
        } catch (error) {
          expect(error).toBeInstanceOf(SourceError)
          if (!(error instanceof SourceError)) return
          expect(error.line ?? 1).toBeGreaterThanOrEqual(1)
          expect(error.line ?? 1).toBeLessThanOrEqual(text.split(/\r\n|\r|\n/).length + 3)
        }
      }),
      { numRuns: 500 },
    )
  })
})
