import { inGroup, type Stretch } from './identifiers.ts'

const plate =
  '(?:kennz(?:eichen|\\.)?|\\p{L}{0,20}kennzeichen|kennzeichenfragment|nummernschild|autonummer)'

/** What says that only a part was seen. */
const partly =
  '(?:endet|endete|ende|endung|endziffern?|hinten|beginnt|begann|fängt|fing|anfang|vorne?|letzte[nrs]?|erste[nrs]?|irgendwas|irgendetwas|teil\\p{L}*|fragment|ungefähr|wohl|vermutlich|nur(?:[ \\t]noch)?|halb\\p{L}*|lesbar|erkennen|erkennbar)'

/** A part with digits: "KR 418", "-KL 77", "...TT 90", "418", "K33". */
const withDigits = String.raw`(?:\.{2,3}|…)?[ \t]?-?(?:(?:[A-ZÄÖÜ]{1,3}[- ])?[A-ZÄÖÜ]{1,3}[- ]?\d{1,4}|\d{1,4}[ ][A-ZÄÖÜ]{2,3}|\d{2,4})(?:\?|…|\.{3})?`
const withoutDigits = String.raw`(?:[A-ZÄÖÜ]{1,3}[- ][A-Z]{1,2}|[a-zäöü]{1,3}[- ][a-z]{1,2}(?=[ \t](?:an|los)(?!\p{L})))`
const noNumber = String.raw`(?![\p{L}\d/]|[.,:]\d|[ \t]?(?:€|Euro|EUR|Uhr|%|Prozent|Meter|km|m(?!\p{L})|Jahre|Leute|Personen|Autos|Mal|mal|Punkte))`

const behind: readonly RegExp[] = [
  new RegExp(
    String.raw`(?<!\p{L})(?i:${plate})(?!\p{L})[^!?\n]{0,30}?(?<!\p{L})(?i:${partly})(?!\p{L})(?:[ \t](?:auf|mit|aus|von|war|ist|sind|stand|steht|lautet|waren|noch|so|die|der|das|etwas|buchstaben|ziffern?|zahlen?|stellen?|zeichen|wie|irgendwas|kennzeichens?|vom|am|des|drei|zwei|vier|ein|paar)){0,6}[ \t:„"]{1,3}(?<it>${withDigits}|${withoutDigits})${noNumber}`,
    'dgu',
  ),
  // "die letzten Ziffern vom Kennzeichen sind 4711", "am Ende vom Kennzeichen stand -KL 77"
  new RegExp(
    String.raw`(?<!\p{L})(?i:${partly})(?!\p{L})[^.,!?\n]{0,30}?(?i:${plate})s?(?!\p{L})(?:[ \t](?i:war|ist|sind|waren|stand|steht|lauten?|nur|noch|wohl|irgendwas|mit)){0,4}[ \t:„"]{1,3}(?<it>${withDigits}|${withoutDigits})${noNumber}`,
    'dgu',
  ),
  // "Nummernschild hinten XY 12", "Kennzeichenfragment ...TT 90", "Kennzeichen: HSKAB 123"
  new RegExp(
    String.raw`(?<!\p{L})(?i:${plate})(?!\p{L})[ \t:(]{1,3}(?<it>(?:\.{2,3}|…)[ \t]?[A-ZÄÖÜ-]{0,5}[ ]?\d{1,4}|[A-ZÄÖÜ]{2,5}[ -]?[1-9]\d{0,3}[EH]?)${noNumber}`,
    'dgu',
  ),
]

/** What stands beside three digits and is no plate of a moped: "300 EUR", "ICE 123". */
const units =
  /^(?:EUR|CHF|USD|GBP|KWH|MWH|KFZ|PKW|LKW|KMH|BAR|MBIT|VIP|THW|DRK|SPD|CDU|CSU|FDP|AFD|BSW|ARD|ZDF|WDR|NDR|IBM|DIN|ISO|HLF|DLK|RTW|KTW|NEF|MTW|ELW|TLF|GTI|TDI|TSI|AMG|SUV|ÖDP|UWG|FWG|TSV|PDF|SMS|ICE|VHS|TON|DEZ|QM|GB|MB|KB|TB|PS|KW|KM|KG|CM|MM|TO|CC|CO|DM|US|FC|SV|TV|EU|UN|VW|BMW|UHR|MHZ|DPI|RPM)$/iu

const light =
  '(?:mofas?|mopeds?|moped-?|\\p{L}{0,3}-?roller|scooter|e-?scooter|s-?pedelec|kleinkraftrad|versicherungskennzeichen|mopedkennzeichen|kennzeichen|nummernschild|schild|auto|wagen|pkw|fahrzeug|fahrer|fahrerin|halter|kombi|transporter|quad|microcar)'
/** As on mopeds and scooters: three digits, three letters, either first; of a car what was read the wrong way. */
const insured = String.raw`(?:\d{3}[ -]?[A-ZÄÖÜ]{3}|[A-ZÄÖÜ]{3}[ -]?\d{3})(?![\p{L}\d/-]|[.,]\d)`

const mopeds: readonly RegExp[] = [
  new RegExp(
    String.raw`(?<!\p{L})(?i:${light})(?!\p{L})[^!?\n]{0,40}?(?<![\p{L}\d.,-])(?<it>${insured})`,
    'dgu',
  ),
  new RegExp(
    String.raw`(?<![\p{L}\d.,-])(?<it>${insured})(?=[^.!?\n]{0,25}(?<!\p{L})(?i:${light})(?!\p{L}))`,
    'dgu',
  ),
]

/** "(GT-...88)": a plate with its middle left out. */
const gapped =
  /(?<![\p{L}\d-])(?<it>[A-ZÄÖÜ]{1,3}[- ]?(?:\.{2,4}|…|\?{1,3}|[xX*]{2,3})[ -]?\d{1,4})(?![\p{L}\d])/dgu

/** Plates of which a part was seen, and those of mopeds and scooters. */
export function partPlates(text: string): readonly Stretch[] {
  return [
    ...[...behind, gapped].flatMap((pattern) => inGroup(text, pattern)),
    ...mopeds
      .flatMap((pattern) => inGroup(text, pattern))
      .filter(({ start, end }) => !units.test(text.slice(start, end).replace(/[^\p{L}]/gu, ''))),
  ].filter(({ start, end }) => !/^(?:19|20)\d\d$/.test(text.slice(start, end)))
}
