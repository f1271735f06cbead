import { fold } from './words.ts'

/** What people are called by before their names. */
export const salutations = listed(
  'herr herrn hrn frl fräul frau fr hr rer nat habil oec pol fräulein familie fam eheleute ehepaar mr mrs ms miss mister dr prof professor professorin doktor dipl ing med jur',
)

export const particles = listed(
  'von van zu de del della di da du la le el al bin ibn abu ten ter te dos y d',
)

/** Only behind a particle: "von der Heide", but "Herr der Lage". */
export const articles = listed('der den dem')

/** Behind one of these stands who it is. */
export const roles =
  /(?:(?<!\p{L})(?:kind|baby|pflegekind|patenkind|schulkind)|azubine|auszubildende|auszubildender|auszubildenden|fsjler|bufdi|volontar|trainee|student|rentner|witwe|witwer|hebamme|kassierer|kassenwart|platzwart|hallenwart|hausmeister|bademeister|schwimmmeister|brandmeister|baumeister|wachtmeister|wehrfuhrer|zugfuhrer|gruppenfuhrer|kommandant|kandidat|direktor|pastor|pastorin|bischof|imam|kuster|organist|kantor|gemeinderatin|kreisrat|kreisratin|ratsherr|ratsfrau|ratsmitglied|stadtverordnete|stadtverordneten|gemeindevertreter|kreistagsabgeordneten|stadtverordneter|schriftfuhrer|kapitan|torwart|schiedsrichter|ingenieur|architekt|sekretar|assistent|amtmann|archivar|bibliothekar|padagoge|padagogin|betreuer|pfleger|junge|madchen|enkel|neffe|nichte|verlobte|verlobter|exmann|exfrau|ehegatte|ehegattin|mieter|vermieter|eigentumer|besitzer|halter|kunde|kundin|anrufer|bewerber|teilnehmer|spieler|sturmer|sanger|musiker|autor|fotograf|influencer|streamer|blogger|moderator|beschwerdefuhrer|antragsteller|beschuldigter|beschuldigte|angeklagter|angeklagte|verdachtiger|geschadigter|geschadigte|genosse|genossin|notar|richter|kommissar|kommissarin|ermittler|helfer|anwaltin|arztin|gemeindereferent|ortsburgermeister|oberburgermeister|burgermeisterin|vorsteher|prasident|anwohner|bewohner|einwohner|troll|hater|stalker|bürgermeister|burgermeister|landrat|landratin|stadtrat|stadtratin|gemeinderat|dezernent|kammerer|leiter|leiterin|chef|chefin|sachbearbeiter|mitarbeiter|kollege|kollegin|kollegen|nachbar|nachbarn|lehrer|rektor|erzieher|hausmeister|pfarrer|polizist|beamter|beamtin|beamten|nutzer|user|userin|kommentator|sprecher|redakteur|journalist|minister|abgeordneter|abgeordnete|abgeordneten|vorsitzender|vorsitzende|trainer|anwalt|arzt|patient|zeuge|tater|fahrer|schuler|azubi|praktikant|freund|freundin|bruder|schwester|onkel|tante|kumpel|mutter|vater|sohn|tochter|ehemann|ehefrau|(?<!\p{L})(?:opa|oma|uroma|uropa)|cousin|cousine|schwager|chefredakteur|referent|beauftragter|beauftragten|beauftragte|beigeordneter|beigeordnete|beigeordneten|verwalter|ortsvorsteher|(?<!\p{L})wirt|gastwirt|landwirt|handler|inhaber)(?:in|s|es|innen|nen)?$/u

/** Behind an office stands its holder; behind "Mutter" may stand any noun. */
export const titleRoles =
  /(?:trainer|trainerin|wart|fuhrer|fuhrerin|direktor|direktorin|pastor|pastorin|richter|richterin|kommissar|kommissarin|kommandant|azubi|azubine|praktikant|praktikantin|rentner|rentnerin|anwaltin|arzt|arztin|kandidat|kandidatin|schiedsrichter|prasident|prasidentin|kapitan|architekt|architektin|notar|ratsherr|ratsfrau|rektor|rektorin|onkel|tante|oma|opa|meister|meisterin|stadtrat|stadtratin|gemeinderatin|kreisratin|reporter|reporterin|landrat|landratin|leiter|leiterin|dezernent|dezernentin|bearbeiter|bearbeiterin|minister|ministerin|kollege|kollegin|nachbar|nachbarin|nutzer|nutzerin|user|lehrer|lehrerin|abgeordnete|abgeordneter|beigeordnete|beigeordneter|kammerer|sprecher|sprecherin|anwalt|chefredakteur|chefredakteurin|hausmeister|pfarrer|zeuge|zeugin|mitarbeiterin|referent|referentin)$/

/** Behind these words as well: "namens Zwirnhuber", "heißt Ingrid". */
export const introductions = listed(
  'namens heisst heiss heisse hiess genannt gezeichnet gez absender verfasser verfasserin',
)

/** What is called after people and is none. */
export const institutions =
  /(?:straße|strasse|str|weg|platz|allee|gasse|ring|ufer|damm|brucke|schule|gymnasium|grundschule|realschule|gesamtschule|kita|kindergarten|institut|stiftung|universitat|hochschule|akademie|klinik|klinikum|krankenhaus|hospital|haus|halle|stadion|kirche|kapelle|dom|zentrum|museum|theater|bibliothek|park|preis|gmbh|(?<!\p{L})ag|(?<!\p{L})kg|verein|verlag|werk|werke|gericht|amt|ministerium|partei|fraktion|festspiele|festival|markt|quelle|turm|bahnhof|denkmal|gesellschaft|bank|sparkasse|apotheke|backerei|brauerei|urteil|skala|gesetz|reform|siedlung|quartier|saal|zimmer|raum|heim|stift|bau|center|arena|fest|bucherei|druckerei|gartnerei|verwaltung|pressestelle|volkshochschule|presse|zeitung|anzeiger|tageblatt|kurier|rundschau|allgemeine)$/u

/** Capitalised words behind a role that are no names. */
export const nouns =
  /(?:ung|ungen|heit|heiten|keit|keiten|schaft|schaften|tion|tionen|itat|itaten|ismus)$/

export const titles = listed(
  'mutti vati mama papa jungs mädels leute team zusammen gemeinsam allerseits lügner betrüger verbrecher rentner anwohner bewohner einwohner partner spinner schmarotzer verräter bürgermeister bürgermeisterin oberbürgermeister oberbürgermeisterin landrat landrätin minister ministerin präsident präsidentin kanzler kanzlerin rat rätin stadtrat stadträtin kollege kollegin kollegen chef chefin direktor direktorin pfarrer pfarrerin richter richterin staatsanwalt doktor professor dezernent dezernentin kämmerer kämmerin beigeordnete beigeordneter amtsleiter amtsleiterin vorsitzende vorsitzender abgeordnete abgeordneter leiter leiterin wachtmeister kommissar kommissarin ' +
    'und oder aber sowie hat ist war wird kann muss soll will darf der die das den dem des ein eine aus im in am an auf mit bei nach vor zur zum hier da schon noch nicht mal bitte mann frau herr kind kinder eltern holle gott nachbar nachbarin lehrer lehrerin sachbearbeiter sachbearbeiterin beamte beamter beamtin mitarbeiter mitarbeiterin bundeskanzler bundeskanzlerin oberstadtdirektor hausmeister wirt wirtin',
)

/** A full day of the week or a month after a role is a date. */
export const calendar = listed(
  'montag dienstag mittwoch donnerstag freitag samstag sonntag januar februar märz april mai juni juli august september oktober november dezember',
)

/** How family names end that are in no list. */
export const familyEnding =
  /(?:mann|tzke|tzki|tjen|tjes|berg|berger|huber|meier|meyer|maier|mayer|bauer|hofer|stein|feld|felder|burg|burger|ski|sky|cki|wicz|witz|owski|ovic|oglu|dorf|dorfer|hausen|brink|kamp|inger|muller|schmidt|sen|hauser|bacher|brecht|hardt|wald|rich|ler|ner|lich|becker|schulze|ow|kotter|moser|reiter)$/

export const verbs = listed(
  'schreibt schrieb hat droht drohte kommentiert postet beleidigt beschimpft nervt sagt meint behauptet fordert antwortet teilt beschwert hetzt pöbelt wohnt arbeitet heisst ist',
)

/** Small words behind a name that are in no list of stop words. */
export const smallWords =
  /^(?:bitte|danke|bloss|heute|morgen|gestern|krank|daheim|zuhause|weg|wieder|immer|leider|wohl|gerade|eben|sofort|allein|alleine|selbst|selber|persona|frei|online|offline|fertig|sauer|traurig|super|toll|klasse|genau|gern|gerne|draussen|drinnen|vorne|hinten|oben|unten|alle|beide|kam|ging|war|sah|nahm|gab|lief|rief|schrieb|fand|stand|sprach|blieb|hiess|lag|sass|trug|warf|zog|hab|habe|komme|gehe|frage|sage|will|darf|kann|mag|muss|soll|weiss|aus|vom|beim|samt|nebst|laut|via|per|ohne|gegen|etwa|ungefahr|dran|drauf|drunter|druber|dazu|dabei|hier|dort|da)$/

function listed(text: string): ReadonlySet<string> {
  return new Set(text.split(' ').map(fold))
}
