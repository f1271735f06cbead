import { isCommonNoun, isPersonNoun } from './common-nouns.ts'
import { isBusiness, isThing } from './name-context.ts'
import type { Run } from './name-keys.ts'
import { letterName } from './name-letters.ts'
import {
  isFamilyShaped,
  isForeignSpelled,
  isKnownName,
  looksLikeName,
  mayBeFamily,
  mayBeGiven,
  mayBeTold,
  mayFollowGiven,
} from './name-lexicon.ts'
import { behindParticles, capitalRun, isNext, isPause, smallRun } from './name-runs.ts'
import { acting, partnerBefore, spokenName } from './name-spoken.ts'
import { isCapital, isLabel, isNear, type Token } from './name-tokens.ts'
import { isFamilyName, isGivenName } from './names.ts'
import { isOpeningWord, isVerbForm } from './opening-words.ts'
import { roles } from './person-words.ts'
import { isTown } from './places.ts'

const fields =
  /^(?:von|an|cc|bcc|kopie|absender|absenderin|empfanger|empfangerin|name|vorname|nachname|familienname|rufname|verfasser|verfasserin|autor|autorin|foto|fotos|bild|text|grafik|video|kontakt|ansprechpartner|ansprechpartnerin|zeuge|zeugin|zeugen|betroffen|betroffene|betroffener|geschadigte|geschadigter|beschuldigter|tater|opfer|kind|mutter|vater|eltern|anrufer|anruferin|antragsteller|antragstellerin|beschwerdefuhrer|beschwerdefuhrerin|bearbeiter|bearbeiterin|sachbearbeiter|sachbearbeiterin|unterschrift|unterschrieben|gezeichnet|gez|mandant|mandantin|patient|patientin|halter|halterin|fahrer|fahrerin|mieter|mieterin|eigentumer|eigentumerin|vertretung|zustandig|zugewiesen|verantwortlich|leitung|redaktion|anwesend|teilnehmer|teilnehmerin|teilnehmende|bewerber|bewerberin|nutzer|nutzerin|kommentator|kommentatorin|dienst|bereitschaft|schicht)$/
const introducer =
  /^(?:namens|heisst|heiss|heisse|hiess|genannt|gewisser|gewisse|gewissen|nennt|alias|geborene|geborener|geb|verheiratete|name|nachname|vorname|familienname|klarname|realname|madchenname|rufname|taufname|spitzname|kosename|klingelschild|namensschild|turschild|namenszug|spricht)$/
const mayStandBetween =
  /^(?:ist|war|lautet|is|wohl|angeblich|ubrigens|ja|er|sie|es|sich|die|der|jetzt|nun|auch|mit|vornamen|nachnamen|eine|ein|einer|einen|irgendwie|anscheinend|wahrscheinlich|richtig|bestimmt)$/
const telling =
  /^(?:laut|so|schreibt|schrieb|sagt|sagte|meint|meinte|fragt|fragte|behauptet|behauptete|droht|drohte|antwortet|antwortete|kommentiert|kommentierte|postet|postete|findet|erklart|erklarte|kritisiert|bestatigt|betont|ruft|rief|bittet|bat|klagt|beklagt|schimpft|pobelt|hetzt|meckert|wettert|fordert|forderte|warnt|warnte|leitet|unterschrieb|unterzeichnet)$/
const own =
  /^(?:mutter|vater|mama|papa|eltern|oma|opa|hund|katze|auto|wagen|rad|fahrrad|haus|buro|foto|fotos|bild|bilder|kind|kinder|tochter|sohn|bruder|schwester|frau|mann|freund|freundin|beitrag|kommentar|kommentare|post|posts|posting|mail|mails|brief|adresse|nummer|handy|handynummer|wohnung|name|namen|profil|aussage|aussagen|anwalt|anwaltin|chef|chefin|garten|zaun|story|nachricht|nachrichten|antwort|meinung|bescheid|akte|krankmeldung|urlaub|geburtstag|daten|unterschrift|vertretung|stelle|platz|zimmer|schreibtisch|account|konto|passwort|laptop|idee|vorschlag|text|entwurf|rede|witz|spruch|nachbar|nachbarin|nachbarn|kollege|kollegin|kollegen|verein|laden|hof|grab|grundstuck)$/
const neuter =
  /^(?:auto|rad|fahrrad|haus|buro|foto|bild|kind|posting|handy|profil|zimmer|konto|passwort|laptop|grab|grundstuck|video)$/

/** "Hallo Jule,", "Liebe Grüße, Arda", "Von: Arda Abicht", "namens Krämpf", "laut Krämpf", "Krämpf meint". */
export function placedName(tokens: readonly Token[], at: number): Run | undefined {
  return (
    letterName(tokens, at) ??
    labelled(tokens, at) ??
    introduced(tokens, at) ??
    told(tokens, at) ??
    possessing(tokens, at) ??
    paired(tokens, at) ??
    turned(tokens, at) ??
    withInitial(tokens, at) ??
    spokenName(tokens, at)
  )
}

function labelled(tokens: readonly Token[], at: number): Run | undefined {
  const [before, token] = [tokens[at - 1], tokens[at]]
  if (!before || !token || !fields.test(before.folded)) return undefined
  const isField =
    /^ ?:\s*["„“»(]?$/u.test(token.gap) || /^(?:cc|bcc|vorname|nachname)$/.test(before.folded)
  if (!isField || (isTown(token.folded, '') && !mayBeGiven(token))) return undefined
  return capitalRun(tokens, at) ?? (isGivenName(token.text) ? smallRun(tokens, at) : undefined)
}

function introduced(tokens: readonly Token[], at: number): Run | undefined {
  if (!/^[ \t]*[:,(]?[ \t]*["„»'‚“]?$/u.test(tokens[at]?.gap ?? '')) return undefined
  if (
    /^(?:ich bin|hier (?:ist|spricht|schreibt|bin)|bin ich)$/.test(
      `${tokens[at - 2]?.folded ?? ''} ${tokens[at - 1]?.folded ?? ''}`,
    )
  ) {
    return (
      capitalRun(tokens, at) ??
      (isGivenName(tokens[at]?.text ?? '') ? smallRun(tokens, at) : undefined)
    )
  }
  // "hey hier lone ich steh vorm rathaus"
  const [greet, here] = [tokens[at - 2]?.folded ?? '', tokens[at - 1]?.folded ?? '']
  const isHere =
    here === 'hier' && /^(?:hallo|hi|hey|moin|servus|ja|also|so|huhu|hallihallo)$/.test(greet)
  if (isHere && isNear(tokens[at])) {
    const run = capitalRun(tokens, at) ?? smallRun(tokens, at)
    if (run) return run
  }
  let from = at - 1
  while (from > at - 4 && mayStandBetween.test(tokens[from]?.folded ?? '')) from -= 1
  const word = tokens[from]
  if (!word || !introducer.test(word.folded)) return undefined
  const isAsked = /^(?:was|wie|das|es|dies|im|in)$/.test(tokens[from - 1]?.folded ?? '')
  const isPlate = /schild$/.test(word.folded)
  if ((isAsked && !isPlate) || isThingCalled(tokens, from)) return undefined
  const run = capitalRun(tokens, at)
  if (run) return run
  const isNamed = /^(?:namens|nachname|vorname|klarname|familienname|rufname)$/.test(word.folded)
  if (isNamed && from === at - 1 && mayBeTold(tokens[at])) return { from: at, to: at + 1 }
  // "nennt sich Mattes Theele"
  if (isCapital(tokens[at]) && isNext(tokens, at + 1) && looksLikeName(tokens[at + 1])) {
    return isOpeningWord(tokens[at]?.folded ?? '') ? undefined : { from: at, to: at + 2 }
  }
  return isCapital(word) ? undefined : smallNamed(tokens, at)
}

/** "Der Chor heißt Mondlicht", "eine Seite namens Ehrenliste": no person is called so. */
export function isThingCalled(tokens: readonly Token[], at: number): boolean {
  const subject = tokens[at - 1]
  if (!subject || !isCapital(subject) || !isNear(tokens[at])) return false
  return (
    !isPersonNoun(subject.text) &&
    !roles.test(subject.folded) &&
    isCommonNoun(subject.text) &&
    !mayBeGiven(subject)
  )
}

/** "er heißt arda erhardt": what ends the sentence behind a given name is of the name. */
function smallNamed(tokens: readonly Token[], at: number): Run | undefined {
  const run = smallRun(tokens, at)
  if (!run || run.to > at + 1 || !mayBeGiven(tokens[at])) return run
  const next = tokens[at + 1]
  const isLast =
    next !== undefined && next.gap === ' ' && !isCapital(next) && isPause(tokens, at + 1)
  return isLast && !isOpeningWord(next.folded) ? { from: at, to: at + 2 } : run
}

/** "laut Krämpf", "schreibt Krämpf", "Krämpf meint". */
function told(tokens: readonly Token[], at: number): Run | undefined {
  const [before, token] = [tokens[at - 1], tokens[at]]
  if (!token || !looksLikeName(token)) return undefined
  const isBehind = before !== undefined && telling.test(before.folded) && /^ $/u.test(token.gap)
  const isOff = isTown(token.folded, before?.folded ?? '') && !isFamilyShaped(token)
  if (isBehind && !isOff) return capitalRun(tokens, at)
  const run = capitalRun(tokens, at)
  const verb = run && tokens[run.to]
  if (!run || !verb || !acting.test(verb.folded) || !isNext(tokens, run.to)) return undefined
  const isTold =
    !before ||
    !isNear(token) ||
    !/^(?:der|die|das|ein|eine|den|dem|kein|keine|in|aus|im|am|beim|vom|zum|zur)$/.test(
      before.folded,
    )
  const isQuality = !isNear(token) && /(?:er|es|e)$/.test(token.folded)
  // "die Feuerwehr Handewitt bittet"
  const isBody =
    before !== undefined && isNear(token) && isCapital(before) && isCommonNoun(before.text)
  if (isBody && !isPersonNoun(before.text) && !roles.test(before.folded)) return undefined
  return isTold && !isQuality ? run : isTold && run.to > at + 1 ? run : undefined
}

/** "Krämpfs Hund", "Ardas Mutter". */
function possessing(tokens: readonly Token[], at: number): Run | undefined {
  const run = capitalRun(tokens, at)
  const last = run && tokens[run.to - 1]
  const thing = run && tokens[run.to]
  if (!run || !last || !thing || !isNext(tokens, run.to)) return undefined
  // "Krasses Foto" is no Krass's.
  const isQuality =
    !isNear(tokens[at]) && /es$/.test(last.folded) && run.to === at + 1 && neuter.test(thing.folded)
  return /[sßzx]['’]?$/u.test(last.text) && own.test(thing.folded) && !isQuality ? run : undefined
}

/** Two words that are none of ours, where people are spoken of: "von Arda Abicht", "Arda Abicht (47)". */
function paired(tokens: readonly Token[], at: number): Run | undefined {
  const [before, first, second] = [tokens[at - 1], tokens[at], tokens[at + 1]]
  if (!first || !looksLikeName(first) || !second || !isNext(tokens, at + 1)) return undefined
  if (isBusiness(tokens, at + 1)) return undefined
  const run = capitalRun(tokens, at)
  // "die Erben von Balduin Sauerbier": a thing may be a family behind what is none of our words.
  const isSpokenOf = before !== undefined && /^(?:von|mit|an|fur|bei|gegen)$/.test(before.folded)
  if (isSpokenOf && run?.to === at + 1 && mayFollowGiven(second) && !isTown(first.folded, '')) {
    return { from: at, to: at + 2 }
  }
  if (!run || run.to < at + 2 || run.to > at + 4) return undefined
  const words = tokens.slice(run.from, run.to)
  const isFamily = isFamilyName(second.text, true) && !isThing(second)
  if (words.some(isForeignSpelled) || mayBeGiven(first) || isFamily) return run
  if (isTown(first.folded, before?.folded ?? '') || (before && roles.test(before.folded)))
    return undefined
  const isShouted = words.some(({ text }) => /^\p{Lu}{5,}$/u.test(text))
  const isQuoted = /["„“»‚']$/u.test(first.gap) && !acting.test(tokens[run.to]?.folded ?? '')
  if (isShouted || isQuoted) return undefined
  const isQuality = /(?:ig|lich|isch|t|end|en)(?:e|er|es)$/.test(first.folded)
  // At the head of a sentence only before what people do or a pause.
  const isFollowed = isVerbForm(tokens[run.to]?.folded ?? '') || isPause(tokens, run.to - 1)
  const isOpening = (!before || !isNear(first)) && !isQuality && isFollowed
  const isPlaced =
    isOpening ||
    (before !== undefined && (partnerBefore.test(before.folded) || isLead(before) || isOne(before)))
  return isPlaced && words.every((word) => looksLikeName(word) && !isThing(word)) ? run : undefined
}

/** "ich vertrete gerade Arda Abicht": a verb or an adverb, no article and no quality. */
function isLead(before: Token): boolean {
  if (isCapital(before) || notLead.test(before.folded)) return false
  const isQuality = /(?:ig|lich|isch|st|end|neu|alt|gro|klein|ganz)(?:e|er|es|en|em)$/.test(
    before.folded,
  )
  return isOpeningWord(before.folded) && !isQuality
}

/** "der Exmatrikulierten Nomsa Dlamini": a quality that stands for somebody. */
function isOne(before: Token): boolean {
  return (
    isCapital(before) && /(?:(?:[^t]t|nd)e[nr]?)$/.test(before.folded) && before.text.length > 7
  )
}

const notLead =
  /^(?:d(?:er|ie|as|en|em|es)|(?:ein|kein|mein|dein|sein|ihr|unser|euer|eur|dies|jen|jed|welch|manch|solch|all)(?:e|er|es|en|em)?|in|im|am|auf|aus|nach|vom|zum|zur|beim|ans|ins|aufs|fürs|ab|pro|per|via|ganz|viele?|mehr|rund|neue?[nrs]?|alte?[nrs]?|gross(?:e|er|es|en)?|klein(?:e|er|es|en)?)$/

/** "Abicht, Arda:" */
function turned(tokens: readonly Token[], at: number): Run | undefined {
  const [first, second] = [tokens[at], tokens[at + 1]]
  if (!first || !second || !/^,[ \t]?$/u.test(second.gap)) return undefined
  // In a list the first word of a line may be a town's or a thing's: "Bielefeld, Knut –".
  const isLine = (at === 0 || /[\n|][ \t\-–*•·|\d.)]*$/u.test(first.gap)) && isCapital(first)
  const isListHead = isLine && isGivenName(second.text) && isCapital(second) && !isLabel(first)
  if (isListHead && isPause(tokens, at + 1)) return { from: at, to: at + 2 }
  if (!mayBeFamily(first)) return undefined
  // "der Bescheid von Behrends, Focke (geb. …)"
  const isTold = /^(?:von|an|fur|bei|gegen)$/.test(tokens[at - 1]?.folded ?? '') && isNear(first)
  const isBracketed = /^[ ]\(/u.test(tokens[at + 2]?.gap ?? '') && looksLikeName(second)
  if (isTold && isBracketed && !isTown(second.folded, '')) return { from: at, to: at + 2 }
  const isHead = !isNear(first) && looksLikeName(second) && /^:/u.test(tokens[at + 2]?.gap ?? '')
  if (!(mayBeGiven(second) || isHead) || !isCapital(second) || !isPause(tokens, at + 1))
    return undefined
  const isListed = isNear(first) && isGivenName(tokens[at - 1]?.text ?? '')
  return isListed || isGivenName(first.text) ? undefined : { from: at, to: at + 2 }
}

/** "S. Abicht" and "Arda A."; not "z. B. Abicht", not "Plan B." */
function withInitial(tokens: readonly Token[], at: number): Run | undefined {
  const [before, first, second] = [tokens[at - 1], tokens[at], tokens[at + 1]]
  // "J. van Laak"
  const to = behindParticles(tokens, at + 1)
  const isNoble =
    first?.text.length === 1 && isCapital(first) && to > at + 1 && second?.gap === '. '
  if (isNoble && isNear(tokens[to]) && looksLikeName(tokens[to])) return { from: at, to: to + 1 }
  if (!first || !second || !isCapital(first) || !isCapital(second)) return undefined
  if (/^i$/i.test(before?.text ?? '') && /^[AV]$/.test(first.text))
    return capitalRun(tokens, at + 1)
  // "P.-J. Wahlscheid"
  if (first.text.length === 1 && second.text.length === 1 && second.gap === '.-') {
    const run = withInitial(tokens.slice(at + 1), 0)
    return run && { from: at, to: at + 1 + run.to }
  }
  if (first.text.length === 1 && /^\. ?$/u.test(second.gap) && before?.text.length !== 1) {
    const isCounted =
      isNear(first) &&
      /^(?:plan|klasse|block|gruppe|haus|halle|teil|stufe|variante|anlage|bauabschnitt|linie|typ|kategorie)$/.test(
        before?.folded ?? '',
      )
    const isName = mayFollowGiven(second)
    return isName && !isCounted ? (capitalRun(tokens, at) ?? { from: at, to: at + 2 }) : undefined
  }
  const isInitial = second.text.length === 1 && /^[ \t]$/u.test(second.gap)
  const dot = tokens[at + 2]?.gap ?? '.'
  return isInitial &&
    dot.startsWith('.') &&
    (isKnownName(first) || (looksLikeName(first) && !isTown(first.folded, before?.folded ?? '')))
    ? { from: at, to: at + 2 }
    : undefined
}
