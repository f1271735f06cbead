/** Stretches of a text to be cut out. */
export interface Spans {
  /** Begins one; with the flag `g`. What begins with ` or ~ is code and stays as it is. */
  readonly opening: RegExp
  /** Sources of the patterns that must follow in turn; the last one ends the stretch. */
  readonly endings: (opened: string) => readonly string[]
  /** What stands there afterwards. */
  readonly instead: string
}

/**
 * Text without these stretches. An opening whose end is missing is text.
 *
 * Takes time in proportion to the text: one expression for the whole stretch would look for the end
 * again from each opening.
 */
export function withoutSpans(text: string, { opening, endings, instead }: Spans): string {
  const find = openFinder(text)
  const pattern = new RegExp(opening)
  const pieces: string[] = []
  let from = 0
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const [opened] = match
    const end = endOf(match.index + opened.length, endings(opened), find)
    if (end !== undefined && !/^[`~]/.test(opened)) {
      pieces.push(text.slice(from, match.index), instead)
      from = end
    }
    pattern.lastIndex = end ?? match.index + 1
  }
  return pieces.join('') + text.slice(from)
}

type Find = (ending: string, from: number) => Place | undefined

interface Place {
  readonly start: number
  readonly end: number
}

function endOf(from: number, endings: readonly string[], find: Find): number | undefined {
  return endings.reduce<number | undefined>(
    (at, ending) => (at === undefined ? undefined : find(ending, at)?.end),
    from,
  )
}

// What was found last is still the next one for every place before it; what was not found never is.
function openFinder(text: string): Find {
  const seen = new Map<string, { readonly from: number; readonly place: Place | undefined }>()
  return (ending, from) => {
    const last = seen.get(ending)
    if (last && last.from <= from && (!last.place || from <= last.place.start)) return last.place
    const place = search(text, ending, from)
    seen.set(ending, { from, place })
    return place
  }
}

function search(text: string, ending: string, from: number): Place | undefined {
  const pattern = new RegExp(ending, 'gim')
  pattern.lastIndex = from
  const match = pattern.exec(text)
  return match ? { start: match.index, end: pattern.lastIndex } : undefined
}
