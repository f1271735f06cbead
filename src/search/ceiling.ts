import type { Plan, Term } from './plan.ts'
import type { Recipe } from './recipe.ts'

/**
 * The most a passage could score for this question by itself: every term fills it and stands in its
 * titles and beside it, and every pair meets. 0 for no terms.
 */
export function ceiling({ words, grams, pairs }: Plan, recipe: Recipe): number {
  const most = (terms: readonly Term[]) => terms.reduce((sum, { worth }) => sum + worth, 0)
  const met = pairs.reduce((sum, [left, right]) => sum + (left.worth + right.worth) / 2, 0)
  return (
    (recipe.k1 + 1) * (most(words) + recipe.grams * most(grams)) +
    (recipe.heads + recipe.around) * most(words) +
    recipe.pairs * met
  )
}
