const length = 4

/**
 * The overlapping pieces of four letters of a folded word; a shorter word is its own piece.
 *
 * They find compounds ("Panne" in "Datenpanne") and forgive slips that a stem does not.
 */
export function grams(folded: string): readonly string[] {
  if (folded.length <= length) return [folded]
  return Array.from({ length: folded.length - length + 1 }, (_, at) =>
    folded.slice(at, at + length),
  )
}
