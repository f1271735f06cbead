import type { Evidence, Hit } from '../src/ports.ts'
import { mean } from './metrics.ts'

/** A question that was asked; `found`: a right passage is among the first five. */
export interface Example {
  readonly home: string
  readonly kind: 'found' | 'missed' | 'near' | 'far'
  readonly hits: readonly Hit[]
  readonly features: readonly number[]
}

/** A logistic model over what `featuresOf` gives. */
export interface Model {
  readonly names: readonly string[]
  readonly weights: readonly number[]
  readonly base: number
  score(features: readonly number[]): number
}

const names = ['coverage', 'lead', 'asked'] as const
const none: Evidence = { coverage: 0, lead: 0, asked: 0 }

/** The best of each kind of evidence among the first three. */
export function featuresOf(hits: readonly Hit[]): readonly number[] {
  const best = hits.slice(0, 3).map(({ evidence }) => evidence ?? none)
  return names.map((name) => {
    const value = Math.max(0, ...best.map((evidence) => evidence[name]))
    return name === 'asked' ? Math.log(1 + value) : value
  })
}

/** Both kinds without an answer weigh as much as all that have one; near ones a little more. */
const shares = { found: 1, near: 0.6, far: 0.4, missed: 0 } as const

const steps = 4000
const shrinking = 0.002

/**
 * Fits by gradient descent on standardised features, kept small by a penalty on squares.
 *
 * @see Hastie, Tibshirani, Friedman: The Elements of Statistical Learning, 4.4
 */
export function fitModel(examples: readonly Example[]): Model {
  const used = examples.filter(({ kind }) => shares[kind] > 0)
  const scales = names.map((_, at) => scaleOf(used.map(({ features }) => features[at] ?? 0)))
  const rows = used.map(({ kind, features }) => ({
    values: features.map(
      (value, at) => (value - (scales[at]?.middle ?? 0)) / (scales[at]?.spread ?? 1),
    ),
    target: kind === 'found' ? 1 : 0,
    weight: shares[kind] / used.filter((one) => one.kind === kind).length,
  }))
  let [weights, base] = [names.map(() => 0), 0]
  for (let step = 0; step < steps; step += 1) {
    const slopes = weights.map((weight) => shrinking * weight)
    let slope = 0
    for (const { values, target, weight } of rows) {
      const error = weight * (sigmoid(base + dot(weights, values)) - target)
      for (const [at, value] of values.entries()) slopes[at] = (slopes[at] ?? 0) + error * value
      slope += error
    }
    weights = weights.map((weight, at) => weight - (slopes[at] ?? 0))
    base -= slope
  }
  return unscaled(weights, base, scales)
}

interface Scale {
  readonly middle: number
  readonly spread: number
}

function scaleOf(values: readonly number[]): Scale {
  const middle = mean(values)
  const spread = Math.sqrt(mean(values.map((value) => (value - middle) ** 2)))
  return { middle, spread: spread || 1 }
}

function unscaled(weights: readonly number[], base: number, scales: readonly Scale[]): Model {
  const own = weights.map((weight, at) => weight / (scales[at]?.spread ?? 1))
  const moved =
    base -
    dot(
      own,
      scales.map(({ middle }) => middle),
    )
  return {
    names,
    weights: own,
    base: moved,
    score: (features) => sigmoid(moved + dot(own, features)),
  }
}

function dot(left: readonly number[], right: readonly number[]): number {
  return left.reduce((sum, value, at) => sum + value * (right[at] ?? 0), 0)
}

function sigmoid(value: number): number {
  return 1 / (1 + Math.exp(-value))
}
