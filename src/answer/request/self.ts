import type { SelfTopic } from '../../domain/answer.ts'

const bot =
  '(?:der|dieser|unser|euer|den|diesen|unseren|the|this|our) (?:chat)?(?:bot|assistent|assistant|sturmlotse)'
const mine =
  '(?:(?:das |alles |etwas )?was (?:ich|wir)|(?:meine|unsere|unseren|meinen|diese|unsere|my|our) (?:eingaben?|fragen?|nachrichten?|texte?|daten|verlauf|chats?|questions?|messages?|data|input)|what (?:i|we)|das hier|den verlauf|den chat|diesen chat)'
const keeps =
  '(?:speicher\\p{L}*|gespeichert|aufbewahr\\p{L}*|protokollier\\p{L}*|mitgeschrieben|merk(?:st|t|en)|behältst|behält|mitloggen|loggst|loggt|gelogg?t|lösch\\p{L}*|gelöscht|stor(?:e|es|ed|ing)|sav(?:e|es|ed|ing)|keep|keeps|kept|remember|delete\\p{L}*|weiterg\\p{L}*|verwende\\p{L}*|genutzt|trainier\\p{L}*|train\\p{L}*)'

function pattern(text: string): RegExp {
  return new RegExp(`(?<!\\p{L})${text}(?!\\p{L})`, 'iu')
}

/** Only what is put to the assistant, or said of it by who writes to it: other bots are a subject of the sources. */
const topics: readonly (readonly [SelfTopic, readonly RegExp[]])[] = [
  [
    'readers',
    [
      pattern(
        '(?:wer|who) (?:\\S+ ){0,3}(?:liest|lesen|hört|sieht|kann) (?:\\S+ ){0,4}(?:mit|mitlesen)\\W*$',
      ),
      pattern(
        '(?:wer|jemand|who|anyone|(?:mein|unser|der|die) (?:chefin|chef|vorgesetzte\\p{L}*|kolleg\\p{L}*|admin\\p{L}*)) (?:\\S+ ){0,3}(?:sieht|lesen|liest|sehen|see|read|reads|sees) (?:\\S+ ){0,3}' +
          `${mine}`,
      ),
      pattern(
        `(?:sieht|liest|kann|can|does) (?:wer|jemand|anyone|somebody|(?:mein|unser|der|die) (?:chefin|chef|vorgesetzte\\p{L}*|admin\\p{L}*)) (?:\\S+ ){0,3}(?:${mine}|mitlesen|mit\\W*$)`,
      ),
      pattern(
        '(?:liest|hört|schreibt) (?:hier )?(?:jemand|ein mensch|wer|der chef|die chefin)(?: hier)? mit',
      ),
      pattern(`wer (?:sieht|liest|bekommt|kriegt) (?:${mine}|das hier|diese unterhaltung)`),
    ],
  ],
  [
    'storage',
    [
      pattern(`(?:${bot}|du|sie|ihr|you)(?: \\S+){0,4} ${keeps}(?: \\S+){0,4} ${mine}`),
      pattern(`${keeps} (?:${bot}|du|sie|ihr|you)(?: \\S+){0,4} ${mine}`),
      pattern(`${bot}(?: \\S+){0,3} ${keeps}(?: \\S+){0,3} was ich`),
      pattern(
        `(?:was|wie lange|wo|what|how long|where)(?: \\S+){0,2} (?:speicherst|merkst|behältst|loggst|protokollierst) du`,
      ),
      pattern(`(?:do|does|did|will) (?:you|${bot}) (?:store|save|keep|log|remember)`),
      pattern(
        `(?:wird|werden|wurde|wie lange|wo|is|are|was)(?: \\S+){0,4} ${mine}(?: \\S+){0,6} (?:gespeichert|aufbewahrt|protokolliert|verarbeitet|training|trainieren|stored|saved|kept|logged|train)`,
      ),
      pattern(
        `(?:wird|werden|is|are) (?:das|es|alles|this|it) (?:\\S+ ){0,2}(?:gespeichert|stored)(?: \\S+){0,2} was ich`,
      ),
      pattern(
        '(?:wie|kann ich|how|can i)(?: \\S+){0,4} (?:meine|my|unsere|our|diese)(?: letzten?| last)? (?:frage|fragen|eingaben?|nachrichten?|daten|verlauf|question|questions|messages?|data)(?: \\S+){0,4} (?:löschen|gelöscht|vergessen|delete\\p{L}*|erase|forget)',
      ),
      pattern(
        '(?:wie|how|can i)(?: \\S+){0,3} (?:lösche|lösch|entferne|delete|erase)(?: ich| wir)? (?:meine|meinen|unsere|my|our)(?: letzten?| last)? (?:fragen?|eingaben?|nachrichten?|daten|verlauf|questions?|messages?|data|input)',
      ),
      pattern(
        '(?:was passiert|what happens)(?: \\S+){0,3} mit (?:meinen|unseren|dem|den) (?:eingaben|fragen|nachrichten|texten)(?: hier)?|what happens (?:to|with) (?:my|our) (?:questions|messages|input)',
      ),
      pattern(
        '(?:darf|kann|soll|may|can) ich (?:hier|dir|dir hier|bei dir)(?: \\S+){0,3} (?:namen|personendaten|daten|klarnamen|vertrauliches)(?: \\S+){0,3} (?:einfügen|eingeben|schreiben|posten|schicken|geben)',
      ),
      pattern(
        '(?:bist du|ist (?:das|dieser bot|der bot) hier|are you)(?: \\S+){0,2} (?:dsgvo\\p{L}*|datenschutz\\p{L}*|gdpr\\p{L}*)',
      ),
    ],
  ],
  [
    'nature',
    [
      pattern(
        '(?:bist du|sind sie|are you)(?: (?:eigentlich|denn|überhaupt|wirklich|nur|auch|jetzt|hier|really|actually|just))* (?:eine? |ein |an? |der |die |the )?(?:echte[rn]? |künstliche |real )?(?:ki|k\\.i\\.|ai|bot|chatbot|roboter|mensch|maschine|computer|programm|intelligenz|human|person|robot|machine|chatgpt|gpt|claude|copilot|gemini|echt)',
      ),
      pattern(
        '(?:wer|was|who|what) (?:bist du|sind sie|are you)(?: (?:eigentlich|denn|überhaupt|really|actually))*\\W*$',
      ),
      pattern(
        '(?:welche ki|welches (?:sprach)?modell|which (?:ai|model))(?: \\S+){0,2} (?:du|dahinter|dir|you)',
      ),
      pattern(
        '(?:schreibe|rede|spreche|chatte|am i (?:talking|speaking|writing))(?: ich)?(?: \\S+){0,4} (?:mit|to|with) (?:einem|einer|a|an) (?:menschen|person|bot|ki|maschine|human|machine|ai)',
      ),
      pattern('(?:wer|who) (?:hat dich|steckt hinter dir|made you|built you)(?: \\S+){0,2}'),
    ],
  ],
  [
    'skills',
    [
      pattern(
        '(?:was|what) (?:kannst du|können sie|can you)(?: (?:alles|denn|so|eigentlich|hier|für mich|für uns|do|tun|machen))*\\W*$',
      ),
      pattern(
        '(?:wobei|womit|wie) (?:kannst|können) (?:du|sie) (?:mir|uns)(?: \\S+){0,2} helfen\\W*$',
      ),
      pattern('(?:wie (?:funktionierst|arbeitest) du|how do you work)\\W*$'),
      pattern(
        '(?:woher|from where|how)(?: \\S+)? (?:weißt|hast|nimmst|do) (?:du|you)(?: \\S+){0,2} (?:das|dein wissen|deine (?:antworten|infos?|informationen)|know (?:this|that|all this))\\W*$',
      ),
      pattern(
        '(?:was sind|welche|which|what are)(?: \\S+)? (?:deine|your) (?:quellen|sources|fähigkeiten|grenzen|limits|skills)\\W*$',
      ),
    ],
  ],
]

/** What somebody wants to know about the assistant itself; `undefined` where it is about anything else. */
export function selfTopicIn(text: string): SelfTopic | undefined {
  return topics.find(([, patterns]) => patterns.some((one) => one.test(text)))?.[0]
}
