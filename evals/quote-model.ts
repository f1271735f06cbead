import type { Traits } from '../src/answer/traits.ts'

/** A stretch that could be quoted, and whether it answers. */
export interface Choice {
  readonly traits: Traits
  readonly answers: boolean
  readonly text: string
}

/** What could be quoted for one question. */
export interface Trial {
  readonly id: string
  readonly question: string
  /** Trials of one fold are never trained on when they are judged. */
  readonly fold: number
  readonly choices: readonly Choice[]
}

/** The weight of each trait. */
export type Weights = Readonly<Record<string, number>>

const steps = 120
const pace = 0.3
const shrinking = 0.2

/**
 * Fits a conditional logit: of the stretches read for one question, one that answers should be the
 * likeliest. Traits are scaled by their spread and kept small by a penalty on squares. The same trials
 * always give the same weights.
 *
 * @see McFadden: Conditional logit analysis of qualitative choice behavior, 1974
 */
export function fitWeights(trials: readonly Trial[]): Weights {
  const used = trials.filter(({ choices }) => choices.some(({ answers }) => answers))
  const names = Object.keys(used[0]?.choices[0]?.traits ?? {})
  const spreads = names.map((name) => spreadOf(used, name))
  const rows = used.map(({ choices }) => ({
    answers: choices.map(({ answers }) => answers),
    values: choices.map(({ traits }) =>
      names.map((name, at) => (traits[name] ?? 0) / (spreads[at] ?? 1)),
    ),
  }))
  const weights = names.map(() => 0)
  const past = names.map(() => 1e-6)
  for (let step = 0; step < steps; step += 1) {
    const slopes = names.map(() => 0)
    for (const row of rows) addSlopes(slopes, row, weights)
    for (const at of names.keys()) {
      const slope = (slopes[at] ?? 0) / rows.length - shrinking * (weights[at] ?? 0)
      past[at] = (past[at] ?? 0) + slope * slope
      weights[at] = (weights[at] ?? 0) + (pace * slope) / Math.sqrt(past[at] ?? 1)
    }
  }
  return Object.fromEntries(
    names.map((name, at) => [name, (weights[at] ?? 0) / (spreads[at] ?? 1)] as const),
  )
}

interface Row {
  readonly answers: readonly boolean[]
  readonly values: readonly (readonly number[])[]
}

// How much likelier each trait would make those that answer.
function addSlopes(slopes: number[], { answers, values }: Row, weights: readonly number[]): void {
  const raw = values.map((own) => own.reduce((sum, one, at) => sum + one * (weights[at] ?? 0), 0))
  const top = Math.max(...raw)
  const odds = raw.map((one) => Math.exp(one - top))
  const all = odds.reduce((sum, one) => sum + one, 0)
  const right = odds.reduce((sum, one, at) => sum + (answers[at] ? one : 0), 0)
  for (const [at, own] of values.entries()) {
    const pull = (answers[at] ? (odds[at] ?? 0) / right : 0) - (odds[at] ?? 0) / all
    if (Math.abs(pull) < 1e-6) continue
    for (const [name, value] of own.entries()) slopes[name] = (slopes[name] ?? 0) + pull * value
  }
}

function spreadOf(trials: readonly Trial[], name: string): number {
  const values = trials.flatMap(({ choices }) => choices.map(({ traits }) => traits[name] ?? 0))
  const middle = values.reduce((sum, one) => sum + one, 0) / values.length
  const squares = values.reduce((sum, one) => sum + (one - middle) ** 2, 0)
  return Math.sqrt(squares / values.length) || 1
}

/** The choices of a trial, likeliest first. */
export function ranked({ choices }: Trial, weights: Weights): readonly Choice[] {
  const worth = (choice: Choice) =>
    Object.entries(choice.traits).reduce(
      (sum, [name, value]) => sum + value * (weights[name] ?? 0),
      0,
    )
  return choices
    .map((choice) => ({ choice, worth: worth(choice) }))
    .toSorted((a, b) => b.worth - a.worth)
    .map(({ choice }) => choice)
}
