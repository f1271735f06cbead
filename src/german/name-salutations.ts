import { isIntroduced } from './name-context.ts'
import type { Run } from './name-keys.ts'
import {
  looksLikeName,
  mayBeFamily,
  mayBeGiven,
  mayBeTold,
  mayFollowGiven,
  mayFollowUnknown,
} from './name-lexicon.ts'
import { behindParticles, smallRun } from './name-runs.ts'
import { isCapital, isLabel, isNear, type Token } from './name-tokens.ts'
import { isFamilyName, isGivenName } from './names.ts'
import { isOpeningWord, isVerbForm } from './opening-words.ts'
import {
  calendar,
  familyEnding,
  institutions,
  particles,
  roles,
  salutations,
  titles,
} from './person-words.ts'
import { isSmallWord } from './small-words.ts'
import { isStopWord } from './stop-words.ts'

/** "die frau": no name need follow. */
const articleBefore =
  /^(?:die|der|das|eine|einer|meine|meiner|seine|seiner|ihre|ihrer|unsere|unserer|deine|junge|alte|altere|jede|diese|dieser|keine|gute|arme|andere|fremde|schwangere|kranke)$/

/** "Frau Prof. Dr. med." */
const mostTitles = 5

/** "der herr krämpf", "die frau özdemir": one that is known. */
const mayNamePerson = /^(?:die|der|unsere|unser|unserer)$/

/** "herr habermehl", "die frau özdemir", but "die frau weint" and "Frau Holle-Straßenfest". */
export function saluted(tokens: readonly Token[], at: number): Run | undefined {
  const known = behind(tokens, at + 1, true)
  // "die nette Frau von der Bücherei"
  const described = /^d(?:ie|er|as|en|em)$/
  const isDescribed = [at - 1, at - 2].some((one) => described.test(tokens[one]?.folded ?? ''))
  const isOf = known !== undefined && particles.has(tokens[known.from]?.folded ?? '')
  if (isOf && isDescribed && !mayBeFamily(tokens[known.to - 1])) return undefined
  if (known) return known
  let from = at + 1
  while (from < at + mostTitles && isNear(tokens[from]) && isTitle(tokens[from])) from += 1
  // "herr von bülow"
  const to = behindParticles(tokens, from)
  const noble = tokens[to]
  const isNoble = to > from && noble !== undefined && isNear(noble) && !isCapital(noble)
  const isOfSomebody = tokens[to - 1]?.folded === 'dem'
  if (isNoble && !isOfSomebody && !isSmallWord(noble) && !isLabel(noble))
    return { from, to: to + 1 }
  const token = tokens[from]
  if (!token || !isNear(token) || isCapital(token) || isLabel(token) || token.text.length < 3) {
    return undefined
  }
  // "herr freigang", "die frau kröckert sitzt": there is nobody but a name.
  const before = tokens[at - 1]?.folded ?? ''
  const isOne = !articleBefore.test(before) || /^herr/.test(tokens[at]?.folded ?? '')
  const isDoing = isVerbForm(tokens[from + 1]?.folded ?? '') && !isVerbForm(token.folded)
  const isRole = titles.has(token.folded) || roles.test(token.folded)
  if ((isOne || isDoing) && !isOpeningWord(token.folded) && !isRole) return { from, to: from + 1 }
  return (!isOne && !mayNamePerson.test(before)) || isSmallWord(token)
    ? undefined
    : smallRun(tokens, from)
}

/** The name behind a salutation: "Frau Dr. von der Leyen", "herr müller". */
function behind(tokens: readonly Token[], first: number, isCalled: boolean): Run | undefined {
  let from = first
  while (from < first + mostTitles && isNear(tokens[from]) && isTitleAt(tokens, from)) from += 1
  const to = nameEnd(tokens, from, isCalled)
  return to > from ? { from, to } : undefined
}

// "Herr Pfarrer Ohlendorf"
function isTitleAt(tokens: readonly Token[], at: number): boolean {
  const [token, next] = [tokens[at], tokens[at + 1]]
  const isOffice = token !== undefined && (titles.has(token.folded) || roles.test(token.folded))
  return isTitle(token) || (isOffice && isCapital(token) && isNear(next) && looksLikeName(next))
}

// "Frau Dr.", "Frau Oberstudienrätin"; small letters tell no office from a name.
function isTitle(token: Token | undefined): boolean {
  if (!token) return false
  if (/^[hc]$/.test(token.text)) return true
  const isOffice =
    isCapital(token) && /(?:rat|ratin|meister|meisterin|leiterin|direktorin)$/.test(token.folded)
  return salutations.has(token.folded) || (isOffice && !isFamilyName(token.text))
}

export function nameEnd(tokens: readonly Token[], from: number, isCalled: boolean): number {
  let end = from
  for (let count = 0; count < 3; count += 1) {
    const at = behindParticles(tokens, end)
    const token = tokens[at]
    const mayBeSmall = isCalled && at === from
    if (isCalled && at === from + 1 && token && isSmallFamily(tokens, at)) return at + 1
    const isOpen = isNear(token) || (at === from && isIntroduced(tokens, at))
    if (!token || !isOpen || isLabel(token)) break
    const isNoble = at > end && isCapital(token)
    if (at === from && !isNameLike(token, mayBeSmall)) break
    if (at > from && !isCapital(token)) break
    if (at > from && token.gap.includes('.') && (tokens[at - 1]?.text.length ?? 0) > 3) break
    if (isNoble && end > from && !mayBeGiven(tokens[end - 1]) && !looksLikeName(token)) break
    const isSure = isNoble && (end === from || mayBeGiven(tokens[end - 1]))
    if (at > from && !isSure && !mayFollow(tokens, at)) break
    end = at + 1
  }
  return end
}

function mayFollow(tokens: readonly Token[], at: number): boolean {
  const [first, token] = [tokens[at - 1], tokens[at]]
  if (mayFollowUnknown(first, token)) return true
  return mayBeGiven(first) ? mayFollowGiven(token) : mayBeFamily(token)
}

/** "herr friedhelm watzke" */
function isSmallFamily(tokens: readonly Token[], at: number): boolean {
  const [given, token] = [tokens[at - 1], tokens[at]]
  if (!given || !token || !isNear(token) || isCapital(token) || isLabel(token)) return false
  if (isCapital(given) || !isGivenName(given.text) || isStopWord(token.folded)) return false
  const isKnown = isFamilyName(token.text) || familyEnding.test(token.folded)
  return (isKnown && !isOpeningWord(token.folded)) || !isSmallWord(token)
}

function isNameLike(token: Token, mayBeSmall: boolean): boolean {
  if (mayBeSmall && isCapital(token)) return mayBeTold(token)
  if (titles.has(token.folded) || calendar.has(token.folded) || isStopWord(token.folded))
    return false
  if (isCapital(token)) return !institutions.test(token.folded) || isFamilyName(token.text)
  if (!mayBeSmall) return false
  const isKnown = isFamilyName(token.text) || isGivenName(token.text)
  return isKnown || familyEnding.test(token.folded)
}
