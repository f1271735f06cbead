import { toPattern } from '../pattern.ts'
import { dehumanised, groups, officials, slurs, weapons } from './lexicon.ts'

const any = `${groups}/${slurs}`

/** Somebody may be about to die by their own hand. */
export const despair = toPattern([
  '(ich/mich) .. (dachbalken/balken/strick/seil/dachboden/heizungsrohr) .. (häng*/baumel*/$)',
  '(wer schuld ist/schuld seid/schuld daran) .. (wenn ich) .. (tot/weg/häng*/nicht mehr/sterbe)',
  '(nicht mehr leben/nimmer leben/nicht mehr weiterleben/nicht mehr weiter leben)',
  '(mir/mich) .. (das leben nehmen/etwas an/was an/umbringen/umzubringen/aufhängen/erhängen/erschießen/vor den zug/vorn zug/von der brücke/abmelden für immer)',
  '(bring/bringe/häng/hänge/erschieß/erschieße/schmeiß/schmeisse/werf/werfe/spring/springe) .. (mich/ich) .. (um/auf/vor den zug/vorn zug/von der brücke/vom dach/vor die bahn/runter)',
  'ich (spring/springe) .. (vom/von der/vor den/vor die)',
  '(suizid*/selbstmord*/selbsttöt*) !(attentäter)',
  '(ich/morgen/heute/bald/dann) .. (nicht mehr da/nimmer da/nicht mehr auf dieser welt/nicht mehr am leben)',
  '(mach*/mache) .. (schluss mit allem/schluss mit dem leben/ein ende/dem ein ende/mit mir ein ende)',
  '(setz*/mache) .. (meinem leben/dem leben/allem) .. ende',
  '(ohne mich) .. (besser dran/besser)',
  '(besser dran/besser) .. ohne mich',
  '(alle/genug) .. (tabletten/schlaftabletten) .. (geschluckt/gesammelt/nehmen/bereit/liegen)',
  '(tabletten/schlaftabletten) .. (geschluckt/gesammelt/alle nehmen/bereit/liegen)',
  '(keinen/kein) (ausweg/sinn mehr/lebenswillen/lebensmut) .. !(aus)',
  'ich will nur noch (sterben/schlafen und nie/weg sein für immer)',
  '(ich/will) .. (sterben/tot sein/nicht mehr aufwachen/einschlafen und nicht)',
  '(mein/das ist mein) (abschied/abschiedsbrief/letzter post/letzte nachricht)',
  '(ich kann nicht mehr/kann nicht mehr/halte es nicht mehr aus) .. (leben/morgen/ende/schluss/aufgeben/weiter/niemand/sinnlos/abschied)',
  '(lebt wohl/macht es gut ihr seht mich)',
])

/** Somebody is told to kill themselves, or wished dead. */
export const deathWish = toPattern([
  '(häng/hängt/hängen) (dich/euch/sie sich) .. auf',
  '(bring/bringt) (dich/euch) .. um',
  '(erschieß/erschießt/vergift*/erhäng*/ersäuf*) (dich/euch)',
  '(spring/springt) .. (von der brücke/vom dach/vor den zug/vorn zug/aus dem fenster/vom turm/vom rathaus)',
  '(geh/geht) .. (sterben/verrecken/dich erhängen/dich aufhängen)',
  '(stirb/sterbt/krepier/krepiert/verreck/verreckt/verrecke/krepiere) !(hier) .. (du/ihr/endlich/doch/alle/elend*/langsam/einfach/bitte/$)',
  `(hoffentlich/hoffe/hoff/wünsch*/wünscht/gönn*/möge/mögen/soll/sollst/sollt/sollen/schade dass/wär*/freu*/bet*) .. (verreck*/krepier*/stirb/stirbst/sterbt/abkratz*/kratz* .. ab/tot um*/tod/krebs/herzinfarkt/schlaganfall/unfall/tödlich*/überfahren/totgefahren/vom blitz/baum fahren/gegen nen baum/gegen einen baum/vor die wand fahren/${'qualvoll*/elendig*'}/im rollstuhl/ins grab/in der hölle/nicht mehr aufwach*/ersauf*/ersäuf*/verbrenn*/ersticken/ersticke/erstickst)`,
  `(wünsch*/gönn*) .. (dir/euch/ihm/ihr/ihnen/dem/der/den/deine*/eure*/${officials}) .. (tod/krebs/pest/vergewaltig*/unfall/qualen/schmerzen)`,
  '(der/die/das/sowas/so einer/so eine) .. (soll/sollen) .. (verrecken/krepieren/sterben/abkratzen/in der hölle*)',
  '(nicht verdient/kein recht) .. (zu leben/leben)',
  '(nicht lebenswert/lebensunwert*)',
  '(grab/strick/seil) .. (schaufel*/besorg*/kaufen/hol/hole/holen/nehmt/nimm/knot*/reserviert/bereit*)',
  '(hol/nimm/kauf/such) .. (strick/seil/brücke)',
  'tod .. (allen/den/dem/der/euch/dir/bullen/politiker*)',
  '(kopfschuss/kopfschuß/genickschuss/gnadenschuss) .. (für/wär*/verdient/geben)',
  '(ein/ne/eine/nen) (kopfschuss/kugel/genickschuss)',
  '(nur/erst) .. (tot/toter/tote) .. (guter/gute/gut)',
  '(nur) .. (tot*) (bulle/politiker/ausländer/asylant*/grüner/jude)',
  '(lebend/lebendig) .. (begraben/verbrennen/verbrannt/verscharr*)',
])

/** Something is announced, without a verb for the deed. */
export const menace = toPattern([
  '(soll/sollen/sollte*/sollt*/besser/lieber) .. (nicht/nie/nimmer) .. (allein*) .. (gehen/geh/tiefgarage/parkplatz/nachts/heim/unterwegs/raus/$)',
  '(blut für blut/auge um auge/zahn um zahn/kopfgeld*)',
  '(auf den kopf/auf seinen kopf/auf ihren kopf/auf deinen kopf) .. (zahl*/euro/setz*/belohnung/biete)',
  '(hab/habe/haben) .. (deine/deinen/eure/euren) .. (adresse/anschrift/privatadresse/hausnummer/namen und)',
  '(lkw/laster/lastwagen/auto/transporter/bagger/suv) .. (reinfahren/rein fahren/reinrasen/reinbrettern/hineinfahren/draufhalten/drüberfahren/durch die menge)',
  '(komme/kommen/rücken/stehen) .. (mann/mannen/leuten/jungs/kumpels/brüdern) .. (rathaus/haus/amt/heim/tür/vorbei/an)',
  '(dann) .. (brennt/brennts) .. (hütte/bude/laden/haus/rathaus/heim/alles)',
  '(keine warnung/letzte warnung/warnung) (mehr/von mir/an dich/an euch)',
  '(keine/hast/habt/solltest/solltet/sollten) .. (angst) .. (familie/kinder*/leben/frau/tochter/sohn/haus)',
  '(treff*/begegn*/sehe/seh/finde/find/erwisch*) (ich) (noch/schon/irgendwann/mal) .. (dann/und)',
  '(nachts/nacht/dunkeln/haustür/zuhause/daheim/heimweg/parkplatz) .. (erklär*/zeig*/beibring*/klarmach*/verklick*/nachhilfe) .. (hase/was passiert/regeln/wo/wie/mal/$)',
  '(nehm*/nehme) .. (jemand*/einen/ein paar/welche/paar/viele) .. (mit/von euch mit/mit ins grab/mit in den tod)',
  '(nichts/nix) .. (zu verlieren) !(haben wir)',
  '(soll/sollen/sollte*/besser/lieber) .. (aufpassen/acht geben/aufpass*) .. (auto/haus/kinder/kind/familie/feuer/heimweg/nachts/rücken/passier*/erwisch*)',
  '(auto/haus/büro/wagen/garage/rathaus/heim/unterkunft) .. (feuer fängt/feuer fangen/fängt feuer/in flammen/abfackelt/abbrennt/hochgeht/in rauch)',
  '(tag/tage/zeit/stunde) .. (kommen/kommt/wird/abrechnung/x/der rache/der vergeltung) .. (liste*/abrechn*/abarbeiten/rache/vergelt*/blut/hängen/bezahl* mit/zur rechenschaft mit)',
  '(tag x/rache/vergeltung/nacht der langen messer/bürgerkrieg/bewaffne*) .. (kommt/kommen/bereit/bald/euch/ihr/mach*/sein)',
  '(streichholz/streichhölzer/feuerzeug/benzinkanister/kanister benzin/liter benzin/liter super/brandbeschleuniger) .. (braucht/brauchen/reicht/her/fehlt/hilft/rein/dran/und)',
  '(braucht/brauchen/reicht/her/fehlt/hilft) .. (streichholz/streichhölzer/feuerzeug/benzinkanister/liter benzin/liter super/brandbeschleuniger)',
  '(jungs/kumpels/brüder/freunde/leute) .. (wissen/weiß/schauen/kommen) .. (wo/vorbei) .. (parkt/wohnt/arbeitet/$)',
  '(weiß/wissen/wiss/weis/kenn/kennen/kenne) .. wo .. (wohnst/wohnt/wohnen/lebst/arbeitest/arbeitet/parkst/parkt/schläfst/schläft/haus*/auto/kinder/familie/tochter/sohn/frau/mann)',
  '(weiß/wissen/kenn/kennen/kenne) .. (deine/dein/eure/euer/ihre/seine/deinen/seinen) (adresse/anschrift/kinder/tochter/sohn/familie/schulweg/arbeitsweg/auto/haus/frau)',
  '(adresse/anschrift) .. (rausgefunden/herausgefunden/rausgekriegt/habe ich schon/hab ich schon/haben wir schon)',
  '(kommen/komme/komm/kommn/schau*/stehe*/steh*) .. (vorbei/besuch*/vor deiner tür/vor eurer tür/vor der haustür/vor deinem haus/vorm haus/zu dir nach hause/zu euch nach hause/zu ihm nach hause/bei dir daheim/bei dir zuhause/bei euch zuhause)',
  '(hausbesuch*/besuch) .. (bekomm*/krieg*/kriegst/freu*/ab/statten/abstatten/machen/von uns/von mir/heute nacht/mal)',
  '(freu*) .. (auf besuch/auf den besuch/auf unseren besuch)',
  '(wir/ich/die/leute) (kriegen/krieg/kriege/finden/finde/holen/hole/schnappen/schnapp) (dich/euch/ihn/sie/dich schon/den/die)',
  '(dich/euch/ihn/sie/den/die) (kriegen/krieg/kriege/finden/finde/holen/hole/hol/schnappen) (wir/ich) .. !(bei der wahl)',
  '(den/die/ihn/sie/dich/euch) (holen/schnappen/greifen/knöpfen/krallen/nehmen) wir (uns/vor)',
  '(du/ihr/er/sie/der/die) .. (bist/seid/ist/sind) .. (dran/fällig/geliefert/als nächste*/die nächsten/der nächste/die nächste/erledigt/ein toter mann/so gut wie tot/tot) $',
  '(du/ihr/sie) .. (bist/seid/sind) .. (die nächsten/der nächste/die nächste/als nächstes/ein toter mann/eine tote frau/so gut wie tot/tot wenn)',
  '(deine/eure/seine/ihre) .. (tage/stunden) .. gezählt',
  '(letzte*) (warnung/mahnung von uns/warnung an) !(der/des/vom/von der)',
  '(letzter tag/letzten tage/letztes stündlein/letzte stunde/letzte fahrt/letzter weg)',
  '(nicht mehr lange) .. (leben/zu leben/atmen/da)',
  '(pass/passt/passen sie) .. (auf dich/auf euch/auf sie auf/auf deine/auf eure/gut auf/bloß auf/auf wenn/lieber auf wenn)',
  '(dreh*) .. (dich/euch) .. um .. (nachts/dunkeln/heimweg/strasse/immer)',
  '(nachts/dunkeln/dunkel/heimweg/parkplatz/tiefgarage/feierabend) .. (aufpassen/pass auf/auflauern/warten auf/warte auf/erwisch*/treff*/begegn*/allein*/begegnen)',
  '(auflauern/abpassen/aufgelauert)',
  '(wart*/warten) .. (vor/vorm/am/nach) .. (rathaus/haus/büro/feierabend/auto/parkplatz/haustür/amt) .. (auf dich/auf euch/auf ihn/auf sie/mit)',
  '(wart*/warte/warten) .. (auf dich/auf euch/auf ihn) .. (vor/vorm/draußen/nach/am/mit)',
  '(du/ihr/sie/er) .. (wirst/werdet/werden/wird) .. (bluten/leiden/sterben/brennen/hängen/baumeln/büßen/nicht überleben/nicht lange überleben/bereuen geboren*/den tag verfluch*/dein* zähne/keine ruhe mehr/nicht mehr ruhig schlafen/nicht mehr sicher/nicht lebend/um dein leben/um euer leben)',
  '(werdet/wirst/werden) .. (alle/noch) .. (bluten/hängen/brennen/baumeln/sterben)',
  '(stirbst/verreckst/blutest) .. (du/langsam/bald/morgen)',
  '(du/ihr) .. (stirbst/sterbt/verreckst/verreckt/krepierst)',
  '(gnade) .. (dir/euch/ihm/ihnen) .. gott',
  '(unfall/unfälle) .. (passier*/haben/haste/kann schnell/geht schnell/bremse*)',
  '(kann/können) .. (schnell/viel/mal) .. (passieren/was passieren/etwas passieren) .. (familie/kinder/kind/frau/tochter/sohn/haus/auto/heimweg)',
  '(kinder/tochter/sohn/frau/familie/mutter/enkel*/enkelin) .. (beobacht*/gesehen/schulweg/aufpassen/passier*/abgeholt/abholen/leid tun/angst/drunter leiden/büßen)',
  '(schade) .. (wenn) .. (stein/fenster/brennt/brennen/passier*/zustößt/reifen/scheibe*/unfall)',
  `(bring*/hole/hol/nehm*/nimm*/komm*/steh*/hab/habe/haben) .. (${weapons}) .. (mit/dabei/vorbei/raus/bereit/rathaus/amt/jobcenter/büro/sitzung/im schrank/im keller/zuhause/daheim/griff*/geladen/und dann)`,
  '(fahr*/rase/ramme/brett*/donner*) .. (bagger/auto/lkw/laster/trecker/traktor/panzer/radlader/suv) .. (büro/rathaus/rein/menge/sitzung/euch/dich/amt)',
  '(bagger/auto/lkw/laster/trecker/traktor/panzer/radlader) .. (fahr*/rase/ramm*/brett*) .. (büro/rathaus/rein/menge/sitzung/euch/dich/amt)',
  `(mit) .. (${weapons}) .. (vorbei/besuch*/rathaus/kommen/komme/hole/holen/stehen/empfangen/erwarten/begrüß*/jagen/erledig*)`,
  `(krieg*/bekomm*/fängt/fängst/kassier*) .. (${weapons}/kugel*/faust*) .. (in/ins/zwischen/rein/ab/kopf/rippen/bauch)`,
  `(${weapons}) .. (in den bauch/in die rippen/zwischen die rippen/in den rücken/in den hals/an die kehle/an den kopf/im rücken/in die fresse/rein)`,
  '(kugel*/patrone*) .. (reserviert/name drauf/namen drauf/für dich/für euch/ist für/durch den kopf/in den kopf/zwischen die augen/schon gegossen)',
  '(fackel*/mistgabel*/baseballschläger*) .. (bereit/rathaus/mitbringen/bringt/vor/haus/holt/los)',
  '(bringt/holt/packt) .. (fackel*/mistgabel*/baseballschläger*/knüppel/steine/benzin)',
  '(amok*) !(fahrt gestern)',
  '(blut) .. (fließen/fliesst/wird fließen/an der wand/vergießen) .. !(spende)',
  '(liegst/liegt/landest/landet/endest/endet/wachst) .. (kofferraum/graben/strassengraben/grube/fluss/see/keller/sarg/leichensack/krankenhaus/intensiv*/rollstuhl/im wald/unter der erde/auf dem friedhof/im grab)',
  '(kofferraum/leichensack/kiste) .. (du/dich/euch/liegst)',
  '(kennt/erkennt/erkennen) .. (mutter) .. nicht (mehr/wieder)',
  '(5/fünf/zehn/10/zwei/2/drei/3/paar) (minuten/min) .. (allein*) .. (mit)',
  '(allein*) .. (mit) .. (fünf/5/zehn/zwei/drei) (minuten/min)',
  '(wer mir*/wenn ich) .. (erwisch*/in die finger/zwischen die finger/begegn*/treff*) .. (dich/ihn/den/die/euch/dem/der)',
  '(den/die/dich/euch/ihn) .. (erwisch*/in die finger/zwischen die finger) .. (dann/gnade/kann/bleibt/fehlt)',
  '(schlag*/schläge/prügel/faust/backpfeife*/ohrfeige*/tracht) .. (verdien*/krieg*/kassier*/ab/brauch*/gehör*/setzt/hagel*/abholen)',
  '(messer/pistole/axt/bombe/sarg/grab/strick/blut) .. (ihr seid/du bist/die nächsten/für dich/für euch/bald)',
  '(nächste*) .. (wir) .. (nicht nur reden/nicht mehr reden/taten)',
  '(taten) .. (folgen/statt worte*/sprechen)',
  '(haus/auto/reifen/scheiben/fenster/briefkasten/büro/garten) .. (geht/gehen/wird/werden) .. (kaputt/dran glauben/drauf/zerstoch*/eingeschlagen/zertrümmert/besucht)',
  '(stein*/farbbeutel/buttersäure/eier) .. (durchs fenster/durch die scheibe/ins fenster/fliegen/fliegt/auf* haus/ans haus/werfen)',
  '(kopf*/köpfe) .. (aufspieß*/spieß*/pfahl/lanze*/abgetrennt/rollt dein*)',
  '(angst) .. (haben solltest/haben solltet/solltest du/solltet ihr/bekomm* werdet/lehren/was es heißt/einjagen/um dein*/um eure*)',
  '(was es heißt/lernen was/spüren was) .. (angst/schmerz*/leiden)',
  '(blaues wunder) .. (nachts)',
  '(wisst/wissen/weiß) .. was .. (zu tun ist/zu tun)',
  '(dafür sorgen) .. (nie wieder/keine ruhe/nicht mehr froh/nicht mehr schlaf*)',
  '(leben) .. (zur hölle)',
  '(dein/euer) .. (ende) .. (nah*/kommt/bald)',
])

/** May be meant in many ways. */
export const vague = toPattern([
  '(du/ihr/sie/er) .. (wirst/werdet/werden/wird) .. (schon sehen was)',
])

/** Consequences that everybody may announce. */
export const lawful = toPattern([
  '(wahl/wahlen/kommunalwahl/stichwahl/wählen/wähl/wähle/wählt/abwähl*/abgewählt/wahltag/wahlzettel/stimmzettel/kreuz/kreuzchen/anwalt/anwältin/klage/klagen/verklag*/gericht/beschwerde/dienstaufsichtsbeschwerde/fachaufsicht*/petition/bürgerbegehren/bürgerentscheid/presse/zeitung/rechnungshof/kommunalaufsicht/demo/unterschriften*)',
])

/** "If you do not, then …", where the consequence is no lawful one. */
export const coercion = toPattern([
  '(zahl*/gebt/gib/überweis*/nehmt/zieht/tretet/tritt) .. (nicht/nich) .. (veröffentlich*/verschick*/poste/landen/landet/stelle ich/zeige ich/fliegt)',
  '(veröffentlich*/verschick*/poste/zeige) .. (nacktbild*/nacktfoto*/fotos/bilder/video*) .. (wenn/falls/sonst/bis ihr/ausser)',
  '(wenn/falls/solltet ihr/sollten sie/solange/sonst/ansonsten/andernfalls/oder) .. (knallt/knallts/kracht/krachts/rappelt/rappelts/brennts/rauchts/scheppert/scheppert*/tote/verletzte/blut/bluten)',
  '(sonst/dann/ansonsten/andernfalls/oder/und) .. (knallt/kracht/knallts/krachts) .. (gewaltig/richtig/ordentlich/im/bei/es)',
  '(kann/können/garantier*/übernehm*/hafte*) .. (für nichts/für nix/keine garantie/nicht garantieren/keine verantwortung) .. !(mehr zahlen)',
  '(sonst/dann/ansonsten/andernfalls/oder) .. (passiert/passieren) (was/etwas/dir/euch/ihm/ihr/ihnen/deiner*/eurer*)',
  '(sonst/dann/ansonsten/andernfalls/oder) .. (lernt ihr mich/lernst du mich/lernen sie mich/lernt ihr uns) .. kennen',
  '(sonst/dann/ansonsten/andernfalls/oder) .. (ungemütlich/hässlich/sehr ungemütlich/blutig/schmutzig/schmerzhaft/weh tun) .. (für dich/für euch/für sie/$)',
  '(sonst/dann/ansonsten/andernfalls/oder) .. (erfährt/erfahren/erzähl*/veröffentlich*/poste*/stelle*/landen) .. (frau/familie/alle/fotos/bilder/privat*/adresse/geheimnis*)',
  '(sonst/dann/ansonsten/andernfalls/oder) .. (machen wir das/holen wir/kommen wir/komme ich) .. (selbst/selber/vorbei/dich/euch/mit/zu dir/zu euch/$)',
  '(wenn/falls) .. (dann) .. (was erleben/erlebt ihr was/erlebst du was) .. (du/ihr/privat/zuhause/nachts)',
  '(zahl*/überweis*/zieh*/nehmt/nimm/tretet/tritt) .. (oder/sonst) .. (veröffentlich*/adresse/familie/kinder/haus/brenn*/tot/messer)',
])

/** Signs and sayings of a forbidden organisation, or its deeds as a wish. */
export const forbidden = toPattern([
  '(sieg/heil/heill) (heil/hitler/dir hitler)',
  '(heil) (mein führer/euch kameraden/kameraden)',
  '(alles für deutschland/deutschland erwache/meine ehre heißt treue/unsere ehre heißt treue/blut und ehre/blut und boden/ein volk ein reich ein führer/ein volk ein führer/arbeit macht frei/rotfront verrecke/juda verrecke/die fahne hoch die reihen)',
  '(hakenkreuzzeichen/*siegheil*/*heilhitler*)',
  '(1488/14 88/88 kameraden/hh 88/88 gruß/18 88/c18/combat 18)',
  '(hh) (kameraden/kamerad/88/brüder)',
  '(gruß/grüße/grus/kameraden/kamerad/volksgenos*/sieg) 88',
  '88 (gruß/kameraden/heil/sieg)',
  '(adolf/adi/hitler/führer/der führer/himler/himmler/goebbels/ss/gestapo/waffen ss) .. (hätte/hätten/hat/wüsste/wusste/fehlt/muss wieder/müsste wieder/komm zurück/kommt wieder/recht/würde/bräuchte/brauch*/alles richtig/gewusst/aufgeräumt/kurzen prozess)',
  '(unter/beim) (adolf/hitler/führer) .. (hätte/gabs/gab/wär*/noch ordnung/besser)',
  '(brauch*/fehlt/her mit/zurück) .. (adolf/hitler/führer/kleiner hitler/kleinen hitler)',
  '(ins/ab ins/in die/ab in die/nach/in den/ab nach) (gas/gaskammer*/auschwitz/dachau/buchenwald/kz/ofen/öfen/arbeitslager/vernichtungslager)',
  '(gaskammer*/kz/konzentrationslager/öfen/ofen/auschwitz/dachau/buchenwald/zyklon*) .. (wieder/auf machen/aufmachen/öffnen/anwerfen/anheizen/an/für die/für euch/nicht voll/leer/platz/warten/platz frei)',
  '(wieder) .. (gaskammer*/konzentrationslager/öfen/auschwitz/zyklon*)',
  '(endlösung/vergasung) !(für den verkehr)',
  '(vergas*) .. (die/euch/alle/den/sie/dich/werden/gehör*)',
  '(wehrmacht/waffen ss/sturmabteilung/gauleiter/reichsführer/drittes reich/dritten reich) .. (zurück/holt/her/wieder/besser/fehlt/räumt/ordnung)',
  '(holt/brauch*/her mit/zurück) .. (wehrmacht/waffen ss/drittes reich/dritte reich)',
  '(volk steht auf/sturm brich los/volk erwache/reich erwache)',
  '(rasse/arisch*/arier*) .. (rein/reinheit/herrenrasse/überlegen/schande)',
  '(herrenmensch*/herrenrasse*/rassenschande*/volksschädling*)',
])

/** What was done to millions, denied or made small. */
export const denial = toPattern([
  '(holocaust/holohoax/auschwitz/judenvernichtung/gaskammer*/shoah/judenverfolgung) .. (lüge/lügen/gelogen/märchen/erfund*/erstunken/nie/niemals/nicht gegeben/nicht passiert/nicht stattgefunden/schwindel/hoax/übertrieb*/fake/propaganda/siegermächte/beweis*/glaub*/erfindung/vogelschiss)',
  '(holocaustlüge*/auschwitzlüge*/holohoax*)',
  '(6/sechs) (millionen/mio) .. (gelogen/lüge/nie/niemals/märchen/erfund*/übertrieb*/rechnerisch/unmöglich/angeblich*)',
  '(nie/niemals/nimmer) .. (6/sechs) (millionen/mio) !(euro)',
  '(6/sechs) (millionen/mio) .. (rechne*/vorrechne*/öfen/bäcker/zahl stimmt/zahlen stimmen/passt nicht)',
  '(angeblich*/sogenannte*) .. (holocaust/6 millionen/sechs millionen)',
  '(judenverfolgung/holocaust/vergasung) .. (verdient/selber schuld/selbst schuld/nicht gründlich*/nicht fertig)',
])

/** Hatred that denies people of a group that they are people. */
export const hatred = toPattern([
  `(${any}) .. (sind/is/ist/alles/nur/wie/als) .. (${dehumanised})`,
  `(${dehumanised}) .. (sind/wie/namens) .. (${any})`,
  `(${any}) .. (keine menschen/kein mensch/nicht menschen/keine richtigen menschen/minderwertig*/untermensch*/dreckig* rasse)`,
  `(alle/sämtliche/jeder/jede/die/diese/dieses/all) .. (${any}) .. (sind/ist/ein/nur/alles) .. (verbrecher*/vergewaltiger*/mörder*/messerstecher*/kinderficker*/kinderschänder*/terroristen/diebe/kriminelle*/triebtäter)`,
  `(${any}) .. (sind/ist) .. (alle/alles/allesamt) .. (verbrecher*/vergewaltiger*/mörder*/messerstecher*/kinderficker*/terroristen/diebe/kriminell*/triebtäter/betrüger)`,
  `(${any}/${dehumanised}) .. (ersaufen/absaufen/verrecken/krepieren/ertrinken/ausrotten/ausgerottet/abknallen/erschießen/vergasen/verbrennen/ausmerzen/totschlagen/weggast/ersaufen lassen)`,
  `(${any}) (raus/rauss) !(holen/lassen)`,
  `(${slurs}) .. (raus/weg/verpiss*/sollen/sollt*/alle/überall/pack)`,
  `(${groups}) .. (raus) .. (aus)`,
  '(kinder/nachwuchs) .. (rasse) .. (minder*/dreck*)',
  `(gift/rattengift/giftgas/kammerjäger/entlausung/desinfizier*/ausräucher*) .. (hilft/gegen/für/her/nur/die/${any})`,
  `(hilft nur/da hilft) .. (gift/rattengift/gas/feuer/kugel*/blei/knüppel/schießbefehl)`,
  `(grenze/grenzen/zaun) .. (schießen/schießbefehl/scharf/abknallen)`,
  `(schiff*/boot*/schlauchboot*) .. (versenk*/absauf*/ersauf*/torpedier*)`,
  `(jude/juden/jüdische*/zionist*/rothschild*) .. (schuld/stecken/steckt/steuern/regieren/unglück/weltherrschaft/strippen*/kontrollier*/gierig*)`,
  '(vermehr*) .. (karnickel/ratten/kaninchen/kakerlaken/unkraut)',
  `(weg mit) .. (dreck/pack/gesindel/abschaum/viechern/brut/gesocks/${groups})`,
  '(für solche/für die/für sowas/für so welche) .. (hatten/gab/gabs) .. (dusche*/öfen/ofen/lager/züge/waggon*/gas/galgen/strick)',
  `(juden) (unser unglück/kaufen/rein)`,
  '(kauft nicht bei)',
])

/** Pictures of the abuse of children, offered, asked for or told of. */
export const childImages = toPattern([
  '(kinderporn*/kipo/kipos/csam/childporn*/kinderpornographie)',
  'child (porn*/abuse)',
  '(missbrauchs*) (bild*/video*/foto*/aufnahm*/darstell*/material)',
  '(missbrauchsbild*/missbrauchsvideo*/missbrauchsdarstell*/missbrauchsfoto*/missbrauchsmaterial)',
  '(nackt*/sex*/porno*/intim*/dusch*/umkleide*/unterhose*) .. (kind/kinder/kindern/kinderbild*/kinderfoto*/kleine/kleinen/mädchen/mädels/jungs/jungen/buben/tochter/töchter/minderjährig*/schülerin*/schüler/baby/babys/enkel*/nichte)',
  '(kind/kinder/kindern/kleine/kleinen/mädchen/mädels/jungs/jungen/buben/tochter/töchter/minderjährig*/schülerin*/baby/babys/nichte) .. (nackt*/nacktbild*/nacktfoto*/porno*/ohne kleid*/ohne höschen/ohne unterhose/unterm röckchen)',
  '(bild*/foto*/video*/pics/vids/material/ordner/link/links) .. (kleine*/jung*/minderjährig*/süsse*) .. (mädchen/mädels/jungs/buben/boys/girls/kinder) .. !(feuerwehr)',
  '(tausch*/suche/biete/verkauf*/handel*) .. (bild*/foto*/video*/pics/vids/material) .. (mädchen/jungs/buben/boys/girls/kinder*/jährig*/u14/u12/u16)',
  '(suche/suchen/tausche/zahl*/kauf*/hat jemand/schick*/gebe/biete/wer hat) .. (video*/bild*/foto*/clip*/pics/material/aufnahm*) .. (mädchenumkleide*/jungenumkleide*/umkleide*/dusche*/duschraum/schulklo*/mädchenklo*/unterwäsche/schwimmbad kinder)',
  '(video*/bild*/foto*/clip*/pics/aufnahm*) .. (mädchenumkleide*/jungenumkleide*/kinderdusche*/mädchenklo*)',
  '(5/6/7/8/9/10/11/12/13/14/5jährig*/6jährig*/7jährig*/8jährig*/9jährig*/10jährig*/11jährig*/12jährig*/13jährig*/sechsjährig*/siebenjährig*/achtjährig*/neunjährig*/zehnjährig*/elfjährig*/zwölfjährig*/dreizehnjährig*/grundschüler*/*klässler*/kita kind*) .. (ficken/geil/sex/nackt*/blasen/knackig/lecker/durchnehm*/entjungfer*)',
  '(foto*/bild*/video*) .. (klein*/mädchen/tochter/sohn/junge/jungen/kind/schülerin*) .. (ohne badeanzug/ohne bikini/ohne alles/ohne was an/ohne kleidung/ohne klamotten/in unterwäsche/oben ohne/ausgezogen)',
  '(mag/liebe/steh*/bevorzug*/lieber/liebsten) .. (ganz jungen/ganz junge/kleinen/die jungen/jung*) .. (bild*/foto*/video*/6/7/8/9/10/11/12)',
  '(steh*/geil/träum*) .. (auf kleine mädchen/auf kleine jungs/auf kinder/auf minderjährig*/auf schulmädchen)',
  '(kinder/kind/kleine mädchen/mädchen) .. (ficken/vergewaltigen/entjungfern)',
])

/** Sexualised degradation of a person. */
export const sexual = toPattern([
  `(dich/euch/ihr/sie/die/der/dir/${officials}/frau/alte/tussi/schlampe/mutter/fotze/schnecke/mal/gehört/müsste/bräuchte) .. (ficken/durchficken/vögeln/durchvögeln/nageln/durchnageln/rannehmen/rangenommen/durchnehmen/durchgenommen/bumsen/besteigen/gefickt/durchgefickt/gebumst/genagelt/gevögelt/begrapschen/befummeln/blasen/schwanz lutschen/schwanz in*/hart rangenommen/flachlegen/flachgelegt/bücken/auf die knie)`,
  '(untervögelt*/unterfickt*/untergefickt*/notgeil*/dauergeil*/ungefickt*/ungebumst*)',
  '(hochgeschlafen/hochgebumst/hochgefickt/hochgeblasen/durchgevögelt)',
  '(geile/geiler/dicke/fette/prall*/hänge*) (titten/möpse/arsch/euter/brüste/schnecke/sau)',
  '(zeig*) .. (titten/möpse/brüste/muschi)',
  '(mein*/nen/den/dein) (schwanz/pimmel/dick*) .. (lutsch*/maul/mund/arsch/rein/zeig*/lecken/schmeck*)',
  `(${officials}/frau/dame/alte/tussi/sie/ihr/die/der) .. (schwanz/pimmel/ständer/muschi/titten/möpse/einen runter*/besorg* .. mal richtig)`.replace(
    '/besorg* .. mal richtig',
    '',
  ),
  '(mal/richtig/ordentlich) .. (besorg*/durchgenudelt/rangenommen/flachgelegt)',
  '(nen/einen/den/mal) (richtigen/ordentlichen/harten/dicken) (schwanz/pimmel/ständer/kerl im bett)',
  '(runterholen/einen runter/runtergeholt/wichst auf/wichsen auf)',
  '(lutsch*/blas*) .. (schwanz/pimmel/einen/mir)',
  '(für geld/für jeden) .. (beine breit*)',
  '(beine breit*) .. (gemacht/macht/machen)',
  '(dickpic*/nacktfoto* von ihr/deepnude*)',
])

/** A grave crime said of one person, as if it were known. */
export const slander = toPattern([
  '(kinderficker*/kinderschänder*/kinderfick*/pädo/pädos/pädophil*/pedo/pädophiler/vergewaltiger/triebtäter) !(sofort)',
  `(${officials}/herr/frau/er) .. (ist/is) .. (mörder/mörderin/vergewaltiger/kinderschänder/pädophil*)`,
  `(${officials}/herr/frau/er) .. (vergreift/vergeht/fummelt/begrapscht/missbraucht/befummelt) .. (kinder*/mädchen/jungs/schüler*/praktikant*)`,
  `(${officials}/herr/frau/er) .. (kinder/mädchen/jungs/schüler*/praktikant*) .. (vergreift/vergeht/fummelt/begrapscht/missbraucht/befummelt/angefasst)`,
])

/** Where somebody lives, told to those who are angry; `data` says whether details stand there. */
export const hunt = toPattern([
  '(besucht/besuchen/besuch/klingelt/klingeln/vorbeischauen/vorbeigehen/vorbeifahren/vorbeikommen/schaut/geht/fahrt/kommt) .. (mal/doch/vorbei/ruhig/gerne/alle/dort/da/hin/sturm)',
  '(sagt/zeigt/erzählt/geigt) .. (ihm/ihr/dem/der/denen) .. (meinung/was ihr denkt/wo der hammer/was wir)',
  '(wär*) .. schade',
  '(wisst/wissen) .. was .. tun',
  '(stein*/eier/farbbeutel/fackel*/scheiben/reifen/brennt/brennen/fenster)',
  '(falls/wenn/wer) .. (jemand/einer/wer/bock/lust/langeweile/interesse/möchte/will/sich bedanken/bedanken)',
  '(nur so/nur mal so/zur info/zur information/kleiner tipp/kleiner hinweis/für interessierte/für alle die)',
  '(mach*/gebt/heizt) .. (ihm/ihr/dem/der/denen) .. (die hölle/das leben/saures/keine ruhe/feuer)',
  '(hausbesuch*/spalier/mahnwache/demo) .. (vor/vorm/bei)',
  '(treff*/versammel*) .. (vor/vorm/bei) .. (haus/tür/wohnung/ihm/ihr)',
  '(feindesliste/abschussliste/schwarze liste/todesliste/volksverräter*/verräter*/drecksau/schwein/schlampe/hure/arschloch)',
])

/** Many people's homes at once. */
export const lists = toPattern([
  '(liste*/feindesliste*/todesliste*/abschussliste*) .. (privatadresse*/adresse*/anschrift*/wohnort*/verräter*/politiker*/stadträt*)',
  '(privatadresse*/adresse*/anschrift*/wohnort*) .. (aller/alle/von den/der) .. (*räte/*rät*/politiker*/mitarbeiter*/beamte*/bullen/polizist*/journalist*/verräter*)',
  '(feindesliste/todesliste/abschussliste)',
])
