import { grams } from '../german/grams.ts'
import { questionForm } from '../german/question-form.ts'
import { stem } from '../german/stem.ts'
import { isStopWord } from '../german/stop-words.ts'
import { fold, foldedWords } from '../german/words.ts'
import type { Query } from '../ports.ts'
import { type Asked, type Plan, rarity, type Term } from './score.ts'

/** How many passages hold a term in one field. */
export interface Statistics {
  readonly passages: number
  containing(field: 'words' | 'grams', term: string): number
}

/**
 * Grammar counts less than content, what was asked before less than what is asked now. Words that
 * answers use ("wie schnell": Stunden, Frist) only help where the rest fits.
 */
const weights = { stopWord: 0.3, earlier: 0.4, form: 0.25 } as const

/** More words than this carry no meaning that the first ones lack, and would cost time. */
const longest = 120

/** What is known of a term before it is counted. */
type Mention = Pick<Term, 'weight' | 'proposes'>

/** A question as terms with weights. Words said twice count once, by their heavier mention. */
export function planQuery(query: Query, statistics: Statistics): Plan {
  const now = foldedWords(query.text).slice(0, longest)
  const before = foldedWords(query.earlier.slice(-2).join(' ')).slice(-longest)
  const toTerms = (field: 'words' | 'grams', from: ReadonlyMap<string, Mention>): Term[] =>
    Array.from(from, ([text, mention]) => {
      const idf = rarity(statistics.passages, statistics.containing(field, text))
      return { text, ...mention, idf }
    })
  const terms = toTerms('words', wordsOf(now, before, questionForm(query.text)?.words ?? []))
  return {
    words: terms,
    grams: toTerms('grams', piecesOf(now, before)),
    pairs: pairsOf(now, terms),
    asked: askedOf([...now, ...before], statistics),
  }
}

function wordsOf(
  now: readonly string[],
  before: readonly string[],
  form: readonly string[],
): ReadonlyMap<string, Mention> {
  const words = new Map<string, Mention>()
  const add = (word: string, weight: number) => {
    const isStop = isStopWord(word)
    const own = isStop ? weight * weights.stopWord : weight
    raise(words, stem(word), { weight: own, proposes: !isStop })
  }
  for (const word of now) add(word, 1)
  for (const word of before) add(word, weights.earlier)
  for (const word of form) add(fold(word), weights.form)
  return words
}

function piecesOf(now: readonly string[], before: readonly string[]): ReadonlyMap<string, Mention> {
  const pieces = new Map<string, Mention>()
  const add = (word: string, weight: number) => {
    if (isStopWord(word)) return
    for (const piece of grams(word)) raise(pieces, piece, { weight, proposes: true })
  }
  for (const word of now) add(word, 1)
  for (const word of before) add(word, weights.earlier)
  return pieces
}

function askedOf(folded: readonly string[], statistics: Statistics): readonly Asked[] {
  const content = new Map(
    folded.filter((word) => !isStopWord(word)).map((word) => [stem(word), word]),
  )
  return Array.from(content, ([text, word]) => ({
    stem: text,
    pieces: grams(word),
    idf: rarity(statistics.passages, statistics.containing('words', text)),
  }))
}

function raise(known: Map<string, Mention>, term: string, { weight, proposes }: Mention): void {
  const before = known.get(term)
  known.set(term, {
    weight: Math.max(weight, before?.weight ?? 0),
    proposes: proposes || before?.proposes === true,
  })
}

// Neighbours among the content words: "Frist am Wochenende" pairs Frist with Wochenende.
function pairsOf(folded: readonly string[], terms: readonly Term[]): Plan['pairs'] {
  const byText = new Map(terms.map((term) => [term.text, term]))
  const content = folded.filter((word) => !isStopWord(word)).map(stem)
  return content.slice(1).flatMap((word, at) => {
    const left = byText.get(content[at] ?? '')
    const right = byText.get(word)
    return left && right && left !== right ? [[left, right] as const] : []
  })
}
