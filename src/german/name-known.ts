import { isCommonNoun, isExactNoun, isNounAlsoName } from './common-nouns.ts'
import { isThing } from './name-context.ts'
import type { Run } from './name-keys.ts'
import {
  isFamilyShaped,
  isForeignSpelled,
  looksLikeName,
  mayBeGiven,
  mayFollowGiven,
} from './name-lexicon.ts'
import { behindParticles, capitalRun, isNext, isPause, smallRun } from './name-runs.ts'
import { isCapital, isLabel, isNear, type Token } from './name-tokens.ts'
import { isDoubtfulGivenName, isFamilyName, isGivenName, isLikelyGivenName } from './names.ts'
import { isOpeningWord, isVerbForm } from './opening-words.ts'
import {
  calendar,
  familyEnding,
  institutions,
  nouns,
  roles,
  titles,
  verbs,
} from './person-words.ts'
import { isSmallWord } from './small-words.ts'
import { isStopWord } from './stop-words.ts'
import { fold } from './words.ts'

/** "Am Kai", "die Mark". */
const thing = /^(?:der|die|das|den|dem|des|am|im|zum|zur|beim|vom|ein|eine|einen|einem|einer)$/

/** "die Arda", "unser Quirin". */
const articleOfName =
  /^(?:der|die|dem|den|unser|unsere|unserem|unserer|unseren|mein|meine|meinem|meiner|meinen|dein|deine|beim|vom|zum|zur)$/

/** A name that lists or registers know, wherever it stands. */
export function known(tokens: readonly Token[], at: number): Run | undefined {
  const token = tokens[at]
  if (!token) return undefined
  // An app that warns.
  if (token.text === 'NINA') return undefined
  if (isGivenName(token.text) && token.text.length > 2) return fromGiven(tokens, at)
  if (isNickname(token)) return { from: at, to: at + 1 }
  if (isDoubtfulGivenName(token.text) && isBeforeFamily(tokens, at)) return fromGiven(tokens, at)
  if (isRegistered(tokens, at)) return fromGiven(tokens, at)
  const isIrish = /^(?:Ó|Ní|Mac)$/.test(token.text) && isCapital(tokens[at + 1])
  if (isIrish && isNear(tokens[at + 1])) return { from: at, to: at + 2 }
  if (isBeforeParticles(tokens, at)) return capitalRun(tokens, at)
  if (isForeignSpelled(token) && !/^(?:in|aus|nach|bei)$/.test(tokens[at - 1]?.folded ?? '')) {
    return capitalRun(tokens, at) ?? smallRun(tokens, at)
  }
  if (!isCapital(token) && mayBeGiven(token) && !isSmallWord(token)) return smallPair(tokens, at)
  if (!isCapital(token) && isSmallTold(tokens, at)) return { from: at, to: at + 2 }
  if (isPlural(tokens, at) || isDouble(token)) return alone(tokens, at)
  const isFamily =
    isFamilyName(token.text, true) && !isCommonNoun(token.text) && !isNounAlsoName(token.text)
  if (isCapital(token) && (isFamily || isBeforeGiven(tokens, at))) return alone(tokens, at)
  return reported(tokens, at)
}

/** "Dackel-Dieter", "Mecker-Uschi": a given name behind what somebody is known for. */
function isNickname({ text }: Token): boolean {
  const parts = text.split('-')
  const [first = '', last = ''] = parts
  if (parts.length !== 2 || last.length < 3 || !/^\p{Lu}\p{Ll}+$/u.test(last)) return false
  const isWord =
    first.length > 2 && !isGivenName(first) && !/^(?:anti|pro|nicht|sankt|sant|ex)$/i.test(first)
  return isWord && isGivenName(last) && !isDoubtfulGivenName(last)
}

/** "die Müllers", "bei den Kowalskis" */
function isPlural(tokens: readonly Token[], at: number): boolean {
  const [before, token] = [tokens[at - 1], tokens[at]]
  if (!token || !isNear(token) || !/\p{Ll}s$/u.test(token.text) || !isCapital(token)) return false
  if (!/^(?:die|den|der)$/.test(before?.folded ?? '')) return false
  const [text, folded] = [token.text.slice(0, -1), token.folded.slice(0, -1)]
  if (titles.has(token.folded) || (isExactNoun(token.text) && !isNounAlsoName(text))) return false
  return isFamilyName(text) || (isFamilyShaped({ ...token, text, folded }) && !isCommonNoun(text))
}

/** "Quant-Özer": two names of which one is known, and the other is no word of ours. */
function isDouble(token: Token): boolean {
  const parts = token.text.split('-')
  if (parts.length !== 2 || !parts.every((part) => /^\p{Lu}\p{Ll}{2,}$/u.test(part))) return false
  return (
    parts.some((part) => isFamilyName(part, true)) &&
    parts.every((text) => looksLikeName({ ...token, text, folded: fold(text) }))
  )
}

/** "bianka pataki schreibt": two small words of which one is a given name and none an everyday word. */
function smallPair(tokens: readonly Token[], at: number): Run | undefined {
  const next = tokens[at + 1]
  if (next?.gap !== ' ' || isCapital(next) || isSmallWord(next) || /ing$/.test(next.folded)) {
    return undefined
  }
  return { from: at, to: at + 2 }
}

/** "kommentar von ugolino pircher": two words of no use, in small letters, where a person is told. */
function isSmallTold(tokens: readonly Token[], at: number): boolean {
  const [before, first, second] = [tokens[at - 1], tokens[at], tokens[at + 1]]
  if (!before || !first || second?.gap !== ' ' || !isNear(first)) return false
  if (!/^(?:von|mit|bei|gegen|namens|an)$/.test(before.folded) || isLabel(second)) return false
  const isName = (token: Token) =>
    token.text.length > 3 &&
    !isCapital(token) &&
    !isSmallWord(token) &&
    !/(?:em|en|es)$/.test(token.folded)
  return isName(first) && isName(second) && (isPause(tokens, at + 1) || isDoing(tokens[at + 2]))
}

function isDoing(token: Token | undefined): boolean {
  return token !== undefined && isVerbForm(token.folded)
}

/** "Radife aus der Kasse", "der arda hat", but "in Alba". */
function isRegistered(tokens: readonly Token[], at: number): boolean {
  const [before, token] = [tokens[at - 1], tokens[at]]
  if (!token || !mayBeGiven(token)) return false
  const isNamed = isNear(token) && articleOfName.test(before?.folded ?? '')
  if (!isCapital(token)) {
    return isNamed && !isSmallWord(token) && token.text.length > 3 && !isCapital(tokens[at + 1])
  }
  const isPlace =
    isNear(token) && /^(?:in|aus|nach|bei|stadt|gemeinde|insel)$/.test(before?.folded ?? '')
  const isAny =
    isNear(token) && /^(?:k?eine?[nmrs]?|jede[rnms]?|diese[rnms]?)$/.test(before?.folded ?? '')
  return !isPlace && !isAny && !/^\p{Lu}{2,4}$/u.test(token.text)
}

/** "Mark Petersen", but "die Mark". */
function isBeforeFamily(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1]
  if (!isCapital(tokens[at]) || !next || !isNear(next) || next.gap.includes('.')) return false
  if (!isCapital(next) || isNoun(next) || institutions.test(next.folded)) return false
  const isAlone = !isNear(tokens[at]) || !thing.test(tokens[at - 1]?.folded ?? '')
  const isLikely =
    isAlone &&
    mayFollowGiven(next) &&
    (isLikelyGivenName(tokens[at]?.text ?? '') || looksLikeName(next))
  return isLikely || isFamilyName(next.text) || familyEnding.test(next.folded)
}

/** "BAUER, Hildegard": as in a list, the family name first. */
function isBeforeGiven(tokens: readonly Token[], at: number): boolean {
  const [token, next] = [tokens[at], tokens[at + 1]]
  if (!token || !next || !/^,[ \t]?$/u.test(next.gap) || !isGivenName(next.text)) return false
  if (isStopWord(token.folded) || isNoun(token) || institutions.test(token.folded)) return false
  return /^(?=.*[AEIOUÄÖÜY])\p{Lu}{4,}$/u.test(token.text) || isFamilyName(token.text)
}

/** A given name with what may follow it: "Ingrid Zwirnhuber", "Sandra M.", "dieter lattenberg". */
function fromGiven(tokens: readonly Token[], from: number): Run | undefined {
  let to = from + 1
  const isSmall = !isCapital(tokens[from])
  const isGiven = (token: Token | undefined) =>
    token !== undefined && isGivenName(token.text) && (isSmall || isCapital(token))
  // "Yusuf Can Aydemir"
  const isMiddle = (at: number) =>
    isCapital(tokens[at]) &&
    isDoubtfulGivenName(tokens[at]?.text ?? '') &&
    isNext(tokens, at + 1) &&
    looksLikeName(tokens[at + 1])
  while (isNear(tokens[to]) && (isGiven(tokens[to]) || isMiddle(to))) to += 1
  const end = familyEnd(tokens, to)
  const isOnlyGiven = end === to && to === from + 1
  const isShort = (tokens[from]?.text.length ?? 0) < 4
  if (isSmall && isOnlyGiven && isShort && !isSpokenOf(tokens, from)) return undefined
  // "Robert Koch Institut", "Anne Frank Schule": whoever it was, it is a place now.
  const behindName = tokens[end]
  const isPlace =
    behindName !== undefined &&
    /^[ -]$/u.test(behindName.gap) &&
    isCapital(behindName) &&
    institutions.test(behindName.folded)
  return isPlace ? undefined : { from, to: end }
}

/** "Lieselotte „Lilo“ Krahn": what stands in quotes between the names. */
export function quotedEnd(tokens: readonly Token[], at: number): number {
  const [quoted, next] = [tokens[at], tokens[at + 1]]
  const isOpened = /^[ ]["„“»'‚(]$/u.test(quoted?.gap ?? '') && isCapital(quoted)
  const isClosed = /^["”“«'‘)][ ]$/u.test(next?.gap ?? '')
  return isOpened && isClosed && mayFollowGiven(next) ? at + 2 : at
}

/** "der cem sagt", "die eva hat": a short name too, where somebody does something. */
function isSpokenOf(tokens: readonly Token[], at: number): boolean {
  const isNamed = isNear(tokens[at]) && articleOfName.test(tokens[at - 1]?.folded ?? '')
  const next = tokens[at + 1]?.folded ?? ''
  return (
    isNamed && isNear(tokens[at + 1]) && (isVerbForm(next) || /^(?:von|vom|aus|ausm)$/.test(next))
  )
}

/** "Joost van der Veen": no word of ours stands before a particle of another language. */
function isBeforeParticles(tokens: readonly Token[], at: number): boolean {
  const [before, first, particle] = [tokens[at - 1], tokens[at], tokens[at + 1]]
  if (!first || !looksLikeName(first) || !isNear(particle)) return false
  if (/^(?:in|nach|bei|aus)$/.test(before?.folded ?? '')) return false
  const isForeign = /^(?:van|de|della?|di|dos|el|al|ibn|ten|ter|la)$/
  const next = tokens[behindParticles(tokens, at + 1)]
  return isForeign.test(particle?.text ?? '') && isNear(next) && isCapital(next)
}

function familyEnd(tokens: readonly Token[], first: number): number {
  const at = behindParticles(tokens, first)
  const token = tokens[at]
  if (!token || !isNear(token) || isLabel(token)) return first
  if (isStopWord(token.folded) || titles.has(token.folded) || calendar.has(token.folded))
    return first
  if (tokens[at - 1] && /\./.test(token.gap)) return first
  // "Giuseppe de la Rosa": behind these no word is one of ours.
  const isForeign = /^(?:van|de|del|dela|della|di|da|dos|du|al|el|la|ten|ter)$/
  const isSure = at > first && tokens.slice(first, at).some(({ text }) => isForeign.test(text))
  if (isCapital(token)) return isSure || mayFollowGiven(token) ? at + 1 : first
  const isKnown = isFamilyName(token.text) || familyEnding.test(token.folded)
  return (isKnown && !isOpeningWord(token.folded)) || !isSmallWord(token) ? at + 1 : first
}

function alone(tokens: readonly Token[], at: number): Run | undefined {
  const next = tokens[at + 1]
  const isPlace = next !== undefined && /^[ -]$/u.test(next.gap) && institutions.test(next.folded)
  return isPlace ? undefined : { from: at, to: at + 1 }
}

/** Two capitalised words without an article before something that only people do. */
function reported(tokens: readonly Token[], at: number): Run | undefined {
  const [before, first, second, verb] = [tokens[at - 1], tokens[at], tokens[at + 1], tokens[at + 2]]
  if (!first || !second || !verb || !isNear(second) || !isNear(verb)) return undefined
  if (!isCapital(first) || !isCapital(second) || isCapital(verb)) return undefined
  if (!verbs.has(verb.folded) || (before && isNear(first) && isStopWord(before.folded)))
    return undefined
  const isName = familyEnding.test(second.folded) || isFamilyName(second.text)
  const isOther = isThing(first) || isThing(second) || second.gap.includes('.')
  return isName && !isOther ? { from: at, to: at + 2 } : undefined
}

function isNoun({ text, folded }: Token): boolean {
  return (nouns.test(folded) || roles.test(folded)) && !isFamilyName(text)
}
