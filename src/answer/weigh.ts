import type { Question } from '../domain/answer.ts'
import { grams } from '../german/grams.ts'
import { questionForm } from '../german/question-form.ts'
import { stem } from '../german/stem.ts'
import { isStopWord } from '../german/stop-words.ts'
import { fold, foldedWords, words } from '../german/words.ts'
import { mannerOf } from './manner.ts'
import type { Unit } from './units.ts'

/** When a form is asked for ("wie schnell": a span of time), a sentence that has it, and one that has not. */
const formed = { told: 1.5, missing: 0.6 } as const

/** What of the question stands beside a sentence, not in it: it may go on from there. */
const beside = { neighbour: 0.3, head: 0.25 } as const

/** Nouns say what a sentence is about; a word that is never one says less, and one of grammar nothing. */
const kinds = { noun: 1, other: 0.7, grammar: 0.08 } as const

/** The sentences of a passage and the words that stand above it. */
export interface Sheet {
  readonly units: readonly Unit[]
  readonly head: string
}

/** What a sentence is worth for the question, and which share of the question it speaks of, 0 to 1. */
export interface Weight {
  readonly worth: number
  readonly share: number
}

/**
 * How much each sentence says about the question: its rare words count most, pieces of words a little,
 * what stands around it less; a sentence that tells what to do more than a story.
 */
export function weigh(question: Question, sheets: readonly Sheet[]): ReadonlyMap<Unit, Weight> {
  const all = sheets.flatMap(({ units }) => units)
  const holds = new Map(all.map((unit) => [unit, termSet(unit.text)]))
  const asked = askedTerms(question, nounsOf([...all.map(({ text }) => text), question.text]))
  const worth = rareness(asked, [...holds.values()])
  const total = Array.from(worth.values()).reduce((sum, one) => sum + one, 0)
  const form = questionForm(question.text)
  const weights = new Map<Unit, Weight>()
  for (const { units, head } of sheets) {
    const above = termSet(head)
    for (const [at, unit] of units.entries()) {
      const own = holds.get(unit) ?? above
      const around = [units[at - 1], units[at + 1]].map((one) => one && holds.get(one))
      let [said, context] = [0, 0]
      for (const [term, value] of worth) {
        if (own.has(term)) said += value
        else if (around.some((terms) => terms?.has(term))) context += value * beside.neighbour
        else if (above.has(term)) context += value * beside.head
      }
      const fit = form ? (form.isToldBy(unit.text) ? formed.told : formed.missing) : 1
      weights.set(unit, {
        worth: (said + Math.min(context, said)) * fit * mannerOf(unit.text),
        share: total === 0 ? 0 : said / total,
      })
    }
  }
  return weights
}

function askedTerms(question: Question, nouns: ReadonlySet<string>): ReadonlyMap<string, number> {
  const asked = new Map<string, number>()
  const ask = (text: string, weight: number) => {
    for (const word of foldedWords(text)) {
      const kind = isStopWord(word) ? 'grammar' : nouns.has(word) ? 'noun' : 'other'
      for (const [term, part] of termsOf(word)) {
        asked.set(term, Math.max(asked.get(term) ?? 0, weight * kinds[kind] * part))
      }
    }
  }
  ask(question.text, 1)
  ask(question.earlier.slice(-1).join(' '), 0.4)
  ask(questionForm(question.text)?.words.join(' ') ?? '', 0.3)
  return asked
}

function rareness(
  asked: ReadonlyMap<string, number>,
  texts: readonly ReadonlySet<string>[],
): ReadonlyMap<string, number> {
  const worth = new Map<string, number>()
  for (const [term, weight] of asked) {
    const among = texts.reduce((sum, terms) => sum + (terms.has(term) ? 1 : 0), 0)
    worth.set(term, weight * Math.log(1 + texts.length / (1 + among)))
  }
  return worth
}

// German writes its nouns with a capital, whoever asks; a word at the start of a sentence tells nothing.
function nounsOf(texts: readonly string[]): ReadonlySet<string> {
  const nouns = new Set<string>()
  for (const text of texts) {
    for (const { text: word, start } of words(text)) {
      if (start > 0 && /^\p{Lu}/u.test(word)) nouns.add(fold(word))
    }
  }
  return nouns
}

function termsOf(word: string): readonly (readonly [string, number])[] {
  const pieces = word.length > 4 ? grams(word) : []
  return [[`=${stem(word)}`, 1], ...pieces.map((piece) => [piece, 0.5 / pieces.length] as const)]
}

function termSet(text: string): ReadonlySet<string> {
  return new Set(foldedWords(text).flatMap((word) => termsOf(word).map(([term]) => term)))
}
