import type { Question } from '../domain/answer.ts'
import { grams } from '../german/grams.ts'
import { questionForm } from '../german/question-form.ts'
import { stem } from '../german/stem.ts'
import { isStopWord } from '../german/stop-words.ts'
import { foldedWords } from '../german/words.ts'
import type { Unit } from './units.ts'

/** When a form is asked for ("wie schnell": a span of time), a sentence that has it, and one that has not. */
const formed = { told: 1.5, missing: 0.6 } as const

/** How much a sentence says about the question: its rare words count most, pieces of words a little. */
export function weigher(question: Question, units: readonly Unit[]): (unit: Unit) => number {
  const asked = new Map<string, number>()
  const ask = (text: string, weight: number) => {
    for (const word of foldedWords(text)) {
      const share = isStopWord(word) ? 0.1 : 1
      for (const [term, part] of termsOf(word)) {
        asked.set(term, Math.max(asked.get(term) ?? 0, weight * share * part))
      }
    }
  }
  ask(question.text, 1)
  const form = questionForm(question.text)
  ask(question.earlier.slice(-1).join(' '), 0.4)
  ask(form?.words.join(' ') ?? '', 0.3)
  const holds = new Map(units.map((unit) => [unit, termSet(unit.text)]))
  const rarity = (term: string) => {
    const among = units.filter((unit) => holds.get(unit)?.has(term)).length
    return Math.log(1 + units.length / (1 + among))
  }
  const worth = new Map(Array.from(asked, ([term, weight]) => [term, weight * rarity(term)]))
  return (unit) => {
    let sum = 0
    for (const term of holds.get(unit) ?? []) sum += worth.get(term) ?? 0
    if (!form) return sum
    return sum * (form.isToldBy(unit.text) ? formed.told : formed.missing)
  }
}

function termsOf(word: string): readonly (readonly [string, number])[] {
  const pieces = word.length > 4 ? grams(word) : []
  return [[`=${stem(word)}`, 1], ...pieces.map((piece) => [piece, 0.5 / pieces.length] as const)]
}

function termSet(text: string): ReadonlySet<string> {
  return new Set(foldedWords(text).flatMap((word) => termsOf(word).map(([term]) => term)))
}
