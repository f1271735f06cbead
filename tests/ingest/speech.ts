import fc from 'fast-check'
import type { Cue, Episode } from '../../src/domain/documents.ts'
import { toSourceId } from '../../src/domain/documents.ts'

const word = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.constantFrom('die', 'Datenpanne', 'melden,', 'Presse', 'z. B.', 'Art.', '33'),
  },
  { weight: 3, arbitrary: fc.constantFrom('heute.', 'wirklich?', 'nein!', 'also…') },
  {
    weight: 1,
    arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }).map(visible),
  },
  { weight: 1, arbitrary: fc.constant('x'.repeat(700)) },
)

const utterance = fc.record({
  words: fc.array(word, { minLength: 1, maxLength: 120 }),
  seconds: fc.double({ min: 0, max: 400, noNaN: true }),
  pause: fc.oneof(
    { weight: 5, arbitrary: fc.constant(0) },
    { weight: 1, arbitrary: fc.integer({ min: 0, max: 90 }) },
  ),
  speaker: fc.constantFrom('A', 'B', undefined),
})

/** Cues one after another, as any importer gives them: some long, some dense, some nearly silent. */
export const cuesArbitrary: fc.Arbitrary<readonly Cue[]> = fc
  .array(utterance, { maxLength: 12 })
  .map((utterances) => {
    let now = 0
    return utterances.map(({ words, seconds, pause, speaker }) => {
      const start = now + pause
      now = start + seconds
      return { start, end: now, ...(speaker ? { speaker } : {}), text: words.join(' ') }
    })
  })

/** All that is said, without spaces: a word that is too long may be cut, but no letter may go. */
export function lettersOf(cues: readonly Cue[]): string {
  return cues
    .map((cue) => cue.text)
    .join('')
    .replaceAll(' ', '')
}

export function episodeWith(chapters: readonly number[]): Episode {
  return {
    kind: 'episode',
    id: toSourceId('e1'),
    show: 'Probe',
    title: 'Probe',
    duration: 5000,
    language: 'de',
    speakers: [],
    chapters: chapters.map((start, index) => ({ start, title: `Kapitel ${index + 1}` })),
    example: true,
    notes: '',
  }
}

function visible(text: string): string {
  return text.replace(/\s/gu, '') || 'x'
}
