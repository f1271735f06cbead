import { datedOf, overtakes } from './answer/age.ts'
import { dangerIn } from './answer/danger.ts'
import type { Answer, Answered, Refused } from './domain/answer.ts'
import { type Citation, cited } from './domain/citation.ts'
import type { Language } from './domain/documents.ts'
import { explain } from './domain/errors.ts'
import type { TownProfile } from './domain/profile.ts'
import type { Reply, ShownSource } from './domain/reply.ts'
import type { Instant } from './domain/time.ts'
import { blankReply } from './frame.ts'
import { type Phrases, phrases } from './phrases.ts'
import { missingSource, shapedClaim, shapedFrame, toldReply } from './request-reply.ts'
import { asAllowed, lineOf, quoted } from './source-line.ts'

/** A first statement that fits into one glance needs nothing before it. */
const longestFirstLine = 120

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
  // What only leads up to the statements would keep people from the number, and so would a long title.
  const rest = reply.lead === say.lead ? '' : reply.lead
  const lead = `${say.danger[danger]} ${rest}`.trim()
  const isTitle = answer.status === 'answered' && answer.playbook !== undefined
  const isLong = isTitle && lead.length > longestFirstLine
  return { ...reply, lead: isLong ? say.danger[danger] : lead }
}

function plainReply(answer: Answer, say: Phrases, profile: TownProfile): Reply {
  switch (answer.status) {
    case 'answered':
      return { ...frame(answer, say), ...answered(answer, say, profile) }
    case 'refused':
      return { ...frame(answer, say), ...refused(answer, say, profile) }
    case 'question':
      return { ...frame(answer, say), kind: 'question', lead: say.question }
    case 'told':
      return toldReply(answer, profile)
  }
}

/** Whether an answer is shown with something of the town's profile. */
export function needsTown({ status, ...rest }: Answer): boolean {
  return status !== 'answered' || ('shape' in rest && rest.shape?.kind === 'approval')
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

function answered(answer: Answered, say: Phrases, profile: TownProfile): Partial<Reply> {
  const { claims, question } = answer
  const sources = numbered(
    claims.flatMap((claim) => claim.citations),
    say,
    answer.playbook !== undefined,
  )
  const isVerbatim = answer.writer === 'extract'
  const numberOf = (citation: Citation) =>
    sources.find((source) => keyOf(source.citation) === keyOf(citation))?.number ?? 0
  const shown = claims.map(({ text, citations }) => {
    const said =
      isVerbatim && text === citations[0].quote
        ? quoted(asAllowed(text, citations[0]))
        : withSource(text, citations[0], question.language)
    return {
      text: shapedClaim(said, citations[0], answer),
      numbers: [...new Set(citations.map(numberOf))],
    }
  })
  const shaped = shapedFrame(answer, profile)
  const isShort = (shown[0]?.text.length ?? 0) <= longestFirstLine
  // A playbook has a date of its own.
  const aged = answer.playbook
    ? sources.filter(({ citation }) => claims.some(({ text }) => text === citation.quote))
    : sources
  return {
    kind: 'answered',
    lead: (answer.premise ? undefined : shaped?.lead) ?? leadOf(answer, isShort, say),
    steps: shaped?.steps ?? [],
    claims: shown,
    sources,
    notes: [
      ...frame(answer, say).notes,
      ...(shaped?.notes ?? []),
      ...(answer.rest ? [say.rest(answer.rest.map(quoted).join(' '))] : []),
      ...(answer.shape?.kind === 'list' ? [] : dated(aged, question, say)),
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

function refused(answer: Refused, say: Phrases, profile: TownProfile): Partial<Reply> {
  const isGap = answer.why === 'not-in-sources' || answer.why === 'false-premise'
  const sources = numbered(answer.nearest, say)
  return {
    kind: 'refused',
    lead: answer.missing
      ? missingSource(answer.missing, answer.question)
      : say.refusals[answer.why],
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

// Claims on one section of a post share its number, as they would the line; what was said opens at its second.
function keyOf(citation: Citation): string {
  return citation.kind === 'post'
    ? `${citation.post.id} ${citation.anchor}`
    : `${citation.passage} ${citation.quote}`
}

function dated(
  sources: readonly ShownSource[],
  { text, asked }: Answer['question'],
  say: Phrases,
): readonly string[] {
  return [...overtaken(sources, text, say), ...ages(sources, asked, say)]
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
