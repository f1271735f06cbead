import { SourceError } from '../domain/errors.ts'
import { fromAssemblyai } from './assemblyai.ts'
import type { ParsedCues } from './cues.ts'
import { isHtmlTranscript, parseHtmlTranscript } from './html-transcript.ts'
import { parseJson } from './json.ts'
import { isMarkdownTranscript, parseMarkdownTranscript } from './markdown-transcript.ts'
import { fromPodcastJson, isPodcastJson } from './podcast-json.ts'
import { fromRows, isRows } from './podlove.ts'
import { parseSrt } from './srt.ts'
import { isTranscriber, parseTranscriber } from './transcriber.ts'
import { parseVtt } from './vtt.ts'
import { fromWhisper, isWhisper } from './whisper.ts'
import { isWhisperTsv, parseWhisperTsv } from './whisper-tsv.ts'

/** A way to write a transcript down. */
export interface Format {
  readonly name: string
  readonly parse: (text: string, file: string) => ParsedCues
}

const json = { looksRight: (text: string) => /^\uFEFF?\s*[[{]/.test(text) } as const

const formats: readonly (Format & { readonly looksRight: (text: string) => boolean })[] = [
  { name: 'WebVTT', looksRight: (text) => /^\uFEFF?\s*WEBVTT/.test(text), parse: parseVtt },
  { name: 'JSON', ...json, parse: parseJsonTranscript },
  { name: 'Whisper TSV', looksRight: isWhisperTsv, parse: parseWhisperTsv },
  { name: 'Transcriber', looksRight: isTranscriber, parse: parseTranscriber },
  { name: 'SubRip', looksRight: isSrt, parse: parseSrt },
  { name: 'HTML', looksRight: isHtmlTranscript, parse: parseHtmlTranscript },
  { name: 'Markdown', looksRight: isMarkdownTranscript, parse: parseMarkdownTranscript },
]

/** The format a text is in, told by what stands there; `undefined` where it has no times. */
export function formatOf(text: string): Format | undefined {
  return formats.find(({ looksRight }) => looksRight(text))
}

/** From the one that says most to the one that says least: of several of one name the first is taken. */
const ranking: readonly string[] = ['vtt', 'json', 'srt', 'trs', 'tsv', 'html', 'htm', 'txt']

/** Whether a file has the ending of a transcript, and a name before it. */
export function isTranscriptEnding(name: string): boolean {
  return rankOf(name) < ranking.length
}

/** The lower the better, among transcripts of the same episode. */
export function rankOf(name: string): number {
  const [, ending = ''] = /.\.([a-z]+)$/i.exec(name) ?? []
  const rank = ranking.indexOf(ending.toLowerCase())
  return rank < 0 ? ranking.length : rank
}

const endings: Readonly<Record<string, Format['parse']>> = {
  vtt: parseVtt,
  srt: parseSrt,
  json: parseJsonTranscript,
}

/**
 * Reads a transcript by what stands in it; its name counts only where that tells nothing.
 *
 * @throws SourceError (`bad-source`)
 */
export function parseTranscript(text: string, file: string): ParsedCues {
  const found = formatOf(text)
  if (found) return found.parse(text, file)
  const ending = /\.([a-z]+)$/i.exec(file)?.[1]?.toLowerCase() ?? ''
  const parse = endings[ending]
  if (parse) return parse(text, file)
  throw new SourceError('In der Datei stehen keine Zeiten.', {
    file,
    fix: 'Ein Transkript braucht Zeiten (.vtt, .srt, .json, .tsv, .trs oder Zeilen wie „[00:01:02] Name“); Text ohne Zeiten gehört als Beitrag nach posts/.',
  })
}

/** @throws SourceError (`bad-source`) */
function parseJsonTranscript(text: string, file: string): ParsedCues {
  const value = parseJson(text, file)
  if (isPodcastJson(value)) return fromPodcastJson(value, file)
  if (isWhisper(value)) return fromWhisper(value, file)
  if (isRows(value)) return fromRows(value, file)
  return fromAssemblyai(value, file)
}

function isSrt(text: string): boolean {
  return /^\s*\d+:\d{1,2}(?::\d{1,2})?[.,]\d+\s*-->/m.test(text.slice(0, 4000))
}
