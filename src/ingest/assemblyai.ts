import { z } from 'zod'
import type { Cue } from '../domain/documents.ts'
import { SourceError } from '../domain/errors.ts'
import { type ParsedCues, speechOf, tidyCues } from './cues.ts'

const Utterance = z.object({
  speaker: z.string().nullish(),
  start: z.number().nonnegative(),
  end: z.number().nonnegative(),
  text: z.string().nullable(),
})

const Export = z.object({
  language_code: z.string().nullish(),
  utterances: z.array(Utterance),
})

/**
 * Reads the utterances of an AssemblyAI export, or the bare array of them. Times are milliseconds.
 *
 * @throws SourceError (`bad-source`) for invalid JSON (with the line), another schema, and when nobody speaks
 */
export function parseAssemblyai(text: string, file: string): ParsedCues {
  const value = parseJson(text.replace(/^\uFEFF/, ''), file)
  const parsed = Export.safeParse(Array.isArray(value) ? { utterances: value } : value)
  if (!parsed.success) throw schemaError(file, parsed.error)
  const { cues, warnings } = tidyCues(parsed.data.utterances.map(toCue), file)
  const language = parsed.data.language_code
  return { cues: speechOf(cues, file), ...(language ? { language } : {}), warnings }
}

function toCue({ speaker, start, end, text }: z.infer<typeof Utterance>): Cue {
  return {
    start: start / 1000,
    end: end / 1000,
    ...(speaker ? { speaker } : {}),
    text: text ?? '',
  }
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    const line = cause instanceof Error ? lineOf(cause.message, text) : undefined
    throw new SourceError('Die Datei ist kein gültiges JSON oder sie ist abgeschnitten.', {
      file,
      ...(line === undefined ? {} : { line }),
      fix: 'Bitte das Transkript noch einmal vollständig herunterladen.',
      cause,
    })
  }
}

// The engine gives a position, or what stands around the place, or says that the text ended.
function lineOf(message: string, text: string): number | undefined {
  const position = /at position (\d+)/.exec(message)?.[1]
  if (position !== undefined) return lineAt(text, Number(position))
  if (message.includes('end of JSON')) return lineAt(text.trimEnd(), text.length)
  const [, token = '', around = ''] =
    /^Unexpected token '(.+?)', (?:\.\.\.)?"(.*)"(?:\.\.\.)? is not valid JSON$/su.exec(message) ??
    []
  const from = around === '' ? -1 : text.indexOf(around)
  if (from < 0) return undefined
  return lineAt(text, from + Math.max(0, around.indexOf(token, Math.min(10, around.length - 1))))
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length
}

function schemaError(file: string, { issues }: z.ZodError): SourceError {
  const path = issues[0]?.path.join('.') || 'utterances'
  return new SourceError(
    `Dieses JSON kenne ich nicht („${path}“ fehlt oder hat den falschen Typ).`,
    {
      file,
      fix: 'Gelesen wird der Export von AssemblyAI mit „utterances“ (speaker, start, end, text); andere Transkripte bitte als .vtt oder .srt ablegen.',
    },
  )
}
