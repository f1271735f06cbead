import { mean, percentile } from './metrics.ts'
import { openRandom } from './random.ts'

/** A mean difference and the interval it lies in 95 times of a hundred. */
export interface Difference {
  readonly mean: number
  readonly low: number
  readonly high: number
}

const draws = 2000

/**
 * By how much `ours` is better than `theirs` on the same questions: the questions are drawn anew, with
 * repetition, and each draw compares both on the same ones.
 *
 * @see Efron, Tibshirani: An Introduction to the Bootstrap, 1993
 */
export function pairedDifference(ours: readonly number[], theirs: readonly number[]): Difference {
  const differences = ours.map((value, at) => value - (theirs[at] ?? 0))
  const random = openRandom(1)
  const means = Array.from({ length: draws }, () =>
    mean(differences.map(() => differences[Math.floor(random() * differences.length)] ?? 0)),
  )
  return {
    mean: mean(differences),
    low: percentile(means, 0.025),
    high: percentile(means, 0.975),
  }
}

/** `+.021 [+.003, +.040]` */
export function differenceToText({ mean: middle, low, high }: Difference): string {
  return `${signed(middle)} [${signed(low)}, ${signed(high)}]`
}

function signed(value: number): string {
  const digits = Math.abs(value).toFixed(3).replace(/^0/, '')
  return `${value < 0 ? '−' : '+'}${digits}`
}
