import type { Cue } from '../domain/documents.ts'
import { SourceError } from '../domain/errors.ts'
import { type ParsedCues, parsedCues } from './cues.ts'

/** Whether text opens as Whisper's table does. */
export function isWhisperTsv(text: string): boolean {
  return /^\uFEFF?start\tend\ttext\s*(?:\n|\r|$)/.test(text)
}

/**
 * Reads the table Whisper writes: start and end in milliseconds, then the text.
 *
 * @throws SourceError (`bad-source`) with the line that has no times, and when nobody speaks
 */
export function parseWhisperTsv(text: string, file: string): ParsedCues {
  const [, ...lines] = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/)
  const cues = lines.flatMap((line, index) =>
    line.trim() === '' ? [] : [toCue(line, index + 2, file)],
  )
  return parsedCues(cues, file)
}

function toCue(line: string, number: number, file: string): Cue {
  const [, start, end, text = ''] = /^(\d+)\t(\d+)(?:\t(.*))?$/.exec(line) ?? []
  if (start === undefined) {
    throw new SourceError('Die Zeile beginnt nicht mit zwei Zeiten in Millisekunden.', {
      file,
      line: number,
      fix: 'Bitte das Transkript noch einmal vollständig herunterladen oder als .vtt ablegen.',
    })
  }
  return { start: Number(start) / 1000, end: Number(end) / 1000, text }
}
