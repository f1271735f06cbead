import { grams } from '../german/grams.ts'
import { stem } from '../german/stem.ts'
import { foldedWords } from '../german/words.ts'
import type { Hit, Query } from '../ports.ts'
import { contentWords } from './thread.ts'

/** When a question counts as answered by the sources. Calibrated on labels, see `evals/README.md`. */
export interface Gate {
  /** Least share of the highest score the question could reach. */
  readonly share: number
  /** Least share of the question's own words that the best passages hold. */
  readonly coverage: number
}

/** Passages whose words are counted together: an answer may be spread over neighbours. */
const together = 3

/** Whether what was found can answer at all. */
export function passes(query: Query, hits: readonly Hit[], gate: Gate): boolean {
  const [best] = hits
  if (!best) return false
  return best.share >= gate.share && coverage(query, hits) >= gate.coverage
}

/** The share of the question's content words that the best passages hold, whole or in pieces. */
function coverage(query: Query, hits: readonly Hit[]): number {
  const asked = contentWords(`${query.text} ${query.earlier.slice(-1).join(' ')}`)
  if (asked.length === 0) return 1
  const text = hits
    .slice(0, together)
    .map((hit) => `${hit.passage.text} ${hit.passage.about.title}`)
  const said = foldedWords(text.join(' '))
  const stems = new Set(said.map(stem))
  const pieces = new Set(said.flatMap(grams))
  const held = asked.map((word) => (stems.has(stem(word)) ? 1 : share(grams(word), pieces)))
  return held.reduce((sum, one) => sum + one, 0) / asked.length
}

// Half of a word's pieces is chance; more is a compound or a slip of the finger.
function share(asked: readonly string[], said: ReadonlySet<string>): number {
  const found = asked.filter((piece) => said.has(piece)).length / asked.length
  return found > 0.5 ? found : 0
}
