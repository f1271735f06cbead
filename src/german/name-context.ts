import { isCommonNoun, isNounAlsoName } from './common-nouns.ts'
import { isCapital, type Token } from './name-tokens.ts'
import { calendar, institutions, nouns, roles, salutations, titles } from './person-words.ts'
import { remember } from './remember.ts'
import { isStopWord } from './stop-words.ts'
import { fold } from './words.ts'

const storms =
  /^(?:sturm|sturmtief|orkan|orkantief|tief|tiefdruckgebiet|hoch|hochdruckgebiet|hurrikan|zyklon|taifun|unwetter|wintersturm|herbststurm|sturmflut|tropensturm|schneesturm)$/

const businesses =
  /^(?:\p{L}+-)?(?:\p{L}*backerei|\p{L}*metzgerei|fleischerei|schlachterei|konditorei|\p{L}*apotheke|\p{L}*gartnerei|autohaus|kfz-werkstatt|schreinerei|tischlerei|zimmerei|druckerei|buchhandlung|brauerei|kelterei|weingut|gasthaus|gasthof|gaststatte|hotel|pension|cafe|restaurant|friseur|salon|modehaus|mobelhaus|kaufhaus|spedition|reisebuero|reiseburo|baufirma|bauunternehmen|firma|fa|kanzlei|optik|juwelier|sanitatshaus|fahrschule|tanzschule|musikschule|dachdeckerei|malerbetrieb|verlag|stiftung|schule|grundschule|kita|seniorenheim|pflegeheim|altenheim|haus|villa|schloss|burg|zirkus|circus|brauhaus|imbiss|supermarkt|edeka|rewe|\p{L}*bad|\p{L}*halle|\p{L}*dienst|\p{L}*reisen|\p{L}*betrieb|\p{L}*heim|\p{L}*kita|\p{L}*schule|\p{L}*verein|\p{L}*club|\p{L}*zentrum|\p{L}*treff|\p{L}*theater|\p{L}*kino|\p{L}*buhne|\p{L}*band|\p{L}*chor|\p{L}*gruppe|\p{L}*projekt|\p{L}*initiative|\p{L}*aktion|\p{L}*preis|kiosk|laden|kneipe|eisdiele|studio|praxis|molkerei|muhle|hof|bauernhof|reiterhof|ferienhof|biohof|wirtshaus|wirtschaft|weinstube|kapelle|kirche|stadion|sporthalle|hafen|\p{L}*schiff|\p{L}*boot|fahre|\p{L}*kutter|tjalk|schoner|segler|\p{L}*dampfer|\p{L}*kreuzer|frachter|mvz|bus|linie|straße|strasse|platz|park|siedlung|kanal|marke|verband|bundnis|partei|fraktion|liste|agentur|kelterei|destillerie|spedition|zoo|orchester|quartett|ensemble|truppe|team|mannschaft|klasse|projektgruppe|ferienlager|camp|kurs|reihe|serie|film|buch|roman|song|lied|stuck|musical|oper|drama|komodie|operation|programm|software|app|tool|system|modell|hund|katze|kater|pferd|pony|ziege|esel|schwan|storch|eisbar|\p{L}*maskottchen|\p{L}*bot|sprachassistentin|sprachassistent|ki|strassenbahn|tram|glocke|lokomotive|dampflok|lok|bagger|roboter|drehleiter|loschfahrzeug|kuh|handpuppe|puppe|marionette|figur|kunstfigur|blumen|mobel|getranke|elektro|fahrrad|fahrrader|zweirad|moden|schuhe|radio|pommes|currywurst|fisch|obst|eis|taxi|reifen|farben|betten|kuchen|spielwaren|schreibwaren|bucher|reisen|busreisen|pizza|pizzeria|trattoria|ristorante|doner|grill|backstube|haarstudio|trinkhalle|statue|skulptur|sorte|rose)$/u

const firms =
  /^(?:GmbH|AG|KG|OHG|UG|eG|GbR|mbH|SE|Bau|Solar|Immobilien|Reisen|Touristik|Logistik|Holding|Gruppe|Consulting|Energie|Tiefbau|Dachbau|Hochbau)$/u

/** Of these the ones behind which nobody stands in small letters either. */
const smallBusinesses =
  /(?:backerei|metzgerei|fleischerei|konditorei|apotheke|gartnerei|autohaus|gasthof|gasthaus|hotel|pension|firma|maskottchen|schiff|strassenbahn|glocke|chatbot|gmbh|sturm|orkan|tief|orkantief|sturmtief|programm|software|app)$/

const partners = /^(?:Partner|Partnerin|Kollegen|Söhne|Sohn|Co|Cie|Töchter|Tochter|Team)$/u

/** Everybody and nobody: "Otto Normalverbraucher", "Frau Holle", "Hinz und Kunz". */
const nobodies =
  /^(?:(?:otto|erika) (?:normal\p{L}+|mustermann|normalo)|otto normal|lieschen muller|erika musterfrau|hinz und|max mustermann|hans (?:wurst|dampf)|frau (?:holle|mustermann|musterfrau|luna|wirtin sonne)|(?:herrn?|familie|lieschen) (?:mustermann|musterfrau)|tante emma|papa staat|bruder (?:jakob|leichtfuss|lustig)|vater rhein|onkel (?:sam|tom|dagobert)|gevatter tod|(?:meister|reineke) (?:lampe|fuchs|petz|eder)|jim knopf|pippi langstrumpf|peter pan|harry potter|james bond|donald duck|robin hood|karlsson vom|till eulenspiegel|wilhelm tell|hans im|hans guck|suppen kasper|zappel philipp|bibi blocksberg|benjamin blumchen|john doe|jane doe|joe public|knecht ruprecht|vater (?:abraham|morgana)|mutter (?:erde|courage|teresa)|muttern? natur|romeo und|und julia|max und|und moritz|hansel und|und gretel|adam und|und eva|sankt \p{L}+|vater staat|mutter (?:natur|erde))/u

/** What comes before a name that is told: "der Name Hassoun", "Name ist Ole", "geb. Kolodziej". */
const introducing =
  /^(?:name|nachname|vorname|familienname|klarname|realname|mädchenname|madchenname|geborene|geborener|geb|verheiratete|namens|heisst|heißt|hiess|heisse|genannt|alias|user|userin|nutzer|nutzerin|reporter|reporterin|pok|pokin|phk|phkin|ephk|phm|phmin|pom|pomin|khk|khkin|kok|kokin|ekhk|kommissar|kommissarin|oberkommissar|oberkommissarin|hauptkommissar|hauptkommissarin|stadtratin|stadtrat|stadtverordnete|stadtverordneter|gemeinderatin|kreisratin)$/

/** May stand between the two. */
const fillers =
  /^(?:ist|war|lautet|is|jetzt|nun|wohl|angeblich|eigentlich|ubrigens|mittlerweile|inzwischen|ja|seit|wirklich|richtig)$/

/** "Sturmtief Zeynep", "Orkan Xaver". */
export function isStorm(tokens: readonly Token[], at: number): boolean {
  return (
    /^\.?[ \t\u00a0]+["„“»'‚]?$/u.test(tokens[at]?.gap ?? '') &&
    storms.test(tokens[at - 1]?.folded ?? '')
  )
}

/** "Bäckerei Schmitt", "Haus Elisabeth": called after people. */
export function isBusiness(tokens: readonly Token[], at: number): boolean {
  const [before, token, next] = [tokens[at - 1], tokens[at], tokens[at + 1]]
  if (!token) return false
  // "Kranich e. V.", "Müller Bau GmbH"
  // "Rödl & Partner", "Becker und Söhne"
  const joint = tokens[at + 1]
  const isPartnership =
    (/^ ?[&+] ?$/u.test(joint?.gap ?? '') && partners.test(joint?.text ?? '')) ||
    (/^(?:und|u)$/.test(joint?.folded ?? '') &&
      /^(?:Partner|Söhne)$/.test(tokens[at + 2]?.text ?? ''))
  if (isPartnership) return true
  const isFirm = [next, tokens[at + 2], tokens[at + 3]].some(
    (one, step) =>
      one !== undefined &&
      /^ $/u.test(one.gap) &&
      (firms.test(one.text) ||
        (/^e$/i.test(one.text) && /^\. ?$/.test(tokens[at + 2 + step]?.gap ?? ''))) &&
      tokens.slice(at + 1, at + 1 + step).every((word) => /^ $/u.test(word.gap) && isCapital(word)),
  )
  if (isFirm) return true
  if (!before || !/^ ["„“»']?$/u.test(token.gap)) return false
  // "Der Chatbot heißt Emma"
  const isCalledSo = /^(?:heisst|hiess|namens|heissen)$/.test(before.folded)
  if (isCalledSo && businesses.test(tokens[at - 2]?.folded ?? '')) return isCapital(tokens[at - 2])
  // "Apotheke Zum Adler"
  const isInn =
    /^(?:Zum|Zur|Am|Im)$/.test(before.text) && businesses.test(tokens[at - 2]?.folded ?? '')
  const isSmall = !isCapital(token) && smallBusinesses.test(before.folded)
  return isInn || isSmall || (isCapital(before) && businesses.test(before.folded))
}

/** Sayings of two names: one of them alone is somebody. */
const pairs =
  /^(?:hans und franz|hinz und kunz|krethi und plethi|kreti und pleti|romeo und julia|max und moritz|hansel und gretel|adam und eva|kain und abel|david und goliath|pat und patachon|bonnie und clyde|castor und pollux|susi und strolch|ernie und bert|tom und jerry|kevin und chantal\p{L}*|heinz und kunz|peter und paul)$/u

/** Who stands for everybody, and the words behind in the saying. */
export function isNobody(tokens: readonly Token[], at: number): boolean {
  const said = (from: number, count: number) =>
    Array.from({ length: count }, (_, step) => tokens[from + step]?.folded ?? '').join(' ')
  return (
    [at, at - 1].some((from) => nobodies.test(said(from, 2))) ||
    [at, at - 2].some((from) => pairs.test(said(from, 3)))
  )
}

/** Where people go on a pilgrimage, or stand in a church. */
const pilgrim =
  /(?:wallfahrt|pilger\p{L}*|prozession|kirche|kapelle|basilika|kloster|abtei|pfarrei|gemeinde|ausflug|fahrt|bus|ortsteil|ort|dorf)$/u
const church = /(?:wallfahrt|kirche|kapelle|basilika|kloster|abtei|pfarrei)$/
const shrine =
  /^(?:laach|hilf|rast|zell|alm|worth|saal|plain|trost|himmelfahrt|konigin|empfangnis|stein|lourdes|fatima|taferl|schmolln|birnbaum|loreto|einsiedeln|buchen|linden|eich|brunn|bronnen|gern|ward|ramersdorf|thalkirchen|thann|dorfen|veen)$/u

/** "Wallfahrt nach Maria Linden", "Kloster Maria Laach": a place, and the second word of it. */
export function isShrine(tokens: readonly Token[], at: number): boolean {
  return [at, at - 1].some((from) => {
    const [saint, second] = [tokens[from], tokens[from + 1]]
    if (saint?.folded !== 'maria' || !second || !isCapital(second) || second.gap !== ' ')
      return false
    const before = tokens.slice(Math.max(0, from - 3), from)
    const isWhere = /^(?:in|nach|bei|ab|bis|aus|uber|von)$/.test(before.at(-1)?.folded ?? '')
    const isCalled = church.test(before.at(-1)?.folded ?? '')
    const isTravelled = isWhere && before.some(({ folded }) => pilgrim.test(folded))
    return isCalled || isTravelled || (isWhere && shrine.test(second.folded))
  })
}

/** Whether right before a word it was said that a name comes. */
export function isIntroduced(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]
  if (!token || !isCapital(token) || !/^\.?[ \t]*:?[ \t]*["„»'‚“]?$/u.test(token.gap)) return false
  if (isThing(token)) return false
  let before = at - 1
  while (before > at - 3 && fillers.test(tokens[before]?.folded ?? '')) before -= 1
  const word = tokens[before]
  // "Was heißt Netiquette?" and "im Namen Gottes" name nobody.
  const isAsked = /^(?:was|wie|das|es|dies|die|der)$/.test(tokens[before - 1]?.folded ?? '')
  return word !== undefined && introducing.test(word.folded) && !isAsked
}

/** Whether a capitalised word is a thing, an office or a day rather than a name. */
export function isThing({ text }: Token): boolean {
  return isThingWord(text)
}

const isThingWord = remember((text) => {
  const folded = fold(text)
  return (
    nouns.test(folded) ||
    institutions.test(folded) ||
    roles.test(folded) ||
    (isCommonNoun(text) && !isNounAlsoName(text)) ||
    titles.has(folded) ||
    salutations.has(folded) ||
    calendar.has(folded) ||
    isStopWord(folded)
  )
})
