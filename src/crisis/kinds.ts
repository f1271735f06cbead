import type { Kind } from './kind.ts'
import { leaks } from './kinds-data.ts'
import { harms } from './kinds-harm.ts'

const staff =
  '(*mitarbeiter*/*kolleg*/*beamt*/beschäftigte*/*angestellte*/azubi*/erzieher*/*hausmeister*/bademeister*/sachbearbeiter*/*amtsleiter*/politess*/*fahrer*/hilfspolizist*/vollzugsdienst/bauhof*/praktikant*/officer/employee*/colleague*)'

/** What a town did or said itself, and what it decides: heat, and rarely danger. */
const heats: readonly Kind[] = [
  {
    id: 'taktloser_post',
    title: 'Eigener Beitrag kommt schlecht an',
    playbook: 'pb1',
    weight: 3,
    axes: { W: 2, B: 2 },
    patterns: [
      '(taktlos*/geschmacklos*/unsensib*/peinlich*/witz*/scherz*/ironi*/spruch/sarkas*/zynisch*/sexistisch*/rassistisch*/unglücklich*/pietätlos*/daneben)',
      '(unser*/unsre/der/dem/den/meinem/meinen) (*post/*posts/*beitrag/*tweet/*reel/*video/*story/*plakat*/*kampagne/*werbung/*spot/*slogan) .. (schlecht an/daneben/nach hinten/zerrissen/kritik/empör*/shitstorm*/aufreg*/um die ohren)',
      '(kommt/kam/kommen) .. schlecht an',
      'nach hinten los',
      '(hashtag/tweet/post/beitrag) .. (getwittert/gepostet/rausgehauen)',
      '(besoffen/betrunken/im suff)',
      '(emoji/meme/gif)',
      '(gratuliert/gewünscht/geworben/werbung) .. (viral/daneben/schlecht/empör*/wütend*/sauer)',
      '(bier*/schwein*/sexy) .. (werbung/plakat/post/bild)',
      '(stadtaccount/stadtkanal/dienstaccount/offiziell* account) .. (geliked/gelikt/kommentiert/gepostet/repostet)',
      'wir .. kommentare .. gelöscht',
      '(zensur*/zensier*)',
      'alle kommentare gelöscht',
      '(our) .. (joke/post/tweet)',
    ],
  },
  {
    id: 'falsche_info',
    title: 'Falsche Angabe oder Fehler von uns',
    playbook: 'pb1',
    weight: 3,
    axes: { W: 1, B: 3 },
    patterns: [
      '(falsche*/veraltete*/verkehrte*) (*zahl*/*datum*/*termin*/*uhrzeit*/*info*/*angabe*/*öffnungszeit*/*foto*/*bild*/*link*/*text*/*post/*beitrag/*wert*/*meldung/*auskunft/*karte/*plan)',
      '(falsch/veraltet) (informiert/angegeben/angekündigt/geschrieben/gerechnet/ausgerechnet/berechnet)',
      '(falsche*/verkehrte*) (summe*/betrag*/beträge/adresse*/nummer*/name*/person*/ort*/version/fassung/datei/übersetzung/flagge/hymne/karte)',
      '(fassung/version) .. (veraltet/falsch/alt)',
      '(vertippt/vertan/verrechnet/verwechselt/zahlendreher/tippfehler/druckfehler)',
      '(stimmt/stimmte/stimmen) (nicht/gar nicht/überhaupt nicht)',
      '(fehler/panne/mist/bockmist) .. (von uns/gemacht/passiert/unterlaufen/gebaut)',
      '(unser/eigener) fehler',
      '(aus versehen/versehentlich)',
      '(abgesagt/absage) .. (stunde*/kurzfristig)',
      '(posted/published) the wrong',
      '(wahlunterlagen/stimmzettel/bescheide) .. (falsch/fehlerhaft)',
    ],
  },
  {
    id: 'privatpost_beschaeftigte',
    title: 'Äußerung oder Verhalten von Beschäftigten',
    playbook: 'pb1',
    weight: 4,
    axes: { W: 2, B: 1 },
    patterns: [
      `${staff} .. (privat*/gepostet/kommentiert/geliked/gelikt/gefilmt/getwittert/geschrieben/repostet/story)`,
      `${staff} .. (rassistisch*/sexistisch*/hitler*/nazi*/parole*/ausgerastet/beleidigt/angeschrien)`,
      'privat* (account/profil/konto/post/seite/äußerung)',
      `(video/clip/screenshot*) .. ${staff}`,
      `${staff} .. (video/clip/screenshot*/tiktok/whatsapp)`,
    ],
  },
  {
    id: 'mehrfach_kritik',
    title: 'Viele wütende Rückmeldungen',
    playbook: 'pb1',
    weight: 2,
    axes: { W: 2 },
    patterns: [
      '*shitstorm*',
      '(kommentarflut*/hasswelle*/kommentarwelle*/beschwerdewelle*/kommentarlawine*/empörungswelle*)',
      '(bewertungen/reviews/rezensionen) .. (stern*/schlecht*)',
      '(stern/sterne) .. (bewertungen/rezensionen)',
      '# .. (*kommentar*/*comment*/nachrichten/mails/anrufe/beschwerden)',
      '(kommentare/comments) .. (explodier*/laufen/häufen/prasseln/mehr/pouring)',
      '(fordern/fordert) .. (rücktritt/entschuldigung)',
      '(petition/boykott*)',
      '(laufen/läuft) sturm',
      '(opposition/fraktion*) .. (zerlegt/zerreißt/tobt/fordert/kritisier*)',
      '(explodier*/eskalier*/viral)',
      '(entschuldigung/entschuldigen/entschuldigt)',
    ],
  },
  {
    id: 'unterkunft',
    title: 'Unterkunft für Geflüchtete',
    playbook: 'pb5',
    weight: 4,
    axes: { W: 2, B: 1 },
    patterns: [
      '(*unterkunft*/*unterkünft*/*flüchtling*/geflüchtete*/*asyl*/migranten*/containerdorf/containeranlage/sammelunterk*/*heim/obdachlosenheim/drogenhilfe*/suchthilfe*/moschee*/minarett/shelter/refugee*/container*/zeltstadt/notunterkunft*/frauenhaus)',
    ],
  },
  {
    id: 'schule_schliesst',
    title: 'Schule, Kita oder Einrichtung wird geschlossen',
    playbook: 'pb5',
    weight: 4,
    axes: { W: 2, B: 1 },
    patterns: [
      '(*schul*/kita*/*kindergarten*/*hort/*freibad*/*hallenbad*/*schwimmbad*/*bibliothek*/*bücherei*/*jugendzentrum*/*klinik*/*krankenhaus*/*spielplatz*/*markt/*turnhalle*/*theater/*museum/*buslinie*) .. (schließ*/geschlossen/zugemacht/zu macht/zumachen/dicht/schluss/aus/weg/wegfall*/gestrichen/streich*/abgerissen/abriss/verlegt/zusammengelegt/fusion*)',
      '(*schließung/*schliessung/*schließungen) .. (*schul*/kita*/*bad*)',
      '(*schul*/kita*/*kindergarten*/*hort/*freibad*/*hallenbad*/*schwimmbad*/*bibliothek*/*bücherei*/*jugendzentrum*/*klinik*/*krankenhaus*/*sporthalle*/*eishalle*) .. (bleibt/bleiben/macht/machen) .. (zu/geschlossen/dicht)',
      '(schulschließung*/kitaschließung*/badschließung*/kitaplätze*/kitaplatz*/kitagruppe*/hortplätze/notbetreuung)',
      '(schließ*/schliess*/dichtmach*) .. (*schul*/kita*/*kindergarten*/*bad/*bücherei*/*bibliothek*)',
      'school .. (clos*)',
    ],
  },
  {
    id: 'baustelle',
    title: 'Baustelle, Sperrung oder Bauvorhaben',
    playbook: 'pb5',
    weight: 4,
    axes: { W: 2, B: 1 },
    patterns: [
      '(*baustelle*/*sperrung*/vollgesperrt/umleitung*/*umbau*/straßenbau*/strassenbau*/*brücke*/parkplätze*/parkplatz*/parkgebühr*/anwohnerpark*/radweg*/fahrradstraße*/tempo30/poller/blitzer*/*fußgängerzone*/verkehrsversuch*/windrad*/windräder*/windpark*/solarpark*/bebauungsplan*/baugebiet*/gewerbegebiet*/baumfäll*/umgehungsstraße/road closure)',
      '(straße/strasse/ortsdurchfahrt/bahnhofstr*/hauptstr*/innenstadt) .. (gesperrt/dicht/zu/sperr*)',
      '(anwohner*/anlieger*/bürgerinitiative*) .. (sturm/protest*/wehren/wütend*/sauer/klagen)',
      '(bäume/linden/allee/park) .. (gefällt/fällen/abgeholzt/weg)',
      'tempo 30',
    ],
  },
  {
    id: 'gebuehren',
    title: 'Gebühren, Steuern, Kürzungen',
    playbook: 'pb5',
    weight: 4,
    axes: { W: 2, B: 1 },
    patterns: [
      '(*gebühr*/*grundsteuer*/gewerbesteuer*/*hebesatz*/*hebesätze*/*beiträge/straßenausbau*/kitabeitr*/müllpreis*/wasserpreis*/*preiserhöhung*/hundesteuer*/bettensteuer/zweitwohnung*/eintrittspreis*/haushaltssperre/haushaltskürz*/sparpaket*/sparhaushalt*)',
      '(kürz*/gestrichen/streich*) .. (zuschuss*/zuschüsse/vereine*/förder*/leistung*/jugend*)',
    ],
  },
  {
    id: 'leck_vorlage',
    title: 'Internes wurde vorher bekannt',
    playbook: 'pb5',
    weight: 4,
    axes: { W: 2, F: 1 },
    patterns: [
      '(*vorlage*/*entwurf*/*gutachten/*papier*/ratsunterlage*/sitzungsunterlage*/beschlussvorlage*/protokoll*/interne*) .. (geleakt/durchgestochen/durchgesickert/vorab/presse*/*zeitung*/öffentlich/bekannt/aufgetaucht/online)',
      '(geleakt*/durchgestochen/durchgesickert/leck) .. (*vorlage*/*entwurf*/*papier*/rat*/sitzung*/pläne)',
      '(nichtöffentlich*/nicht öffentlich*) .. (sitzung*/vorlage*/teil/beschluss*/presse*/bekannt/durchgestochen/facebook)',
    ],
  },
]

/** All of them. */
export const kinds: readonly Kind[] = [...heats, ...harms, ...leaks]
