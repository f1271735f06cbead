import type { Article, Section } from '../../src/domain/documents.ts'
import { html, type Markup } from './html.ts'
import type { Page } from './layout.ts'
import { findQuote, highlight } from './quote.ts'
import { sourceHead } from './source-head.ts'

/** A whole post to read; its headings have the anchors that citations link to. */
export function articlePage({ about, sections }: Article, query: URLSearchParams): Page {
  const quote = query.get('q') ?? ''
  const first = sections.findIndex((section) => findQuote(paragraphs(section), quote))
  const body = html`<main id="hauptteil" class="reading" tabindex="-1">
${sourceHead(about, { links: [] })}
<article class="article" lang="${about.language}">
${sections.map((section, index) => part(section, { title: about.title, quote, isFirst: index === first }))}</article>
</main>`
  return { title: `${about.title} · Sturmlotse`, body }
}

// Says in words what the colour shows.
const hint = html`<p class="hint" lang="de">Zitierte Stelle</p>\n`

interface View {
  readonly title: string
  readonly quote: string
  readonly isFirst: boolean
}

// The fragment of a link never reaches us: words that stand in two sections are marked in both.
function part(section: Section, { title, quote, isFirst }: View): Markup {
  const texts = paragraphs(section)
  const spans = findQuote(texts, quote)
  const target = isFirst ? spans?.findIndex((span) => span) : undefined
  const id = html` id="${section.anchor}"`
  // What stands before the first heading is headed by the title, which the page has already.
  const isHeaded = section.heading !== '' && section.heading !== title
  return html`<section${isHeaded ? '' : id}>
${isHeaded ? html`<h2${id}>${section.heading}</h2>\n` : ''}${texts.map((text, index) => {
  const span = spans?.[index]
  const mark = highlight(text, span, index === target ? 'stelle' : undefined)
  return span
    ? html`${index === target ? hint : ''}<p class="cited">${mark}</p>\n`
    : html`<p>${mark}</p>\n`
})}</section>
`
}

function paragraphs({ text }: Section): readonly string[] {
  return text.split(/\n+/)
}
