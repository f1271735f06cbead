import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { SourceError } from '../../src/domain/errors.ts'
import { parseFrontMatter, parseYaml } from '../../src/front-matter.ts'
import { isRecord } from '../../src/ingest/fields.ts'
import type { Problem } from './problem.ts'

/** A Markdown file with its head; `id` is the name of the file. */
export interface Page {
  readonly id: string
  readonly file: string
  readonly lines: readonly string[]
  readonly head: Readonly<Record<string, unknown>>
  readonly body: string
  readonly bodyLine: number
}

/** A cue and the line its times stand on. Seconds, as written. */
export interface TimedCue {
  readonly line: number
  readonly start: number
  readonly end: number
  readonly voice: string
  readonly text: string
}

export interface Transcript {
  readonly id: string
  readonly file: string
  readonly lines: readonly string[]
  readonly cues: readonly TimedCue[]
}

interface Entry {
  readonly id: string
  readonly line: number
}

/** The knowledge folder as the rules see it. What cannot be read is missing here and a problem. */
export interface Knowledge {
  readonly dir: string
  readonly pages: readonly Page[]
  readonly transcripts: readonly Transcript[]
  readonly posts: readonly Page[]
  readonly templates: readonly Page[]
  readonly references: { readonly file: string; readonly entries: readonly Entry[] }
  readonly problems: readonly Problem[]
}

export function readKnowledge(dir: string): Knowledge {
  const problems: Problem[] = []
  const attempt = <T>(read: () => T): readonly T[] => {
    try {
      return [read()]
    } catch (error) {
      problems.push(toProblem(error))
      return []
    }
  }
  const all = <T>(folder: string, ending: string, read: (id: string, file: string) => T) =>
    namesIn(join(dir, folder), ending).flatMap((name) =>
      attempt(() => read(name.slice(0, -ending.length), join(dir, folder, name))),
    )
  const references = join(dir, 'references.yaml')
  return {
    dir,
    pages: all('episodes', '.md', readPage),
    transcripts: all('episodes', '.vtt', readTranscript),
    posts: all('posts', '.md', readPage),
    templates: all('templates', '.md', readPage),
    references: { file: references, entries: attempt(() => readReferences(references)).flat() },
    problems,
  }
}

function toProblem(error: unknown): Problem {
  if (!(error instanceof SourceError)) throw error
  const { file, line, message: what, fix } = error
  return { file, what, fix, ...(line === undefined ? {} : { line }) }
}

// A README beside the texts is for people, as it is for the product.
function namesIn(folder: string, ending: string): readonly string[] {
  try {
    const names = readdirSync(folder).filter((name) => name.endsWith(ending))
    return names.filter((name) => !/^readme/i.test(name)).toSorted()
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return []
    throw cause
  }
}

/** @throws SourceError (`bad-source`) for what is not there and for bytes that are not UTF-8 */
export function readText(file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file))
  } catch (cause) {
    throw new SourceError('lässt sich nicht lesen oder ist nicht in UTF-8 geschrieben.', {
      file,
      cause,
      fix: 'Bitte Pfad, Leserechte und Zeichensatz prüfen.',
    })
  }
}

function readPage(id: string, file: string): Page {
  const text = readText(file)
  return { id, file, lines: toLines(text), ...parseFrontMatter(text, file) }
}

const timing = /^(?:(\d+):)?(\d\d):(\d\d\.\d{3}) --> (?:(\d+):)?(\d\d):(\d\d\.\d{3})/

// Read by hand and not by the product's parser: that one forgives, and it gives no lines.
function readTranscript(id: string, file: string): Transcript {
  const lines = toLines(readText(file))
  const cues = lines.flatMap((line, at) => {
    const times = timing.exec(line)
    if (!times) return []
    const [start, end] = [toSeconds(times.slice(1, 4)), toSeconds(times.slice(4, 7))]
    return [{ line: at + 1, start, end, ...toVoice(lines, at + 1) }]
  })
  return { id, file, lines, cues }
}

function toSeconds([hours = '0', minutes = '0', seconds = '0']: readonly string[]): number {
  return toExact(Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds))
}

/** Seconds to the millisecond, so that times which are written alike are equal. */
export function toExact(seconds: number): number {
  return Math.round(seconds * 1000) / 1000
}

function toVoice(lines: readonly string[], from: number): { voice: string; text: string } {
  const blank = lines.findIndex((line, at) => at >= from && line.trim() === '')
  const said = lines.slice(from, blank < 0 ? lines.length : blank).join(' ')
  const [, voice = '', text = said] = /^<v ([^>]+)>(.*)$/u.exec(said) ?? []
  return {
    voice,
    text: text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&'),
  }
}

function readReferences(file: string): readonly Entry[] {
  const text = readText(file)
  const found = parseYaml(text, file)
  const ids = (Array.isArray(found) ? found : []).map((one) =>
    isRecord(one) ? String(one['id']) : '',
  )
  // The n-th entry stands where the n-th dash at the margin does.
  const dashes = toLines(text).flatMap((line, at) => (line.startsWith('- ') ? [at + 1] : []))
  return ids.map((id, at) => ({ id, line: dashes[at] ?? 1 }))
}

function toLines(text: string): readonly string[] {
  return text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/)
}

/** The line of a field in the head of a page; the first line where it is missing. */
export function lineOf({ lines }: Page, field: string): number {
  return (
    Math.max(
      0,
      lines.findIndex((line) => line.startsWith(`${field}:`)),
    ) + 1
  )
}
