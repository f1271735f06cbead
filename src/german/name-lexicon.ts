import { isCommonNoun, isDoubtfulNoun, isNounAlsoName, isPlainNoun } from './common-nouns.ts'
import { isDialectNoun } from './dialect-words.ts'
import { isThing } from './name-context.ts'
import { isCapital, isLabel, type Token } from './name-tokens.ts'
import {
  isDoubtfulGivenName,
  isFamilyName,
  isGivenName,
  isPossiblyGivenName,
  isSurelyGivenName,
} from './names.ts'
import { isOpeningWord, isVerbForm } from './opening-words.ts'
import { calendar, roles, salutations, titles } from './person-words.ts'
import { isNamedThing } from './places.ts'
import { remember } from './remember.ts'
import { isStopWord } from './stop-words.ts'
import { fold } from './words.ts'

/** Letters that no German word has; a few towns and loanwords do. */
const foreign =
  /[şğıćčšžłńęąśźżőűøåãõěřůťďňțșđơưạảấầậắằẫệễểịỉọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹâêîôûáíóúăĭẵẳặếềìòùýðþ]/iu

/** French words of ours. */
const loan =
  /(?:crepe|fete|maitre|chateau|hotel|role|entrecote|bete|tete|benin|senor|malaga|cadiz|gateau|depot|arret|interet|rhone|debacle|uber)/u

/** Endings of family names that end no German noun. */
const familyShape =
  /(?:[bcdfghklmnprstvwz](?:owski|ewski|inski|wski|ski|ska|sky|cki|cka)|czyk|czuk|tschuk|chuk|iuk|enko|ovic|evic|owic|ewicz|owicz|oglu|escu|eanu|akis|idis|poulos|ssen|nsen|rsen|lsen|tzke|schke|schek|czek|elli|etti|ucci|zzi|eira|shvili|dze|huber|meier|meyer|maier|mayer|mayr|hofer|bauer|lechner|gruber|eder|egger|mann|hardt|bert|wig|kötter|kotter|hagen|horst|kamp|brink|brock|dieck|dijk|stra|inen|tjen|tjes|gaard|quist|sson)$/

/** "BVerwG", "LfDI", "BNetzA": capitals inside and at the end, as only courts and authorities are written. */
const abbreviation = /^\p{Lu}(?=\p{L}*\p{Ll})\p{L}*\p{Lu}s?$/u

/** Whether a word is what is called by the name before it. */
export function isCalled(token: Token | undefined): boolean {
  return (
    token !== undefined &&
    /^[ -]$/u.test(token.gap) &&
    isCapital(token) &&
    called.test(token.folded)
  )
}

/** What is called by a name before it: "Anne Frank Haus". */
const called =
  /^(?:haus|halle|bau|ring|dom|bank|heim|stift|park|werk|werke|bad|strasse|str|weg|platz|allee|preis|cup|pokal|schule|gymnasium|kita|institut|stiftung|zentrum|verlag|verein|gmbh|ag|kg|ohg|ug|eg|sohne|bande|gruppe|band|trio|quartett|chor|orchester|museum|brucke|turm|denkmal|gasse|ufer|stadion|arena|center|saal|klinik|klinikum|apotheke|team|show|song|lied|film|buch|fest|lauf|tag|jahr)$|(?:strasse|platz|schule|gymnasium|institut|stiftung|zentrum|museum|brucke|denkmal|stadion|klinik|klinikum|apotheke|preis|medaille|gedachtnis\p{L}*)$/u

/** A capitalised word that is no word of ours, no town by its looks and no brand. */
export function looksLikeName(token: Token | undefined): boolean {
  if (!token || !isCapital(token) || token.text.length < 2 || isLabel(token)) return false
  return isNameWord(token.text)
}

const isNameWord = remember((text) => {
  const folded = fold(text)
  const token = { text, folded, start: 0, end: 0, gap: '' }
  if (isKnownName(token) || isForeignSpelled(token)) return true
  if (isNamedThing(token.folded) || isOpeningWord(token.folded)) return false
  if (abbreviation.test(token.text) || isDialectNoun(folded)) return false
  if (/^\p{Lu}{2,4}$|['’]/u.test(token.text) || /^\p{Lu}{1,3}-|-\p{Lu}{2,}$/u.test(token.text))
    return false
  return !isThing(token) && !isCommonNoun(token.text)
})

/** In a list of ours, and more a name than a word. */
export function isKnownName({ text, folded }: Token): boolean {
  if (isStopWord(folded) || isNamedThing(folded)) return false
  return isFamilyName(text, true) || isSurelyGivenName(text) || isOwnersName(text)
}

/** "Annettes Mutter" */
function isOwnersName(text: string): boolean {
  return text.length > 4 && /\p{Ll}s$/u.test(text) && isGivenName(text.slice(0, -1))
}

/** Beside another name the ordinary word too: "Anna Koch", "Trainer Kasten". */
export function mayBeFamily(token: Token | undefined): boolean {
  if (looksLikeName(token)) return true
  if (!token || !isCapital(token) || isLabel(token)) return false
  return isFamilyName(token.text) || isNounAlsoName(token.text)
}

/** Right behind a given name nearly every noun is a family's: "Gertrud Kasten", not "Gertrud Probleme". */
export function mayFollowGiven(token: Token | undefined): boolean {
  if (!token || !isCapital(token) || isLabel(token)) return false
  if (mayBeFamily(token)) return true
  const { folded } = token
  // "Ümit Tan": as a word of technics it is written in capitals.
  const isShort = token.text === 'Tan'
  if (isStopWord(folded) || (isNamedThing(folded) && !isShort)) return false
  if (isShort && isNamedThing(folded)) return true
  // "Birte Lassen": no verb is written so.
  if (isOpeningWord(folded) && !(isVerbForm(folded) && /ss?en$/.test(folded))) return false
  if (titles.has(folded) || roles.test(folded) || calendar.has(folded)) return false
  const isMatter = isPlainNoun(token.text) && !isDoubtfulNoun(token.text)
  return !called.test(folded) && !isMatter && !/^\p{Lu}{2,4}$/u.test(token.text)
}

/** "Özgül Karabulut-Stein", "Quirina Ebbinghaus": behind what no list knows, two names or no word of ours. */
export function mayFollowUnknown(first: Token | undefined, token: Token | undefined): boolean {
  if (!first || !token || isFamilyName(first.text) || !looksLikeName(first)) return false
  if (/^\p{Lu}\p{Ll}{2,}-\p{Lu}\p{Ll}{2,}$/u.test(token.text)) return mayFollowGiven(token)
  return mayFollowGiven(token) && !isCommonNoun(token.text)
}

/** Behind "Herr" anything that is no office. */
export function mayBeTold(token: Token | undefined): boolean {
  if (!token || !isCapital(token) || isLabel(token) || isStopWord(token.folded)) return false
  if (isFamilyName(token.text)) return true
  const { folded } = token
  if (isNounAlsoName(token.text)) return true
  // "Herr Gesangsverein"
  const isOffice = folded.length > 9 && isPlainNoun(token.text)
  return !titles.has(folded) && !roles.test(folded) && !salutations.has(folded) && !isOffice
}

/** A given name by any register, unless it is a word of ours. */
export function mayBeGiven(token: Token | undefined): boolean {
  if (!token || token.text.length < 3 || isLabel(token) || isNamedThing(token.folded)) return false
  if (isSurelyGivenName(token.text)) return true
  if (isStopWord(token.folded) || isOpeningWord(token.folded)) return false
  if (isDoubtfulGivenName(token.text)) return false
  return isPossiblyGivenName(token.text) && !isThing(token)
}

/** Written or ended as only foreign and regional family names are. */
export function isFamilyShaped(token: Token): boolean {
  const { text, folded } = token
  return text.length > 4 && (isForeignSpelled(token) || familyShape.test(folded))
}

export function isForeignSpelled({ text, folded }: Token): boolean {
  if (joinedArticle.test(text)) return true
  return text.length > 2 && foreign.test(text) && !loan.test(folded)
}

/** "O'Leary", "D’Angelo", "N'Diaye", "al-Masri", "az-Zahra". */
const joinedArticle =
  /^(?:[ODNML]['’`]\p{Lu}\p{Ll}{2,}|(?:al|el|ul|az|ez|as|ad|ar|at|ash)-\p{Lu}\p{Ll}{2,}|(?:dell|dall)['’]\p{Lu}\p{Ll}{2,})(?:-\p{L}+)?$/u
