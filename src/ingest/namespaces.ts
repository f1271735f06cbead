import type { Element } from './markup.ts'

// The prefixes everybody uses; a feed is free to use others for the same names.
const usual = new Map([
  ['http://www.w3.org/2005/Atom', 'atom'],
  ['http://www.itunes.com/dtds/podcast-1.0.dtd', 'itunes'],
  ['http://podlove.org/simple-chapters', 'psc'],
  ['http://podlove.org/simple-chapters/', 'psc'],
  ['http://purl.org/rss/1.0/modules/content/', 'content'],
  ['http://purl.org/dc/elements/1.1/', 'dc'],
  ['https://podcastindex.org/namespace/1.0', 'podcast'],
  ['https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/1.0.md', 'podcast'],
  ['http://wordpress.org/export/1.2/', 'wp'],
  ['http://wordpress.org/export/1.1/', 'wp'],
])

/** The same elements under the usual prefixes, whatever ones the document chose. */
export function named(element: Element, known: ReadonlyMap<string, string> = new Map()): Element {
  const prefixes = new Map([...known, ...declaredIn(element)])
  const [prefix = '', local] = element.name.split(':')
  const name = local === undefined ? element.name : `${prefixes.get(prefix) ?? prefix}:${local}`
  const children = element.children.map((child) =>
    typeof child === 'string' ? child : named(child, prefixes),
  )
  return { name, attributes: element.attributes, children }
}

function declaredIn({ attributes }: Element): readonly (readonly [string, string])[] {
  return Object.entries(attributes).flatMap(([attribute, uri]) => {
    const [, prefix] = /^xmlns:(.+)$/.exec(attribute) ?? []
    const name = usual.get(uri)
    return prefix && name ? [[prefix, name] as const] : []
  })
}
