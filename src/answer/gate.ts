import type { Evidence, Hit } from '../ports.ts'

/** When a question counts as answered by the sources. Calibrated on labels, see `evals/README.md`. */
export interface Gate {
  /** How likely one of the best passages must be to answer, 0 to 1; see `likelihood`. */
  readonly least: number
}

/** Ranking errs by a place or two, and vectors put passages first that no word was found in. */
const best = 3

/** What each piece of evidence speaks for or against; `npm run eval:gate` finds and judges them. */
const weights = { base: -8.06, coverage: 7.37, lead: 14.16, asked: 2.29 } as const

/**
 * Everyday questions ("Welches Handy soll ich kaufen?") are short, and their words stand somewhere by
 * chance. So much must be strange for a refusal, so few words may have been asked, and so likely must the
 * passage be to be believed all the same.
 */
const everyday = { strange: 0.7, asked: 3, least: 0.9 } as const

/** So few passages found say nothing about what the sources are about. */
const fewHits = 10

/** Whether what was found can answer at all. */
export function passes(hits: readonly Hit[], gate: Gate): boolean {
  const likely = likelihoodOf(hits)
  return likely >= gate.least && (likely >= everyday.least || !isEveryday(hits))
}

/** Whether a question is of no subject of the sources, whatever words of it they have. */
function isEveryday(hits: readonly Hit[]): boolean {
  const evidence = hits.find((hit) => hit.evidence)?.evidence
  // Where there is little, few words are known.
  if (!evidence || hits.length < fewHits) return false
  const { strange = 0, isAside = false, asked } = evidence
  return strange >= everyday.strange || (isAside && asked <= everyday.asked)
}

/** How likely it is that one of the best passages answers, after the most hopeful of them. */
export function likelihoodOf(hits: readonly Hit[]): number {
  const found = hits.slice(0, best).map(({ evidence }) => (evidence ? likelihood(evidence) : 0))
  return Math.max(0, ...found)
}

/** A logistic model: the same share of a long question is harder to reach by chance. */
function likelihood({ coverage, lead, asked }: Evidence): number {
  const sum =
    weights.base +
    weights.coverage * coverage +
    weights.lead * lead +
    weights.asked * Math.log(1 + asked)
  return 1 / (1 + Math.exp(-sum))
}
