import type { Traits } from './traits.ts'

/**
 * How much each trait speaks for a stretch, found by `npm run eval:quotes` on labelled questions. Only
 * differences count: of the stretches that were read, the likeliest answers.
 */
const weights: Traits = {
  own: 1.03,
  first: 2.75,
  near: 0.86,
  wide: 1.61,
  raised: 2,
  raisedByOther: -0.39,
  raisedElsewhere: 0.33,
  raisedAgo: 0.05,
  saidLater: -1.04,
  isSpoken: 0.5,
  along: -0.12,
  score: -0.07,
  rank: -0.47,
  next: -0.53,
  nextButOne: -0.86,
  runShare: 1.28,
  sourceShare: 0.5,
  words: 1.06,
  isShort: -0.29,
  sentences: 0.12,
  two: 0.24,
  three: 0.04,
  leans: 0.11,
  isPart: -0.27,
  isOpen: 0.04,
  asks: -1.75,
  asksFirst: -0.08,
  doubtsFirst: 1.33,
  afterQuestion: -0.1,
  isReply: 0.05,
  repliesQuestion: 0.04,
  startsTurn: 0.25,
  endsTurn: 0.62,
  form: 0.61,
  manner: 0.55,
  speaksOfSelf: -0.26,
  denies: 0.4,
  counts: 0.5,
  orders: 0.42,
  advises: 0.16,
  citesLaw: 0.57,
  hedges: -0.15,
  tellsStory: -0.11,
  setsScene: -0.37,
}

/** How likely a stretch answers, as a logarithm; compared with others read for the same question. */
export function likelihood(traits: Traits): number {
  return Object.entries(traits).reduce(
    (sum, [name, value]) => sum + value * (weights[name] ?? 0),
    0,
  )
}
