import { takesOver } from './answer/orders.ts'
import { type Citation, cited, type EpisodeCitation, type PostCitation } from './domain/citation.ts'
import { chapterAt, speakerLabel } from './domain/documents.ts'
import { clock, clockSpan } from './domain/time.ts'
import { undisguise } from './german/undisguise.ts'
import type { Phrases } from './phrases.ts'

/** Titles and headings only help to choose where to look. */
const longestTitle = 60

/** So many words may be quoted of a source whose rights nobody knows. */
const mostWords = 25

/** The words of a source, as many as the town may show. */
export function asAllowed(text: string, citation: Citation): string {
  if (cited(citation).rights !== 'unknown') return text
  const words = text.split(/\s+/)
  // A comma before what is cut off would look as if something were missing in the source.
  return words.length <= mostWords
    ? text
    : words
        .slice(0, mostWords)
        .join(' ')
        .replace(/[,;:–-]+$/, '')
}

/** In quotation marks; inner ones become single, and what is cut off at either end shows that it is. */
export function quoted(text: string): string {
  const inner = text.replace(/[„“”«»]/gu, (mark) => (mark === '„' || mark === '»' ? '‚' : '‘'))
  const head = /^\p{Ll}/u.test(inner) ? '… ' : ''
  const tail = /[.!?…][‘"')\]]*$/u.test(inner) ? '' : ' …'
  return `„${head}${inner}${tail}“`
}

/** `Show, Folge 15: Titel · 07:10–07:52 · Rolle … · 2025-12-09 · BEISPIEL (fiktiv)`; brief without the title. */
export function lineOf(citation: Citation, say: Phrases, isBrief = false): string {
  const example = cited(citation).example ? say.example : undefined
  const where =
    citation.kind === 'episode' ? spoken(citation, say, isBrief) : written(citation, say, isBrief)
  return [...where.map(harmless), citation.published, example].filter(Boolean).join(' · ')
}

/** A title is somebody else's text too: no link, no mention, no tag, nothing that cannot be seen. */
export function harmless(words: string | undefined): string {
  if (takesOver(words ?? '')) return '…'
  return undisguise(words ?? '')
    .replace(/<[^<>]*>|[<>]/gu, '')
    .replace(/!?\[([^\]]*)\]\([^)]*\)?/gu, '$1')
    .replace(/(?:[\p{L}\d+.-]+:)?\/\/\S*|www\.\S*|(?:javascript|vbscript|data)\s?:\S*/giu, '')
    .replace(/@(?=\p{L})|!(?=(?:channel|here|everyone))/gu, '')
    .replace(/[^\S\n]+/gu, ' ')
    .replaceAll('...', '…')
    .trim()
}

function spoken({ episode, start, end, speaker }: EpisodeCitation, say: Phrases, isBrief: boolean) {
  const number = episode.number === undefined ? '' : ` ${episode.number}`
  const title = bareTitle(episode)
  const show = episode.example ? episode.show.replace(/\s*\(fiktiv\)$/u, '') : episode.show
  return [
    `${show}, ${say.episode}${number}${isBrief ? '' : `: ${shortened(title)}`}`,
    clockSpan(start, end),
    speakerLabel(episode, speaker),
    episode.isMachineMade ? say.machine : undefined,
  ]
}

function written({ post, section, heading }: PostCitation, say: Phrases, isBrief: boolean) {
  return [
    `${say.post}: ${shortened(post.title)}`,
    `${say.section} ${section}${isBrief ? '' : `: ${shortened(heading)}`}`,
  ]
}

export function shortened(title: string): string {
  if (title.length <= longestTitle) return title
  const space = title.lastIndexOf(' ', longestTitle)
  return `${title.slice(0, space > longestTitle / 2 ? space : longestTitle).replace(/[\s,;:–-]+$/u, '')} …`
}

/** Where a quote begins, as short as it can be found by: `Folge 15: Titel · 07:10 · 2025-12-09`. */
export function placeOf(citation: Citation, say: Phrases): string {
  const parts =
    citation.kind === 'episode'
      ? [episodeName(citation, say), clock(citation.start)]
      : written(citation, say, false)
  return [...parts.map(harmless), citation.published].filter(Boolean).join(' · ')
}

/** The same without title and day: `Folge 15 · 07:10 · Die Meldung`, where the source stands beside it. */
export function spotOf(citation: Citation, say: Phrases): string {
  if (citation.kind === 'post') {
    const { heading, section } = citation
    return harmless(`${say.section} ${section}: ${shortened(heading)}`)
  }
  const { episode, start } = citation
  const chapter = chapterAt(episode, start)?.title
  return [clock(start), chapter && harmless(shortened(chapter))].filter(Boolean).join(' · ')
}

/** Who says it and where: `Rolle Pressestelle, Folge 15 · 07:10 · 2025-12-09`. */
export function voiceOf(citation: Citation, say: Phrases): string {
  if (citation.kind === 'post') return placeOf(citation, say)
  const voice = speakerLabel(citation.episode, citation.speaker)
  return [voice && harmless(voice), placeOf(citation, say)].filter(Boolean).join(', ')
}

function episodeName({ episode }: EpisodeCitation, say: Phrases): string {
  const number = episode.number === undefined ? '' : ` ${episode.number}`
  return `${say.episode}${number}: ${shortened(bareTitle(episode))}`
}

// Many shows write the number into the title as well, and an example its mark into the name.
function bareTitle({ title, number }: EpisodeCitation['episode']): string {
  return title.replace(new RegExp(`^#?${number}\\b[\\s:.–-]*`), '')
}
