import type { Draft, DraftClaim, Evidence, Question } from '../domain/answer.ts'
import { chapterAt, type SourceId } from '../domain/documents.ts'
import { isSpoken, type Passage } from '../domain/passage.ts'
import type { Instant } from '../domain/time.ts'
import { questionForm } from '../german/question-form.ts'
import { foldedWords } from '../german/words.ts'
import type { AnswerWriter, Hit } from '../ports.ts'
import { likeness, newestFirst, overtakes, stemsOf } from './age.ts'
import { unitsOf } from './units.ts'
import { weigh } from './weigh.ts'
import { type Stretch, windows } from './windows.ts'

/**
 * How many passages are read, more of them when the question asks for a form that a sentence shows
 * ("wie schnell"), and what an answer may hold.
 */
const limits = { passages: 6, formed: 8 } as const

/** How much may be quoted, so that with its sources the answer fits its urgency. */
const longest = {
  acute: { claims: 2, room: 330 },
  today: { claims: 3, room: 500 },
  planning: { claims: 3, room: 800 },
} as const

/** A further claim must be this good, measured by the best, and this different from those before. */
const further = {
  atLeast: 0.6,
  share: 0.6,
  overlap: 0.6,
  sameSource: 0.95,
  newer: 0.4,
} as const

/**
 * Answers in the sources' own words: the one to three stretches of at most three sentences that say
 * most about the question. Needs no model; the same passages always give the same draft.
 */
export const extractWriter: AnswerWriter = {
  id: 'extract',
  write: async (question, hits) => {
    const limit = longest[question.urgency ?? 'planning']
    return {
      claims: choose(windowsOf(question, hits), { ...limit, asked: question.text }),
    } satisfies Draft
  },
}

/** A sentence that shares less of the question with it has nothing to do with it. */
const leastNear = 0.3

/**
 * The sentence of each passage that has most to do with the question, best first; passages without one
 * are left out.
 */
export function nearestIn(
  question: Question,
  hits: readonly Hit[],
  limit: number,
): readonly Evidence[] {
  const near = windowsOf(question, hits)
    .filter((window) => window.share >= leastNear && isSubstantial(window))
    .toSorted((a, b) => b.share - a.share || b.worth - a.worth)
  const best = new Map<string, Window>()
  for (const window of near) {
    if (!best.has(window.passage)) best.set(window.passage, window)
  }
  return [...best.values()].slice(0, limit).map(({ passage, text }) => ({ passage, quote: text }))
}

/** A stretch that competes to be quoted. */
interface Window extends Stretch {
  readonly source: SourceId
  readonly published?: Instant
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
      const { published } = hit.passage.about
      return windows(sheets[at]?.units ?? [], weights).map((window) => ({
        ...window,
        source: hit.passage.about.id,
        ...(published ? { published } : {}),
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

interface Wanted {
  /** How many characters may be quoted. */
  readonly room: number
  readonly claims: number
  readonly asked: string
}

function choose(ranked: readonly Window[], wanted: Wanted): readonly DraftClaim[] {
  const { room, asked } = wanted
  const usable = ranked.filter((window) => isSubstantial(window) && window.text.length <= room)
  const least = further.atLeast * (usable[0]?.worth ?? 0)
  let chosen = withNewer(usable, wanted)
  let left = usable.filter(({ worth }) => worth >= least)
  while (chosen.length < wanted.claims) {
    left = left.filter((window) => fits(window, chosen, room))
    const [best] = left.toSorted((a, b) => standing(b, chosen) - standing(a, chosen))
    if (!best || best.worth <= 0 || standing(best, chosen) < least) break
    chosen = [...chosen, best]
  }
  return newestFirst(chosen, (window) => window, asked).map(({ passage, text }) => ({
    text,
    evidence: [{ passage, quote: text }],
  }))
}

// What the best stretch says may have changed since: then the newer one belongs beside it.
function withNewer(ranked: readonly Window[], { room, asked }: Wanted): readonly Window[] {
  const [best] = ranked
  if (!best || best.worth <= 0) return []
  const newer = ranked.find((window) => {
    if (window.source === best.source || window.share < further.newer * best.share) return false
    const isGood = window.worth >= further.newer * best.worth
    return isGood && window.text.length + best.text.length <= room && overtakes(window, best, asked)
  })
  return newer ? [best, newer] : [best]
}

function isSubstantial({ text }: Window): boolean {
  return foldedWords(text).length >= 4
}

/** A second voice is worth more than the same one again. */
function standing({ worth, source }: Window, chosen: readonly Window[]): number {
  return chosen.some((other) => other.source === source) ? worth * further.sameSource : worth
}

function fits(window: Window, chosen: readonly Window[], room: number): boolean {
  if (chosen.includes(window)) return false
  const length = chosen.reduce((sum, { text }) => sum + text.length, window.text.length)
  if (length > room || window.share < further.share * (chosen[0]?.share ?? 0)) return false
  return !chosen.some((other) => repeats(window, other))
}

function repeats(window: Window, other: Window): boolean {
  if (window.passage === other.passage && window.from <= other.to && other.from <= window.to)
    return true
  // What is said again later is worth showing: it confirms or corrects.
  if (overtakes(window, other) || overtakes(other, window)) return false
  return likeness(stemsOf(window.text), stemsOf(other.text)) > further.overlap
}
