import type { Cue } from '../domain/documents.ts'
import { clock } from '../domain/time.ts'

// As many equal cues in a row are a loop of the speech recognition, not speech.
const loopLength = 4

// Where more than this was a loop, the recogniser heard nothing.
const most = 0.8

interface Loop {
  readonly first: Cue
  readonly count: number
}

/** Cues without the repetitions of a loop: of equal neighbours only the first stays. */
export function withoutLoops(all: readonly Cue[], file: string) {
  const cues: Cue[] = []
  const loops: Loop[] = []
  for (const run of runs(all)) {
    const [first] = run
    const isLoop = first && run.length >= loopLength
    cues.push(...(isLoop ? [first] : run))
    if (isLoop) loops.push({ first, count: run.length })
  }
  const dropped = all.length - cues.length
  const warnings = loops.map((loop) => repeated(file, loop))
  return {
    cues,
    dropped,
    warnings: dropped > all.length * most ? [...warnings, rest(file)] : warnings,
  }
}

/**
 * Where a group of two or three cues comes again and again. Speech does that too, in a song or a
 * prayer, so it is only pointed out.
 */
export function suspectedLoops(cues: readonly Cue[]): readonly Loop[] {
  const found: Loop[] = []
  let at = 0
  while (at < cues.length) {
    const length = Math.max(repeatedFrom(cues, at, 2), repeatedFrom(cues, at, 3))
    const first = cues[at]
    if (first && length > 0) found.push({ first, count: length })
    at += Math.max(1, length)
  }
  return found
}

// How many cues from here repeat a group of this size; 0 where it does not come four times.
function repeatedFrom(cues: readonly Cue[], from: number, size: number): number {
  let at = from + size
  while (at < cues.length && cues[at]?.text === cues[at - size]?.text) at += 1
  return at - from >= size * loopLength ? at - from : 0
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

function repeated(file: string, { first, count }: Loop): string {
  return `${file}: Ab ${clock(first.start)} steht derselbe Text ${count}-mal nacheinander (Schleife der Spracherkennung); nur der erste bleibt.`
}

function rest(file: string): string {
  return `${file}: Das Transkript besteht fast nur aus Schleifen; bitte die Folge neu verschriften.`
}
