import { rmSync } from 'node:fs'
import { setImmediate } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { IndexError } from '../domain/errors.ts'
import { readPlaces } from './embed.ts'
import { exactLeg, type Leg, type Matrix } from './exact.ts'
import {
  asidePath,
  clearAside,
  findGraph,
  type GraphIdentity,
  identityOf,
  removeGraph,
} from './graph-files.ts'
import { type Hnsw, metric, readGraph } from './hnsw.ts'
import type { Shelf } from './shelf.ts'
import type { VectorStore } from './vector-store.ts'
import type { GraphTask } from './vector-worker.ts'

/** The passages that are embedded, in order: a label is a place in both lists. */
export interface Labels {
  readonly ids: readonly number[]
  readonly hashes: readonly string[]
  readonly dimension: number
}

/** A graph in the making. */
interface Build {
  /** Rejects with what the build failed of; `undefined` when it was stopped. */
  readonly done: Promise<Leg | undefined>
  stop(): void
}

/** A leg that answers at once, and the better one that is on its way. */
export interface OpenLeg {
  readonly leg: Leg
  readonly ids: readonly number[]
  readonly trouble?: IndexError
  readonly build?: Build
}

interface Means {
  readonly store: VectorStore
  readonly model: string
  readonly folder: string
  readonly exactBelow: number
  readonly load: () => Promise<Hnsw | undefined>
}

/** Which passages of an index are embedded. */
export async function readLabels(shelf: Shelf, store: VectorStore, model: string): Promise<Labels> {
  const known = store.hashes(model)
  const places = await readPlaces(shelf)
  const isKnown = (_: unknown, at: number) => known.has(places.hashes[at] ?? '')
  return {
    ids: places.ids.filter(isKnown),
    hashes: places.hashes.filter(isKnown),
    dimension: store.dimension(model) ?? 0,
  }
}

/** The graph that fits; else every vector compared, and a graph in the making where one would pay. */
export async function openLeg(labels: Labels, means: Means): Promise<OpenLeg> {
  const { folder, exactBelow, load } = means
  if (labels.ids.length < exactBelow) {
    attempt(() => removeGraph(folder))
    return openExact(labels, means)
  }
  const hnsw = await load()
  if (!hnsw) return { ...(await openExact(labels, means)), trouble: addonMissing(folder) }
  const path = await findGraph(folder, identify(labels, means))
  const leg = path && (await attemptAsync(() => readGraph(hnsw, path, labels.dimension)))
  if (leg) return { leg, ids: labels.ids }
  const { matrix, ...kept } = await readMatrix(labels, means)
  const task = { matrix, folder, aside: asidePath(folder), identity: identify(kept, means) }
  return { leg: exactLeg(matrix), ids: kept.ids, build: startBuild(hnsw, task) }
}

async function openExact(labels: Labels, means: Means): Promise<OpenLeg> {
  const { matrix, ids } = await readMatrix(labels, means)
  return { leg: exactLeg(matrix), ids }
}

// The version too: the same texts embedded anew, by a model of the same name, are other vectors.
function identify({ ids, hashes, dimension }: Labels, { model, store }: Means): GraphIdentity {
  const traits = { embedder: model, dimension, metric, count: ids.length }
  return identityOf(traits, [store.version(), ...hashes])
}

/** Between two stretches of reading others have their turn. */
const stretch = 500

// Shared memory, so that a worker builds from it without a copy. The store gives nothing but vectors
// of length one; one of another dimension is left out like one that is not there.
async function readMatrix(
  { ids, hashes, dimension }: Labels,
  { store, model }: Means,
): Promise<Labels & { readonly matrix: Matrix }> {
  const bytes = ids.length * dimension * Float32Array.BYTES_PER_ELEMENT
  const values = new Float32Array(new SharedArrayBuffer(bytes))
  const kept: { readonly id: number; readonly hash: string }[] = []
  for (const [at, id] of ids.entries()) {
    const hash = hashes[at] ?? ''
    const vector = store.find(model, hash)
    if (at % stretch === stretch - 1) await setImmediate()
    if (vector?.length !== dimension) continue
    values.set(vector, kept.length * dimension)
    kept.push({ id, hash })
  }
  return {
    ids: kept.map(({ id }) => id),
    hashes: kept.map(({ hash }) => hash),
    dimension,
    matrix: { values, dimension, count: kept.length },
  }
}

function startBuild(hnsw: Hnsw, task: GraphTask): Build {
  const stop = new AbortController()
  return { done: buildAndRead(hnsw, task, stop.signal), stop: () => stop.abort() }
}

async function buildAndRead(
  hnsw: Hnsw,
  task: GraphTask,
  signal: AbortSignal,
): Promise<Leg | undefined> {
  const { folder, aside, identity } = task
  clearAside(folder)
  try {
    await runWorker(task, signal)
  } catch (error) {
    if (!signal.aborted) throw error
  } finally {
    attempt(() => rmSync(aside, { force: true }))
  }
  if (signal.aborted) return undefined
  const path = await findGraph(folder, identity)
  if (!path) throw new Error('the graph on the disk is not the one that was written')
  return readGraph(hnsw, path, identity.dimension)
}

function runWorker(task: GraphTask, signal: AbortSignal): Promise<void> {
  const worker = new Worker(new URL('./vector-worker.ts', import.meta.url), {
    workerData: task,
    execArgv: [],
  })
  signal.addEventListener('abort', () => void worker.terminate(), { once: true })
  return new Promise((done, failed) => {
    worker.once('error', failed)
    worker.once('exit', (code) => (code === 0 ? done() : failed(new Error(`worker: ${code}`))))
  })
}

function addonMissing(path: string): IndexError {
  return new IndexError('Das Paket hnswlib-node ist nicht da oder nicht übersetzt.', {
    path,
    fix: `\`npm ci\` mit einem C++-Compiler holt es nach; ${meanwhile}`,
  })
}

/** The trouble of a graph that could not be built or kept. */
export function notBuilt(path: string, cause: unknown): IndexError {
  return new IndexError(`Der Graph der Vektoren ließ sich nicht in ${path} ablegen.`, {
    path,
    cause,
    fix: `Platz und Rechte des Ordners prüfen und neu starten; ${meanwhile}`,
  })
}

const meanwhile = 'bis dahin wird jeder Vektor verglichen, was nur länger dauert.'

async function attemptAsync<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work()
  } catch {
    return undefined
  }
}

// For tidying up: a folder that cannot be written must not keep anybody from searching.
function attempt(work: () => void): void {
  try {
    work()
  } catch {
    // Tried again at the next opening.
  }
}
