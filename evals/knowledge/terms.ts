import { fold, foldedWords } from '../../src/german/words.ts'

const units = ['ein', 'zwei', 'drei', 'vier', 'fünf', 'sechs', 'sieben', 'acht', 'neun']
const teens = 'zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn'
const tens = 'zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig'

// "ein" itself stays a word: it is an article far more often than a number.
const numbers = new Map<string, number>([
  ...units.slice(1).map((unit, at) => [fold(unit), at + 2] as const),
  ...teens.split(' ').map((teen, at) => [fold(teen), at + 10] as const),
  ...tens
    .split(' ')
    .flatMap((ten, at) => [
      [fold(ten), at * 10 + 20] as const,
      ...units.map((unit, more) => [fold(`${unit}und${ten}`), at * 10 + 21 + more] as const),
    ]),
  ['hundert', 100],
  ['tausend', 1000],
])

// Statutes are spoken in full and written short.
const short = new Map([
  ['art', 'artikel'],
  ['abs', 'absatz'],
  ['paragraph', 'paragraf'],
  ['stgb', 'strafgesetzbuch'],
  ['gg', 'grundgesetz'],
  ['bmg', 'bundesmeldegesetz'],
  ['kug', 'kunsturhebergesetz'],
])

/** Whether a text has a term: case, umlauts, hyphens and the ways to write a number do not count. */
export function holdsTerm(text: string, term: string): boolean {
  const [words, wanted] = [toWords(text), join(toWords(term))]
  return wanted !== '' && words.some((_, at) => join(words.slice(at)).startsWith(wanted))
}

function toWords(text: string): readonly string[] {
  const plain = text
    .replaceAll('§', ' Paragraf ')
    .replaceAll('%', ' Prozent ')
    .replace(/(\d)\.(?=\d{3}(?!\d))/g, '$1')
  return foldedWords(plain).map((word) => {
    const long = short.get(word) ?? word
    return /^\d+$/.test(long) ? String(Number(long)) : String(numbers.get(long) ?? long)
  })
}

// Words run together, so that "Stopp-Knopf" is "Stoppknopf"; figures do not, so that 36 is not in 136.
function join(words: readonly string[]): string {
  const apart = words.map((word) => (/^\d/.test(word) ? ` ${word} ` : word))
  return apart.join('').replace(/ +/g, ' ').trimStart()
}
