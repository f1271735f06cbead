import { isStopWord } from '../german/stop-words.ts'
import { fold, words } from '../german/words.ts'

/** What somebody says before they say something; taking it away changes no sense. */
const filler =
  /^(?:(?:und|aber|also|genau|gut|okay|ok|naja|na ja|nun|tja|ach|ähm?|äh|hm+|eben|stimmt|richtig|klar|ja|wie gesagt|sag ich mal|ich sag mal|ich glaube|ich denke|ich meine|ich finde|weißt du|schau|schau mal|pass auf|well|so|yeah|okay so|you know|i mean)(?:[,.!…:–-]\s*|\s+(?=(?:und|aber|also|genau|ja|gut|naja|ähm?|äh|wie gesagt|ich glaube|ich denke)\b)))+/iu

/** A conjunction alone, without a comma behind it. */
const conjunction = /^(?:und|aber|also|oder)\s+(?=\p{L})/iu

/** The sentence without the spoken filler it opens with; the words that are left stay as they are. */
export function withoutFiller(sentence: string): string {
  const bare = sentence.replace(filler, '').replace(conjunction, '')
  return words(bare).length >= fewest ? bare : sentence
}

/** What is left must still be a sentence. */
const fewest = 4

const pointing =
  /^(?:er|ihn|ihm|ihnen|dessen|deren|da|dann|danach|davor|dabei|dafür|dagegen|dadurch|daher|damit|daneben|daran|darauf|daraus|darin|darüber|darum|darunter|davon|dazu|deshalb|deswegen|dort|dorthin|denn|sondern|sonst|trotzdem|allerdings|außerdem|beides|beide|ebenso|genauso|so|solche\p{L}*|diese\p{L}?|dies|jene\p{L}?|weil|obwohl|nicht|sodass|nein|ja|doch|nee|nö|he|they|it|this|that|these|those|then|there|because|but|otherwise)$/iu

const articles = /^(?:das|die|der|den|dem|sie|es)$/iu

const past = /^(?:saß|stand|kam|ging|lag|sah|rief|sprach|fiel|blieb|hieß|wusste|fand|nahm|gab)$/iu

/**
 * Whether a sentence leans on what was said before it ("Das machen wir nie", "Dann ruft ihr an"):
 * alone nobody knows what it speaks of.
 */
export function leansBack(sentence: string): boolean {
  const [first, second, third] = words(sentence).map(({ text }) => text)
  if (first === undefined) return true
  if (pointing.test(first)) return !hasNounNext(first, second)
  if (!articles.test(first) || second === undefined) return false
  if (/^es$/i.test(first))
    return !/^(?:gibt|ist|sind|geht|braucht|kommt|reicht|gilt)$/iu.test(second)
  if (/^\p{Lu}/u.test(second)) return false
  const isVerb = /(?:t|en)$/u.test(second) && !/^\p{Lu}/u.test(third ?? '')
  return isStopWord(fold(second)) || isVerb || past.test(second)
}

// "Diese Regel gilt" names what it means; "Diese gilt" does not.
function hasNounNext(first: string, second: string | undefined): boolean {
  return /^(?:diese|dies|solche|beide|jene|these|those|this|that)/iu.test(first) && isNoun(second)
}

function isNoun(word: string | undefined): boolean {
  return word !== undefined && /^\p{Lu}/u.test(word)
}

const host =
  /(?<!\p{L})(?:willkommen|herzlich|hallo|servus|tschüss|schön,? dass|in dieser (?:folge|episode)|in der (?:heutigen|letzten|nächsten) (?:folge|episode)|heute (?:geht es|reden wir|sprechen wir)|es geht heute|ging es (?:hier |da |heute )?um|wir woll(?:t)?en (?:heute |mal )?(?:rauskriegen|herausfinden|klären|wissen|darüber|ganz)|woll(?:t)?en wir (?:heute |mal |ganz )?\p{L}* ?(?:darüber|klären|wissen|reden|sprechen)|wir (?:reden|sprechen) (?:heute|gleich)|shownotes|abonnier\p{L}*|zuhör\p{L}*|hörer\p{L}*|danke (?:dir|euch|fürs)|bis zum nächsten|welcome|today we|show notes|subscribe|listeners?)(?!\p{L})/iu

/** How a sentence is told, each with what that is worth to somebody who must act. */
const manners: readonly (readonly [RegExp, number])[] = [
  // What must, may or should be done, and when.
  [
    /(?<!\p{L})(?:müss\p{L}+|muss|sollt?e?[nt]?|dürf\p{L}+|darf|gilt|gelten|pflicht\p{L}*|verbot\p{L}*|erlaubt|zulässig|braucht|verlangt|zählt|zählen|reicht|genügt|zuerst|spätestens|höchstens|mindestens|binnen|innerhalb|unverzüglich|sofort|grundsätzlich|in der regel|empfehl\p{L}+|hausregel|niemals|must|should|may not|have to)(?!\p{L})/iu,
    1.15,
  ],
  [
    /§|(?<!\p{L})(?:artikel|art\.|paragra[fp]h?|absatz|aktenzeichen|stand (?:heute|\d))(?!\p{L})/iu,
    1.1,
  ],
  [/\d/u, 1.06],
  // Orders to the reader.
  [
    /^(?!Es|Das|Ist|Hat|Geht|Gibt|Kommt|Steht|Bleibt|Sagt|Macht)\p{Lu}\p{Ll}+t (?!ihr|es|er|sie|man|das)\p{L}/u,
    1.1,
  ],
  // Stories.
  [
    /(?<!\p{L})(?:neulich|damals|einmal|gestern|letzte (?:woche|nacht)|letztes (?:jahr|mal)|vorhin|ich (?:hatte|war|saß|stand|wollte|dachte|habe? (?:mal|neulich|gestern|damals|gedacht|gesagt))|(?:habe?|hatte|war|wollte|dachte) ich|wir hatten|hatten wir|hat mir (?:mal |einmal )?erzählt|ein(?:e)? (?:kollege|kollegin|bekannter|bekannte|freund)|rief|stand|saß|lachte|beim letzten mal|am (?:nächsten|selben) (?:morgen|tag|abend)|once upon|i remember|back then)(?!\p{L})/iu,
    0.62,
  ],
  // What hosts say to each other and to those who listen.
  [host, 0.5],
  [/(?<!\p{L})(?:du|dich|dir|dein\p{L}*)(?!\p{L})/iu, 0.85],
  [/(?<!\p{L})(?:ich|mich|mir)(?!\p{L})/iu, 0.88],
  [
    /(?<!\p{L})(?:keine ahnung|weiß ich nicht|glaube ich|vielleicht|irgendwie|irgendwas|oder so|sozusagen|quasi)(?!\p{L})/iu,
    0.85,
  ],
]

/** How much a sentence is worth for the way it is told, whatever it is about; 1 for a plain one. */
export function mannerOf(sentence: string): number {
  return manners.reduce(
    (worth, [told, factor]) => (told.test(sentence) ? worth * factor : worth),
    1,
  )
}

/** Whether hosts speak to each other or to those who listen: a welcome, what comes next, where to subscribe. */
export function isHostTalk(sentence: string): boolean {
  return host.test(sentence)
}

/** Whether quotation marks open that do not close within the text, or the other way round. */
export function breaksQuote(text: string): boolean {
  const count = (marks: RegExp) => text.match(marks)?.length ?? 0
  const opened = count(/[„«]/g)
  const closed = count(/[“”»]/g)
  return opened !== closed && opened + closed > 0
}

const marks = {
  speaksOfSelf: /(?<!\p{L})(?:ich|mich|mir|mein\p{L}*)(?!\p{L})/iu,
  denies: /(?<!\p{L})(?:nicht|kein\p{L}*|nie|niemals|nein|not|never|no)(?!\p{L})/iu,
  counts: /\d/u,
  orders:
    /(?<!\p{L})(?:zuerst|als erstes|erst(?:ens| mal)?|dann|danach|zweitens|spätestens|höchstens|mindestens|binnen|innerhalb|unverzüglich|sofort|grundsätzlich|immer|nie(?:mals)?|jede[rmns]?|alle[sn]?)(?!\p{L})/iu,
  advises:
    /(?<!\p{L})(?:müss\p{L}+|muss|dürf\p{L}+|darf|sollt?e?[nt]?|würde|empfehl\p{L}+|am besten|besser|lieber|reicht|genügt|braucht|brauchen|könnt|must|should|may)(?!\p{L})/iu,
  citesLaw:
    /§|(?<!\p{L})(?:artikel|art\.|paragra[fp]h?|absatz|aktenzeichen|\p{L}*gericht\p{L}*|gesetz\p{L}*|urteil\p{L}*|b?verwg|bgh|ovg|vg|dsgvo|grundgesetz)(?!\p{L})/iu,
  hedges:
    /(?<!\p{L})(?:keine ahnung|weiß ich nicht|glaube? ich|ich glaube|vielleicht|irgendwie|irgendwas|oder so|sozusagen|quasi|mal sehen)(?!\p{L})/iu,
  tellsStory:
    /(?<!\p{L})(?:neulich|damals|einmal|gestern|vorhin|letzte (?:woche|nacht)|letztes (?:jahr|mal)|war|waren|hatte|hatten|wurde|wurden|kam|ging|sagte|schrieb|stand|saß|rief)(?!\p{L})/iu,
  setsScene:
    /(?<!\p{L})(?:jemand|einer|eine[rm]?|(?:ein|eine) \p{Lu}\p{L}+) (?:\p{L}+ )?(?:schreibt|stellt|ruft|postet|fragt|kommentiert|will|meldet|behauptet|droht|filmt|hat|steht)(?!\p{L})/iu,
} as const

/** How a sentence is told, told apart for a judgement that weighs each. */
export function mannersIn(text: string): Readonly<Record<keyof typeof marks, boolean>> {
  const is = (mark: keyof typeof marks) => marks[mark].test(text)
  return {
    speaksOfSelf: is('speaksOfSelf'),
    denies: is('denies'),
    counts: is('counts'),
    orders: is('orders'),
    advises: is('advises'),
    citesLaw: is('citesLaw'),
    hedges: is('hedges'),
    tellsStory: is('tellsStory'),
    setsScene: is('setsScene'),
  }
}
