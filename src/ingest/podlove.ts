import { z } from 'zod'
import type { Cue } from '../domain/documents.ts'
import { parseClock } from '../domain/time.ts'
import { type ParsedCues, parsedCues } from './cues.ts'
import { LooseText, schemaError } from './json.ts'

const Time = z.union([z.number(), z.string()]).nullish().catch(null)

const Row = z.object({
  start: Time,
  start_ms: z.number().nullish().catch(null),
  end: Time,
  end_ms: z.number().nullish().catch(null),
  speaker: LooseText,
  voice: LooseText,
  text: z.string().nullish().catch(null),
})

type Row = z.infer<typeof Row>

/** Whether JSON is a list of rows that begin somewhere and say something. */
export function isRows(value: unknown): boolean {
  if (!Array.isArray(value) || value.length === 0) return false
  return value.slice(0, 3).every((row) => {
    const parsed = Row.safeParse(row)
    return (
      parsed.success &&
      typeof parsed.data.text === 'string' &&
      startOf(parsed.data, 1) !== undefined
    )
  })
}

/**
 * Reads a list of rows: the four dialects of Podlove (`"00:00:43.1"`, `"00:00:49.401"`, seconds,
 * `start_ms`), and bare utterances in milliseconds, told by how much is said in the time.
 *
 * A row without an end ends where the next one starts. One without a voice is music or an intro.
 *
 * @throws SourceError (`bad-source`) for another schema, a row without a start, and when nobody speaks
 */
export function fromRows(value: unknown, file: string): ParsedCues {
  const parsed = z.array(Row).safeParse(value)
  if (!parsed.success) throw schemaError(file, parsed.error, 'Transkript von Podlove')
  const perSecond = isMilliseconds(parsed.data) ? 1000 : 1
  const cues = parsed.data.flatMap((row) => toCue(row, perSecond))
  return parsedCues(cues.map(closed), file)
}

function startOf(row: Row, perSecond: number): number | undefined {
  return timeOf(row.start_ms, row.start, perSecond)
}

function timeOf(ms: number | null | undefined, time: unknown, perSecond: number) {
  if (typeof ms === 'number' && ms >= 0) return ms / 1000
  return typeof time === 'number' && time >= 0 ? time / perSecond : parseClock(time)
}

// A row without any time cannot be cited: its words go with the row before it only in people's heads.
function toCue(row: Row, perSecond: number): readonly (Omit<Cue, 'end'> & { end?: number })[] {
  const start = startOf(row, perSecond)
  if (start === undefined) return []
  const end = timeOf(row.end_ms, row.end, perSecond)
  const speaker = row.voice || row.speaker
  return [
    {
      start,
      ...(end === undefined ? {} : { end }),
      ...(speaker ? { speaker } : {}),
      text: row.text ?? '',
    },
  ]
}

type Open = Omit<Cue, 'end'> & { readonly end?: number }

function closed(cue: Open, index: number, all: readonly Open[]): Cue {
  return { ...cue, end: cue.end ?? all[index + 1]?.start ?? cue.start }
}

// People say about fifteen characters in a second; in a "second" of a thousandth they say none.
const slowest = 0.5

function isMilliseconds(rows: readonly Row[]): boolean {
  const rates = rows.flatMap(({ start, end, text }) => {
    if (typeof start !== 'number' || typeof end !== 'number' || end <= start) return []
    return [(text ?? '').length / (end - start)]
  })
  const median = rates.toSorted((one, other) => one - other)[Math.floor(rates.length / 2)]
  return median !== undefined && median < slowest && rows.every(isWhole)
}

function isWhole({ start }: Row): boolean {
  return typeof start !== 'number' || Number.isInteger(start)
}
