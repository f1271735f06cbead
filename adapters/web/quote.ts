import { type Word, words } from '../../src/german/words.ts'
import { html, type Markup } from './html.ts'

/** A stretch of one text, in UTF-16 units. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** A link may name a long quote by its first and last words. */
const gap = ' … '

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
  const placed = texts.flatMap((text, line) => words(text).map((word) => ({ ...word, line })))
  const keys = placed.map(toKey)
  const [head = [], ...rest] = quote.split(gap).map((part) => words(part).map(toKey))
  const from = findRun(keys, head, 0)
  if (from === undefined) return undefined
  const to = rest.reduce<number | undefined>((end, part) => {
    const at = end === undefined ? undefined : findRun(keys, part, end)
    return at === undefined ? undefined : at + part.length
  }, from + head.length)
  return to === undefined ? undefined : toSpans(placed.slice(from, to), texts.length)
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

function findRun(keys: readonly string[], wanted: readonly string[], from: number) {
  if (wanted.length === 0) return undefined
  const at = keys.findIndex(
    (_, start) => start >= from && wanted.every((key, offset) => keys[start + offset] === key),
  )
  return at < 0 ? undefined : at
}

function toSpans(found: readonly Placed[], count: number): (Span | undefined)[] {
  return Array.from({ length: count }, (_, line) => {
    const own = found.filter((word) => word.line === line)
    const [first, last] = [own[0], own.at(-1)]
    return first && last ? { start: first.start, end: last.end } : undefined
  })
}
