import type { IndexError } from '../domain/errors.ts'
import type { Embedder, Hit, PassageIndex, Query } from '../ports.ts'
import { notAVector, otherDimension } from './embed.ts'
import type { Leg, Near } from './exact.ts'
import { type Hnsw, loadHnsw } from './hnsw.ts'
import { notBuilt, openLeg, readLabels } from './legs.ts'
import type { Shelf } from './shelf.ts'
import { isUnit } from './unit.ts'
import type { VectorStore } from './vector-store.ts'

/** How the vectors are searched at this moment. */
interface Standing {
  readonly search: Leg['kind']
  readonly passages: number
  /** Fewer than `passages` while some are not embedded yet: those are found by words alone. */
  readonly vectors: number
  /** Why there is no graph although it would pay. The exact scan answers meanwhile. */
  readonly trouble?: IndexError
}

/** The dense leg. Its hits carry no evidence: vectors know no words. */
export interface VectorIndex extends PassageIndex {
  standing(): Standing
  /** Settles once the graph is in use or it is sure that none will be. Never rejects. */
  readonly settled: Promise<Standing>
  /** Ends a build in progress. The shelf and the store stay open: they belong to the caller. */
  close(): void
}

interface Means {
  readonly store: VectorStore
  readonly shelf: Shelf
  readonly embedder: Embedder
  /** Where the graph is kept: the folder of the index. */
  readonly folder: string
  /** With fewer vectors every one is compared; a graph of them would save a few milliseconds. */
  readonly exactBelow?: number
  readonly load?: () => Promise<Hnsw | undefined>
}

/**
 * Opens what is embedded of an index. From `exactBelow` on it takes the graph that lies in the folder
 * or, where none fits, builds one in a thread while every vector is compared.
 *
 * @throws IndexError (`bad-index`) when the store cannot be read
 */
export async function openVectors(means: Means): Promise<VectorIndex> {
  const { store, shelf, embedder, folder, exactBelow = 20_000, load = loadHnsw } = means
  const model = embedder.id
  const labels = await readLabels(shelf, store, model)
  const { dimension } = labels
  const { build, ...first } = await openLeg(labels, { store, model, folder, exactBelow, load })
  // One value, so that the vectors that were compared are let go once the graph is in use.
  let now = first
  const standing = (): Standing => {
    const { leg, ids, trouble } = now
    const counts = { passages: shelf.stock.passages, vectors: ids.length }
    return { search: leg.kind, ...counts, ...(trouble ? { trouble } : {}) }
  }
  const settle = async (): Promise<Standing> => {
    try {
      const leg = await build?.done
      if (leg) now = { ...now, leg }
    } catch (error) {
      now = { ...now, trouble: notBuilt(folder, error) }
    }
    return standing()
  }
  return {
    fingerprint: `vectors(${model})`,
    search: async (query, limit, signal) => {
      const text = toText(query)
      if (now.ids.length === 0 || limit <= 0 || !saysSomething(text)) return []
      const vector = await embedQuery(text, { embedder, store, dimension, signal })
      return toHits(shelf, now.ids, now.leg.nearest(vector, limit))
    },
    standing,
    settled: settle(),
    close: () => build?.stop(),
  } satisfies VectorIndex
}

// What was asked before stands in front, as it was said: an embedder reads a thread in its order.
function toText({ text, earlier }: Query): string {
  return [...earlier.slice(-2), text].join('\n').trim()
}

function saysSomething(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text)
}

interface Asking {
  readonly embedder: Embedder
  readonly store: VectorStore
  readonly dimension: number
  readonly signal: AbortSignal
}

async function embedQuery(
  text: string,
  { embedder, store, dimension, signal }: Asking,
): Promise<Float32Array> {
  const [vector] = await embedder.embed([text], 'query', signal)
  if (!vector || !isUnit(vector)) throw notAVector(embedder)
  if (vector.length !== dimension) throw otherDimension(store.path, dimension, vector.length)
  return vector
}

// Nothing in common or the contrary is no find, however short the list.
function toHits(shelf: Shelf, ids: readonly number[], near: readonly Near[]): readonly Hit[] {
  const found = near
    .filter(({ similarity }) => similarity > 0)
    .map(({ label, similarity }) => ({ id: ids[label] ?? 0, similarity }))
  const passages = shelf.passagesOf(found.map(({ id }) => id))
  return found.flatMap(({ id, similarity }) => {
    const passage = passages.get(id)
    return passage ? [{ passage, score: similarity, similarity }] : []
  })
}
