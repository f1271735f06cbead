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

/** A question as terms with weights. Words said twice count once, by their heavier mention. */
export function planQuery(query: Query, statistics: Statistics): Plan {
  const now = foldedWords(query.text).slice(0, longest)
  const before = foldedWords(query.earlier.slice(-2).join(' ')).slice(-longest)
  const words = new Map<string, number>()
  const pieces = new Map<string, number>()
  for (const [source, weight] of [
    [now, 1],
    [before, weights.earlier],
  ] as const) {
    for (const word of source) {
      const isStop = isStopWord(word)
      raise(words, stem(word), weight * (isStop ? weights.stopWord : 1))
      if (!isStop) for (const piece of grams(word)) raise(pieces, piece, weight)
    }
  }
  for (const word of questionForm(query.text)?.words ?? [])
    raise(words, stem(fold(word)), weights.form)
  const toTerms = (field: 'words' | 'grams', from: Map<string, number>): Term[] =>
    Array.from(from, ([text, weight]) => {
      const idf = rarity(statistics.passages, statistics.containing(field, text))
      return { text, weight, idf }
    })
  const terms = toTerms('words', words)
  return {
    words: terms,
    grams: toTerms('grams', pieces),
    pairs: pairsOf(now, terms),
    asked: askedOf([...now, ...before], statistics),
  }
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

function raise(weights: Map<string, number>, term: string, weight: number): void {
  weights.set(term, Math.max(weight, weights.get(term) ?? 0))
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
