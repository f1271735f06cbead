import {
  isCommonNoun,
  isExactNoun,
  isNounAlsoName,
  isPersonNoun,
  isPlainNoun,
} from './common-nouns.ts'
import type { Run } from './name-keys.ts'
import { isFamilyShaped, looksLikeName, mayFollowGiven } from './name-lexicon.ts'
import { capitalRun, isNext, isPause } from './name-runs.ts'
import { isCapital, type Token } from './name-tokens.ts'
import { isFamilyName } from './names.ts'
import { isVerbForm } from './opening-words.ts'
import { calendar, institutions, roles, salutations, titleRoles } from './person-words.ts'
import { isNamedThing } from './places.ts'

/** Who has to do with a town by living, owning, objecting or writing there; no ending of a family's name. */
const parties =
  /(?:pachter|nachbar|anwohner|anlieger|anrainer|bewohner|einwohner|(?<!\p{L})burger|mieter|eigentumer|besitzer|(?:hunde|pferde|tier|fahrzeug|kfz|katzen|huhner)halter|camper|(?:klein|schreber|hobby|land)gartner|landwirt|gastwirt|bauherr|(?:beschwerde|einspruchs|widerspruchs|wehr|zug|gruppen|geschafts|schrift)fuhrer|einwender|petent|(?:antrag|auftrag|anzeigen|frage|bitt)steller|klager|(?:antrags|prozess|windkraft)gegner|hinweisgeber|tippgeber|anzeigeerstatter|(?:rad|auto|lkw|bus|taxi|motorrad|roller|lastwagen)fahrer|radler|(?:fuss|spazier)ganger|jogger|angler|passant|zeuge|besucher|nutzer|user|kommentator|follower|hater|troll|stalker|leserbriefschreiber|absender|anrufer|investor|rentner|veranstalter|unternehmer|handwerker|schausteller|marktbeschicker|bewerber|imker|betreiber|inhaber|spender|sanitater|feuerwehrmann|polizist)(?:in|n|s)?$/u

/** Who is called by a participle: "der Erbbauberechtigte Krämpf", "Beklagter Krämpf". */
const participles =
  /(?:berechtigte|(?<!\p{L})beklagte|verklagte|beschuldigte|geschadigte|hinterbliebene|verletzte)[rn]?$/u

/** Where somebody stays rather than who somebody is. */
const venue =
  /(?:kiosk|laden|parzelle|flache|gelande|areal|gebaude|wohnung|werkstatt|tankstelle|imbiss|restaurant|cafe|anlage|viertel|siedlung|teil|zone|gebiet|grundstuck|stadtgarten|schulgarten|stadt|kreis|mitte|nord|sud|ost|west)$|^(?:land|bund|post|bahn|deutsche|kirche|firma|bank|versicherung)$/

// Behind a dative stands as often what somebody is given: "dem Nachbarn Blumen schenken".
const oneBefore =
  /^(?:der|ein|unser|mein|dein|sein|ihr|dieser|jener|laut|namens|als|angeblicher|besorgter|emporter|ehemaliger|fruherer|langjahriger|wutender)$/

/** Whether a word says what somebody has to do with a town. */
export function isParty({ folded }: Token): boolean {
  return parties.test(folded) || participles.test(folded)
}

/**
 * "Pächter Dobberstein zahlt", "Bürgerin Feierabend": behind one single party a noun is somebody's name.
 *
 * A party that may be several ("Anwohner Dorfplatz") tells nothing by itself.
 */
export function afterParty(tokens: readonly Token[], at: number): Run | undefined {
  const [role, token] = [tokens[at], tokens[at + 1]]
  const isKnown = role && (isParty(role) || titleRoles.test(role.folded))
  if (!isKnown || !token || !isCapital(role) || !isNext(tokens, at + 1)) {
    return undefined
  }
  const [isSingle, isDoing] = [isOne(tokens, at), isDone(tokens, at + 2)]
  const isSure = /in$/.test(role.folded) && isDoing
  if (!mayBeParty(token, isSure)) return undefined
  // "an Pfarrer Lindequist,"
  const isLast = isPause(tokens, at + 1) && isFamilyShaped(token)
  if (!isSingle && !isDoing && !isLast && !isPair(tokens, at + 1)) return undefined
  return capitalRun(tokens, at + 1) ?? { from: at + 1, to: at + 2 }
}

/** "Klägerin Nordische Windkraft": a quality and a noun are no person. */
export function isBodyBehind(tokens: readonly Token[], at: number): boolean {
  const isQuality = /(?:isch|lich|deutsch|neu|frei)e[nrs]?$/.test(tokens[at + 1]?.folded ?? '')
  return isQuality && isNext(tokens, at + 2) && isCapital(tokens[at + 2])
}

/** With a verb of one behind even "Feierabend" and "Dampf" are somebody. */
function mayBeParty(token: Token, isSure: boolean): boolean {
  const { text, folded } = token
  if (isNamedThing(folded) || isPersonNoun(text) || roles.test(folded)) return false
  if (salutations.has(folded)) return false
  if (/^\p{Lu}{2,5}$|['’]/u.test(text) || venue.test(folded) || calendar.has(folded)) return false
  if (isFamilyName(text)) return true
  if (institutions.test(folded) && isCommonNoun(text)) return false
  if (isExactNoun(text)) return isNounAlsoName(text) || (isSure && !isPlainNoun(text))
  return isSure || mayFollowGiven(token)
}

/** Whether one person is spoken of: by the ending or the article. */
function isOne(tokens: readonly Token[], at: number): boolean {
  if (/in$/.test(tokens[at]?.folded ?? '')) return true
  return at > 0 && isNext(tokens, at) && oneBefore.test(tokens[at - 1]?.folded ?? '')
}

/** "zahlt", "hat", "rief": done by one; not "zahlen", "riefen", "jetzt". */
function isDone(tokens: readonly Token[], at: number): boolean {
  const verb = tokens[at]
  if (!verb || !isNext(tokens, at) || isCapital(verb) || noVerb.test(verb.folded)) return false
  const isKnown = isVerbForm(verb.folded) && !/(?:en|sind)$/.test(verb.folded)
  return isKnown || /[^aeiou]te?$/.test(verb.folded)
}

const noVerb =
  /^(?:seit|mit|nicht|jetzt|dort|erst|fast|statt|selbst|sonst|zuletzt|samt|nebst|zunachst|oft|auf|zu|ab|an|aus|halt|echt|alt|leicht|laut)$/

/** "Nachbarn Krämpf und Abicht" */
function isPair(tokens: readonly Token[], at: number): boolean {
  const joint = tokens[at + 1]?.folded ?? ''
  const isJoined = /^(?:und|sowie|gegen)$/.test(joint) && isNext(tokens, at + 1)
  return isJoined && isNext(tokens, at + 2) && looksLikeName(tokens[at + 2])
}
