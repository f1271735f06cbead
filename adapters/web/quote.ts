import { type Word, words } from '../../src/german/words.ts'
import { html, type Markup } from './html.ts'

/** A stretch of one text, in UTF-16 units. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** Links carry no more of a quote than this, so its last word may be cut. */
const longestQuote = 600

interface Placed extends Word {
  readonly line: number
}

/**
 * Where a quote stands in texts that follow each other, one span (or none) per text.
 *
 * Whole words count, case and what stands between words do not. `undefined` when the words do not
 * stand there: then nothing may be highlighted.
 */
export function findQuote(
  texts: readonly string[],
  quote: string,
): readonly (Span | undefined)[] | undefined {
  const all = words(quote.slice(0, longestQuote)).map(toKey)
  const wanted = quote.length < longestQuote ? all : all.slice(0, -1)
  const placed = texts.flatMap((text, line) => words(text).map((word) => ({ ...word, line })))
  const at = findRun(placed.map(toKey), wanted)
  if (at === undefined) return undefined
  return toSpans(placed.slice(at, at + wanted.length), texts.length)
}

/** A text with a stretch of it highlighted; `id` makes that the place a link scrolls to. */
export function highlight(text: string, span: Span | undefined, id?: string): Markup {
  if (!span) return html`${text}`
  const words = text.slice(span.start, span.end)
  const mark = id ? html`<mark id="${id}">${words}</mark>` : html`<mark>${words}</mark>`
  return html`${text.slice(0, span.start)}${mark}${text.slice(span.end)}`
}

function toKey(word: Word): string {
  return word.text.normalize('NFC').toLowerCase()
}

function findRun(keys: readonly string[], wanted: readonly string[]): number | undefined {
  if (wanted.length === 0) return undefined
  const at = keys.findIndex((_, from) => wanted.every((key, offset) => keys[from + offset] === key))
  return at < 0 ? undefined : at
}

function toSpans(found: readonly Placed[], count: number): (Span | undefined)[] {
  return Array.from({ length: count }, (_, line) => {
    const own = found.filter((word) => word.line === line)
    const [first, last] = [own[0], own.at(-1)]
    return first && last ? { start: first.start, end: last.end } : undefined
  })
}
