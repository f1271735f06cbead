import { toPattern } from './pattern.ts'
import { listed } from './spelling.ts'

/** What a clause does: it tells something, asks for knowledge, or supposes what might be. */
export type Mood = 'told' | 'asked' | 'supposed'

interface Around {
  readonly isQuestion: boolean
  /** The mood of the clause before it in the same sentence. */
  readonly before: Mood | undefined
}

// What people say before they come to the point.
const courtesies = listed(
  'hallo hi hey moin servus guten tag morgen abend liebes liebe team bitte please kurze kurz schnelle mal frage und aber also sorry',
)

const openers = listed(
  // What is asked of the assistant is no tale either.
  'schreib schreibe zeig zeige nenn nenne gib erklär erkläre fass such suche hilf ignoriere vergiss du ignore write show list give explain ' +
    'wie was welche welcher welches welchen wann wer wem wen warum wieso weshalb wo womit wozu woran wofür darf dürfen kannst ' +
    'können könnt könnte könntet könnten muss müssen soll sollen sollte sollten gibt gab habt hast braucht brauchen lohnt gilt ' +
    'stell stellt unterschied how when who which why where are can could do does did should must may',
)

// They open questions and tales alike ("bei uns brennt es"), so they want the question mark.
const ambiguous = listed(
  'ab in bei an zu kann hat haben ist sind war macht droht laufen gehört gehören zählt reicht hilft zahlt bekommen wird werden ' +
    'heißt bedeutet wäre hätte dürfte sieht geht what is',
)

// A clause that hangs on the one before it: "…, wenn der Post kippt", "…, das vor einem Sturm warnt".
const followers = listed(
  'dass ob das der die den dem deren dessen welche welcher welches was wie wer wo wann womit in mit zu um und oder als ' +
    'während nachdem bevor damit weil wobei that which who if when because so or and before after',
)

const mayI = toPattern(['^ kann (ich/man/ein/eine/der/die/das/unser*)'])

const supposers = toPattern([
  '(wenn/falls/angenommen/sobald/if/stell dir vor)',
  'im (fall/falle/ernstfall/notfall/krisenfall)',
])

const opensSupposing = toPattern(['^ (wenn/falls/angenommen/sobald/if/im/stell)'])

const generals = toPattern([
  '(man/eigentlich/grundsätzlich/generell/überhaupt)',
  'was tun (bei/gegen)',
  'was mach* .. mit',
])

const reported = toPattern([
  '(möchte*/würde*/wollte*/interessiert/fragt/fragen/gefragt/hätte gern*) .. (wissen/wie/was/ob/zusammenfassung)',
  '(fragt/fragen/gefragt/asked) (ob/was/wie/wer/wann/nach/what/how/if)',
  '(fragt/fragen/gefragt) $',
  '(frage/fragen) (dazu/dabei/nebenbei/am rande)',
  '(ja oder nein/oder lieber nicht)',
  '(brauchen/müssen/dürfen/können/sollten/lohnt) (wir/ich/sich) .. eigentlich',
  '(tell me/explain/summarise/understand*)',
])

// "What now?" asks for no knowledge: it is said by somebody in need.
const needs = toPattern([
  '^ was (jetzt/nun/tun/mach*/soll*/sagen/sag/poste*/posten/schreib*/antwort*/ist .. zu tun)',
  '^ wie (reagieren wir/reagiere ich/umgehen/vorgehen)',
  '^ wie (soll/sollen/gehen wir/gehe ich) .. (reagieren/vorgehen/umgehen/um)',
  '^ soll ich',
  'was (ich/wir) .. (sofort/jetzt/zuerst/gerade)',
  'wer muss das wissen',
  '^ wie gehe* (ich/wir) vor',
  '^ what (now/first/next/do we do/do i do)',
  '^ what should (i/we) (do/say/post)',
])

const plain = toPattern(['^ (was/wer/wo/wie) (ist/sind/war/bedeutet/heißt)'])

/** Whether a clause, given as `Said.words` are, says something without the one before it. */
export function standsAlone(words: string): boolean {
  const all = words.trim().split(' ')
  return needs.test(words) || plain.test(words) || (all.length > 2 && !followers.has(all[0] ?? ''))
}

/** The mood of a clause, given as `Said.words` are. */
export function moodOf(words: string, { isQuestion, before }: Around): Mood {
  // "…, wer das ist" hangs on a tale; "…, was haben andere gelernt?" asks all the same.
  if (before && !standsAlone(words) && !(before === 'told' && isQuestion)) {
    return supposers.test(words) && before !== 'told' ? 'supposed' : before
  }
  const opens = opensAsking(words, isQuestion)
  if (supposers.test(words) && (opens || isQuestion || opensSupposing.test(words)))
    return 'supposed'
  if (reported.test(words) || (isQuestion && generals.test(words))) return 'asked'
  const isNeed = needs.test(words) && !generals.test(words)
  return (opens || isQuestion) && !isNeed ? 'asked' : 'told'
}

function opensAsking(words: string, isQuestion: boolean): boolean {
  const all = words.trim().split(' ')
  const first = all.find((word) => !courtesies.has(word)) ?? ''
  return openers.has(first) || mayI.test(words) || (isQuestion && ambiguous.has(first))
}
