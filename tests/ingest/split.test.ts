import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Cue } from '../../src/domain/documents.ts'
import { cueLimits, splitCues, splitText } from '../../src/ingest/split.ts'
import { cuesArbitrary, lettersOf } from './speech.ts'

function cue(end: number, text: string): Cue {
  return { start: 0, end, speaker: 'A', text }
}

const sentence = 'Wir melden die Datenpanne heute noch bei der Aufsicht.'

describe('splitCues', () => {
  it('leaves alone what is short', () => {
    const short = cue(20, sentence)
    expect(splitCues([short])).toEqual([short])
  })

  it('cuts at sentence ends and interpolates the times by characters', () => {
    const text = Array(10).fill(sentence).join(' ')
    const cues = splitCues([cue(40, text)])
    expect(cues.every((piece) => piece.text.endsWith('Aufsicht.'))).toBe(true)
    expect(cues.map((piece) => piece.text).join(' ')).toBe(text)
    expect(cues.every((piece) => piece.speaker === 'A')).toBe(true)
    expect(cues.every(({ start, end }) => end - start >= 3 && end - start <= 20)).toBe(true)
    expect(cues.at(-1)?.end).toBe(40)
    for (const piece of cues) {
      expect(piece.start).toBeCloseTo(
        (40 * text.indexOf(piece.text, Math.round((piece.start / 40) * text.length) - 1)) /
          text.length,
        0,
      )
    }
  })

  it('cuts a sentence that is too long at commas, else between words', () => {
    const clauses = Array(20).fill('und dann haben wir gewartet,').join(' ')
    expect(splitCues([cue(60, clauses)]).every((piece) => piece.text.endsWith(','))).toBe(true)
    const words = Array(100).fill('warten').join(' ')
    const pieces = splitCues([cue(60, words)])
    expect(pieces.map((piece) => piece.text).join(' ')).toBe(words)
    expect(Math.max(...pieces.map((piece) => piece.text.length))).toBeLessThanOrEqual(300)
  })

  it('ends a cue with hardly any text after thirty seconds', () => {
    expect(splitCues([cue(600, '[Musik]')])).toEqual([cue(30, '[Musik]')])
  })

  it('lets the pieces of overlapping cues follow each other by start', () => {
    const long = cue(40, Array(10).fill(sentence).join(' '))
    const starts = splitCues([long, { start: 10, end: 11, text: 'Mhm.' }]).map(({ start }) => start)
    expect(starts).toEqual(starts.toSorted((one, other) => one - other))
  })

  it('loses no word, keeps their order, lets times ascend and keeps the limits', () => {
    fc.assert(
      fc.property(cuesArbitrary, (cues) => {
        const split = splitCues(cues)
        expect(lettersOf(split)).toBe(lettersOf(cues))
        for (const [index, piece] of split.entries()) {
          expect(piece.end).toBeGreaterThanOrEqual(piece.start)
          expect(piece.start).toBeGreaterThanOrEqual(split[index - 1]?.start ?? 0)
          expect(piece.text.length).toBeLessThanOrEqual(cueLimits.characters)
          expect(piece.end - piece.start).toBeLessThanOrEqual(cueLimits.silence + 1e-6)
          expect(piece.text).toBe(piece.text.trim())
          expect(piece.text).not.toBe('')
        }
      }),
    )
  })
})

describe('splitText', () => {
  it('cuts a word only when it is longer than any cue may be', () => {
    expect(splitText('abcdefghij klm nop', 7, 7)).toEqual(['abcdefghij', 'klm nop'])
    expect(splitText('x'.repeat(700), 7, 7).map(({ length }) => length)).toEqual([300, 300, 100])
    expect(splitText('', 4, 4)).toEqual([])
  })
})
