import { z } from 'zod'
import type { Cue } from '../domain/documents.ts'
import { type ParsedCues, parsedCues } from './cues.ts'
import { LooseText, schemaError } from './json.ts'

const Word = z.object({ speaker: LooseText })

// Whisper, faster-whisper, WhisperX and servers that speak OpenAI's protocol agree on this much.
const Segment = z.object({
  start: z.number().nonnegative(),
  end: z.number().nonnegative().nullish(),
  text: z.string().nullish(),
  speaker: LooseText,
  words: z.array(Word.nullish().catch(null)).nullish().catch(null),
})

const Output = z.object({ language: LooseText, segments: z.array(Segment) })

// whisper.cpp writes times twice, in words and in milliseconds.
const Cpp = z.object({
  result: z.object({ language: LooseText }).nullish().catch(null),
  transcription: z.array(
    z.object({
      offsets: z.object({ from: z.number().nonnegative(), to: z.number().nonnegative() }),
      text: z.string().nullish(),
    }),
  ),
})

/** Whether JSON looks like this format. */
export function isWhisper(value: unknown): boolean {
  if (z.object({ transcription: z.array(z.unknown()) }).safeParse(value).success) return true
  const found = z.object({ segments: z.array(z.unknown()) }).safeParse(value)
  if (!found.success) return false
  const [first] = found.data.segments
  return first === undefined || z.object({ start: z.number() }).safeParse(first).success
}

/**
 * Reads the segments of Whisper and its relatives. Times are seconds; a speaker may stand at the
 * segment or only at its words, where most of them decide.
 *
 * @throws SourceError (`bad-source`) for another schema and when nobody speaks
 */
export function fromWhisper(value: unknown, file: string): ParsedCues {
  const parsed = Output.safeParse(fromCpp(value))
  if (!parsed.success) throw schemaError(file, parsed.error, 'Ausgabe von Whisper')
  const { language, segments } = parsed.data
  const cues = parsedCues(segments.map(toCue), file)
  const code = toCode(language)
  return { ...cues, ...(code ? { language: code } : {}) }
}

function toCue({ start, end, text, speaker, words }: z.infer<typeof Segment>): Cue {
  const voice = speaker || mostOf((words ?? []).flatMap((word) => word?.speaker ?? []))
  return { start, end: end ?? start, ...(voice ? { speaker: voice } : {}), text: text ?? '' }
}

function fromCpp(value: unknown): unknown {
  const parsed = Cpp.safeParse(value)
  if (!parsed.success) return value
  const { result, transcription } = parsed.data
  const segments = transcription.map(({ offsets, text }) => ({
    start: offsets.from / 1000,
    end: offsets.to / 1000,
    text,
  }))
  return { language: result?.language, segments }
}

function mostOf(names: readonly string[]): string | undefined {
  const groups = Array.from(Map.groupBy(names, (name) => name).entries())
  return groups.toSorted(([, one], [, other]) => other.length - one.length)[0]?.[0]
}

const codes: Readonly<Record<string, string>> = {
  german: 'de',
  english: 'en',
  french: 'fr',
  italian: 'it',
  spanish: 'es',
}

// The hosted endpoint writes the language out.
function toCode(language: string | null | undefined): string | undefined {
  if (!language) return undefined
  return codes[language.toLowerCase()] ?? language
}
