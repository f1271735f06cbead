import { z } from 'zod'

const Payload = z.object({
  data: z.array(
    z.object({
      index: z.number().optional().catch(undefined),
      embedding: z.union([z.array(z.number()), z.string()]),
    }),
  ),
})

/**
 * The vectors of an embeddings answer, in the order of the texts, each of unit length.
 *
 * `undefined` when they cannot be used: another number of them, of different lengths, empty, with a
 * value that is no number, or all zero.
 */
export function toVectors(body: unknown, count: number): readonly Float32Array[] | undefined {
  const parsed = Payload.safeParse(body)
  if (!parsed.success || parsed.data.data.length !== count) return undefined
  const vectors = inOrder(parsed.data.data).map(({ embedding }) => toUnit(toNumbers(embedding)))
  const [first] = vectors
  const sound = vectors.filter((vector) => vector !== undefined)
  const isEven = sound.every((vector) => vector.length === first?.length)
  return sound.length === count && isEven ? sound : undefined
}

// The protocol numbers the vectors; servers that number them all 0 send them in order.
function inOrder<T extends { readonly index?: number | undefined }>(
  items: readonly T[],
): readonly T[] {
  const numbers = new Set(items.map((item) => item.index))
  const isNumbered = numbers.size === items.length && items.every((_, at) => numbers.has(at))
  return isNumbered ? items.toSorted((a, b) => (a.index ?? 0) - (b.index ?? 0)) : items
}

// Little-endian 32-bit floats, for servers that send base64 whatever they are asked for.
function toNumbers(embedding: readonly number[] | string): readonly number[] {
  if (typeof embedding !== 'string') return embedding
  const bytes = Buffer.from(embedding, 'base64')
  if (bytes.length % 4 !== 0) return []
  return Array.from({ length: bytes.length / 4 }, (_, at) => bytes.readFloatLE(at * 4))
}

function toUnit(numbers: readonly number[]): Float32Array | undefined {
  const length = Math.hypot(...numbers)
  if (!Number.isFinite(length) || length === 0) return undefined
  const vector = Float32Array.from(numbers, (value) => value / length)
  // Values too small for 32 bits would leave a vector of zeros.
  return vector.some((value) => value !== 0) ? vector : undefined
}
