import { grams } from '../german/grams.ts'
import { stem } from '../german/stem.ts'
import { isStopWord } from '../german/stop-words.ts'
import { foldedWords } from '../german/words.ts'

const negation =
  /^(?:nicht|nichts|nie|niemals|niemand|nirgends|kein\w*|ohne|weder|nein|not|no|never|nobody|nothing|neither|nor|without|cannot)$/

/** Whether a folded word turns a statement round or changes its figures. */
export function isTurning(folded: string): boolean {
  return /\d/.test(folded) || negation.test(folded)
}

/** Whether a text denies something. */
export function isNegated(text: string): boolean {
  return /n['’]t(?!\p{L})/iu.test(text) || foldedWords(text).some((word) => negation.test(word))
}

/** Whether a text denies a whole statement rather than one thing in it. */
export function deniesAll(text: string): boolean {
  return /n['’]t(?!\p{L})|(?<!\p{L})(?:nicht|nie|niemals|not|never)(?!\p{L})/iu.test(text)
}

const numerals = new Map(
  (
    'zwei=2 drei=3 vier=4 funf=5 sechs=6 sieben=7 acht=8 neun=9 zehn=10 elf=11 zwolf=12 zwanzig=20 dreissig=30 ' +
    'vierzig=40 funfzig=50 sechzig=60 siebzig=70 achtzig=80 neunzig=90 hundert=100 tausend=1000 halb=½ halbe=½ ' +
    'two=2 three=3 four=4 five=5 six=6 seven=7 eight=8 nine=9 ten=10 eleven=11 twelve=12 hundred=100 thousand=1000'
  )
    .split(' ')
    .map((pair): [string, string] => {
      const [word = '', figure = ''] = pair.split('=')
      return [word, figure]
    }),
)

const ones = 'ein zwei drei vier funf sechs sieben acht neun'.split(' ')
const tens = 'zwanzig dreissig vierzig funfzig sechzig siebzig achtzig neunzig'.split(' ')
const teens = 'drei=13 vier=14 funf=15 sech=16 sieb=17 acht=18 neun=19'.split(' ')
for (const [at, ten] of tens.entries()) {
  for (const [one, name] of ones.entries()) {
    numerals.set(`${name}und${ten}`, String((at + 2) * 10 + one + 1))
  }
}
for (const pair of teens) {
  const [word, figure = ''] = pair.split('=')
  numerals.set(`${word}zehn`, figure)
}

/** The figures of a text: numbers, clocks, dates, paragraphs, as digits where they are words. */
export function numbersOf(text: string): readonly string[] {
  const digits = text.match(/\d+(?:[.,:]\d+)*/g) ?? []
  return [...digits, ...foldedWords(text).flatMap((word) => numerals.get(word) ?? [])]
}

/** Whether two texts are the same words, whatever their case and marks. */
export function isSameWords(a: string, b: string): boolean {
  return foldedWords(a).join(' ') === foldedWords(b).join(' ')
}

/** The share of a text's content words that another text has, whole or mostly; 1 for none. */
export function sharedWords(text: string, other: string): number {
  const content = foldedWords(text).filter((word) => !isStopWord(word))
  const said = foldedWords(other)
  const stems = new Set(said.map(stem))
  const pieces = new Set(said.flatMap(grams))
  const shared = content.filter((word) => {
    const own = grams(word)
    return stems.has(stem(word)) || own.filter((piece) => pieces.has(piece)).length > own.length / 2
  })
  return content.length === 0 ? 1 : shared.length / content.length
}

/** The content words of a text that were put to it by `asked` and stand in nothing of `said`. */
export function echoedWords(text: string, asked: string, said: string): readonly string[] {
  const content = foldedWords(text).filter((word) => !isStopWord(word))
  const put = new Set(foldedWords(asked).map(stem))
  const known = new Set(foldedWords(said).map(stem))
  return content.filter((word) => put.has(stem(word)) && !known.has(stem(word)))
}
