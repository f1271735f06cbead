import { type Citation, cited } from '../../src/domain/citation.ts'
import type { Language } from '../../src/domain/documents.ts'
import type { CopyText, Reply, ShownClaim, ShownSource, StepGroup } from '../../src/domain/reply.ts'
import { pagePath, publisherOf } from '../../src/links.ts'
import { html, type Markup } from './html.ts'
import { findQuote } from './quote.ts'

/** One question and what came of it. */
export interface Exchange {
  readonly asked: string
  /** What is to be done before anybody reads sources. */
  readonly first?: Reply
  readonly reply: Reply
}

/** More sources than these fold away: on a phone the next question must stay near. */
const shownAtOnce = 3

const labels = {
  de: { asked: 'Frage', source: 'Quelle', empty: 'Leere Frage', more: 'weitere Quellen' },
  en: { asked: 'Question', source: 'Source', empty: 'Empty question', more: 'more sources' },
} satisfies Record<Language, Record<string, string>>

/** An exchange as a piece of the page; the same markup with and without the page's script. */
export function exchangePart(exchange: Exchange, secret: string | undefined): Markup {
  const { asked, first, reply } = exchange
  const words = labels[reply.language]
  return html`<article class="exchange ${reply.kind}" lang="${reply.language}" data-asked="${asked}">
<h2 tabindex="-1"><span class="eyebrow">${words.asked}</span> ${asked || words.empty}</h2>
${first && firstPart(first)}${reply.lead ? html`<p class="lead">${reply.lead}</p>\n` : ''}${reply.steps.map(stepGroup)}${reply.copy ? copyPart(reply.copy) : ''}${claimList(reply, secret)}${sourceList(reply, secret)}${reply.notes.length > 0 ? html`<ul class="notes">${reply.notes.map((note) => html`<li>${note}</li>`)}</ul>\n` : ''}${reply.disclosure ? html`<p class="disclosure">${reply.disclosure}</p>\n` : ''}</article>
`
}

function firstPart({ lead, steps, copy, notes }: Reply): Markup {
  return html`<p class="lead">${lead}</p>
${steps.map(stepGroup)}${copy && copyPart(copy)}<ul class="notes">${notes.map((note) => html`<li>${note}</li>`)}</ul>
`
}

function stepGroup({ title, items, isOrdered }: StepGroup): Markup {
  const lines = items.map((item) => html`<li>${item}</li>\n`)
  return html`<section class="steps"><h3>${title}</h3>
${isOrdered ? html`<ol>\n${lines}</ol>` : html`<ul>\n${lines}</ul>`}</section>
`
}

// What a town publishes is German, whatever language it was asked for in.
function copyPart({ title, text }: CopyText): Markup {
  return html`<section class="copy"><h3>${title}</h3>
<blockquote lang="de">${text}</blockquote></section>
`
}

function claimList(reply: Reply, secret: string | undefined): Markup | undefined {
  if (reply.claims.length === 0) return undefined
  return html`<ol class="claims">
${reply.claims.map((claim) => {
  const sources = reply.sources.filter(({ number }) => claim.numbers.includes(number))
  return html`<li><span lang="${languageOf(claim, sources, reply)}">${claim.text}</span> <span class="cites">${sources.map((source) => mark(source, reply, secret))}</span></li>
`
})}</ol>
`
}

// The extractive writer's claims are the source's words, whatever language the question had.
function languageOf({ text }: ShownClaim, sources: readonly ShownSource[], reply: Reply): string {
  const said = sources.find(({ citation }) => {
    return findQuote([text], citation.quote) ?? findQuote([citation.quote], text)
  })
  return said ? cited(said.citation).language : reply.language
}

function mark(source: ShownSource, { language }: Reply, secret: string | undefined): Markup {
  const href = hrefOf(source.citation, secret)
  return html`<a class="cite" href="${href}"><span>[${source.number}]</span><span class="unseen"> ${labels[language].source}: ${source.line}</span></a>`
}

// What may not be shown here opens where it was published.
function hrefOf(citation: Citation, secret: string | undefined): string {
  return publisherOf(citation) ? citation.url : pagePath(citation, secret)
}

function sourceList(reply: Reply, secret: string | undefined): Markup | undefined {
  const lines = reply.sources.map((source) => sourceLine(source, secret))
  if (lines.length === 0) return undefined
  const [first, rest] = [lines.slice(0, shownAtOnce), lines.slice(shownAtOnce)]
  const more = labels[reply.language].more
  return html`<section class="sources"><h3>${reply.sourcesTitle}</h3>
<ul>
${first}</ul>
${rest.length > 0 ? html`<details><summary>${rest.length} ${more}</summary><ul>\n${rest}</ul></details>\n` : ''}</section>
`
}

function sourceLine({ number, line, citation }: ShownSource, secret: string | undefined): Markup {
  return html`<li><a href="${hrefOf(citation, secret)}"><span class="number">[${number}]</span> <span>${line}</span></a></li>
`
}
