import { datedOf, overtakes } from './answer/age.ts'
import { dangerIn } from './answer/danger.ts'
import { takesOver } from './answer/orders.ts'
import type { Answer, Answered, Refused } from './domain/answer.ts'
import { type Citation, cited, type EpisodeCitation, type PostCitation } from './domain/citation.ts'
import { type Language, speakerLabel } from './domain/documents.ts'
import { explain } from './domain/errors.ts'
import type { TownProfile } from './domain/profile.ts'
import type { Reply, ShownSource } from './domain/reply.ts'
import { clockSpan, type Instant } from './domain/time.ts'
import { blankReply } from './frame.ts'
import { undisguise } from './german/undisguise.ts'
import { type Phrases, phrases } from './phrases.ts'

/** A first statement that fits into one glance needs nothing before it. */
const longestFirstLine = 120

/** Titles and headings only help to choose where to look. */
const longestTitle = 60

/**
 * An answer as every door shows it. Numbers are given here, so that they cannot be off by one; whom to
 * turn to comes from the town's profile.
 */
export function toReply(answer: Answer, profile: TownProfile = {}): Reply {
  const { text, language, address } = answer.question
  const say = phrases(language, address)
  const reply = plainReply(answer, say, profile)
  const danger = dangerIn(text)
  if (!danger) return reply
  // What only leads up to the statements would keep people from the number.
  const rest = reply.lead === say.lead ? '' : reply.lead
  return { ...reply, lead: `${say.danger[danger]} ${rest}`.trim() }
}

function plainReply(answer: Answer, say: Phrases, profile: TownProfile): Reply {
  switch (answer.status) {
    case 'answered':
      return { ...frame(answer, say), ...answered(answer, say) }
    case 'refused':
      return { ...frame(answer, say), ...refused(answer, say, profile) }
    case 'question':
      return { ...frame(answer, say), kind: 'question', lead: say.question }
  }
}

/** What people see when something broke: what failed and what to do. */
export function toFailure(error: unknown, language: Language): Reply {
  return { ...blankReply('failed', language), lead: explain(error).text }
}

/** The same for people in a chat, who have no terminal and should not see where things lie. */
export function toApology(error: unknown, language: Language): Reply {
  const { apology } = phrases(language)
  return { ...blankReply('failed', language), lead: apology(explain(error).code) }
}

function frame({ question }: Answer, say: Phrases): Reply {
  const notes = question.removed > 0 ? [say.removed] : []
  const { language, address } = question
  return { ...blankReply('failed', language), notes, ...(address ? { address } : {}) }
}

function answered(answer: Answered, say: Phrases): Partial<Reply> {
  const { claims, question } = answer
  const sources = numbered(
    claims.flatMap((claim) => claim.citations),
    say,
    answer.playbook !== undefined,
  )
  const isVerbatim = answer.writer === 'extract'
  const numberOf = (citation: Citation) =>
    sources.find((source) => keyOf(source.citation) === keyOf(citation))?.number ?? 0
  const shown = claims.map(({ text, citations }) => ({
    text:
      isVerbatim && text === citations[0].quote
        ? quoted(asAllowed(text, citations[0]))
        : withSource(text, citations[0], question.language),
    numbers: [...new Set(citations.map(numberOf))],
  }))
  const isShort = (shown[0]?.text.length ?? 0) <= longestFirstLine
  // A playbook has a date of its own.
  const dated = answer.playbook
    ? sources.filter(({ citation }) => claims.some(({ text }) => text === citation.quote))
    : sources
  return {
    kind: 'answered',
    lead: leadOf(answer, isShort, say),
    claims: shown,
    sources,
    notes: [
      ...frame(answer, say).notes,
      ...(answer.rest ? [say.rest(answer.rest.map(quoted).join(' '))] : []),
      ...overtaken(sources, question.text, say),
      ...ages(dated, question.asked, say),
      ...foreign(answer, say),
    ],
    disclosure: isVerbatim ? say.extract : say.model,
  }
}

function leadOf({ premise, playbook }: Answered, isShort: boolean, say: Phrases): string {
  if (premise) return say.premise(premise)
  if (playbook) return say.nextSteps(playbook)
  return isShort ? '' : say.lead
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

/** In quotation marks; inner ones become single, and what is cut off at either end shows that it is. */
function quoted(text: string): string {
  const inner = text.replace(/[„“”«»]/gu, (mark) => (mark === '„' || mark === '»' ? '‚' : '‘'))
  const head = /^\p{Ll}/u.test(inner) ? '… ' : ''
  const tail = /[.!?…][‘"')\]]*$/u.test(inner) ? '' : ' …'
  return `„${head}${inner}${tail}“`
}

function refused(answer: Refused, say: Phrases, profile: TownProfile): Partial<Reply> {
  const isGap = answer.why === 'not-in-sources' || answer.why === 'false-premise'
  const sources = numbered(answer.nearest, say)
  return {
    kind: 'refused',
    lead: say.refusals[answer.why],
    sourcesTitle: say.nearest,
    // Nobody goes there without having seen what it says.
    sources: sources.map((one) => ({ ...one, line: `${quoted(one.citation.quote)} ${one.line}` })),
    notes: [...frame(answer, say).notes, ...(isGap ? [say.route(profile)] : [])],
  }
}

function numbered(
  citations: readonly Citation[],
  say: Phrases,
  isBrief = false,
): readonly ShownSource[] {
  const unique = new Map(citations.map((citation) => [keyOf(citation), citation]))
  return [...unique.values()].map((citation, at) => ({
    number: at + 1,
    line: lineOf(citation, say, isBrief),
    citation,
  }))
}

// Claims that quote the same words share a number; other words of the same cues open elsewhere.
function keyOf(citation: Citation): string {
  return `${citation.passage} ${citation.quote}`
}

/** `Show, Folge 15: Titel · 07:10–07:52 · Rolle … · 2025-12-09 · BEISPIEL (fiktiv)` */
function lineOf(citation: Citation, say: Phrases, isBrief: boolean): string {
  const example = cited(citation).example ? say.example : undefined
  const where =
    citation.kind === 'episode' ? spoken(citation, say, isBrief) : written(citation, say, isBrief)
  return [...where.map(harmless), citation.published, example].filter(Boolean).join(' · ')
}

/** A title is somebody else's text too: no link, no mention, no tag, nothing that cannot be seen. */
function harmless(words: string | undefined): string {
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
  // Many shows write the number into the title as well, and an example its mark into the name.
  const title = episode.title.replace(new RegExp(`^#?${episode.number}\\b[\\s:.–-]*`), '')
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

function shortened(title: string): string {
  if (title.length <= longestTitle) return title
  const space = title.lastIndexOf(' ', longestTitle)
  return `${title.slice(0, space > longestTitle / 2 ? space : longestTitle).replace(/[\s,;:–-]+$/u, '')} …`
}

/** Which source is older than another that is shown for the same. */
function overtaken(
  sources: readonly ShownSource[],
  asked: string,
  say: Phrases,
): readonly string[] {
  return sources.flatMap((older) => {
    const newer = sources.find(({ citation }) =>
      overtakes(datedOf(citation), datedOf(older.citation), asked),
    )
    return newer ? [say.newer(mark(newer), mark(older))] : []
  })
}

function mark({ number }: ShownSource): string {
  return `[${number}]`
}

/** What was recorded or written more than a year ago, each date once. */
function ages(sources: readonly ShownSource[], asked: Instant, say: Phrases): readonly string[] {
  const yearAgo = new Date(asked)
  yearAgo.setUTCFullYear(yearAgo.getUTCFullYear() - 1)
  const limit = yearAgo.toISOString().slice(0, 10)
  const old = sources.filter(({ citation }) => citation.published && citation.published < limit)
  if (old.length === 0) return []
  const groups = Map.groupBy(old, ({ citation }) => `${citation.kind} ${citation.published}`)
  const each = Array.from(groups.values(), (group) =>
    say.madeOn[group[0]?.citation.kind ?? 'post'](
      group.map(mark).join(', '),
      say.day(group[0]?.citation.published ?? ''),
    ),
  )
  return [say.old(each.join('; '))]
}

function foreign({ question, claims }: Answered, say: Phrases): readonly string[] {
  const isForeign = claims.some(
    ({ citations: [first] }) => cited(first).language !== question.language,
  )
  return isForeign && say.german ? [say.german] : []
}
