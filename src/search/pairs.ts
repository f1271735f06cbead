import type { Plan } from './plan.ts'

/** Words of a pair may stand this far apart. */
const near = 5

/** What the pairs of a question are worth that stand close together in a passage. */
export function pairsIn(stems: readonly string[], pairs: Plan['pairs']): number {
  return pairs.reduce((sum, [left, right]) => {
    return sum + (areNear(stems, left.text, right.text) ? (left.worth + right.worth) / 2 : 0)
  }, 0)
}

function areNear(stems: readonly string[], left: string, right: string): boolean {
  for (let at = stems.indexOf(left); at >= 0; at = stems.indexOf(left, at + 1)) {
    const found = stems.slice(Math.max(0, at - near), at + near + 1).indexOf(right)
    if (found >= 0) return true
  }
  return false
}
