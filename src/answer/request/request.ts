import type { SelfTopic } from '../../domain/answer.ts'
import { words } from '../../german/words.ts'
import { contentWords, partsOf } from '../thread.ts'
import { asideIn } from './aside.ts'
import { selfTopicIn } from './self.ts'
import { isSummary, pointsIn } from './summary-words.ts'

type Medium = 'episode' | 'post'

/**
 * What a message wants that is no question to the sources' contents. `topic` is what is left of it when
 * the words of the request are gone; empty where it names none.
 */
export type Request =
  | { readonly kind: 'place'; readonly topic: string; readonly medium?: Medium }
  | { readonly kind: 'list'; readonly topic: string }
  /** Everything there is, without a subject. */
  | { readonly kind: 'stock' }
  | { readonly kind: 'summary'; readonly points: number }
  | { readonly kind: 'voices'; readonly topic: string }
  | { readonly kind: 'self'; readonly about: SelfTopic }
  | { readonly kind: 'aside'; readonly why: 'weather' | 'off-topic' | 'fake-voices' }
  | { readonly kind: 'verdict'; readonly topic: string }
  | { readonly kind: 'approval' }

const source =
  '(?:podcast-?)?(?:folgen?|episoden?|episodes?|sendung(?:en)?|ausgaben?|beitr(?:ag|age|äge|ägen)|blog-?(?:beitrag|beiträgen?|posts?|artikeln?)|blogposts?|artikeln?|posts?|quellen?|sources?|articles?)'
const spokenSource = /(?<!\p{L})(?:folgen?|episoden?|episodes?|sendung(?:en)?|podcasts?)(?!\p{L})/iu
const writtenSource =
  /(?<!\p{L})(?:beitrag|beiträgen?|artikeln?|blog\p{L}*|articles?|posts?)(?!\p{L})/iu
const which = '(?:welche[rnms]?|which|what)'
const talked =
  '(?:gesprochen|gered(?:et)|gesagt|erwähnt|besprochen|behandelt|erklärt|erzählt|thematisiert|diskutiert|angesprochen|vorgekommen|vor(?:kam|kommt)|drankam|dran|thema|talk(?:ed)?|speak|spoken?|mention(?:ed)?|discuss(?:ed)?|explain(?:ed)?|say|said|cover(?:s|ed)?)'

function pattern(text: string): RegExp {
  return new RegExp(`(?<!\\p{L})${text}(?!\\p{L})`, 'iu')
}

/** Where something was said. */
const places: readonly RegExp[] = [
  pattern(`(?:in|bei|aus|from) (?:eben )?${which} (?:der |euren )?${source}`),
  pattern(
    `${which} (?:folge|episode|sendung|ausgabe|beitrag|artikel|blogbeitrag|article) (?:war|ist|was|is|ging|geht|handelt\\p{L}*|behandelt\\p{L}*|erklärt\\p{L}*|spricht|erzählt|talks?|covers?|explains?|deals?|dreht\\p{L}*|hat|hatte|habt|had|zu|zum|zur|über|mit|about)`,
  ),
  pattern('(?:an|bei|ab|at|in|zu) (?:welcher|which|what) (?:stelle|minute|sekunde|place|second)'),
  pattern(`wo (?:wurde|wird|hab\\p{L}*|hat|hatte\\p{L}*) (?:\\S+ ){1,9}${talked}`),
  pattern("(?:wo|worin) (?:ging(?: es|s| e?s|'s)?|geht(?: es|s|'s)?) (?:\\S+ ){0,3}(?:um|über)"),
  pattern('wo (?:es|das) (?:\\S+ ){0,2}(?:um|über) (?:\\S+ ){1,9}(?:ging|geht|war)'),
  pattern(
    '(?:da|dort|es) (?:war|gab(?: es|s)?|hattet ihr|hatten wir) (?:doch|mal|da|schon|irgendwo|irgendwann)(?: \\S+){0,3} (?:was|etwas|eine (?:folge|stelle)|einen beitrag|ein beispiel)',
  ),
  pattern(
    '(?:wo|wann) (?:war|kam|stand|steht|gab(?: es|s)?) (?:das|die|der|den|es|nochmal|noch mal|denn|doch)(?: noch(?: ?mal)?| denn| gleich)? (?:mit|über|zu|von|wo|wegen|stelle|teil|beispiel|tipp)',
  ),
  pattern(
    `wo (?:finde ich|find ich|find|steht|stehen|kann ich) (?:\\S+ ){0,5}(?:(?:die|eine) (?:stelle|folge|episode)|(?:den|einen) beitrag|nachhören|nachlesen|anhören|in (?:den|euren) (?:folgen|beiträgen|quellen))`,
  ),
  pattern(`where (?:did|do|have|was|were|is) (?:\\S+ ){1,9}(?:${talked}|(?:bit|part|place) about)`),
  pattern(`${which} (?:folge|episode) (?:\\S+ ){0,6}${talked}`),
]

/** Where a message only points to what it means: "…, wo war das?" */
const trailing =
  /(?:,|\s)\s*(?:wo (?:war|stand|kam|steht|ist) (?:das|es)(?: noch(?: ?mal)?| denn| gleich)?|wo(?: denn| noch ?mal| nochmal)?|where was (?:that|it))\W*$/iu

const lists: readonly RegExp[] = [
  pattern(
    `(?:alle|sämtliche|all(?: the)?|jede) (?:eure |deine |your )?${source} (?:zu[mr]?|über|mit|von|rund um|wo|in denen|die|about|on|that|with|where)`,
  ),
  pattern(
    `(?:${which}|was für) ${source} (?:gibt(?: es|s)?|habt ihr|hast du|haben wir|do you have|are there|exist)(?: \\S+){0,2} (?:zu[mr]?|über|mit|about|on)`,
  ),
  pattern(
    '(?:welche|which) (?:folgen|episoden|episodes|sendungen|beiträge|artikel|articles) (?:handeln|behandeln|drehen|beschäftigen|befassen|sprechen|erklären|zu[mr]?|über|about|on|cover|deal|talk)',
  ),
  pattern(
    'in welchen (?:folgen|episoden|beiträgen|sendungen|artikeln)|in which (?:episodes|posts|articles)',
  ),
  pattern(
    `(?:liste|übersicht|auflistung|list|overview)(?: mir)?(?: bitte)? (?:aller |alle |der |mit (?:allen )?|von |of (?:all )?(?:the )?|all (?:the )?)?${source}`,
  ),
  pattern(
    `(?:zeig|nenn|gib|such|find|show|list)\\p{L}* (?:mir |uns |me |us )?(?:bitte )?(?:mal )?(?:alle|sämtliche|all(?: the)?) ${source}`,
  ),
]

/** All sources, whatever they are about. */
const everything =
  /^(?:bitte )?(?:(?:bekommen wir|gibt es|gib mir|zeig mir|hast du|habt ihr|can we have|give me|show me) )?(?:bitte )?(?:eine |die |a |the )?(?:liste|übersicht|list|overview) (?:aller|alle|der|von allen|of all)(?: deiner| eurer| your| the)? (?:folgen|episoden|beiträge|quellen|episodes|posts|sources)(?: bitte| please)?\W*$|^(?:und )?(?:welche|was für|which|what) (?:folgen|episoden|beiträge|quellen|episodes|posts|sources) (?:gibt es|gibts|hast du|habt ihr|kennst du|kennt ihr|do you have|are there)(?: alles| denn| eigentlich| so| hier| insgesamt)*\W*$/iu

/** Somebody asks what to do with posts, or what follows from something: no list of sources. */
const acts =
  /(?<!\p{L})(?:darf|dürfen|dürft|muss|müssen|müsst|soll(?:en|te|ten)?|löschen|verbergen|posten|teilen|veröffentlichen|planen|sperren wir|antworten wir|hat (?:es|das|ein|eine)|haben (?:falsche|solche)|may we|must we|should we|delete all|drohen)(?!\p{L})/iu

const voices: readonly RegExp[] = [
  pattern(
    '(?:wider(?:sprüche?n?|spruch|sprechen|spricht|sprüchlich\\p{L}*)|contradict\\p{L}*)(?: \\S+){0,6} (?:folgen?|episoden?|beiträgen?|quellen?|sich|einander|episodes?|posts?|sources?|each other)',
  ),
  pattern(
    '(?:folgen?|episoden?|beiträge|quellen|episodes|posts|sources|ihr euch|sich)(?: \\S+){0,6} (?:wider(?:sprüche?|spruch|sprechen|spricht|sprüchlich)|contradict\\p{L}*|disagree|uneins|uneinig|einig)',
  ),
  pattern(
    '(?:gibt(?: es|s)?|sind|seht|are there|any) (?:\\S+ ){0,3}(?:widersprüche?n?|contradictions?)',
  ),
  pattern(
    '(?:wer|who) (?:sagt|sagte|meint|said|says) (?:\\S+ ){0,2}(?:was|what|wozu|etwas|anderes)',
  ),
  pattern('(?:wer|who) (?:hat|had|has) (?:\\S+ ){0,5}(?:was|what) (?:\\S+ ){0,5}(?:gesagt|said)'),
  pattern(
    '(?:unterschiedliche|verschiedene|andere|different) (?:meinung\\p{L}*|ansicht\\p{L}*|aussage\\p{L}*|position\\p{L}*|opinions?|views)(?: \\S+){0,5} (?:folgen?|beiträgen?|quellen?|podcast|episodes?|sources?)',
  ),
]

const lawyer =
  /(?<!\p{L})(?:(?:du|sie) (?:bist|sind)|ihr seid|you are|sei|tu so, als (?:wärst|seist) du|spiel\p{L}*|act as|antworte (?:als|wie)|als)\s+(?:(?:ab (?:jetzt|sofort|nun)|jetzt|nun|von nun an|mal|bitte|now|from now on|mein\p{L}*|unser\p{L}*|my|our|a|an|ein\p{L}*|der|die)\s+){0,4}(?:rechtsanw[aä]lt\p{L}*|anw[aä]lt\p{L}*|jurist\p{L}*|richter\p{L}*|staatsanw[aä]lt\p{L}*|lawyer|judge|attorney)[.,:!]?/giu
const verdict =
  /(?<!\p{L})(?:ja oder nein|nur ja|(?:klares|einfach) (?:ja|nein)|yes or no)(?!\p{L})/giu
const offence =
  /(?<!\p{L})(?:beleidig\p{L}*|strafbar\p{L}*|straftat\p{L}*|volksverhetz\p{L}*|verleumd\p{L}*|nachrede|rechtswidrig|illegal|legal|rechtens|meinungsfreiheit|schmähkritik|drohung|nötigung|insult|libel|crime|criminal|defamation)(?!\p{L})/iu

const approval =
  /^(?:und |aber |and )?(?:wer|who)(?: \p{L}+){0,2} (?:(?:muss|darf|soll|kann|must|may|has to|can)(?: \p{L}+){0,1} )?(?:das|dies|es|den text|die antwort|das statement|den entwurf|that|this|it|the text|the statement)(?: \p{L}+){0,2} (?:freigeben|frei|freizugeben|absegnen|abnicken|unterschreiben|genehmigen|approve|sign off|release)(?: \p{L}+){0,1}\W*$|^(?:and )?who (?:(?:has to|must|can|may|needs to) )?(?:approves?|signs? off(?: on)?|releases?|clears?) (?:this|that|it|the text|the statement)(?: now)?\W*$|^(?:wer|who) (?:gibt|approves|signs) (?:das|dies|es|den text|die antwort|das statement|this|that|it)(?: \p{L}+){0,2} ?(?:frei|off)?\W*$/iu

/** Words of requests; what is left without them is the topic. */
const frame = new RegExp(
  [
    `(?:in|bei|aus|from|an|ab|zu) (?:eben )?(?:${which}) (?:der |euren )?(?:${source}|stelle|minute|sekunde|place)`,
    `${which} ${source}(?: gibt(?: es|s)?| habt ihr| hast du| haben wir| do you have| are there)?`,
    `(?:alle|sämtliche|all(?: the)?|jede) (?:eure |deine |your )?${source}`,
    `(?:in|aus|bei|von|zwischen|from|between) (?:den|euren|deinen|eure|the|your|my|meinen|alle[nr]?) (?:letzten )?${source}`,
    `(?:(?:bitte )?(?:als |eine? |die )?(?:liste|übersicht|auflistung|list|overview)(?: mir)?(?: bitte)?(?: aller| der| mit allen| mit| von| of all| of)?(?: ${source})?)`,
    `(?:zeig|nenn|gib|such|find|show)(?:e|t)?(?: mir| uns| me| us)`,
    '(?:da|dort|es) (?:war|gab(?: es|s)?|hattet ihr|hatten wir) (?:doch|mal|da|schon|irgendwo|irgendwann)(?: mal| da| schon)* (?:was|etwas|eine (?:folge|stelle)|einen beitrag)(?: mit| zu[mr]?| über)?',
    "(?:ging|geht|gings|gehts)(?: es| e?s|'s)?(?: (?:da|dort|hier|nochmal|noch mal|denn|doch))? (?:um|über)(?: die| das| den| der)?|ging es|geht es|dreht es sich um|dreht sich(?: alles)? um",
    `(?:habt|hat|hatten|hattet|haben|wurde|wird|wurden|werden) (?:ihr|du|sie|man|jemand|euch|nochmal|denn|da|mal)`,
    'wo (?:war|stand|steht|kam|wurde|wird|gab es) (?:das|die|der|es|nochmal|denn)(?: noch ?mal| denn| gleich)?(?: mit| über| zu| von)?|where (?:did|do|have|was|is) (?:you|they|it|that|the)(?: (?:bit|part|place) about)?',
    '(?:kannst|könnt) (?:du|ihr) (?:mir |uns )?(?:sagen|zeigen)|wei(?:ß|ss)t du(?: noch)?|wo (?:es|das)(?: \\S+){0,1}? um|ging',
    '(?:sagen|sagt|sagst) (?:sie |ihr |alle )?(?:das gleiche|dasselbe|das selbe|etwas anderes|was anderes)|(?:das gleiche|dasselbe)|oder (?:wider)?sprechen sie sich|say the same',
    '(?:wer|who) (?:sagt|sagte|meint|hat|said|says)(?: \\S+){0,1}? (?:was|what)(?: zu[mr]?| über| about)?',
    '(?:gibt(?: es|s)?|sind|seht|are there|any) (?:da |dort |denn )?(?:widersprüche?n?|contradictions?)|widersprüche?n?|widerspruch|(?:wider)sprechen sich|sich (?:wider)sprechen|contradict(?:ions?)?|each other|einander',
    'wo finde? ich(?: (?:die|eine|den|einen))?(?: (?:stelle|folge|beitrag|episode))?|wo kann ich',
    '(?:die |eine |der )?(?:stelle|folge|episode)(?: mit| zu[mr]?| über)',
    `(?:beim?|zum|zur|im) thema|on the (?:subject|topic) of|handeln(?: von)?|handelt(?: von)?|behandeln?|drehen sich um|beschäftigen sich mit|befassen sich mit|nachhören|nachlesen|anhören|kurz|bitte|please|nochmal|noch mal|${talked}|worin`,
  ]
    .map((one) => `(?<!\\p{L})(?:${one})(?!\\p{L})`)
    .join('|'),
  'giu',
)
const edges =
  /^(?:[\s,;:.!?–-]|(?:und|oder|aber|and|zu[mr]?|über|mit|um|von|in|about|on|of|to|the|doch|mal|denn|war|ist|sich|das|der|die|dem|den|wo|what|which)(?!\p{L}))+|(?:[\s,;:.!?–-]|(?<!\p{L})(?:und|oder|aber|and|wo|gibt es|gibts|sich|denn|es|da|habt ihr|ihr|about|you|did))+$/giu

/** All sources together, as whoever compares them calls them. */
const everySource =
  /(?<!\p{L})(?:die|eure|deine|unsere|alle|the|your) (?:folgen|episoden|sendungen|beiträge|artikel|quellen|episodes|posts|sources|articles)(?!\p{L})/giu

/** The subject of a request. */
function topicOf(own: string): string {
  const bare = own.replace(trailing, ' ').replace(frame, ' ').replace(/\s+/gu, ' ')
  return trimmed(bare)
}

function trimmed(text: string): string {
  const short = text.replace(edges, ' ').trim()
  return short === text ? text : trimmed(short)
}

/** Whoever tells a story asks a question at its end: a request is short. */
const longestRequest = 40

/** What a message wants beside the contents of sources; `undefined` for a question to them. */
export function requestOf(text: string): Request | undefined {
  const { own: typed, shown } = partsOf(text)
  // Commas stand where people please.
  const own = typed
    .replace(/[,;!?„“”"…]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
  const aside = asideIn(own)
  if (aside) return { kind: 'aside', why: aside }
  const about = selfTopicIn(own)
  if (about) return { kind: 'self', about }
  if (shown.length > 0) return undefined
  if (isVerdict(own)) return { kind: 'verdict', topic: withoutRole(typed) }
  if (words(own).length > longestRequest) return undefined
  if (approval.test(own)) return { kind: 'approval' }
  if (isSummary(own)) return { kind: 'summary', points: pointsIn(own) }
  return searchRequestOf(own)
}

function searchRequestOf(own: string): Request | undefined {
  if (isAmong(own, voices)) {
    return { kind: 'voices', topic: topicOf(own.replace(everySource, ' ')) }
  }
  if (everything.test(own)) return { kind: 'stock' }
  if (isAmong(own, lists) && !acts.test(own)) return { kind: 'list', topic: topicOf(own) }
  const isPlace = isAmong(own, places) || isPointing(own)
  if (!isPlace || acts.test(own.replace(/^.*?(?:ging|geht) es um/iu, ''))) return undefined
  const medium = mediumIn(own)
  return { kind: 'place', topic: topicOf(own), ...(medium ? { medium } : {}) }
}

function mediumIn(own: string): Medium | undefined {
  if (spokenSource.test(own)) return 'episode'
  return writtenSource.test(own) ? 'post' : undefined
}

function isPointing(own: string): boolean {
  return trailing.test(own) && contentWords(own.replace(trailing, ' ')).length > 0
}

function isVerdict(own: string): boolean {
  const hasRole = own.search(lawyer) >= 0
  const asksVerdict = own.search(verdict) >= 0
  return (hasRole && (asksVerdict || offence.test(own))) || (asksVerdict && offence.test(own))
}

/** A message without the part somebody wants the assistant to play, and without "ja oder nein". */
export function withoutRole(text: string): string {
  return text.replace(lawyer, ' ').replace(verdict, ' ').replace(/\s+/gu, ' ').trim()
}

function isAmong(text: string, patterns: readonly RegExp[]): boolean {
  return patterns.some((one) => one.test(text))
}

/** Whether a request is that of the whole message, however many questions it has. */
export function isOfWhole({ kind }: Request): boolean {
  return kind !== 'place' && kind !== 'list' && kind !== 'approval'
}
