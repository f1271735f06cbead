import { grams } from '../german/grams.ts'
import { type NamedSource, namedSource } from '../german/named-source.ts'
import { lesserWords } from '../german/nouns.ts'
import { questionForm } from '../german/question-form.ts'
import { stem } from '../german/stem.ts'
import { isStopWord } from '../german/stop-words.ts'
import { fold, foldedWords } from '../german/words.ts'
import type { Query } from '../ports.ts'
import type { Glossary } from './glossary.ts'
import type { Recipe } from './recipe.ts'
import type { Spelling } from './spelling.ts'
import type { Field } from './terms.ts'

/** One term of a question. `worth` is its weight times its rarity. */
export interface Term {
  readonly text: string
  readonly worth: number
  readonly weight: number
  /** Content, not grammar. */
  readonly isContent: boolean
}

/** A word of the question that means something, whole and in pieces. */
export interface Asked {
  readonly stem: string
  readonly pieces: readonly string[]
  /** What may be said instead of it; `likeness` is 0 to 1. */
  readonly others: readonly { readonly stem: string; readonly likeness: number }[]
  readonly idf: number
  /** Some passage has it, in this word or in another that means it. */
  readonly isKnown: boolean
  /** It stands in a title or a heading, or many passages have it: the sources are about it. */
  readonly isTheme: boolean
}

/**
 * A question, made ready for scoring: terms by the field they are looked for in. `pairs` are content
 * words that stood side by side in it; `asked` are its content words, for `evidenceOf`.
 */
export interface Plan extends Readonly<Record<Field, readonly Term[]>> {
  readonly pairs: readonly (readonly [Term, Term])[]
  readonly asked: readonly Asked[]
  readonly source: NamedSource
}

/** How many passages there are, and how many of them hold a term in one field. */
export interface Statistics {
  readonly passages: number
  containing(field: Field, term: string): number
}

interface Means {
  readonly statistics: Statistics
  readonly spelling: Spelling
  readonly glossary: Glossary
  readonly recipe: Recipe
  /** `YYYY-MM-DD` */
  readonly today: string
}

/** More words than this carry no meaning that the first ones lack, and would cost time. */
const longest = 120

/** At most so many words that somebody may have meant by one nobody has said. */
const mostGuesses = 2

/** A word that is looked for, and how much it counts. */
interface Word {
  readonly stem: string
  readonly pieces: readonly string[]
  readonly weight: number
  readonly isContent: boolean
}

/** A question as terms with weights. What is said twice counts once, by its heavier mention. */
export function planQuery(query: Query, means: Means): Plan {
  const { statistics, recipe, today } = means
  const source = namedSource(query.text, today)
  const lesser = lesserWords(query.text)
  const now = foldedWords(query.text).slice(0, longest)
  const before = foldedWords(query.earlier.slice(-2).join(' ')).slice(-longest)
  const said = [
    ...now.map((word) =>
      toWord(word, lesser.has(word) ? recipe.lesser : 1, {
        recipe,
        isNaming: source.words.has(word),
      }),
    ),
    ...before.map((word) => toWord(word, recipe.earlier, { recipe, isNaming: false })),
  ].filter(({ weight }) => weight > 0)
  const guesses = guessesFor(said, means)
  const repaired = now.map((word) => guesses.find(({ of }) => of === stem(word))?.stem ?? word)
  const meant = [
    ...guesses,
    ...othersFor(repaired, 1, means),
    ...othersFor(before, recipe.earlier, means),
  ]
  const content = [...said, ...meant].filter(({ isContent }) => isContent)
  const form = questionForm(query.text)?.words.map((word) => toHint(word, recipe)) ?? []
  const toTerms = (field: Field, from: readonly (readonly [string, Word])[]) =>
    termsOf(from, (text) => rarity(statistics.passages, statistics.containing(field, text)))
  const whole = (words: readonly Word[]) => words.map((word) => [word.stem, word] as const)
  const pieces = content.flatMap((word) => word.pieces.map((piece) => [piece, word] as const))
  const words = toTerms('words', whole([...said, ...content, ...form]))
  return {
    words,
    grams: toTerms('grams', pieces),
    heads: toTerms('heads', whole([...content, ...form])),
    headGrams: toTerms('headGrams', pieces),
    pairs: pairsOf(
      repaired.filter((word) => !source.words.has(word)),
      words,
    ),
    asked: askedOf([...now.filter((word) => !source.words.has(word)), ...before], means),
    source,
  }
}

/** How rare a term is: 0 when every passage has it, never negative.
 *
 * @see Robertson, Zaragoza: The Probabilistic Relevance Framework, 2009
 */
export function rarity(passages: number, containing: number): number {
  return Math.log(1 + (passages - containing + 0.5) / (containing + 0.5))
}

interface Naming {
  readonly recipe: Recipe
  /** It names the source that is wanted: like grammar it says nothing of the subject. */
  readonly isNaming: boolean
}

function toWord(word: string, weight: number, { recipe, isNaming }: Naming): Word {
  const isContent = !isStopWord(word) && !isNaming
  const own = isContent ? weight : weight * recipe.stopWord
  return { stem: stem(word), pieces: isContent ? grams(word) : [], weight: own, isContent }
}

// Words that answers use help where the rest fits; their pieces would find anything.
function toHint(word: string, { form }: Recipe): Word {
  return { stem: stem(fold(word)), pieces: [], weight: form, isContent: true }
}

/** A word somebody may have meant by one that no passage has. */
interface Guess extends Word {
  readonly of: string
}

function guessesFor(said: readonly Word[], { statistics, spelling, recipe }: Means): Guess[] {
  if (recipe.spelling === 0) return []
  return said.flatMap(({ stem: asked, weight, isContent }) => {
    if (!isContent || statistics.containing('words', asked) > 0) return []
    return spelling
      .near(asked)
      .filter(({ text }) => !isStopWord(text))
      .slice(0, mostGuesses)
      .map(({ text, likeness }) => ({
        of: asked,
        stem: text,
        pieces: grams(text),
        weight: weight * recipe.spelling * likeness,
        isContent,
      }))
  })
}

function othersFor(folded: readonly string[], own: number, means: Means): Word[] {
  const { glossary, recipe, statistics } = means
  if (recipe.glossary === 0) return []
  const rarityOf = (text: string) =>
    rarity(statistics.passages, statistics.containing('words', text))
  return glossary.meantBy(folded).map(({ word, weight, of }) => {
    const other = stem(word)
    // A rare word for a common one must not count more than the one that was asked for.
    const cap = Math.min(1, rarityOf(of) / (rarityOf(other) || 1))
    return {
      stem: other,
      pieces: grams(word),
      weight: own * weight * cap * recipe.glossary,
      isContent: true,
    }
  })
}

function termsOf(
  from: readonly (readonly [string, Word])[],
  rarityOf: (term: string) => number,
): readonly Term[] {
  const known = new Map<string, Word>()
  for (const [text, word] of from) {
    const before = known.get(text)
    if (!before || before.weight < word.weight) known.set(text, word)
  }
  return Array.from(known, ([text, { weight, isContent }]) => {
    return { text, weight, worth: weight * rarityOf(text), isContent }
  })
}

/** A word less rare than this stands in one passage of twenty: it needs no title to be a subject. */
const common = 3

/** Said in other words, a word counts this much. */
const inOtherWords = 0.7

function askedOf(folded: readonly string[], means: Means): readonly Asked[] {
  const { statistics, spelling, glossary } = means
  const content = folded.filter((word) => !isStopWord(word))
  const byStem = new Map(content.map((word) => [stem(word), word]))
  return Array.from(byStem, ([text, word]) => {
    const holders = statistics.containing('words', text)
    const guesses = holders === 0 ? spelling.near(text).slice(0, mostGuesses) : []
    const meant = glossary.meantBy([word])
    const isSaid = (other: string) => statistics.containing('words', other) > 0
    return {
      isTheme:
        rarity(statistics.passages, holders) < common ||
        [text, ...guesses.map((guess) => guess.text)].some(
          (one) => statistics.containing('heads', one) > 0,
        ),
      isKnown: isSaid(text) || guesses.length > 0 || meant.some((one) => isSaid(stem(one.word))),
      stem: text,
      pieces: grams(word),
      others: [
        ...guesses.map(({ text: near, likeness }) => ({ stem: near, likeness })),
        ...meant.map(({ word: other, weight }) => ({
          stem: stem(other),
          likeness: inOtherWords * weight,
        })),
      ],
      idf: rarity(statistics.passages, holders),
    }
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
