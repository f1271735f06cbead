import { createHash } from 'node:crypto'
import { stem } from '../../src/german/stem.ts'
import { isStopWord } from '../../src/german/stop-words.ts'
import { foldedWords } from '../../src/german/words.ts'
import type { Embedder } from '../../src/ports.ts'

/** Words of one line mean the same. */
const table = [
  'Datenpanne Hackerangriff Leck',
  'informieren Bescheid benachrichtigen',
  'Aufsichtsbehörde Landesbeauftragte',
  'Shitstorm Empörungswelle',
].map((line) => foldedWords(line).map(stem))

const meanings = new Map(table.flatMap((line) => line.map((word) => [word, line[0] ?? word])))

/** An embedder that knows the synonyms above and takes every other word for itself. */
interface Synonyms extends Embedder {
  /** Every text it was given, in order. */
  readonly seen: string[]
}

/** Deterministic and without a network. `different` is what a test needs to be otherwise. */
export function synonyms(different: Partial<Embedder> & { readonly dimension?: number } = {}) {
  const { dimension = 256, ...rest } = different
  const seen: string[] = []
  return {
    id: 'synonyms',
    batch: 4,
    seen,
    embed: async (texts, _side, signal) => {
      signal.throwIfAborted()
      seen.push(...texts)
      return texts.map((text) => toVector(text, dimension))
    },
    ...rest,
  } satisfies Synonyms
}

function toVector(text: string, dimension: number): Float32Array {
  const words = foldedWords(text).filter((word) => !isStopWord(word))
  const sum = new Float32Array(dimension)
  // A text of nothing but grammar still has a direction.
  for (const word of words.length > 0 ? words : [''])
    add(sum, meanings.get(stem(word)) ?? stem(word))
  const length = Math.hypot(...sum)
  return sum.map((value) => value / length)
}

// Directions drawn from a hash are all but at right angles.
function add(sum: Float32Array, meaning: string): void {
  let bytes = Buffer.alloc(0)
  for (let at = 0; at < sum.length; at += 1) {
    if (at % 32 === 0) bytes = createHash('sha256').update(`${meaning} ${at}`).digest()
    sum[at] = (sum[at] ?? 0) + ((bytes[at % 32] ?? 0) < 128 ? -1 : 1)
  }
}
