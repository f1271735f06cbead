import { join } from 'node:path'
import type { Post } from '../src/domain/documents.ts'
import { toSourceId } from '../src/domain/documents.ts'
import { passageId } from '../src/domain/passage.ts'
import type { Embedder } from '../src/ports.ts'
import { openBuild } from '../src/search/build.ts'
import { embedPassages } from '../src/search/embed.ts'
import { openShelf } from '../src/search/shelf.ts'
import { openVectorStore } from '../src/search/vector-store.ts'
import { type Clusters, makeClusters } from './bench-clusters.ts'

/** An index with so many made-up vectors in a folder. */
export interface Ground {
  readonly folder: string
  readonly count: number
  readonly dimension: number
}

/** Passages of one document; more than this would not fit its numbers. */
const perPost = 10_000

/** Lays an index and its vectors into the folder; returns how long the store took to take them, in ms. */
export async function layGround(
  { folder, count, dimension }: Ground,
  signal: AbortSignal,
): Promise<number> {
  const path = join(folder, 'index.sqlite')
  const build = openBuild(path)
  for (let from = 0; from < count; from += perPost)
    putPost(build, from, Math.min(perPost, count - from))
  build.commit('')
  const shelf = openShelf(path)
  const store = openVectorStore(join(folder, 'vectors.sqlite'))
  const began = performance.now()
  await embedPassages(
    shelf,
    { embedder: clusterEmbedder(makeClusters(count, dimension)), store },
    { signal },
  )
  const ms = performance.now() - began
  shelf.close()
  store.close()
  return ms
}

/** Passages say their number; a question's vector lies near that of the number it ends on. */
export function clusterEmbedder(clusters: Clusters): Embedder {
  return {
    id: 'clusters',
    batch: 1000,
    embed: async (texts, side) =>
      texts.map((text) => (side === 'query' ? clusters.near : clusters.at)(numberIn(text))),
  }
}

/** The number a passage or a question ends on. */
export function numberIn(text: string): number {
  return Number(/(\d+)$/.exec(text)?.[1] ?? 0)
}

/** Questions spread evenly over all passages. */
export function questionAt(at: number, count: number): string {
  return `Stelle ${(at * 7919) % count}`
}

function putPost(build: ReturnType<typeof openBuild>, from: number, count: number): void {
  const about: Post = {
    kind: 'post',
    id: toSourceId(`p${from}`),
    title: 'Messung',
    language: 'de',
    example: true,
  }
  const sections = Array.from({ length: count }, (_, at) => {
    const number = from + at
    return { anchor: `s${number}`, number: at + 1, heading: '', text: `Stelle ${number}` }
  })
  const passages = sections.map((section, at) => {
    return { id: passageId(about.id, at), text: section.text, about, section }
  })
  build.put({ about, sections }, passages, '1')
}
