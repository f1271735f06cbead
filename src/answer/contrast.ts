import { grams } from '../german/grams.ts'
import { stem } from '../german/stem.ts'
import { isStopWord } from '../german/stop-words.ts'
import { foldedWords } from '../german/words.ts'

/** What a statement allows or demands. */
type Stance = 'may' | 'may-not' | 'must' | 'need-not'

const opposite = {
  may: 'may-not',
  'may-not': 'may',
  must: 'need-not',
  'need-not': 'must',
} as const satisfies Record<Stance, Stance>

const forbids =
  /(?<!\p{L})(?:verboten|verbot|unzulässig\p{L}*|untersagt|tabu|rechtswidrig|illegal)(?!\p{L})/iu
const allows =
  /(?<!\p{L})(?:erlaubt|zulässig|dürf(?:en|t|te|ten)|darf(?:st)?|kann|könn(?:en|t)|gestattet|rechtmäßig|legal)(?!\p{L})/iu
const demands =
  /(?<!\p{L})(?:muss|müss(?:en|t)|\p{L}*pflicht|verpflichte(?:t|n)|vorgeschrieben|zwingend)(?!\p{L})/iu
const frees = /(?<!\p{L})(?:freiwillig\p{L}*|entfällt)(?!\p{L})/iu

const denial = /(?<!\p{L})(?:nicht|nichts|nie|niemals|niemand|kein\p{L}*)(?!\p{L})/giu

/** Denies a part and not the statement. */
const partial =
  /(?<!\p{L})(?:nicht|nichts) (?:nur|erst|bloß|allein|immer|unbedingt|jede\p{L}*|alle\p{L}*|automatisch|selten|ganz|so|zuletzt|sondern|weniger)(?!\p{L})/iu

/** Words that say how a thing stands and not what it is. */
const modal =
  /^(?:erlaubte?$|verbot|zulass|unzulass|durf|darf|muss|muess|pflicht|verpflicht|untersag|gestatt|frei|richtig|gilt|gelt|kann|konn|brauch|hab|wurd|werd|uns|unser|ihr|euer)/

/** "ist das heute, im September 2025, nicht": it parts nothing. */
const aside = /, (?:im|am|seit|Stand|so|laut|nach|seit dem) [^,;]{2,40},/gu

/** The parts of a sentence that can be denied by themselves. */
function clausesOf(text: string): readonly string[] {
  return text
    .replace(aside, ' ')
    .split(/[,;:–]\s+|\s(?:und|aber|sondern|denn)\s/u)
    .filter(Boolean)
}

/** The words a statement is about. */
export function subjectOf(text: string): readonly string[] {
  const words = foldedWords(text).filter((word) => !isStopWord(word) && !modal.test(word))
  return words.filter((word) => !/^\d+$/.test(word))
}

/** The share of a statement's subject that a text speaks of, 0 to 1; and how many words that are. */
export function heldOf(subject: readonly string[], text: string): { share: number; count: number } {
  const said = foldedWords(text)
  const stems = new Set(said.map(stem))
  const pieces = new Set(said.flatMap(grams))
  const count = subject.filter((word) => {
    const own = grams(word)
    return stems.has(stem(word)) || own.filter((one) => pieces.has(one)).length > own.length / 2
  }).length
  return { share: subject.length === 0 ? 0 : count / subject.length, count }
}

/** Whether a clause denies what it says. */
function isDenying(clause: string): boolean {
  return !partial.test(clause) && (clause.match(denial)?.length ?? 0) % 2 === 1
}

/** "Wie lange wir das dürfen, ist offen": what is asked in it is not said. */
const subordinate =
  /^\s*(?:wie|ob|wann|was|welche\p{L}*|wo|warum|wenn|falls|obwohl|solange)(?!\p{L})/iu

function stancesOf(clause: string): readonly Stance[] {
  if (subordinate.test(clause)) return []
  const is = (yes: Stance): Stance => (isDenying(clause) ? opposite[yes] : yes)
  return [
    ...(forbids.test(clause) ? [is('may-not')] : allows.test(clause) ? [is('may')] : []),
    ...(frees.test(clause) ? [is('need-not')] : demands.test(clause) ? [is('must')] : []),
  ]
}

/** "nur auf Antrag": what is said to be the only way. */
const only = /(?<!\p{L})nur (?:auf|mit|bei|nach|gegen|durch|per) (?:\p{Ll}+ )?(?<it>\p{Lu}\p{L}+)/u

/** "ohne Genehmigung": the case a statement is made for. */
const without = /(?<!\p{L})ohne (?:\p{Ll}+ )?\p{Lu}\p{L}+/iu

/** How a sentence stands to a statement: it says the same, says the reverse, or neither. */
export type Relation = 'same' | 'reverse' | 'none'

/**
 * How a sentence stands to what is assumed, by permission, duty and denial of the clause that speaks of
 * it most; what they are about is for the caller to compare.
 */
export function relationOf(assumed: string, sentence: string): Relation {
  const way = only.exec(assumed)?.groups?.['it']
  if (way && new RegExp(`(?<!\\p{L})ohne (?:\\p{Ll}+ )?${way}`, 'u').test(sentence))
    return 'reverse'
  const subject = subjectOf(assumed)
  const clauses = clausesOf(sentence)
    .map((text) => ({ text, count: weighed(subject, text) }))
    .toSorted((one, other) => other.count - one.count)
  const stances = clausesOf(assumed).flatMap(stancesOf)
  if (stances.length > 0) {
    const condition = without.exec(assumed)?.[0]
    const own = clauses.filter(
      ({ text }) => condition && text.toLowerCase().includes(condition.toLowerCase()),
    )
    const clause = [...own, ...clauses].find(({ text }) => stancesOf(text).length > 0)
    return clause ? byStance(new Set(stances), stancesOf(clause.text)) : 'none'
  }
  const [clause] = clauses
  if (!clause || clause.count < fewest || partial.test(clause.text)) return 'none'
  // What only mentions the subject says nothing of it.
  if (!says(assumed, clause.text)) return 'none'
  return isDenying(clause.text) === clausesOf(assumed).some(isDenying) ? 'same' : 'reverse'
}

/** Whether a text has what a statement says of its subject: its last word. */
export function says(assumed: string, text: string): boolean {
  const [last = ''] = subjectOf(assumed).slice(-1)
  // "entschieden" is in "Entscheidung", "meldet" in "Meldungen".
  const root = last.slice(0, Math.max(4, Math.min(6, last.length - 2)))
  return heldOf([last], text).count > 0 || foldedWords(text).some((word) => word.startsWith(root))
}

/** How many words of a subject a clause has; what a statement says of it stands last and counts twice. */
function weighed(subject: readonly string[], clause: string): number {
  return heldOf([...subject, ...subject.slice(-1)], clause).count
}

/** A clause that shares fewer words denies something else. */
const fewest = 2

function byStance(assumed: ReadonlySet<Stance>, said: readonly Stance[]): Relation {
  if (said.some((one) => assumed.has(one))) return 'same'
  return said.some((one) => assumed.has(opposite[one])) ? 'reverse' : 'none'
}

/** Whether a statement is about what is allowed or demanded. */
export function hasStance(text: string): boolean {
  return clausesOf(text).some((clause) => stancesOf(clause).length > 0)
}

/** Whether a sentence takes back the one before it: "Das stimmt nicht.", "Beides ist falsch". */
export function takesBack(sentence: string): boolean {
  return back.test(sentence)
}

/** Whether a sentence says of itself that it tells what was: "… die Rede: Das ist überholt." */
export function tellsPast(sentence: string): boolean {
  return /[:;,–] (?:das|dies|es) (?:ist|war) (?:inzwischen |heute |längst )?(?:überholt|falsch|vorbei|geschichte)(?!\p{L})/iu.test(
    sentence,
  )
}

const back =
  /^\P{L}*(?:nein|falsch|quatsch|unsinn|von wegen|im gegenteil|eben nicht|(?:das|dies|beides|dieser satz|diese auskunft|die zahl)(?: \p{Ll}+){0,2} (?:stimmt (?:so )?nicht|falsch|überholt|ungenau|ein (?:gerücht|irrtum|mythos))|das (?:stimmt|gilt) (?:so )?(?:nicht|nicht mehr)|das war \p{L}+ ein \p{L}+ und ist überholt)(?!\p{L})/iu
