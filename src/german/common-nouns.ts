import { nounHeads, nounsAlone, nounsAlsoNames, peopleHeads, plainHeads } from './noun-heads.ts'
import { remember } from './remember.ts'
import { fold } from './words.ts'

const heads = new Set(nounHeads.split(' ').map(fold))
const alone = new Set(nounsAlone.split(' ').map(fold))

/** How family names end: behind another noun they make a name as often as a thing, "Steinberg". */
const surnameEnds = new Set(
  'mann berg bach feld stein wald baum brand burg hof haus dorf land horn holz busch müller bauer meister fischer jäger richter schmied schneider schuster hammer helm kamp hut born korn brot wein vogel hahn huhn fuchs wolf kraft acker garten weide wiese stern rose blume kopf fuß bein zahn haar hand herz blut lieb brink'
    .split(' ')
    .map(fold),
)

const plain = new Set(plainHeads.split(' ').map(fold))
const people = new Set(peopleHeads.split(' ').map(fold))
const alsoNames = new Set(nounsAlsoNames.split(' ').map(fold))

/** What a noun ends in whatever it is about: "Sperrung", "Freiheit", "Mehrwertsteuererhöhungen". */
const suffix =
  /(?:ung|heit|keit|schaft|tion|sion|tat|ismus|ment|nis|tum|enz|anz|ette|logie|grafie|graphie|kratie|itis|ator|atur|iker|ist|ant|ent|eur|(?<!s)chen|erei|arium|orium)(?:e|en|er|s|es|se|sen|in|innen|n)?$/

/** Of these the ones that end no family's name. */
const plainSuffix = /(?:ung|heit|keit|schaft|tion|sion|tat|ismus|ment|tum)(?:en|e|s|es)?$/

/** Endings of number and case; the longest first. */
const endings = ['innen', 'ens', 'in', 'en', 'es', 'ns', 'n', 'e', 's', '']

/** A head must leave at least this much of a compound before it. */
const leastBefore = 2

/** Whether a word is a noun of every day or ends in one, in any number and case; "Berg" is one, "Lindberg" none. */
export const isCommonNoun = remember((word) => isNoun(fold(word).split('-').at(-1) ?? ''))

/** Whether a word is itself a noun of every day, no compound: "Leine", while "Madeleine" is none. */
export const isExactNoun = remember((word: string): boolean => {
  const folded = fold(word)
  return endings.some((ending) => {
    const stem = folded.endsWith(ending) ? folded.slice(0, folded.length - ending.length) : ''
    return stem.length > 1 && (heads.has(stem) || alone.has(stem))
  })
})

/**
 * Whether a word is taken for a noun by its last part alone, and what stands before it is none of our words:
 * "Tschorn" has no horn, "Unfallort" is one.
 */
export const isDoubtfulNoun = remember((word: string): boolean => {
  const folded = fold(word)
  if (/-/.test(folded) || folded.length < 5 || isExactNoun(word)) return false
  if (folded.length > 6 && suffix.test(folded)) return false
  const parted = endings.flatMap((ending) => {
    const stem = folded.endsWith(ending) ? folded.slice(0, folded.length - ending.length) : ''
    return Array.from({ length: Math.max(0, stem.length - 4) }, (_, at) => [
      stem.slice(0, at + 2),
      stem.slice(at + 2),
    ])
  })
  const found = parted.filter(([, last = '']) => heads.has(last) || alone.has(last))
  return found.length > 0 && !found.some(([part = '']) => isFirstPart(part))
})

/** Whether a noun of every day is a family name as well: "Kasten", "Koch". */
export function isNounAlsoName(word: string): boolean {
  return alsoNames.has(fold(word))
}

/** Whether a word is of a body, a time, a matter or of talk: what no family is called by. */
export const isPlainNoun = remember((word: string): boolean => {
  const folded = fold(word)
  if (alsoNames.has(folded) || familyOnly.test(folded)) return false
  return (folded.length > 6 && plainSuffix.test(folded)) || endsIn(folded, plain, 4)
})

/** Whether a word is what a person may be: "Tagesmutter", "Nachbarn". */
export const isPersonNoun = remember((word: string): boolean => {
  return endsIn(fold(word), people, 3)
})

function endsIn(folded: string, set: ReadonlySet<string>, least: number): boolean {
  return endings.some((ending) => {
    if (!folded.endsWith(ending)) return false
    const stem = folded.slice(0, folded.length - ending.length)
    if (set.has(stem)) return true
    for (let at = 3; at <= stem.length - least; at += 1)
      if (set.has(stem.slice(at)) && isSyllable(stem.slice(0, at))) return true
    return false
  })
}

/** What ends as these is a family's name, whatever head it seems to have: "Tafelmeier" has no eggs. */
const familyOnly =
  /(?:meier|meyer|maier|mayer|mair|huber|quist|gartner|andauer|hofer|hagen|hauser|bacher)$/

function isNoun(folded: string): boolean {
  if (familyOnly.test(folded) && !heads.has(folded)) return false
  if (folded.length > 6 && suffix.test(folded)) return true
  if (beginsPlain(folded)) return true
  return endings.some((ending) => {
    if (!folded.endsWith(ending)) return false
    const stem = folded.slice(0, folded.length - ending.length)
    if (stem.length < 2) return false
    // "Berge" are some, "Berger" is somebody.
    const isAlone = alone.has(stem) && !/^(?:in|innen)$/.test(ending)
    return isAlone || heads.has(stem) || isCompound(stem)
  })
}

/** "Presseverteiler": what begins as a body, a matter or talk does, and ends as no family's name. */
function beginsPlain(folded: string): boolean {
  if (folded.length < 11 || nameEnding.test(folded)) return false
  for (let at = 5; at <= folded.length - 5; at += 1)
    if (isBeginning(folded.slice(0, at))) return true
  return false
}

function isBeginning(part: string): boolean {
  return (
    plain.has(part) ||
    /^(?:presse|medien|online|internet|digital|rathaus|kommunal|social)$/.test(part)
  )
}

const nameEnding =
  /(?:mann|berg|berger|huber|m[ae][iy]er|mayr|bauer|hofer|hoff|stein|feld|felder|burg|ski|sky|witz|ow|dorf|hausen|brink|kamp|muller|schmidt|sen|hauser|bach|bacher|hardt|wald|reiter|stetter|statter|huis|horst|loh|meister|[fhvw]orth|quist|gaard|strup)$/

function isCompound(stem: string): boolean {
  // A short head ends names as well: "Konrad" is no wheel.
  for (let at = leastBefore; at <= stem.length - 3; at += 1) {
    const last = stem.slice(at)
    if (last.length > 3 && heads.has(last) && isSyllable(stem.slice(0, at))) return true
    if (alone.has(last) && !surnameEnds.has(last) && isFirstPart(stem.slice(0, at))) return true
  }
  return false
}

/** "Schr" of "Schröpfer" is no word, so there is no "Opfer" in it. */
function isSyllable(part: string): boolean {
  return /[aeiouy]/.test(part)
}

/** "Haus" of "Haustür", "Unfall" of "Unfallort", "Amt" with what joins it: "Amtsrichter". */
function isFirstPart(part: string): boolean {
  return ['', 's', 'es', 'n', 'en', 'er', 'e'].some((joint) => {
    const bare = part.endsWith(joint) ? part.slice(0, part.length - joint.length) : ''
    return bare.length > 2 && (heads.has(bare) || alone.has(bare))
  })
}
