import type { Scores } from '../learned/scores.ts'
import type { Ground } from './ground.ts'

/**
 * Red is many things: what makes a threat is not what makes an insult. So each is learned by itself too, under
 * its name here, and one that is sure is enough.
 */
export const redKinds: ReadonlyMap<string, readonly Ground[]> = new Map([
  ['does harm', ['threat', 'incitement', 'coercion']],
  ['hunts', ['hunt']],
  ['insults', ['insult']],
  ['hates', ['hatred', 'forbidden-sign', 'denial']],
  ['despairs', ['despair']],
  ['sexual', ['sexual', 'child-images']],
  ['slanders', ['slander']],
])

/** Red against all others, and red against green alone: there criticism is told from harm best. */
export const redLabels = ['red', 'red not green'] as const

/** How red a comment is; above zero it is. */
export function rednessOf(scores: Scores): number {
  const all = redLabels.reduce((sum, label) => sum + (scores.get(label) ?? 0), 0)
  return all + anyOf([...redKinds.keys()].map((label) => scores.get(label) ?? 0)) + offset
}

/** Chosen over authors left out. */
const offset = -0.15

const sharpness = 3

// The most of them, and a little more where several are near to it.
function anyOf(all: readonly number[]): number {
  return Math.log(all.reduce((sum, one) => sum + Math.exp(sharpness * one), 0)) / sharpness
}
