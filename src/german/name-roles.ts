import { isDoubtfulNoun, isNounAlsoName } from './common-nouns.ts'
import type { Run } from './name-keys.ts'
import {
  isFamilyShaped,
  isKnownName,
  looksLikeName,
  mayBeGiven,
  mayFollowGiven,
} from './name-lexicon.ts'
import { behindParticles, capitalRun, isNext, smallRun } from './name-runs.ts'
import { isCapital, type Token } from './name-tokens.ts'
import { isFamilyName, isLikelyGivenName } from './names.ts'
import { salutations, titleRoles } from './person-words.ts'
import { isTown } from './places.ts'
import { isSmallWord } from './small-words.ts'

/** Bodies are called by their towns, "Stadtrat Musterstadt", and so are those who head one. */
const bodies =
  /(?:rat|ratin|amt|burgermeister|burgermeisterin|minister|prasident|verein|vorsteher|vorsteherin|anwohner|bewohner|einwohner|burger)$/

/** Many people, called after a town or a saint: "Posaunenchor Weener". */
const collective =
  /(?:chor|kapelle|orchester|verein|band|gruppe|mannschaft|team|klasse|truppe|wehr)$/

/** "Sachbearbeiter Krämpf", "unsere azubine jule", "Nutzer „Arda Abicht“"; not "dem Bürgermeister Drohungen schicken". */
export function afterRole(tokens: readonly Token[], at: number): Run | undefined {
  const role = tokens[at]
  // "Bürgermeister a. D. Krahl"
  const isFormer = /^(?:a D|i R|a D)$/.test(`${tokens[at + 1]?.text} ${tokens[at + 2]?.text}`)
  if (isFormer) return capitalRun(tokens, at + 3)
  const token = tokens[at + 1]
  if (!role || !token || salutations.has(token.folded)) return undefined
  const isQuoted = /^ ["„“»'(]$/u.test(token.gap)
  // "Ansprechpartnerin ist Arda"
  const isLinked =
    /^(?:ist|is|war|heisst|wird|bleibt|ware)$/.test(token.folded) && isNext(tokens, at + 2)
  if (isLinked && isNext(tokens, at + 1) && looksLikeName(tokens[at + 2])) {
    return isTown(tokens[at + 2]?.folded ?? '', '') ? undefined : capitalRun(tokens, at + 2)
  }
  // "der troll is falko h"
  const linked = tokens[at + 2]
  if (isLinked && linked && !isCapital(linked) && mayBeGiven(linked) && !isSmallWord(linked)) {
    return smallRun(tokens, at + 2)
  }
  if (!isQuoted && !isNext(tokens, at + 1)) return undefined
  if (collective.test(role.folded)) return undefined
  const noble = behindParticle(tokens, at)
  if (noble) return noble
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

/** Of other languages, and written before no town of ours. */
const foreign = /^(?:van|de|del|della|di|da|dos|ten|ter|te|el|al|le|bin|ibn)$/
/** Behind these "von" says of what. */
const headOf =
  /(?:leiter|leiterin|chef|chefin|sprecher|sprecherin|vorsitzender?|mitarbeiter|mitarbeiterin|freund|freundin|bruder|schwester|mutter|vater|sohn|tochter|prasident|prasidentin|kind|cousine?|nachbar|nachbarin|kollege|kollegin|kollegen|fahrer|fahrerin|trainer|trainerin|inhaber|inhaberin|besitzer|eigentumer|direktor|direktorin)$/

/** "Schulleiterin van Ophuysen", "Pfarrer von Halem"; not "die Leiterin von der Schule". */
function behindParticle(tokens: readonly Token[], at: number): Run | undefined {
  const [role, particle] = [tokens[at], tokens[at + 1]]
  if (!role || !particle || !isCapital(role) || !isNext(tokens, at + 1)) return undefined
  const to = behindParticles(tokens, at + 1)
  const name = tokens[to]
  if (to === at + 1 || !isCapital(name) || !isNext(tokens, to)) return undefined
  if (foreign.test(particle.folded)) return { from: at + 1, to: to + 1 }
  const isNoble = particle.folded === 'von' && isCapital(role) && !headOf.test(role.folded)
  const isName = looksLikeName(name) && !isTown(name?.folded ?? '', '')
  return isNoble && titleRoles.test(role.folded) && isName
    ? { from: at + 1, to: to + 1 }
    : undefined
}
