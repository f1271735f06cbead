import { dirname, join } from 'node:path'
import type { Config } from './config.ts'
import type { Log } from './log.ts'
import { openEmbedder } from './openai.ts'
import type { Embedder, PassageIndex } from './ports.ts'
import { indexPath } from './refresh.ts'
import { type EmbedReport, embedPassages } from './search/embed.ts'
import { openHybrid } from './search/hybrid.ts'
import { readLabels } from './search/legs.ts'
import { openShelf, type Shelf } from './search/shelf.ts'
import { openVectorStore, type VectorStore } from './search/vector-store.ts'
import { openVectors, type VectorIndex } from './search/vectors.ts'

type Paths = Pick<Config, 'knowledgeDir' | 'dataDir'>

/** Where what was embedded lies: beside the index, and not part of its swaps. */
function storePath(paths: Paths): string {
  return join(dirname(indexPath(paths)), 'vectors.sqlite')
}

/**
 * Embeds what the index holds and the store does not; nothing is embedded twice, and what a killed
 * run has done stays. Builds the graph where one pays.
 *
 * @returns `undefined` when no endpoint is configured
 * @throws UpstreamError (`upstream`) when the endpoint fails; the index stays usable without it
 * @throws IndexError (`bad-index`) when index or store cannot be used
 */
export async function embedIndex(
  config: Config,
  onProgress: (done: number, total: number) => void,
  signal: AbortSignal,
): Promise<EmbedReport | undefined> {
  if (!config.embeddings) return undefined
  const embedder = openEmbedder(config.embeddings)
  const store = openVectorStore(storePath(config))
  const shelf = openShelf(indexPath(config))
  try {
    const report = await embedPassages(shelf, { embedder, store }, { onProgress, signal })
    await buildGraph(
      await openVectors({ store, shelf, embedder, folder: dirname(store.path) }),
      signal,
    )
    return report
  } finally {
    shelf.close()
    store.close()
  }
}

// A graph takes minutes; whoever wants to stop need not wait for it.
async function buildGraph(vectors: VectorIndex, signal: AbortSignal): Promise<void> {
  const stop = () => vectors.close()
  if (signal.aborted) return stop()
  signal.addEventListener('abort', stop, { once: true })
  await vectors.settled
  signal.removeEventListener('abort', stop)
  stop()
}

/**
 * How many passages of the index have a vector of the configured model.
 *
 * @throws IndexError (`bad-index`) when index or store cannot be read
 */
export async function countEmbedded(
  config: Config,
): Promise<{ readonly passages: number; readonly embedded: number }> {
  const store = openVectorStore(storePath(config))
  const shelf = openShelf(indexPath(config))
  try {
    const model = config.embeddings ? openEmbedder(config.embeddings).id : ''
    const { ids } = await readLabels(shelf, store, model)
    return { passages: shelf.stock.passages, embedded: ids.length }
  } finally {
    shelf.close()
    store.close()
  }
}

/** The dense leg of an engine: follows the shelf and the store. */
export interface Dense {
  /** The lexical leg with vectors beside it, or the lexical leg alone while there are none to use. */
  join(shelf: Shelf, lexical: PassageIndex): PassageIndex
  /** Settles when what lies on the disk is in use, or it is sure that it cannot be used. */
  ready(): Promise<void>
  close(): void
}

interface Wanted {
  readonly shelf: Shelf
  readonly lexical: PassageIndex
  readonly version: string
}

/** Opens the dense leg; `undefined` when no endpoint is configured. Nothing is read before `join`. */
export function openDense(config: Config, log?: Log): Dense | undefined {
  const { embeddings, fusionWeight } = config
  if (!embeddings || fusionWeight === 0) return undefined
  const embedder = openEmbedder(embeddings, log)
  const store = openStoreQuietly(storePath(config), log)
  if (!store) return undefined
  let wanted: Wanted | undefined
  let joined:
    | { readonly of: Wanted; readonly index: PassageIndex; readonly vectors: VectorIndex }
    | undefined
  let opening: Promise<void> = Promise.resolve()
  const open = async (next: Wanted): Promise<void> => {
    const vectors = await openQuietly({ store, shelf: next.shelf, embedder }, log)
    if (next !== wanted) return vectors?.close()
    joined?.vectors.close()
    if (!vectors) return
    const index = openHybrid({
      lexical: next.lexical,
      vectors,
      weight: fusionWeight,
      timeoutMs: embeddings.timeoutMs,
      ...(log ? { log } : {}),
    })
    joined = { of: next, index, vectors }
  }
  return {
    join: (shelf, lexical) => {
      const version = store.version()
      if (wanted?.shelf !== shelf || wanted.version !== version) {
        wanted = { shelf, lexical, version }
        opening = open(wanted)
      }
      return joined?.of.shelf === shelf ? joined.index : lexical
    },
    ready: () => opening,
    close: () => {
      wanted = undefined
      joined?.vectors.close()
      store.close()
    },
  }
}

// What cannot be opened must not take the words down with it.
function openStoreQuietly(path: string, log: Log | undefined): VectorStore | undefined {
  try {
    return openVectorStore(path)
  } catch (error) {
    log?.warn({ error: error instanceof Error ? error.name : 'unknown' }, 'vectors not usable')
    return undefined
  }
}

// Words alone answer when vectors cannot be opened, a shelf that was swapped meanwhile included.
async function openQuietly(
  { store, shelf, embedder }: { store: VectorStore; shelf: Shelf; embedder: Embedder },
  log: Log | undefined,
): Promise<VectorIndex | undefined> {
  try {
    return await openVectors({ store, shelf, embedder, folder: dirname(store.path) })
  } catch (error) {
    log?.warn({ error: error instanceof Error ? error.name : 'unknown' }, 'vectors not usable')
    return undefined
  }
}
