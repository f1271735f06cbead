import { numbersOf } from './sense.ts'

const months = [
  ['januar', 'january', 'jan'],
  ['februar', 'february', 'feb'],
  ['märz', 'march', 'mär'],
  ['april', 'apr'],
  ['mai', 'may'],
  ['juni', 'june'],
  ['juli', 'july'],
  ['august', 'aug'],
  ['september', 'sept', 'sep'],
  ['oktober', 'october', 'okt', 'oct'],
  ['november', 'nov'],
  ['dezember', 'december', 'dez', 'dec'],
] as const

const units = [
  ['sekunden?', 'seconds?'],
  ['minuten?', 'minutes?', 'min'],
  ['stunden?', 'hours?', 'h'],
  ['werktagen?', 'werktage', 'arbeitstagen?', 'arbeitstage', 'working days?'],
  ['tagen?', 'tage', 'days?'],
  ['wochen?', 'weeks?'],
  ['monaten?', 'monate', 'months?'],
  ['jahren?', 'jahre', 'years?'],
  ['euro', 'euros', '€', 'eur'],
  ['prozent', '%', 'percent', 'per cent'],
] as const

/** Names of the same law. */
const laws = new Map([
  ['gdpr', 'dsgvo'],
  ['datenschutz-grundverordnung', 'dsgvo'],
  ['strafgesetzbuch', 'stgb'],
  ['criminal code', 'stgb'],
  ['kunsturhebergesetz', 'kug'],
  ['digital services act', 'dsa'],
  ['ai act', 'ki-verordnung'],
  ['ki-vo', 'ki-verordnung'],
  ['grundgesetz', 'gg'],
])

const number = String.raw`(\d+(?:[.,]\d+)*|\p{L}+)`
const spans = units.map(
  (names) => new RegExp(`${number}[\\s-]?(?:${names.join('|')})(?!\\p{L})`, 'giu'),
)
const dates = months.map(
  (names) => new RegExp(`(\\d{1,2})\\.?\\s+(?:${names.join('|')})(?!\\p{L})`, 'giu'),
)
const englishDates = months.map(
  (names) => new RegExp(`(?<!\\p{L})(?:${names.join('|')})\\s+(\\d{1,2})(?!\\d)`, 'giu'),
)

const law = String.raw`(?:[Dd]igital [Ss]ervices [Aa]ct|[Cc]riminal [Cc]ode|[Aa][Ii] [Aa]ct|Datenschutz-Grundverordnung|Strafgesetzbuch|Kunsturhebergesetz|Grundgesetz|KI-Verordnung|\p{Lu}[\p{L}-]*\p{Lu}\p{L}*)`
const statute = new RegExp(
  String.raw`(?:§{1,2}|(?<!\p{L})(?:[Aa]rtikel[ns]?|[Aa]rticles?|[Aa]rt\.|[Pp]aragra(?:f|ph)(?:en|s)?|[Ss]ections?))\s*(\d+\p{Ll}?)((?:[\s,]*(?:(?:[Aa]bsatz|[Aa]bs\.|[Ss]atz|[Nn]ummer|[Nn]r\.|paragraph)\s*\d+|\(\d+\)|[IVX]+))*)\s*(?:(?:of|the|des|der|im)\s+)*(${law})?`,
  'gu',
)

/**
 * The figures of a text that nobody may change: numbers, spans of time and money with their unit, days
 * with their month, statutes alone and with their law. Two languages give the same figures.
 */
export function figuresOf(text: string): ReadonlySet<string> {
  const found = new Set(numbersOf(text))
  for (const [at, pattern] of spans.entries()) {
    for (const [, count = ''] of text.matchAll(pattern)) {
      const [value] = numbersOf(count)
      if (value !== undefined) found.add(`${value} ${units[at]?.[0]}`)
    }
  }
  for (const patterns of [dates, englishDates]) {
    for (const [at, pattern] of patterns.entries()) {
      for (const [, day] of text.matchAll(pattern)) found.add(`${day}.${at + 1}.`)
    }
  }
  for (const [, section = '', , name] of text.matchAll(statute)) {
    found.add(`§ ${section}`)
    if (name) found.add(`§ ${section} ${lawOf(name)}`)
  }
  return found
}

function lawOf(name: string): string {
  const plain = name.toLowerCase()
  return laws.get(plain) ?? plain
}

/** Words that decide a case: who says them must have read them. */
const verdicts =
  /(?<!\p{L})(?:(?:un)?zulässig|(?:un)?wirksam|verboten|verbot|erlaubt|strafbar|straffrei|rechtskräftig|rechtswidrig|rechtmäßig|verfassungswidrig|freiwillig|kostenlos|illegal|legal|prohibited|forbidden|punishable|lawful|unlawful|voluntary)/giu

/** The words of a text that decide a case, each once. */
export function verdictsIn(text: string): readonly string[] {
  return [...new Set(Array.from(text.matchAll(verdicts), ([word]) => word.toLowerCase()))]
}
