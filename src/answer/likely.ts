import type { Traits } from './traits.ts'

/**
 * How much each trait speaks for a stretch, found by `npm run eval:quotes` on labelled questions. Only
 * differences count: of the stretches that were read, the likeliest answers.
 */
const weights: Traits = {
  own: 2.39,
  near: 0.89,
  wide: 1.58,
  raised: 1.82,
  raisedByOther: -0.2,
  saidLater: -1.7,
  score: -0.1,
  rank: -0.46,
  next: -0.47,
  nextButOne: -0.92,
  runShare: 1.43,
  sourceShare: 0.63,
  words: 0.75,
  isShort: -0.5,
  two: -0.36,
  three: -1.48,
  leans: -0.09,
  isPart: -0.24,
  isOpen: 0.02,
  asksFirst: -0.58,
  doubtsFirst: 1.86,
  afterQuestion: -0.22,
  isReply: -0.05,
  repliesQuestion: 0.12,
  startsTurn: -0.09,
  endsTurn: 0.38,
  form: 0.69,
  manner: 0.75,
  speaksOfSelf: -0.32,
  denies: 0.36,
  counts: 0.46,
  orders: 0.32,
  advises: 0.15,
  citesLaw: 0.57,
  hedges: -0.2,
  tellsStory: -0.24,
  setsScene: -0.49,
}

/** How likely a stretch answers, as a logarithm; compared with others read for the same question. */
export function likelihood(traits: Traits): number {
  return Object.entries(traits).reduce(
    (sum, [name, value]) => sum + value * (weights[name] ?? 0),
    0,
  )
}
