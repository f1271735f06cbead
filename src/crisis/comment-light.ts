import { languageOf } from '../german/language.ts'
import { type Feature, featuresOf } from './learned/features.ts'
import { type Scores, scoresOf } from './learned/scores.ts'
import { shippedWeights, type Weights } from './learned/weights.ts'
import type { Ground, Light } from './light/ground.ts'
import { rednessOf } from './light/redness.ts'
import { ruledLight } from './light/ruled.ts'
import { unmasked } from './light/unmask.ts'

/** What comes after this of a comment is not read; platforms end comments before that. */
const longest = 8000

/** What was learned of comments: how red, how far from green, and by which ground. */
export interface LightWeights {
  readonly colours: Weights
  readonly grounds: Weights
}

/**
 * Green, yellow or red for somebody else's comment: the same comment always gets the same light. What was
 * learned adds the comments no rule foresaw, and doubts a rule that heard one word alone; doubt is yellow.
 * It judges how to handle a comment, never whether it is a crime. In doubt criticism stays.
 *
 * The comment is taken as it was written, before redaction: what is private in it is one of the grounds.
 */
export function lightOf(comment: string, weights: LightWeights = shipped()): Light {
  const text = comment.slice(0, longest)
  const ruled = ruledLight(text)
  // Nothing was learned from English comments.
  if (languageOf(text) === 'en') return ruled
  if (ruled.colour === 'red') return isUpheld(text, ruled, weights.colours) ? ruled : unclear
  const features = commentFeatures(text, ruled)
  const scores = scoresOf(features, weights.colours)
  const red = rednessOf(scores)
  if (red >= 0) {
    return { colour: 'red', grounds: [groundFor('red', scoresOf(features, weights.grounds))] }
  }
  if (ruled.colour === 'yellow') return ruled
  if ((scores.get('not green') ?? 0) >= 0) {
    return { colour: 'yellow', grounds: [groundFor('yellow', scoresOf(features, weights.grounds))] }
  }
  return red >= doubt ? unclear : ruled
}

const unclear: Light = { colour: 'yellow', grounds: ['unclear'] }

/** What protects somebody at once is not weighed. */
const unweighed: ReadonlySet<Ground> = new Set(['child-images', 'despair'])

/** How far from red what was learned may find a comment that the rules call red. */
const leeway = -0.15

// "Stirb langsam" is a film: where nothing else is red, somebody looks before it is hidden. Each sentence is
// asked by itself as well, since harmless ones around a threat make it no less of one.
function isUpheld(text: string, { grounds }: Light, weights: Weights): boolean {
  if (grounds.some((ground) => unweighed.has(ground))) return true
  return [text, ...sentencesOf(text)].some((part) => {
    const ruled = ruledLight(part)
    return ruled.colour === 'red' && rednessIn(commentFeatures(part, ruled), weights) >= leeway
  })
}

function rednessIn(features: readonly Feature[], weights: Weights): number {
  return rednessOf(scoresOf(features, weights))
}

function sentencesOf(text: string): readonly string[] {
  return text.split(/(?<=[.!?…])\s+|\n+/u, mostSentences)
}

const mostSentences = 60

/** From here on a comment is so near to red that a person should read it. */
const doubt = -0.8

function shipped(): LightWeights {
  return { colours: shippedWeights('comments'), grounds: shippedWeights('grounds') }
}

/** What is learned from and looked for in a comment: its words without disguise, and what the rules said. */
export function commentFeatures(text: string, ruled?: Light): readonly Feature[] {
  const signals = ruled ? [ruled.colour, ...ruled.grounds.map((one) => `ground ${one}`)] : []
  return featuresOf(unmasked(text), signals)
}

/** The grounds that are learned, by the colour they may be given for. */
export const learnedGrounds = {
  red: [
    'child-images',
    'despair',
    'threat',
    'incitement',
    'coercion',
    'hunt',
    'hatred',
    'forbidden-sign',
    'denial',
    'sexual',
    'slander',
    'insult',
  ],
  yellow: ['accusation', 'private-data', 'rumour', 'degrading', 'spam', 'repeated'],
} as const satisfies Readonly<Record<string, readonly Ground[]>>

/** The ground that most speaks for; where none speaks clearly, that it wants reading. */
function groundFor(colour: 'red' | 'yellow', scores: Scores): Ground {
  const [best] = learnedGrounds[colour].toSorted(
    (one, other) => (scores.get(other) ?? -1) - (scores.get(one) ?? -1),
  )
  return best !== undefined && (scores.get(best) ?? -1) >= 0 ? best : 'unclear'
}
