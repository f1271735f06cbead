import type { Citation } from './domain/citation.ts'
import {
  type Article,
  type Document,
  isTranscript,
  speakerLabel,
  type Transcript,
} from './domain/documents.ts'
import { clock } from './domain/time.ts'

/** A line of a source around a citation; `at` is its second as a clock, or its heading's number. */
export interface ExcerptLine {
  readonly at: string
  readonly speaker?: string
  readonly text: string
  readonly isCited: boolean
}

/** How many cues are shown before and after the cited ones. */
const neighbours = 3

/**
 * The cited cues with their neighbours, or the cited section: what a chat shows where no page can be
 * opened. Empty where the source has changed and the place is gone.
 */
export function excerpt(document: Document, citation: Citation): readonly ExcerptLine[] {
  return isTranscript(document) ? spoken(document, citation) : written(document, citation)
}

function spoken({ about, cues }: Transcript, citation: Citation): readonly ExcerptLine[] {
  if (citation.kind !== 'episode') return []
  const { start, end } = citation
  const isCited = (cue: { start: number; end: number }) => cue.start < end && cue.end > start
  const [first, last] = [cues.findIndex(isCited), cues.findLastIndex(isCited)]
  if (first < 0) return []
  return cues.slice(Math.max(0, first - neighbours), last + 1 + neighbours).map((cue) => {
    const speaker = speakerLabel(about, cue.speaker)
    const shown = { at: clock(cue.start), text: cue.text, isCited: isCited(cue) }
    return speaker ? { ...shown, speaker } : shown
  })
}

function written({ sections }: Article, citation: Citation): readonly ExcerptLine[] {
  if (citation.kind !== 'post') return []
  const found = sections.find(({ anchor }) => anchor === citation.anchor)
  if (!found) return []
  const at = `${found.number}`
  return found.text
    .split(/\n{2,}/)
    .map((text) => ({ at, text, isCited: overlaps(text, citation.quote) }))
}

// A quote may run over the end of a paragraph.
function overlaps(paragraph: string, quote: string): boolean {
  const [one, other] = [flat(paragraph), flat(quote)]
  return one.includes(other) || (one.length > 20 && other.includes(one))
}

function flat(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
