import type { Cue } from '../domain/documents.ts'

const fewWords = 3
const breath = 1.5

/** Joins words and scraps into sentences of one voice: a cue for each would cite half a word. */
export function joinWords(pieces: readonly Cue[]): readonly Cue[] {
  const words = pieces.reduce((sum, { text }) => sum + text.trim().split(/\s+/).length, 0)
  if (pieces.length < 2 || words / pieces.length >= fewWords) return pieces
  const joined: Cue[] = []
  for (const piece of pieces) {
    const last = joined.at(-1)
    if (last && belongs(last, piece)) {
      const gap = /\s$/.test(last.text) || /^\s/.test(piece.text) ? '' : ' '
      const end = Math.max(last.end, piece.end)
      joined.splice(-1, 1, { ...last, end, text: `${last.text}${gap}${piece.text}` })
    } else {
      joined.push(piece)
    }
  }
  return joined
}

function belongs(last: Cue, next: Cue): boolean {
  const isEnded = /[.?!…]["“”»«')\]]*\s*$/u.test(last.text)
  return (
    last.speaker === next.speaker &&
    !isEnded &&
    next.start >= last.start &&
    next.start - last.end <= breath &&
    last.text.length < 200
  )
}
