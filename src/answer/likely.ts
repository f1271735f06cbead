import type { Traits } from './traits.ts'

/**
 * How much each trait speaks for a stretch, found by `npm run eval:quotes` on labelled questions. Only
 * differences count: of the stretches that were read, the likeliest answers.
 */
const weights: Traits = {
  own: 0.04,
  first: 3.98,
  near: 0.67,
  wide: 1.47,
  raised: 2.17,
  raisedByOther: -0.45,
  raisedElsewhere: 0.36,
  raisedAgo: 0.07,
  saidLater: -0.83,
  isSpoken: 0.59,
  along: -0.07,
  score: -0.04,
  rank: -0.48,
  next: -0.5,
  nextButOne: -0.89,
  runShare: 1.33,
  sourceShare: 0.53,
  words: 0.81,
  isShort: -0.52,
  sentences: -0.5,
  two: -0.16,
  three: -0.89,
  leans: -0.18,
  isPart: -0.44,
  isOpen: 0.25,
  asks: -2.04,
  asksFirst: -0.23,
  doubtsFirst: 1.92,
  afterQuestion: -0.35,
  isReply: -0.13,
  repliesQuestion: 0.01,
  startsTurn: 0.01,
  endsTurn: 0.24,
  form: 0.7,
  manner: 0.84,
  speaksOfSelf: -0.39,
  denies: 0.34,
  counts: 0.46,
  orders: 0.36,
  advises: 0.13,
  citesLaw: 0.58,
  hedges: -0.27,
  tellsStory: -0.21,
  setsScene: -0.51,
}

/** How likely a stretch answers, as a logarithm; compared with others read for the same question. */
export function likelihood(traits: Traits): number {
  return Object.entries(traits).reduce(
    (sum, [name, value]) => sum + value * (weights[name] ?? 0),
    0,
  )
}
