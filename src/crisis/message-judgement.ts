import { languageOf } from '../german/language.ts'
import { type Ruled, ruledOn } from './heard-kinds.ts'
import { type Feature, featuresOf } from './learned/features.ts'
import { type Scores, scoresOf } from './learned/scores.ts'
import { shippedWeights, type Weights } from './learned/weights.ts'

/** What rules and what was learned say of a message together. */
export interface MessageJudgement {
  readonly ruled: Ruled
  readonly features: readonly Feature[]
  readonly scores: Scores
  readonly weights: Weights
  /** Something burns, or is about to. */
  readonly acute: boolean
  /** As bad as it gets; the rules may say so where this does not. */
  readonly red: boolean
}

/**
 * Whether a message tells of something that burns now, so that the first steps come before a search.
 *
 * It takes a false alarm rather than a missed fire. Takes time in proportion to the text.
 */
export function isAcute(text: string): boolean {
  return judgeMessage(text).acute
}

/** What comes after this of a message is not read. */
const longest = 8000

/** A message judged by the rules and by what was learned; `weights` are the shipped ones but for a measurement. */
export function judgeMessage(
  message: string,
  weights: Weights = shippedWeights('messages'),
): MessageJudgement {
  const text = message.slice(0, longest)
  const ruled = ruledOn(text)
  const features = featuresOf(text, ruled.names)
  const scores = scoresOf(features, weights)
  // Nothing was learned from English texts.
  const isKnown = languageOf(text) === 'de'
  const acute = isKnown ? burns(ruled, scores.get('acute') ?? 0) : ruled.isFire
  const red = acute && isKnown && (scores.get('red') ?? 0) >= 0
  return { ruled, features, scores, weights, acute, red }
}

/** How far below a yes what was learned may be where the rules call a fire. */
const leeway = -0.15

// Who only asks tells of no fire, however much the words resemble one.
function burns({ isFire, isAsking }: Ruled, score: number): boolean {
  return isFire ? score >= leeway : !isAsking && score >= 0
}
