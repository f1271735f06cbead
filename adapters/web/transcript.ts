import {
  type Chapter,
  type Cue,
  chapterAt,
  type Episode,
  heardAt,
  speakerLabel,
  type Transcript,
} from '../../src/domain/documents.ts'
import { clock, clockSpan } from '../../src/domain/time.ts'
import { showAt } from '../../src/links.ts'
import { html, type Markup, webAddress } from './html.ts'
import type { Page } from './layout.ts'
import { findPlace, type Place, toWanted } from './place.ts'
import { highlight } from './quote.ts'
import { sourceHead, type Tools } from './source-head.ts'

interface Line {
  readonly cue: Cue
  readonly index: number
}

interface View {
  readonly episode: Episode
  readonly place: Place
  /** The first cited cue, and the one that holds the first highlighted word. */
  readonly first: number | undefined
  readonly target: number | undefined
  /** Whether who reads may correct. */
  readonly isEditable: boolean
}

/** A whole episode to read, with the place a link means marked. */
export function transcriptPage(
  { about, cues }: Transcript,
  query: URLSearchParams,
  isEditable = false,
): Page {
  const place = findPlace(cues, toWanted(query))
  const [first] = place.keys()
  const [target] = [...place].find(([, span]) => span) ?? []
  const view: View = { episode: about, place, first, target, isEditable }
  const lines = cues.map((cue, index) => ({ cue, index }))
  const body = html`<main id="hauptteil" class="reading" tabindex="-1">
${sourceHead(about, tools(view, cues))}
${about.isMachineMade ? html`<p class="hint" lang="de">Von einer Maschine verschriftet und noch nicht durchgesehen.</p>\n` : ''}${chapterList(about, cues)}
<div class="transcript" lang="${about.language}">
${runs(lines, ({ cue }) => chapterAt(about, cue.start)).map((run) => chapter(view, run))}
</div>
</main>`
  const number = about.number === undefined ? '' : `Folge ${about.number}: `
  return { title: `${number}${about.title} · Sturmlotse`, body }
}

// A stressed reader wants the place first; the player and the ways out come after it.
function tools({ episode, first, isEditable }: View, cues: readonly Cue[]): Tools {
  const cue = first === undefined ? undefined : cues[first]
  const audio = webAddress(episode.audio)
  if (audio) audio.hash = cue ? `t=${Math.floor(heardAt(episode, cue.start))}` : ''
  return {
    out: cue && showAt(episode, cue.start),
    player:
      audio &&
      html`<audio controls preload="none" src="${audio.href}" aria-label="Folge anhören"></audio>\n`,
    links: [
      ...(cue ? [html`<a href="#stelle">Zur zitierten Stelle bei ${clock(cue.start)}</a>`] : []),
      ...(audio
        ? [html`<a href="${audio.href}" rel="noopener noreferrer">Tondatei öffnen</a>`]
        : []),
      ...(isEditable
        ? [html`<a href="${correctionPath(episode, cue)}">Stelle berichtigen</a>`]
        : []),
    ],
  }
}

function correctionPath({ id }: Episode, cue: Cue | undefined): string {
  return `/korrektur/${encodeURIComponent(id)}?t=${Math.floor(cue?.start ?? 0)}`
}

function chapterList({ chapters, language }: Episode, cues: readonly Cue[]): Markup | undefined {
  const entries = chapters.flatMap(({ start, title }) => {
    const index = cues.findIndex((cue) => cue.start >= start)
    if (index < 0) return []
    return html`<li><a href="#c${index}"><span class="at">${clock(start)}</span> <span lang="${language}">${title}</span></a></li>\n`
  })
  if (entries.length === 0) return undefined
  return html`<nav class="chapters" aria-labelledby="kapitel"><h2 id="kapitel">Kapitel</h2>
<ol>
${entries}</ol></nav>`
}

function chapter(view: View, [about, lines]: readonly [Chapter | undefined, readonly Line[]]) {
  const title = about
    ? html`<h2>${about.title}</h2>`
    : html`<h2 class="unseen" lang="de">Transkript</h2>`
  return html`<section>${title}
${runs(lines, ({ cue }) => cue.speaker).map((run) => turn(view, run))}</section>
`
}

function turn(view: View, [voice, lines]: readonly [string | undefined, readonly Line[]]): Markup {
  const label = speakerLabel(view.episode, voice)
  return html`<div class="turn">
${label ? html`<p class="speaker">${label}</p>\n` : ''}${lines.map((line) => cueRow(view, line))}</div>
`
}

function cueRow(view: View, { cue, index }: Line): Markup {
  const isCited = view.place.has(index)
  const text = highlight(
    cue.text,
    view.place.get(index),
    index === view.target ? 'stelle' : undefined,
  )
  // Without a highlighted word the link's fragment still has to find its place.
  const isTarget = view.target === undefined && index === view.first
  return html`${index === view.first ? hint(view.place, cue) : ''}<div class="cue${isCited ? ' cited' : ''}" id="c${index}"><a class="clock" href="#c${index}" data-start="${cue.start}">${clock(cue.start)}</a><p${isTarget ? html` id="stelle"` : ''}>${text}</p></div>
`
}

// Says in words what the colour shows.
function hint(place: Place, { start, end }: Cue): Markup {
  return html`<p class="hint" lang="de">Zitierte Stelle${place.size > 1 ? ' ab' : ''} ${place.size > 1 ? clock(start) : clockSpan(start, end)}</p>
`
}

/** Neighbours that have the same key, as one run. */
function runs<T, K>(items: readonly T[], keyOf: (item: T) => K): (readonly [K, readonly T[]])[] {
  const found: [K, T[]][] = []
  for (const item of items) {
    const [key, last] = [keyOf(item), found.at(-1)]
    if (last && last[0] === key) last[1].push(item)
    else found.push([key, [item]])
  }
  return found
}
