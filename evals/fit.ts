import { Buffer } from 'node:buffer'
import { deflateSync } from 'node:zlib'
import type { Feature } from '../src/crisis/learned/features.ts'
import { keyOf, type Learned } from '../src/crisis/learned/weights.ts'
import { learn, type Row } from './linear.ts'

/** A text that is learned from. */
export interface Example {
  readonly id: string
  /** Who wrote it; nothing is measured on texts of somebody who was learned from. */
  readonly author: string
  readonly text: string
  readonly features: readonly Feature[]
  /** Yes or no; one that is not there is not known. */
  readonly answers: Readonly<Record<string, boolean>>
}

/** How it is learned. */
export interface Recipe {
  /** Each with what is added in the end: above zero a yes comes sooner. Chosen over authors left out. */
  readonly labels: Readonly<Record<string, number>>
  readonly cost: number
  /** How many features are kept, those that weigh most. */
  readonly kept: number
}

/** Learns one judgement. The same examples in the same order give the same weights, byte by byte. */
export function weighed(examples: readonly Example[], recipe: Recipe): Omit<Learned, 'stamp'> {
  const names = Object.keys(recipe.labels)
  const known = vocabularyOf(examples)
  const rows = examples.map(({ features }) => toRow(features, known))
  const columns = names.map((name) => {
    const answers = examples.map((one) => toNumber(one.answers[name]))
    return learn({ rows, answers, cost: recipe.cost, features: known.size + 1 })
  })
  const rarities = [...known.values()].map(({ rarity }) => rarity)
  const scaled = columns.map((column) => rarities.map((rarity, at) => rarity * (column[at] ?? 0)))
  const step = scaled.map((column) =>
    Number(
      (column.reduce((most, one) => Math.max(most, Math.abs(one)), 1e-9) / levels ** 2).toPrecision(
        6,
      ),
    ),
  )
  const keys = [...known.keys()]
    .map((key, at) => ({
      key,
      at,
      most: Math.max(...scaled.map((column) => Math.abs(column[at] ?? 0))),
    }))
    .toSorted((one, other) => other.most - one.most || one.key - other.key)
    .slice(0, recipe.kept)
    .toSorted((one, other) => one.key - other.key)
  return {
    labels: names,
    bias: columns.map((column, at) =>
      Number(((column.at(-1) ?? 0) + (recipe.labels[names[at] ?? ''] ?? 0)).toFixed(5)),
    ),
    step,
    keys: packed(gapsOf(keys.map(({ key }) => key))),
    weights: packed(
      scaled.flatMap((column, label) =>
        keys.map(({ at }) => squeezed((column[at] ?? 0) / (step[label] ?? 1)) & 255),
      ),
    ),
  }
}

// Most weights are small: by their roots they keep what they say against the few large ones.
function squeezed(weight: number): number {
  return Math.sign(weight) * Math.round(Math.sqrt(Math.abs(weight)))
}

/** How many steps a root has each way: fewer pack smaller and judge as well. */
const levels = 7

function packed(bytes: readonly number[]): string {
  return deflateSync(Buffer.from(bytes), { level: 9 }).toString('base64')
}

// The first byte of three is mostly nought, which packs to nothing.
function gapsOf(keys: readonly number[]): readonly number[] {
  return keys.flatMap((key, at) => {
    const gap = key - (keys[at - 1] ?? 0)
    return [24, 16, 8, 0].map((shift) => (gap >> shift) & 255)
  })
}

function toNumber(answer: boolean | undefined): number {
  return answer === undefined ? 0 : answer ? 1 : -1
}

interface Known {
  readonly at: number
  /** What is seen in few texts tells more; of senses, marks and rules each counts alike. */
  readonly rarity: number
}

// What one text alone shows, of pieces what two show, is chance: left out before learning, it leaves what it
// would have told to the others; cut off afterwards it is lost.
function vocabularyOf(examples: readonly Example[]): ReadonlyMap<number, Known> {
  const counts = new Map<string, number>()
  for (const { features } of examples)
    for (const { key } of features) counts.set(key, (counts.get(key) ?? 0) + 1)
  const found = new Map<number, Known>()
  for (const [feature, count] of counts) {
    if (count < (/^[cx] /.test(feature) ? 3 : 2)) continue
    const key = keyOf(feature)
    const rarity = /^[mrsp] /.test(feature) ? 1 : Math.log(1 + examples.length / count) / 3
    if (!found.has(key)) found.set(key, { at: found.size, rarity })
  }
  return found
}

// The last feature is always there.
function toRow(features: readonly Feature[], known: ReadonlyMap<number, Known>): Row {
  const found = features.flatMap(({ key, value }) => {
    const one = known.get(keyOf(key))
    return one ? [{ at: one.at, value: value * one.rarity }] : []
  })
  const all = [...found, { at: known.size, value: 1 }]
  return {
    at: Int32Array.from(all, ({ at }) => at),
    value: Float64Array.from(all, ({ value }) => value),
  }
}
