import type { Database } from '../sqlite.ts'
import { decodeShape } from './shape.ts'

/** Every passage of an index by a number of its own, from 0, and where it belongs. */
export interface Layout {
  readonly count: number
  readonly documents: readonly Placed[]
  /** Where a document stands in `documents`, by its number in the file. */
  readonly placeOf: ReadonlyMap<number, number>
  readonly chapters: number
  /** Of each passage: its document, its chapter (numbered through), and its lengths in terms. */
  readonly documentOf: Uint32Array
  readonly chapterOf: Uint32Array
  readonly words: Uint16Array
  readonly grams: Uint16Array
}

/** A document and the stretch of passages that is its own. */
interface Placed {
  readonly id: number
  readonly start: number
  readonly count: number
}

/** Reads how the passages of an index lie: one row a document. */
export function readLayout(database: Database): Layout {
  const rows = database.prepare('SELECT id, shape FROM documents ORDER BY id').all()
  const shapes = rows.map(({ shape }) => (shape instanceof Uint8Array ? decodeShape(shape) : []))
  const count = shapes.reduce((sum, shape) => sum + shape.length, 0)
  const numbers = () => new Uint32Array(count)
  const lengths = () => new Uint16Array(count)
  const of = { documentOf: numbers(), chapterOf: numbers(), words: lengths(), grams: lengths() }
  const documents: Placed[] = []
  let [at, chapters] = [0, 0]
  for (const [place, shape] of shapes.entries()) {
    documents.push({ id: Number(rows[place]?.['id']), start: at, count: shape.length })
    for (const { words, grams, chapter } of shape) {
      of.documentOf[at] = place
      of.chapterOf[at] = chapters + chapter
      of.words[at] = words
      of.grams[at] = grams
      at += 1
    }
    chapters += (shape.at(-1)?.chapter ?? -1) + 1
  }
  const placeOf = new Map(documents.map(({ id }, place) => [id, place]))
  return { count, documents, placeOf, chapters, ...of }
}
