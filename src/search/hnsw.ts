import type { HierarchicalNSW } from 'hnswlib-node'
import type { Leg, Matrix } from './exact.ts'

/** The native addon. The only file that knows it. */
export type Hnsw = Awaited<ReturnType<typeof importHnsw>>

/** Inner product: the cosine, for vectors of length one. */
export const metric = 'ip'

/** How many neighbours a vector knows, and how widely they are sought when it is added. */
const build = { m: 16, efConstruction: 200, seed: 100 } as const

/**
 * How widely is searched. The library's own 10, to which each load returns, loses up to a sixth; 128
 * is enough for the best ten, but of the best hundred, which the fusion reads, it loses a fiftieth.
 */
const ef = 256

/** The addon, or `undefined` where it is missing or was not compiled. */
export async function loadHnsw(): Promise<Hnsw | undefined> {
  try {
    return await importHnsw()
  } catch {
    return undefined
  }
}

// The package is CommonJS: what it exports is its default.
async function importHnsw() {
  const { default: hnsw } = await import('hnswlib-node')
  return hnsw
}

/** Builds a graph and writes it. Takes minutes and never pauses: for a worker. */
export function writeGraph(hnsw: Hnsw, { values, dimension, count }: Matrix, path: string): void {
  const graph = new hnsw.HierarchicalNSW(metric, dimension)
  graph.initIndex(count, build.m, build.efConstruction, build.seed)
  for (let label = 0; label < count; label += 1) {
    const from = label * dimension
    graph.addPoint(Array.from(values.subarray(from, from + dimension)), label)
  }
  graph.writeIndexSync(path)
  // It reports success on a full device and in a missing folder; its reader counts the bytes.
  const written = new hnsw.HierarchicalNSW(metric, dimension)
  written.readIndexSync(path)
  if (written.getCurrentCount() !== count) throw new Error('the graph was not written whole')
}

/** Loads a graph off the event loop. The file must be what `writeGraph` wrote: nothing is checked. */
export async function readGraph(hnsw: Hnsw, path: string, dimension: number): Promise<Leg> {
  const graph = new hnsw.HierarchicalNSW(metric, dimension)
  await graph.readIndex(path)
  graph.setEf(ef)
  return graphLeg(graph)
}

function graphLeg(graph: HierarchicalNSW): Leg {
  const count = graph.getCurrentCount()
  return {
    kind: 'graph',
    nearest: (vector, limit) => {
      const found = graph.searchKnn(Array.from(vector), Math.min(limit, count))
      const near = found.neighbors.map((label, at) => {
        return { label, similarity: 1 - (found.distances[at] ?? 1) }
      })
      return near.toSorted((a, b) => b.similarity - a.similarity || a.label - b.label)
    },
  }
}
