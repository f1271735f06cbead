import { chapterAt } from '../domain/documents.ts'
import { isSpoken, type Passage } from '../domain/passage.ts'
import { grams } from '../german/grams.ts'
import { stem } from '../german/stem.ts'
import { foldedWords } from '../german/words.ts'

/** What is compared: stems, pieces of four letters, and the stems of the titles above a passage. */
export interface Fields {
  readonly words: readonly string[]
  readonly grams: readonly string[]
  readonly heads: readonly string[]
}

/** The fields of a passage. Stop words stay in: questions may hold nothing else. */
export function fieldsOf(passage: Passage): Fields {
  const folded = foldedWords(passage.text)
  return {
    words: folded.map(stem),
    grams: folded.flatMap(grams),
    heads: foldedWords(headsOf(passage)).map(stem),
  }
}

function headsOf(passage: Passage): string {
  if (!isSpoken(passage)) return `${passage.about.title} ${passage.section.heading}`
  const chapter = chapterAt(passage.about, passage.cues[0].start)
  return `${passage.about.title} ${chapter?.title ?? ''}`
}
