import { readdir, readFile, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { SourceError } from '../domain/errors.ts'
import { parseFrontMatter } from '../front-matter.ts'
import { parseBytes } from './decode.ts'
import { type Feed, type FeedItem, feedLinkIn, isFeed, parseFeed } from './feed.ts'
import { parseHtml } from './markup.ts'
import { readablePart } from './readable.ts'
import type { SourceEntry } from './sources.ts'
import type { Fetched, Seen, Web } from './web.ts'
import { shown } from './web-trouble.ts'
import { fromRest, isExport, parseExport, restLinkIn } from './wordpress.ts'

/** What a source has now. */
export interface Collected {
  readonly name?: string
  readonly language?: string
  readonly image?: string
  readonly items: readonly FeedItem[]
  /** Whether what is not among the items is gone; a feed may only be short. */
  readonly isWhole: boolean
  readonly seen: Seen
}

const mostPages = 300

/**
 * Reads all of a feed, page by page, or of a blog in whatever way it offers; `undefined` where nothing
 * changed since it was seen.
 *
 * @throws SourceError (`bad-source`) when it cannot be fetched or is neither
 */
export async function collect(
  entry: SourceEntry,
  web: Web,
  { seen, base }: { readonly seen: Seen; readonly base: string },
): Promise<Collected | undefined> {
  const address = entry.feed ?? entry.blog ?? ''
  if (entry.blog !== undefined && !/^https?:/i.test(address))
    return await fromDisk(resolve(base, address))
  const first = await web.get(address, { seen })
  if (first.kind === 'unchanged') return undefined
  const text = parseBytes(first.bytes, shown(first.url))
  if (isFeed(text)) return await fromFeed(first, text, web)
  if (entry.feed !== undefined) throw noFeed(first.url)
  return await fromSite(first, text, web)
}

type Body = Extract<Fetched, { kind: 'body' }>

async function fromFeed(first: Body, text: string, web: Web): Promise<Collected> {
  const file = shown(first.url)
  const feed = parseFeed(text, file)
  const items = [...feed.items]
  const pages = new Set([first.url])
  let [at, next]: [string, string | undefined] = [first.url, feed.next]
  while (next !== undefined && pages.size < mostPages) {
    const url = URL.parse(next, at)?.href
    if (url === undefined || pages.has(url)) break
    pages.add(url)
    const page = await web.get(url)
    if (page.kind === 'unchanged') break
    const older = parseFeed(parseBytes(page.bytes, shown(url)), shown(url))
    if (older.items.length === 0) break
    items.push(...older.items)
    ;[at, next] = [url, older.next]
  }
  return { ...about(feed), items: unique(items), isWhole: false, seen: first.seen }
}

function about({ title, language, image }: Feed) {
  return { name: title, ...(language ? { language } : {}), ...(image ? { image } : {}) }
}

// The newest entry may stand on two pages when one is published between the two requests.
function unique(items: readonly FeedItem[]): readonly FeedItem[] {
  return Array.from(
    new Map(items.toReversed().map((item) => [item.guid, item])).values(),
  ).toReversed()
}

async function fromSite(first: Body, text: string, web: Web): Promise<Collected> {
  const rest = restItems(text)
  if (rest) return { items: await allOfRest(first.url, first, rest, web), isWhole: true, seen: {} }
  const page = parseHtml(text, shown(first.url))
  const api = URL.parse(restLinkIn(page) ?? '', first.url)
  if (restLinkIn(page) && api) {
    // Sites without pretty addresses have their interface in the query.
    const route = api.searchParams.get('rest_route')
    if (route === null) api.pathname = `${api.pathname.replace(/\/*$/, '/')}wp/v2/posts`
    else api.searchParams.set('rest_route', `${route.replace(/\/*$/, '/')}wp/v2/posts`)
    const posts = await restOf(api.href, web).catch(orNothing)
    if (posts) return { name: titleOf(text, first.url), items: posts, isWhole: true, seen: {} }
  }
  const link = feedLinkIn(page)
  const feedUrl = link && URL.parse(link, first.url)?.href
  const feed = feedUrl && (await web.get(feedUrl).catch(orNothing))
  if (feed && feed.kind === 'body') {
    const found = await fromFeed(feed, parseBytes(feed.bytes, shown(feed.url)), web)
    return { ...found, seen: {} }
  }
  return { items: [onePage(text, first.url)], isWhole: true, seen: first.seen }
}

// A closed interface or a broken feed is no reason not to try what else the site has.
function orNothing(error: unknown): undefined {
  if (error instanceof SourceError) return undefined
  throw error
}

function restItems(text: string): readonly FeedItem[] | undefined {
  try {
    return fromRest(JSON.parse(text))
  } catch {
    return undefined
  }
}

async function restOf(url: string, web: Web): Promise<readonly FeedItem[] | undefined> {
  const address = new URL(url)
  address.searchParams.set('per_page', '100')
  const first = await web.get(address.href)
  if (first.kind === 'unchanged') return undefined
  const items = restItems(parseBytes(first.bytes, shown(url)))
  return items && (await allOfRest(address.href, first, items, web))
}

async function allOfRest(
  url: string,
  first: Body,
  items: readonly FeedItem[],
  web: Web,
): Promise<readonly FeedItem[]> {
  const all = [...items]
  const pages = Math.min(mostPages, Number(first.headers['x-wp-totalpages'] ?? 1))
  for (let number = 2; number <= pages; number += 1) {
    const address = new URL(url)
    address.searchParams.set('page', String(number))
    const page = await web.get(address.href)
    const more = page.kind === 'body' ? restItems(parseBytes(page.bytes, shown(url))) : undefined
    // Half a blog would look as if the other half had been deleted.
    if (!more) throw broken(url)
    all.push(...more)
  }
  return unique(all)
}

function titleOf(page: string, url: string): string {
  return readablePart(page, shown(url)).title || (URL.parse(url)?.hostname ?? 'Blog')
}

function onePage(page: string, url: string): FeedItem {
  const { title, html, published } = readablePart(page, shown(url))
  return {
    ...{
      guid: url,
      link: url,
      title: title || url,
      html,
      people: [],
      chapters: [],
      transcripts: [],
    },
    ...(published ? { published } : {}),
  }
}

async function fromDisk(path: string): Promise<Collected> {
  const found = await stat(path).catch(() => undefined)
  if (!found) throw missing(path)
  if (!found.isDirectory()) {
    const text = parseBytes(await readFile(path), path)
    if (isExport(text)) return { items: parseExport(text, path), isWhole: true, seen: {} }
    throw notExport(path)
  }
  const names = await readdir(path, { recursive: true })
  const posts = names.filter(
    (name) => /\.(?:md|markdown)$/i.test(name) && !/(?:^|\/)(?:README|LICEN[CS]E)/i.test(name),
  )
  return {
    items: await Promise.all(posts.toSorted().map((name) => fromMarkdown(path, name))),
    isWhole: true,
    seen: {},
  }
}

async function fromMarkdown(folder: string, name: string): Promise<FeedItem> {
  const { head, body } = parseFrontMatter(
    parseBytes(await readFile(join(folder, name)), name),
    name,
  )
  const text = (field: string) => (typeof head[field] === 'string' ? head[field] : undefined)
  const date = /\d{4}-\d{2}-\d{2}/.exec(
    [text('date'), text('published'), text('pubDate'), name].join(' '),
  )?.[0]
  const link = text('url') ?? text('permalink')
  const title =
    text('title') ?? text('page-title') ?? name.replace(/(?:\/index(?:_\w\w)?)?\.\w+$/, '')
  return {
    ...{
      guid: name,
      title,
      people: [],
      chapters: [],
      transcripts: [],
      html: body,
      isMarkdown: true,
    },
    ...(link && /^https?:/.test(link) ? { link } : {}),
    ...(date ? { published: date } : {}),
  }
}

function noFeed(url: string): SourceError {
  return new SourceError('Unter der Adresse liegt kein Feed.', {
    file: shown(url),
    fix: 'Bitte die Adresse des Feeds eintragen, nicht die der Seite; für ein Blog `add blog` nehmen.',
  })
}

function broken(url: string): SourceError {
  return new SourceError('Das Blog gab nur einen Teil seiner Beiträge heraus.', {
    file: shown(url),
    fix: 'Was schon eingelesen ist, bleibt; bitte später noch einmal `npm run ingest`.',
  })
}

function missing(path: string): SourceError {
  return new SourceError('Diesen Ordner oder diese Datei gibt es nicht.', {
    file: path,
    fix: 'Bitte den Pfad bei „blog:“ in sources.yaml prüfen; er zählt ab dem Wissensordner.',
  })
}

function notExport(path: string): SourceError {
  return new SourceError('Das ist keine Exportdatei von WordPress.', {
    file: path,
    fix: 'In WordPress unter „Werkzeuge → Daten exportieren“ die Beiträge als XML exportieren, oder einen Ordner mit Markdown angeben.',
  })
}
