import { z } from 'zod'
import { type ParsedCues, parsedCues } from './cues.ts'
import { LooseText, schemaError } from './json.ts'
import { joinWords } from './words.ts'

const Segment = z.object({
  startTime: z.number().nonnegative(),
  endTime: z.number().nonnegative().nullish(),
  speaker: LooseText,
  body: z.string().nullish(),
})

const Transcript = z.object({ segments: z.array(Segment) })

/** Whether JSON looks like this format. */
export function isPodcastJson(value: unknown): boolean {
  const First = z.object({ startTime: z.number() })
  return z.object({ segments: z.tuple([First], z.unknown()) }).safeParse(value).success
}

/**
 * Reads the JSON transcript of the podcast namespace. Times are seconds. Segments may be single
 * words: neighbours of one voice are joined until a sentence ends.
 *
 * @throws SourceError (`bad-source`) for another schema and when nobody speaks
 * @see https://github.com/Podcastindex-org/podcast-namespace/blob/main/transcripts/transcripts.md
 */
export function fromPodcastJson(value: unknown, file: string): ParsedCues {
  const parsed = Transcript.safeParse(value)
  if (!parsed.success) throw schemaError(file, parsed.error, 'Transkript nach Podcasting 2.0')
  const cues = parsed.data.segments.map(({ startTime, endTime, speaker, body }) => ({
    start: startTime,
    end: endTime ?? startTime,
    ...(speaker ? { speaker } : {}),
    text: body ?? '',
  }))
  return parsedCues(joinWords(cues), file)
}
