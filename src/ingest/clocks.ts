import type { Chapter, Cue, Shift } from '../domain/documents.ts'
import { clock, parseClock, type Seconds } from '../domain/time.ts'
import type { Span } from './cues.ts'
import type { Fields } from './fields.ts'

interface Given {
  readonly fields: Fields
  readonly cues: readonly Cue[]
  readonly chapters: readonly Chapter[]
  readonly advertisements: readonly Span[]
}

// Below this nobody notices; above it a link opens in the middle of something else.
const tolerance = 20
// A silence of so many seconds is where something was cut out or left out.
const hole = 30
// No advertisement lasts longer; a recording that differs by more is another one.
const longest = 600

const adTitle = /\b(?:werbung|anzeige|sponsor(?:en|ing)?|werbeblock|advertisement)\b/i

/**
 * Brings the clock of a transcript and that of the published recording together.
 *
 * `duration` in the head is what the feed says. Where it differs, and an advertisement of that length is
 * to be seen, what comes after it is shifted; else it is only reported. `offset` in the head is a
 * person's word and shifts all.
 */
export function readClocks({ fields, cues, chapters, advertisements }: Given) {
  const spoken = cues.reduce((last, cue) => Math.max(last, cue.end), 0)
  const audioDuration = durationIn(fields)
  const offset = offsetIn(fields)
  const byHand = offset === undefined ? [] : [{ from: 0, by: offset }]
  const difference = audioDuration === undefined ? 0 : spoken - audioDuration
  if (Math.abs(difference) <= tolerance || audioDuration === undefined) {
    return kept(audioDuration, byHand)
  }
  const spans =
    difference > 0 ? [...advertisements, ...holesIn(cues)] : adChapters(chapters, spoken)
  const found = byHand.length > 0 ? undefined : fitting(spans, Math.abs(difference))
  fields.warn('duration', said({ spoken, audioDuration, found, isByHand: byHand.length > 0 }))
  if (!found) return kept(audioDuration, byHand)
  // The transcript knows the advertisement and the recording does not, or the other way round.
  const shift =
    difference > 0 ? { from: found.end, by: -difference } : { from: found.start, by: -difference }
  return kept(audioDuration, [shift])
}

function kept(audioDuration: Seconds | undefined, shifts: readonly Shift[]) {
  return {
    ...(audioDuration === undefined ? {} : { audioDuration }),
    ...(shifts.length > 0 ? { shifts } : {}),
  }
}

function durationIn(fields: Fields): Seconds | undefined {
  const value = fields.raw('duration')
  if (value === undefined) return undefined
  const seconds = parseClock(value)
  if (seconds === undefined)
    fields.warn('duration', 'ist keine Dauer wie 1:02:03; es wird nicht benutzt.')
  return seconds || undefined
}

function offsetIn(fields: Fields): Seconds | undefined {
  const value = fields.raw('offset')
  if (value === undefined) return undefined
  const seconds = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
  if (typeof seconds === 'number' && Number.isFinite(seconds)) return seconds
  fields.warn('offset', 'ist keine Zahl von Sekunden wie -12.5; es wird nicht benutzt.')
  return undefined
}

/** Stretches in which nobody speaks though the recording goes on. */
export function holesIn(cues: readonly Cue[]): readonly Span[] {
  const found: Span[] = []
  let end = 0
  for (const cue of cues) {
    if (cue.start - end > hole) found.push({ start: end, end: cue.start })
    end = Math.max(end, cue.end)
  }
  return found
}

/** Chapters that are advertisements by their name. */
export function adChapters(chapters: readonly Chapter[], end: Seconds): readonly Span[] {
  return chapters.flatMap(({ start, title }, index) =>
    adTitle.test(title) ? [{ start, end: chapters[index + 1]?.start ?? end }] : [],
  )
}

// The one whose length explains the difference; of two that do, nobody knows which.
function fitting(spans: readonly Span[], difference: Seconds): Span | undefined {
  if (difference > longest) return undefined
  const slack = Math.max(tolerance, difference / 5)
  const fits = spans.filter(({ start, end }) => Math.abs(end - start - difference) <= slack)
  return fits.length === 1 ? fits[0] : undefined
}

interface Told {
  readonly spoken: Seconds
  readonly audioDuration: Seconds
  readonly found: Span | undefined
  readonly isByHand: boolean
}

function said({ spoken, audioDuration, found, isByHand }: Told): string {
  const seconds = Math.round(Math.abs(spoken - audioDuration))
  const facts = `nennt ${clock(audioDuration)}, das Transkript endet bei ${clock(spoken)} (${seconds} s Unterschied)`
  if (isByHand) return `${facts}; es gilt „offset“.`
  if (found) {
    return `${facts}; das erklärt die Werbung bei ${clock(found.start)}, Verweise danach sind verschoben.`
  }
  return `${facts}; bitte einen Verweis prüfen und mit „offset“ verschieben, wenn er danebenliegt.`
}
