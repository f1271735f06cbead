import type { Claim, Draft, DraftClaim, Evidence } from '../domain/answer.ts'
import type { Citation, Finding } from '../domain/citation.ts'
import type { Passage, PassageId } from '../domain/passage.ts'
import { findQuote } from './quote.ts'

/** What is left of a draft: claims that rest on something, and how many did not. */
export interface Verified {
  readonly claims: readonly Claim[]
  readonly dropped: number
}

/**
 * Keeps the claims whose evidence holds: the passage was given to the writer, the quote stands in
 * it, and every number of the claim stands there too. Times and links come from the source.
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
  const said = evidence.map((item) => given.get(item.passage)?.text ?? '').join(' ')
  if (!numbersOf(text).every((number) => numbersOf(said).includes(number))) return []
  return [{ text, citations: [first, ...more] }]
}

function toCitation(
  { passage, quote }: Evidence,
  given: ReadonlyMap<PassageId, Passage>,
  toLink: (finding: Finding) => string,
): readonly Citation[] {
  const source = given.get(passage)
  const finding = source && findQuote(source, quote)
  return finding ? [{ ...finding, url: toLink(finding) }] : []
}

function numbersOf(text: string): readonly string[] {
  return text.match(/\d+(?:[.,]\d+)*/g) ?? []
}
