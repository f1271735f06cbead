import type { Draft, DraftClaim, Question } from '../domain/answer.ts'
import { chapterAt, type SourceId } from '../domain/documents.ts'
import { isSpoken, type Passage } from '../domain/passage.ts'
import { questionForm } from '../german/question-form.ts'
import { foldedWords } from '../german/words.ts'
import type { AnswerWriter, Hit } from '../ports.ts'
import { unitsOf } from './units.ts'
import { weigh } from './weigh.ts'
import { type Stretch, windows } from './windows.ts'

/**
 * How many passages are read, more of them when the question asks for a form that a sentence shows
 * ("wie schnell"), and what an answer may hold.
 */
const limits = { passages: 6, formed: 8, claims: 3, total: 800 } as const

/** A further claim must be this good, measured by the best, and this different from those before. */
const further = { atLeast: 0.6, share: 0.6, overlap: 0.6, sameSource: 0.95 } as const

/**
 * Answers in the sources' own words: the one to three stretches of at most three sentences that say
 * most about the question. Needs no model; the same passages always give the same draft.
 */
export const extractWriter: AnswerWriter = {
  id: 'extract',
  write: async (question, hits) => ({ claims: choose(windowsOf(question, hits)) }) satisfies Draft,
}

/** A stretch that competes to be quoted. */
interface Window extends Stretch {
  readonly source: SourceId
}

function windowsOf(question: Question, hits: readonly Hit[]): readonly Window[] {
  const isFormed = questionForm(question.text) !== undefined
  const read = hits.slice(0, isFormed ? limits.formed : limits.passages)
  const best = read[0]?.score ?? 1
  const sheets = read.map(({ passage }) => ({ units: unitsOf(passage), head: headOf(passage) }))
  const weights = weigh(question, sheets)
  return read
    .flatMap((hit, at) => {
      // A sentence says less about where the answer stands than the ranking of whole passages does,
      // unless it shows the form that was asked for.
      const rank = (hit.score / best) ** (isFormed ? 1 : 2.5)
      return windows(sheets[at]?.units ?? [], weights).map((window) => ({
        ...window,
        source: hit.passage.about.id,
        worth: window.worth * rank,
      }))
    })
    .toSorted((a, b) => b.worth - a.worth)
}

// What stands above a passage says what it is about.
function headOf(passage: Passage): string {
  if (!isSpoken(passage)) return `${passage.about.title} ${passage.section.heading}`
  const { about, cues } = passage
  return `${about.title} ${chapterAt(about, cues[0].start)?.title ?? ''}`
}

function choose(ranked: readonly Window[]): readonly DraftClaim[] {
  const chosen: Window[] = []
  const least = further.atLeast * (ranked[0]?.worth ?? 0)
  for (
    let left = ranked.filter(isSubstantial);
    left.length > 0 && chosen.length < limits.claims;
  ) {
    const [best] = left.toSorted((a, b) => standing(b, chosen) - standing(a, chosen))
    if (!best || best.worth <= 0 || standing(best, chosen) < least) break
    chosen.push(best)
    left = left.filter((window) => fits(window, chosen))
  }
  return chosen.map(({ passage, text }) => ({ text, evidence: [{ passage, quote: text }] }))
}

function isSubstantial({ text }: Window): boolean {
  return foldedWords(text).length >= 4
}

/** A second voice is worth more than the same one again. */
function standing({ worth, source }: Window, chosen: readonly Window[]): number {
  return chosen.some((other) => other.source === source) ? worth * further.sameSource : worth
}

function fits(window: Window, chosen: readonly Window[]): boolean {
  const length = chosen.reduce((sum, { text }) => sum + text.length, window.text.length)
  if (length > limits.total || window.share < further.share * (chosen[0]?.share ?? 0)) return false
  return !chosen.some((other) => repeats(window, other))
}

function repeats(window: Window, other: Window): boolean {
  if (window.passage === other.passage && window.from <= other.to && other.from <= window.to)
    return true
  const shared = [...window.stems].filter((word) => other.stems.has(word)).length
  return shared / Math.max(1, Math.min(window.stems.size, other.stems.size)) > further.overlap
}
