/** Where a sequence of words stands in another: `from` inclusive, `to` exclusive. */
export interface Span {
  readonly from: number
  readonly to: number
}

/**
 * Finds `wanted` in `text`, word for word where it can, else the stretch most like it.
 *
 * Alike is 1 minus the share of words that were changed, left out or put in; a stretch below
 * `least` is not found. Of equal stretches the first counts.
 */
export function align(
  wanted: readonly string[],
  text: readonly string[],
  least: number,
): Span | undefined {
  return exact(wanted, text) ?? closest(wanted, text, least)
}

function exact(wanted: readonly string[], text: readonly string[]): Span | undefined {
  const [first] = wanted
  if (first === undefined) return undefined
  for (let at = text.indexOf(first); at >= 0; at = text.indexOf(first, at + 1)) {
    if (wanted.every((word, offset) => text[at + offset] === word)) {
      return { from: at, to: at + wanted.length }
    }
  }
  return undefined
}

interface Cell {
  readonly cost: number
  readonly from: number
}

/** @see Sellers: The theory and computation of evolutionary distances, 1980 (free ends in the text) */
function closest(
  wanted: readonly string[],
  text: readonly string[],
  least: number,
): Span | undefined {
  let row: Cell[] = Array.from({ length: text.length + 1 }, (_, from) => ({ cost: 0, from }))
  for (const [index, word] of wanted.entries()) {
    const next: Cell[] = [{ cost: index + 1, from: 0 }]
    for (const [at, other] of text.entries()) {
      next.push(cheapest(row[at], row[at + 1], next[at], word === other ? 0 : 1))
    }
    row = next
  }
  const allowed = (1 - least) * wanted.length
  const to = row.reduce((best, cell, at) => (cell.cost < (row[best]?.cost ?? 0) ? at : best), 0)
  const end = row[to]
  return end && end.cost <= allowed + 1e-9 && to > end.from ? { from: end.from, to } : undefined
}

function cheapest(
  kept: Cell | undefined,
  dropped: Cell | undefined,
  added: Cell | undefined,
  change: number,
): Cell {
  const options = [
    kept && { cost: kept.cost + change, from: kept.from },
    dropped && { cost: dropped.cost + 1, from: dropped.from },
    added && { cost: added.cost + 1, from: added.from },
  ].filter((option) => option !== undefined)
  return options.reduce((best, option) => (option.cost < best.cost ? option : best))
}
