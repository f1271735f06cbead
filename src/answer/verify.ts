import type { Claim, Draft, DraftClaim, Evidence } from '../domain/answer.ts'
import type { Citation, Finding } from '../domain/citation.ts'
import type { Passage, PassageId } from '../domain/passage.ts'
import { languageOf } from '../german/language.ts'
import { type Sentence, sentences } from '../german/sentences.ts'
import { isStopWord } from '../german/stop-words.ts'
import { foldedWords } from '../german/words.ts'
import { figuresOf, verdictsIn } from './figures.ts'
import { freeSentences, isQuotable } from './orders.ts'
import { findQuote } from './quote.ts'
import { deniesAll, isNegated, isSameWords, sharedWords } from './sense.ts'
import { unitsOf } from './units.ts'

/** A claim that shares fewer of its words with what it cites speaks of something else. */
const leastShared = 0.5

/** So many words in a row are copied, not worded alike. */
const longestOwn = 7

/** A part of a claim with fewer words that mean something is no statement of its own. */
const fewestOfClause = 3

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
  const own = passages.flatMap((passage) => freeSentences(passage.text)).map((one) => one.text)
  return (
    sentences(text).every((one) => isSaid(one.text, near)) &&
    sharedWords(besideCopied(text, near), near) === 1 &&
    clausesOf(text).every((clause) => isSaid(clause, own.join(' ')))
  )
}

/**
 * What a claim adds to words it has copied: the whole sentence must not lend its truth to what is hung on
 * it. Nothing where it is put in words of its own.
 */
function besideCopied(text: string, source: string): string {
  const said = ` ${foldedWords(source).join(' ')} `
  const claim = foldedWords(text)
  for (let length = claim.length; length >= longestOwn; length -= 1) {
    for (let from = 0; from + length <= claim.length; from += 1) {
      if (said.includes(` ${claim.slice(from, from + length).join(' ')} `)) {
        return [...claim.slice(0, from), ...claim.slice(from + length)].join(' ')
      }
    }
  }
  return ''
}

/** More than half of the words are the source's, or all but one. */
function isSaid(text: string, source: string): boolean {
  const shared = sharedWords(text, source)
  const strange = Math.round(contentWordsOf(text) * (1 - shared))
  return shared > leastShared || (strange <= 1 && shared >= leastShared)
}

/** The parts of a text that say something each: "…, und der Landrat geht". */
function clausesOf(text: string): readonly string[] {
  const parts = text.split(/[,;:.!?–—]\s+|\s(?:und|sowie|aber|denn|and|but)\s/u)
  return parts.filter((part) => contentWordsOf(part) >= fewestOfClause)
}

function contentWordsOf(text: string): number {
  return foldedWords(text).filter((word) => !isStopWord(word)).length
}

/** The sentences that hold a quote, with the one before and the one behind them. */
function around({ passage, quote }: Citation, given: ReadonlyMap<PassageId, Passage>): string {
  const text = given.get(passage)?.text ?? ''
  const all = freeSentences(text)
  const holds = all.map((one) => overlaps(text, quote, one))
  const near = all.filter((_, at) => holds[at - 1] || holds[at] || holds[at + 1])
  return [quote, ...near.map((one) => one.text)].join(' ')
}

function overlaps(text: string, quote: string, { start, end }: Sentence): boolean {
  const at = text.indexOf(quote)
  return at >= 0 && at < end && start < at + quote.length
}

/** Whether a quote stands among sentences that are nobody's order to a machine. */
function isFree(passage: Passage, quote: string): boolean {
  const { text } = passage
  const free = new Set(freeSentences(text).map(({ start }) => start))
  return (
    isQuotable(quote) &&
    sentences(text).every((one) => free.has(one.start) || !overlaps(text, quote, one))
  )
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
  if (!finding || endsOpen(source, finding.quote) || !isFree(source, finding.quote)) return []
  return [{ ...finding, url: toLink(finding) }]
}

// What is asked, told by hearsay or taken back by the next speaker says nothing by itself.
function endsOpen(source: Passage, quote: string): boolean {
  const last = sentences(quote).at(-1)?.text ?? quote
  return unitsOf(source).some(({ isQuestion, isHearsay, text }) => {
    return (isQuestion || isHearsay) && text.includes(last)
  })
}
