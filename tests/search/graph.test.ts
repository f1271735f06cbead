import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import hnswlib from 'hnswlib-node'
import { describe, expect, it } from 'vitest'
import { makeClusters } from '../../evals/bench-clusters.ts'
import type { Matrix } from '../../src/search/exact.ts'
import { asidePath, commitGraph, findGraph, identityOf } from '../../src/search/graph-files.ts'
import { metric, readGraph, writeGraph } from '../../src/search/hnsw.ts'
import { openVectors, type VectorIndex } from '../../src/search/vectors.ts'
import { crowd, crowdedStage, freshFolder, type Stage } from './shelves.ts'

const { signal } = new AbortController()
const child = fileURLToPath(new URL('./graph-child.ts', import.meta.url))
const exactBelow = 100

function matrixOf(count: number, dimension: number): Matrix {
  const clusters = makeClusters(count, dimension)
  const values = new Float32Array(count * dimension)
  for (let at = 0; at < count; at += 1) values.set(clusters.at(at), at * dimension)
  return { values, dimension, count }
}

describe('the graph', () => {
  it.each([
    [384, 4000],
    [1536, 2000],
  ])('finds at %i dimensions what comparing all of %i finds', async (dimension, count) => {
    const matrix = matrixOf(count, dimension)
    const path = join(freshFolder(), 'graph')
    writeGraph(hnswlib, matrix, path)
    const leg = await readGraph(hnswlib, path, dimension)
    const all = new hnswlib.BruteforceSearch(metric, dimension)
    all.initIndex(count)
    for (let at = 0; at < count; at += 1)
      all.addPoint([...matrix.values.subarray(at * dimension, (at + 1) * dimension)], at)
    const clusters = makeClusters(count, dimension)
    const recall = (limit: number) => {
      let found = 0
      for (let at = 0; at < 100; at += 1) {
        const asked = clusters.near(at * 17)
        const truth = new Set(all.searchKnn([...asked], limit).neighbors)
        found += leg.nearest(asked, limit).filter(({ label }) => truth.has(label)).length
      }
      return found / (100 * limit)
    }
    expect(recall(10)).toBeGreaterThanOrEqual(0.99)
    expect(recall(100)).toBeGreaterThanOrEqual(0.99)
  })

  it('answers while it is built, is used once it is there, and is read at the next start', async () => {
    const stage = await crowdedStage()
    const index = await openVectors({ ...stage, exactBelow })
    expect(index.standing().search).toBe('exact')
    const before = await answers(index)
    expect((await index.settled).search).toBe('graph')
    expect(await answers(index)).toEqual(before)
    const files = graphFiles(stage.folder)
    const again = await openVectors({ ...stage, exactBelow })
    expect(again.standing()).toEqual({
      search: 'graph',
      passages: crowd.count,
      vectors: crowd.count,
    })
    expect(await answers(again)).toEqual(before)
    expect(graphFiles(stage.folder)).toEqual(files)
    stage.close()
  })

  it('leaves the event loop free while it is built', async () => {
    const stage = await crowdedStage()
    const index = await openVectors({ ...stage, exactBelow })
    let ticks = 0
    const timer = setInterval(() => {
      ticks += 1
    }, 5)
    await index.settled
    clearInterval(timer)
    expect(ticks).toBeGreaterThan(10)
    stage.close()
  })

  it('is given up and leaves nothing behind when the index is closed', async () => {
    const stage = await crowdedStage()
    const index = await openVectors({ ...stage, exactBelow })
    index.close()
    expect(await index.settled).toEqual({
      search: 'exact',
      passages: crowd.count,
      vectors: crowd.count,
    })
    expect(graphFiles(stage.folder)).toEqual([])
    stage.close()
  })
})

describe('a graph that does not fit', () => {
  const damages: Readonly<Record<string, (folder: string) => void>> = {
    'a byte in the middle changed': (folder) => {
      const bytes = readFileSync(graphIn(folder))
      const middle = bytes.length >> 1
      bytes[middle] = (bytes[middle] ?? 0) ^ 1
      writeFileSync(graphIn(folder), bytes)
    },
    'the end cut off': (folder) => {
      const bytes = readFileSync(graphIn(folder))
      writeFileSync(graphIn(folder), bytes.subarray(0, bytes.length - 1000))
    },
    'an empty file': (folder) => writeFileSync(graphIn(folder), ''),
    'no file': (folder) => rmSync(graphIn(folder)),
    'no manifest': (folder) => rmSync(manifestIn(folder)),
    'half a manifest': (folder) => {
      const text = readFileSync(manifestIn(folder), 'utf8')
      writeFileSync(manifestIn(folder), text.slice(0, 40))
    },
    'another metric': (folder) => change(folder, { metric: 'l2' }),
    'another dimension': (folder) => change(folder, { dimension: 64 }),
    'another model': (folder) => change(folder, { embedder: 'other' }),
    'another make': (folder) => change(folder, { make: 0 }),
    'a count that is not true': (folder) => change(folder, { count: crowd.count - 1 }),
    'vectors of before': (folder) => change(folder, { generation: 'old' }),
  }

  // One stage for all: what one case has built anew is what the next one damages.
  const whole = withGraph()

  it.each(Object.keys(damages))('is built anew: %s', async (name) => {
    const { stage, truth } = await whole
    damages[name]?.(stage.folder)
    const index = await openVectors({ ...stage, exactBelow })
    expect(index.standing().search).toBe('exact')
    expect(await answers(index)).toEqual(truth)
    expect(await index.settled).toEqual({
      search: 'graph',
      passages: crowd.count,
      vectors: crowd.count,
    })
    expect(await answers(index)).toEqual(truth)
    expect((await openVectors({ ...stage, exactBelow })).standing().search).toBe('graph')
  })

  it('is not taken for one of another dimension, even if the manifest swears it', async () => {
    const folder = freshFolder()
    const claimed = { embedder: 'x', dimension: 32, metric, count: 200 }
    const identity = identityOf(claimed, ['a'])
    for (const [dimension, count] of [
      [64, 200],
      [32, 100],
    ] as const) {
      const aside = asidePath(folder)
      writeGraph(hnswlib, matrixOf(count, dimension), aside)
      await commitGraph(folder, aside, identity)
      expect(await findGraph(folder, identity)).toBeUndefined()
    }
  })

  it('is built anew when the same texts were embedded anew', async () => {
    const { stage, truth } = await withGraph()
    stage.store.publish()
    const index = await openVectors({ ...stage, exactBelow })
    expect(index.standing().search).toBe('exact')
    expect((await index.settled).search).toBe('graph')
    expect(await answers(index)).toEqual(truth)
  })

  it('is built anew for another model', async () => {
    const { stage, truth } = await withGraph()
    const next = await crowdedStage(stage.folder, 'another')
    const index = await openVectors({ ...next, exactBelow })
    expect(index.standing().search).toBe('exact')
    expect((await index.settled).search).toBe('graph')
    expect(await answers(index)).toEqual(truth)
    next.close()
  })
})

describe('a process that dies or has no room', () => {
  it('leaves a whole graph or none when it is killed while it writes', async () => {
    const { stage, truth } = await withGraph()
    let caught = 0
    for (const delay of [0, 0, 3, 20]) {
      change(stage.folder, { generation: 'old' })
      if (await killWhileWriting(stage.folder, delay)) caught += 1
      const index = await openVectors({ ...stage, exactBelow })
      expect(await answers(index)).toEqual(truth)
      expect((await index.settled).search).toBe('graph')
      expect(await answers(index)).toEqual(truth)
      expect(graphFiles(stage.folder)).toHaveLength(2)
    }
    expect(caught).toBeGreaterThan(0)
    stage.close()
  })

  it('builds anew when it was killed between graph and manifest', async () => {
    const { stage, truth } = await withGraph()
    writeGraph(hnswlib, matrixOf(crowd.count, crowd.dimension), graphIn(stage.folder))
    writeFileSync(graphIn(stage.folder), 'the graph of another run', { flag: 'a' })
    const index = await openVectors({ ...stage, exactBelow })
    expect((await index.settled).search).toBe('graph')
    expect(await answers(index)).toEqual(truth)
    stage.close()
  })

  it('says what to do on a full device, and compares every vector meanwhile', async () => {
    const stage = await crowdedStage()
    const limited = `ulimit -f 100; exec "${process.execPath}" "${child}" "${stage.folder}"`
    const { stdout } = await promisify(execFile)('bash', ['-c', limited])
    expect(JSON.parse(stdout)).toEqual({
      search: 'exact',
      code: 'bad-index',
      fix: expect.stringContaining('Platz'),
      text: 'Stelle 17',
    })
    expect(graphFiles(stage.folder)).toEqual([])
    stage.close()
  })

  it('keeps the graph of before on a full device', async () => {
    const { stage } = await withGraph()
    change(stage.folder, { generation: 'old' })
    const before = statSync(graphIn(stage.folder)).mtimeMs
    const limited = `ulimit -f 100; exec "${process.execPath}" "${child}" "${stage.folder}"`
    await promisify(execFile)('bash', ['-c', limited])
    expect(statSync(graphIn(stage.folder)).mtimeMs).toBe(before)
    stage.close()
  })

  it('says what to do when the folder is gone, and compares every vector meanwhile', async () => {
    const stage = await crowdedStage()
    const folder = join(stage.folder, 'gone')
    const index = await openVectors({ ...stage, folder, exactBelow })
    const { search, trouble } = await index.settled
    expect(search).toBe('exact')
    expect(trouble).toMatchObject({ code: 'bad-index', path: folder })
    expect(trouble?.message).toContain(folder)
    expect(await answers(index)).toHaveLength(5)
    stage.close()
  })

  it('does not take what the library could not write for written', () => {
    const path = join(freshFolder(), 'gone', 'graph')
    expect(() => writeGraph(hnswlib, matrixOf(10, 4), path)).toThrow()
    expect(existsSync(path)).toBe(false)
  })
})

function graphIn(folder: string): string {
  return join(folder, 'vectors.hnsw')
}

function manifestIn(folder: string): string {
  return join(folder, 'vectors.json')
}

function graphFiles(folder: string): readonly string[] {
  return readdirSync(folder)
    .filter((name) => /hnsw|json/.test(name))
    .map((name) => `${name} ${statSync(join(folder, name)).mtimeMs}`)
}

function change(folder: string, different: object): void {
  const manifest = JSON.parse(readFileSync(manifestIn(folder), 'utf8'))
  writeFileSync(manifestIn(folder), JSON.stringify({ ...manifest, ...different }))
}

/** What the index finds for a few questions, as ids. */
async function answers(index: VectorIndex): Promise<readonly (readonly string[])[]> {
  const questions = [3, 170, 500, 700, 999].map((at) => `Stelle ${at}`)
  const found = questions.map((text) => index.search({ text, earlier: [] }, 10, signal))
  return (await Promise.all(found)).map((hits) => hits.map((hit) => hit.passage.id))
}

async function withGraph(): Promise<{ stage: Stage; truth: Awaited<ReturnType<typeof answers>> }> {
  const stage = await crowdedStage()
  const index = await openVectors({ ...stage, exactBelow })
  const truth = await answers(index)
  await index.settled
  return { stage, truth }
}

/**
 * Starts a build in another process and kills it so long after the first bytes are there. Whether it
 * was caught before it was through.
 */
async function killWhileWriting(folder: string, delay: number): Promise<boolean> {
  const running = spawn(process.execPath, [child, folder], { stdio: 'ignore' })
  const gone = once(running, 'exit')
  const isWriting = () => readdirSync(folder).some((name) => name.endsWith('.tmp'))
  while (!isWriting() && running.exitCode === null) await new Promise((done) => setTimeout(done, 1))
  await new Promise((done) => setTimeout(done, delay))
  running.kill('SIGKILL')
  await gone
  return isWriting()
}
