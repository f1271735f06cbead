import type { Draft, DraftClaim, Evidence, Question } from '../domain/answer.ts'
import type { SourceId } from '../domain/documents.ts'
import { isSpoken, type PassageId } from '../domain/passage.ts'
import type { Instant } from '../domain/time.ts'
import type { AnswerWriter, Hit } from '../ports.ts'
import { corrects, likeness, newestFirst, overtakes, stemsOf } from './age.ts'
import { grown, rooted } from './grow.ts'
import { likelihood } from './likely.ts'
import { leansBack } from './manner.ts'
import { correctionIn } from './premise.ts'
import { type Run, read } from './reading.ts'
import { type Stretch, stretchesOf } from './stretches.ts'
import { type Traits, traitsOf } from './traits.ts'

/** How much may be quoted, so that with its sources the answer fits its urgency. */
const longest = {
  acute: { claims: 2, room: 330, each: 260 },
  today: { claims: 3, room: 500, each: 330 },
  planning: { claims: 3, room: 800, each: 450 },
} as const

/**
 * A further claim stands beside the best, at most so many sentences away and said by the same voice, or in
 * another source that is nearly as likely and has so much of the question; and it says something else.
 */
const further = {
  beside: 2.5,
  near: 2,
  behind: 1,
  share: 0.05,
  newer: 1.5,
  yearNewer: 3.5,
  overlap: 0.6,
} as const

const yearMs = 365 * 24 * 3600 * 1000

/**
 * Answers in the sources' own words: the one to three stretches that most likely answer, each with what
 * it leans on and what goes on with it. Needs no model; the same passages always give the same draft.
 */
export const extractWriter: AnswerWriter = {
  id: 'extract',
  write: async (question, hits) => {
    const limit = longest[question.urgency ?? 'planning']
    const correction = correctionIn(question.text, hits)?.text
    const wanted = { ...limit, asked: question.text, ...(correction ? { correction } : {}) }
    return { claims: choose(candidatesFor(question, hits), wanted) } satisfies Draft
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
  const near = candidatesFor(question, hits)
    .filter(({ share }) => share >= leastNear)
    .toSorted((a, b) => b.share - a.share || b.worth - a.worth)
  const best = new Map<PassageId, Candidate>()
  for (const candidate of near) {
    if (!best.has(candidate.passage)) best.set(candidate.passage, candidate)
  }
  return [...best.values()].slice(0, limit).map(({ passage, text }) => ({ passage, quote: text }))
}

/** A stretch that competes to be quoted. */
export interface Candidate extends Stretch {
  readonly run: Run
  readonly passage: PassageId
  readonly source: SourceId
  readonly published?: Instant
  /** The number of the episode, as others name it. */
  readonly episode?: number
  readonly traits: Traits
  /** How likely it answers, as a logarithm. */
  readonly worth: number
  /** The share of the question it speaks of, 0 to 1. */
  readonly share: number
}

/** Every stretch that may be quoted, the likeliest first. */
export function candidatesFor(question: Question, hits: readonly Hit[]): readonly Candidate[] {
  const { runs, wanted } = read(question, hits)
  return runs
    .flatMap((run) =>
      stretchesOf(run.lines).map((stretch): Candidate => {
        const { passage } = stretch.lines[0].place
        const { id, published } = passage.about
        const episode = isSpoken(passage) ? passage.about.number : undefined
        const traits = traitsOf(stretch, run, { text: question.text, wanted })
        return {
          ...stretch,
          run,
          passage: passage.id,
          source: id,
          ...(published ? { published } : {}),
          ...(episode === undefined ? {} : { episode }),
          traits,
          worth: likelihood(traits),
          share: traits['own'] ?? 0,
        }
      }),
    )
    .toSorted((a, b) => b.worth - a.worth)
}

interface Wanted {
  /** How many characters may be quoted, and how many of them at one place. */
  readonly room: number
  readonly each: number
  readonly claims: number
  readonly asked: string
  /** A sentence that corrects what is asked: it comes first. */
  readonly correction?: string
}

function choose(ranked: readonly Candidate[], wanted: Wanted): readonly DraftClaim[] {
  const { correction } = wanted
  const fitting = ranked.filter(({ text }) => text.length <= wanted.room)
  const correcting = correction ? fitting.find(({ text }) => text.includes(correction)) : undefined
  const open = correcting ? [correcting, ...fitting] : fitting
  const usable = open.map((one) => begun(one, ranked))
  const chosen = withNewer(usable, wanted).map((one, _, all) => {
    return whole(one, Math.min(wanted.each, wanted.room / all.length))
  })
  const [best] = chosen
  for (const one of usable) {
    if (!best || chosen.length >= wanted.claims) break
    // Where it would go on into what is quoted already, it stands for itself.
    const candidate = [whole(one, wanted.each), one].find((each) => {
      return helps(each, best) && standsAlone(each) && fits(each, chosen, wanted.room)
    })
    if (candidate) chosen.push(candidate)
  }
  return newestFirst(chosen, (one) => one, wanted.asked).map(({ passage, text }) => ({
    text,
    evidence: [{ passage, quote: text }],
  }))
}

/** What a stretch leans on and what goes on with it, as long as it stays within `room` characters. */
function whole(candidate: Candidate, room: number): Candidate {
  return grown(rooted(candidate, room), room)
}

function helps(candidate: Candidate, best: Candidate): boolean {
  const behind = best.worth - candidate.worth
  if (candidate.run !== best.run) {
    return (
      candidate.source !== best.source &&
      behind < further.behind &&
      candidate.share >= further.share
    )
  }
  // In a talk the next speaker objects, jokes or asks on: without what comes then that misleads.
  const isSameVoice = candidate.lines[0].turn === best.lines[0].turn
  if (isSpoken(candidate.lines[0].place.passage) && !isSameVoice) return false
  const apart = Math.max(candidate.from - best.to, best.from - candidate.to)
  return behind < further.beside && apart <= further.near
}

/** Nobody needs a further quote that is half a sentence, points at something not shown, or tells of oneself. */
function standsAlone({ text, lines, traits }: Candidate): boolean {
  const opening = lines[0].unit.text
  const isWhole = !/^\p{Ll}/u.test(opening) && /[.!?…][“”"»‘’')\]]*$/u.test(text)
  return isWhole && !leansBack(text) && traits['speaksOfSelf'] !== 1
}

/** A first sentence with so little of the question leads nowhere, where a later one has this much. */
const idle = { first: 0.05, later: 0.2 } as const

// Whoever opens the place wants to hear the answer first.
function begun(candidate: Candidate, ranked: readonly Candidate[]): Candidate {
  const { lines, passage, from, to, worth } = candidate
  const at = lines.findIndex(({ share }) => share >= idle.later)
  if (at < 1 || lines.slice(0, at).some(({ share }) => share >= idle.first)) return candidate
  const later = ranked.find((one) => {
    return one.passage === passage && one.from === from + at && one.to === to
  })
  return later ? { ...later, worth } : candidate
}

// What the best stretch says may have changed since: then the newer one belongs beside it.
function withNewer(ranked: readonly Candidate[], { room, asked }: Wanted): readonly Candidate[] {
  const [best] = ranked
  if (!best) return []
  const others = ranked.filter(({ source }) => source !== best.source)
  const isBeside = ({ text }: Candidate) => text.length + best.text.length <= room
  const newer = others.find((candidate) => {
    const behind = isYearNewer(candidate, best) ? further.yearNewer : further.newer
    const isLikely = candidate.worth >= best.worth - behind
    return isLikely && isBeside(candidate) && overtakes(candidate, best, asked)
  })
  if (newer) return [best, newer]
  // What names the episode and takes back what it said is shown however it is worded, alone if need be.
  const correction = others.find((one) => overtakes(one, best) && corrects(one, best))
  if (!correction) return [best]
  return isBeside(correction) ? [best, correction] : [correction]
}

/** A year apart the newer may be worded quite otherwise. */
function isYearNewer(one: Candidate, other: Candidate): boolean {
  return Date.parse(one.published ?? '') - Date.parse(other.published ?? '') >= yearMs
}

function fits(candidate: Candidate, chosen: readonly Candidate[], room: number): boolean {
  const length = chosen.reduce((sum, { text }) => sum + text.length, candidate.text.length)
  return length <= room && !chosen.some((other) => repeats(candidate, other))
}

function repeats(one: Candidate, other: Candidate): boolean {
  const isSame = one.lines.some((line) => other.lines.includes(line))
  if (isSame) return true
  // What is said again later is worth showing: it confirms or corrects.
  if (overtakes(one, other) || overtakes(other, one)) return false
  return likeness(stemsOf(one.text), stemsOf(other.text)) > further.overlap
}
