import type { Postings } from './inverted.ts'
import type { Layout } from './layout.ts'
import { long } from './norms.ts'
import { type Plan, rarity } from './plan.ts'
import type { Recipe } from './recipe.ts'
import type { Ground } from './score.ts'

/** Passages before and after one that lend it a little evidence. */
const reach = 2

/** What the neighbours, the chapter and the document of every passage say about the question. */
export function surroundings(plan: Plan, ground: Ground, recipe: Recipe): Float64Array {
  const { layout, norms, inverted } = ground
  const lent = new Float64Array(layout.count)
  const chapters = new Float64Array(layout.chapters)
  const documents = new Float64Array(layout.documents.length)
  const seen = new Uint16Array(layout.count)
  for (const [at, { text, worth, weight, isContent }] of plan.words.entries()) {
    const found = isContent ? inverted.find('words', text) : undefined
    if (!found) continue
    if (recipe.around > 0)
      lend(lent, found, { worth: recipe.around * worth, layout, seen, mark: at + 1 })
    addUnits(chapters, found, { unitOf: layout.chapterOf, norms: norms.chapters, worth })
    const rare = weight * rarity(layout.documents.length, found.documents)
    addUnits(documents, found, { unitOf: layout.documentOf, norms: norms.documents, worth: rare })
  }
  return lent.map((own, at) => {
    const chapter = chapters[layout.chapterOf[at] ?? 0] ?? 0
    const document = documents[layout.documentOf[at] ?? 0] ?? 0
    return own + recipe.chapter * chapter + recipe.document * document
  })
}

interface Lending {
  readonly worth: number
  readonly layout: Layout
  /** By passage: the last term it was lent, so that none is lent twice. */
  readonly seen: Uint16Array
  readonly mark: number
}

function lend(lent: Float64Array, { at }: Postings, { worth, layout, seen, mark }: Lending): void {
  for (const passage of at) {
    const { start, end } = stretchOf(passage, layout)
    for (let near = start; near <= end; near += 1) {
      if (near === passage || seen[near] === mark) continue
      seen[near] = mark
      lent[near] = (lent[near] ?? 0) + worth
    }
  }
}

function stretchOf(passage: number, layout: Layout): { start: number; end: number } {
  const document = layout.documents[layout.documentOf[passage] ?? 0]
  const { start = 0, count = 0 } = document ?? {}
  return {
    start: Math.max(start, passage - reach),
    end: Math.min(start + count - 1, passage + reach),
  }
}

interface Units {
  readonly unitOf: Uint32Array
  readonly norms: Float32Array
  readonly worth: number
}

// Passages come in order, so those of one unit stand side by side.
function addUnits(
  sums: Float64Array,
  { at, times }: Postings,
  { unitOf, norms, worth }: Units,
): void {
  let [unit, often] = [-1, 0]
  const close = () => {
    if (unit < 0) return
    const reached = ((long.k1 + 1) * worth * often) / (often + (norms[unit] ?? 0))
    sums[unit] = (sums[unit] ?? 0) + reached
  }
  for (let index = 0; index < at.length; index += 1) {
    const next = unitOf[at[index] ?? 0] ?? 0
    if (next !== unit) {
      close()
      unit = next
      often = 0
    }
    often += times[index] ?? 0
  }
  close()
}
