import { isOfficial, isTwoSentences } from './handles.ts'
import { inGroup, type Stretch } from './identifiers.ts'

const digit = '(?:null|eins?|ein|zwei|zwo|drei|vier|fünf|sechs|sieben|acht|neun)'
const tens = '(?:zwanzig|dreißig|dreissig|vierzig|fünfzig|sechzig|siebzig|achtzig|neunzig)'
/** One digit or two: "null", "siebzehn", "dreiundzwanzig", "doppel drei". */
const saidNumber = `(?:(?:doppel|zweimal|dreimal)[ \\t]*)?(?:(?:ein|zwei|drei|vier|fünf|sechs|sieben|acht|neun)und${tens}|(?:drei|vier|fünf|sech|sieb|acht|neun)zehn|zwölf|elf|zehn|${tens}|${digit})(?!\\p{L})`

const spoken = new RegExp(
  String.raw`(?<!\p{L})(?<it>(?:null|plus[ \t]vier[ \t]neun)(?!\p{L})(?:[ \t,/-]{1,3}(?:${saidNumber}|\d{1,8}(?!\d))){3,15})`,
  'giu',
)
const spokenBehindWord = new RegExp(
  String.raw`(?:nummer|handy|tel(?:efon)?|mobil|durchwahl|ruf\p{L}*|anrufen|erreichbar|unter)[^.!?\n]{0,25}?(?<it>${saidNumber}(?:[ \t,/-]{1,3}(?:${saidNumber}|\d{1,8}(?!\d))){3,15})`,
  'giu',
)

/** Short and local numbers, where it is said that they are some: "Tel. 5 55 31", "Durchwahl -213". */
const local =
  /(?<!\p{L})(?:tel(?:efon(?:nummer)?)?|fon|phone|handy(?:nummer|nr)?|mobil(?:nummer|funk)?|festnetz|durchwahl|dw|apparat|rückruf(?:nummer)?|telefonisch|whatsapp|signal|nummer|anrufen|erreichbar|fax)(?!\p{L})\.?[ \t:]*(?:(?:ist|lautet|war|unter|an|der|die|privat|nr\.?|nummer|intern|auf|geht|sein|seine|ihre|bitte)[ \t:]+){0,3}(?<it>[-+(]?\d(?:[ \t()/.–-]{0,3}\d){3,14})(?!\d|[ \t]?(?:€|Euro|Uhr|Prozent|%|Kommentare|Mal|mal|Leute|Personen|\.\d|:\d))/giu

/** Behind the number of the house: "Durchwahl -213". */
const extension =
  /(?<!\p{L})(?:durchwahl|dw|apparat|app\.)\.?[ \t:]*(?:(?:ist|die|der)[ \t])?(?<it>-?[ ]?\d{2,6})(?![\d/])/giu

/** Numbers of everybody: emergencies, the authorities' line, doctors, free lines. */
const everybodys = /^(?:11[0-8]\d{0,3}|116\d{3}|112|110|0?800.*|0?180.*)$/

/** Phone numbers that are said, dictated or short. */
export function saidPhones(text: string): readonly Stretch[] {
  return [
    ...inGroup(text, spoken),
    ...inGroup(text, spokenBehindWord),
    ...inGroup(text, extension),
    ...locals(text),
  ]
}

function locals(text: string): readonly Stretch[] {
  return inGroup(text, local).filter(({ start, end }) => {
    const run = text.slice(start, end)
    const digits = run.replace(/\D/g, '')
    const isDate = /^\d{1,2}\.\d{1,2}\.?(?:\d{2,4})?$|^(?:19|20)\d\d$/.test(run)
    return !everybodys.test(digits) && !isDate
  })
}

/** "max (at) muster (punkt) example", "eule77 at post punkt de", "Hans Punkt Krämpf ät web Punkt de". */
const saidMail =
  /(?<![\p{L}\p{N}._%+-])(?<it>(?:[\p{L}\p{N}_%+-]{1,40}[ ](?:punkt|dot|minus|unterstrich|bindestrich)[ ]){0,3}[\p{L}\p{N}._%+-]{1,64}(?:[ ]?[([{][ ]?(?:at|ät|@|klammeraffe)[ ]?[)\]}]|[ ](?:at|ät|aet|ett|klammeraffe|@)[ ])[ ]?[\p{L}\p{N}-]{1,63}(?:(?:\.|[ ]?[([{]?[ ]?(?<![\p{L}])(?:dot|punkt|\.)(?![\p{L}])[ ]?[)\]}]?[ ]?)[\p{L}\p{N}-]{2,63}){1,4})(?![\p{L}\p{N}])/giu

export function saidMails(text: string): readonly Stretch[] {
  return inGroup(text, saidMail)
}

const whose =
  '(?:user(?:name|in)?|nutzer(?:name|in)?|benutzer(?:name|in)?|kommentator(?:in)?|profil(?:name)?|account(?:name)?|handle|nick(?:name)?|insta|konto|troll|follower(?:in)?|absender(?:in)?|kanal|reddit|chatname)'
const platform =
  '(?:snapchat|snap|tiktok|insta|instagram|discord|telegram|twitch|steam|youtube|facebook|reddit|threads|x|twitter|signal|whatsapp|fb)'

/** A name with a digit, a dot or an underscore in it: no word of ours. */
const nick = String.raw`(?=[\p{L}\p{N}._-]*\p{L})(?=[\p{L}\p{N}._-]*(?:\d|[._][\p{L}\p{N}]))[\p{L}\p{N}_][\p{L}\p{N}._-]*[\p{L}\p{N}_](?![\p{L}\p{N}%@])`

const nicks: readonly RegExp[] = [
  new RegExp(
    String.raw`(?<!\p{L})${whose}[ \t]{1,2}(?:(?:ist|heißt|heisst|namens|name|von|mit dem namen)[ \t]){0,2}["„“»']?(?<it>${nick})`,
    'giu',
  ),
  new RegExp(
    String.raw`(?<!\p{L})${platform}(?:[ -](?:name|nick|account|profil|handle|kanal|user|nutzer)(?:[ \t](?:ist|is|heißt|heisst|war|lautet))?|[ \t](?:ist|is|heißt|heisst|nennt|als)(?:[ \t](?:er|sie|sich|der|die))?(?:[ \t]sich)?|:)[ \t:]{1,3}["„“»']?(?<it>${nick})`,
    'giu',
  ),
  new RegExp(
    String.raw`(?<![\p{L}\p{N}._@-])(?<it>${nick})(?=["“”»']?[ \t]\((?:auf[ \t]|bei[ \t])?${platform}\))`,
    'giu',
  ),
  new RegExp(
    String.raw`(?:nennt(?:[ \t](?:er|sie|es))?[ \t]sich|alias|pseudonym|nickname)[ \t:]{1,2}(?:auf[ \t]\p{L}+[ \t])?["„“»']?(?<it>${nick})`,
    'giu',
  ),
  /(?<![\p{L}\p{N}/])(?<it>u\/[\p{L}\p{N}_-]{3,30})/gu,
  // "Bärchen85": a word with the year of somebody's birth or the like.
  /(?<![\p{L}\p{N}#&._/-]|code |gutschein )(?<it>(?!(?:[Ww]indows|[Oo]ffice|[Cc]ovid|[Ss]ars|[Aa]genda|[Ww]ord|[Ee]xcel|[Dd]igital|[Vv]ision|[Ss]mart|[Cc]ode|[Hh]aushalt|[Vv]ersion|[Aa]ndroid|[Ff]olge|[Ss]eite|[Bb]ase|[Kk]ommune)\d)\p{L}\p{Ll}{3,19}(?!2[0-9](?!\d)|365|360)(?:[02-9]\d|1[0-8]|\d{3}|19\d\d|1312))(?![\p{L}\p{N}%/-]|\.\p{L})/gu,
  // As Discord and games write them: "Wolfi#4471".
  /(?<![\p{L}\p{N}#&])(?<it>\p{L}[\p{L}\p{N}_.-]{1,30}#\d{4,5})(?![\p{L}\d])/gu,
]

/** What stands in quotes behind who writes: "Nutzer „Holger Hau-Drauf“", "nennt sich „Käpt’n Blaubart“". */
const quoted = new RegExp(
  String.raw`(?<!\p{L})(?:${whose}|nennt(?:[ \t](?:er|sie|es))?[ \t]sich(?:[ \t](?:dort|jetzt|nun|da|selbst))?|alias|pseudonym|unter dem namen|als)[ \t]["„“»'‚](?<it>(?![^"“”«'‘]{0,40}(?:Stadt|Gemeinde|Rathaus|Kreis|Verein|Feuerwehr|Wir |Rettet|Bürger))(?:[\p{L}\p{N}_.’'-]{1,30}[ ]?){1,3})["“”«'‘]`,
  'giu',
)

const accountName =
  '(?:profil|account|nutzer|benutzer|user|nick|anzeige|chat|kanal|spitz|fake|deck|künstler)-?namen?'
const official =
  '(?!(?:der[ ]|die[ ])?(?:Stadt|Gemeinde|Rathaus|Landkreis|Kreis|Verein|Feuerwehr|Polizei|Wir|Rettet|Bürger|Initiative|Freie))'
const joint =
  '(?:im|in|am|an|auf|aus|der|die|das|dem|den|des|vom|von|zum|zur|mit|ohne|gegen|für|und|ist|bei)'

/** Several words under which somebody writes: "mit dem Profilnamen Wolf im Schafspelz69". */
const worded: readonly RegExp[] = [
  new RegExp(
    String.raw`(?<!\p{L})(?:(?i:mit|unter)[ ]dem[ ](?i:${accountName})|(?i:${accountName})(?=:))[ \t:]{1,2}(?<it>${official}\p{Lu}[\p{L}\p{N}’'-]{0,30}(?:[ ](?:${joint}[ ]){0,2}[\p{Lu}\p{N}][\p{L}\p{N}’'-]{0,30}){0,4})`,
    'dgu',
  ),
  // "unter dem Namen Rote Laterne 88": told by its digits.
  new RegExp(
    String.raw`(?<!\p{L})(?:(?i:mit|unter)[ ]dem[ ]Namen|nennt[ ](?:er[ ]|sie[ ])?sich)[ ](?<it>${official}\p{Lu}[\p{L}’'-]{0,30}(?:[ ](?:${joint}[ ]){0,2}\p{Lu}[\p{L}’'-]{0,30}){0,3}[ ]?\d{1,4})(?![\p{L}\d])`,
    'dgu',
  ),
]

/** What somebody who writes is called in quotes, told by its digits: "fragt „Bernd das Brot 68“". */
const writing =
  /(?<!\p{L})(?:fragt|schreibt|schrieb|kommentiert|postet|meint|sagt|von|behauptet|antwortet|nutzer|kommentator)[ ]["„“»'‚](?<it>\p{L}[\p{L}’'._-]{0,30}(?:[ ][\p{L}’'._-]{1,30}){0,3}[ ]?\d{1,4})["“”«'‘]/dgiu

/** "„Dein Nachbar 0815“ schreibt" */
const written =
  /["„“»'‚](?<it>\p{L}[\p{L}’'._-]{0,30}(?:[ ][\p{L}’'._-]{1,30}){0,3}[ ]?\d{1,4})["“”«'‘](?=[ ](?:fragt|schreibt|schrieb|kommentiert|postet|meint|behauptet|droht|hetzt|nervt|spammt))/dgiu

/** Names of accounts that no @ tells. */
export function nicknames(text: string): readonly Stretch[] {
  const inQuotes = inGroup(text, quoted).filter(({ start, end }) => isNick(text, start, end))
  return [
    ...[...worded, writing, written].flatMap((pattern) => inGroup(text, pattern)),
    ...nicks
      .flatMap((pattern) => inGroup(text, pattern))
      .filter(({ start, end }) => !isDomain(text.slice(start, end))),
    ...inQuotes,
  ]
}

// Behind "Kanal" and "als" only what looks like no word: "Kanal „Allgemein“".
function isNick(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 12), start).toLowerCase()
  return (
    !/(?:kanal|(?<!\p{L})als|konto|insta) ["„“»'‚]$/u.test(before) ||
    /[\d_]|\p{Ll}\p{Lu}/u.test(text.slice(start, end))
  )
}

function isDomain(nickname: string): boolean {
  return (
    isOfficial(nickname) ||
    isTwoSentences(nickname) ||
    /\.(?:de|com|org|net|eu|info|example|at|ch|gov|social|pdf|jpg|png|docx?|xlsx?|mp4|ts|js)$/iu.test(
      nickname,
    ) ||
    /^\d+(?:[.,-]\d+)*$/.test(nickname)
  )
}
