import { createHash } from 'node:crypto'
import {
  closeSync,
  createReadStream,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { z } from 'zod'
import { sync } from './aside.ts'

/** Raise it when the way a graph is built or written changes. */
const make = 1

const names = { graph: 'vectors.hnsw', manifest: 'vectors.json' } as const

const GraphIdentity = z.strictObject({
  make: z.literal(make),
  embedder: z.string(),
  dimension: z.number(),
  metric: z.string(),
  count: z.number(),
  /** Which vectors lie in it, and in which order: their labels are their places. */
  generation: z.string(),
})

const Manifest = z.strictObject({ ...GraphIdentity.shape, sha256: z.string() })

/** What a graph is of. Two with the same identity answer alike. */
export type GraphIdentity = Readonly<z.infer<typeof GraphIdentity>>

type Traits = Omit<GraphIdentity, 'make' | 'generation'>

/** The identity of the graph of these texts, in the order of their labels. */
export function identityOf(traits: Traits, hashes: readonly string[]): GraphIdentity {
  const sum = createHash('sha256')
  for (const hash of hashes) sum.update(hash)
  return { make, ...traits, generation: sum.digest('hex') }
}

/**
 * The file of a graph of just this identity, or `undefined`: missing, of other vectors, or with one
 * byte changed. The library itself loads any of these without a word.
 */
export async function findGraph(
  folder: string,
  identity: GraphIdentity,
): Promise<string | undefined> {
  const path = join(folder, names.graph)
  try {
    const { sha256, ...found } = Manifest.parse(
      JSON.parse(readFileSync(join(folder, names.manifest), 'utf8')),
    )
    const isOurs = JSON.stringify(found) === JSON.stringify(GraphIdentity.parse(identity))
    return isOurs && holds(path, identity) && (await sumOf(path)) === sha256 ? path : undefined
  } catch {
    return undefined
  }
}

// In a container every process has the same number, so the moment it began belongs to its name.
const own = `${process.pid}.${Math.round(performance.timeOrigin)}`

/** A name beside the graph for one that is being written; `clearAside` removes what was killed. */
export function asidePath(folder: string): string {
  return join(folder, `${names.graph}.${own}.${performance.now()}.tmp`)
}

/**
 * Puts a graph in its place. Bytes before names, the manifest last: whoever is killed between leaves
 * a graph whose manifest does not fit, and that is built anew.
 */
export async function commitGraph(
  folder: string,
  aside: string,
  identity: GraphIdentity,
): Promise<void> {
  sync(aside)
  const manifest = JSON.stringify({ ...identity, sha256: await sumOf(aside) })
  renameSync(aside, join(folder, names.graph))
  sync(folder)
  writeFileSync(aside, manifest)
  sync(aside)
  renameSync(aside, join(folder, names.manifest))
  sync(folder)
}

/** Removes a graph that is not searched any more: it holds the vectors of texts that may be gone. */
export function removeGraph(folder: string): void {
  for (const name of Object.values(names)) rmSync(join(folder, name), { force: true })
}

/** Removes what killed processes left half written. */
export function clearAside(folder: string): void {
  for (const name of readdirSync(folder)) {
    const match = /^vectors\.hnsw\.((\d+)\.\d+)\.[\d.]+tmp$/.exec(name)
    if (!match || match[1] === own || isAnother(Number(match[2]))) continue
    rmSync(join(folder, name), { force: true })
  }
}

function isAnother(id: number): boolean {
  if (id === process.pid) return false
  try {
    process.kill(id, 0)
    return true
  } catch (error) {
    // Somebody else's process is one that runs.
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH')
  }
}

// The library writes its fields as they lie in memory, eight bytes each: the third is the count, and
// between the sixth and the fifth lie the numbers of one vector.
function holds(path: string, { count, dimension }: GraphIdentity): boolean {
  const head = Buffer.alloc(48)
  const file = openSync(path, 'r')
  readSync(file, head)
  closeSync(file)
  const field = (at: number) => Number(head.readBigUInt64LE(at * 8))
  return field(2) === count && field(4) - field(5) === dimension * 4
}

async function sumOf(path: string): Promise<string> {
  const sum = createHash('sha256')
  await pipeline(createReadStream(path, { highWaterMark: 1 << 20 }), sum)
  return sum.digest('hex')
}
