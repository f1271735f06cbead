import type { ParsedCues } from './cues.ts'
import { parseLines } from './vtt.ts'

/**
 * Reads SubRip, line by line turned into WebVTT, so that errors name the line of this file.
 *
 * "Name: text" stays text: a colon is no proof of a speaker.
 *
 * @throws SourceError (`bad-source`) for a timing line that cannot be read and for a file without a cue
 */
export function parseSrt(text: string, file: string): ParsedCues {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/)
  return parseLines(['WEBVTT', '', ...lines.map(toVttLine)], file, 2)
}

// A number right above a time is a counter. It becomes an empty line, because a cue without text
// is sometimes written without the empty line after it.
function toVttLine(line: string, index: number, all: readonly string[]): string {
  if (/^\s*\d+\s*$/.test(line) && all[index + 1]?.includes('-->')) return ''
  if (!isTiming(line)) return line.replace(/\{\\an?\d+\}/g, '').trimEnd()
  return line.trim().replace(/,(\d)/g, '.$1')
}

function isTiming(line: string): boolean {
  return /^\s*\d+:\d.*-->/.test(line)
}
