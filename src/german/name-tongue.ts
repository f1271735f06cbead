import { isCommonNoun, isExactNoun, isNounAlsoName } from './common-nouns.ts'
import type { Run } from './name-keys.ts'
import { isFamilyShaped, looksLikeName, mayBeGiven } from './name-lexicon.ts'
import { capitalRun, isNext } from './name-runs.ts'
import { isCapital, isLabel, isNear, type Token } from './name-tokens.ts'
import { isFamilyName } from './names.ts'
import { isVerbForm } from './opening-words.ts'
import { familyEnding } from './person-words.ts'
import { fold } from './words.ts'

/** Articles as dialects say them before a name; of the last two what stands behind may be a thing as well. */
const masculine = /^(?:da|dr|de|em|mitm|n|uns)$/
const other = /^(?:d|s|dat|et|z)$/
const any = /^(?:da|dr|de|em|dem|den|am|an|m|vom|der|die|d|s)$/
const at = /^(?:beim|bei|zum|vom|mitm|vom|am)$/

const possessive = /^(?:sei|sein(?:e[mnrs]?)?|seim|sien(?:en)?|siene|ihr(?:e[mnrs]?)?|eahm|eana)$/
const origin = /^(?:vom|vun|vo|aus|ausm|ausn|beim|hier)$/

/**
 * Who is named in a dialect: "da Girgl vom Bauhof", "d'Vroni is krank", "dem Häberle sei Hund", "beim
 * Hinterhuber brennt's", "Meiers von nebenan".
 */
export function dialectName(tokens: readonly Token[], from: number): Run | undefined {
  const [before, token] = [tokens[from - 1], tokens[from]]
  if (!token || isLabel(token) || !looksLikeName(token)) return undefined
  const run = capitalRun(tokens, from)
  const next = run && tokens[run.to]
  if (!run) return undefined
  const isFollowed = next !== undefined && isNext(tokens, run.to)
  if (!before || !isNear(token)) return isFamilyOf(tokens, from) ? run : undefined
  if (isLake(before, token)) return undefined
  if (isFollowed && any.test(before.folded) && possessive.test(next.folded)) return run
  const isSomebody = mayBeGiven(token) || isPetShaped(token)
  const isDoing = isFollowed && (isVerbForm(next.folded) || origin.test(next.folded))
  if (masculine.test(before.folded) && !isCapitalInside(before)) {
    return isSomebody || isDoing ? run : undefined
  }
  if (other.test(before.folded)) return isSomebody ? run : undefined
  const isFamily = isFamilyShaped(token) || families.test(token.folded)
  if (at.test(before.folded) && isFamily && !isCapital(next)) return run
  return isPlural(tokens, from) ? run : undefined
}

/** "Am Tegernsee" */
function isLake(before: Token, { folded }: Token): boolean {
  return before.folded === 'am' && /(?:see|berg|bach|feld|hof|platz|ring|damm|kamp)$/.test(folded)
}

const families =
  /(?:huber|huaba|m[ae][iy]er|moar|bauer|hofer|berger|hauser|bacher|egger|moser|reiter|lechner|gruber|ecker|stetter|statter|schmied|schmid)$/

// "DE" is a country.
function isCapitalInside({ text }: Token): boolean {
  return /^\p{Lu}{2,}$/u.test(text)
}

/** "Vroni", "Lieserl", "Vreneli"; not "Häusle" or "Städtle". */
function isPetShaped({ text }: Token): boolean {
  const [, stem] =
    /^(\p{L}{3,})(?:eli|erl|le|li|la|el|l|i|ele|chen|ken|ke)$/u.exec(fold(text)) ?? []
  return stem !== undefined && !['', 'e', 'en'].some((ending) => isCommonNoun(stem + ending))
}

/** "Bei Hinrichsens", "Den Wiesenhütters", "de Müllers": a family as a whole. */
function isPlural(tokens: readonly Token[], from: number): boolean {
  const [before, token] = [tokens[from - 1], tokens[from]]
  if (!token || !/^(?:die|den|der|de|d|bei|mit|von|zu|fur|an)$/.test(before?.folded ?? ''))
    return false
  return isFamilyPlural(token)
}

function isFamilyPlural({ text, folded }: Token): boolean {
  if (!/\p{Ll}{3}s$/u.test(text)) return false
  const [name, bare] = [text.slice(0, -1), folded.slice(0, -1)]
  if (isExactNoun(text) && !isNounAlsoName(name)) return false
  if (isFamilyName(name)) return true
  return bare.length > 6 && (familyEnding.test(bare) || /[^aeiou]{2}er$/.test(bare))
}

/** "Meiers von nebenan haben": at the head of a sentence only with what families do or are. */
function isFamilyOf(tokens: readonly Token[], from: number): boolean {
  const [token, next, last] = tokens.slice(from, from + 3)
  if (!token || !next || !isFamilyPlural(token) || !isNext(tokens, from + 1)) return false
  const isBeside =
    next.folded === 'von' && /^(?:nebenan|gegenuber|oben|unten|druben)$/.test(last?.folded ?? '')
  return isBeside || /^(?:haben|sind|wollen|wohnen|waren|hatten|konnen|san|ham)$/.test(next.folded)
}
