import type { Chapter, Cue, Speaker } from '../domain/documents.ts'
import { SourceError } from '../domain/errors.ts'
import type { Seconds } from '../domain/time.ts'
import { decodeEntities } from './entities.ts'
import { isAdvertisement, isCredit, marksOf } from './faults.ts'
import { withoutLoops } from './loops.ts'
import { plainLine } from './plain.ts'

/** How often something was wrong: mended, or only pointed out. */
export interface Faults {
  readonly repaired: number
  readonly marked: number
}

/** A stretch of the recording that is not part of the show. */
export interface Span {
  readonly start: Seconds
  readonly end: Seconds
}

/** What a transcript file gives. All but the cues only where the file says so. */
export interface ParsedCues {
  readonly cues: readonly Cue[]
  readonly language?: string
  readonly speakers?: readonly Speaker[]
  readonly chapters?: readonly Chapter[]
  /** Advertisements that the transcript marks; they are not among the cues. */
  readonly advertisements?: readonly Span[]
  readonly faults?: Faults
  readonly isMachineMade?: true
  readonly warnings: readonly string[]
}

type Tidy = Pick<ParsedCues, 'cues' | 'warnings' | 'advertisements' | 'faults'>

const charactersPerSecond = 15

/** Cues as a file wrote them, made fit: plain text, none empty, in order, none ending before it starts. */
export function tidyCues(raw: readonly Cue[], file: string): Tidy {
  const plain = raw.map(toPlain)
  const filled = plain.filter(({ text }) => text !== '')
  const [advertisements, spoken] = parted(filled, isAdvertisement)
  const [credits, said] = parted(spoken, ({ text }) => isCredit(text))
  const sorted = inOrder(said)
  const isUnsorted = sorted.some((cue, index) => cue !== said[index])
  const backwards = sorted.filter((cue) => cue.end < cue.start).length
  const still = sorted.filter((cue) => cue.end === cue.start).length
  const { cues, dropped, warnings: loops } = withoutLoops(sorted.map(repair), file)
  const marks = marksOf(cues, file)
  const empty = plain.length - filled.length
  const repaired = empty + credits.length + Number(isUnsorted) + backwards + still + dropped
  return {
    cues,
    ...(advertisements.length > 0 ? { advertisements: advertisements.map(toSpan) } : {}),
    ...(repaired + marks.count > 0 ? { faults: { repaired, marked: marks.count } } : {}),
    warnings: [
      ...(isUnsorted ? [unsorted(file)] : []),
      ...(backwards > 0 ? [reversed(file, backwards)] : []),
      ...(credits.length > 0 ? [credited(file, credits.length)] : []),
      ...loops,
      ...marks.warnings,
    ],
  }
}

/** Cues by their start; those that start together stay as they are. */
export function inOrder(cues: readonly Cue[]): readonly Cue[] {
  return cues.toSorted((one, other) => one.start - other.start)
}

/** The same cues, of which there must be one: @throws SourceError (`bad-source`) otherwise. */
export function speechOf(cues: readonly Cue[], file: string): readonly Cue[] {
  if (cues.length > 0) return cues
  throw new SourceError('In der Datei steht kein gesprochener Text.', {
    file,
    fix: 'Bitte prüfen, ob das Transkript vollständig ist, oder die Datei entfernen.',
  })
}

/** Tidied cues, of which there must be one. @throws SourceError (`bad-source`) otherwise */
export function parsedCues(raw: readonly Cue[], file: string): ParsedCues {
  const tidy = tidyCues(raw, file)
  return { ...tidy, cues: speechOf(tidy.cues, file) }
}

export function unsorted(file: string): string {
  return `${file}: Die Zeiten stehen nicht in der richtigen Reihenfolge; sie wurden sortiert.`
}

function reversed(file: string, count: number): string {
  return `${file}: Das Ende liegt vor dem Anfang (${count}-mal); es wurde geschätzt.`
}

function credited(file: string, count: number): string {
  return `${file}: Ein Abspann von Untertiteln, den niemand spricht, wurde ausgelassen (${count}-mal).`
}

function parted(
  cues: readonly Cue[],
  isOut: (cue: Cue) => boolean,
): readonly [readonly Cue[], readonly Cue[]] {
  return [cues.filter(isOut), cues.filter((cue) => !isOut(cue))]
}

function toSpan({ start, end }: Cue): Span {
  return { start, end: Math.max(start, end) }
}

function toPlain(cue: Cue): Cue {
  const speaker = plainLine(decodeEntities(cue.speaker ?? ''))
  return {
    start: cue.start,
    end: cue.end,
    ...(speaker ? { speaker } : {}),
    text: plainLine(decodeEntities(cue.text)),
  }
}

function repair(cue: Cue, index: number, all: readonly Cue[]): Cue {
  if (cue.end > cue.start) return cue
  const guess = cue.start + cue.text.length / charactersPerSecond
  const next = all[index + 1]?.start ?? guess
  return { ...cue, end: next > cue.start ? Math.min(guess, next) : guess }
}
