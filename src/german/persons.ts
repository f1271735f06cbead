import { isBusiness, isIntroduced, isNobody, isStorm, isThing } from './name-context.ts'
import { keyed, type PersonName, type Run } from './name-keys.ts'
import { isCapital, isLabel, isNear, type Token, tokensOf } from './name-tokens.ts'
import { isDoubtfulGivenName, isFamilyName, isGivenName, isLikelyGivenName } from './names.ts'
import {
  articles,
  calendar,
  familyEnding,
  institutions,
  introductions,
  nouns,
  particles,
  roles,
  salutations,
  smallWords,
  titleRoles,
  titles,
  verbs,
} from './person-words.ts'
import { isStopWord } from './stop-words.ts'

/** "Was heißt Netiquette?" names nobody. */
const asking = /^(?:was|wie|das|es|dies)$/

/** "die frau": no name need follow. */
const articleBefore =
  /^(?:die|der|das|eine|einer|meine|meiner|seine|seiner|ihre|ihrer|unsere|unserer|deine|junge|alte|altere|jede|diese|dieser|keine|gute|arme|andere|fremde|schwangere|kranke)$/

/** "Am Kai", "die Mark". */
const thing = /^(?:der|die|das|den|dem|des|am|im|zum|zur|beim|vom|ein|eine|einen|einem|einer)$/

/** "Frau Prof. Dr. med." */
const mostTitles = 5

/** The names of people in a text, in order, none inside another. */
export function personNames(text: string): readonly PersonName[] {
  const tokens = tokensOf(text)
  const found: Run[] = []
  for (let at = 0; at < tokens.length; ) {
    const run = runFrom(tokens, at)
    const next = run && continued(tokens, run.to)
    if (run) found.push(run)
    if (next) found.push(next)
    at = next?.to ?? run?.to ?? at + 1
  }
  return keyed(tokens, found)
}

function runFrom(tokens: readonly Token[], at: number): Run | undefined {
  const token = tokens[at]
  if (!token || isLabel(token)) return undefined
  if (salutations.has(token.folded)) return saluted(tokens, at)
  if (introductions.has(token.folded) && !asking.test(tokens[at - 1]?.folded ?? '')) {
    return (tokens[at + 1]?.text.length ?? 0) > 2 ? behind(tokens, at + 1, false) : undefined
  }
  if (isCapital(token) && roles.test(token.folded)) return afterRole(tokens, at + 1)
  if (isSaint(tokens[at - 1]) && isNear(token)) return undefined
  if (isInitial(tokens, at)) return { from: at, to: at + 2 }
  if (isStorm(tokens, at) || isBusiness(tokens, at) || isNobody(tokens, at)) return undefined
  const from = isIntroduced(tokens, at) ? nameEnd(tokens, at, false) : at
  if (from > at) return { from: at, to: from }
  if (isGivenName(token.text) && token.text.length > 2) return fromGiven(tokens, at)
  if (isDoubtfulGivenName(token.text) && isBeforeFamily(tokens, at)) return fromGiven(tokens, at)
  if (isCapital(token) && (isFamilyName(token.text, true) || isBeforeGiven(tokens, at))) {
    return alone(tokens, at)
  }
  return reported(tokens, at)
}

/** "Enno Rickers und Wiard Poppinga": who is named beside somebody. */
function continued(tokens: readonly Token[], at: number): Run | undefined {
  const isJoined = /^(?:und|sowie|oder)$/.test(tokens[at]?.folded ?? '')
  const from = isJoined ? at + 1 : at
  const [first, second] = [tokens[from], tokens[from + 1]]
  if (!first || !second || !(isJoined ? isNear(first) : first.gap === ', ')) return undefined
  if (!isCapital(first) || !isCapital(second) || second.gap !== ' ') return undefined
  if (isThing(first) || isThing(second) || isLabel(second)) return undefined
  return { from, to: from + 2 }
}

/** "Mark Petersen", but "die Mark". */
function isBeforeFamily(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1]
  if (!isCapital(tokens[at]) || !next || !isNear(next) || next.gap.includes('.')) return false
  if (!isCapital(next) || isNoun(next) || institutions.test(next.folded)) return false
  const isAlone = !isNear(tokens[at]) || !thing.test(tokens[at - 1]?.folded ?? '')
  const isLikely = isAlone && isLikelyGivenName(tokens[at]?.text ?? '') && !isThing(next)
  return isLikely || isFamilyName(next.text) || familyEnding.test(next.folded)
}

/** "BAUER, Hildegard": as in a list, the family name first. */
function isBeforeGiven(tokens: readonly Token[], at: number): boolean {
  const [token, next] = [tokens[at], tokens[at + 1]]
  if (!token || !next || !/^,[ \t]?$/u.test(next.gap) || !isGivenName(next.text)) return false
  if (isStopWord(token.folded) || isNoun(token) || institutions.test(token.folded)) return false
  return /^(?=.*[AEIOUÄÖÜY])\p{Lu}{4,}$/u.test(token.text) || isFamilyName(token.text)
}

/** "herr habermehl", "frau özdemir", but "die frau weint" and "Frau Holle-Straßenfest". */
function saluted(tokens: readonly Token[], at: number): Run | undefined {
  const known = behind(tokens, at + 1, true)
  if (known) return known
  const isOne =
    !articleBefore.test(tokens[at - 1]?.folded ?? '') || /^herr/.test(tokens[at]?.folded ?? '')
  let from = at + 1
  while (
    from < at + mostTitles &&
    isNear(tokens[from]) &&
    salutations.has(tokens[from]?.folded ?? '')
  )
    from += 1
  const token = tokens[from]
  if (
    !token ||
    (!isOne &&
      !(/^d(?:ie|er)$/.test(tokens[at - 1]?.folded ?? '') && isBeforePause(tokens, from))) ||
    !isNear(token) ||
    isCapital(token) ||
    token.text.length < 4
  )
    return undefined
  const isWord = isStopWord(token.folded) || isNoun(token) || isLabel(token) || isVerb(token)
  return isWord || titles.has(token.folded) ? undefined : { from, to: from + 1 }
}

/** "Sankt Georg" and the "schwarze Peter" are nobody. */
function isSaint(token: Token | undefined): boolean {
  return /^(?:sankt|st|heilige[rn]?|schwarze[rn]?)$/.test(token?.folded ?? '')
}

/** "K. Sonnenberg", but "z. B. Nürnberg". */
function isInitial(tokens: readonly Token[], at: number): boolean {
  const [before, letter, family] = [tokens[at - 1], tokens[at], tokens[at + 1]]
  if (!letter || !family || letter.text.length !== 1 || !isCapital(letter)) return false
  if (before?.text.length === 1 || !/^\. ?$/u.test(family.gap) || !isCapital(family)) return false
  return isFamilyName(family.text) || (familyEnding.test(family.folded) && !isNoun(family))
}

/** The name behind a salutation: "Frau Dr. von der Leyen", "herr müller". */
function behind(tokens: readonly Token[], first: number, isCalled: boolean): Run | undefined {
  let from = first
  while (from < first + mostTitles && isNear(tokens[from]) && isTitle(tokens[from])) from += 1
  const to = nameEnd(tokens, from, isCalled)
  return to > from ? { from, to } : undefined
}

// "Frau Dr.", "Frau Oberstudienrätin"; small letters tell no office from a name.
function isTitle(token: Token | undefined): boolean {
  if (!token) return false
  const isOffice =
    isCapital(token) && /(?:rat|ratin|meister|meisterin|leiterin|direktorin)$/.test(token.folded)
  return salutations.has(token.folded) || (isOffice && !isFamilyName(token.text))
}

function nameEnd(tokens: readonly Token[], from: number, isCalled: boolean): number {
  let end = from
  for (let count = 0; count < 3; count += 1) {
    const at = behindParticles(tokens, end)
    const token = tokens[at]
    const mayBeSmall = isCalled && at === from
    if (isCalled && at === from + 1 && token && isSmallFamily(tokens, at)) return at + 1
    const isOpen = isNear(token) || (at === from && isIntroduced(tokens, at))
    if (!token || !isOpen || isLabel(token) || !isNameLike(token, mayBeSmall)) break
    if (at > from && !isCapital(token)) break
    if (at > from && token.gap.includes('.') && (tokens[at - 1]?.text.length ?? 0) > 3) break
    if (at > end && at > from && !isGivenName(tokens[end - 1]?.text ?? '')) break
    if (at > from && isNoun(token)) break
    end = at + 1
  }
  return end
}

/** "herr friedhelm watzke" */
function isSmallFamily(tokens: readonly Token[], at: number): boolean {
  const [given, token] = [tokens[at - 1], tokens[at]]
  if (!given || !token || !isNear(token) || isCapital(token) || isLabel(token)) return false
  if (isCapital(given) || !isGivenName(given.text) || isStopWord(token.folded)) return false
  const isKnown = isFamilyName(token.text) || familyEnding.test(token.folded)
  return isKnown || isBeforePause(tokens, at)
}

function behindParticles(tokens: readonly Token[], from: number): number {
  let at = from
  while (at < from + 2 && isNear(tokens[at]) && particles.has(tokens[at]?.folded ?? '')) at += 1
  const isArticle = at > from && isNear(tokens[at]) && articles.has(tokens[at]?.folded ?? '')
  return isArticle ? at + 1 : at
}

function isNoun({ text, folded }: Token): boolean {
  return (nouns.test(folded) || roles.test(folded)) && !isFamilyName(text)
}

function isNameLike(token: Token, mayBeSmall: boolean): boolean {
  if (titles.has(token.folded) || calendar.has(token.folded) || isStopWord(token.folded))
    return false
  if (isCapital(token)) return !institutions.test(token.folded) || isFamilyName(token.text)
  if (!mayBeSmall) return false
  const isKnown = isFamilyName(token.text) || isGivenName(token.text)
  return isKnown || familyEnding.test(token.folded)
}

// "Bürgermeister Schulze", but "dem Bürgermeister Drohungen schicken".
function afterRole(tokens: readonly Token[], from: number): Run | undefined {
  const token = tokens[from]
  if (!token || !isNear(token) || !isCapital(token) || token.gap.includes('.')) return undefined
  if (salutations.has(token.folded)) return behind(tokens, from + 1, true)
  if (nouns.test(token.folded) || institutions.test(token.folded)) return undefined
  if (titles.has(token.folded) || calendar.has(token.folded) || isStopWord(token.folded))
    return undefined
  const isKnown = isFamilyName(token.text) || isGivenName(token.text)
  if (!isKnown && !familyEnding.test(token.folded) && !isTitleRole(tokens[from - 1]))
    return undefined
  return behind(tokens, from, false)
}

// Behind an office stands its holder; behind "Mutter" may stand any noun.
function isTitleRole(token: Token | undefined): boolean {
  return titleRoles.test(token?.folded ?? '')
}

/** A given name with what may follow it: "Ingrid Zwirnhuber", "Sandra M.", "dieter lattenberg". */
function fromGiven(tokens: readonly Token[], from: number): Run | undefined {
  let to = from + 1
  while (isNear(tokens[to]) && isGivenName(tokens[to]?.text ?? '') && isCapital(tokens[to])) to += 1
  const end = familyEnd(tokens, to)
  const isSmall = !isCapital(tokens[from])
  const isOnlyGiven = end === to && to === from + 1
  if (isSmall && isOnlyGiven && (tokens[from]?.text.length ?? 0) < 4) return undefined
  // "Robert Koch Institut", "Anne Frank Schule": whoever it was, it is a place now.
  for (let at = from; at <= end; at += 1) {
    const token = tokens[at]
    if (
      token &&
      (at === from || /^[ -]$/u.test(token.gap)) &&
      institutions.test(token.folded) &&
      isCapital(token)
    ) {
      return undefined
    }
  }
  return { from, to: end }
}

function familyEnd(tokens: readonly Token[], first: number): number {
  const at = behindParticles(tokens, first)
  const token = tokens[at]
  if (!token || !isNear(token) || isLabel(token)) return first
  if (isStopWord(token.folded) || titles.has(token.folded) || calendar.has(token.folded))
    return first
  if (tokens[at - 1] && /\./.test(token.gap)) return first
  if (isCapital(token)) {
    const isThing =
      nouns.test(token.folded) || (institutions.test(token.folded) && !isFamilyName(token.text))
    return isThing ? first : at + 1
  }
  const isKnown = isFamilyName(token.text) || familyEnding.test(token.folded)
  return isKnown || isBeforePause(tokens, at) ? at + 1 : first
}

// "bernd krawallke, rosenstr 5": a small word between a given name and a pause; verbs end in other ways.
function isBeforePause(tokens: readonly Token[], at: number): boolean {
  const [token, next] = [tokens[at], tokens[at + 1]]
  if (!token || isVerb(token)) return false
  return next === undefined
    ? isCapital(tokens[at - 1]) === isCapital(token)
    : /^[ \t]*[,;.!()\n]/u.test(next.gap)
}

function isVerb({ folded }: Token): boolean {
  return (
    /(?:t|en|st|te|ern|eln|ig|lich|isch)$/.test(folded) ||
    verbs.has(folded) ||
    smallWords.test(folded)
  )
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
  const isThing = [first, second].some(
    ({ folded }) =>
      nouns.test(folded) ||
      institutions.test(folded) ||
      isStopWord(folded) ||
      roles.test(folded) ||
      calendar.has(folded),
  )
  return isName && !isThing ? { from: at, to: at + 2 } : undefined
}
