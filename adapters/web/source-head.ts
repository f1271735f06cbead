import type { Episode, Post } from '../../src/domain/documents.ts'
import { html, type Markup, webAddress } from './html.ts'

/** What invented sources carry wherever they are shown. */
export const exampleMark = 'BEISPIEL (fiktiv)'

/** What a head offers besides: a player, links in a row, and where exactly a way out leads. */
export interface Tools {
  readonly out?: string | undefined
  readonly player?: Markup | undefined
  readonly links: readonly Markup[]
}

/** The head of a transcript or an article: where it is from, what it is called, how old it is. */
export function sourceHead(about: Episode | Post, { out, player, links }: Tools): Markup {
  const all = [...links, ...linkOut(about, out)]
  return html`<header class="source">
<p class="show">${origin(about)}</p>
<h1 lang="${about.language}">${about.title}</h1>
<p class="meta">${dated(about)}${about.example ? html`<strong class="example">${exampleMark}</strong>` : ''}</p>
${player}${all.length > 0 ? html`<p class="links">${all.map((link) => html`${link}\n`)}</p>\n` : ''}</header>`
}

/** A calendar date in German words; what is not a date stays as it is. */
function longDate(date: string): string {
  const moment = new Date(`${date.slice(0, 10)}T00:00:00Z`)
  if (Number.isNaN(moment.getTime())) return date
  return new Intl.DateTimeFormat('de-DE', { dateStyle: 'long', timeZone: 'UTC' }).format(moment)
}

function origin(about: Episode | Post): string {
  if (about.kind === 'post') return 'Beitrag'
  return about.number === undefined ? about.show : `${about.show} · Folge ${about.number}`
}

function dated({ published }: Episode | Post): Markup | undefined {
  if (!published) return undefined
  return html`<time datetime="${published}">${longDate(published)}</time>`
}

function linkOut(about: Episode | Post, out = about.url): readonly Markup[] {
  const url = webAddress(out)
  if (!url) return []
  const label = about.kind === 'post' ? 'Zum Original im Netz' : 'Zur Folge bei der Sendung'
  return [html`<a href="${url.href}" rel="noopener noreferrer">${label}</a>`]
}
