import type { Chapter } from '../domain/documents.ts'
import { clock, parseClock, type Seconds } from '../domain/time.ts'
import { type Fields, isRecord, toText } from './fields.ts'
import { plainLine } from './plain.ts'

/** Reads `chapters`, ascending and only those that start before the end of the episode. */
export function toChapters(fields: Fields, duration: Seconds): readonly Chapter[] {
  const value = fields.raw('chapters')
  if (value === undefined) return []
  if (!Array.isArray(value)) {
    fields.warn('chapters', 'ist keine Liste; es wird nicht benutzt.')
    return []
  }
  const entries = value.map(toChapter)
  const wrong = entries.indexOf(undefined)
  if (wrong >= 0) {
    fields.warn(
      'chapters',
      `ist im ${wrong + 1}. Eintrag nicht lesbar (erwartet: start und title); er wird ausgelassen.`,
    )
  }
  const sorted = entries
    .filter((chapter) => chapter !== undefined)
    .toSorted((one, other) => one.start - other.start)
  for (const late of sorted.filter((chapter) => chapter.start >= duration)) {
    fields.warn(
      'chapters',
      `beginnt mit „${late.title}“ (${clock(late.start)}) nach dem Ende; das Kapitel wird ausgelassen.`,
    )
  }
  return sorted.filter((chapter) => chapter.start < duration)
}

function toChapter(entry: unknown): Chapter | undefined {
  const [at, name] = isRecord(entry)
    ? [entry['start'] ?? entry['time'], entry['title']]
    : toPair(entry)
  const start = parseClock(at)
  const title = toText(name)
  return start === undefined || title === undefined ? undefined : { start, title }
}

// "02:30 Title" or "(00:02:30) Title".
function toPair(entry: unknown): readonly [string | undefined, string | undefined] {
  if (typeof entry !== 'string') return [undefined, undefined]
  const match = /^[([]?([\d:.,]+)[)\]]?\s*[-–—]?\s+(.+)$/u.exec(plainLine(entry))
  return [match?.[1], match?.[2]]
}
