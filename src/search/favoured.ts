import type { Episode, Post } from '../domain/documents.ts'
import type { NamedSource } from '../german/named-source.ts'
import type { Layout } from './layout.ts'
import type { Plan } from './plan.ts'
import type { Recipe } from './recipe.ts'
import type { Shelf } from './shelf.ts'

interface Wish {
  readonly plan: Plan
  readonly layout: Layout
  readonly recipe: Recipe
}

/** The scores, with passages favoured whose episode or time the question names. */
export function favoured(scores: Float64Array, { abouts }: Shelf, wish: Wish): Float64Array {
  const { plan, layout, recipe } = wish
  const { source } = plan
  if (recipe.named === 0 || (source.numbers.size === 0 && !source.period)) return scores
  const isNamed = layout.documents.map(({ id }) => matches(abouts.get(id), source))
  return scores.map((score, at) => {
    return isNamed[layout.documentOf[at] ?? 0] ? score * (1 + recipe.named) : score
  })
}

function matches(about: Episode | Post | undefined, { numbers, period }: NamedSource): boolean {
  if (!about) return false
  if (about.kind === 'episode' && about.number !== undefined && numbers.has(about.number))
    return true
  const day = about.published?.slice(0, 10) ?? ''
  return period !== undefined && day >= period.from && day <= period.to
}
