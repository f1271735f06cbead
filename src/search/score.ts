/** One term of a question: how much it matters in the question and how rare it is in the passages. */
export interface Term {
  readonly text: string
  readonly weight: number
  readonly idf: number
  /** Whether it is worth looking up; grammar is so only where a question holds nothing else. */
  readonly proposes: boolean
}

/** A word of the question that means something, whole and in pieces. */
export interface Asked {
  readonly stem: string
  readonly pieces: readonly string[]
  readonly idf: number
}

/**
 * A question, made ready for scoring. `pairs` are words that stood side by side in it; `asked` are
 * its content words, for `coverage`.
 */
export interface Plan {
  readonly asked: readonly Asked[]
  readonly words: readonly Term[]
  readonly grams: readonly Term[]
  readonly pairs: readonly (readonly [Term, Term])[]
}

/** A passage as the scorer sees it. `around` holds the words of its neighbours. */
export interface Scored {
  readonly words: readonly string[]
  readonly grams: readonly string[]
  readonly heads: readonly string[]
  readonly around: readonly string[]
}

/** Mean lengths over all passages, in tokens. */
export interface Lengths {
  readonly words: number
  readonly grams: number
}

/** Term frequency saturates at `k1`; `b` is how much long passages are held back. */
const bm25 = { k1: 0.9, b: 0.4 } as const

/** What each kind of evidence adds to that of the words. */
const weights = { grams: 0.5, pairs: 0.3, heads: 1, around: 0.15 } as const

/** A word found only in pieces is worth this much of a whole one. */
const inPieces = 0.8

/** Words of a pair may stand this far apart. */
const near = 5

/**
 * How rare a term is: 0 when every passage has it, never negative.
 *
 * @see Robertson, Zaragoza: The Probabilistic Relevance Framework, 2009
 */
export function rarity(passages: number, containing: number): number {
  return Math.log(1 + (passages - containing + 0.5) / (containing + 0.5))
}

/**
 * How well a passage fits a question: BM25 over words and over pieces of words, and a little for
 * word pairs, for titles and for the neighbours. For ordering, and as a share of `ceiling`.
 */
export function score(passage: Scored, plan: Plan, lengths: Lengths): number {
  return (
    bm25Of(passage.words, plan.words, lengths.words) +
    weights.grams * bm25Of(passage.grams, plan.grams, lengths.grams) +
    weights.pairs * pairsOf(passage.words, plan.pairs) +
    weights.heads * presence(passage.heads, plan.words) +
    lent(passage.around, plan)
  )
}

/** What the words of its neighbours add to the score of a passage. */
export function lent(around: readonly string[], plan: Plan): number {
  return weights.around * presence(around, plan.words)
}

/**
 * The most a passage could score for this question: every term fills it, stands in its titles and
 * beside it, and every pair meets. 0 for no terms.
 */
export function ceiling({ words, grams, pairs }: Plan): number {
  const most = (terms: readonly Term[]) => terms.reduce((sum, term) => sum + worth(term), 0)
  return (
    (bm25.k1 + 1) * (most(words) + weights.grams * most(grams)) +
    weights.pairs *
      pairs.reduce((sum, [left, right]) => sum + (worth(left) + worth(right)) / 2, 0) +
    (weights.heads + weights.around) * most(words)
  )
}

function worth({ weight, idf }: Term): number {
  return weight * idf
}

/**
 * The share of what was asked that a passage speaks of, 0 to 1; rare words weigh more, and words no
 * passage knows weigh most. 1 when nothing was asked.
 *
 * Half of a word's pieces is chance; from there on they count as a compound or a slip of the finger.
 */
export function coverage(passage: Scored, { asked }: Plan): number {
  const total = asked.reduce((sum, word) => sum + word.idf, 0)
  if (total === 0) return 1
  const words = new Set(passage.words)
  const pieces = new Set(passage.grams)
  const held = asked.reduce((sum, word) => {
    if (words.has(word.stem)) return sum + word.idf
    const found = word.pieces.filter((piece) => pieces.has(piece)).length / word.pieces.length
    return sum + word.idf * inPieces * Math.max(0, 2 * found - 1)
  }, 0)
  return held / total
}

function bm25Of(tokens: readonly string[], terms: readonly Term[], mean: number): number {
  if (terms.length === 0) return 0
  const frequency = count(tokens, terms)
  const norm = bm25.k1 * (1 - bm25.b + (bm25.b * tokens.length) / Math.max(mean, 1))
  return terms.reduce((sum, term) => {
    const times = frequency.get(term.text) ?? 0
    return sum + (worth(term) * times * (bm25.k1 + 1)) / (times + norm)
  }, 0)
}

function count(tokens: readonly string[], terms: readonly Term[]): Map<string, number> {
  const frequency = new Map(terms.map((term) => [term.text, 0]))
  for (const token of tokens) {
    const times = frequency.get(token)
    if (times !== undefined) frequency.set(token, times + 1)
  }
  return frequency
}

function presence(tokens: readonly string[], terms: readonly Term[]): number {
  if (tokens.length === 0) return 0
  const frequency = count(tokens, terms)
  return terms.reduce((sum, term) => sum + (frequency.get(term.text) ? worth(term) : 0), 0)
}

function pairsOf(words: readonly string[], pairs: Plan['pairs']): number {
  return pairs.reduce((sum, [left, right]) => {
    const met = areNear(words, left.text, right.text)
    return sum + (met ? (worth(left) + worth(right)) / 2 : 0)
  }, 0)
}

function areNear(words: readonly string[], left: string, right: string): boolean {
  for (let at = words.indexOf(left); at >= 0; at = words.indexOf(left, at + 1)) {
    const found = words.slice(Math.max(0, at - near), at + near + 1).indexOf(right)
    if (found >= 0) return true
  }
  return false
}
