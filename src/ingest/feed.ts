import type { Chapter, Speaker } from '../domain/documents.ts'
import { SourceError } from '../domain/errors.ts'
import { parseClock } from '../domain/time.ts'
import { fromSimpleChapters } from './chapter-files.ts'
import { chaptersIn } from './chapter-lines.ts'
import { htmlText } from './html-text.ts'
import { childOf, childrenOf, type Element, elementsOf, parseXml, textOf } from './markup.ts'
import { named } from './namespaces.ts'
import { plainLine } from './plain.ts'

/** Where a transcript lies, as a feed says it. */
interface TranscriptLink {
  readonly url: string
  readonly type: string
  readonly language?: string
}

/** One entry of a feed: an episode where it has audio, else a post. Addresses are as written. */
export interface FeedItem {
  /** What the feed calls it for ever; an address where it has no name. */
  readonly guid: string
  readonly title: string
  readonly link?: string
  readonly published?: string
  readonly audio?: string
  readonly duration?: number
  readonly number?: number
  readonly image?: string
  readonly people: readonly Speaker[]
  readonly chapters: readonly Chapter[]
  readonly chaptersUrl?: string
  readonly transcripts: readonly TranscriptLink[]
  /** HTML, the longest the feed has. */
  readonly html: string
  /** Where the text is Markdown instead. */
  readonly isMarkdown?: true
}

/** A page of a feed. */
export interface Feed {
  readonly title: string
  readonly link?: string
  readonly language?: string
  readonly image?: string
  /** The page with older entries. */
  readonly next?: string
  readonly items: readonly FeedItem[]
}

/** Whether text is a feed: RSS or Atom. */
export function isFeed(text: string): boolean {
  return /<(?:rss|feed|rdf:RDF)[\s>]/i.test(text.slice(0, 4000))
}

/**
 * Reads RSS or Atom with what podcasts add to it.
 *
 * @throws SourceError (`bad-source`) for broken XML and for XML that is no feed
 */
export function parseFeed(text: string, file: string): Feed {
  const root = named(parseXml(text, file))
  const channel = childOf(root, 'channel') ?? (root.name === 'feed' ? root : undefined)
  if (!channel) throw noFeed(file)
  const entries = [
    ...childrenOf(channel, 'item'),
    ...childrenOf(root, 'item'),
    ...childrenOf(channel, 'entry'),
  ]
  const people = peopleOf(channel)
  const next = linkOf(channel, 'next')
  return {
    title: textIn(channel, ['title']) || 'Podcast',
    ...given('link', addressOf(channel)),
    ...given('language', textIn(channel, ['language'])),
    ...given('image', imageOf(channel)),
    ...given('next', next),
    items: entries.flatMap((entry) => toItem(entry, people, file)),
  }
}

function toItem(entry: Element, hosts: readonly Speaker[], file: string): readonly FeedItem[] {
  const html = htmlOf(entry)
  const link = addressOf(entry)
  const audio = audioOf(entry)
  const title = textIn(entry, ['title', 'itunes:title']) || 'Ohne Titel'
  const guid = textIn(entry, ['guid', 'id']) || audio || link || title
  const own = peopleOf(entry)
  const number = /^\d{1,6}$/.exec(textIn(entry, ['itunes:episode', 'podcast:episode']))?.[0]
  return [
    {
      guid,
      title,
      ...given('link', link),
      ...given('published', dayOf(textIn(entry, ['pubDate', 'published', 'dc:date', 'updated']))),
      ...given('audio', audio),
      ...given('duration', parseClock(textIn(entry, ['itunes:duration']))),
      ...given('number', number === undefined ? undefined : Number(number)),
      ...given('image', imageOf(entry)),
      people: own.length > 0 ? own : hosts,
      chapters: chaptersOf(entry, html, file),
      ...given('chaptersUrl', childOf(entry, 'podcast:chapters')?.attributes['url']),
      transcripts: transcriptsOf(entry),
      html,
    },
  ]
}

function given<K extends string, V>(name: K, value: V | undefined): { readonly [_ in K]?: V } {
  return value === undefined || value === '' ? {} : ({ [name]: value } as { readonly [_ in K]: V })
}

function textIn(element: Element, names: readonly string[]): string {
  for (const name of names) {
    const found = childOf(element, name)
    const text = found ? plainLine(htmlText(textOf(found), name)) : ''
    if (text !== '') return text
  }
  return ''
}

// Two of them are often the same in two spellings; the longest has the chapters.
function htmlOf(entry: Element): string {
  const names = ['content:encoded', 'content', 'description', 'summary', 'itunes:summary']
  const found = names.flatMap((name) => childrenOf(entry, name).map(textOf))
  return found.reduce((best, text) => (text.trim().length > best.trim().length ? text : best), '')
}

function chaptersOf(entry: Element, html: string, file: string): readonly Chapter[] {
  const simple = childOf(entry, 'psc:chapters')
  const marked = simple ? fromSimpleChapters(simple) : []
  return marked.length > 0 ? marked : chaptersIn(htmlText(html, file))
}

function transcriptsOf(entry: Element): readonly TranscriptLink[] {
  return childrenOf(entry, 'podcast:transcript').flatMap(({ attributes }) => {
    const { url, type = '', language } = attributes
    return url ? [{ url, type, ...given('language', language) }] : []
  })
}

function audioOf(entry: Element): string | undefined {
  const enclosure = childrenOf(entry, 'enclosure').find(({ attributes }) => {
    return !/^(?:image|text)\//.test(attributes['type'] ?? '')
  })
  const found = enclosure?.attributes['url'] ?? linkOf(entry, 'enclosure')
  return found?.trim()
}

function linkOf(element: Element, rel: string): string | undefined {
  const links = [...childrenOf(element, 'atom:link'), ...childrenOf(element, 'link')]
  return links.find(({ attributes }) => attributes['rel'] === rel)?.attributes['href']
}

function addressOf(element: Element): string | undefined {
  const own = childrenOf(element, 'link').find(({ attributes }) => !attributes['rel'])
  const text = own ? plainLine(textOf(own)) : ''
  return text || own?.attributes['href'] || linkOf(element, 'alternate')
}

function imageOf(element: Element): string | undefined {
  const own = childOf(element, 'itunes:image')?.attributes['href']
  const image = childOf(element, 'image')
  return own ?? (image && textIn(image, ['url'])) ?? undefined
}

function peopleOf(element: Element): readonly Speaker[] {
  const people = childrenOf(element, 'podcast:person').map((person) => ({
    name: plainLine(textOf(person)),
    guest: /guest/i.test(person.attributes['role'] ?? ''),
  }))
  const contributors = childrenOf(element, 'atom:contributor').map((person) => ({
    name: textIn(person, ['atom:name', 'name']),
    guest: false,
  }))
  const names = (people.length > 0 ? people : contributors).map(({ name }) => name).filter(Boolean)
  return Array.from(new Set(names), (name) => ({ id: name, name }))
}

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

// The day as it is written: it is not moved to another time zone.
function dayOf(written: string): string | undefined {
  const [, day = '', month = '', year] =
    /(\d{1,2})\s+([a-z]{3})[a-z]*\s+(\d{4})/i.exec(written) ?? []
  const index = months.indexOf(month.toLowerCase())
  if (year && index >= 0) return `${year}-${pair(index + 1)}-${pair(Number(day))}`
  return /^\d{4}-\d{2}-\d{2}/.exec(written)?.[0]
}

function pair(value: number): string {
  return String(value).padStart(2, '0')
}

function noFeed(file: string): SourceError {
  return new SourceError('Das ist kein Feed (weder RSS noch Atom).', {
    file,
    fix: 'Bitte die Adresse des Feeds eintragen, nicht die der Seite; viele Seiten verlinken ihn als „RSS“.',
  })
}

/** Whether a page links its feed: the address, as written there. */
export function feedLinkIn(page: Element): string | undefined {
  for (const { name, attributes } of elementsOf(page)) {
    const isFeedType = /^application\/(?:rss|atom)\+xml$/i.test(attributes['type'] ?? '')
    if (name === 'link' && isFeedType && attributes['href']) return attributes['href']
  }
  return undefined
}
