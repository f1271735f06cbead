import { mkdir, mkdtemp, rm, symlink, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { isTranscript, toSourceId } from '../../src/domain/documents.ts'
import { SourceError } from '../../src/domain/errors.ts'
import { openFolder } from '../../src/ingest/folder.ts'
import type { SourceItem } from '../../src/ports.ts'
import { describeSource, itemsOf } from '../contracts/source.ts'

const vtt = 'WEBVTT\n\n00:00.000 --> 00:02.000\n<v A>Guten Tag.\n'
const srt = '1\n00:00:00,000 --> 00:00:02,000\nGuten Tag.\n'
const json = '[{"speaker":"A","start":0,"end":2000,"text":"Guten Tag."}]'
const head = '---\ntitle: Eins\npublished: 2026-04-21\nurl: https://example.org\n---\nNotizen\n'
const post = '---\ntitle: Zwei\npublished: 2026-04-21\nurl: https://example.org\n---\nText.\n'

const { signal } = new AbortController()
const made: string[] = []

async function folderWith(files: Readonly<Record<string, string | Buffer>>): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'sturmlotse-folder-'))
  made.push(dir)
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(dir, name)), { recursive: true })
    await writeFile(join(dir, name), content)
  }
  return dir
}

async function open(
  files: Readonly<Record<string, string | Buffer>>,
): Promise<readonly SourceItem[]> {
  return itemsOf(openFolder(await folderWith(files)))
}

async function errorOf(item: SourceItem | undefined): Promise<SourceError> {
  const error: unknown = await item?.read().catch((thrown: unknown) => thrown)
  if (error instanceof SourceError) return error
  throw new Error('read() did not throw a SourceError')
}

afterEach(async () => {
  await Promise.all(made.splice(0).map((dir) => rm(dir, { recursive: true, force: true })))
})

describe('openFolder', () => {
  describeSource(async () => {
    const dir = await folderWith({
      'episodes/b.vtt': vtt,
      'episodes/b.md': head,
      'episodes/a.srt': srt,
      'posts/c.md': post,
    })
    return {
      source: openFolder(dir),
      change: async () => {
        await writeFile(join(dir, 'episodes/b.md'), head.replace('Eins', 'Anders'))
        return toSourceId('b')
      },
      close: () => rm(dir, { recursive: true, force: true }),
    }
  })

  it('reads all formats and posts, in order of their ids', async () => {
    const items = await open({
      'episodes/x.mp3.vtt': vtt,
      'episodes/e2.SRT': srt,
      'episodes/e1.json': json,
      'episodes/E1.md': head,
      'posts/b1.md': post,
    })
    expect(items.map(({ id, file }) => [id, file])).toEqual([
      ['b1', 'posts/b1.md'],
      ['e1', 'episodes/e1.json'],
      ['e2', 'episodes/e2.SRT'],
      ['x', 'episodes/x.mp3.vtt'],
    ])
    const documents = await Promise.all(items.map(async (item) => (await item.read()).document))
    expect(documents.filter(isTranscript).map(({ cues }) => cues[0]?.text)).toEqual(
      Array(3).fill('Guten Tag.'),
    )
    expect(documents[1]?.about).toMatchObject({ title: 'Eins', notes: 'Notizen' })
    expect(documents[0]).toMatchObject({
      about: { title: 'Zwei' },
      sections: [{ heading: 'Zwei', text: 'Text.' }],
    })
  })

  it('finds the head of a name written with other code points', async () => {
    const [item, ...others] = await open({
      [`episodes/${'Über'.normalize('NFD')}.vtt`]: vtt,
      [`episodes/${'über'.normalize('NFC')}.md`]: head,
    })
    expect(others).toEqual([])
    expect(item?.id).toBe('Über'.normalize('NFC'))
    expect((await item?.read())?.document.about.title).toBe('Eins')
  })

  it('takes a transcript without a head and warns', async () => {
    const [item] = await open({ 'episodes/e1.vtt': vtt })
    const read = await item?.read()
    expect(read?.document.about).toMatchObject({ title: 'e1', duration: 2 })
    expect(read?.warnings[0]).toMatch(/^episodes\/e1\.vtt: /)
  })

  it('passes over what is none of its business', async () => {
    const items = await open({
      'README.md': 'x',
      'episodes/README.md': 'x',
      'episodes/LICENSE.txt': 'x',
      'episodes/.DS_Store': 'x',
      'episodes/bild.PNG': 'x',
      'episodes/alt/e1.vtt': vtt,
      'posts/README.txt': 'x',
      'playbooks/p.md': 'x',
    })
    expect(items).toEqual([])
  })

  it('reads an episode whose name only begins like a licence or a README', async () => {
    const items = await open({
      'episodes/license-fragen.vtt': vtt,
      'episodes/license-fragen.md': head,
      'episodes/README-lesen.srt': srt,
      'posts/lizenz.md': post,
      'posts/LICENSE-MIT.txt': 'x',
      'posts/README.de.md': 'x',
      'posts/license': 'x',
    })
    expect(items.map(({ id }) => id)).toEqual(['README-lesen', 'license-fragen', 'lizenz'])
  })

  it('does not take a folder that cannot be read for an empty one', async () => {
    const dir = await folderWith({ 'posts/b1.md': post })
    await symlink('episodes', join(dir, 'episodes'))
    const error: unknown = await itemsOf(openFolder(dir)).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(SourceError)
    expect(error).toMatchObject({ file: 'episodes' })
  })

  it.each([
    [['episodes/e1.vtt', 'posts/E1.md']],
    [['episodes/e1.vtt', 'episodes/E1.vtt']],
    [['episodes/e1.vtt', 'episodes/E1.md', 'episodes/e1.md']],
    [['episodes/e1.md', 'posts/e1.md']],
  ])('makes one failing item of the same name twice: %j', async (names) => {
    const items = await open(
      Object.fromEntries(
        [...names, 'posts/b1.md'].map((name) => [name, name.endsWith('md') ? post : vtt]),
      ),
    )
    expect(items).toHaveLength(2)
    const error = await errorOf(items.find(({ id }) => id !== 'b1'))
    for (const name of names) expect(error.message).toContain(name)
  })

  it('takes one of several formats of the same transcript', async () => {
    const items = await open({
      'episodes/e1.srt': '1\n00:00:01,000 --> 00:00:02,000\nx\n',
      'episodes/e1.vtt': vtt,
      'episodes/e1.tsv': 'start\tend\ttext\n0\t9\tx\n',
    })
    expect(items.map(({ file }) => file)).toEqual(['episodes/e1.vtt'])
  })

  it('reads a transcript that stands below its own head', async () => {
    const [item] = await open({
      'episodes/e1.md':
        '---\ntitle: Probe\n---\n[00:00:01] Anna\nWir melden die Panne noch heute der Aufsicht.\n\n[00:00:09] Ben\nUnd wir sagen es gleich danach allen Leuten.\n',
    })
    const read = await item?.read()
    expect(read?.document).toMatchObject({
      about: { title: 'Probe', notes: '' },
      cues: [
        { start: 1, speaker: 'Anna' },
        { start: 9, speaker: 'Ben' },
      ],
    })
  })

  it('names the transcript that a head is missing', async () => {
    const [item] = await open({ 'episodes/e1.md': head })
    expect(await errorOf(item)).toMatchObject({ file: 'episodes/e1.md' })
    expect((await errorOf(item)).message).toContain('episodes/e1.vtt')
  })

  it('names endings it does not know', async () => {
    const items = await open({
      'episodes/e1.vtt': vtt,
      'episodes/e1.docx': 'x',
      'posts/b.docx': 'x',
    })
    expect(items.map(({ file }) => file)).toEqual([
      'episodes/e1.vtt',
      'episodes/e1.docx',
      'posts/b.docx',
    ])
    const failing = items.filter(({ file }) => !file.endsWith('vtt'))
    for (const item of failing) expect((await errorOf(item)).message).toContain('Endung')
  })

  it('opens no link that leaves the folder, nor a dead one, nor a file over 20 MB', async () => {
    const outside = await folderWith({ 'geheim.vtt': vtt })
    const dir = await folderWith({ 'episodes/echt.vtt': vtt, 'episodes/gross.srt': '' })
    await symlink(join(outside, 'geheim.vtt'), join(dir, 'episodes/a-link.vtt'))
    await symlink(join(dir, 'fehlt.vtt'), join(dir, 'episodes/b-tot.vtt'))
    await symlink(join(dir, 'episodes/echt.vtt'), join(dir, 'episodes/c-innen.vtt'))
    await truncate(join(dir, 'episodes/gross.srt'), 20 * 1024 ** 2 + 1)
    const items = await itemsOf(openFolder(dir))
    expect(items.map(({ id }) => id)).toEqual(['a-link', 'b-tot', 'c-innen', 'echt', 'gross'])
    expect((await errorOf(items[0])).message).toContain('hinaus')
    expect((await errorOf(items[1])).message).toContain('öffnen')
    expect((await items[2]?.read())?.document.about.id).toBe('c-innen')
    expect((await errorOf(items[4])).message).toContain('20 MB')
  })

  it('says which folder is missing and how to set it', async () => {
    const error: unknown = await itemsOf(openFolder('/gibt/es/nicht')).catch(
      (thrown: unknown) => thrown,
    )
    expect(error).toBeInstanceOf(SourceError)
    expect(error).toMatchObject({
      file: '/gibt/es/nicht',
      fix: expect.stringMatching(/--knowledge.*KNOWLEDGE_DIR/),
    })
  })

  it('has no items in an empty folder', async () => {
    expect(await open({})).toEqual([])
  })

  it('gives episodes the links of sources.yaml, and all new fingerprints when it changes', async () => {
    const dir = await folderWith({
      'episodes/e1.vtt': vtt,
      'sources.yaml': 'shows:\n  - {id: a, name: Sendung, link: "{url}?t={seconds}"}\n',
    })
    const [before] = await itemsOf(openFolder(dir))
    expect((await before?.read())?.document.about).toMatchObject({
      show: 'Sendung',
      link: '{url}?t={seconds}',
    })
    await writeFile(join(dir, 'sources.yaml'), 'shows: []\n')
    const [after] = await itemsOf(openFolder(dir))
    expect(after?.fingerprint).not.toBe(before?.fingerprint)
  })

  it('reports a broken sources.yaml with its line and still gives the rest', async () => {
    const items = await open({
      'episodes/e1.vtt': vtt,
      'sources.yaml': 'shows:\n  - id: a\n    name: Sendung\n    link: "{seite}"\n',
    })
    expect(items.map(({ id }) => id)).toEqual(['sources.yaml', 'e1'])
    expect(await errorOf(items[0])).toMatchObject({ file: 'sources.yaml', line: 4 })
    expect((await items[1]?.read())?.document.about.id).toBe('e1')
  })

  it('calls episodes provisional while sources.yaml is broken, but not posts', async () => {
    const broken = { 'sources.yaml': 'shows: [\n', 'episodes/e1.vtt': vtt, 'posts/b1.md': post }
    const provisional = new Map<string, boolean>()
    for await (const item of openFolder(await folderWith(broken)).items(signal))
      provisional.set(item.id, item.isProvisional === true)
    expect(provisional).toEqual(
      new Map([
        ['sources.yaml', false],
        ['b1', false],
        ['e1', true],
      ]),
    )
  })

  it('names file and line of whatever is broken', async () => {
    const items = await open({
      'episodes/1-binary.vtt': Buffer.from('WEBVTT\n\n\0\0'),
      'episodes/2-cut.vtt': `${vtt}\n00:00:03.000 --> 00:0`,
      'episodes/3-head.vtt': vtt,
      'episodes/3-head.md': '---\ntitle: "offen\n---\n',
      'episodes/4-json.json': '{"utterances": [\n{"start": 1,,}',
      'episodes/5-latin.srt': Buffer.from('1\n00:00:00,000 --> 00:00:01,000\nüber', 'latin1'),
      'posts/6-leer.md': '---\ntitle: Leer\n---\n\n![](a.png)\n',
    })
    const errors = await Promise.all(items.map(errorOf))
    expect(errors.map(({ file, line }) => [file, line])).toEqual([
      ['episodes/1-binary.vtt', 3],
      ['episodes/2-cut.vtt', 6],
      ['episodes/3-head.md', expect.any(Number)],
      ['episodes/4-json.json', 2],
      ['episodes/5-latin.srt', 3],
      ['posts/6-leer.md', 4],
    ])
    expect(errors.every(({ fix }) => fix.includes('itte'))).toBe(true)
  })
})
