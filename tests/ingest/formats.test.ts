import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Cue } from '../../src/domain/documents.ts'
import { SourceError } from '../../src/domain/errors.ts'
import { formatOf, parseTranscript } from '../../src/ingest/formats.ts'
import { understand } from '../../src/ingest/understand.ts'
import { plainCues, writers } from './writers.ts'

describe('every transcript format', () => {
  it.each(writers)(
    'gives back the cues that were written as %s',
    (_, file, write, { speaker, end }) => {
      fc.assert(
        fc.property(plainCues, (all) => {
          const read = parseTranscript(write(all), file).cues
          expect(read.map(({ start, text }) => ({ start, text }))).toEqual(
            all.map(({ start, text }) => ({ start, text })),
          )
          if (end) expect(read.map((cue) => cue.end)).toEqual(all.map((cue) => cue.end))
          if (speaker) {
            expect(read.map((cue) => cue.speaker)).toEqual(all.map((cue) => cue.speaker))
          }
        }),
        { numRuns: 60 },
      )
    },
  )

  it('takes any bytes, or says what is wrong with them', () => {
    const names = [
      'a.vtt',
      'a.json',
      'a.tsv',
      'a.trs',
      'a.html',
      'a.md',
      'a.csv',
      'a.jsonl',
      'a.xml',
    ]
    const openings = [
      '',
      'WEBVTT\n\n',
      '[',
      '{"segments":[',
      'start\tend\ttext\n',
      '<Trans><Turn',
      '<time>1:00</time><p>',
      '<rss><channel>',
      '<feed>',
    ]
    const bytes = fc
      .tuple(
        fc.constantFrom(...openings),
        fc.oneof(
          fc.uint8Array({ maxLength: 200 }),
          fc.json().map((text) => Buffer.from(text)),
        ),
      )
      .map(([opening, rest]) => Buffer.concat([Buffer.from(opening), rest]))
    fc.assert(
      fc.property(bytes, fc.constantFrom(...names), (content, file) => {
        try {
          const found = understand(content, file)
          if (found.kind === 'transcript') expectOrder(found.parsed.cues)
        } catch (error) {
          expect(error).toBeInstanceOf(SourceError)
        }
      }),
      { numRuns: 1500 },
    )
  })

  it('gives ascending times and every word once, however the rows lie', () => {
    fc.assert(
      fc.property(plainCues, fc.infiniteStream(fc.integer({ min: 0, max: 1e6 })), (all, order) => {
        const keys = all.map(() => order.next().value ?? 0)
        const mixed = all.toSorted(
          (one, other) => (keys[all.indexOf(one)] ?? 0) - (keys[all.indexOf(other)] ?? 0),
        )
        const read = parseTranscript(JSON.stringify(mixed), 'a.json').cues
        expectOrder(read)
        expect(read.map(({ text }) => text).toSorted()).toEqual(
          all.map(({ text }) => text).toSorted(),
        )
      }),
    )
  })
})

function expectOrder(all: readonly Cue[]): void {
  for (const [index, cue] of all.entries()) {
    expect(cue.end).toBeGreaterThanOrEqual(cue.start)
    expect(cue.start).toBeGreaterThanOrEqual(all[index - 1]?.start ?? 0)
  }
}

describe('formatOf', () => {
  it('does not take a list of chapters in a post for a transcript', () => {
    const post =
      'Heute geht es um Pannen.\n\n(00:00:00) Begrüßung\n(00:06:46) Meldefrist\n(00:20:00) Ende\n'
    expect(formatOf(post)).toBeUndefined()
  })

  it('reads a transcript that has the wrong ending', () => {
    const text = 'WEBVTT\n\n00:01.000 --> 00:02.000\nHallo zusammen\n'
    expect(parseTranscript(text, 'a.srt').cues).toHaveLength(1)
  })

  it('refuses text without times rather than inventing some', () => {
    expect(() => parseTranscript('Nur Text.', 'a.txt')).toThrow(SourceError)
  })
})
