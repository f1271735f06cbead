import { chapterAt, speakerLabel } from '../domain/documents.ts'
import { isSpoken, type Passage } from '../domain/passage.ts'
import { grams } from '../german/grams.ts'
import { stem } from '../german/stem.ts'
import { foldedWords } from '../german/words.ts'

/** The kinds of terms, each with lists of its own; the letter stands in front of a term in the file. */
export const fieldLetters = { words: 'w', grams: 'g', heads: 'h', headGrams: 'i' } as const

export const fields = ['words', 'grams', 'heads', 'headGrams'] as const

export type Field = (typeof fields)[number]

/**
 * What is compared: stems and pieces of four letters, of a passage and of the titles above it. Stop
 * words stay in: questions may hold nothing else.
 */
export type Fields = Readonly<Record<Field, readonly string[]>>

export function fieldsOf(passage: Passage): Fields {
  const folded = foldedWords(passage.text)
  const heads = foldedWords(headsOf(passage))
  return {
    words: folded.map(stem),
    grams: folded.flatMap(grams),
    heads: heads.map(stem),
    headGrams: heads.flatMap(grams),
  }
}

/** The chapter a passage stands in, as a name within its document. */
export function chapterOf(passage: Passage): string {
  if (!isSpoken(passage)) return `${passage.section.number}`
  return `${chapterAt(passage.about, passage.cues[0].start)?.start ?? -1}`
}

function headsOf(passage: Passage): string {
  if (!isSpoken(passage)) return `${passage.about.title} ${passage.section.heading}`
  const chapter = chapterAt(passage.about, passage.cues[0].start)
  const voices = new Set(passage.cues.map(({ speaker }) => speakerLabel(passage.about, speaker)))
  return [passage.about.title, chapter?.title, ...voices].filter(Boolean).join(' ')
}
