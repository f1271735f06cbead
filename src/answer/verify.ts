import type { Claim, Draft, DraftClaim, Evidence } from '../domain/answer.ts'
import type { Citation, Finding } from '../domain/citation.ts'
import type { Passage, PassageId } from '../domain/passage.ts'
import { languageOf } from '../german/language.ts'
import { sentences } from '../german/sentences.ts'
import { figuresOf, verdictsIn } from './figures.ts'
import { isQuotable } from './orders.ts'
import { findQuote } from './quote.ts'
import { deniesAll, isNegated, isSameWords, sharedWords } from './sense.ts'
import { unitsOf } from './units.ts'

/** A claim that shares fewer of its words with what it cites speaks of something else. */
const leastShared = 0.3

/** What is left of a draft: claims that rest on something, and how many did not. */
export interface Verified {
  readonly claims: readonly Claim[]
  readonly dropped: number
}

/**
 * Keeps the claims whose evidence holds: the passage was given to the writer, the quote stands in
 * it, and what the claim says in other words is carried by it. Times and links come from the source.
 */
export function verify(
  draft: Draft,
  passages: readonly Passage[],
  toLink: (finding: Finding) => string,
): Verified {
  const given = new Map<PassageId, Passage>(passages.map((passage) => [passage.id, passage]))
  const claims = draft.claims.flatMap((claim) => toClaim(claim, given, toLink))
  return { claims, dropped: draft.claims.length - claims.length }
}

function toClaim(
  { text, evidence }: DraftClaim,
  given: ReadonlyMap<PassageId, Passage>,
  toLink: (finding: Finding) => string,
): readonly Claim[] {
  const [first, ...more] = evidence.flatMap((item) => toCitation(item, given, toLink))
  if (!first || text.trim() === '') return []
  // What repeats the source is printed as the source has it.
  if (isSameWords(text, first.quote)) {
    return isNegated(first.quote) === isDenied(first, given)
      ? [{ text: first.quote, citations: [first, ...more] }]
      : []
  }
  return isCarried(text, [first, ...more], given) ? [{ text, citations: [first, ...more] }] : []
}

/**
 * Whether the evidence carries a claim in other words: its numbers, dates, statutes and the words that
 * decide a case stand in the cited passages, it denies where the cited sentences deny and affirms where
 * they affirm, and it speaks of what the passages speak of.
 */
function isCarried(
  text: string,
  citations: readonly Citation[],
  given: ReadonlyMap<PassageId, Passage>,
): boolean {
  const passages = citations.flatMap(({ passage }) => given.get(passage) ?? [])
  const said = passages.map((passage) => passage.text).join(' ')
  const known = figuresOf(said)
  if (![...figuresOf(text)].every((figure) => known.has(figure))) return false
  const denied = citations.some((citation) => isDenied(citation, given))
  if (isNegated(text) !== denied) return false
  // Words tell nothing about a claim in another language than its source.
  const isForeign = passages.some(({ about }) => about.language !== languageOf(text))
  if (isForeign) return true
  const decided = verdictsIn(said)
  if (!verdictsIn(text).every((verdict) => decided.includes(verdict))) return false
  // Each of its sentences: a true one must not carry another one along.
  const near = citations.map((citation) => around(citation, given)).join(' ')
  return sentences(text).every((one) => sharedWords(one.text, near) >= leastShared)
}

/** The sentences that hold a quote, with the one before and the one behind them. */
function around({ passage, quote }: Citation, given: ReadonlyMap<PassageId, Passage>): string {
  const text = given.get(passage)?.text ?? ''
  const start = text.indexOf(quote)
  const end = start + quote.length
  const all = sentences(text)
  const holds = all.map((one) => start >= 0 && one.start < end && start < one.end)
  const near = all.filter((_, at) => holds[at - 1] || holds[at] || holds[at + 1])
  return [quote, ...near.map((one) => one.text).filter(isQuotable)].join(' ')
}

/**
 * Whether a quote is denied where it stands: in its own words, by what comes before it in its sentence
 * ("Wir raten nicht dazu, …"), or by a "nicht" behind it. A "keine" behind it is about something else.
 */
function isDenied(citation: Citation, given: ReadonlyMap<PassageId, Passage>): boolean {
  const { quote } = citation
  const text = given.get(citation.passage)?.text ?? ''
  const start = text.indexOf(quote)
  if (isNegated(quote) || start < 0) return isNegated(quote)
  const end = start + quote.length
  const whole = sentences(text).filter((one) => one.start < end && start < one.end)
  const before = text.slice(whole[0]?.start ?? start, start)
  const after = text.slice(end, whole.at(-1)?.end ?? end)
  return isNegated(before) || deniesAll(after)
}

function toCitation(
  { passage, quote }: Evidence,
  given: ReadonlyMap<PassageId, Passage>,
  toLink: (finding: Finding) => string,
): readonly Citation[] {
  const source = given.get(passage)
  const finding = source && findQuote(source, quote)
  if (!finding || endsOpen(source, finding.quote) || !isQuotable(finding.quote)) return []
  return [{ ...finding, url: toLink(finding) }]
}

// What is asked, told by hearsay or taken back by the next speaker says nothing by itself.
function endsOpen(source: Passage, quote: string): boolean {
  const last = sentences(quote).at(-1)?.text ?? quote
  return unitsOf(source).some(({ isQuestion, isHearsay, text }) => {
    return (isQuestion || isHearsay) && text.includes(last)
  })
}
