import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import { elementsOf, parseHtml, textOf } from './markup.ts'
import { plainLine } from './plain.ts'

/** The part of a page that somebody wants to read, without menus, banners and scripts. */
interface Readable {
  readonly title: string
  readonly html: string
  readonly published?: string
  readonly language?: string
}

// A page that is larger is no article, and the reader's algorithm takes long for it.
const mostElements = 20_000

/** The readable part of a page; where the algorithm finds none, the page as it is. */
export function readablePart(page: string, file: string): Readable {
  const all = [...elementsOf(parseHtml(page, file))]
  const find = (name: string) => all.find((element) => element.name === name)
  const title = plainLine(textOf(find('h1') ?? find('title') ?? none))
  const language = /^[a-z]{2}/i.exec(find('html')?.attributes['lang'] ?? '')?.[0]?.toLowerCase()
  const published = all
    .flatMap(({ attributes }) =>
      /published_time|datePublished|^date$/.test(
        attributes['property'] ?? attributes['itemprop'] ?? attributes['name'] ?? '',
      )
        ? [attributes['content'] ?? attributes['datetime'] ?? '']
        : [],
    )
    .map((value) => /^\d{4}-\d{2}-\d{2}/.exec(value)?.[0])
    .find(Boolean)
  const article = all.length > mostElements ? undefined : articleOf(page)
  return {
    title: title || plainLine(article?.title ?? ''),
    html: article?.content ?? page,
    ...(published ? { published } : {}),
    ...(language ? { language } : {}),
  }
}

const none = { name: '', attributes: {}, children: [] }

// Its guesses rest on class names and lengths; on a page it cannot make out it gives nothing, or throws.
function articleOf(page: string) {
  try {
    const { document } = parseHTML(page)
    return new Readability(document, { keepClasses: false }).parse() ?? undefined
  } catch {
    return undefined
  }
}
