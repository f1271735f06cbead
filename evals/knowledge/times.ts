import { SourceError } from '../../src/domain/errors.ts'
import { parseClock } from '../../src/domain/time.ts'
import { isRecord } from '../../src/ingest/fields.ts'
import { findStale, paceFolder } from '../pace.ts'
import type { Problem } from './problem.ts'
import {
  type Knowledge,
  lineOf,
  type Page,
  type TimedCue,
  type Transcript,
  toExact,
} from './read.ts'

/** Times that hold together: cues one after the other, chapters where somebody begins to speak. */
export function checkTimes({ pages, transcripts }: Knowledge): readonly Problem[] {
  return [
    ...transcripts.flatMap(checkCues),
    ...transcripts.flatMap((transcript) => {
      const page = pages.find(({ id }) => id === transcript.id)
      return page ? checkChapters(page, transcript) : [alone(transcript.file, 'die Seite')]
    }),
    ...pages
      .filter(({ id }) => transcripts.every((transcript) => transcript.id !== id))
      .map(({ file }) => alone(file, 'das Transkript')),
  ]
}

function alone(file: string, what: string): Problem {
  return {
    file,
    what: `Zu dieser Datei fehlt ${what} gleichen Namens.`,
    fix: 'Zu jeder Folge gehören episodes/<id>.md und episodes/<id>.vtt; bitte anlegen.',
  }
}

function checkCues({ file, cues }: Transcript): readonly Problem[] {
  const fix = 'Bitte `npm run pace` ausführen; Zeiten werden nicht von Hand gesetzt.'
  return cues.flatMap((cue, at) => {
    const before = cues[at - 1]
    const what = troubleOf(cue, before)
    return what ? [{ file, line: cue.line, what, fix }] : []
  })
}

function troubleOf(cue: TimedCue, before: TimedCue | undefined): string | undefined {
  if (cue.end <= cue.start) return 'Die Einblendung endet, bevor sie beginnt.'
  if (before && cue.start < before.end) return 'Die Einblendung beginnt vor dem Ende der vorigen.'
  return undefined
}

function checkChapters(page: Page, { cues }: Transcript): readonly Problem[] {
  const value = page.head['chapters']
  const at = lineOf(page, 'chapters')
  const chapters = Array.isArray(value) ? value : []
  const lines = page.lines.flatMap((line, index) => (/^\s+- start:/.test(line) ? [index + 1] : []))
  const fix = 'Bitte `npm run pace` ausführen; Kapitel stehen im Skript.'
  if (chapters.length === 0) return [{ file: page.file, line: at, what: 'Kapitel fehlen.', fix }]
  const starts = chapters.map(toStart)
  return starts.flatMap((start, index) => {
    const what = chapterTrouble({ start, before: starts[index - 1], cues })
    return what ? [{ file: page.file, line: lines[index] ?? at, what, fix }] : []
  })
}

function toStart(chapter: unknown): number | undefined {
  const start = parseClock(isRecord(chapter) ? chapter['start'] : '')
  return start === undefined ? undefined : toExact(start)
}

interface ChapterStart {
  readonly start: number | undefined
  readonly before: number | undefined
  readonly cues: readonly TimedCue[]
}

function chapterTrouble({ start, before, cues }: ChapterStart): string | undefined {
  if (start === undefined) return 'Die Zeit des Kapitels ist nicht lesbar.'
  if (before !== undefined && start <= before) return 'Das Kapitel beginnt nicht nach dem vorigen.'
  if (start >= (cues.at(-1)?.end ?? 0)) return 'Das Kapitel beginnt nach dem Ende der Folge.'
  if (cues.every((cue) => cue.start !== start)) {
    return 'Das Kapitel beginnt nicht mit einer Einblendung des Transkripts.'
  }
  return undefined
}

/** Transcripts and pages that are not what their scripts come to at 140 words a minute. */
export async function checkPace({ dir, transcripts }: Knowledge): Promise<readonly Problem[]> {
  try {
    const outputs = await paceFolder(dir)
    const stale = (await findStale(outputs)).map(({ path }) => path)
    const unwritten = transcripts.filter(({ file }) => outputs.every(({ path }) => path !== file))
    return [...stale.map(isStale), ...unwritten.map(({ file }) => withoutScript(file))]
  } catch (error) {
    if (!(error instanceof SourceError)) throw error
    const { file, line, message: what, fix } = error
    return [{ file, what, fix, ...(line === undefined ? {} : { line }) }]
  }
}

function isStale(file: string): Problem {
  return {
    file,
    what: 'Zeiten oder Worte sind nicht die des Skripts bei 140 Wörtern in der Minute.',
    fix: 'Bitte das Skript in scripts/ ändern und `npm run pace` ausführen.',
  }
}

function withoutScript(file: string): Problem {
  return {
    file,
    what: 'Zu dieser Beispielfolge fehlt das Skript in scripts/.',
    fix: 'Bitte scripts/<id>.txt anlegen und `npm run pace` ausführen.',
  }
}
