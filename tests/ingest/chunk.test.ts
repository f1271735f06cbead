import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Cue, chapterAt, type Post, toSourceId } from '../../src/domain/documents.ts'
import { isSpoken, type Passage, passageLimits } from '../../src/domain/passage.ts'
import { chunk } from '../../src/ingest/chunk.ts'
import { countWords } from '../../src/ingest/plain.ts'
import { splitCues } from '../../src/ingest/split.ts'
import { cuesArbitrary, episodeWith } from './speech.ts'

const ten = 'eins zwei drei vier fünf sechs sieben acht neun zehn'

function speech(count: number, text: (index: number) => string, seconds = 4): readonly Cue[] {
  return Array.from({ length: count }, (_, index) => ({
    start: index * seconds,
    end: (index + 1) * seconds,
    text: text(index),
  }))
}

function cuesOf(passages: readonly Passage[]): readonly Cue[] {
  return passages.flatMap((passage) => (isSpoken(passage) ? passage.cues : []))
}

function wordsOf(passages: readonly Passage[]): readonly number[] {
  return passages.map(({ text }) => countWords(text))
}

describe('chunk of a transcript', () => {
  const about = episodeWith([])

  it('makes passages of 60 to 90 words that end with a sentence', () => {
    const cues = speech(64, (index) => (index % 4 === 3 ? `${ten}.` : ten))
    const passages = chunk({ about, cues })
    expect(cuesOf(passages)).toEqual(cues)
    expect(passages.every(({ text }) => text.endsWith('.'))).toBe(true)
    expect(wordsOf(passages).every((words) => words >= 60 && words <= 90)).toBe(true)
    expect(passages.map(({ id }) => id)).toEqual(passages.map((_, index) => `e1#${index}`))
  })

  it('prefers the end of a turn', () => {
    const cues = speech(14, () => `${ten}.`).map((cue, index) => ({
      ...cue,
      speaker: index < 8 ? 'A' : 'B',
    }))
    expect(wordsOf(chunk({ about, cues }))).toEqual([80, 60])
  })

  it('never goes across the start of a chapter', () => {
    const cues = speech(12, () => `${ten}.`)
    const passages = chunk({ about: episodeWith([0, 8, 30]), cues })
    expect(passages.map((passage) => (isSpoken(passage) ? passage.cues[0].start : -1))).toEqual([
      0, 8, 32,
    ])
  })

  it('ends before a hole of more than thirty seconds', () => {
    const cues = speech(6, () => `${ten}.`).map((cue, index) => {
      const shift = index < 3 ? 0 : 31
      return { ...cue, start: cue.start + shift, end: cue.end + shift }
    })
    expect(wordsOf(chunk({ about, cues }))).toEqual([30, 30])
  })

  it('lets a tiny rest join the passage before it', () => {
    const cues = [...speech(9, () => `${ten}.`), { start: 36, end: 37, text: 'Tschüss.' }]
    expect(wordsOf(chunk({ about, cues }))).toEqual([91])
  })

  it('makes nothing of nothing', () => {
    expect(chunk({ about, cues: [] })).toEqual([])
  })

  it('has every cue in one passage, in order, within the limits and one chapter', () => {
    const chapters = fc.uniqueArray(fc.integer({ min: 0, max: 2000 }), { maxLength: 6 })
    fc.assert(
      fc.property(cuesArbitrary, chapters, (raw, starts) => {
        const cues = splitCues(raw)
        const episode = episodeWith(starts.toSorted((one, other) => one - other))
        const passages = chunk({ about: episode, cues })
        expect(cuesOf(passages)).toEqual(cues)
        for (const passage of passages.filter(isSpoken)) {
          expect(passage.text).toBe(passage.cues.map((cue) => cue.text).join(' '))
          expect(passage.text.length).toBeLessThanOrEqual(passageLimits.characters)
          const end = Math.max(...passage.cues.map((cue) => cue.end))
          expect(end - passage.cues[0].start).toBeLessThanOrEqual(passageLimits.seconds)
          expect(new Set(passage.cues.map((cue) => chapterAt(episode, cue.start))).size).toBe(1)
        }
      }),
    )
  })
})

describe('chunk of a post', () => {
  const about: Post = {
    kind: 'post',
    id: toSourceId('b1'),
    title: 'Probe',
    language: 'de',
    example: true,
  }

  function chunkText(text: string): readonly Passage[] {
    return chunk({ about, sections: [{ anchor: 'a', heading: 'A', number: 1, text }] })
  }

  it('keeps a short section whole, its lines too', () => {
    const [passage, ...others] = chunkText('Erster Absatz.\nEin Punkt der Liste')
    expect(others).toEqual([])
    expect(passage).toMatchObject({
      id: 'b1#0',
      text: 'Erster Absatz.\nEin Punkt der Liste',
      section: {
        anchor: 'a',
        heading: 'A',
        number: 1,
        text: 'Erster Absatz.\nEin Punkt der Liste',
      },
    })
  })

  it('cuts at paragraphs and then at sentences', () => {
    const paragraph = Array(8).fill(`${ten}.`).join(' ')
    expect(wordsOf(chunkText([paragraph, paragraph, paragraph].join('\n')))).toEqual([80, 80, 80])
    const parts = chunkText(Array(30).fill(`Satz ${ten}.`).join(' '))
    expect(parts.every(({ text }) => text.endsWith('zehn.'))).toBe(true)
    expect(wordsOf(parts).every((words) => words >= 60 && words <= 110)).toBe(true)
  })

  it('loses no word and keeps the limit', () => {
    const line = cuesArbitrary.map((cues) => cues.map((cue) => cue.text).join(' '))
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 4 }), (lines) => {
        const text = lines.filter(Boolean).join('\n')
        const parts = text === '' ? [] : chunkText(text)
        expect(
          parts
            .map((part) => part.text)
            .join('')
            .replace(/\s/gu, ''),
        ).toBe(text.replace(/\s/gu, ''))
        expect(
          parts.every((part) => part.text.length <= passageLimits.characters && part.text !== ''),
        ).toBe(true)
      }),
    )
  })
})
