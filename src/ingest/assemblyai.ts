import { z } from 'zod'
import type { Cue } from '../domain/documents.ts'
import { type ParsedCues, parsedCues } from './cues.ts'
import { parseJson, schemaError } from './json.ts'
import { joinWords } from './words.ts'

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

// Without speaker labels there are no utterances, only words.
const Words = z.object({ utterances: z.null().optional(), words: z.array(Utterance) })

/**
 * Reads the utterances of an AssemblyAI export, or the bare array of them. Times are milliseconds.
 *
 * @throws SourceError (`bad-source`) for invalid JSON (with the line), another schema, and when nobody speaks
 */
export function parseAssemblyai(text: string, file: string): ParsedCues {
  return fromAssemblyai(parseJson(text, file), file)
}

/** The same from JSON that was parsed already. */
export function fromAssemblyai(value: unknown, file: string): ParsedCues {
  const bare = Words.safeParse(value)
  if (bare.success) return parsedCues(joinWords(bare.data.words.map(toCue)), file)
  const parsed = Export.safeParse(Array.isArray(value) ? { utterances: value } : value)
  if (!parsed.success) throw schemaError(file, parsed.error, 'Export von AssemblyAI')
  const language = parsed.data.language_code
  const cues = parsedCues(parsed.data.utterances.map(toCue), file)
  return { ...cues, ...(language ? { language } : {}) }
}

function toCue({ speaker, start, end, text }: z.infer<typeof Utterance>): Cue {
  return {
    start: start / 1000,
    end: end / 1000,
    ...(speaker ? { speaker } : {}),
    text: text ?? '',
  }
}
