import { dangerIn } from './answer/danger.ts'
import type { Answer, Answered, Refused } from './domain/answer.ts'
import { type Citation, cited, type EpisodeCitation, type PostCitation } from './domain/citation.ts'
import { type Language, speakerLabel } from './domain/documents.ts'
import { explain } from './domain/errors.ts'
import type { Reply, ShownSource } from './domain/reply.ts'
import { clockSpan, type Instant } from './domain/time.ts'
import { blankReply } from './frame.ts'
import { type Phrases, phrases } from './phrases.ts'

/** An answer as every door shows it. Numbers are given here, so that they cannot be off by one. */
export function toReply(answer: Answer): Reply {
  const say = phrases(answer.question.language)
  const reply = plainReply(answer, say)
  const danger = dangerIn(answer.question.text)
  return danger ? { ...reply, lead: `${say.danger[danger]} ${reply.lead}` } : reply
}

function plainReply(answer: Answer, say: Phrases): Reply {
  switch (answer.status) {
    case 'answered':
      return { ...frame(answer, say), ...answered(answer, say) }
    case 'refused':
      return { ...frame(answer, say), ...refused(answer, say) }
    case 'question':
      return { ...frame(answer, say), kind: 'question', lead: say.question }
  }
}

/** What people see when something broke: what failed and what to do. */
export function toFailure(error: unknown, language: Language): Reply {
  return { ...blankReply('failed', language), lead: explain(error).text }
}

function frame({ question }: Answer, say: Phrases): Reply {
  const notes = question.removed > 0 ? [say.removed] : []
  return { ...blankReply('failed', question.language), notes }
}

function answered(answer: Answered, say: Phrases): Partial<Reply> {
  const sources = numbered(
    answer.claims.flatMap((claim) => claim.citations),
    say,
  )
  const isVerbatim = answer.writer === 'extract'
  const numberOf = (citation: Citation) =>
    sources.find((source) => keyOf(source.citation) === keyOf(citation))?.number ?? 0
  return {
    kind: 'answered',
    lead: say.lead,
    claims: answer.claims.map(({ text, citations }) => ({
      text: isVerbatim
        ? quoted(asAllowed(text, citations[0]))
        : withSource(text, citations[0], answer.question.language),
      numbers: [...new Set(citations.map(numberOf))],
    })),
    sources,
    notes: [
      ...frame(answer, say).notes,
      ...ages(sources, answer.question.asked, say),
      ...foreign(answer, say),
    ],
    disclosure: isVerbatim ? say.extract : say.model,
  }
}

/** A claim in another language than its source stands beside the words it rests on. */
function withSource(text: string, citation: Citation, language: Language): string {
  return cited(citation).language === language
    ? text
    : `${text} (${quoted(asAllowed(citation.quote, citation))})`
}

/** So many words may be quoted of a source whose rights nobody knows. */
const mostWords = 25

/** The words of a source, as many as the town may show. */
function asAllowed(text: string, citation: Citation): string {
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

/** In quotation marks; inner ones become single, and what is cut off shows that it is. */
function quoted(text: string): string {
  const inner = text.replace(/[„“”«»]/gu, (mark) => (mark === '„' || mark === '»' ? '‚' : '‘'))
  const tail = /[.!?…][‘"')\]]*$/u.test(inner) ? '' : ' …'
  return `„${inner}${tail}“`
}

function refused(answer: Refused, say: Phrases): Partial<Reply> {
  const isGap = answer.why === 'not-in-sources' || answer.why === 'false-premise'
  return {
    kind: 'refused',
    lead: say.refusals[answer.why],
    sourcesTitle: say.nearest,
    sources: numbered(answer.nearest, say),
    notes: [...frame(answer, say).notes, ...(isGap ? [say.route] : [])],
  }
}

function numbered(citations: readonly Citation[], say: Phrases): readonly ShownSource[] {
  const unique = new Map(citations.map((citation) => [keyOf(citation), citation]))
  return [...unique.values()].map((citation, at) => ({
    number: at + 1,
    line: lineOf(citation, say),
    citation,
  }))
}

// Claims that quote the same words share a number; other words of the same cues open elsewhere.
function keyOf(citation: Citation): string {
  return `${citation.passage} ${citation.quote}`
}

/** `Show, Folge 15: Titel · 07:10–07:52 · Rolle … · 2025-12-09 · BEISPIEL (fiktiv)` */
function lineOf(citation: Citation, say: Phrases): string {
  const example = cited(citation).example ? say.example : undefined
  const where = citation.kind === 'episode' ? spoken(citation, say) : written(citation, say)
  return [...where, citation.published, example].filter(Boolean).join(' · ')
}

function spoken({ episode, start, end, speaker }: EpisodeCitation, say: Phrases) {
  const number = episode.number === undefined ? '' : ` ${episode.number}`
  // Many shows write the number into the title as well.
  const title = episode.title.replace(new RegExp(`^#?${episode.number}\\b[\\s:.–-]*`), '')
  return [
    `${episode.show}, ${say.episode}${number}: ${title}`,
    clockSpan(start, end),
    speakerLabel(episode, speaker),
  ]
}

function written({ post, section, heading }: PostCitation, say: Phrases) {
  return [`${say.post}: ${post.title}`, `${say.section} ${section}: ${heading}`]
}

function ages(sources: readonly ShownSource[], asked: Instant, say: Phrases): readonly string[] {
  const yearAgo = new Date(asked)
  yearAgo.setUTCFullYear(yearAgo.getUTCFullYear() - 1)
  const limit = yearAgo.toISOString().slice(0, 10)
  const old = sources.filter(({ citation }) => citation.published && citation.published < limit)
  if (old.length === 0) return []
  const dates = [...new Set(old.map(({ citation }) => citation.published ?? ''))]
  return [say.old(old.map((source) => `[${source.number}]`).join(', '), dates.join(', '))]
}

function foreign({ question, claims }: Answered, say: Phrases): readonly string[] {
  const isForeign = claims.some(
    ({ citations: [first] }) => cited(first).language !== question.language,
  )
  return isForeign && say.german ? [say.german] : []
}
