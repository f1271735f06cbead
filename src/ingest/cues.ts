import type { Cue } from '../domain/documents.ts'
import { SourceError } from '../domain/errors.ts'
import { clock } from '../domain/time.ts'
import { plainLine } from './plain.ts'

/** What a transcript file gives. `language` only where the file says so. */
export interface ParsedCues {
  readonly cues: readonly Cue[]
  readonly language?: string
  readonly warnings: readonly string[]
}

// As many equal cues in a row are a loop of the speech recognition, not speech.
const loopLength = 4
const charactersPerSecond = 15

/** Cues as a file wrote them, made fit: plain text, none empty, in order, none ending before it starts. */
export function tidyCues(raw: readonly Cue[], file: string): ParsedCues {
  const plain = raw.map(toPlain).filter((cue) => cue.text !== '')
  const sorted = inOrder(plain)
  const repaired = sorted.map(repair)
  const backwards = sorted.filter((cue) => cue.end < cue.start).length
  const { cues, loops } = withoutLoops(repaired)
  return {
    cues,
    warnings: [
      ...(sorted.some((cue, index) => cue !== plain[index]) ? [unsorted(file)] : []),
      ...(backwards > 0 ? [reversed(file, backwards)] : []),
      ...loops.map((loop) => repeated(file, loop)),
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

export function unsorted(file: string): string {
  return `${file}: Die Zeiten stehen nicht in der richtigen Reihenfolge; sie wurden sortiert.`
}

function reversed(file: string, count: number): string {
  return `${file}: Das Ende liegt vor dem Anfang (${count}-mal); es wurde geschätzt.`
}

function repeated(file: string, { first, count }: Loop): string {
  return `${file}: Ab ${clock(first.start)} steht derselbe Text ${count}-mal nacheinander (Schleife der Spracherkennung); nur der erste bleibt.`
}

function toPlain(cue: Cue): Cue {
  const speaker = plainLine(cue.speaker ?? '')
  return {
    start: cue.start,
    end: cue.end,
    ...(speaker ? { speaker } : {}),
    text: plainLine(cue.text),
  }
}

function repair(cue: Cue, index: number, all: readonly Cue[]): Cue {
  if (cue.end >= cue.start) return cue
  const guess = cue.start + cue.text.length / charactersPerSecond
  const next = all[index + 1]?.start ?? guess
  return { ...cue, end: next > cue.start ? Math.min(guess, next) : guess }
}

interface Loop {
  readonly first: Cue
  readonly count: number
}

function withoutLoops(all: readonly Cue[]): { cues: readonly Cue[]; loops: readonly Loop[] } {
  const cues: Cue[] = []
  const loops: Loop[] = []
  for (const run of runs(all)) {
    const [first] = run
    const isLoop = first && run.length >= loopLength
    cues.push(...(isLoop ? [first] : run))
    if (isLoop) loops.push({ first, count: run.length })
  }
  return { cues, loops }
}

function runs(all: readonly Cue[]): readonly (readonly Cue[])[] {
  const found: Cue[][] = []
  for (const cue of all) {
    const run = found.at(-1)
    const last = run?.at(-1)
    if (last?.text === cue.text && last.speaker === cue.speaker) run?.push(cue)
    else found.push([cue])
  }
  return found
}
