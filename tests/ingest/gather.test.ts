import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Paths } from '../../src/places.ts'
import { indexPath, refresh } from '../../src/refresh.ts'
import { openShelf } from '../../src/search/shelf.ts'
import { addSource, readSources, setStatus, stockOf } from '../../src/sources.ts'
import { bytesHold, emptyPaths, gatherFirst } from './place.ts'
import { type Entry, feedOf, openStage, type Stage, vttOf } from './stage.ts'

let stage: Stage
let paths: Paths

beforeEach(async () => {
  stage = await openStage()
  paths = emptyPaths()
})

afterEach(() => stage.close())

const days = ['02 Mar 2026', '09 Mar 2026', '16 Mar 2026', '23 Mar 2026']

function entry(number: number, more: Partial<Entry> = {}): Entry {
  return {
    guid: `g${number}`,
    title: `Folge ${number}: Panne`,
    date: `Mon, ${days[number - 1]} 04:00:00 +0000`,
    audio: `${stage.url}/${number}.mp3`,
    extra: `<pc:transcript url="/t${number}.html" type="text/html"/><pc:transcript url="${stage.url}/t${number}.vtt" type="text/vtt"/><pc:person role="guest">Dr. Anna Berg</pc:person><itunes:duration>1:02</itunes:duration>`,
    ...more,
  }
}

async function add(url: string, kind: 'feed' | 'blog' = 'feed', rights: 'own' | 'unknown' = 'own') {
  return await addSource(paths, { kind, url, rights, local: true, id: kind })
}

async function publish(entries: readonly Entry[]) {
  stage.set('/feed', feedOf(entries))
  for (const { guid } of entries) {
    const number = guid.slice(1)
    stage.set(`/t${number}.vtt`, vttOf(`Das Wort der Folge lautet Sonderwort${number}.`))
  }
}

describe('a feed', () => {
  it('is fetched with transcripts, people and links, and not again while nothing changes', async () => {
    await publish([entry(2), entry(1)])
    await add(`${stage.url}/feed`)
    expect(readFileSync(join(paths.knowledgeDir, 'sources.yaml'), 'utf8')).toContain(
      '# Unsere Sendungen',
    )
    expect(await gatherFirst(paths)).toMatchObject({
      outcome: 'changed',
      episodes: 2,
      transcripts: 2,
      added: 2,
      problems: [],
    })
    const { files } = await refresh(paths)
    expect(files.map(({ outcome }) => outcome)).toEqual(['read', 'read'])
    const shelf = openShelf(indexPath(paths))
    expect(shelf.stock).toMatchObject({ episodes: 2, posts: 0 })
    const found = shelf.findDocument('feed-folge-2-panne')
    shelf.close()
    expect(found?.about).toMatchObject({
      ...{ title: 'Folge 2: Panne', show: 'Amtsfunk & Rat', published: '2026-03-09' },
      ...{
        speakers: [{ id: 'Dr. Anna Berg' }],
        audio: `${stage.url}/2.mp3`,
        link: '{audio}#t={seconds}',
      },
    })
    stage.asked.length = 0
    expect(await gatherFirst(paths)).toMatchObject({ outcome: 'unchanged', added: 0 })
    expect(stage.asked).toHaveLength(3)
    expect((await refresh(paths)).files.map(({ outcome }) => outcome)).toEqual([
      'unchanged',
      'unchanged',
    ])
  })

  it('brings a changed transcript in, and nothing of the former one stays', async () => {
    await publish([entry(1)])
    await add(`${stage.url}/feed`)
    await gatherFirst(paths)
    await refresh(paths)
    expect(bytesHold(paths, 'Sonderwort1')).toBe(true)
    stage.set('/t1.vtt', vttOf('Jetzt steht hier das Wort Ersatzwort.'))
    expect(await gatherFirst(paths)).toMatchObject({ outcome: 'changed', added: 0, removed: 0 })
    await refresh(paths)
    expect(bytesHold(paths, 'Ersatzwort')).toBe(true)
    for (const word of ['Sonderwort1', 'sonderwort1']) expect(bytesHold(paths, word)).toBe(false)
  })

  it('loses what was deleted from its middle, and keeps what is only older than it reaches', async () => {
    await publish([entry(4), entry(3), entry(2), entry(1)])
    await add(`${stage.url}/feed`)
    await gatherFirst(paths)
    await refresh(paths)
    stage.set('/feed', feedOf([entry(4), entry(2)]))
    expect(await gatherFirst(paths)).toMatchObject({ removed: 1, vanished: 1, episodes: 3 })
    expect((await refresh(paths)).removed).toBe(1)
    for (const word of ['Sonderwort3', 'sonderwort3']) expect(bytesHold(paths, word)).toBe(false)
    expect(bytesHold(paths, 'Sonderwort1')).toBe(true)
  })

  it('does not take an accident of the publisher for a wish', async () => {
    const all = [entry(4), entry(3), entry(2), entry(1)]
    const many = Array.from({ length: 8 }, (_, index) =>
      entry(3, {
        guid: `m${index}`,
        title: `Nummer ${index}`,
        audio: `${stage.url}/m${index}.mp3`,
        extra: '',
      }),
    )
    stage.set('/feed', feedOf([...many, ...all]))
    await add(`${stage.url}/feed`)
    await gatherFirst(paths)
    stage.set('/feed', feedOf([entry(4), entry(1)]))
    const report = await gatherFirst(paths)
    expect(report).toMatchObject({ removed: 0, episodes: 12 })
    expect(report.problems.join()).toMatch(/Versehen/)
  })

  it('is read over all its pages, redirects, packed, and once where a page comes twice', async () => {
    stage.set('/old', (_, response) => response.writeHead(301, { location: '/feed' }).end())
    stage.set(
      '/feed',
      gzipSync(feedOf([entry(2)], '<atom:link rel="next" href="/feed?page=2"/>')),
      { 'content-encoding': 'gzip' },
    )
    stage.set(
      '/feed?page=2',
      feedOf([entry(2), entry(1)], '<atom:link rel="next" href="/feed?page=2"/>'),
    )
    await add(`${stage.url}/old`)
    const report = await gatherFirst(paths)
    expect(report).toMatchObject({ episodes: 2, transcripts: 0 })
    expect(report.problems).toHaveLength(2)
  })

  it('waits out a 429 and a 500, and a body that breaks off', async () => {
    let tries = 0
    stage.set('/feed', (_, response) => {
      tries += 1
      if (tries === 1) response.writeHead(429, { 'retry-after': '0' }).end()
      else if (tries === 2) {
        response.writeHead(200, { 'content-length': '9000' })
        response.write('<rss>', () => response.destroy())
      } else response.end(feedOf([entry(1, { extra: '' })]))
    })
    await add(`${stage.url}/feed`)
    expect(await gatherFirst(paths)).toMatchObject({
      outcome: 'changed',
      episodes: 1,
      problems: [],
    })
    expect(tries).toBe(3)
  })

  it('keeps everything when the host is down, lies or is cut off', async () => {
    await publish([entry(1)])
    await add(`${stage.url}/feed`)
    await gatherFirst(paths)
    const troubles = [
      (response: { writeHead(code: number): { end(): void } }) => response.writeHead(503).end(),
    ]
    for (const trouble of troubles) {
      stage.set('/feed', (_, response) => trouble(response))
      expect(await gatherFirst(paths)).toMatchObject({ outcome: 'failed' })
    }
    for (const body of [
      '<html><body>Wartung</body></html>',
      feedOf([entry(2)]).slice(0, -40),
      '\u0000\u0001',
    ]) {
      stage.set('/feed', body)
      expect(await gatherFirst(paths), body.slice(0, 20)).toMatchObject({ outcome: 'failed' })
    }
    expect(stockOf(paths, readSources(paths)[0] ?? never())).toMatchObject({
      episodes: 1,
      transcripts: 1,
    })
    stage.set('/feed', feedOf([entry(1)]))
    stage.set('/t1.vtt', '<html>Sie sind offline</html>')
    const report = await gatherFirst(paths)
    expect(report).toMatchObject({ transcripts: 1 })
    expect(report.problems.join()).toContain('/t1')
    expect(bytesHold(paths, 'Sonderwort1')).toBe(true)
  })

  it('takes the next best transcript where the best one is broken', async () => {
    await publish([entry(1)])
    stage.set('/t1.vtt', 'kaputt')
    stage.set('/t1.html', '<cite>Anna:</cite><time>0:05</time><p>Es gilt das Sonderwort1.</p>')
    await add(`${stage.url}/feed`)
    expect(await gatherFirst(paths)).toMatchObject({ transcripts: 1, problems: [] })
    expect(bytesHold(paths, 'Sonderwort1')).toBe(true)
  })

  it('is erased everywhere when it is withdrawn, and searched again when it was only disabled', async () => {
    await publish([entry(1)])
    await add(`${stage.url}/feed`)
    await gatherFirst(paths)
    await refresh(paths)
    await setStatus(paths, 'feed', 'disabled')
    expect((await refresh(paths)).removed).toBe(1)
    await setStatus(paths, 'feed', 'active')
    expect((await refresh(paths)).files).toHaveLength(1)
    await setStatus(paths, 'feed', 'withdrawn')
    expect((await refresh(paths)).removed).toBe(1)
    for (const word of ['Sonderwort1', 'sonderwort1', 'Amtsfunk'])
      expect(bytesHold(paths, word)).toBe(false)
  })

  it('marks what may only be quoted', async () => {
    await publish([entry(1)])
    await add(`${stage.url}/feed`, 'feed', 'unknown')
    await gatherFirst(paths)
    await refresh(paths)
    const shelf = openShelf(indexPath(paths))
    expect(shelf.findDocument('feed-folge-1-panne')?.about.rights).toBe('unknown')
    shelf.close()
  })
})

function never(): never {
  throw new Error('no source')
}
