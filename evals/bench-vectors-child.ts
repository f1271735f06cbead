import { join } from 'node:path'
import process from 'node:process'
import type { Embedder } from '../src/ports.ts'
import { openShelf } from '../src/search/shelf.ts'
import { openVectorStore } from '../src/search/vector-store.ts'
import { openVectors } from '../src/search/vectors.ts'
import { makeClusters } from './bench-clusters.ts'
import { clusterEmbedder, type Ground, numberIn, questionAt } from './bench-vectors-ground.ts'
import { percentile } from './metrics.ts'

// The process that is measured: it opens the vectors of one index, asks, and says what it saw. One
// for each way of searching, so that neither holds the memory of the other.

/** What a child is told, as its argument. */
export interface Task extends Ground {
  readonly way: 'exact' | 'graph'
  readonly questions: number
}

/** What a child saw; `found` are the passages of each question, for the recall. */
export interface Seen {
  readonly openMs: number
  /** Building the graph and writing it, included in nothing else; 0 for the exact scan. */
  readonly buildMs: number
  readonly p50Ms: number
  readonly p99Ms: number
  readonly rssMb: number
  readonly found: readonly (readonly string[])[]
}

async function look(task: Task): Promise<Seen> {
  const { folder, way } = task
  const shelf = openShelf(join(folder, 'index.sqlite'))
  const store = openVectorStore(join(folder, 'vectors.sqlite'))
  const embedder = readyEmbedder(task)
  const exactBelow = way === 'exact' ? Number.POSITIVE_INFINITY : 0
  const began = performance.now()
  const index = await openVectors({ folder, shelf, store, embedder, exactBelow })
  const opened = performance.now()
  const { search, trouble } = await index.settled
  if (search !== way) throw trouble ?? new Error(`expected ${way}, got ${search}`)
  const built = performance.now()
  const asked = await ask(index, task)
  const rssMb = process.memoryUsage.rss() / 1e6
  return { openMs: opened - began, buildMs: built - opened, ...asked, rssMb }
}

// The vectors of the questions are made before the clock runs.
function readyEmbedder({ count, dimension, questions }: Task): Embedder {
  const clusters = makeClusters(count, dimension)
  const ready = new Map<string, Float32Array>()
  for (let at = 0; at < questions; at += 1) {
    const text = questionAt(at, count)
    ready.set(text, clusters.near(numberIn(text)))
  }
  const embed: Embedder['embed'] = async (texts) => texts.flatMap((text) => ready.get(text) ?? [])
  return { ...clusterEmbedder(clusters), embed }
}

type Index = Awaited<ReturnType<typeof openVectors>>

async function ask(index: Index, { questions, count }: Task) {
  const { signal } = new AbortController()
  const ms: number[] = []
  const found: string[][] = []
  for (let at = -20; at < questions; at += 1) {
    const query = { text: questionAt(at < 0 ? at + 20 : at, count), earlier: [] }
    const began = performance.now()
    const hits = await index.search(query, 10, signal)
    // The first ones warm up.
    if (at < 0) continue
    ms.push(performance.now() - began)
    found.push(hits.map((hit) => hit.passage.id))
  }
  return { p50Ms: percentile(ms, 0.5), p99Ms: percentile(ms, 0.99), found }
}

if (import.meta.main) {
  const [task = ''] = process.argv.slice(2)
  process.stdout.write(JSON.stringify(await look(JSON.parse(task))))
}
