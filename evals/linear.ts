import { openRandom } from './random.ts'

/** A text as numbers: which features it has, ascending or not, and how much of each. */
export interface Row {
  readonly at: Int32Array
  readonly value: Float64Array
}

/** What is asked of each row: yes (1), no (-1) or not known (0); `cost` is what a mistake costs. */
interface Lesson {
  readonly rows: readonly Row[]
  readonly answers: readonly number[]
  readonly cost: number
  readonly features: number
}

const rounds = 40
const enough = 1e-3

/**
 * The weights of a linear support vector machine (squared hinge loss, L2), by dual coordinate descent.
 * The same rows in the same order always give the same weights.
 *
 * @see Hsieh et al.: A dual coordinate descent method for large-scale linear SVM, ICML 2008
 */
export function learn({ rows, answers, cost, features }: Lesson): Float64Array {
  const weights = new Float64Array(features)
  const known = rows.flatMap((row, at) => (answers[at] ? [{ row, answer: answers[at] }] : []))
  const slack = 1 / (2 * cost)
  const sizes = known.map(({ row }) => sizeOf(row) + slack)
  const duals = new Float64Array(known.length)
  const random = openRandom(1)
  const order = [...known.keys()]
  for (let round = 0; round < rounds; round += 1) {
    shuffle(order, random)
    let most = 0
    for (const one of order) {
      const { row, answer } = known[one] ?? { row: none, answer: 0 }
      const old = duals[one] ?? 0
      const slope = answer * product(weights, row) - 1 + old * slack
      const dual = Math.max(0, old - slope / (sizes[one] ?? 1))
      duals[one] = dual
      add(weights, row, (dual - old) * answer)
      most = Math.max(most, Math.abs(dual - old))
    }
    if (most < enough) break
  }
  return weights
}

const none: Row = { at: new Int32Array(), value: new Float64Array() }

function sizeOf({ value }: Row): number {
  return value.reduce((sum, one) => sum + one * one, 0)
}

function product(weights: Float64Array, { at, value }: Row): number {
  let sum = 0
  for (let one = 0; one < at.length; one += 1)
    sum += (weights[at[one] ?? 0] ?? 0) * (value[one] ?? 0)
  return sum
}

function add(weights: Float64Array, { at, value }: Row, step: number): void {
  if (step === 0) return
  for (let one = 0; one < at.length; one += 1) {
    const place = at[one] ?? 0
    weights[place] = (weights[place] ?? 0) + step * (value[one] ?? 0)
  }
}

function shuffle(order: number[], random: () => number): void {
  for (let at = order.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1))
    const [one, two] = [order[at] ?? 0, order[other] ?? 0]
    order[at] = two
    order[other] = one
  }
}
