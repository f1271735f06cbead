import { z } from 'zod'
import type { FeedItem } from './feed.ts'
import { parseFeed } from './feed.ts'
import { htmlText } from './html-text.ts'
import { childOf, childrenOf, type Element, elementsOf, parseXml, textOf } from './markup.ts'
import { named } from './namespaces.ts'

const Rendered = z.object({ rendered: z.string() })
const Post = z.object({
  id: z.number(),
  date: z.string().nullish().catch(null),
  link: z.string().nullish().catch(null),
  title: Rendered,
  content: Rendered,
  status: z.string().nullish().catch(null),
})

/** One page of posts as WordPress' REST interface gives it; `undefined` for anything else. */
export function fromRest(value: unknown): readonly FeedItem[] | undefined {
  const parsed = z.array(z.unknown()).safeParse(value)
  if (!parsed.success) return undefined
  const posts = parsed.data.map((entry) => Post.safeParse(entry))
  if (posts.some(({ success }) => !success)) return undefined
  return posts.flatMap(({ data }) =>
    data && (data.status ?? 'publish') === 'publish' ? [toItem(data)] : [],
  )
}

function toItem({ id, date, link, title, content }: z.infer<typeof Post>): FeedItem {
  const published = /^\d{4}-\d{2}-\d{2}/.exec(date ?? '')?.[0]
  return {
    guid: `wp-${id}`,
    title: htmlText(title.rendered, 'title') || `Beitrag ${id}`,
    ...(link ? { link } : {}),
    ...(published ? { published } : {}),
    people: [],
    chapters: [],
    transcripts: [],
    html: content.rendered,
  }
}

/** Whether text is what WordPress writes when somebody exports the site. */
export function isExport(text: string): boolean {
  return /xmlns:wp=/.test(text.slice(0, 8000)) && /<wp:post_type\b/.test(text)
}

/**
 * The published posts of a WordPress export.
 *
 * @throws SourceError (`bad-source`) for broken XML
 */
export function parseExport(text: string, file: string): readonly FeedItem[] {
  const channel = childOf(named(parseXml(text, file)), 'channel')
  const published = new Set(
    (channel ? childrenOf(channel, 'item') : []).flatMap((item, index) =>
      fieldOf(item, 'wp:post_type') === 'post' && fieldOf(item, 'wp:status') === 'publish'
        ? [index]
        : [],
    ),
  )
  return parseFeed(text, file).items.filter((_, index) => published.has(index))
}

function fieldOf(item: Element, name: string): string {
  const found = childOf(item, name)
  return found ? textOf(found).trim() : ''
}

/** Where a page says that its REST interface lies, as written there. */
export function restLinkIn(page: Element): string | undefined {
  for (const { name, attributes } of elementsOf(page)) {
    if (name === 'link' && attributes['rel'] === 'https://api.w.org/') return attributes['href']
  }
  return undefined
}
