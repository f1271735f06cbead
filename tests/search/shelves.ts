import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Clusters, makeClusters } from '../../evals/bench-clusters.ts'
import type { Document } from '../../src/domain/documents.ts'
import { toSourceId } from '../../src/domain/documents.ts'
import { chunk } from '../../src/ingest/chunk.ts'
import type { Embedder } from '../../src/ports.ts'
import { openBuild } from '../../src/search/build.ts'
import { embedPassages } from '../../src/search/embed.ts'
import { openShelf, type Shelf } from '../../src/search/shelf.ts'
import { openVectorStore, type VectorStore } from '../../src/search/vector-store.ts'
import { episode, post } from '../fakes.ts'

const { signal } = new AbortController()

export function freshFolder(): string {
  return mkdtempSync(join(tmpdir(), 'sturmlotse-'))
}

/** An index of these documents and nothing else. */
export function shelfIn(folder: string, documents: readonly Document[]): Shelf {
  const path = join(folder, 'index.sqlite')
  const build = openBuild(path)
  for (const document of documents) build.put(document, chunk(document), JSON.stringify(document))
  build.keepOnly(new Set(documents.map((document) => document.about.id)))
  build.commit('')
  return openShelf(path)
}

/** An episode that says one thing. */
export function talk(id: string, text: string): Document {
  return { about: episode({ id: toSourceId(id) }), cues: [{ start: 0, end: 9, text }] }
}

/** Passages whose only word is their number: "Stelle 17". */
export function numbered(count: number): Document {
  const sections = Array.from({ length: count }, (_, at) => {
    return { anchor: `s${at}`, number: at + 1, heading: `Abschnitt ${at}`, text: `Stelle ${at}` }
  })
  return { about: post({ id: toSourceId('viele') }), sections }
}

/** Gives each numbered passage its vector of the clusters, and a question for it one nearby. */
export function clustered(clusters: Clusters, id = 'clusters'): Embedder {
  const numberIn = (text: string) => Number(/(\d+)$/.exec(text)?.[1] ?? 0)
  return {
    id,
    batch: 500,
    embed: async (texts, side) =>
      texts.map((text) => (side === 'query' ? clusters.near : clusters.at)(numberIn(text))),
  }
}

/** What a test of vectors needs: an index, a store in which all of it is embedded, an embedder. */
export interface Stage {
  readonly folder: string
  readonly shelf: Shelf
  readonly store: VectorStore
  readonly embedder: Embedder
  close(): void
}

export async function stageOf(
  documents: readonly Document[],
  embedder: Embedder,
  folder = freshFolder(),
): Promise<Stage> {
  const shelf = shelfIn(folder, documents)
  const store = openVectorStore(join(folder, 'vectors.sqlite'))
  await embedPassages(shelf, { embedder, store }, { signal })
  const close = () => {
    shelf.close()
    store.close()
  }
  return { folder, shelf, store, embedder, close }
}

/** Enough for a graph that takes a moment to build, and few enough for a test. */
export const crowd = { count: 1000, dimension: 32 } as const

/** A stage with a crowd of numbered passages, whose vectors lie in clusters. */
export function crowdedStage(folder = freshFolder(), model = 'clusters'): Promise<Stage> {
  const clusters = makeClusters(crowd.count, crowd.dimension)
  return stageOf([numbered(crowd.count)], clustered(clusters, model), folder)
}
