import { existsSync, writeFileSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Paths } from '../../src/places.ts'
import { indexPath, refresh } from '../../src/refresh.ts'
import { openShelf } from '../../src/search/shelf.ts'
import { addSource, gatherAll } from '../../src/sources.ts'
import { bytesHold, emptyPaths, gatherFirst } from './place.ts'
import { feedOf, openStage, type Stage } from './stage.ts'

let stage: Stage
let paths: Paths

beforeEach(async () => {
  stage = await openStage()
  paths = emptyPaths()
})

afterEach(() => stage.close())

async function add(url: string, kind: 'feed' | 'blog' = 'feed') {
  return await addSource(paths, { kind, url, rights: 'own', local: true, id: kind })
}

describe('the web client', () => {
  it.each([
    'http://127.0.0.1:9/',
    'http://localhost/',
    'http://10.0.0.1/',
    'http://[::1]/',
    'http://169.254.169.254/x',
    'http://[::ffff:127.0.0.1]/',
    'ftp://example.org/',
    'file:///etc/passwd',
  ])('does not ask %s for a source that is not local', async (url) => {
    await addSource(paths, { kind: 'feed', url, rights: 'own', local: false, id: 'x' })
    const report = await gatherFirst(paths)
    expect(report).toMatchObject({ outcome: 'failed' })
    expect(report.problems.join()).toMatch(/eigene Netz|keine Adresse/)
  })

  it('ends a body without end at its limit, also one that is packed small', async () => {
    stage.set('/feed', gzipSync(Buffer.alloc(60 * 1024 ** 2, 32)), { 'content-encoding': 'gzip' })
    await add(`${stage.url}/feed`)
    expect((await gatherFirst(paths)).problems.join()).toMatch(/größer als 50 MB/)
  })

  it('ends a host that only drips', async () => {
    stage.set('/feed', (_, response) => {
      const drip = setInterval(() => response.write(' '), 50)
      response.on('close', () => clearInterval(drip))
    })
    await add(`${stage.url}/feed`)
    const [report] = await gatherAll(paths, () => undefined, {
      gap: 0,
      longestWait: 1,
      timeout: 300,
    })
    expect(report?.problems.join()).toMatch(/brach ab/)
  })
})

describe('a blog', () => {
  const long = 'Wir melden jede Datenpanne innerhalb von drei Tagen der Aufsicht. '.repeat(20)

  function post(id: number, title: string, html: string) {
    return {
      id,
      date: `2026-03-0${id}T10:00:00`,
      link: `${stage.url}/p${id}`,
      status: 'publish',
      title: { rendered: title },
      content: { rendered: html },
    }
  }

  it('is read from the REST interface of WordPress, page by page', async () => {
    stage.set(
      '/',
      `<html><head><title>Blog</title><link rel="https://api.w.org/" href="${stage.url}/wp-json/"></head><body>Hallo</body></html>`,
    )
    stage.set(
      '/wp-json/wp/v2/posts?per_page=100',
      JSON.stringify([
        post(
          1,
          'Erste &#8222;Hilfe&#8220;',
          `<h2>Frist</h2><p>${long}</p><script>alert("Böse")</script>`,
        ),
      ]),
      { 'x-wp-totalpages': '2' },
    )
    stage.set(
      '/wp-json/wp/v2/posts?per_page=100&page=2',
      JSON.stringify([post(2, 'Zweite', `<p>${long}</p>`)]),
      {},
    )
    await add(`${stage.url}/`, 'blog')
    expect(await gatherFirst(paths)).toMatchObject({ posts: 2, problems: [] })
    await refresh(paths)
    const shelf = openShelf(indexPath(paths))
    expect(shelf.findDocument('blog-erste-hilfe')).toMatchObject({
      about: { title: 'Erste „Hilfe“', url: `${stage.url}/p1`, published: '2026-03-01' },
      sections: [{ heading: 'Frist', anchor: 'frist' }],
    })
    shelf.close()
    expect(bytesHold(paths, 'alert(')).toBe(true)
    stage.set(
      '/wp-json/wp/v2/posts?per_page=100',
      JSON.stringify([post(2, 'Zweite', `<p>${long}</p>`)]),
    )
    expect(await gatherFirst(paths)).toMatchObject({ posts: 1, removed: 1 })
  })

  it('is read from its feed where WordPress is none', async () => {
    stage.set(
      '/',
      '<html><head><link rel="alternate" type="application/rss+xml" href="/feed"></head><body></body></html>',
    )
    stage.set(
      '/feed',
      feedOf([
        {
          guid: 'a',
          title: 'Nur Text',
          extra: `<description>&lt;p&gt;${long}&lt;/p&gt;</description>`,
        },
      ]),
    )
    await add(`${stage.url}/`, 'blog')
    expect(await gatherFirst(paths)).toMatchObject({ posts: 1, episodes: 0 })
  })

  it('is one page where it offers nothing else: its readable part', async () => {
    stage.set(
      '/',
      `<!doctype html><html lang="de"><head><title>Die Meldung</title></head><body><nav><a href="/">Start</a> Menüwort</nav><main><article><h1>Die Meldung</h1><p>${long}</p><p>${long}</p></article></main><footer>Fußwort</footer></body></html>`,
    )
    await add(`${stage.url}/`, 'blog')
    expect(await gatherFirst(paths)).toMatchObject({ posts: 1 })
    await refresh(paths)
    expect(bytesHold(paths, 'Datenpanne')).toBe(true)
    expect(bytesHold(paths, 'Menüwort')).toBe(false)
  })

  it('is read from an export file and from a folder with Markdown', async () => {
    const item = (status: string, type: string, title: string) =>
      `<item><title>${title}</title><guid>${title}</guid><wp:status>${status}</wp:status><wp:post_type>${type}</wp:post_type><content:encoded><![CDATA[<p>${long}</p>]]></content:encoded></item>`
    writeFileSync(
      join(paths.knowledgeDir, 'export.xml'),
      `<?xml version="1.0"?><rss xmlns:wp="http://wordpress.org/export/1.2/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>B</title>${item('publish', 'post', 'Eins')}${item('draft', 'post', 'Entwurf')}${item('publish', 'page', 'Impressum')}</channel></rss>`,
    )
    await add('export.xml', 'blog')
    expect(await gatherFirst(paths)).toMatchObject({ posts: 1 })
    await mkdir(join(paths.knowledgeDir, 'hugo/2026-03-04-panne'), { recursive: true })
    writeFileSync(
      join(paths.knowledgeDir, 'hugo/2026-03-04-panne/index.md'),
      `---\ntitle: Panne\n---\n# Kopf\n\n${long}\n`,
    )
    await addSource(paths, { kind: 'blog', url: 'hugo', rights: 'own', local: false, id: 'hugo' })
    const reports = await gatherAll(paths, () => undefined, { gap: 0 })
    expect(reports[1]).toMatchObject({ posts: 1, problems: [] })
    await refresh(paths)
    expect(existsSync(indexPath(paths))).toBe(true)
  })
})
