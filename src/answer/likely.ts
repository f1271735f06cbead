import type { Traits } from './traits.ts'

/**
 * How much each trait speaks for a stretch, found by `npm run eval:quotes` on labelled questions. Only
 * differences count: of the stretches that were read, the likeliest answers.
 */
const weights: Traits = {
  own: 2.48,
  near: 0.98,
  wide: 1.6,
  raised: 1.96,
  raisedByOther: -0.25,
  saidLater: -1.4,
  score: -0.1,
  rank: -0.46,
  next: -0.51,
  nextButOne: -0.94,
  runShare: 1.37,
  sourceShare: 0.62,
  words: 0.87,
  isShort: -0.36,
  two: 0.37,
  three: -1.1,
  leans: 0.02,
  isPart: -0.04,
  isOpen: 0.09,
  asksFirst: -0.93,
  doubtsFirst: 1.56,
  afterQuestion: -0.1,
  isReply: 0.21,
  repliesQuestion: 0.14,
  startsTurn: 0.23,
  endsTurn: 0.15,
  form: 0.66,
  manner: 0.66,
  speaksOfSelf: -0.21,
  denies: 0.39,
  counts: 0.47,
  orders: 0.43,
  advises: 0.13,
  citesLaw: 0.54,
  hedges: -0.1,
  tellsStory: -0.26,
  setsScene: -0.52,
}

/** How likely a stretch answers, as a logarithm; compared with others read for the same question. */
export function likelihood(traits: Traits): number {
  return Object.entries(traits).reduce(
    (sum, [name, value]) => sum + value * (weights[name] ?? 0),
    0,
  )
}
