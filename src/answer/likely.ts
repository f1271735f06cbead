import type { Traits } from './traits.ts'

/**
 * How much each trait speaks for a stretch, found by `npm run eval:quotes` on labelled questions. Only
 * differences count: of the stretches that were read, the likeliest answers.
 */
const weights: Traits = {
  own: 1,
}

/** How likely a stretch answers, as a logarithm; compared with others read for the same question. */
export function likelihood(traits: Traits): number {
  return Object.entries(traits).reduce(
    (sum, [name, value]) => sum + value * (weights[name] ?? 0),
    0,
  )
}
