import { Buffer } from 'node:buffer'
import { readFileSync } from 'node:fs'
import { inflateSync } from 'node:zlib'
import { z } from 'zod'

/** What was learned for one judgement, as `npm run learn` writes it. */
const Learned = z.strictObject({
  /** Of the texts and the code it was learned with; see `evals/learn.ts`. */
  stamp: z.string(),
  /** Each is answered yes or no. */
  labels: z.array(z.string()),
  /** Of each label: what is added, and how much a weight is whose root is one. */
  bias: z.array(z.number()),
  step: z.array(z.number()),
  /** Each less the one before it, four bytes each, deflated, base64. */
  keys: z.string(),
  /** The root of each weight with its sign, one byte a feature, label by label, in the order of `keys`, deflated, base64. */
  weights: z.string(),
})

export type Learned = z.infer<typeof Learned>

/** The same, ready to be looked up. */
export interface Weights {
  readonly labels: readonly string[]
  readonly bias: readonly number[]
  readonly step: readonly number[]
  readonly rows: ReadonlyMap<number, number>
  readonly table: Int8Array
}

/** The number that stands for a feature: FNV-1a, folded to three bytes. Two seldom share one. */
export function keyOf(feature: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < feature.length; at += 1) {
    hash = Math.imul(hash ^ feature.charCodeAt(at), 0x01000193)
  }
  return ((hash >>> 24) ^ hash) & 0xffffff
}

export function toWeights({ labels, bias, step, keys, weights }: Learned): Weights {
  const gaps = unpacked(keys)
  const rows = new Map<number, number>()
  let key = 0
  for (let at = 0; at < gaps.length; at += 4) {
    key += gaps.readUInt32BE(at)
    rows.set(key, at / 4)
  }
  return { labels, bias, step, rows, table: new Int8Array(unpacked(weights)) }
}

function unpacked(text: string): Buffer {
  return inflateSync(Buffer.from(text, 'base64'))
}

/** What is shipped; one file each beside this one. */
export type Judgement = 'messages' | 'comments' | 'grounds'

const read = new Map<Judgement, Weights>()

/** The shipped weights, read when they are asked for first. */
export function shippedWeights(name: Judgement): Weights {
  const known = read.get(name)
  if (known) return known
  const weights = toWeights(readLearned(name))
  read.set(name, weights)
  return weights
}

export function readLearned(name: Judgement): Learned {
  const file = new URL(`${name}.json`, import.meta.url)
  return Learned.parse(JSON.parse(readFileSync(file, 'utf8')))
}
