import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { correct } from '../src/corrections.ts'
import { SourceError } from '../src/domain/errors.ts'
import { pack, unpack } from '../src/pack.ts'
import { indexPath, indexState } from '../src/refresh.ts'
import { openShelf } from '../src/search/shelf.ts'
import { addSource, gatherAll } from '../src/sources.ts'
import { unzip, zip } from '../src/zip.ts'
import { emptyPaths } from './ingest/place.ts'
import { feedOf, openStage, vttOf } from './ingest/stage.ts'

const limits = { file: 'a.zip', mostFiles: 10, mostBytes: 1000 }
const text = (value: string) => new TextEncoder().encode(value)

describe('pack', () => {
  it('takes sources, corrections and index to another town, but not what it may not', async () => {
    const stage = await openStage()
    const paths = emptyPaths()
    mkdirSync(join(paths.knowledgeDir, 'episodes'))
    writeFileSync(join(paths.knowledgeDir, 'episodes/e1.vtt'), vttOf('Die Friist ist kurz.'))
    for (const [id, rights] of [
      ['eigen', 'own'],
      ['fremd', 'unknown'],
    ] as const) {
      stage.set(
        `/${id}`,
        feedOf([
          {
            guid: id,
            title: 'Eins',
            audio: `${stage.url}/${id}.mp3`,
            extra: `<pc:transcript url="${stage.url}/${id}.vtt" type="text/vtt"/>`,
          },
        ]),
      )
      stage.set(`/${id}.vtt`, vttOf(`Sonderwort${id} steht hier.`))
      await addSource(paths, { kind: 'feed', url: `${stage.url}/${id}`, rights, local: true, id })
    }
    await gatherAll(paths)
    await stage.close()
    await correct(paths, 'e1', {
      start: 60,
      from: 'Die Friist ist kurz.',
      to: 'Die Frist ist kurz.',
      at: '2026-01-01T00:00:00Z',
    })
    const { bytes, left } = await pack(paths)
    expect(left).toEqual(['fremd'])
    const other = emptyPaths()
    const target = { ...other, knowledgeDir: join(other.knowledgeDir, 'neu') }
    await unpack(target, bytes, 'a.zip')
    expect(indexState(target)).toBe('fresh')
    const shelf = openShelf(indexPath(target))
    expect(shelf.stock).toMatchObject({ episodes: 2 })
    expect(JSON.stringify(shelf.findDocument('e1'))).toContain('Die Frist ist kurz.')
    expect(JSON.stringify(shelf.findDocument('eigen-eins'))).toContain('Sonderworteigen')
    shelf.close()
    for (const content of Object.values(
      unzip(bytes, { ...limits, mostFiles: 99, mostBytes: 1e8 }),
    )) {
      expect(Buffer.from(content).includes('Sonderwortfremd')).toBe(false)
    }
    await expect(unpack(target, bytes, 'a.zip')).rejects.toThrow(/nicht leer/)
    await expect(unpack(emptyPaths(), zip({ 'a.txt': text('x') }), 'a.zip')).rejects.toThrow(
      /kein Paket/,
    )
  })
})

describe('unzip', () => {
  it.each(['../a.vtt', 'a/../../b.vtt', '/etc/passwd', 'C:\\a', 'a\\..\\b'])(
    'refuses %s',
    (name) => {
      expect(() => unzip(zip({ 'gut.vtt': text('x'), [name]: text('x') }), limits)).toThrow(
        /außerhalb/,
      )
      expect(existsSync('/tmp/a.vtt')).toBe(false)
    },
  )

  it('refuses what is too many, too large or no archive', () => {
    const many = Object.fromEntries(
      Array.from({ length: 11 }, (_, index) => [`${index}`, text('x')]),
    )
    expect(() => unzip(zip(many), limits)).toThrow(/mehr als 10/)
    expect(() => unzip(zip({ a: new Uint8Array(5000) }), limits)).toThrow(SourceError)
    expect(() => unzip(text('kein Archiv'), limits)).toThrow(/auspacken/)
  })

  it('passes over what a system adds', () => {
    expect(
      Object.keys(unzip(zip({ 'a.vtt': text('x'), '__MACOSX/._a.vtt': text('x') }), limits)),
    ).toEqual(['a.vtt'])
  })
})
