import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { toSourceId } from '../../src/domain/documents.ts'
import { UpstreamError } from '../../src/domain/errors.ts'
import { embeddedText, embedPassages } from '../../src/search/embed.ts'
import { openVectorStore } from '../../src/search/vector-store.ts'
import { openDatabase } from '../../src/sqlite.ts'
import { episode, spoken, written } from '../fakes.ts'
import { freshFolder, numbered, shelfIn, talk } from './shelves.ts'
import { synonyms } from './synonyms.ts'

const { signal } = new AbortController()
const child = fileURLToPath(new URL('./embed-child.ts', import.meta.url))

function open(folder = freshFolder()) {
  const path = join(folder, 'vectors.sqlite')
  return { folder, path, store: openVectorStore(path) }
}

const texts = ['Alles über Fristen.', 'Alles über Telefone.', 'Alles über Fahrräder.']
const talks = texts.map((text, at) => talk(`t${at}`, text))

describe('embeddedText', () => {
  it('puts the titles above the passage', () => {
    const about = episode({ title: 'Die Nacht', chapters: [{ start: 0, title: 'Anfang' }] })
    expect(embeddedText(spoken(['Los.'], about))).toBe('Die Nacht · Anfang\nLos.')
    expect(embeddedText(spoken(['Los.'], episode({ title: 'Die Nacht' })))).toBe('Die Nacht\nLos.')
    expect(embeddedText(written('Los.'))).toBe('Probebeitrag · Schritt 1\nLos.')
  })
})

describe('embedPassages', () => {
  it('embeds every passage once, in batches, and nothing at the next run', async () => {
    const { folder, store } = open()
    const shelf = shelfIn(folder, [numbered(10)])
    const embedder = synonyms()
    const seen: string[] = []
    const onProgress = (done: number, total: number) => seen.push(`${done}/${total}`)
    const report = await embedPassages(shelf, { embedder, store }, { signal, onProgress })
    expect(report).toEqual({ passages: 10, embedded: 10, removed: 0 })
    expect(seen).toEqual(['4/10', '8/10', '10/10'])
    const version = store.version()
    const again = await embedPassages(shelf, { embedder, store }, { signal, onProgress })
    expect(again).toEqual({ passages: 10, embedded: 0, removed: 0 })
    expect(embedder.seen).toHaveLength(10)
    expect(store.version()).toBe(version)
  })

  it('embeds after a swap what is new and forgets what is gone', async () => {
    const { folder, store, path } = open()
    const embedder = synonyms()
    await embedPassages(shelfIn(folder, talks), { embedder, store }, { signal })
    const version = store.version()
    const next = shelfIn(folder, [...talks.slice(1), talk('neu', 'Alles über Busse.')])
    const report = await embedPassages(next, { embedder, store }, { signal })
    expect(report).toEqual({ passages: 3, embedded: 1, removed: 1 })
    expect(embedder.seen.filter((text) => text.includes('Telefone'))).toHaveLength(1)
    expect(store.version()).not.toBe(version)
    store.close()
    expect(openVectorStore(path).hashes(embedder.id).size).toBe(3)
  })

  it('embeds what reads alike once', async () => {
    const { folder, store } = open()
    const twice = ['a', 'b'].map((id) => talk(id, 'Willkommen zur Probe.'))
    const embedder = synonyms()
    const report = await embedPassages(shelfIn(folder, twice), { embedder, store }, { signal })
    expect(report).toEqual({ passages: 2, embedded: 1, removed: 0 })
  })

  it('embeds a passage anew whose title has changed', async () => {
    const { folder, store } = open()
    const embedder = synonyms()
    const named = (title: string) => ({
      about: episode({ id: toSourceId('a'), title }),
      cues: [{ start: 0, end: 9, text: 'Los.' }],
    })
    await embedPassages(shelfIn(folder, [named('Alt')]), { embedder, store }, { signal })
    await embedPassages(shelfIn(folder, [named('Neu')]), { embedder, store }, { signal })
    expect(embedder.seen).toEqual(['Alt\nLos.', 'Neu\nLos.'])
  })

  it('goes on where it was stopped', async () => {
    const { folder, store, path } = open()
    const shelf = shelfIn(folder, [numbered(10)])
    const stop = new AbortController()
    const embedder = synonyms()
    const onProgress = () => stop.abort()
    await expect(
      embedPassages(shelf, { embedder, store }, { signal: stop.signal, onProgress }),
    ).rejects.toThrow()
    store.close()
    const report = await embedPassages(
      shelf,
      { embedder, store: openVectorStore(path) },
      { signal },
    )
    expect(report.embedded).toBe(6)
    expect(new Set(embedder.seen).size).toBe(embedder.seen.length)
  })

  it('goes on where it was killed, and embeds nothing twice', async () => {
    const { folder, path, store } = open()
    const shelf = shelfIn(folder, [numbered(40)])
    store.close()
    const killed = spawn(process.execPath, [child, folder], { stdio: ['ignore', 'pipe', 'ignore'] })
    await once(killed.stdout, 'data')
    killed.kill('SIGKILL')
    await once(killed, 'exit')
    const again = openVectorStore(path)
    const embedder = synonyms()
    const kept = again.hashes(embedder.id).size
    const report = await embedPassages(shelf, { embedder, store: again }, { signal })
    expect(kept).toBeGreaterThan(0)
    expect(kept % embedder.batch).toBe(0)
    expect(report).toEqual({ passages: 40, embedded: 40 - kept, removed: 0 })
    expect(again.hashes(embedder.id).size).toBe(40)
  })

  it('says what to do on a full device, and goes on there', async () => {
    const { folder, store } = open()
    const shelf = shelfIn(folder, [numbered(120)])
    const limited = `ulimit -f 100; exec "${process.execPath}" "${child}" "${folder}"`
    const { stdout } = await promisify(execFile)('bash', ['-c', limited])
    expect(stdout).toContain('Platz schaffen')
    const embedder = synonyms()
    const kept = store.hashes(embedder.id).size
    expect(kept).toBeGreaterThan(0)
    const { embedded } = await embedPassages(shelf, { embedder, store }, { signal })
    expect(embedded).toBe(120 - kept)
  })

  it('keeps the vectors of the former model until those of the new one are complete', async () => {
    const { folder, store } = open()
    const shelf = shelfIn(folder, talks)
    const former = synonyms({ id: 'former' })
    await embedPassages(shelf, { embedder: former, store }, { signal })
    const failing = synonyms({
      id: 'new',
      batch: 2,
      embed: async (...asked) => {
        if (failing.seen.push(...asked[0]) > 2) throw new UpstreamError('weg', trouble)
        return synonyms().embed(...asked)
      },
    })
    await expect(embedPassages(shelf, { embedder: failing, store }, { signal })).rejects.toThrow()
    expect([store.hashes('former').size, store.hashes('new').size]).toEqual([3, 2])
    const report = await embedPassages(
      shelf,
      { embedder: synonyms({ id: 'new' }), store },
      { signal },
    )
    expect(report).toEqual({ passages: 3, embedded: 1, removed: 3 })
    expect([store.hashes('former').size, store.hashes('new').size]).toEqual([0, 3])
  })

  it('erases what is gone even while the endpoint is down', async () => {
    const { folder, store } = open()
    await embedPassages(shelfIn(folder, talks), { embedder: synonyms(), store }, { signal })
    const down = synonyms({ embed: () => Promise.reject(new UpstreamError('weg', trouble)) })
    const next = shelfIn(folder, [...talks.slice(1), talk('neu', 'Alles über Busse.')])
    await expect(embedPassages(next, { embedder: down, store }, { signal })).rejects.toThrow('weg')
    expect(store.hashes('synonyms').size).toBe(2)
  })

  it('takes nothing for a vector that is none', async () => {
    for (const wrong of [[Number.NaN, 1], [0, 0], [3, 4], []]) {
      const { folder, store } = open()
      const embedder = synonyms({ embed: async (all) => all.map(() => new Float32Array(wrong)) })
      await expect(
        embedPassages(shelfIn(folder, talks), { embedder, store }, { signal }),
      ).rejects.toMatchObject({
        code: 'upstream',
        fix: expect.stringContaining('EMBEDDINGS_MODEL'),
      })
      expect(store.hashes(embedder.id).size).toBe(0)
    }
  })

  it('says when another model answers under the same name', async () => {
    const { folder, store, path } = open()
    await embedPassages(shelfIn(folder, talks), { embedder: synonyms(), store }, { signal })
    const next = shelfIn(folder, [...talks, talk('neu', 'Alles über Busse.')])
    const other = synonyms({ dimension: 8 })
    await expect(embedPassages(next, { embedder: other, store }, { signal })).rejects.toMatchObject(
      { code: 'bad-index', fix: expect.stringContaining(path) },
    )
  })
})

describe('openVectorStore', () => {
  it('starts anew when the file is no database', async () => {
    const folder = freshFolder()
    const path = join(folder, 'vectors.sqlite')
    writeFileSync(path, 'no database at all, but long enough to look like one')
    const { store } = open(folder)
    const { embedded } = await embedPassages(
      shelfIn(folder, talks),
      { embedder: synonyms(), store },
      { signal },
    )
    expect(embedded).toBe(3)
  })

  it('embeds anew what was damaged in the file', async () => {
    const { folder, store, path } = open()
    const shelf = shelfIn(folder, talks)
    const embedder = synonyms()
    await embedPassages(shelf, { embedder, store }, { signal })
    const raw = openDatabase(path)
    raw.exec("UPDATE vectors SET vector = x'ffffffffffff' WHERE rowid = 2")
    raw.close()
    const report = await embedPassages(shelf, { embedder, store }, { signal })
    expect(report.embedded).toBe(1)
  })

  it('leaves no byte of a removed vector in the file', async () => {
    const { folder, store, path } = open()
    const embedder = synonyms()
    await embedPassages(shelfIn(folder, talks), { embedder, store }, { signal })
    const [gone] = await synonyms().embed(['Probe\nAlles über Fristen.'], 'passage', signal)
    const bytes = Buffer.from(gone?.buffer ?? new ArrayBuffer(1))
    expect(readFileSync(path).includes(bytes)).toBe(true)
    await embedPassages(shelfIn(folder, talks.slice(1)), { embedder, store }, { signal })
    expect(readFileSync(path).includes(bytes)).toBe(false)
  })

  it('waits while another process holds the file', async () => {
    const { store, path } = open()
    store.close()
    const holder = `
      const { DatabaseSync } = require('node:sqlite')
      const held = new DatabaseSync(process.argv[1])
      held.exec('BEGIN EXCLUSIVE')
      console.log('held')
      setTimeout(() => held.close(), 300)`
    const holding = spawn(process.execPath, ['-e', holder, path])
    await once(holding.stdout, 'data')
    const second = openVectorStore(path)
    expect(second.hashes('any').size).toBe(0)
    second.close()
  })

  it('lets another process read while one embeds', async () => {
    const { folder, store, path } = open()
    const reader = openVectorStore(path)
    const embedder = synonyms()
    await embedPassages(shelfIn(folder, talks), { embedder, store }, { signal })
    expect(reader.hashes(embedder.id).size).toBe(3)
    expect(reader.version()).toBe(store.version())
  })
})

const trouble = { provider: 'x', fix: '' } as const
