import { spokenAt, writtenAt } from './answer/quote.ts'
import type { Finding } from './domain/citation.ts'
import {
  type Article,
  type Cue,
  type Document,
  isTranscript,
  type Transcript,
} from './domain/documents.ts'
import type { PassageId } from './domain/passage.ts'
import type { StepSource } from './domain/playbook.ts'
import { sentences } from './german/sentences.ts'

/** A second may lie a breath before the cue it means. */
const breath = 0.5

/** Where the place of a step stands in a source, with all words it means; `undefined` where they are gone. */
export function findingIn(document: Document, place: StepSource): Finding | undefined {
  const id = `${place.source}#step` as PassageId
  return isTranscript(document) ? spokenIn(document, place, id) : writtenIn(document, place, id)
}

function spokenIn({ about, cues }: Transcript, place: StepSource, id: PassageId) {
  const meant = cuesAt(cues, place)
  return spokenAt({ id, about }, meant.map(({ text }) => text).join(' '), meant)
}

function writtenIn({ about, sections }: Article, { heading, contains }: StepSource, id: PassageId) {
  const section = sections.find((one) => one.heading === heading)
  const quote = section && sentencesWith(section.text, contains)
  return quote ? writtenAt({ id, about, section }, quote) : undefined
}

/** The cues from the one a place begins with to the one it ends with; none where it begins before all. */
export function cuesAt<T extends Pick<Cue, 'start'>>(
  cues: readonly T[],
  { start, end }: { readonly start?: number | undefined; readonly end?: number | undefined },
): readonly T[] {
  if (start === undefined) return []
  const from = cues.findLastIndex((one) => one.start <= start + breath)
  return cues.filter(
    (one, at) =>
      from >= 0 && (at === from || (at > from && end !== undefined && one.start < end - breath)),
  )
}

/**
 * The sentences of a section that hold words of it, from the first to the last where two are named
 * ("first … last"); without words the first sentence. Whole ones only: half a one may say the opposite.
 */
export function sentencesWith(text: string, contains: string | undefined): string | undefined {
  const all = [...text.matchAll(/[^\n]+/g)].flatMap(({ 0: line, index }) =>
    sentences(line).map(({ start, end }) => ({ start: index + start, end: index + end })),
  )
  if (contains === undefined) return all[0] && text.slice(all[0].start, all[0].end)
  const [first = '', last = first] = contains.split(' … ')
  const from = text.indexOf(first)
  const to = text.indexOf(last, from) + last.length
  if (from < 0 || to <= from) return undefined
  const meant = all.filter(({ start, end }) => start < to && end > from)
  const quote = text.slice(meant[0]?.start, meant.at(-1)?.end)
  return quote.replace(/\s+/g, ' ')
}
