import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { makeClusters } from '../../evals/bench-clusters.ts'
import { exactLeg } from '../../src/search/exact.ts'
import { openLexical } from '../../src/search/lexical.ts'
import { openVectors } from '../../src/search/vectors.ts'
import { openDatabase } from '../../src/sqlite.ts'
import { contractDocuments, describeIndex } from '../contracts/index.ts'
import { crowdedStage, shelfIn, stageOf, talk } from './shelves.ts'
import { synonyms } from './synonyms.ts'

const { signal } = new AbortController()

describeIndex('vectors, every one compared', async () => {
  const stage = await stageOf(contractDocuments, synonyms())
  return { index: await openVectors(stage), close: stage.close }
})

describeIndex('vectors, by the graph', async () => {
  const stage = await stageOf(contractDocuments, synonyms())
  const index = await openVectors({ ...stage, exactBelow: 1 })
  const { search } = await index.settled
  if (search !== 'graph') throw new Error('no graph')
  return { index, close: stage.close }
})

const talks = [
  talk('a', 'Jede Datenpanne benachrichtigen wir der Aufsichtsbehörde binnen drei Tagen.'),
  talk('b', 'Das Telefon übernimmt die Zentrale.'),
]
const asked = { text: 'Hackerangriff: Landesbeauftragte Bescheid?', earlier: [] }

describe('openVectors', () => {
  it('finds a passage that shares no word with the question, and words do not', async () => {
    const stage = await stageOf(talks, synonyms())
    const [first, second] = await (await openVectors(stage)).search(asked, 5, signal)
    expect(first?.passage.about.id).toBe('a')
    expect(first?.evidence).toBeUndefined()
    expect(first?.similarity).toBe(first?.score)
    expect(first?.score).toBeGreaterThan((second?.score ?? 0) + 0.3)
    expect(await openLexical(stage.shelf).search(asked, 5, signal)).toEqual([])
    stage.close()
  })

  it('asks the embedder nothing for an empty question or an empty store', async () => {
    const embedder = synonyms()
    const stage = await stageOf(talks, embedder)
    const before = embedder.seen.length
    for (const text of ['', ' ', '🔥', '?!'])
      expect(await (await openVectors(stage)).search({ text, earlier: [] }, 5, signal)).toEqual([])
    const stranger = synonyms({ id: 'stranger' })
    const index = await openVectors({ ...stage, embedder: stranger })
    expect(await index.search(asked, 5, signal)).toEqual([])
    expect(index.standing()).toEqual({ search: 'exact', passages: 2, vectors: 0 })
    expect([embedder.seen.length - before, stranger.seen.length]).toEqual([0, 0])
    stage.close()
  })

  it('finds what is embedded while the rest is not', async () => {
    const stage = await stageOf(talks, synonyms())
    const shelf = shelfIn(stage.folder, [talk('neu', 'Alles über Busse.'), ...talks])
    const index = await openVectors({ ...stage, shelf })
    expect(index.standing()).toMatchObject({ passages: 3, vectors: 2 })
    expect((await index.search(asked, 5, signal))[0]?.passage.about.id).toBe('a')
    stage.close()
  })

  it('gives the passages their names of now when a swap has numbered them anew', async () => {
    const stage = await stageOf(talks, synonyms())
    stage.shelf.close()
    const shelf = shelfIn(stage.folder, talks.slice(0, 1))
    const again = shelfIn(stage.folder, [talks[1] ?? talk('', ''), ...talks.slice(0, 1)])
    const index = await openVectors({ ...stage, shelf: again })
    expect((await index.search(asked, 1, signal))[0]?.passage.about.id).toBe('a')
    shelf.close()
    again.close()
  })

  it('says so when the model answers with another dimension, and names the remedy', async () => {
    const stage = await stageOf(talks, synonyms())
    const index = await openVectors({ ...stage, embedder: synonyms({ dimension: 8 }) })
    await expect(index.search(asked, 5, signal)).rejects.toMatchObject({
      code: 'bad-index',
      message: expect.stringContaining('8 statt 256'),
      fix: expect.stringContaining('npm run ingest'),
    })
    stage.close()
  })

  it('compares with nothing that is no vector', async () => {
    const stage = await stageOf(talks, synonyms())
    const embed = async () => [new Float32Array(256)]
    const index = await openVectors({ ...stage, embedder: synonyms({ embed }) })
    await expect(index.search(asked, 5, signal)).rejects.toMatchObject({ code: 'upstream' })
    stage.close()
  })

  it('leaves out a vector that was damaged in the store', async () => {
    const stage = await stageOf(talks, synonyms())
    const raw = openDatabase(stage.store.path)
    raw.exec('UPDATE vectors SET vector = zeroblob(1024) WHERE rowid = 1')
    raw.close()
    expect((await openVectors(stage)).standing()).toMatchObject({ passages: 2, vectors: 1 })
    stage.close()
  })

  it('compares every vector below the limit and removes a graph that is left over', async () => {
    const stage = await stageOf(talks, synonyms())
    const left = ['vectors.hnsw', 'vectors.json'].map((name) => join(stage.folder, name))
    for (const path of left) writeFileSync(path, 'old')
    const index = await openVectors(stage)
    expect(await index.settled).toEqual({ search: 'exact', passages: 2, vectors: 2 })
    expect(left.filter((path) => existsSync(path))).toEqual([])
    stage.close()
  })

  it('compares every vector where the addon is missing, and says what to do', async () => {
    const stage = await crowdedStage()
    const load = async () => undefined
    const index = await openVectors({ ...stage, exactBelow: 100, load })
    const { search, trouble } = await index.settled
    expect(search).toBe('exact')
    expect(trouble).toMatchObject({ code: 'bad-index', fix: expect.stringContaining('npm ci') })
    const [first] = await index.search({ text: 'Stelle 17', earlier: [] }, 1, signal)
    expect(first?.passage.text).toBe('Stelle 17')
    stage.close()
  })
})

describe('exactLeg', () => {
  it('finds what sorting all of them finds, ties by label', () => {
    const [count, dimension] = [300, 7]
    const clusters = makeClusters(count, dimension)
    const values = new Float32Array(count * dimension)
    // Every vector twice, so that there are ties.
    for (let at = 0; at < count; at += 1) values.set(clusters.at(at >> 1), at * dimension)
    const asked = clusters.near(17)
    const leg = exactLeg({ values, dimension, count })
    const all = leg.nearest(asked, count)
    const order = all.toSorted((a, b) => b.similarity - a.similarity || a.label - b.label)
    expect(all).toEqual(order)
    expect(new Set(all.map(({ label }) => label)).size).toBe(count)
    for (const limit of [0, 1, 2, 10, 299, 301])
      expect(leg.nearest(asked, limit)).toEqual(order.slice(0, limit))
  })
})
