import { toPattern } from './pattern.ts'

const screens =
  '(programm*/app/apps/software/website/webseite/homepage/seite/server*/rechner*/computer*/system*/browser*/formular*/handy*/tablet*/kurs*)'

const hung =
  '(plakat/plakate/plakaten/wahlplakat*/banner/lichterkette*/bild/bilder/foto/fotos/girlande/girlanden/schild/schilder/flyer/aushang/aushänge/fahne*/flagge*/wäsche/jacke*/zettel/poster*/deko*/nistkasten/nistkästen/kranz/uhr/karte/kalender*/weihnachtskugel*/ausstellung*)'

const lit =
  '(kerze/kerzen/adventskranz/osterfeuer/lagerfeuer/maifeuer/martinsfeuer/johannisfeuer/feuerwerk/lichter/laterne/laternen/fackeln/grill/ofen/friedenslicht)'

const coming =
  '(weihnachten/advent/ostern/pfingsten/silvester/winter/sommer/herbst/frühling/ferien/*wahl/*wahlen/*fest/*markt/jubiläum/karneval/fasching/saison/umzug/umbau/*reform/jahreswechsel/schulstart/schuljahr)'

const fools =
  '(narren/karneval*/fasching*/fastnacht*/weiberfastnacht/möhnen/hexen/elferrat/prinzenpaar)'

/** Those whose words may stand apart: what is hung up, lit or spoiled is named. */
const apart: readonly string[] = [
  '(stimmung/klima/diskussion/debatte/atmosphäre/ton/tonfall/kommentar/kommentare) .. (vergift*/giftig*)',
  `${hung} .. (aufhängen/aufgehängt/hängen auf/hängt auf)`,
  `(aufhängen/aufgehängt) .. ${hung}`,
  `(anzünden/angezündet/abfackeln/abgefackelt) .. ${lit}`,
  `${lit} !(für sie/für dich/für euch/für ihn) .. (anzünden/angezündet/abfackeln/abgefackelt)`,
]

/** Everyday phrases with a word in them that means harm elsewhere, as the patterns of kinds are written. */
const phrases: readonly string[] = [
  `absturz (der/des/vom/beim/meiner/meines/unserer/unseres/einer/eines) ${screens}`,
  `${screens} .. absturz`,
  `(hängt/hängen/hänge) .. ${hung} .. auf`,
  `${hung} .. (an der/an die/am/an den/an einer/an einem/ans) (wand/baum/mauer/laterne/laternen)`,
  '(an die/an der) wand (projizier*/geworfen/werfen/gemalt/malen/geklebt/kleben/gepinnt/gefahren/fahren)',
  '(bombenstimmung*/bombenwetter/bombenerfolg*/bombensicher*)',
  '(schlägt/schlug/eingeschlagen/ein) wie eine bombe',
  '(geben/gib/gibt/gebt/gebe/geben wir/geben jetzt) gas',
  'gas (geben/gegeben/zu geben)',
  '(kugel/kugeln) eis',
  `(zünde/zünd/zündet/zünden) .. ${lit} .. an`,
  `${coming} .. (steht/stehen) (vor der tür/bald vor der tür/schon vor der tür/wieder vor der tür)`,
  `(steht/stehen) .. ${coming} .. vor der tür`,
  'vor der tür des neuen jahres',
  'haus (der jugend/der vereine/der begegnung/des gastes/der musik/der kulturen/der familie/der generationen/der kirche/der kunst/der geschichte/des kindes/der natur)',
  '(unser/euer) haus (besuchen/zu besuchen)',
  'vom aussterben bedroht',
  '(tinte/tinten*/toner*/drucker*) .. patrone*',
  'patrone* .. (drucker*/tinte*/toner*)',
  'messer und gabel',
  'axt im wald*',
  '(zielscheibe/fadenkreuz) (der kritik/von kritik/für kritik/von spott/für spott/der presse/der opposition)',
  'opfer (der/von/des) (kürz*/spar*/digital*/reform*/bürokratie)',
  'killt mich',
  `${fools} .. (stürmen/stürmt/sturm) .. rathaus`,
  `rathaus .. (stürmen/stürmt/sturm) .. ${fools}`,
  `sturm .. rathaus .. ${fools}`,
  '(laternenumzug/martinszug/martinsumzug/laternenlauf/wanderung/nachtwanderung) .. fackeln',
  'fackeln .. (laternenumzug/martinszug/martinsumzug/laternenlauf/wanderung/nachtwanderung)',
  'wir verabreden uns',
  '(man/ich/wir) .. (sich/mir/uns) .. nicht (antun/anzutun)',
  '(sich/mir/uns) (das/den/die/diesen/diese/so was/sowas) (antun/anzutun/noch antun/nicht antun)',
  'politisch* selbstmord',
  'auf (den zug/den fahrenden zug/einen zug/diesen zug) (auf/aufspringen/aufzuspringen/springen/aufgesprungen)',
  '(lawine/lawinen/orkan/sturmflut/tornado/gewitter) (an/von/voller)',
  '(überschwemmt/überflutet) .. (anfragen/mails/nachrichten/anrufen/kommentaren/werbung/likes)',
  '(anfragen/mails/nachrichten/anrufen/kommentaren/werbung) .. (überschwemmt/überflutet)',
  '(employer/personal/corporate/unser/unseren/unserem/euer/euren) brand',
  'feuer und flamme',
  '(öl/oel) ins feuer',
  'mit dem feuer spielen',
  '(unter/ins) feuer (der kritik/der presse)',
  'feuer der begeisterung',
  'anschlag* (am/ans/auf dem) (schwarzen brett/brett)',
  'anschläge pro minute',
  'anschlag auf (meine/unsere/die) (freizeit/nerven/ohren/augen)',
  '(schnee/winterdienst/schneepflug/räumdienst) .. (räumen/geräumt)',
  '(tag der offenen tür/präventionstag/infostand) vor ort',
  '(keim der/im keim erstick*/keim einer)',
  '(vergiftet*/giftige*) (stimmung/klima/diskussion/debatte/atmosphäre/ton/tonfall/kommentar/kommentare)',
  '(urheberrecht*/netiquette/recht/rechte/bildrechte/regeln/neutralität*/sachlichkeit*/datenschutz/pflicht/pflichten/gefühle/ehre/privatsphäre/persönlichkeitsrecht*/markenrecht*/vorschrift*) .. verletzt*',
  '(fühle/fühlt/fühlen) .. verletzt',
  '(tote/toter/toten) (hose/link/links/winkel/kanal/kanäle/briefkasten/leitung/punkt)',
  '(thema/sache/projekt/idee/plan) .. gestorben',
  'für (mich/uns) gestorben',
  '(reichweite/zahlen/klicks/klickzahlen/umfragewerte/kurse) .. (eingestürzt/abgestürzt)',
  'vermisst (ihr/du/man/wer)',
  '(verschlüsselt*/verschlüsselte) .. (verschickt/verschicken/senden/gesendet/übertragen/versenden/versandt)',
  '(verbindung/übertragung/mail/mails/chat/messenger/website/webseite/seite) .. (gut/sicher/ende zu ende/ssl/nicht) verschlüsselt',
  '(ist/sind/werden) .. (verbindung/mail/mails/chats/nachrichten) .. verschlüsselt',
  '(follower*/abonnent*/abos/marke/grenze/nuss/rekord/klicks/likes/aufrufe) .. geknackt',
  'hacker space',
  'phishing (schulung*/training*/kurs*/test*/übung*/workshop*/simulation*)',
  '(für/zu/zum/zur) (den/die/das) .. nicht mehr (anmelden/eintragen)',
  '(gleiche*/gleichen/selbe*/selben/derselbe/denselben) text .. (beide/beiden/allen/facebook und/instagram und)',
  'gesteuerte* (ampel*/beitrag/beiträge/post/posts)',
  '(wir/sind) .. mit (unserem/unserm) (logo/wappen/namen)',
  '(öffnungszeiten/kontaktdaten der stadt/veranstaltungsdaten/termindaten/geodaten/wetterdaten/offene daten/open data)',
  '(liste/listen) der (vereine/spielplätze/veranstaltungen/termine/ärzte/angebote/baustellen/stellenangebote/straßen/parkplätze)',
  '(protokoll*/niederschrift*/vorlage*) (der/einer/aus der/zur) öffentlichen (sitzung*/ratssitzung*)',
]

// A phrase is short: what stands further apart belongs to something else.
const everyday = new RegExp(
  [toPattern(phrases, 2), toPattern(apart, 4)].map(({ source }) => source).join('|'),
  'gu',
)

/**
 * A clause, as `Said.words`, without phrases of every day whose words sound of harm: "Kerze anzünden", "toter
 * Link". What stands beside them is heard as before.
 */
export function withoutPhrases(words: string): string {
  return words.replace(everyday, ' –')
}
