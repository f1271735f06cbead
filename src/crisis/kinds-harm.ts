import type { Kind } from './kind.ts'

const office =
  '(*bürgermeister*/oberbürgermeister*/landrat*/landrätin*/*stadtrat*/*stadträt*/*ratsmitglied*/ratsfrau/ratsherr/gemeinderat*/gemeinderät*/*kämmerer*/kämmerin/dezernent*/ortsvorsteher*/beigeordnete*/*kolleg*/*mitarbeiter*/sachbearbeiter*/*chef*/*amtsleiter*/erzieher*/politess*/lehrer*/rektor*/ob/bm/mayor/councillor*/verwaltung/pressesprecher*/standesbeamt*/ordnungsamt*)'

const hostile =
  '(beleidig*/beschimpf*/*hass*/*hetze*/hetzt/angefeindet/anfeind*/fertiggemacht/fertig gemacht/verleumd*/mobb*/*stalk*/volksverräter*/*hure/*schlampe/*fotze/übelst*/widerlich*/diffamier*/persönlich angegriffen/verfolgt/beschmiert/bespuckt/hatred/insult*)'

/** What a town is "threatened" with on every day. */
const fates = ['', 'die ', 'das ', 'der ', 'ein ', 'eine ', 'ein weiterer ', 'eine weitere ']
  .flatMap((article) =>
    '*schließung/aus/ende/insolvenz/pleite/kürzung*/*sperrung/streik*/regen*/gewitter*/ausfall/verfall/abriss/defizit/*loch/engpass/*mangel/nachzahlung/verspätung*/stau*/bußgeld*/abmahnung*/klage/zwangsgeld*/verlust'
      .split('/')
      .map((fate) => `${article}${fate}`),
  )
  .join('/')

/** After "wir finden sie" or "wir holen euch": nobody is hunted. */
const liked =
  'gut/toll/schön/super/spannend/nett/wichtig/sympathisch/nicht/auch/ab/ins/satt/hier/im/sehr/richtig/klasse/hin/rein/dazu/mit/alle ins/alle satt/alle gut/alle toll/am bahnhof/am eingang/wieder rein'

/** Plans and maps about weather, and what is only called so. */
const paper =
  'hochwasserschutz*/hochwasserkonzept*/hochwasserkarte*/hochwassergefahrenkarte*/hochwasservorsorge*/starkregenkarte*/starkregengefahrenkarte*/starkregenvorsorge*/starkregenkonzept*/shitgewitter*/blitzlichtgewitter*/*kommentarlawine*/maillawine*/papierlawine*/kostenlawine*'

const flying =
  '(flugzeug*/hubschrauber*/helikopter*/segelflieg*/ballon*/gleitschirm*/drachenflieg*/maschine/gondel*/kletter*/bergsteig*/wanderer*/wanderin*/arbeiter*/dachdecker*/fassade*/hang/felswand/steilhang)'

/** What harms people: threats, and danger in the place. */
export const harms: readonly Kind[] = [
  {
    id: 'drohung',
    title: 'Drohung gegen Menschen',
    playbook: 'pb2',
    weight: 5,
    axes: { G: 3 },
    patterns: [
      `(droht/drohen/drohte) !(${fates})`,
      '(bedroht/bedrohen/bedrohung*/morddroh*)',
      '!(androhung*/streikdrohung*/klagedrohung*) (*drohung*)',
      '(weiß/weiss/wissen) .. wo .. (wohnt/wohnst/wohne/wohnen/haus)',
      '(kommt/kommen/komme) .. (heute/heut/nacht/abend) .. vorbei',
      '(aufhängen/aufgehängt/aufknüpfen/anzünden/angezündet/abfackeln/umbringen/abstechen/erschießen/abknallen/totschlag/totschlagen/totschläger*/abmurksen/aufschlitzen)',
      '(hinrichten/hinrichtung/lynchen/galgen/auflauern/aufgelauert)',
      '(dich/euch/ihn/sie/alle/zu/jemanden) töten',
      '(steche/stech/sticht/knalle/knall/knallt) .. ab',
      '(bringe/bring/bringt) .. um !(0*/1*/2*/3*/4*/5*/6*/7*/8*/9*/halb/viertel/ein/eins/zwei/drei/vier/fünf/sechs/sieben/acht/neun/zehn/elf/zwölf/mitternacht/mittag/den/die/das/der)',
      '(schlage/schlag/schlägt) .. (dich/euch/ihn/sie/den/die/alle/jeden) .. (tot/zusammen)',
      '(schlage/schlag/schlägt) .. (fresse/schädel/zähne/zahn/kopf/nase/scheibe/scheiben/fenster/tür/gesicht) .. ein',
      '(zünde/zünd/zündet) .. an',
      '(hänge/häng/hängt) .. (auf/höher)',
      '(mache/mach/macht) .. kalt',
      '(messer/pistole*/waffe/waffen/kugel/patrone*/gewehr*/machete/axt/baseballschläger/sprengstoff)',
      '(steht/stehen/stand/standen) .. vor (der/ihrer/seiner/meiner/dem/ihrem/seinem/meinem) (tür/haustür/haus)',
      `(dich/euch/ihn/sie/den/die) (kriegen/finden/holen) wir !(${liked})`,
      `wir (kriegen/finden/holen) (dich/euch/ihn/sie/jeden) !(${liked})`,
      'merkt euch !(den termin/die termine/den tag/den abend/das datum/das motto/diesen termin/diesen tag/bitte/schon/unbedingt/den samstag/den sonntag/den freitag)',
      '(wartet nur/werdet schon sehen/warte nur/pass auf dich auf/gnade euch)',
      '(an die/an der/an den/am/ans/an einen/an einem) .. (wand/laterne*/mauer/baum/ast/strick/galgen/kreuz)',
      '(laternen/bäume/stricke/seile) (haben/gibt/reichen/sind) .. (genug/wir)',
      '(weiß/wissen/kennt/kennen/beobachtet/fotografiert) !(jemand/wer/einer/ich) .. (tochter/sohn/kinder/enkel*/familie/kita/schulweg/arbeitsweg/heimweg/kennzeichen)',
      'vor (dem/ihrem/seinem/meinem/unserem) (haus/privathaus/wohnhaus/elternhaus/gartentor) .. (leute/männer/typen/menschen/gruppe/vermummte*/demonstrant*/personen)',
      '(leute/männer/typen/menschen/gruppe/vermummte*/demonstrant*/personen) .. vor (dem/ihrem/seinem/meinem/unserem) (haus/privathaus/wohnhaus/elternhaus/gartentor)',
      '(verfolgt/folgt/lauert/nachgelaufen/hinterhergelaufen/hinterhergefahren) .. (heimweg/parkplatz/feierabend/nach hause/zum auto)',
      '(im dunkeln/nachts) .. (treffen/begegnen/erwischen)',
      '(kurz und klein/von der brücke stoßen)',
      'in die luft (spreng*/gesprengt/jagen/jagt/gejagt/fliegen/fliegt/geflogen)',
      '(spreng*/jag*/fliegt/fliegen) .. in die luft',
      '(rathaus/amt/haus/büro/*heim/unterkunft/auto/laden) .. in die luft',
      '(ins/zum/vors/im) rathaus .. (aufräumen/kommen und/zeigen)',
      '(wundern/wundert) .. (brennt/knallt/passiert/kracht/fliegt)',
      '(bald/dann/heute/nacht/mal) .. (knallt/kracht/scheppert) es !(im rat/in der sitzung/in der ratssitzung/im ausschuss/an silvester/zu silvester)',
      '(passiert/zustößt/zustossen/zustoßen) .. (ihm/ihr/dir/euch/ihnen) (etwas/was)',
      '(ihm/ihr/dir/euch/ihnen) .. (etwas/was) (passiert/zustößt/zustoßen)',
      '(nächste*/erste*) .. (kugel/opfer/dran bist)',
      '(patrone/kugel/blutig*/tierkadaver/schweinekopf/galgen/grabkreuz/todesanzeige/kondolenz*) .. (briefkasten/post/tür/haus/büro)',
      '(briefkasten/haustür/auto/wohnung/büro) .. (beschmiert/zerstört/aufgebrochen/zerkratzt/eingeschlagen)',
      '(sollte man/gehört/gehören) .. (erschlagen/verprügelt/weggesperrt/vergast/an die wand/aufs maul)',
      '(aufs maul/fresse polieren/verprügel*/zusammenschlagen)',
      '(traut/trauen) sich nicht mehr .. (raus/nach hause/zur arbeit/heim)',
      '(haus/wohnung) .. (aufsuchen/aufzusuchen/besuchen)',
      '(reifen zerstochen/brandsatz/fadenkreuz/zielscheibe)',
      '(wagen/auto/dienstwagen/privatwagen/reifen) .. (zerkratzt/zerstochen/demoliert/angezündet/radmuttern)',
      '(bist/seid/ist) (du/ihr/er/sie) (dran/fällig) !(mit/beim/am)',
      '(du/ihr/er/sie) (bist/seid/ist) (dran/fällig) !(mit/beim/am)',
      'nicht mehr allein* .. (raus/hinaus/nach hause/vor die tür/zur arbeit/zum auto)',
      '!(killer feature*/killerfeature*/killerphrase*/killerargument*/killerspiel*/murder mystery) (threat*/kill*/murder*)',
    ],
  },
  {
    id: 'adresse_veroeffentlicht',
    title: 'Adresse oder Familie wurde genannt',
    playbook: 'pb2',
    weight: 5,
    axes: { G: 3 },
    patterns: [
      `${office} .. (*adresse*/*anschrift*/handynummer*/telefonnummer*/privatnummer*/wohnort/wohnhaus) .. (veröffentlicht/gepostet/geteilt/steht/stehen/online/rein/rumgeschickt/im netz/telegram/facebook)`,
      `(*adresse*/*anschrift*/handynummer*/telefonnummer*/privatnummer*/wohnort) .. ${office} .. (veröffentlicht/gepostet/geteilt/steht/stehen/online/rein/rumgeschickt/im netz/telegram/facebook)`,
      '(privatadresse*/wohnadresse*/privatanschrift*/privathaus*) .. (veröffentlicht/gepostet/geteilt/steht/stehen/online/gesetzt)',
      '(veröffentlicht/gepostet/postet/posten/teilt/teilen/posted) .. (privatadresse*/wohnadresse*/adresse/anschrift/haus/address)',
      '(foto*/bild*) .. (haus/wohnhaus/kinder*/tochter/sohn) .. (bürgermeister*/rat*/chef*/kolleg*)',
      `(kinder/tochter/sohn/familie) .. ${office} .. (genannt/gepostet/bedroht/schule)`,
      'besucht (ihn/sie) .. mal',
      '(privatadresse*/wohnadresse*/privatanschrift*/handynummer*/privatnummer*) .. (kommentare*/gestellt/rein/facebook/telegram/netz)',
      '(wann/wo/welche*) .. (kinder/tochter/sohn/familie/frau/mann) .. (kita/schule/hort/abholt/abholen/arbeitet)',
      '(kinder/tochter/sohn) .. (von der kita/von der schule/zur kita/zur schule/schulweg)',
      '(mit/samt) (name*/foto*/fotos/adresse) .. (genannt/aufgelistet/gepostet/pranger)',
      '(home address/private address)',
    ],
  },
  {
    id: 'hasswelle_person',
    title: 'Hass gegen eine Person',
    playbook: 'pb2',
    weight: 4,
    axes: { G: 2, W: 1 },
    patterns: [
      `${office} .. ${hostile}`,
      `${hostile} .. ${office}`,
      '(hasskommentar*/hassnachricht*/hassmail*/hasswelle*) .. (gegen/an) (sie/ihn/unsere/unseren)',
      '(galgen/hakenkreuz*/volksverräter*)',
      '(strafantrag/anzeige) .. (beleidig*/verleumd*)',
    ],
  },
  {
    id: 'aufruf_gewalt',
    title: 'Aufruf zu Gewalt',
    playbook: 'pb2',
    weight: 5,
    axes: { G: 3 },
    patterns: [
      '(aufruf/aufgerufen/ruft/rufen/aufrufe) .. (gewalt/angriff*/mistgabel*/rathaus/sturm)',
      '(gewalt/blockade*/selbstjustiz) .. (aufgerufen/aufruf*/ruft/rufen)',
      '(verabredet*/verabreden) .. (haus/rathaus/amt/wohnung)',
      '(zündet/stürmt/stürmen) .. (rathaus/heim/unterkunft/haus/an)',
      '(benzin/brandbeschleuniger*/molotow*)',
      '(ruft/rufen/aufruf/verabreden) .. (*heim/unterkunft/rathaus/haus) .. (besuchen/aufzusuchen/treffen/kommen)',
      '(rathaus) .. (stürmen/anzünden/abfackeln/belager*)',
      '(mistgabel*/fackeln/bürgerwehr*)',
      '(väter/eltern/männer/leute/bürger*/anwohner*/nachbarn/einwohner*) .. (selber/selbst/eigene*/privat*) .. (streife*/jagd/patrouill*/suchtrupp*/schnappen/vorknöpfen)',
      '(selbst/selber) in die hand nehmen',
      '(burn it/smash*/come for you)',
    ],
  },
  {
    id: 'suizid',
    title: 'Jemand kündigt an, sich etwas anzutun',
    playbook: 'pb2',
    weight: 5,
    axes: { G: 3 },
    patterns: [
      '!(suizidpräv*/selbstmordwitz*) (suizid*/selbstmord*/suicid*)',
      '(sich/mir) .. (antun/anzutun/umbringen/umzubringen/das leben nehmen)',
      'nicht mehr leben',
      '(spring*/stürz*) .. (brücke/dach/turm/gleis*/zug)',
      '(von der brücke/von einer brücke/vom dach/vom turm/vor den zug/vor einen zug/auf die gleise) .. (spring*/stürz*)',
    ],
  },
  {
    id: 'kinderpornografie',
    title: 'Verdacht auf Bilder von Kindesmissbrauch',
    playbook: 'pb2',
    weight: 5,
    axes: { G: 3 },
    flag: 'childAffected',
    patterns: [
      '(kinderporn*/kindesmissbrauch*/missbrauchsbild*/missbrauchsdarstell*/csam)',
      'child (abuse/porn*)',
    ],
  },
  {
    id: 'unwetter',
    title: 'Unwetter oder Naturereignis',
    playbook: 'pb6',
    weight: 5,
    axes: { G: 3 },
    patterns: [
      'hochwasserschutz* .. (hält/bricht/gebrochen/versagt/überspült/überlauf*/undicht)',
      `!(${paper}) (*unwetter*/*starkregen*/*hochwasser*/*überschwemm*/*überflutung*/*sturmflut*/*orkan*/tornado*/*gewitter*/hagel/*sturmschäden/schneechaos/glatteis/*lawine/waldbrand*/hangrutsch*/erdrutsch*/sturzflut*/hitzewelle/flooding/sturmwarnung*/unwetterwarn*/sturmböe*/sturmboe*/sturmtief*)`,
      '(deich*/damm/dämme/staudamm/wehr) .. (hält/halten/bricht/gebrochen/weicht/undicht/überlauf*)',
      '(windhose*/sturmböe*/schneelast*/eisregen/hitze) .. (dach*/verletzt*/straße*/gesperrt/warnung)',
      '(wasser/schlamm) .. (steht/läuft/drückt/strömt/steigt/schießt/kommt) .. (unterführung*/keller*/tiefgarage*/straße*/erdgeschoss/gehweg*/wohnungen/häuser*/gullys/haustür*)',
      '(straße*/unterführung*/ortskern/ortsteil/tiefgarage*/häuser) .. unter wasser',
      '(sturm/orkan/böe*/tornado) .. (dach/dächer/ziegel/bäume/baum/abgedeckt/umgeworfen/entwurzelt)',
      '(bach/fluss/pegel/damm/deich/unterführung/keller*) .. (über die ufer/steigt/voll/läuft/gebrochen/vollgelaufen/überflutet/unter wasser)',
    ],
  },
  {
    id: 'brand',
    title: 'Brand oder Explosion',
    playbook: 'pb6',
    weight: 5,
    axes: { G: 3 },
    patterns: [
      '(*großbrand*/*explosion*/*gasleck*/gasaustritt/gasgeruch/gasleitung/gasrohr/*rauchwolke*/rauchsäule/giftwolke/*chemieunfall*/feuer/blackout/*stromausfall*)',
      '(riecht/stinkt/geruch/gestank) .. (gas/faulen eiern/verbrannt*/verschmort*/chlor/rauch/chemi*/ammoniak/lösungsmittel)',
      '(brand) (im/in/am/bei/auf/an)',
      '(brennt) (der/die/das/die/eine/ein/unser*) (*schule/*halle/*haus/*heim/*lager*/*bauhof/*rathaus/*betrieb/*werk/*scheune/*wohnung*/*kita/*turnhalle/*wald/*deponie)',
      '(*schule/*halle/*haus/*heim/*lager*/*bauhof/*rathaus/*betrieb/*werk/*scheune/*deponie/*kita/*kindergarten/*rathaus) .. (brennt/in flammen/abgebrannt)',
      '(fire at/on fire in)',
    ],
  },
  {
    id: 'evakuierung',
    title: 'Evakuierung oder Bombenfund',
    playbook: 'pb6',
    weight: 5,
    axes: { G: 3 },
    patterns: [
      '(straße*/haus/häuser/viertel/gebäude/schule/rathaus/platz) .. (geräumt/räumen/evakuiert)',
      '(leute/bewohner*/anwohner*/menschen) .. müssen (raus/ihre wohnungen/die häuser)',
      '(bombe/sprengsatz/granate/munition) .. (gefunden/entdeckt/entschärf*)',
      '!(anschlagbrett*/anschlagtafel*) (*evakuier*/*bombenfund*/weltkriegsbombe*/blindgänger*/fliegerbombe*/*amok*/*bombendrohung*/anschlag*/attentat*/schießerei*/schüsse/geiselnahme/polizeieinsatz/großeinsatz)',
      '(das/dem/vom/ein) sek !(i/ii/1/2)',
      'sek (einsatz/vor ort/rückt/im einsatz/stürmt/beamte*)',
    ],
  },
  {
    id: 'einsatz',
    title: 'Einsatzkräfte sind gefordert',
    playbook: 'pb6',
    weight: 3,
    axes: { G: 3 },
    patterns: [
      '(krisenstab*/katastrophenalarm/katastrophenfall/rettungskräfte/rettungsdienst/rettungshubschrauber/thw/lebensgefahr/großalarm)',
      '(feuerwehr/polizei/bundespolizei) .. (im einsatz/rückt an/vor ort/abgesperrt/gesperrt/sucht/evakuiert/räumt)',
      '(abgesperrt/absperrung/sperrzone/sperrkreis)',
    ],
  },
  {
    id: 'trinkwasser',
    title: 'Trinkwasser oder Versorgung',
    playbook: 'pb6',
    weight: 5,
    axes: { G: 3 },
    patterns: [
      '!(keimling*) (*trinkwasser*/leitungswasser/*abkoch*/*keime/*keim/*coli/legionell*/chlor*/*rohrbruch*/wasserrohr*/*verkeimt*/verunreinig*/salmonell*/giftig*/vergift*)',
      'wasser .. (braun/trüb/stinkt/ausgefallen/verschmutzt/abgestellt/gesperrt)',
      'kein wasser',
      '(strom/fernwärme/heizung/gas/notruf*/112/110/leitstelle) .. (ausgefallen/weg/fällt aus/tot/geht nicht/gestört/nicht erreichbar)',
      '(notruf*/112/110) .. (geht/funktioniert) .. nicht',
    ],
  },
  {
    id: 'unfall',
    title: 'Unfall mit Verletzten',
    playbook: 'pb6',
    weight: 5,
    axes: { G: 3 },
    patterns: [
      '(fahrgeschäft*/karussell*/riesenrad/achterbahn/hüpfburg/tribüne*/seilbahn*/sessellift/aufzug/kran/balkon*/treppe/steg/festwagen/boot/fähre/bus/zug/straßenbahn) .. (abgesackt/umgekippt/gekippt/entgleist/abgestürzt/eingestürzt/zusammengebrochen/umgestürzt/gekentert/gesunken/durchgebrochen/weggeflogen/überschlagen/reingefahren/reingerast)',
      '(leute/kinder/fahrgäste/menschen/mann/frau) .. (eingeklemmt/eingeschlossen/verschüttet/bewusstlos/liegt am boden/liegen am boden)',
      '(baum/ast/mast/kran/gerüst/container/ziegel/dach/stein*/felsen) .. (liegt/gestürzt/stürzt/fällt/gefallen/gekracht/gekippt) .. (auf/gegen/in) (den/dem/der/die/das/ein*) (*bus/auto*/*haus/*dach/gleis*/straße/*schule/kita/*leitung*/*wagen/zug/schulhof)',
      '(baum/ast/mast/kran/gerüst/ziegel/felsen) (liegt/stürzt/stürzte/fällt/fiel/kracht/krachte/kippt) (auf/gegen/in)',
      '(personen/leute/kinder/menschen/besucher*/gäste/bewohner*/schüler*) .. (krankenhaus/klinik/notarzt/bewusstlos/atemnot/erbrechen/übergeben sich/reizhusten)',
      '(auto/lkw/wagen/fahrer) .. in (die/eine) (menge/gruppe/menschen*/zuschauer*/haltestelle)',
      '(decke/dach/mauer/brücke/gerüst/baum/bühne/zelt) .. (abgesackt/runtergekommen/herunter*/eingestürzt/umgefallen/umgekippt/zusammengebrochen/eingebrochen)',
      '!(unfallkasse*/unfallversicher*/unfallverhüt*/unfallstatistik*/unfallschutz*/unglücklich*) (*unfall*/*unglück*/*verletzt*/*schwerverletzt*/tote/toter/gestorben/ertrunken/eingestürzt/einsturz*/umgestürzt*/vermisst*/reanim*)',
      // A program has one as well.
      `(absturz/abstürze) .. ${flying}`,
      `${flying} .. absturz`,
      '(flugzeugabsturz*/hubschrauberabsturz*/absturzstelle*)',
      // A website is "tot" as well.
      '(mann/frau/kind/kinder/person*/junge/mädchen/jemand/schüler*/kollege*/kollegin*/fahrer*/opfer/mensch*/jährige*/baby/mitarbeiter*/bewohner*/patient*/nachbar*) .. (tot)',
    ],
  },
  {
    id: 'verdaechtiges_paket',
    title: 'Verdächtiger Gegenstand',
    playbook: 'pb6',
    weight: 5,
    axes: { G: 3 },
    patterns: [
      '(koffer/tasche/paket/rucksack) .. (ohne besitzer/herrenlos*/unbeaufsichtigt/tickt)',
      'herrenlos* (koffer/tasche/paket/rucksack/gegenstand)',
      'verdächtig* (paket*/päckchen/gegenstand/brief*/umschlag/koffer/tasche/pulver)',
      'weißes pulver',
      'suspicious (package/parcel)',
    ],
  },
]
