import { type Sentence, sentences } from '../german/sentences.ts'
import { undisguise } from '../german/undisguise.ts'

/** What people in podcasts and posts do not say: words to a machine that reads along. */
const takeovers: readonly RegExp[] = [
  /(?<!\p{L})(?:ignorier(?:e|t|en sie)?|vergiss|vergesst|vergessen sie|missachte[nt]?|überschreibe?[nt]?|verwirf|verwerft|umgehe?[nt]?|hebe?n?)\s+(?:(?:bitte|jetzt|einfach|nun|sofort|mal|ab|alles|was|du|bisher|zuvor)\s+){0,4}(?:all\p{L}*|dein\p{L}*|eure|die|das|sämtliche|bisherige\p{L}*|vorherige\p{L}*|vorige\p{L}*|obige\p{L}*|jede\p{L}*)\s.{0,50}?(?:regel|anweisung|instruktion|vorgabe|prompt|befehl|richtlinie|auftrag|rolle)/isu,
  /(?<!\p{L})(?:ignore|forget|disregard|bypass|override)\s+(?:all|any|your|the|everything|previous|prior|above)\s.{0,50}?(?:rules?|instructions?|prompts?|guidelines?|told)(?!\p{L})/isu,
  /(?<!\p{L})(?:zeig|nenn|verrat|gib|druck|wiederhol|offenbar|übersetz|zitier|print|show|reveal|repeat|tell|output|translate)\p{L}*\s.{0,50}?(?:system[\s-]?prompt|systemnachricht|system message|dein(?:e|en|er|em)?\s+(?:\p{L}+\s+)?(?:prompt|anweisungen|instruktionen|regeln|vorgaben)|your\s+(?:\p{L}+\s+)?(?:prompt|instructions|rules))/isu,
  /(?:^|[\n.!?>\]»“"])\s*[[<(#*_|=-]*\s*(?:system|assistant|developer|entwickler|admin|administrator|root|tool|user|human|ki)(?:[\s-]?(?:nachricht|message|meldung|prompt|hinweis|override))?\s*[\])>#*_|]*\s*:/imu,
  /(?:\[\/?INST\]|<\|[^|<>]{1,30}\|>|<\/?(?:system|assistant|instructions?|prompt)>|###\s*(?:system|instruction|anweisung))/iu,
  /(?<!\p{L})an\s+(?:das|die|den|alle|jede[sn]?)\s+(?:\p{L}+\s+)?(?:sprachmodelle?|modelle?|ki|k\.i\.|assistent\p{L}*|chatbot\p{L}*|bot|ai|llm|systeme?)(?![\p{L}-])/iu,
  /(?<!\p{L})(?:liebe[rs]?|hallo|hey|achtung|note to|dear|attention)[\s,]+(?:die\s+|das\s+|der\s+)?(?:sprachmodell|ki(?![\p{L}-])|assistent(?!in)|chatbot|bot|ai|llm|language model)/iu,
  /(?<!\p{L})(?:hinweis|nachricht|befehl|anweisung|notiz|info|auftrag)\s+(?:für|an)\s+(?:das|die|den|alle)\s+(?:\p{L}+\s+)?(?:sprachmodell|modell|ki|assistent|bot|ai|llm)/iu,
  /(?<!\p{L})(?:ab (?:jetzt|sofort|nun)|von nun an|künftig|from now on)\s+(?:antworte|schreib|sprich|sprichst|antwortest|schreibst|bist du|gilt für dich|heißt du|reply|answer|speak)/iu,
  /(?<!\p{L})(?:entwicklermodus|developer mode|jailbreak|dan[\s-]modus|dan mode|debug[\s-]?modus|wartungsmodus|gottmodus|god mode|sudo)(?!\p{L})/iu,
  /(?<!\p{L})(?:deine|eure|your)\s+(?:neue[nr]?\s+|eigentliche\s+|wahre\s+|new\s+|real\s+)(?:aufgabe|anweisung\p{L}*|rolle|regel\p{L}*|task|instructions?|role|rules?)/iu,
  /(?<!\p{L})(?:neue|geänderte|aktualisierte|wichtige|new|updated)\s+(?:system)?(?:anweisung|instruktion|regel|vorgabe|instruction|rule)\p{L}*\s*(?:\p{L}+\s*){0,4}:/iu,
  /(?<!\p{L})(?:befolge|führe)\s+(?:\p{L}+\s+){0,4}(?:anweisung\p{L}*|befehl\p{L}*|instruktion\p{L}*|aus\b)/iu,
  /(?<!\p{L})(?:follow|execute|obey)\s+(?:\p{L}+\s+){0,3}(?:instructions?|commands?|orders?)/iu,
  /(?<!\p{L})(?:antworte|schreibe|sage|behaupte|reply|answer|respond|say)\s*(?:mit|with)?\s*[:„"“'«»]/iu,
  /(?<!\p{L})(?:role|rolle)\s*[:=|]\s*["']?(?:system|assistant|developer|user)/iu,
  /"claims"\s*:|\bclaims?\s*=\s*\[|"evidence"\s*:/iu,
]

/** Orders that somebody may also give who only wants an answer in another form. */
const demands: readonly RegExp[] = [
  /(?<!\p{L})(?<!ich\s)(?:du bist|ihr seid|you are|sei|spiele?|tu so, als)\s+(?:ab (?:jetzt|sofort|nun)|jetzt|nun|von nun an|künftig|now|from now on|ein(?:e|en)?\s+(?:anderer|andere|pirat|hacker|ungefiltert|uneingeschränkt))/iu,
  /(?<!\p{L})(?:wer|was|falls|wenn)\s.{0,40}(?:automatisch|maschinell|ki)\s.{0,20}(?:auswerte|zusammenfass|verarbeite|lies|les|antworte).{0,30}(?:soll|bitte|möge|muss|vermerk|erwähn|schreib)/isu,
  /(?<!\p{L})(?:ai|llm|bot|ki)[\s-](?:summari[sz]ers?|assistants?|agents?|readers?|zusammenfass\p{L}*|leser|crawler)(?!\p{L})/iu,
  /(?<!\p{L})(?:content|anweisung|instruktion|befehl|instruction|command|prompt)\s*[:=|]\s*\S/iu,
  /(?<!\p{L})(?:antworte|schreibe?|sage?|reply|answer|say)\s*[|=]/iu,
  /```|(?<!\p{L})(?:print|echo|eval|exec)\s*\(/iu,
  /(?<!\p{L})(?:rückwärts|von hinten|umgedreht|backwards|reversed?)(?!\p{L}).{0,40}(?:gib|lies|aus|schreib|antwort|read|print)|(?<!\p{L})(?:lies|gib|read)\s.{0,30}(?:rückwärts|von hinten|backwards)/isu,
  /(?<!\p{L})(?:nenn\p{L}*|heiß\p{L}*|heisst?)\s+(?:wir\s+|ich\s+)?(?:dich|du)\s|(?<!\p{L})dein (?:neuer )?name ist/iu,
  /(?<!\p{L})in (?:deiner|der|jeder) antwort\s+(?:\p{L}+\s+){0,3}(?:vork|steh|auftauch|erwähn|enthalt|sag)/iu,
  /(?<!\p{L})(?:geheime[nr]?|verborgene[nr]?|hidden|secret)\s+(?:vorgaben|anweisung\p{L}*|regeln|instruktion\p{L}*|instructions?|rules?)/iu,
  /(?<!\p{L})(?:antworte|schreibe?|reply|respond|sage)(?:\s+\p{L}+){0,7}\s*:/iu,
  /(?<!\p{L})(?:antworte|schreibe?|reply|answer|respond|sag|sage|gib|füge|hänge?|ergänze?|beginne?|beende|erwähne?|verlinke?|markiere?|pinge?|behaupte|bestätige)(?:\s+(?:bitte|jetzt|immer|nur|stets|ausschließlich|einfach|genau|wörtlich|als|zuerst|am|an|in|with|only|always|exactly|unter|deine[rnm]?|jede[rn]?|the|to|every|answer|antwort(?:en)?|ende|anfang|schluss)){1,7}\s*[:„"“'«»]/iu,
  /(?<!\p{L})(?:antworte|schreibe?|reply|answer|respond)\s+(?:\p{L}+\s+){0,2}(?:nur noch|ausschließlich|immer nur|only|wörtlich|exakt|exactly)(?!\p{L})/iu,
  /(?<!\p{L})(?:dekodiere?|entschlüssle|decode|base64|rot13|rückwärts gelesen|backwards)(?!\p{L}).{0,60}(?:und|and|:|befolge|ausführ|antwort|follow|run)/iu,
]

/** Whether a text wants to take over whoever answers: other rules, another role, its own prompt. */
export function takesOver(text: string): boolean {
  return isAmong(text, takeovers)
}

/** Whether a text gives orders to whoever answers, rather than speaking of rules or of orders. */
function givesOrders(text: string): boolean {
  return isAmong(text, takeovers) || isAmong(text, demands)
}

function isAmong(text: string, patterns: readonly RegExp[]): boolean {
  const read = undisguise(text)
  // "I g n o r i e r e": single letters with something between them.
  const gapless = read.replace(/(?<=(?<!\p{L})\p{L})[ .\-_*·](?=\p{L}(?!\p{L}))/gu, '')
  const hasGaps = gapless !== read
  return patterns.some((pattern) => pattern.test(read) || (hasGaps && pattern.test(gapless)))
}

/** So many sentences behind an order may be what it wants to be said. */
const reach = 3

/** So many texts of sources are remembered with what was found in them. */
const memory = 5000

/** The same for a source's text, worked out once: sources come again, what people type does not. */
function remembering<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    const found = read(text)
    if (known.size >= memory) known.clear()
    known.set(text, found)
    return found
  }
}

/** The sentences of a source's text that hold no order and do not stand right behind one. */
export const freeSentences = remembering((text): readonly Sentence[] => {
  const all = sentences(text)
  const ordered = all.map((one) => !isQuotable(one.text))
  return all.filter((_, at) => !ordered.slice(Math.max(0, at - reach), at + 1).some(Boolean))
})

/** Whether a text holds an order, a link, a mention or a code anywhere. */
export function isSuspect(text: string): boolean {
  return givesOrders(text) || sentences(text).some((one) => !isQuotable(one.text))
}

/** The same for the text of a source. */
export const isSuspectSource = remembering(isSuspect)

/** Addresses, mentions, markup and what cannot be seen: no sentence with one of them is quoted. */
const charged =
  /:\/\/|(?<!\p{L})www\.|(?:javascript|vbscript|mailto)\s?:\s?\S|(?<!\p{L})(?:data|file|tel|sms):\S|!\[|\]\(|\]\[|<[/!@#a-z]|(?<![\p{L}\p{N}])@[\p{L}\p{N}]|\S@\S|!(?:channel|here|everyone)|[\u202a-\u202e\u2066-\u2069\u200b-\u200f\u2060\u{e0000}-\u{e007f}]/iu
const domain =
  /(?<![\p{L}\d@])(?:[\p{L}\d-]+\.)+(?:de|com|net|org|info|biz|eu|io|me|app|dev|xyz|top|ru|cn|tk|to|ly|gg|link|click|site|online|shop|example|test|invalid|localhost|xn--[a-z\d-]+|at|ch|tv|cc|co|ai)(?![\p{L}\d])/iu
const blob =
  /[A-Za-z0-9+/]{40,}={0,2}|(?:%[0-9a-f]{2}){6,}|(?:\\[ux][0-9a-f]{2,4}){4,}|(?:&#x?[0-9a-f]{2,6};){4,}|(?:[01]{8}\s?){5,}/iu

/** Whether a sentence may be shown as somebody's words: no order, no address, no mention, no code. */
export function isQuotable(text: string): boolean {
  return !charged.test(text) && !domain.test(text) && !blob.test(text) && !givesOrders(text)
}
