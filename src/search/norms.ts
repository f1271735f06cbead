import type { Layout } from './layout.ts'
import type { Recipe } from './recipe.ts'

/** What BM25 sets against the frequency of a term, by passage, chapter and document. */
export interface Norms {
  readonly words: Float32Array
  readonly grams: Float32Array
  readonly chapters: Float32Array
  readonly documents: Float32Array
}

/** Long texts repeat their words: there a repetition counts for longer. */
export const long = { k1: 1.2, b: 0.5 } as const

export function normsOf(layout: Layout, recipe: Recipe): Norms {
  const chapters = summed(layout.words, layout.chapterOf, layout.chapters)
  const documents = summed(layout.words, layout.documentOf, layout.documents.length)
  return {
    words: toNorms(layout.words, recipe),
    grams: toNorms(layout.grams, recipe),
    chapters: toNorms(chapters, long),
    documents: toNorms(documents, long),
  }
}

function summed(lengths: Uint16Array, unitOf: Uint32Array, units: number): Float64Array {
  const sums = new Float64Array(units)
  for (const [at, length] of lengths.entries()) {
    const unit = unitOf[at] ?? 0
    sums[unit] = (sums[unit] ?? 0) + length
  }
  return sums
}

function toNorms(
  lengths: Float64Array | Uint16Array,
  { k1, b }: { readonly k1: number; readonly b: number },
): Float32Array {
  let total = 0
  for (const length of lengths) total += length
  const mean = Math.max(1, total / Math.max(1, lengths.length))
  return Float32Array.from(lengths, (length) => k1 * (1 - b + (b * length) / mean))
}
