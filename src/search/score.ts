import { surroundings } from './around.ts'
import type { Inverted, Postings } from './inverted.ts'
import type { Layout } from './layout.ts'
import type { Norms } from './norms.ts'
import type { Plan, Term } from './plan.ts'
import type { Recipe } from './recipe.ts'
import type { Field } from './terms.ts'

/** What scoring needs of an opened index. */
export interface Ground {
  readonly layout: Layout
  readonly inverted: Inverted
  readonly norms: Norms
}

/**
 * What every passage reaches, in the order of the layout; 0 for one that holds nothing of the question.
 * BM25 over words and over pieces of words, and a little for titles, for neighbours, and for the
 * chapter and the document it stands in.
 */
export function scoreAll(plan: Plan, ground: Ground, recipe: Recipe): Float64Array {
  const { layout, norms, inverted } = ground
  const sums = new Float64Array(layout.count)
  const each = (field: Field, use: (found: Postings, term: Term) => void) => {
    for (const term of plan[field]) {
      const found = inverted.find(field, term.text)
      if (found) use(found, term)
    }
  }
  const most = recipe.k1 + 1
  each('words', (found, { worth }) => addFrequent(sums, found, most * worth, norms.words))
  if (recipe.grams > 0) {
    const gram = most * recipe.grams
    each('grams', (found, { worth }) => addFrequent(sums, found, gram * worth, norms.grams))
  }
  if (recipe.heads > 0)
    each('heads', (found, { worth }) => addPresent(sums, found, recipe.heads * worth))
  if (recipe.headGrams > 0) {
    each('headGrams', (found, { worth }) => addPresent(sums, found, recipe.headGrams * worth))
  }
  // What surrounds a passage speaks for it only where it says something itself.
  const around = surroundings(plan, ground, recipe)
  return sums.map((sum, at) => (sum > 0 ? sum + (around[at] ?? 0) : 0))
}

function addFrequent(
  sums: Float64Array,
  { at, times }: Postings,
  worth: number,
  norms: Float32Array,
): void {
  for (let index = 0; index < at.length; index += 1) {
    const passage = at[index] ?? 0
    const often = times[index] ?? 0
    sums[passage] = (sums[passage] ?? 0) + (worth * often) / (often + (norms[passage] ?? 0))
  }
}

function addPresent(sums: Float64Array, { at }: Postings, worth: number): void {
  for (const passage of at) sums[passage] = (sums[passage] ?? 0) + worth
}
