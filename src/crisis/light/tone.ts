import { toPattern } from '../pattern.ts'
import { addressed, dehumanised, groups, officials, places, slurs } from './lexicon.ts'
import type { Line } from './unmask.ts'

/** Harm to a body, an execution, an arson: words that are hardly ever said of a decision. */
const harm = toPattern([
  '(schädel*/klappspaten/baseballschläger*/basbalschläger*/knüppel*/knüppelhart/prügel/prügeln/verprügel*/vertrimm*/windelweich/krankenhausreif/rollstuhl/intensivstation/schlagstock*/schlagring*/eisenstange*/vorschlaghammer)',
  '(aufs maul/auf die fresse/auf die schnauze/in die fresse/eins in die/eine in die/ein paar in die/auf die glocke/auf die zwölf/auf die rübe/an die gurgel/in die eier/in die rippen/ins gesicht schlagen/in den arsch treten bis/vor die fresse/eine scheuern/eine ballern/eine klatschen)',
  '(kastrier*/zwangskastr*/entmann*/gebaumelt/baumeln/baumelt/aufknüpf*/aufgeknüpf*/galgen*/schafott/guillotin*/scheiterhaufen/laternenpfahl/laterne/strick/stricke/schlinge/lynch*/gelyncht/hinricht*/hingericht*/exekut*/erschießungskommando/standgericht/standrechtlich/peloton/henker)',
  '(zähne) .. (boden/aufsammeln/einsammeln/spuck*/los/schluck*)',
  '(knarre*/*pistole*/*gewehr*/flinte*/schrot*/kugel/kugeln/patrone*/kalaschnikow*/makarow/glock/messer/machete*/axt/beil/kettensäge*/armbrust/handgranate*/bombe/bomben/sprengsatz/sprengstoff/molotow*/mollis/streichholz/streichhölzer/brandbeschleuniger/liter super/brandsatz/brandsätze/benzin/sprit/heugabel*/mistgabel*/fackel/fackeln/steinigen/steinigt/sense)',
  '(erschieß*/erschoss*/abknall*/abgeknall*/niederstreck*/abstech*/abgestoch*/aufschlitz*/niederstech*/erstech*/erstoch*/erwürg*/ersäuf*/ersauf*/absauf*/ertränk*/vergas*/ausräuch*/abfackel*/einäscher*/anzünd*/zündet/zünden/köpf*/enthaupt*/vierteil*/folter*/gefoltert/auspeitsch*/ausgepeitsch*/zerstückel*/zerleg*/zerquetsch*/auslösch*/ausradier*/ausrott*/ausmerz*/totschlag*/totgeschlag*/totprügel*/tottret*/kaltmach*/kaltgemacht/abmurks*/umleg*/umniet*/überroll*/plattwalz*/schlachten/abschlacht*/blutbad/massaker/gemetzel/amok*/verscharr*/häuten/grillen/vergift*/abgemurkst/wegpust*/durchlöcher*/vergewaltig*/steinig*)',
  '(kehle/genick/gurgel/zähne einzeln/knochen/kniescheibe*/finger einzeln/eier ab/rübe ab/kopf ab/den kopf von/kopf kürzer/innereien/eingeweide)',
  '(sarg/leichenwagen/leichensack/leiche/leichen/kofferraum/massengrab/im fluss/im see/im wald verschwinden/betonschuhe/unter der erde/unter die erde/hängen sehen/brennen sehen/bluten sehen/leiden sehen)',
])

/** Said of many things: of money, of a market, of a town that dies. */
const grave = toPattern([
  '(tot/tote/toter/toten/töt*/getötet/sterb*/stirb*/gestorben/tod/todes*/mord*/ermord*/umbring*/umgebracht/blut*/brenn*/abbrenn*/feuer/verbrenn*/überfahr*/totfahr*/umfahr*/schlagen/schlägt/schlag/schießen/schießt/abschießen/waffe*/vernicht*/entsorg*/beseitig*/krepier*/verreck*/hölle/grab/friedhof/beerdig*/schmerzen/leiden/hängen/hängt/aufhäng*/aufgehäng*/erschlag*/ersticken/weh tun/wehtun/gas/gift)',
])

/** Who it is aimed at. */
const person = toPattern([
  `(${addressed.replace('deine*/dein/eure*/euer/', 'deine*/dein/')}/${officials}/so jemand/so einer/so eine/so ein/solche*/jeden vom/jeden von/jedem vom/jeder vom/die vom/den vom/der vom/vom ordnungsamt/vom jobcenter/vom jugendamt/vom bauamt/sippe/sippschaft/brut/gesindel/bande/bagage/pack/leute da oben/da oben/die alle)`,
  '(den/die/denen) (sollt*/müsst*/gehör*/könnt*/würd*)',
  `(herr/frau/herrn) [^ ]+`,
])

const group = toPattern([`(${groups}/${slurs})`])

const place = toPattern([
  `(${places}/saftladen/saustall/sauladen/verein/drecksladen/sitzung/ratssitzung/stadtfest/empfang/sprechstunde)`,
])

/** That it shall come, or should have: wishes, plans, calls, conditions, days. */
const intent = toPattern([
  '(soll/sollen/sollt*/müsst*/gehör*/würd*/werd/werde/werden/wirst/werdet/wird/will/wollen/möcht*/könnt*/lasst uns/lass uns/hätt*/wär*/wünsch*/hoff*/hoffentlich/freu*/träum*/brauch*/fehlt/hilft nur/verdien*)',
  '(treffpunkt/treffen uns/bringt/nehmt/holt/macht mit/wer kommt/wer ist dabei/seid dabei/bereit/warte*/wartet/komme/kommen/zieh*/marschier*/stürm*)',
  '(montag/dienstag/mittwoch/donnerstag/freitag/samstag/sonntag/heute/heute nacht/morgen/bald/demnächst/irgendwann/nächste*/früher/damals/ab jetzt/beim nächsten mal/tick tack/ticktack/dann)',
  '(wenn/falls) .. (nicht/noch)',
  '(gibts/gibt es/setzts/setzt es/kriegt/kriegst/bekommt/bekommst/fängt/fängst)',
])

/** Who speaks against it, or of an animal, a film, a tool. */
const calming = toPattern([
  '(geht gar nicht/geht zu weit/unterste schublade/keine gewalt/gewalt ist/keine lösung/nicht in ordnung/hört auf/schäm*/verurteil*/distanzier*)',
  '(taube*/wildschwein*/wolf/wölfe/katze*/hunde/bäume/linden/plakat*/schild/schilder/fahne*/wäsche/lampe*/osterfeuer/grillen am/grillplatz/feuerwehr/brandschutz/messerstand/feuerwerk/krimi/film/theater/ritterfest/mittelalter*)',
  '(sprit) .. (teuer/preis*/cent/liter/sparen)',
  '(benzin) .. (teuer/preis*/cent/liter/sparen)',
  '(tot) .. (überm/über) (zaun)',
  '(hände/hand) .. (kopf/gesicht) .. zusammen',
  '(schlag) (ins) (gesicht)',
  '(selbst/eigenen/eigene) .. (fuß/knie/bein/fleisch)',
  '(brett) .. (schädel/kopf)',
  '(maul/fresse/schnauze) .. (halten/voll/aufgerissen/aufreiß*/große*)',
  '(halt/haltet/große/großes/voll) .. (maul/fresse/schnauze)',
])

/** Others are called to join in. */
const call = toPattern([
  '(wer ist dabei/wer macht mit/wer kommt mit/wer hilft mit/seid dabei/macht alle mit/kommt alle/wer machts)',
])

const least = 4

/**
 * Whether two sentences in a row speak of hurting people: what is done, to whom, and that it shall come.
 * It finds what no pattern of words foresaw; one of the three alone is never enough.
 */
export function soundsViolent(lines: readonly Line[]): boolean {
  return lines.some((line, at) => weightOf(`${line}${(lines[at + 1] ?? ' ').slice(1)}`) >= least)
}

const everyHarm = new RegExp(harm.source, 'gu')

function weightOf(text: string): number {
  if (calming.test(text)) return 0
  const harms = Math.min(2, (text.match(everyHarm) ?? []).length)
  const isGrave = grave.test(text)
  const isAimed = person.test(text) || group.test(text) || call.test(text)
  const aimed = isAimed || place.test(text) ? 1 : 0
  // Words that are said of many things count only where hatred of a group stands beside them.
  const deed = harms * 2 + (isGrave && group.test(text) ? 2 : isGrave && harms > 0 ? 1 : 0)
  return deed === 0 ? 0 : deed + aimed + (intent.test(text) ? 1 : 0) - (aimed === 0 ? 1 : 0)
}

const contempt =
  '*pack/*gesindel/*schwein/*schweine/*sau/*säue/*klüngel/*brut/*dreck/*ratten/*viecher/*bande/*bastard*/*abschaum/*gesocks/*geschmeiß/*clique/*sippe/*flut'
const stems =
  '(?:jud(?:en)?|zigeuner|asyl(?:anten)?|auslander|fluchtlings?|islam|moslem|muslim|turken|araber|neger|polen|polaken|schwulen|lesben|transen|kanaken|syrer|afghanen|afrika|bimbo)'

/** Words made of a group and contempt for it: whoever makes a new one is understood. */
const madeUp = new RegExp(
  ` (?:${stems}(?:pack|pak|gesindel|schwein[^ ]*|sau|saue|klungel|brut|drek[^ ]*|raten|viecher|bande|bastard[^ ]*|abschaum|gesocks|gesoks|geschmeis|clique|sipe|sipschaft)|(?:dreks?|scheis|sau|schweine|pis)${stems}[^ ]*) `,
  'u',
)

const against = toPattern([
  `(${groups}/${slurs}) .. (${dehumanised}/${contempt})`,
  `(${contempt}) .. (${groups}/${slurs})`,
  `(schwuchtel*/schwuppe*/tunte*/transe*/kampflesbe*/${slurs}) .. (gehör*/soll*/sollt*/krank*/abartig*/pervers*/unnatürlich*/kinder*/weg/raus/ekel*)`,
])

/** Whether a sentence despises a group of people as such. */
export function despisesGroup(line: Line): boolean {
  return madeUp.test(line) || against.test(line)
}

/** What somebody knows of another's ways who follows them. */
const ways = [
  '(dienstplan*/feierabend/schicht/mittagspause)',
  '(welchen bus/welche bahn/welchen zug/fährt immer/geht immer/läuft immer/joggt/gassi/kommt immer/parkt/parkplatz)',
  '(jeden abend/jeden morgen/jeden montag/jeden dienstag/jeden mittwoch/jeden donnerstag/jeden freitag/jeden samstag/jeden sonntag/immer um/ab 8/ab acht/abends/nachts)',
  '(allein/alleine/schläft/wohnt/wohnen/zuhause/zu hause/daheim)',
  '(garage/garagentor/haustür/hintertür/gartentor/kellerfenster/terrassentür/schlafzimmer*/autonummer/rotes auto/schwarzer bmw/weißer golf)',
  '(schulweg/grundschule/kita/kindergarten/ranzen/zöpfe/fußballtraining/reitstunde)',
].map((pattern) => toPattern([pattern]))

const knows = toPattern([
  '(weiß/wissen/kenne/kennen/beobachte/beobachten) !(nicht/nie/keiner/auch) .. (wann/wo/welche*) (du/ihr/er/sie/die/der)',
  '(weiß/wissen) (ich/wir/auch) .. (wann/wo/welche*) (du/ihr/er/sie/die/der)',
  '(habe/hab/haben) (euren/deinen/ihren/seinen/den) dienstplan*',
  '(nur mal so/nur so/zur info/kleiner tipp/für alle/für jeden/wisst ja/kann ja mal)',
])

/** Whether a comment tells how to find somebody, by their ways rather than by an address. */
export function followsSomebody(whole: Line): boolean {
  const known = ways.filter((way) => way.test(whole)).length
  return (
    known >= 2 &&
    (knows.test(whole) || known >= 4) &&
    (person.test(whole) || / (?:die|der|sie|er|ihr|kleine) /u.test(whole))
  )
}

/** Signs of somebody who takes leave. */
const leaving = [
  '(gleise*/gleisen/schienen/bahndamm/brücke/hochhaus/tabletten/rasierklinge*/abschiedsbrief*/testament)',
  '(aufgeräumt/geregelt/papiere/verschenkt/zur nachbarin/zum nachbarn/ins tierheim)',
  '(niemand/keiner/keinem) .. (vermiss*/braucht mich/interessiert/merkt/auffallen/fehle*)',
  '(macht es gut/machts gut/lebt wohl/leb wohl/tschüss welt/danke an alle/es tut mir leid/verzeiht mir/verzeih mir)',
  '(keine kraft/kraft mehr/kann nicht mehr/nicht mehr können/kann einfach nicht mehr/pack das nicht/packe das nicht/pack es nicht/schaff das nicht mehr/schaffe es nicht mehr/halte das nicht mehr/aufgegeben/hoffnungslos/sinnlos/keinen sinn/alles verloren/endlich ruhe/erlös*/nicht aufwachen/wach nicht mehr/es ist vorbei/nicht mehr da/am ende meiner)',
  '(ohne mich/letzter tag/letzte nacht/letzter abend/zum letzten mal)',
  '(einen weg/einen ausweg/eine lösung/kein ausweg/keinen ausweg) .. (raus/für mich/gibt/bleibt/mehr)',
].map((pattern) => toPattern([pattern]))

const hinting = [
  '(heute nacht/heute abend/morgen früh/morgen/bald/jetzt)',
  '(das wars/das war es/danke für nix/danke für nichts/angst)',
].map((pattern) => toPattern([pattern]))

const own = toPattern(['(ich/mich/mir/mein*)'])
const laughs = toPattern([
  '(lach*/umzug/umzieh*/ziehe weg/zieh weg/urlaub/rente/kündig*/vor lachen/wahl/mitglied*/verein)',
])

/** Whether somebody seems to take leave of life. */
export function takesLeave(whole: Line): boolean {
  if (!own.test(whole) || laughs.test(whole)) return false
  const signs = leaving.filter((sign) => sign.test(whole)).length
  const hints = hinting.filter((sign) => sign.test(whole)).length
  return (
    signs >= 3 ||
    (signs === 2 && hints > 0) ||
    / ich [^ ]+ (?:[^ ]+ ){0,3}(?:gleise[^ ]*|schienen|brucke) /u.test(whole)
  )
}
