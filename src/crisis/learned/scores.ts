import { redact } from '../../redact.ts'
import type { Feature } from './features.ts'
import { keyOf, type Weights } from './weights.ts'

/** How much speaks for each label; above zero is a yes, about 1 is sure. */
export type Scores = ReadonlyMap<string, number>

export function scoresOf(features: readonly Feature[], weights: Weights): Scores {
  const sums = weights.labels.map(() => 0)
  for (const feature of features) {
    const row = weights.rows.get(keyOf(feature.key))
    if (row === undefined) continue
    for (const at of sums.keys()) sums[at] = (sums[at] ?? 0) + share(weights, { feature, row, at })
  }
  return new Map(
    weights.labels.map((label, at) => [label, (sums[at] ?? 0) + (weights.bias[at] ?? 0)]),
  )
}

interface Place {
  readonly feature: Feature
  readonly row: number
  /** Of the label. */
  readonly at: number
}

function share({ rows, step, table }: Weights, { feature, row, at }: Place): number {
  const root = table[at * rows.size + row] ?? 0
  return feature.value * root * Math.abs(root) * (step[at] ?? 0)
}

/** Words of no more letters tell a person little. */
const shortest = 5

/** How many words are named. */
const named = 3

/**
 * The words of a text that spoke most for a label, the strongest first. Only words of our own lists are
 * named, and none that redaction takes out: so no name gets here.
 */
export function wordsFor(
  label: string,
  { text, features, weights }: { text: string; features: readonly Feature[]; weights: Weights },
): readonly string[] {
  const at = weights.labels.indexOf(label)
  const sums = new Map<string, number>()
  for (const feature of features) {
    const row = weights.rows.get(keyOf(feature.key))
    if (feature.word === undefined || row === undefined) continue
    sums.set(feature.word, (sums.get(feature.word) ?? 0) + share(weights, { feature, row, at }))
  }
  const listed = new Set(features.flatMap(({ key, word }) => (key.startsWith('s ') ? [word] : [])))
  const kept = redact(text).text
  return [...sums]
    .filter(([word, sum]) => sum > 0 && word.length > shortest)
    .filter(([word]) => listed.has(word) && kept.includes(word))
    .toSorted(([, one], [, other]) => other - one)
    .slice(0, named)
    .map(([word]) => word)
}
