import { speakerLabel, type Transcript } from '../domain/documents.ts'
import type { Seconds } from '../domain/time.ts'
import { surelyIn } from '../german/language.ts'
import { adChapters, holesIn } from './clocks.ts'
import { phantomSpeakers } from './faults.ts'
import { suspectedLoops } from './loops.ts'

/** What somebody wants to know who doubts an import. */
export function examine({ about, cues }: Transcript) {
  const voices = Map.groupBy(cues, ({ speaker }) => speaker ?? '')
  const phantoms = new Set(phantomSpeakers(cues))
  const longest = cues.reduce<(typeof cues)[number] | undefined>(
    (best, cue) => (best && best.end - best.start >= cue.end - cue.start ? best : cue),
    undefined,
  )
  return {
    speakers: Array.from(voices, ([id, own]) => ({
      id,
      label: speakerLabel(about, id) ?? '(ohne Namen)',
      cues: own.length,
      seconds: own.reduce((sum, { start, end }) => sum + end - start, 0),
      isDoubtful: phantoms.has(id),
    })),
    longest,
    gaps: holesIn(cues),
    loops: suspectedLoops(cues).map(({ first, count }) => ({ start: first.start, count })),
    advertisements: adChapters(about.chapters, about.duration),
    heard: surelyIn(cues.map(({ text }) => text).join(' ')),
    places: placesIn(cues.map(({ start }) => start)),
  }
}

// The beginning, the middle and the end: an advertisement shows in the second or the third.
function placesIn(starts: readonly Seconds[]): readonly Seconds[] {
  const at = (share: number) =>
    starts[Math.min(starts.length - 1, Math.floor(starts.length * share))]
  return [at(0.05), at(0.5), at(0.95)].filter((start) => start !== undefined)
}
