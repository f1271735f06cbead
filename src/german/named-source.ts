import { foldedWords } from './words.ts'

/** What a question says about where the answer was said, beside what it is about. */
export interface NamedSource {
  /** Numbers of episodes. */
  readonly numbers: ReadonlySet<number>
  /** First and last day, `YYYY-MM-DD`, of when it was published. */
  readonly period?: { readonly from: string; readonly to: string }
  /** Folded words that name the source and say nothing about the subject. */
  readonly words: ReadonlySet<string>
}

const kinds = '(?:podcast-?)?(?:folgen?|episoden?|episodes?|ausgaben?|sendung(?:en)?)'
const numbered = new RegExp(
  `(?<!\\p{L})${kinds}\\s*(?:nr\\.?|nummer|number|#)?\\s*(\\d{1,4})(?!\\d)`,
  'giu',
)
const asked = new RegExp(
  `(?<!\\p{L})(?:welche[rnms]?|which|what|alle[nr]?|eine[rm]?|diese[rnm]?|der|die|den|eure[rnm]?)\\s+(?:letzten?\\s+|erste[nr]?\\s+)?${kinds}(?!\\p{L})`,
  'giu',
)
const past = '(?:letzte[nrsm]?|vergangene[nrsm]?|vorige[nrsm]?|last)'
const seasons = {
  frühling: 3,
  frühjahr: 3,
  spring: 3,
  sommer: 6,
  summer: 6,
  herbst: 9,
  autumn: 9,
  winter: 12,
}
const months =
  'januar februar märz april mai juni juli august september oktober november dezember'.split(' ')
const lately = new RegExp(`(?<!\\p{L})${past}\\s+(\\p{L}+)`, 'iu')

/**
 * Reads "in welcher Folge", "Folge 11", "letzten Herbst" and the like.
 *
 * @param today `YYYY-MM-DD`, for what is told from today
 */
export function namedSource(question: string, today: string): NamedSource {
  const found = [...question.matchAll(numbered)]
  const period = periodIn(question, today)
  const said = [...found, ...question.matchAll(asked)].map(([text]) => text)
  if (period) said.push(lately.exec(question)?.[0] ?? '')
  return {
    numbers: new Set(found.map(([, number]) => Number(number))),
    words: new Set(said.flatMap(foldedWords)),
    ...(period ? { period } : {}),
  }
}

function periodIn(question: string, today: string): NamedSource['period'] {
  const word = lately.exec(question)?.[1]?.toLowerCase() ?? ''
  const year = Number(today.slice(0, 4))
  if (word === 'jahr' || word === 'year') return span(year - 1, 1, 12)
  const season = Object.entries(seasons).find(([name]) => name === word)?.[1]
  const start = season ?? months.indexOf(word) + 1
  if (start === 0) return undefined
  const length = season === undefined ? 1 : 3
  const isOver = today >= span(year, start, length).from
  return span(isOver ? year : year - 1, start, length)
}

function span(year: number, month: number, length: number): { from: string; to: string } {
  const day = (at: number, last: boolean) =>
    new Date(Date.UTC(year, at - 1, last ? 0 : 1)).toISOString().slice(0, 10)
  return { from: day(month, false), to: day(month + length, true) }
}
