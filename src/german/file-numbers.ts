import { inGroup, type Stretch } from './identifiers.ts'
import { personalNumbers } from './personal-numbers.ts'

const court =
  /(?:OVG|VGH|VG|BVerwG|BVerfG|EuGH|EuG|BGH|OLG|LG|AG|BAG|LAG|BSG|LSG|SG|BFH|FG|KG|EGMR|BayVGH|Urteil|Beschluss|Beschl\.|Urt\.|gericht\p{L}*|gerichtshof\p{L}*|Entscheidung)(?!\p{L})[^!?\n]{0,60}$/u

/** Numbers of somebody's card, contract or matter, by the word before them. */
const words = [
  'Az\\.?|AZ|Aktenz(?:eichen|\\.)?|Akte|Zeichen|Gesch(?:äfts)?z(?:eichen|\\.)?|Gz\\.|Vorgang(?:snummer|snr\\.?|s-Nr\\.?)?|Vorg\\.|Fall(?:akte|nummer|-?nr\\.?)?',
  'Kassenzeichen|Buchungszeichen|BG-?Nummer|Bedarfsgemeinschaft|K(?:on)?to\\.?(?:-?Nr\\.?)?|BLZ|Bankleitzahl|Mandatsreferenz|Gläubiger-ID|(?:Kredit|EC-?|Giro|Bank|Debit)karte|Personalausweis|Ausweis|Reisepass|Pass|Führerschein|IdNr\\.?|TIN',
  '(?:Kund(?:e|in)|Mitglied|Mandant(?:in)?|Patient(?:in)?|Vertrag|Police|Versicherte[rn]?|Mieter(?:in)?|Schüler(?:in)?|Bewerber(?:in)?)(?=[ \\t]+(?:Nr\\.?|Nummer|#))',
  'Beistandschaft|Vormundschaft|Betreuungssache|Strafbefehl|Pfändung|Vollstreckung|Haftbefehl|Vorladung|Verwarnung|Ordnungswidrigkeit|Strafsache|Ticket|Bußgeldsache|case number|file number|reference',
  '(?:Bauantrag|Bauvoranfrage|Baugenehmigung|\\p{L}{3,20}antrag|\\p{L}{0,20}bescheid|Strafanzeige|Anzeige|Gewerbeanmeldung|Einspruch|Widerspruch|Mahnung|Beschwerde)(?=[ \\t]+(?:Nr\\.?|Nummer|#|mit der|\\p{L}{0,4}\\d[\\p{L}\\d]*[./-]))',
  '\\p{L}{3,30}(?:akten?|vorg[aä]nge?|vorgangs|sachen?)',
  '\\p{L}{2,30}(?:nummer|-?nr\\.?|-Nr\\.?|-?ID|-?Kennung|kennung)',
].join('|')

/** Numbers that belong to nobody. */
const everybodys =
  /(?:haus|zimmer|raum|tele\p{L}*|telefon|handy|fax|ruf|service|mobil|hotline|durchwahl|seiten|kapitel|linien|bus|zug|start|los|artikel|bestell|drucksachen?|vorlagen?|beschluss|anfrage|folgen?|episoden?|ausgaben?|heft|paragraf|kennzeichen|verkehrszeichen|rücken|trikot|startnummer|haltestellen|schacht|hydranten|parzellen|grab|lauf|ordnungs|tagesordnungs|positions|projekt|vergabe|rechnung|rechnungs|prüf|lizenz|fassungs|auflagen|chargen|modell)(?:nummer|-?nr\.?|-Nr\.?|-?id|-?kennung)$/iu

/** Papers of a council, and words that end so and name no matter. */
const noMatter =
  /^(?:druck|tat|haupt|neben|ur|ansichts|geschmacks|gefühls|chef|glücks|vertrauens|form|privat|not|kostbar|beschluss|verschluss|rats|stasi|presse)(?:sachen?|akten?|vorg[aä]nge?|vorgangs)$/iu

/** What local courts keep of one person; what they decide in it is published for nobody. */
const personal =
  /^(?:betreuungs|familien|nachlass|kindschafts|unterhalts|vormundschafts|pflegschafts|adoptions|sorgerechts|umgangs|scheidungs|insolvenz|verbraucherinsolvenz|unterbringungs|gewaltschutz|abstammungs|bußgeld|straf|jugendstraf|mahn|vollstreckungs|zwangsvollstreckungs)(?:sachen?|akten?|vorg[aä]nge?)$/iu

/** Whose decisions are known to everybody, and words for a decision. */
const published =
  /(?:OVG|VGH|VG|BVerwG|BVerfG|EuGH|EuG|BGH|OLG|LG|BAG|LAG|BSG|LSG|BFH|KG|EGMR|BayVGH|BayObLG|Urteil\p{L}*|Beschluss\p{L}*|Beschl\.|Urt\.|Entscheidung|(?:ober|land|bundes|verwaltungs)\p{L}*gericht\p{L}*|gerichtshof\p{L}*)(?!\p{L})[^!?\n]{0,60}$/iu

// A dot or a stroke with a space behind it ends a number, unless digits follow.
const id = String.raw`(?:(?-i:\p{Lu}{1,5})[ \t./-]?)?\d[\p{L}\d]*(?:(?:[./-]|[ \t][./-])[\p{L}\d]+|[ \t]?[./-][ \t]\d[\p{L}\d]*|[ \t](?:(?-i:\p{Lu})\p{L}{0,3}|\d+(?!\d))(?=[ \t./-]?\d|[^\p{L}\d]|$)(?:(?<=\d{3})|(?![ \t](?-i:\p{Ll}))))*|(?-i:\p{Lu}{1,5}(?:-\p{Lu}{1,5})*)[-/][\p{L}\d]*\d[\p{L}\d]*(?:[./-][\p{L}\d]+)*`

const between = String.raw`(?:[ \t]+(?:bei|beim|der|den|des|dem|von|vom|für|dort|hier|dortiges|hiesiges|unserer|seiner|ihrer|unter|mit|(?-i:\p{Lu})[\p{L}-]{3,20})){0,4}?(?:[ \t]*(?:ist|lautet|war|:|\(|Nr\.?|Nummer|#|=|–|-|unter|is))*[ \t]*`

const labelled = new RegExp(
  String.raw`(?<!\p{L})(?<word>${words})${between}(?<it>${id})(?![,.]?\d*[ \t]?(?:€|Euro|Uhr|Prozent|%))`,
  'giu',
)

/** What follows a number that counts something or is a year. */
const counted = /^(?:(?:19|20)\d\d|\d{1,2}|\d{1,3}(?:\.\d{3})*|\d{1,2}\.\d{1,2}\.?(?:\d{2,4})?)$/u

/** Numbers under which an office keeps somebody's matter; a judgment's stays. */
export function fileNumbers(text: string): readonly Stretch[] {
  return [...labelledNumbers(text), ...registers(text), ...personalNumbers(text)]
}

function labelledNumbers(text: string): readonly Stretch[] {
  return Array.from(text.matchAll(labelled)).flatMap(({ 0: found, index, groups }) => {
    const it = groups?.['it'] ?? ''
    const word = groups?.['word'] ?? ''
    const end = index + found.length
    const start = end - it.length
    const known = personal.test(word) ? published : court
    if (everybodys.test(word) || noMatter.test(word)) return []
    if (known.test(text.slice(Math.max(0, index - 90), start))) return []
    // "Beschwerde Nr. 3", "Fall 2024": a count or a year; "Personalnummer 30017" is none.
    const isDirect =
      start - index - word.length <= 12 && !/^(?:Beschwerde|Fall|Akte|\p{L}*bescheid)$/iu.test(word)
    const isLong = /\d{3}/.test(it) && !/^(?:19|20)\d\d$/.test(it)
    return counted.test(it) && !(isDirect && isLong) ? [] : [{ start, end }]
  })
}

function registers(text: string): readonly Stretch[] {
  return [
    // Of a prosecutor's office: somebody is accused or was hurt.
    ...inGroup(
      text,
      /(?<![\p{L}\d])(?<it>\d{2,4}[ \t](?:UJs|Js|Ds|Cs|Ls|Ks|Gs|BJs|OWi)[ \t]\d{1,6}\/\d{2,4})(?!\d)/gu,
    ),
    // Of a guardianship, an adoption, somebody's insolvency: the letters alone tell.
    ...inGroup(
      text,
      /(?<![\p{L}\d])(?<it>\d{1,4}[ \t](?:XVII|XVI|IK)[ \t]\d{1,6}\/\d{2,4})(?!\d)/gu,
    ),
    // Of a court where it is still going on: "unter 4 C 118/26 läuft die Klage".
    ...inGroup(
      text,
      /(?:läuft|anhängig|klagt|geführt|eröffnet|liegt|terminiert)[^.!?\n]{0,40}?unter[ \t](?:dem[ \t])?(?:Az\.?[ \t]|Aktenzeichen[ \t])?(?<it>\d{1,4}[ \t]\p{L}{1,3}[ \t]\d{1,6}\/\d{2})(?!\d)/giu,
    ),
    ...inGroup(
      text,
      /(?:(?<!\p{L})klagt|verklagt|prozessiert)[^.!?\n]{0,40}?(?<it>\d{1,4}[ \t]\p{L}{1,3}[ \t]\d{1,6}\/\d{2})(?!\d)/giu,
    ),
    ...inGroup(
      text,
      /unter[ \t](?:dem[ \t])?(?:Az\.?[ \t]|Aktenzeichen[ \t])?(?<it>\d{1,4}[ \t]\p{L}{1,3}[ \t]\d{1,6}\/\d{2})(?!\d)(?=[ \t](?:läuft|anhängig|geführt|die Klage|das Verfahren|verklagt))/giu,
    ),
  ]
}
