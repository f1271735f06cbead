import { isCommonNoun, isExactNoun } from './common-nouns.ts'
import { isCounted, number, publicPlace, type Stretch, town, unit } from './identifiers.ts'

/** Where it is said that somebody lives: up to the end of the sentence any words with a number may be the address. */
const cue =
  /(?<!\p{L})(?:wohn(?:e|st|t|te|ten|en|haft|ung|ort|sitz)|leb(?:e|st|t|te|ten|en)|haust|(?:ge|umge|weg|hinge)zogen|zieht|zuhause|zu[ ]hause|daheim|gemeldet|\p{L}{0,12}adresse|anschrift|zustellung|bei[ ](?:mir|uns|ihm|ihr|ihnen)|(?:mein|unser|sein|ihr)(?:e[mnrs]?)?[ ](?:haus|wohnung|keller|garten|einfahrt|zaun)|(?:familie|leute|nachbarn?|frau|mann|typ|ehepaar|anwohner(?:in)?)[ ]aus)(?!\p{L})/giu

/** An address begins at most this many characters behind it. */
const reach = 90

const space = String.raw`[ \t\u00a0]`
const capital = String.raw`(?!(?:Am|An|Im|In|Auf|Hinter|Zum|Zur|Vor|Unter|Bei)(?![\p{L}]))\p{Lu}[\p{L}-]*\p{L}\.?`

/** "im Erlengrund 17", "in der Unteren Vorstadt 18", "in Neudorf 14" */
const placed = new RegExp(
  String.raw`(?<![\p{L}\d-])(?:im|in|in der|in den|in die|am|an der|an den|auf dem|auf der|auf den|aufm|zum|zur|hinter der|hinter dem|hinter den|vor dem|vor den|unter den|unterm|beim|bei der|bei den|aus dem|aus der|ausm|dem|der)${space}(?<it>(?<name>(?:${capital}${space}){0,2}${capital})${space}(?:(?:Nr\.|Nummer|Hausnummer)${space})?${number}${town})${unit}`,
  'dgu',
)

/** "…, Mühlkanal 6", "Anschrift lautet Op de Geest 11": nothing says where, and no thing is counted so. */
const bare = new RegExp(
  String.raw`(?<=^[ \t]*[:(,–-]?${space}*(?:(?:ist|lautet|war|jetzt|nun|die|der|von[ ](?:ihm|ihr|mir)|in|glaub|ich|wohl|ja|da|übrigens|allein|oben|ganz)${space}+){0,3}[:]?${space}*|[,:(]${space}*)(?<it>(?<name>(?:(?:Op|Upn?|Opn|To|Am|An|Auf|Bei|Im|In|Zum|Zur|Hinter|Hinterm|Vor|Vorm|Unter|Unterm|Über)${space}(?:(?:de|dem|den|der|die|’n|'n)${space})?)?(?:${capital}${space}){0,2}${capital})${space}(?:(?:Nr\.|Nummer|Hausnummer)${space})?${number}${town})${unit}`,
  'dgu',
)

/** "neben der Schule, Mühlkanal 6": the school is not at home there. */
const beside =
  /(?:neben|gegenüber|hinter|vor|nahe|bei|unterhalb|oberhalb|an|am|beim|von|vom|zur|zum)[ \t](?:(?:der|dem|den|des)[ \t])?\p{L}+[,:;(]?[ \t]*$/iu

/** Ends a sentence; "Kolpingstr. 7" goes on. */
const end = /[!?\n;]|\.(?=\s+\p{Lu}|$)/u

/** Words that stand before a number at home and are no street. */
const noStreet =
  /^(?:Haus|Hausnummer|Nummer|Zimmer|Raum|Standort|Werk|Lager|Team|Neubau|Altbau|Anbau|Halle|Stock|Etage|Wohnung|Gleis|Tor|Linie|Bus|Trakt|Block|Gebäude|Eingang|Aufgang|Pavillon|Zelt|Container|Platz|Stellplatz|Parkdeck|Sektor|Wahlkreis|Bezirk|Kreis|Wahlbezirk|Postleitzahl|PLZ|Telefon|Tel|Fax|Handy|Mobil|Corona|Covid|Silvester|Weihnachten|Ostern|Pfingsten|Advent|Herbst|Winter|Sommer|Frühling|Frühjahr|Alter|Jahr|Jahre|Folge|Seite|Haushalt|Gruppe|Klasse|Studie|Runde|Schicht|Autobahn|Paragraf|Artikel|Abs|Absatz|Pflegegrad|Stufe|Level|Version|Windows|Kind|Hund|Katze|Uhr|Punkt|Ende|Anfang|Mitte|Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)$/u

/** The addresses that stand where somebody is said to live. */
export function saidHomes(text: string): readonly Stretch[] {
  return Array.from(text.matchAll(cue)).flatMap(({ 0: found, index }) => {
    const from = index + found.length
    const window = text.slice(from, from + reach)
    const stop = end.exec(window)?.index ?? window.length
    const sentence = window.slice(0, stop)
    return [...inSentence(sentence, placed, isPlace), ...inSentence(sentence, bare, isStreet)].map(
      (one) => ({ start: from + one.start, end: from + one.end }),
    )
  })
}

function inSentence(
  sentence: string,
  pattern: RegExp,
  isAddress: (name: string) => boolean,
): readonly Stretch[] {
  return Array.from(sentence.matchAll(pattern)).flatMap(({ groups, indices }) => {
    const [start, stop] = indices?.groups?.['it'] ?? []
    const name = groups?.['name'] ?? ''
    if (start === undefined || stop === undefined || !isAddress(name)) return []
    // "bei uns im Verein 400 Mitglieder"
    const behind = /^[ \t](\p{Lu}[\p{L}-]+)/u.exec(sentence.slice(stop))?.[1] ?? ''
    const isTown = /\d{4}$/.test(sentence.slice(start, stop))
    const isCount = !isTown && (isCommonNoun(behind) || /innen$/.test(behind))
    if (isCount && !/haus$|^Familie/i.test(behind)) return []
    const before = sentence.slice(0, start)
    if (publicPlace.test(before) && !beside.test(before)) return []
    return [{ start, end: stop }]
  })
}

function isPlace(name: string): boolean {
  const last = name.split(/\s/).at(-1) ?? ''
  return !noStreet.test(last) && !isCounted(`${name} 1`)
}

/** With nothing before it a common word is a thing that is counted: "Folge 3", "Gebühren 12". */
function isStreet(name: string): boolean {
  const words = name.split(/\s/)
  const last = words.at(-1) ?? ''
  const isSaid =
    words.length > 1 &&
    /^(?:Op|Up|Upn|Opn|To|Am|An|Auf|Bei|Im|In|Zum|Zur|Hinter|Hinterm|Vor|Vorm|Unter|Unterm|Über)$/.test(
      words[0] ?? '',
    )
  return isPlace(name) && (isSaid || !isExactNoun(last)) && (isSaid || !isPlural(last))
}

function isPlural(word: string): boolean {
  return isCommonNoun(word) && /(?:en|er|s)$/.test(word)
}
