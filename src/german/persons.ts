import { isFamilyName, isGivenName } from './names.ts'
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
  titleRoles,
  titles,
  verbs,
} from './person-words.ts'
import { isStopWord } from './stop-words.ts'
import { fold } from './words.ts'

/** A name of a person in a text (UTF-16 offsets, end exclusive); `key` is the same for the same person. */
export interface PersonName {
  readonly start: number
  readonly end: number
  readonly key: string
}

interface Token {
  readonly text: string
  readonly folded: string
  readonly start: number
  readonly end: number
  /** What parts it from the token before. */
  readonly gap: string
}

/** A word with its hyphens and apostrophes: "Müller-Lüdenscheidt", "O'Brien"; an initial has its dot. */
const word = /\p{L}[\p{L}\p{M}]*(?:[-’'`]\p{L}[\p{L}\p{M}]*)*/gu

/** "Was heißt Netiquette?" names nobody. */
const asking = /^(?:was|wie|das|es|dies)$/

/** Where one name ends and another word begins. */
const together = /^(?:\.?[ \t\u00a0]+|\.[ \t]*)$/u

/** "Frau Prof. Dr. med." */
const mostTitles = 5

/** The names of people in a text, in order, none inside another. */
export function personNames(text: string): readonly PersonName[] {
  const tokens = tokensOf(text)
  const found: Run[] = []
  for (let at = 0; at < tokens.length; ) {
    const run = runFrom(tokens, at)
    if (run) found.push(run)
    at = run ? run.to : at + 1
  }
  return keyed(tokens, found)
}

/** Tokens `from` to `to` (exclusive). */
interface Run {
  readonly from: number
  readonly to: number
}

function tokensOf(text: string): readonly Token[] {
  let before = 0
  return Array.from(text.matchAll(word), ({ 0: found, index }) => {
    const gap = text.slice(before, index)
    before = index + found.length
    return { text: found, folded: fold(found), start: index, end: before, gap }
  })
}

function runFrom(tokens: readonly Token[], at: number): Run | undefined {
  const token = tokens[at]
  if (!token || isLabel(token)) return undefined
  if (salutations.has(token.folded)) return behind(tokens, at + 1, true)
  if (introductions.has(token.folded) && !asking.test(tokens[at - 1]?.folded ?? '')) {
    return (tokens[at + 1]?.text.length ?? 0) > 2 ? behind(tokens, at + 1, false) : undefined
  }
  if (isCapital(token) && roles.test(token.folded)) return afterRole(tokens, at + 1)
  if (isSaint(tokens[at - 1]) && isNear(token)) return undefined
  if (isInitial(tokens, at)) return { from: at, to: at + 2 }
  if (isGivenName(token.text) && token.text.length > 2) return fromGiven(tokens, at)
  if (isCapital(token) && isFamilyName(token.text, true)) return alone(tokens, at)
  return reported(tokens, at)
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
    if (!token || !isNear(token) || isLabel(token) || !isNameLike(token, mayBeSmall)) break
    if (at > from && !isCapital(token)) break
    if (at > from && isNoun(token)) break
    end = at + 1
  }
  return end
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
  const isVerb = /(?:t|en|st|te)$/.test(token?.folded ?? '') || verbs.has(token?.folded ?? '')
  return !isVerb && next !== undefined && /^[ \t]*[,;(\n]/u.test(next.gap)
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

/** Who was named once is known wherever the name comes again; one label for one family name. */
function keyed(tokens: readonly Token[], runs: readonly Run[]): readonly PersonName[] {
  const owners = new Map<string, string>()
  for (const { from, to } of runs) {
    const parts = tokens
      .slice(from, to)
      .map(keyOf)
      .filter((part) => part.length > 2)
    const key =
      parts.map((part) => owners.get(part)).find((one) => one !== undefined) ??
      parts.at(-1) ??
      keyOf(tokens[from])
    for (const part of parts) owners.set(part, owners.get(part) ?? key)
  }
  const inRuns = new Set(
    runs.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, at) => from + at)),
  )
  const again = tokens.flatMap((token, at): readonly Run[] =>
    !inRuns.has(at) && owners.has(keyOf(token)) && !isLabel(token) && isAgain(token)
      ? [{ from: at, to: at + 1 }]
      : [],
  )
  return [...runs, ...again]
    .toSorted((one, other) => one.from - other.from)
    .flatMap(({ from, to }) => {
      const [first, last] = [tokens[from], tokens[to - 1]]
      if (!first || !last) return []
      const known = tokens.slice(from, to).map((token) => owners.get(keyOf(token)))
      return [
        {
          start: first.start,
          end: last.end,
          key: known.find((one) => one !== undefined) ?? keyOf(first),
        },
      ]
    })
}

function isAgain(token: Token): boolean {
  return !isStopWord(token.folded) && !titles.has(token.folded) && !particles.has(token.folded)
}

/** Without the ending of the genitive: "Zwirnhubers Büro". */
function keyOf(token: Token | undefined): string {
  return (token?.folded ?? '').replace(/(?<=..)['’]?s$/u, '')
}

function isNear(token: Token | undefined): boolean {
  return token !== undefined && together.test(token.gap)
}

function isCapital(token: Token | undefined): boolean {
  return /^\p{Lu}/u.test(token?.text ?? '')
}

// What an earlier rule has put there.
function isLabel(token: Token): boolean {
  return token.gap.endsWith('[')
}
