import type { Question } from '../domain/answer.ts'
import { chapterAt } from '../domain/documents.ts'
import { isSpoken, type Passage, standOf } from '../domain/passage.ts'
import type { Hit } from '../ports.ts'
import { type Held, heldBy, joined, shareOf, termsIn, type Wanted, wantedIn } from './asked.ts'
import { type Unit, unitsOf } from './units.ts'

/** Where a passage stands among those that were read. */
interface Place {
  readonly passage: Passage
  /** Its rank, or that of the passage it follows; 0 is the best. */
  readonly rank: number
  /** Measured by the best, up to 1. */
  readonly score: number
  /** How many passages after one that was found; 0 for one that was. */
  readonly follows: number
}

/** A sentence with what it has of the question. */
export interface Line {
  readonly unit: Unit
  readonly place: Place
  /** The same for what one person said without a break. */
  readonly turn: string
  readonly held: Held
  readonly share: number
}

/** Passages in a row of one source, read in one go. */
export interface Run {
  readonly lines: readonly Line[]
  /** What stands above it. */
  readonly head: Held
  /** Which part of all that was found stands in this run, and in its source, 0 to 1. */
  readonly share: number
  readonly sourceShare: number
}

/** What was read for a question. */
export interface Reading {
  readonly runs: readonly Run[]
  readonly wanted: readonly Wanted[]
}

/** Only the best speak for the place they stand in. */
const steepness = 4

/** Reads what was found, and what follows it, in the order in which it was said. */
export function read(question: Question, hits: readonly Hit[]): Reading {
  const sheets = placesOf(hits).map((place) => ({ place, units: unitsOf(place.passage) }))
  const texts = sheets.map(({ units }) => termsIn(units.map(({ text }) => text).join(' ')))
  const wanted = wantedIn(question, texts)
  const found = sheets.map(({ place }) => place)
  const all = found.reduce((sum, place) => sum + weightOf(place), 0)
  const part = (some: readonly Place[]) =>
    all === 0 ? 0 : some.reduce((sum, place) => sum + weightOf(place), 0) / all
  return {
    wanted,
    runs: rowsOf(sheets).map((row): Run => {
      const [first] = row
      const source = first.place.passage.about.id
      return {
        lines: row.flatMap((sheet) => linesOf(sheet, wanted)),
        head: heldBy(termsIn(headOf(first.place.passage)), wanted),
        share: part(row.map(({ place }) => place)),
        sourceShare: part(found.filter(({ passage }) => passage.about.id === source)),
      }
    }),
  }
}

interface Sheet {
  readonly place: Place
  readonly units: readonly Unit[]
}

function weightOf({ score, follows }: Place): number {
  return follows > 0 ? 0 : score ** steepness
}

function placesOf(hits: readonly Hit[]): readonly Place[] {
  const found = hits.filter(({ follows }) => follows === undefined)
  const best = found[0]?.score || 1
  const places = found.map(({ passage, score }, rank): Place => {
    return { passage, rank, score: Math.max(score / best, 0.001), follows: 0 }
  })
  const byId = new Map(places.map((place) => [place.passage.id, place]))
  for (const { passage, follows } of hits) {
    const leader = follows && byId.get(follows.id)
    if (leader && !byId.has(passage.id)) {
      places.push({ ...leader, passage, follows: follows.by })
    }
  }
  return places
}

// What stands side by side in a source is read as one.
function rowsOf(sheets: readonly Sheet[]): readonly (readonly [Sheet, ...Sheet[]])[] {
  const keyed = sheets.map((sheet) => ({ sheet, ...standOf(sheet.place.passage.id) }))
  keyed.sort((a, b) => a.source.localeCompare(b.source) || a.ordinal - b.ordinal)
  const rows: [Sheet, ...Sheet[]][] = []
  let last: { readonly source: string; readonly ordinal: number } | undefined
  for (const { sheet, source, ordinal } of keyed) {
    const row = rows.at(-1)
    if (row && last?.source === source && last.ordinal + 1 === ordinal) row.push(sheet)
    else rows.push([sheet])
    last = { source, ordinal }
  }
  return rows
}

function linesOf({ place, units }: Sheet, wanted: readonly Wanted[]): readonly Line[] {
  return units.map((unit) => {
    const held = heldBy(termsIn(unit.text), wanted)
    const turn = `${place.passage.id} ${unit.turn}`
    return { unit, place, turn, held, share: shareOf(held, wanted) }
  })
}

// What stands above a passage says what it is about.
function headOf(passage: Passage): string {
  if (!isSpoken(passage)) return `${passage.about.title} ${passage.section.heading}`
  const { about, cues } = passage
  return `${about.title} ${chapterAt(about, cues[0].start)?.title ?? ''}`
}

/** What some lines have of the question between them. */
export function heldTogether(lines: readonly Line[], wanted: readonly Wanted[]): Held {
  return joined([wanted.map(() => 0), ...lines.map(({ held }) => held)])
}
