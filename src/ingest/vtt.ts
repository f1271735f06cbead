import library from 'webvtt-parser'
import entities from 'webvtt-parser/html-entities.json' with { type: 'json' }
import type { Cue } from '../domain/documents.ts'
import { SourceError } from '../domain/errors.ts'
import { type ParsedCues, speechOf, tidyCues, unsorted } from './cues.ts'
import { plainLine } from './plain.ts'
import { protectLines } from './vtt-lines.ts'

// What the parser says when it cannot read a timing line and therefore drops the cue. Its other
// complaints (settings, missing blank lines, order) leave the words and times as they are.
const unreadable = new Set([
  'No timestamp found.',
  'Timestamp must start with a character in the range 0-9.',
  'No time unit separator found.',
  'Must be exactly two digits.',
  'No seconds found or minutes is greater than 59.',
  'No decimal separator (".") found.',
  'Milliseconds must be given in three digits.',
  'You cannot have more than 59 minutes.',
  'You cannot have more than 59 seconds.',
  'No valid timestamp separator found.',
])
/** A line that says that nobody has read yet what a machine heard. */
export const machineMark = 'NOTE transcribed: machine'
const orphaned = new Set([
  'Cue identifier cannot be standalone.',
  'Cue identifier needs to be followed by timestamp.',
])

/**
 * Reads WebVTT: voices become speakers, other tags, notes and styles are left out.
 *
 * @throws SourceError (`bad-source`) without a signature or any cue, and for a timing line that cannot be read
 */
export function parseVtt(text: string, file: string): ParsedCues {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/)
  if (!/^WEBVTT(?:[ \t]|$)/.test(lines[0] ?? '')) {
    throw new SourceError('Die Datei beginnt nicht mit WEBVTT.', {
      file,
      line: 1,
      fix: 'Bitte als erste Zeile WEBVTT einfügen oder die Datei mit der richtigen Endung (.srt, .json) ablegen.',
    })
  }
  const header = lines.slice(0, lines.indexOf('')).find((line) => /^Language:/i.test(line))
  const language = header?.replace(/^Language:/i, '').trim()
  const isMachineMade = lines.slice(0, 20).includes(machineMark)
  return {
    ...parseLines(lines, file, 0),
    ...(language ? { language } : {}),
    ...(isMachineMade ? { isMachineMade } : {}),
  }
}

/** Reads lines of WebVTT, `added` of which the caller put before those of the file. */
export function parseLines(lines: readonly string[], file: string, added: number): ParsedCues {
  const parser = new library.WebVTTParser(entities)
  const { cues, errors } = parser.parse(protectLines(lines).join('\n'), 'metadata')
  const broken = errors.find((error) => unreadable.has(error.message))
  if (broken) throw timingError(file, broken.line - added)
  // The parser has already gone one line further when it finds that a line has no time.
  const orphans = errors.filter((error) => orphaned.has(error.message)).map(({ line }) => line - 1)
  const last = lines.findLastIndex((line) => line.trim() !== '')
  const cut = orphans.find((line) => line - 1 === last && isCutTiming(lines[last]))
  if (cut) throw timingError(file, cut - added)
  const tidy = tidyCues(cues.flatMap(toCues), file)
  const disorder = errors.some((error) => error.message.startsWith('Start timestamp is not'))
  return {
    ...tidy,
    cues: speechOf(tidy.cues, file),
    warnings: [
      ...orphans.slice(0, 1).map((line) => withoutTime(file, line - added, orphans.length)),
      ...(disorder ? [unsorted(file)] : []),
      ...tidy.warnings,
    ],
  }
}

// A number or the beginning of a time as the last line of all: the file broke off there.
function isCutTiming(lastLine = ''): boolean {
  return /^\s*[\d:.,]+[\s-]*$/.test(lastLine)
}

// Several voices in one cue share its time by the length of what they say.
function toCues(cue: library.ParsedCue): readonly Cue[] {
  const parts = voices(cue.tree, undefined).filter((part) => plainLine(part.text) !== '')
  // An empty one is counted by whoever leaves it out.
  if (parts.length === 0) return [{ start: cue.startTime, end: cue.endTime, text: '' }]
  const total = parts.reduce((sum, part) => sum + part.text.length, 0)
  const at = (share: number) => cue.startTime + ((cue.endTime - cue.startTime) * share) / total
  let before = 0
  return parts.map((part) => {
    const start = at(before)
    before += part.text.length
    return { ...part, start, end: before === total ? cue.endTime : at(before) }
  })
}

type Voiced = Pick<Cue, 'speaker' | 'text'>

// Neighbours of one voice are one part: a tag inside a sentence must not cut it.
function voices(node: library.Node, speaker: string | undefined): readonly Voiced[] {
  const own = node.name === 'v' && typeof node.value === 'string' ? node.value : speaker
  if (node.type === 'text') return [{ ...(own ? { speaker: own } : {}), text: String(node.value) }]
  const parts: Voiced[] = []
  for (const part of (node.children ?? []).flatMap((child) => voices(child, own))) {
    const last = parts.at(-1)
    if (last && last.speaker === part.speaker) {
      parts.splice(-1, 1, { ...part, text: last.text + part.text })
    } else {
      parts.push(part)
    }
  }
  return parts
}

function withoutTime(file: string, line: number, count: number): string {
  return `${file}:${line}: Text ohne Zeitangabe wurde ausgelassen (${count} ${count === 1 ? 'Zeile' : 'Zeilen'}).`
}

function timingError(file: string, line: number): SourceError {
  return new SourceError('Die Zeitangabe ist nicht lesbar oder abgeschnitten.', {
    file,
    line,
    fix: 'Bitte die Zeile wie „00:01:02.500 --> 00:01:05.000“ schreiben oder die Datei noch einmal vollständig herunterladen.',
  })
}
