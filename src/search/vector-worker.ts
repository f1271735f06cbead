import { parentPort, workerData } from 'node:worker_threads'
import type { Matrix } from './exact.ts'
import { commitGraph, type GraphIdentity } from './graph-files.ts'
import { loadHnsw, writeGraph } from './hnsw.ts'

// Runs in a thread of its own: adding to a graph blocks, and would keep every door waiting.

/** What the thread is given; the numbers are shared, not copied. */
export interface GraphTask {
  readonly matrix: Matrix
  readonly folder: string
  readonly aside: string
  readonly identity: GraphIdentity
}

async function work({ matrix, folder, aside, identity }: GraphTask): Promise<void> {
  const hnsw = await loadHnsw()
  if (!hnsw) throw new Error('hnswlib-node does not load in a worker')
  writeGraph(hnsw, matrix, aside)
  await commitGraph(folder, aside, identity)
}

if (parentPort) {
  await work(workerData)
  parentPort.postMessage('done')
}
