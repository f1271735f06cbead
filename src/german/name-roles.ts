import { isDoubtfulNoun, isNounAlsoName } from './common-nouns.ts'
import type { Run } from './name-keys.ts'
import { isFamilyShaped, isKnownName, looksLikeName, mayFollowGiven } from './name-lexicon.ts'
import { capitalRun, isNext, smallRun } from './name-runs.ts'
import { isCapital, type Token } from './name-tokens.ts'
import { isFamilyName, isLikelyGivenName } from './names.ts'
import { salutations, titleRoles } from './person-words.ts'
import { isTown } from './places.ts'

/** Bodies are called by their towns, "Stadtrat Musterstadt", and so are those who head one. */
const bodies =
  /(?:rat|ratin|amt|burgermeister|burgermeisterin|minister|prasident|verein|vorsteher|vorsteherin|anwohner|bewohner|einwohner|burger)$/

/** "Sachbearbeiter Krämpf", "unsere azubine jule", "Nutzer „Arda Abicht“"; not "dem Bürgermeister Drohungen schicken". */
export function afterRole(tokens: readonly Token[], at: number): Run | undefined {
  const role = tokens[at]
  // "Bürgermeister a. D. Krahl"
  const isFormer = tokens[at + 1]?.text === 'a' && tokens[at + 2]?.text === 'D'
  if (isFormer) return capitalRun(tokens, at + 3)
  const token = tokens[at + 1]
  if (!role || !token || salutations.has(token.folded)) return undefined
  const isQuoted = /^ ["„“»'(]$/u.test(token.gap)
  // "Ansprechpartnerin ist Arda"
  const isLinked =
    /^(?:ist|war|heisst|wird|bleibt|ware)$/.test(token.folded) && isNext(tokens, at + 2)
  if (isLinked && isNext(tokens, at + 1) && looksLikeName(tokens[at + 2])) {
    return isTown(tokens[at + 2]?.folded ?? '', '') ? undefined : capitalRun(tokens, at + 2)
  }
  if (!isQuoted && !isNext(tokens, at + 1)) return undefined
  if (!isCapital(token)) return isCapital(role) || isQuoted ? undefined : smallRun(tokens, at + 1)
  const isPlace = bodies.test(role.folded) && isTown(token.folded, '')
  if (isPlace && !isKnownName(token) && !isFamilyShaped(token) && !isFamilyName(token.text))
    return undefined
  const isTitle = titleRoles.test(role.folded)
  const isName =
    looksLikeName(token) ||
    (isTitle && (isNounAlsoName(token.text) || isLikelyGivenName(token.text))) ||
    (isTitle && isCapital(role) && isDoubtfulNoun(token.text) && mayFollowGiven(token)) ||
    isFamilyName(token.text)
  if (!isName) return undefined
  return capitalRun(tokens, at + 1) ?? { from: at + 1, to: at + 2 }
}
