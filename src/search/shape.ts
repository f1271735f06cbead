import type { Passage } from '../domain/passage.ts'
import { chapterOf, type Fields } from './terms.ts'

/** What scoring must know of a passage beside its terms: lengths in terms, and its chapter. */
interface Measure {
  readonly words: number
  readonly grams: number
  readonly chapter: number
}

const values = 3
const most = 0xff_ff

/** The passages of a document in few bytes: three numbers of 16 bits for each. */
export function encodeShape(passages: readonly Passage[], fields: readonly Fields[]): Uint8Array {
  const numbers = new Uint16Array(passages.length * values)
  let [chapter, name] = [-1, '']
  for (const [at, passage] of passages.entries()) {
    const next = chapterOf(passage)
    if (at === 0 || next !== name) chapter += 1
    name = next
    const { words, grams } = fields[at] ?? { words: [], grams: [] }
    const measures = [words.length, grams.length, chapter].map((value) => Math.min(value, most))
    numbers.set(measures, at * values)
  }
  return new Uint8Array(numbers.buffer)
}

/** Reads what `encodeShape` wrote. */
export function decodeShape(bytes: Uint8Array): readonly Measure[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return Array.from({ length: Math.floor(bytes.length / (2 * values)) }, (_, at) => {
    const value = (which: number) => view.getUint16(2 * (at * values + which), true)
    return { words: value(0), grams: value(1), chapter: value(2) }
  })
}
