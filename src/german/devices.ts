import { inGroup, type Stretch } from './identifiers.ts'

const octet = '(?:25[0-5]|2[0-4]\\d|1\\d\\d|\\d{1,2})'
// Numbers of chapters and versions look alike: "Version 10.0.19.1".
const address4 = new RegExp(
  String.raw`(?<![\p{L}\d.])(?<it>${octet}(?:\.${octet}){3})(?![\d]|\.\d)`,
  'dgu',
)
const address6 =
  /(?<![\p{L}\d:.])(?=[\da-f:]{0,40}::|(?:[\da-f]{1,4}:){7})(?<it>[\da-f]{0,4}(?::[\da-f]{0,4}){2,7})(?![\p{L}\d:])/dgiu
const hardware = /(?<![\p{L}\d:-])(?<it>[\da-f]{2}(?:[:-][\da-f]{2}){5})(?![\p{L}\d:-])/dgiu
const unique = /(?<![\p{L}\d/=-])(?<it>[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})(?![\p{L}\d-])/dgiu

/** What is said to be the number of somebody's device. */
const labelled =
  /(?<!\p{L})(?:imei|iccid|geräte?-?(?:id|kennung|nummer)|device[ -]?id|serien-?(?:nummer|nr\.?)|sim(?:-?karten?)?-?(?:nummer|nr\.?|id)?|mac(?:-adresse)?|session-?id|cookie-?id|tracking-?id|werbe-?id|android-?id|advertising id|udid|uuid|token)[ \t:#=]{1,3}(?:(?:ist|lautet|war|vom|des|der|handys?|diensthandys?)[ \t:]{1,2}){0,3}(?<it>(?=[\p{L}\d:._-]*\d)[\p{L}\d]{2,40}(?:[:._ -][\p{L}\d]{2,12}(?<=\d[\p{L}\d]{0,12})){0,7})(?![\p{L}\d])/dgiu

const notAnAddress =
  /(?:version|vers\.|v\.?|build|release|update|firmware|kapitel|abschnitt|ziffer|ziff\.|nr\.|nummer|punkt|top|gliederung|produkt|kostenstelle|haushaltsstelle)[ \t]{0,2}$/iu

/** Addresses and numbers of the devices that somebody writes from. */
export function devices(text: string): readonly Stretch[] {
  return [
    ...inGroup(text, address4).filter(({ start, end }) => isHost(text, start, end)),
    ...[address6, hardware, unique].flatMap((pattern) => inGroup(text, pattern)),
    ...inGroup(text, labelled).filter(({ start, end }) => end - start > 7),
  ]
}

function isHost(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 24), start)
  if (/(?<!\p{L})ip[\p{L}-]*[ \t:=(]{0,3}(?:(?:ist|war|lautet)[ \t])?$/iu.test(before)) return true
  return !notAnAddress.test(before) && /\d{3}/.test(text.slice(start, end))
}

const degrees = String.raw`\d{1,3}[ ]?°[ ]?\d{1,2}(?:[.,]\d{1,6})?[ ]?['’′](?:[ ]?\d{1,2}(?:[.,]\d{1,4})?[ ]?(?:["”″]|''))?`
const turned = `(?:[NS][ ]?${degrees}[ ,;/]{1,3}[EOW][ ]?${degrees}|${degrees}[ ]?[NS][ ,;/]{1,3}${degrees}[ ]?[EOW])`
const decimal = String.raw`-?\d{1,2}[.,]\d{4,9}°?(?:[ ]?[NS])?(?:[,;/][ ]?|[ ])-?\d{1,3}[.,]\d{4,9}°?(?:[ ]?[EOW](?!\p{L}))?`
const told = String.raw`(?:gps\p{L}*|koordinaten?|geodaten|standort(?:daten)?|position|breitengrad|lat)[-\p{L}]{0,12}[ \t:=]{1,3}(?:(?:ist|war|lautet)[ \t])?(?<it>-?\d{1,2}[.,]\d{2,9}°?[ ]?[NS]?(?:[,;/]?[ ](?:lon|lng|long)?[ :=]{0,2}|[,;/])-?\d{1,3}[.,]\d{2,9}°?(?:[ ]?[EOW](?!\p{L}))?)(?!\d)`

const positions: readonly RegExp[] = [
  new RegExp(String.raw`(?<![\p{L}\d])(?<it>${turned})`, 'dgu'),
  new RegExp(String.raw`(?<![\p{L}\d.,])(?<it>${decimal})(?!\d)`, 'dgu'),
  new RegExp(String.raw`(?<!\p{L})${told}`, 'dgiu'),
  /(?<![\p{L}\d/:])(?<it>\/\/\/\p{L}{2,30}\.\p{L}{2,30}\.\p{L}{2,30})/dgu,
]

/** Where somebody is or lives, by coordinates: "51.2277, 6.7735", "N 50° 56.468' E 6° 57.483'". */
export function coordinates(text: string): readonly Stretch[] {
  return positions.flatMap((pattern) => inGroup(text, pattern))
}
