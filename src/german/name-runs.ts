import { isThing } from './name-context.ts'
import type { Run } from './name-keys.ts'
import {
  looksLikeName,
  mayBeFamily,
  mayBeGiven,
  mayFollowGiven,
  mayFollowUnknown,
} from './name-lexicon.ts'
import { isCapital, isLabel, isNear, type Token } from './name-tokens.ts'
import { isFamilyName, isGivenName } from './names.ts'
import { isOpeningWord, isVerbForm } from './opening-words.ts'
import { articles, particles, roles, titles } from './person-words.ts'
import { isNamedThing } from './places.ts'
import { isSmallWord } from './small-words.ts'

/** A name has at most this many words: "Nguyen Thi Mai Anh". */
const mostWords = 4

/** Whether a word follows without a full stop between, save behind an initial: "H. Brandt". */
export function isNext(tokens: readonly Token[], at: number, isShortened = false): boolean {
  const token = tokens[at]
  if (!token || !isNear(token)) return false
  return isShortened || !token.gap.includes('.') || tokens[at - 1]?.text.length === 1
}

const nobility =
  /^(?:Freiherr|Freifrau|Freiin|Graf|Gräfin|Baron|Baronin|Edler|Edle|Ritter|Fürst|Fürstin|Prinz|Prinzessin|Herzog|Herzogin)$/

/** Where "von der" ends: the token behind the particles. */
export function behindParticles(tokens: readonly Token[], from: number): number {
  const isTitled = nobility.test(tokens[from]?.text ?? '') && isNear(tokens[from])
  let at = isTitled && particles.has(tokens[from + 1]?.folded ?? '') ? from + 1 : from
  while (at < from + 2 && isNear(tokens[at]) && particles.has(tokens[at]?.folded ?? '')) at += 1
  const isArticle = at > from && isNear(tokens[at]) && articles.has(tokens[at]?.folded ?? '')
  return isArticle ? at + 1 : at
}

/** The name that begins at a token, in capitals: one word at least that looks like a name. */
export function capitalRun(tokens: readonly Token[], from: number): Run | undefined {
  const first = firstOf(tokens, from)
  if (first === undefined) return undefined
  let to = first + 1
  while (to < from + mostWords + 2) {
    const at = behindParticles(tokens, to)
    const [before, token] = [tokens[at - 1], tokens[at]]
    const isKnown = mayBeGiven(before) ? mayFollowGiven(token) : mayBeFamily(token)
    const isName = isKnown || (at === first + 1 && mayFollowUnknown(before, token))
    if (!isNext(tokens, at) || !isName) break
    to = at + 1
  }
  return { from, to }
}

function firstOf(tokens: readonly Token[], from: number): number | undefined {
  const at =
    tokens[from] && particles.has(tokens[from].folded) ? behindParticles(tokens, from) : from
  if (isInitialAt(tokens, at) && mayFollowGiven(tokens[at + 1])) return at + 1
  // "Ten Hagen", "De la Cruz"
  const isForeign =
    at > from &&
    /^(?:Van|De|Del|Della|Di|Da|Dos|Ten|Ter|El|Al|Le|La)$/.test(tokens[from]?.text ?? '')
  if (isForeign && isCapital(tokens[at]) && isNear(tokens[at])) return at
  return looksLikeName(tokens[at]) ? at : undefined
}

function isInitialAt(tokens: readonly Token[], at: number): boolean {
  const [letter, next] = [tokens[at], tokens[at + 1]]
  return (
    letter?.text.length === 1 && isCapital(letter) && next !== undefined && /^\. ?$/u.test(next.gap)
  )
}

/** The name that begins at a token, in small letters: a known one, or one before a pause or a verb. */
export function smallRun(tokens: readonly Token[], from: number): Run | undefined {
  const [first, second] = [tokens[from], tokens[from + 1]]
  if (!first || isCapital(first) || isLabel(first) || first.text.length < 3) return undefined
  const isGiven = isGivenName(first.text) || (mayBeGiven(first) && !isSmallWord(first))
  const isKnown = isGiven || (isFamilyName(first.text) && !isThing(first))
  const next = tokens[from + 1]
  const isVerbLike =
    /^(?:ge|be|ver|er|ent|zer|an|ab|auf|aus|ein|vor|zu|um|nach|weg|mit|hin|her|los)\p{L}+(?:t|en)$/u
  const isDoing =
    next !== undefined &&
    isVerbForm(next.folded) &&
    !isOpeningWord(first.folded) &&
    !isVerbLike.test(first.folded)
  if (isNamedThing(first.folded) || (!isKnown && !isDoing && isSmallWord(first))) return undefined
  if (isDoing && !isKnown && (roles.test(first.folded) || titles.has(first.folded)))
    return undefined
  const hasSecond =
    second !== undefined &&
    isNear(second) &&
    !second.gap.includes('.') &&
    isSmallFamily(tokens, from + 1)
  // "mehmet ali yildirim"
  const third = tokens[from + 2]
  const hasThird =
    hasSecond && isGivenName(second.text) && isNear(third) && isSmallFamily(tokens, from + 2)
  return { from, to: from + (hasThird && !third?.gap.includes('.') ? 3 : hasSecond ? 2 : 1) }
}

/** "arda abicht": a small word of no everyday use behind a name. */
function isSmallFamily(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]
  if (!token || isCapital(token) || isLabel(token)) return false
  return isFamilyName(token.text) ? !isThing(token) || isPause(tokens, at) : !isSmallWord(token)
}

/** Whether a pause or the end stands behind a token. */
export function isPause(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1]
  return next === undefined || /^[ \t]*[,;.!?:()\n–“”"«/-]/u.test(next.gap)
}
