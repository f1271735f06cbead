/** From `start` to `end` (exclusive) of a text. */
export interface Stretch {
  readonly start: number
  readonly end: number
}

type Find = (text: string) => readonly Stretch[]

const space = String.raw`[ \t\u00a0]`

/** What a street is called by its last part; parts that end other words as well want more before them. */
const sure =
  '(?:straße|strasse|str\\.|str(?![\\p{L}])|gasse|allee|chaussee|stieg|steig|pfad|ufer|twiete|promenade)'
const likely =
  '(?:weg|platz|ring|damm|kamp|winkel|hof|berg|graben|markt|garten|wall|tor|park|feld|höhe|grund|siedlung|blick|anger|bogen|aue|straat|deich|brink|esch|heide|hang|rain|koog|steg|zeile|reihe|leite|halde|bühl|gässle|gässchen|straßle|acker|wiese|wiesen|gärten|kai|mühle|freiheit|terrasse|passage|redder|drift|wurt|bleiche|schanze|warft|kuhle|busch)'

/** Ends like a street and is none. */
const noStreet =
  /(?:unterwegs|spielplatz|parkplatz|arbeitsplatz|sportplatz|kitaplatz|stellplatz|wohnplatz|studienplatz|sitzplatz|marktplatz|bahnhof|friedhof|bauhof|gerichtshof|betriebshof|innenhof|schulhof|hinterhof|wertstoffhof|recyclinghof|bauernhof|supermarkt|wochenmarkt|weihnachtsmarkt|flohmarkt|arbeitsmarkt|kindergarten|hering|(?<!\p{L})(?:ausweg|umweg)|feldweg|radweg|gehweg|fußweg|rettungsweg|dienstweg|rechtsweg|beschwerdeweg|meldeweg|kostenberg|schuldenberg|müllberg|umfeld|hintergrund|untergrund|vordergrund|beweggrund|\p{L}*(?:ungs|klage|rechts|haft)grund|monitor|rektor|(?<!\p{L})(?:grund|tor)|motor|autor|direktor|(?<!\p{L})(?:grund|tor)|überblick|einblick|augenblick|rückblick|anhang|aushang|vorhang|abhang|umhang|zusammenhang|überhang|(?:fuß|kopf|schlag|dach|betreff|unter)zeile|(?:bau|buch|sitz|stuhl|baum|vortrags|veranstaltungs|test|mess|versuchs)reihe|(?:liege|fest|spiel|hunde|zelt|park)wiesen?|wahlfreiheit|\p{L}*kita|freizeitpark|fuhrpark|sportpark|beitrag|leitfaden)$/iu

/** "Lessingstraße vierzehn" */
const spelled =
  '(?:(?:ein|zwei|drei|vier|fünf|sechs|sieben|acht|neun)und(?:zwanzig|dreißig|vierzig|fünfzig|sechzig|siebzig|achtzig|neunzig)|zwölf|(?:drei|vier|fünf|sech|sieb|acht|neun)zehn|zwanzig|dreißig|vierzig|fünfzig|sechzig|siebzig|achtzig|neunzig|hundert|zehn|elf|eins|zwei|drei|vier|fünf|sechs|sieben|acht|neun)(?![\\p{L}])'

/** Where in the house: "2. OG links", "Hinterhaus", "3. Stock", "Whg. 12". */
const floor = String.raw`(?:[,;]?${space}{1,2}(?:\d{1,2}\.${space}?(?:OG|Obergeschoss|Stock|Stockwerk|Etage|UG)(?:${space}(?:links|rechts|mitte|re\.|li\.))?|(?:EG|DG|Erdgeschoss|Dachgeschoss|Hochparterre|Parterre|Souterrain|Hinterhaus|Vorderhaus|Seitenflügel|HH|VH)(?:${space}(?:links|rechts|mitte|re\.|li\.))?|(?:Whg|Wohnung|App|Apartment|Appartement|WE)\.?${space}(?:Nr\.?${space})?\d{1,4})(?![\p{L}\d])){0,2}`

/** Of a house; a year is none. */
export const number = String.raw`(?:${spelled}(?:${space}[a-h](?![\p{L}]))?|(?!(?:19|20)\d\d(?!\d))\d{1,4}${space}?[a-hA-H]?(?![\p{L}\d])(?:${space}?[-–/]${space}?\d{1,3}${space}?[a-hA-H]?(?![\p{L}\d])|/[IVX]{1,4}(?![\p{L}]))?)`

// Numbers of something else: "auf dem Radweg 3 Meter", "Poststr. 12 Uhr".
export const unit = String.raw`(?!/(?:19|20)\d\d)(?!${space}*(?:Uhr|Meter|m(?!\p{L})|km|Euro|€|%|Prozent|Leute|Personen|Menschen|Kinder|Jahre|Tage|Stunden|Minuten|Wochen|Monate|Mal|mal|Mio|Millionen|Kommentare|Prozent|Autos|[.:,]\d|\.\s?(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)))`

export const town = String.raw`${floor}(?:,?(?:${space}+|${space}*\n${space}*)(?:in${space}+)?(?:(?:D-)?\d{5}|(?:A-|CH-)\d{4})(?!\d))?`

const streets: readonly RegExp[] = [
  new RegExp(
    String.raw`(?<![\p{L}\d-])(?:(?-i:\p{Lu}\p{Ll}+(?:er|e|en|es)|Am|An|An der|An den|Auf der|Auf dem|Im|In der|In den|Zum|Zur|Unter den|Unterm|Hinter der|Hinter dem|Vor dem|Alte|Neue|Obere|Untere|Lange|Kurze|Große|Kleine)[ -]){0,2}(?<street>[\p{L}][\p{L}-]*${sure})${space}?(?:Nr\.?|Nummer|Hausnummer|Haus Nr\.?)?${space}?${number}${unit}${town}`,
    'giu',
  ),
  new RegExp(
    String.raw`(?<![\p{L}\d-])(?:(?-i:\p{Lu}\p{Ll}+(?:er|e|en|es)|Am|An|Im|Zum|Zur|Alter|Neuer)[ -]){0,2}(?<street>[\p{L}][\p{L}-]{2,}${likely})${space}(?:Nr\.?|Nummer|Hausnummer|Haus Nr\.?)?${space}?${number}${unit}${town}`,
    'giu',
  ),
  new RegExp(
    String.raw`(?<![\p{L}\d])(?<street>(?:Am|An der|An den|An dem|Auf der|Auf dem|Auf den|Im|In der|In den|Zum|Zur|Unter den|Unterm|Hinter der|Hinter dem|Vor dem|Hinter den|Vor den|Hinterm|Vorm|Bei der|Bei den|Beim|Alter|Neuer|Alte|Neue|Lange|Kurze|Obere|Untere|Große|Kleine|Hohe)${space}(?:(?:alten|neuen|kleinen|großen|langen|kurzen|oberen|unteren|hohen|tiefen|grünen|roten|weißen|schwarzen|breiten|steilen)${space})?\p{Lu}[\p{L}-]+(?:${space}\p{Lu}[\p{L}-]+)?)${space}(?:Nr\.?|Nummer|Hausnummer)?${space}?${number}${unit}(?!\s+\p{Lu})${town}`,
    'gu',
  ),
  // "halberstädter straße zwölf": dictated.
  new RegExp(
    String.raw`(?<![\p{L}\d-])(?!(?:dies|ein|mein|dein|sein|ihr|unser|unsr|eur|jed|kein|welch|ander|solch|viel|weiter|nächst)er[ ])(?<street>\p{Ll}[\p{L}-]{2,}er[ -](?:straße|strasse|str\.|weg|platz|allee|ring|damm|chaussee|ufer|gasse|landstraße))${space}?(?:nr\.?|nummer)?${space}?${number}${unit}${town}`,
    'gu',
  ),
  // "in der Fuldaer Straße 77"
  new RegExp(
    String.raw`(?<![\p{L}\d-])(?<street>\p{Lu}[\p{L}-]+(?:er|sche|en)[ -](?:Straße|Strasse|Str\.|Weg|Platz|Allee|Ring|Damm|Chaussee|Ufer|Gasse|Landstraße|Hof|Berg))${space}?(?:Nr\.?|Nummer|Hausnummer)?${space}?${number}${unit}${town}`,
    'gu',
  ),
]

/** Whose address is no secret. */
export const publicPlace =
  /(?:rathaus\p{L}*|bürgerbüro\p{L}*|stadthalle|bürgerhaus|landratsamt|kreishaus|\p{L}*amt(?:es)?|\p{L}*schule|gymnasium|bibliothek|bücherei|polizei\p{L}*|feuerwache|feuerwehr|klinik\p{L}*|krankenhaus|museum|gericht|stadtwerke|kirche|verwaltung|hallenbad|freibad|tierheim|jobcenter|finanzamt|ministerium|regierungspräsidium|aufsichtsbehörde|messe|baustelle|sperrung|unfall|brand|stau|ampel|kreuzung|haltestelle|einfahrt|veranstaltung|treffpunkt|infostand|wahllokal|standort|geschäftsstelle|filiale|eröffnung|sitzung|stromausfall|rohrbruch|wasserrohrbruch|einsatz|sitz|adresse des (?:amtes|rathauses)|\p{L}*halle|jugendhaus|vereinshaus|kulturhaus|seniorenhaus|autohaus|kaufhaus|\p{L}*zentrum|\p{L}*büro|\p{L}*bad|kita(?:[ \t]\p{Lu}\p{L}+)?|\p{L}*markt|\p{L}*heim|\p{L}*treff|\p{L}*treffpunkt|\p{L}*laden|\p{L}*kiosk|\p{L}*gasthof|gasthaus|hotel|restaurant|café|praxis|apotheke)[,:;(]?(?:\s+(?:in|an|am|auf|vor|bei|der|dem|den|liegt|ist|sitzt|nahe|höhe)){0,3}[\s,:;(]*$/iu

/** "Bachstraße 5 gesperrt", "Schillerplatz 3 im Haus der Vereine". */
const publicBehind =
  /^[ \t,(]*(?:ist[ \t]|bleibt[ \t]|wird[ \t])?(?:(?:ab|bis|seit)[ \t]\S+[ \t])?(?:voll)?(?:gesperrt|geschlossen|geöffnet|sperrung|baustelle|rathaus|bürgerbüro|stadthalle)|^[ \t(]*(?:im|in der|am|beim)[ \t](?:haus der|rathaus|bürgerhaus|stadthalle|\p{L}*zentrum|\p{L}*saal|\p{L}*schule)|^[ \t]ist[ \t](?:ja[ \t]|doch[ \t])?(?:das|die|der|unser\p{L}*|ein\p{L}*)[ \t]\p{L}*(?:amt|schule|halle|rathaus|büro|zentrum|bücherei|bibliothek|kita|wache|klinik|gymnasium|museum|stelle)(?!\p{L})/iu

// Behind these stands a thing in a list, no house.
const countedThing =
  /^(?:Am|Im|In der|In den|Zum|Zur|An der|Auf der|An den|Auf den|An dem|Auf dem)\s(?:\p{L}+\s)?(?:\p{L}*(?:tag|monat|jahr|woche|folge|beitrag|abschnitt|absatz|artikel|kapitel|schritt|punkt|seite|nummer|fall|stunden|minuten|tagen|jahren|wochen|monaten|uhr|ersten|zweiten|dritten|januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|schnitt|jahrgang|teil|band|bus|linie|zone|raum|zimmer|stock|klasse|gruppe|stufe|block|baustein|protokoll|top|bericht|plan|dokument|formular|zeile|spalte|liste|haushalt|vorlage|tagesordnung|anhang|anlage|paragraf|rang|minute|stunde|sache|akte|vorgang|gleis|trakt|eingang|aufgang|herbst|winter|sommer|frühjahr|frühling|haushalt|sektor|bezirk|wahlkreis|turnier|finale|(?<!\p{L})(?:tor|platz|spiel|zelt)|\p{L}*blatt|\p{L}*heft|\p{L}*brief|\p{L}*papier|magazin|newsletter|podcast|antrag|anfrage|satzung))$/iu

/** Street and house number, with the town behind it; the street alone stays, and so does a town hall's. */
export const addresses: Find = (text) => [
  ...[townsBefore, numberFirst, houses].flatMap((pattern) => inGroup(text, pattern)),
  ...[dictated, beforeTown]
    .flatMap((pattern) => inGroup(text, pattern))
    .filter(({ start, end }) => !isCounted(text.slice(start, end))),
  ...streetsIn(text),
]

// "wohnt im Band 3": what stands before its number is a thing in a list.
export function isCounted(found: string): boolean {
  return countedThing.test(`Im ${found.replace(/,?[ \t]\d.*$|[ \t]\S+$/u, '')}`)
}

function streetsIn(text: string): readonly Stretch[] {
  return streets.flatMap((pattern) =>
    Array.from(text.matchAll(pattern)).flatMap((match) => {
      const { 0: found, index, groups } = match
      const street = groups?.['street'] ?? ''
      const isNamed = /^\p{Lu}\p{L}* /u.test(street)
      if ((!isNamed && noStreet.test(street)) || countedThing.test(street)) return []
      const before = text.slice(Math.max(0, index - 60), index)
      const behind = text.slice(index + found.length, index + found.length + 60)
      if (isCountBefore(behind) && isPublicGround(street)) return []
      const isPublic = publicPlace.test(before) || publicBehind.test(behind)
      return isPublic ? [] : [{ start: index, end: index + found.trimEnd().length }]
    }),
  )
}

/** "Im Stadtpark 40 Bäume": where nobody lives, a number counts what stands behind it. */
function isPublicGround(street: string): boolean {
  return /(?:stadt|volks|kur|schloss|tier|spiel|bürger|wild|freizeit|skate)-?(?:park|garten|wald|wiese|platz)$/iu.test(
    street,
  )
}

function isCountBefore(behind: string): boolean {
  return /^[ \t]\p{Lu}\p{Ll}{2,}/u.test(behind)
}

/** "wohnt am alten deich sieben": dictated. */
const dictated = new RegExp(
  String.raw`(?<!\p{L})(?:wohn(?:t|te|haft|en|e)|gemeldet|adresse(?:${space}ist)?)[ \t:,]{1,3}(?:(?:jetzt|nun|noch|ja|da|wohl)[ \t]){0,2}(?<it>(?:am|an der|an den|auf der|auf dem|im|in der|in den|zum|zur|hinter der|hinter dem|hinter den|vor dem|unter den|beim)[ \t](?:\p{L}[\p{L}-]+[ \t]){1,2}${number}${town})${unit}`,
  'giu',
)

/** The code of a town before the street: "59269 Beckum, Nordwall 7". */
const townsBefore = new RegExp(
  String.raw`(?<!\d)(?<it>\d{5})(?=${space}\p{Lu}[\p{L}-]+(?:${space}\p{Lu}[\p{L}-]+){0,2}[,;]?${space}{1,2}(?:[\p{L}.-]+${space}){0,3}[\p{L}.-]+${space}\d{1,3}[a-h]?(?![\p{L}\d]))`,
  'gu',
)

/** Any words with a number before the code of a town: "Esch 3, 48683 Ahaus". */
const beforeTown = new RegExp(
  String.raw`(?<![\p{L}\d])(?<it>(?:\p{Lu}[\p{L}.-]+${space}){0,2}\p{Lu}[\p{L}.-]+${space}\d{1,3}${space}?[a-h]?(?:[-/]\d{1,3})?,${space}?(?:(?:D-)?\d{5}|(?!19|20)\d{4}))(?=${space}\p{Lu}\p{Ll})`,
  'gu',
)

/** "aus der Tulpensiedlung, Haus Nr. 9", "vor Haus 27" */
const houses = new RegExp(
  String.raw`(?:(?<=(?:in|aus|vor|wohnt|von)${space})|(?<=(?:siedlung|park|hof|dorf|straße),?${space}))(?<it>Haus${space}(?:Nr\.?${space}?|Nummer${space})?\d{1,3}${space}?[a-h]?(?![\p{L}\d]))`,
  'gu',
)

/** "Nr. 14 in der Schillerstraße" */
const numberFirst = new RegExp(
  String.raw`(?<!\p{L})(?<it>(?:Nr\.?|Nummer|Hausnummer)${space}\d{1,3}${space}?[a-h]?)(?=${space}(?:in|auf|an|von)${space}(?:der|dem)${space}\p{Lu}[\p{L}-]*(?:${sure}|weg|platz|ring|damm|kamp))`,
  'giu',
)

/** What stands where somebody lives, without a street: "wohnt in 35037 Musterstadt". */
export const towns: Find = (text) =>
  inGroup(
    text,
    /(?:wohn\p{L}*|gemeldet|adresse|anschrift|postleitzahl|plz)[^.!?\n\d]{0,30}?(?<it>\d{5}(?!\d)(?:[ \t]+(?-i:\p{Lu})[\p{L}-]+)?)/dgiu,
  )

const withIndices = new Map<string, RegExp>()

/** Where the group `it` of each match stands; there are as many patterns as the program has. */
export function inGroup(text: string, pattern: RegExp): readonly Stretch[] {
  const known =
    withIndices.get(pattern.source) ??
    (pattern.hasIndices ? pattern : new RegExp(pattern.source, `${pattern.flags}d`))
  withIndices.set(pattern.source, known)
  return Array.from(text.matchAll(known)).flatMap(({ indices }) => {
    const [start, end] = indices?.groups?.['it'] ?? []
    return start === undefined || end === undefined ? [] : [{ start, end }]
  })
}
