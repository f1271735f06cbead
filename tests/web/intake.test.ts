import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { webDoor } from '../../adapters/web/index.ts'
import { type Config, parseConfig } from '../../src/config.ts'
import { isTranscript } from '../../src/domain/documents.ts'
import { passageId } from '../../src/domain/passage.ts'
import type { Reply } from '../../src/domain/reply.ts'
import { type Engine, openEngine } from '../../src/engine.ts'
import { refresh } from '../../src/refresh.ts'
import { openStore } from '../../src/store/store.ts'
import { zip } from '../../src/zip.ts'
import { emptyPaths } from '../ingest/place.ts'
import { vttOf } from '../ingest/stage.ts'

let config: Config
let engine: Engine
let server: Server
let url = ''

beforeEach(async () => {
  const paths = emptyPaths()
  config = parseConfig({ KNOWLEDGE_DIR: paths.knowledgeDir, DATA_DIR: paths.dataDir })
  mkdirSync(join(paths.knowledgeDir, 'episodes'))
  writeFileSync(join(paths.knowledgeDir, 'episodes/e1.vtt'), vttOf('Die Friist ist kurz.'))
  await refresh(config)
  engine = openEngine(config)
  server = webDoor({ engine, config }).listen(0, '127.0.0.1')
  server.keepAliveTimeout = 65_000
  await new Promise((resolve) => server.once('listening', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})

afterEach(() => {
  engine.close()
  server.close()
  server.closeAllConnections()
})

const text = (value: string) => new TextEncoder().encode(value)

async function upload(
  files: Readonly<Record<string, Uint8Array>>,
  headers: Readonly<Record<string, string>> = {},
) {
  const form = new FormData()
  for (const [name, bytes] of Object.entries(files))
    form.append('files', new Blob([Buffer.from(bytes)]), name)
  const response = await fetch(`${url}/einlesen`, { method: 'POST', body: form, headers })
  const page = await response.text()
  return {
    status: response.status,
    page,
    id: /action="\/einlesen\/([\w-]{36})"/.exec(page)?.[1] ?? '',
  }
}

async function post(path: string, fields: Readonly<Record<string, string>> = {}) {
  const response = await fetch(`${url}${path}`, {
    method: 'POST',
    body: new URLSearchParams(fields),
  })
  return { status: response.status, page: await response.text() }
}

async function page(path: string): Promise<string> {
  return await (await fetch(`${url}${path}`)).text()
}

describe('files handed in', () => {
  it('show what was understood before they count, then count, then can be taken back', async () => {
    const archive = zip({
      'alles/neu.vtt': text(vttOf('Das Sonderwort heißt Rathausuhr.')),
      'alles/neu.srt.docx': text('x'),
      'alles/beitrag.md': text('---\ntitle: Ein Beitrag\n---\nEin Text über die Rathausuhr.'),
    })
    const {
      status,
      page: preview,
      id,
    } = await upload({ 'e1.vtt': text(vttOf('Die Frist ist lang.')), 'paket.zip': archive })
    expect(status).toBe(200)
    expect(preview).toContain('neu.vtt</strong>: Transkript (WebVTT, 2 Textstellen')
    expect(preview).toContain('„Anna: Guten Tag')
    expect(preview).toContain('ersetzt die vorhandene Datei')
    expect(preview).toContain('neu.srt.docx</strong>: nicht lesbar')
    expect(engine.stock()).toMatchObject({ episodes: 1, posts: 0 })
    expect(existsSync(join(config.knowledgeDir, 'episodes/neu.vtt'))).toBe(false)
    expect((await post(`/einlesen/${id}`)).page).toContain('Rückgängig')
    expect(engine.stock()).toMatchObject({ episodes: 2, posts: 1 })
    expect(await page('/folge/e1')).toContain('Die Frist ist lang.')
    expect(await page('/folge/neu')).toContain('Rathausuhr')
    await post(`/einlesen/${id}/zurueck`)
    expect(engine.stock()).toMatchObject({ episodes: 1, posts: 0 })
    expect(await page('/folge/e1')).toContain('Die Friist ist kurz.')
    expect((await post(`/einlesen/${id}`)).page).toContain('liegen nicht mehr bereit')
  })

  it('stay inside the folder, whatever they are called', async () => {
    const { page: preview, id } = await upload({
      '../../../boese.vtt': text(vttOf('Hallo zusammen.')),
      'sources.yaml': text('shows: []'),
    })
    await post(`/einlesen/${id}`)
    expect(existsSync(join(config.knowledgeDir, 'episodes/boese.vtt'))).toBe(true)
    expect(preview).toContain('sources.yaml</strong>: nicht lesbar')
    expect((await upload({ 'a.zip': zip({ '../a.vtt': text('x') }) })).page).toContain('außerhalb')
    expect((await post('/einlesen/..%2F..%2Fx')).page).toContain('liegen nicht mehr bereit')
  })

  it('are not taken from another site, nor shown as markup', async () => {
    const { status } = await upload({ 'a.vtt': text('x') }, { 'sec-fetch-site': 'cross-site' })
    expect(status).toBe(403)
    const { page: preview } = await upload({
      '<b>x.vtt': text(vttOf('&lt;script&gt;alert(1)&lt;/script&gt; sagt er.')),
    })
    expect(preview).not.toMatch(/<script>alert|<b>x/)
  })

  it('are not taken where the page can be reached from elsewhere', async () => {
    const open = parseConfig({
      ...{ KNOWLEDGE_DIR: config.knowledgeDir, DATA_DIR: config.dataDir },
      PUBLIC_URL: 'https://lotse.example.org',
      LINK_SECRET: 'x'.repeat(40),
    })
    const other = webDoor({ engine, config: open }).listen(0, '127.0.0.1')
    other.keepAliveTimeout = 65_000
    await new Promise((resolve) => other.once('listening', resolve))
    const at = `http://127.0.0.1:${(other.address() as AddressInfo).port}`
    for (const path of ['/einlesen', '/korrektur/e1'])
      expect((await fetch(`${at}${path}`)).status).toBe(403)
    expect((await fetch(`${at}/einlesen`, { method: 'POST' })).status).toBe(403)
    other.close()
  })
})

describe('a cue', () => {
  it('is corrected at its second, and back, while its file stays', async () => {
    const before = readFileSync(join(config.knowledgeDir, 'episodes/e1.vtt'))
    expect(await page('/folge/e1?t=60')).toContain('href="/korrektur/e1?t=60"')
    expect(await page('/korrektur/e1?t=60')).toContain('Die Friist ist kurz.')
    await post('/korrektur/e1', {
      start: '60',
      from: 'Die Friist ist kurz.',
      to: 'Die Frist\nist kurz.',
    })
    expect(await page('/folge/e1')).toContain('Die Frist ist kurz.')
    expect(await page('/korrektur/e1?t=60')).toContain('zurücknehmen')
    await post('/korrektur/e1/zurueck')
    expect(await page('/folge/e1')).toContain('Die Friist ist kurz.')
    expect(readFileSync(join(config.knowledgeDir, 'episodes/e1.vtt'))).toEqual(before)
  })

  it('is left alone where nobody said that, or nothing is left of it', async () => {
    expect(
      (await post('/korrektur/e1', { start: '60', from: 'Nie gesagt.', to: 'x' })).status,
    ).toBe(400)
    expect(
      (await post('/korrektur/e1', { start: '60', from: 'Die Friist ist kurz.', to: ' ' })).status,
    ).toBe(400)
    expect((await fetch(`${url}/korrektur/nix`)).status).toBe(404)
  })
})

describe('a source of unknown rights', () => {
  it('has no page of its own, neither to read nor to correct', async () => {
    const head = '---\ntitle: Fremd\nrights: unknown\nurl: https://example.org/1\n---\n'
    writeFileSync(join(config.knowledgeDir, 'episodes/e1.md'), head)
    mkdirSync(join(config.knowledgeDir, 'posts'))
    writeFileSync(join(config.knowledgeDir, 'posts/p1.md'), `${head}Ein Text.`)
    await refresh(config)
    expect(engine.stock()).toMatchObject({ episodes: 1, posts: 1 })
    for (const path of ['/folge/e1', '/beitrag/p1', '/korrektur/e1']) {
      expect((await fetch(`${url}${path}`)).status, path).toBe(404)
    }
  })
})

describe('the page for it', () => {
  it('names files that failed and why, and places that readers reported', async () => {
    writeFileSync(join(config.knowledgeDir, 'episodes/kaputt.vtt'), 'kein Transkript')
    await refresh(config)
    const store = openStore(config, { now: () => new Date().toISOString() })
    const document = engine.findDocument('e1')
    if (!document || !isTranscript(document)) throw new Error('no episode')
    const citation = {
      ...{ kind: 'episode' as const, passage: passageId(document.about.id, 0), quote: 'x' },
      ...{ url: 'https://example.org', episode: document.about, start: 60, end: 61 },
    }
    const reply: Reply = {
      ...{ kind: 'answered', language: 'de', lead: '', steps: [], claims: [], sourcesTitle: '' },
      ...{ sources: [{ number: 1, line: 'x', citation }], notes: [], disclosure: '' },
    }
    const asked = { id: 'q', conversation: 'c', message: 'm', person: 'p', text: 'Frage' }
    store.memory.remember(asked)
    store.memory.keepAnswer('a', { question: 'q', reply })
    store.feedback.record({ answer: 'a', person: 'p', verdict: 'down', reason: 'falsche Stelle' })
    store.close()
    const shown = await page('/einlesen')
    expect(shown).toContain('episodes/kaputt.vtt:1: Die Datei beginnt nicht mit WEBVTT.')
    expect(shown).toMatch(/href="\/korrektur\/e1\?t=1">e1, 00:01 \(falsche Stelle\)/)
  })
})
