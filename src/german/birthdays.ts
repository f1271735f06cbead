import { inGroup, type Stretch } from './identifiers.ts'

const month =
  '(?:jan(?:uar)?|jänner|feb(?:ruar)?|mär(?:z)?|maerz|apr(?:il)?|mai|juni?|juli?|aug(?:ust)?|sep(?:t(?:ember)?)?|okt(?:ober)?|nov(?:ember)?|dez(?:ember)?)(?!\\p{L})\\.?'
/** A year somebody who is spoken of today was born in. */
const year = '(?:19\\d\\d|20[012]\\d)(?!\\d)'
const shortYear = "['’]?\\d\\d(?!\\d|\\.\\d|[ \\t]?(?:uhr|jahre|jährige))"

const unit = '(?:ein|eins|zwei|drei|vier|fünf|sechs|sieben|acht|neun)'
const ten = '(?:zwanzig|dreißig|dreissig|vierzig|fünfzig|sechzig|siebzig|achtzig|neunzig)'
const saidNumber = `(?:(?:${unit}und)?${ten}|(?:drei|vier|fünf|sech|sieb|acht|neun)zehn|zehn|elf|zwölf|${unit})`
const saidDay = `(?:(?:${unit}und)?(?:zwanzig|dreißig|dreissig)st|(?:drei|vier|fünf|sech|sieb|acht|neun)zehnt|zehnt|elft|zwölft|erst|zweit|dritt|viert|fünft|sechst|siebt|siebent|acht|neunt)e[nrs]?`
const saidYear = `(?:neunzehnhundert(?:und)?${saidNumber}?|zweitausend(?:und)?${saidNumber}?|${saidNumber})(?!\\p{L})`
const saidDate = String.raw`(?:${saidDay}|\d{1,2}\.?)[ \t]{1,2}(?:${month}|${saidDay})(?:[ \t]{1,2}(?:${saidYear}|(?:19|20)?\d\d(?!\d)))?`

const born = '(?:geb(?:oren\\p{L}{0,2}|\\.)|geburts(?:tag|datum|jahr)|auf die welt|zur welt)'

const patterns: readonly RegExp[] = [
  // "12.05.1979 in Rheine geboren"
  /(?<![\d.])(?<it>\d{1,2}\.[ \t]?(?:\d{1,2}\.[ \t]?|\p{L}{3,9}\.?[ \t])(?:19|20)?\d{2})(?!\d)(?=[ \t,]{1,3}(?:in[ \t][\p{L}-]{2,30}[ \t])?(?:geb(?:oren\p{L}*|ürtig|\.)|zur Welt|auf die Welt))/dgiu,
  /(?:(?<!\p{L})geb(?:oren\p{L}*|urtstag|urtsdatum|\.)?|gebdat\.?|\*|born(?: on)?|dob|date of birth)[^\d\n.!?]{0,25}(?:\.[ \t]?)?(?<it>\d{1,2}[./-][ \t]?(?:\d{1,2}[./-]|\p{L}{3,9}\.?[ \t])[ \t]?(?:19|20)?\d{2}(?!\d)|\d{1,2}\.[ \t]?(?:Jan|Feb|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez)\p{L}*\.?(?:[ \t](?:19|20)\d{2})?|(?:19|20)\d{2}[-/.]\d\d[-/.]\d\d)/giu,
  // "geboren im März 82", "geb. 1982", "Geburtsjahr: 1954"
  new RegExp(
    String.raw`(?<!\p{L})${born}[ \t:(]{0,3}(?:(?:ist|war|am|im|in|anno|jahre?|anfang|mitte|ende|etwa|ca\.|um|irgendwann)[ \t]{1,2}){0,3}(?<it>(?:\d{1,2}[ \t])?${month}[ \t]{1,2}(?:${year}|${shortYear})|${year}|['’]\d\d(?!\d))`,
    'dgiu',
  ),
  // "im März 1982 geboren", "ist 1954 in Rheine geboren"
  new RegExp(
    String.raw`(?<![\d.\p{L}])(?<it>(?:${month}[ \t]{1,2}(?:${year}|${shortYear})|${year}))(?=[ \t,]{1,3}(?:in[ \t][\p{L}-]{2,30}[ \t])?(?:geb(?:oren|\.)|zur Welt|auf die Welt))`,
    'dgiu',
  ),
  // "geb. 17-IX-1990"
  new RegExp(
    String.raw`(?<!\p{L})${born}[^.!?\n\d]{0,25}\.?[ \t]?(?<it>\d{1,2}[.-][ \t]?(?:I{1,3}|IV|VI{0,3}|IX|XI{0,2})[.-][ \t]?(?:19|20)?\d\d)(?!\d)`,
    'dgiu',
  ),
  // "(*1954)"
  new RegExp(String.raw`(?<=[\s(,;])\*[ \t]?(?<it>${year})`, 'dgu'),
  // "Jg. 1954", "Jg. '54"; "Jg. 10" goes to school.
  /(?<!\p{L})jg\.?[ \t]{0,2}(?<it>(?:19[1-9]\d|20[012]\d)(?!\d)|['’]\d\d(?!\d)|[3-9]\d(?![\d.]))/dgiu,
  // "Herr Krämpf, Jahrgang 1954"
  /(?:[,(]|(?<!\p{L})(?:bin|ist|war|baujahr|er|sie))[ \t]{0,2}(?:mein |sein |ihr |vom )?jahrgang[ \t](?<it>19[1-9]\d|200\d|['’]?[3-9]\d)(?![\d.])/dgiu,
  // "am siebten April neunzehnhundertachtzig geboren", "geboren am dritten zwölften sechzig"
  new RegExp(
    String.raw`(?<!\p{L})${born}[^.!?\n\d]{0,20}?(?<![\p{L}\d])(?<it>${saidDate})(?!\p{L})`,
    'dgiu',
  ),
  new RegExp(
    String.raw`(?<![\p{L}\d])(?<it>${saidDate})(?=[ \t,]{1,3}(?:in[ \t][\p{L}-]{2,30}[ \t])?(?:geboren|zur welt|auf die welt))`,
    'dgiu',
  ),
]

/** A date or a year that says when somebody was born. */
export function birthdays(text: string): readonly Stretch[] {
  return patterns.flatMap((pattern) => inGroup(text, pattern))
}

/** "[Person], 12.02.1991": straight behind a name a date of years ago is a date of birth. */
export function datesBehindPersons(text: string): readonly Stretch[] {
  return inGroup(
    text,
    /\[Person(?: \d+)?\](?:,?[ \t]{1,2}|[ \t]?[(/;|][ \t]?)\*?(?<it>\d{1,2}\.[ \t]?(?:\d{1,2}\.[ \t]?|\p{L}{3,9}\.?[ \t])(?:19\d\d|20[01]\d|[3-9]\d)|(?:19\d\d|20[01]\d)-\d\d-\d\d)(?![\d])/dgu,
  )
}
