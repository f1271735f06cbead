import { inGroup, type Stretch } from './identifiers.ts'
import { isOpeningWord } from './opening-words.ts'
import { isNamedThing } from './places.ts'
import { fold } from './words.ts'

const platform =
  '(?:snapchat|snap|tiktok|insta|instagram|discord|telegram|twitch|steam|youtube|facebook|reddit|threads|twitter|signal|whatsapp|fb|bluesky|mastodon|jodel|nextdoor)'
const account =
  '(?:user(?:name|in)?|nutzer(?:name|in|s)?|benutzer(?:name|in)?|kommentator(?:in)?|profile?|profils|account(?:s|name)?|handle|nick(?:name)?|konto|troll|follower(?:in)?|kanal|seite|gruppe|kommentare?|post(?:ing)?s?|story|storys|reel|stories|dm|bio)'
const telling =
  '(?:schreibt|schrieb|kommentiert|kommentierte|postet|postete|teilt|teilte|liket|liken|meint|behauptet|droht|drohte|hetzt|pöbelt|nervt|spammt|folgt|filmt|beleidigt|antwortet|fragt|verlinkt|lästert|stalkt|blockiert|trollt)'

/** Two parts or more, joined by dots or strokes: "dorfklatsch.inside", "max_m88", "k.lausi". */
const dotted = String.raw`(?<![\p{L}\p{N}._@/:-])[\p{L}\p{N}_]{1,30}(?:[._]{1,2}[\p{L}\p{N}_]{1,30}){1,4}(?![\p{L}\p{N}_@/(]|[.:-][\p{L}\p{N}])`
/** A word with digits at its end, or with a capital inside: "gartenzwerg7", "xXDarkLordXx". */
const marked = String.raw`(?<![\p{L}\p{N}._@/:-])(?:\p{Ll}{4,20}-?\d{1,4}|\p{Ll}{1,10}\d{1,2}\p{Ll}{2,15}|\p{L}{1,20}\p{Ll}\p{Lu}\p{L}{1,20})(?![\p{L}\p{N}_@/.-])`

/** "mama-von-drei" */
const hyphened = String.raw`(?<![\p{L}\p{N}._@/:-])\p{Ll}{2,20}(?:-\p{Ll}{2,20}){2,4}(?![\p{L}\p{N}_@/.-])`

const near: readonly RegExp[] = [
  // Right behind the platform or the account, with at most three words between.
  new RegExp(
    String.raw`(?<!\p{L})(?:${platform}|${account})(?:-\p{L}{3,12})?["„“»]?[ \t:]{1,2}(?:(?:ist|heißt|heisst|namens|name|von|unter|als|es|der|die|das|auch|eben|den|vom|mit dem namen|mein|meins)[ \t:]{1,2}){0,3}["„“»'‚(]?(?<it>${dotted})`,
    'dgiu',
  ),
  // "dorfklatsch.inside hat das auf Instagram geteilt"
  new RegExp(
    String.raw`(?<it>${dotted})(?=["”“«'‘)]?(?:[ \t][\p{L}\d]{1,15}){0,4}[ \t](?:auf|bei|über|per|in|via)[ \t](?:${platform}|seine[mr] (?:profil|story|seite)|ihre[mr] (?:profil|story|seite))(?!\p{L}))`,
    'dgiu',
  ),
  new RegExp(
    String.raw`(?<it>${dotted})(?=["”“«'‘)]?(?:,?[ \t](?:und|hat|auch|da|mir|wieder|uns|dazu|jetzt|immer))?[ \t]${telling}(?!\p{L}))`,
    'dgiu',
  ),
  // "Kommentar von frau.sonnenblume"
  new RegExp(
    String.raw`(?<!\p{L})(?:kommentar|kommentare|post|posting|nachricht|nachrichten|dm|beitrag|video|story|reel|screenshot|antwort|drohung)[ \t](?:ist[ \t])?(?:von|an|durch)[ \t]["„“»'‚]?(?<it>${dotted})`,
    'dgiu',
  ),
  // "gartenzwerg7 und der.echte.kalle liken"
  new RegExp(String.raw`(?<it>${dotted})(?=[ \t](?:und|oder)[ \t](?:${dotted}|\[Profil))`, 'dgiu'),
]

const plain: readonly RegExp[] = [
  new RegExp(
    String.raw`(?<!\p{L})(?:user(?:name|in)?|nutzer(?:name|in)?|benutzer(?:name|in)?|profil|account|handle|nick(?:name)?|troll|follower(?:in)?)[ \t:]{1,2}(?:(?:ist|heißt|heisst|namens|name)[ \t]){0,2}["„“»'‚]?(?<it>(?-i:${marked}|${hyphened}))`,
    'dgiu',
  ),
  // "auf Reddit schreibt bergziege-42"
  new RegExp(
    String.raw`(?<!\p{L})${platform}[ \t]${telling}[ \t](?:(?:der|die|ein|eine)[ \t])?["„“»'‚]?(?<it>(?-i:${marked}))`,
    'dgiu',
  ),
  new RegExp(
    String.raw`(?<it>(?-i:${marked}))(?=["”“«'‘]?[ \t](?:auf|bei|über)[ \t]${platform}(?!\p{L}))`,
    'dgiu',
  ),
  new RegExp(
    String.raw`(?<it>(?-i:${marked}))(?=["”“«'‘]?(?:[ \t](?:und|oder)[ \t]["„“»]?(?:${dotted}|${marked})["”“«]?)?[ \t]${telling}(?!\p{L}))`,
    'dgiu',
  ),
]

/** Ends of domains, of files and of what else has dots in it. */
const ends =
  /\.(?:de|com|org|net|eu|info|example|at|ch|li|gov|edu|social|app|shop|online|digital|berlin|hamburg|koeln|bayern|ruhr|wien|tv|io|me|news|jetzt|pdf|jpe?g|png|gif|webp|docx?|xlsx?|pptx?|od[tsp]|mp[34]|mov|wav|csv|txt|html?|php|xml|ya?ml|json|zip|exe|ts|js|css|py|sh|md|ics|eml|msg|log|ini|vtt|srt)$/iu

/** Who speaks for an office or a body. */
const official =
  /^@?(?:die|der|das|euer?|unser)?[._]?(?:stadt|gemeinde|landkreis|kreis|rathaus|polizei|feuerwehr|land|bund|bundes\p{L}*|ministerium|amt|ordnungsamt|jugendamt|stadtwerke|stadtbibliothek|bibliothek|museum|theater|vhs|thw|drk|dlrg|asb|klinik|klinikum|kita|schule|uni|hochschule|landrat|bezirk|region|markt|verwaltung|tourismus|tourist|jobcenter|caritas|diakonie|awo|verbraucherzentrale|tagesschau|zdf|ard|wdr|ndr|mdr|swr|br24)(?:[._]|$)/iu

/** Names of accounts that neither an @ nor a digit tells: by the dot in them, where accounts are spoken of. */
export function handles(text: string): readonly Stretch[] {
  return [
    ...near.flatMap((pattern) => inGroup(text, pattern)).filter(isOf(text, isDotted)),
    ...plain.flatMap((pattern) => inGroup(text, pattern)).filter(isOf(text, isMarked)),
  ]
}

/** Whether a name of an account is an office's: "stadt.musterstadt", "polizei_hamburg". */
export function isOfficial(name: string): boolean {
  return official.test(name)
}

function isOf(text: string, tell: (found: string) => boolean) {
  return ({ start, end }: Stretch) => tell(text.slice(start, end))
}

function isDotted(found: string): boolean {
  if (ends.test(found) || isOfficial(found) || !/\p{L}/u.test(found)) return false
  // "z.B", "u.a", "d.h"
  const isShortened = partsOf(found).every((part) => part.length < 3 && !/\d/.test(part))
  const isFigure = /^[a-z]{0,2}\d+(?:[._]\d+)*$/i.test(found)
  return !isShortened && !isFigure && !isTwoSentences(found)
}

/** "gelöscht.Danke", "weg.aber": somebody wrote no space behind the full stop. */
export function isTwoSentences(found: string): boolean {
  const parts = partsOf(found)
  const last = parts.at(-1) ?? ''
  const isBegun = parts.length === 2 && last.length > 2 && isOpeningWord(fold(last))
  return /\p{L}\.\p{Lu}\p{Ll}/u.test(found) || (isBegun && !/[_\d]/.test(found))
}

function partsOf(found: string): readonly string[] {
  return found.split(/[._]+/).filter((part) => part !== '')
}

function isMarked(found: string): boolean {
  return !isNamedThing(fold(found).replace(/\d+$/, '')) && !isOfficial(found) && !brand.test(found)
}

const brand =
  /^(?:iPhone|iPad|iOS|iCloud|YouTube|WhatsApp|LinkedIn|TikTok|GitHub|ChatGPT|PayPal|OneDrive|SharePoint|WordPress|eBay|McDonald\p{L}*|BürgerInnen|\p{L}+Innen|covid\d+|folge\d+|seite\d+|version\d+|typo\d)$/iu
