import { phonetic } from '../german/phonetic.ts'
import { slipsBetween } from '../german/slips.ts'
import type { Database } from '../sqlite.ts'
import { fieldLetters } from './terms.ts'

/** A word of the index that looks or sounds like one that was asked for; `likeness` is 0 to 1. */
interface Near {
  readonly text: string
  readonly likeness: number
}

/** Finds the words somebody may have meant. */
export interface Spelling {
  /** Most alike first; empty for short words and those with digits. */
  near(stem: string): readonly Near[]
}

/** Shorter words have too many neighbours that mean something else. */
const shortest = 4

/** So many words that share the most pieces are compared letter by letter. */
const compared = 24

/** So many words that were looked for are remembered. */
const remembered = 5000

/** Reads the words of an index when the first one is looked for. */
export function openSpelling(database: Database): Spelling {
  const known = new Map<string, readonly Near[]>()
  let lexicon: Lexicon | undefined
  return {
    near: (stem) => {
      if (!isWord(stem)) return []
      const before = known.get(stem)
      if (before) return before
      lexicon ??= readLexicon(database)
      const found = nearest(stem, lexicon)
      if (known.size >= remembered) known.clear()
      known.set(stem, found)
      return found
    },
  }
}

function isWord(stem: string): boolean {
  return stem.length >= shortest && !/\d/.test(stem)
}

/** The words of an index, and in which of them each piece of two letters stands. */
interface Lexicon {
  readonly words: readonly string[]
  readonly byPiece: ReadonlyMap<string, readonly number[]>
  readonly counts: Uint8Array
}

function readLexicon(database: Database): Lexicon {
  const [from, to] = [fieldLetters.words, String.fromCharCode(fieldLetters.words.charCodeAt(0) + 1)]
  const rows = database.prepare('SELECT term FROM terms WHERE term >= ? AND term < ?')
  const words: string[] = []
  const byPiece = new Map<string, number[]>()
  for (const row of rows.iterate(from, to)) {
    const word = String(row['term']).slice(from.length)
    if (!isWord(word)) continue
    for (const piece of piecesOf(word)) {
      const list = byPiece.get(piece)
      if (list) list.push(words.length)
      else byPiece.set(piece, [words.length])
    }
    words.push(word)
  }
  return { words, byPiece, counts: new Uint8Array(words.length) }
}

function piecesOf(word: string): ReadonlySet<string> {
  const padded = ` ${word} `
  return new Set(Array.from({ length: padded.length - 1 }, (_, at) => padded.slice(at, at + 2)))
}

function nearest(stem: string, lexicon: Lexicon): readonly Near[] {
  const sound = phonetic(stem)
  return likely(stem, lexicon)
    .map((text) => ({ text, likeness: likenessOf(stem, text, sound) }))
    .filter(({ likeness }) => likeness > 0)
    .toSorted((a, b) => b.likeness - a.likeness)
}

// A third of the pieces survives two slips even in a short word.
function likely(stem: string, { words, byPiece, counts }: Lexicon): readonly string[] {
  const pieces = piecesOf(stem)
  const touched: number[] = []
  for (const piece of pieces) {
    for (const at of byPiece.get(piece) ?? []) {
      if (counts[at] === 0) touched.push(at)
      counts[at] = (counts[at] ?? 0) + 1
    }
  }
  const least = Math.max(2, Math.floor(pieces.size / 3))
  const found = touched.flatMap((at) => {
    const [word = '', count = 0] = [words[at], counts[at]]
    counts[at] = 0
    const isClose = word !== stem && count >= least && Math.abs(word.length - stem.length) <= 2
    return isClose ? [{ word, overlap: count / (pieces.size + word.length + 1) }] : []
  })
  return found
    .toSorted((a, b) => b.overlap - a.overlap)
    .slice(0, compared)
    .map(({ word }) => word)
}

// One slip in a short word and two in a long one, and one more where both sound the same.
function likenessOf(asked: string, word: string, sound: string): number {
  const length = Math.max(asked.length, word.length)
  const soundsAlike = sound.length >= 3 && phonetic(word) === sound
  const slips = slipsBetween(asked, word)
  const allowed = (length >= 8 ? 2 : 1) + (soundsAlike ? 1 : 0)
  return slips > allowed ? 0 : 1 - slips / length - (soundsAlike ? 0 : 0.05)
}
