import { mkdirSync, readdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseConfig } from '../../src/config.ts'
import type { Episode } from '../../src/domain/documents.ts'
import { indexPath, indexState, refresh } from '../../src/refresh.ts'
import { openShelf } from '../../src/search/shelf.ts'
import { dataDir } from '../cli/run.ts'
import { folderWith, vtt } from '../fakes.ts'

const good = vtt(['<v A>Nachts gibt es nur einen freigegebenen Text und keine Debatte.'])
const nested = vtt([`${'<b>'.repeat(20_000)}x`])

function setUp(files: Readonly<Record<string, string>>) {
  const knowledge = folderWith(files)
  const config = parseConfig({ KNOWLEDGE_DIR: knowledge, DATA_DIR: dataDir() })
  const outcomes = async () =>
    (await refresh(config)).files.map(({ file, outcome }) => [file, outcome])
  return { knowledge, config, outcomes, folder: join(indexPath(config), '..') }
}

function held(config: ReturnType<typeof setUp>['config'], id: string): Episode | undefined {
  const shelf = openShelf(indexPath(config))
  const about = shelf.findDocument(id)?.about
  shelf.close()
  return about?.kind === 'episode' ? about : undefined
}

describe('refresh', () => {
  it('may run twice at once in one process: both end well, and one whole index is there', async () => {
    const files = Array.from({ length: 20 }, (_, at) => [`episodes/a${at}.vtt`, good])
    const { config, folder } = setUp(Object.fromEntries(files))
    const reports = await Promise.all([refresh(config), refresh(config), refresh(config)])
    expect(reports.map((report) => report.files.length)).toEqual([20, 20, 20])
    expect(readdirSync(folder)).toEqual(['index.sqlite'])
    expect(indexState(config)).toBe('fresh')
    expect(held(config, 'a19')).toBeDefined()
  })

  it('keeps what is indexed when a folder cannot be read', async () => {
    const { knowledge, config } = setUp({ 'episodes/a.vtt': good, 'posts/b.md': 'Text.' })
    await refresh(config)
    renameSync(join(knowledge, 'episodes'), join(knowledge, 'weg'))
    symlinkSync('episodes', join(knowledge, 'episodes'))
    await expect(refresh(config)).rejects.toMatchObject({ code: 'bad-source', file: 'episodes' })
    expect(held(config, 'a')).toBeDefined()
    expect(indexState(config)).toBe('stale')
  })

  it('empties the index of a folder that is really empty', async () => {
    const { knowledge, config } = setUp({ 'episodes/a.vtt': good })
    await refresh(config)
    rmSync(join(knowledge, 'episodes/a.vtt'))
    expect((await refresh(config)).removed).toBe(1)
    expect(held(config, 'a')).toBeUndefined()
  })

  it('fails a file on which an importer breaks, and reads the others', async () => {
    const { knowledge, config, outcomes } = setUp({
      'episodes/a.vtt': nested,
      'posts/b.md': 'Text.',
    })
    const { files } = await refresh(config)
    expect(files.map(({ outcome }) => outcome)).toEqual(['failed', 'read'])
    expect(files[0]?.problems[0]).toMatch(/^episodes\/a\.vtt: .*Bitte/)
    writeFileSync(join(knowledge, 'episodes/a.vtt'), good)
    await refresh(config)
    writeFileSync(join(knowledge, 'episodes/a.vtt'), nested)
    expect(await outcomes()).toEqual([
      ['episodes/a.vtt', 'kept'],
      ['posts/b.md', 'unchanged'],
    ])
    expect(held(config, 'a')).toBeDefined()
  })

  it('refuses a file of more passages than can be numbered, and reads the others', async () => {
    const { config } = setUp({
      'posts/a.md': '# a\nx\n'.repeat(100_050),
      'posts/b.md': 'Text eins.',
      'posts/c.md': 'Text zwei.',
    })
    const { files } = await refresh(config)
    expect(files.map(({ outcome }) => outcome)).toEqual(['failed', 'read', 'read'])
    expect(files[0]?.problems[0]).toContain('100.000')
  })

  it('leaves episodes as they are while sources.yaml is broken, and reads new ones', async () => {
    const shows = 'shows:\n  - {id: a, name: Sendung, link: "{url}?t={seconds}"}\n'
    const { knowledge, config, outcomes } = setUp({
      'episodes/e1.vtt': good,
      'sources.yaml': shows,
    })
    await refresh(config)
    writeFileSync(join(knowledge, 'sources.yaml'), 'shows: [\n')
    writeFileSync(join(knowledge, 'episodes/e2.vtt'), good)
    writeFileSync(join(knowledge, 'episodes/e1.vtt'), `${good}\n`)
    expect(await outcomes()).toEqual([
      ['sources.yaml', 'failed'],
      ['episodes/e1.vtt', 'unchanged'],
      ['episodes/e2.vtt', 'read'],
    ])
    expect(held(config, 'e1')).toMatchObject({ show: 'Sendung', link: '{url}?t={seconds}' })
    expect(indexState(config)).toBe('fresh')
    writeFileSync(join(knowledge, 'sources.yaml'), shows)
    expect(indexState(config)).toBe('stale')
    await refresh(config)
    expect(held(config, 'e2')?.show).toBe('Sendung')
  })

  it('reports no character that a terminal obeys, not even of a file name', async () => {
    const { config } = setUp({
      'episodes/a\u001b]0;x\u0007.vtt': good,
      'episodes/b.vtt': 'kaputt',
      'sources.yaml': 'shows:\n  - {id: "a\\e[2J", name: "A\\e[2J", link: "{\u202ex}"}\n',
    })
    const report = JSON.stringify(await refresh(config))
    expect(report).not.toMatch(/\\u00|\u202e/)
    expect(held(config, 'a]0;x')).toBeDefined()
  })

  it('says what to set when the index cannot be put anywhere', async () => {
    const knowledge = folderWith({ 'episodes/a.vtt': good })
    const file = join(folderWith({ f: '' }), 'f')
    const config = parseConfig({ KNOWLEDGE_DIR: knowledge, DATA_DIR: join(file, 'data') })
    await expect(refresh(config)).rejects.toMatchObject({
      code: 'bad-index',
      fix: expect.stringContaining('DATA_DIR'),
    })
  })

  it('says why the index could not be swapped in, and leaves nothing behind', async () => {
    const { config, folder } = setUp({ 'episodes/a.vtt': good })
    const block = () => mkdirSync(join(indexPath(config), 'x'), { recursive: true })
    await expect(refresh(config, block)).rejects.toMatchObject({
      code: 'bad-index',
      cause: { syscall: 'rename' },
    })
    expect(readdirSync(folder)).toEqual(['index.sqlite'])
  })
})
