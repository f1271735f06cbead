import { toPattern } from '../pattern.ts'
import { officials } from './lexicon.ts'
import type { Line } from './unmask.ts'

/** How somebody is found, or when nobody looks. */
const openings = [
  '(jeden morgen/jeden abend/jeden tag/jeden montag/jeden dienstag/jeden mittwoch/jeden donnerstag/jeden freitag/jeden samstag/jeden sonntag/jeden mittag/täglich/immer um/immer gegen/immer so um/punkt/heute abend/heute nacht/morgen abend/morgen nacht/freitag/samstag/nachts/abends/spätabends/nach feierabend/ab 22/ab 23)',
  '(joggt/joggen/laufrunde/gassi/spaziert/radelt/parkt immer/parkt jeden/sitzt immer/steht immer/haltestelle/bushaltestelle/bahnsteig/bahnhof/parkplatz/parkhaus/tiefgarage/garage/waldweg/feldweg/joggingstrecke/radweg/heimweg/hintereingang/hinterausgang/seiteneingang/einfahrt/stammkneipe/fitnessstudio/kneipe/spielplatz)',
  '(allein/alleine/ohne begleitung/unbewacht/unbeleuchtet/keine kamera/keine kameras/keine security/kein wachdienst/nur eine streife/keine streife/keine polizei/polizei nur/feuerwehr übung/feuerwehr beim/niemand da/keiner da/stockdunkel/kein licht/steht leer/nicht abgeschlossen/immer offen)',
  '(jacke/mantel/mütze/kappe/brille/glatze/rucksack/kapuze/kennzeichen/kombi/suv/golf/fahrrad/e bike/hund/dackel/schäferhund)',
].map((pattern) => toPattern([pattern]))

/** Leaves it to others what to do. */
const winks = toPattern([
  '(macht/mach/machen) .. (was/etwas/das beste) .. (draus/daraus)',
  '(wisst/weißt/wissen) .. (bescheid/was zu tun/was ihr zu tun/was das heißt/was gemeint/was ich mein*)',
  '(ideal*/günstig*/perfekt*/gute/beste/schöne) (abend/nacht/gelegenheit/zeitpunkt/moment/stelle)',
  '(falls/wenn) .. (jemand/einer/wer) .. (lust/zeit/bock/interesse/vorbeischauen/reden/bedanken/klären/begegnen)',
  '(nur so/nur mal so/zur info/als info/kleiner tipp/kleiner hinweis/nur ein hinweis/fürs protokoll)',
  '(wer kommt mit/wer ist dabei/wer hat zeit/wer hilft/wer traut sich/wer macht mit/wer nimmt)',
  '(besuch/besuche) .. (abstatten/abzustatten/machen/verdient/freuen)',
  '(ich mein ja nur/ich mein nur/ich sag ja nur/ich sags ja nur/nur so ein gedanke/kann ja jeder/macht euch gedanken/viel spaß/viel erfolg/waidmannsheil/gute jagd/ihr seid dran/der rest ist eure sache/mehr sag ich nicht/mehr sage ich nicht)',
])

const someone = toPattern([
  `(${officials}/der/die/er/sie/ihn/dem/den/typ/typen/herr/frau/heim/unterkunft/rathaus/haus)`,
])

/** It would be a pity: about children, a house, a car. */
const pity = toPattern([
  '(schade/jammer/jammerschade/bedauerlich/zu dumm/ein verlust) .. (um/drum/darum/wenn/wenns)',
  '(nicht dass/nicht das/wär*/wäre) .. (da was/was/etwas/denen was/ihm was/ihr was) .. (passier*/zustöß*/zustoß*)',
])
const dear = toPattern([
  '(kind/kinder/kindern/tochter/töchter/sohn/söhne/enkel*/baby/frau/mann/familie/mutter/auto/wagen/dienstwagen/lack/karre/haus/häuschen/eigenheim/garten/scheune/hund/katze/fenster/scheibe*/gesicht/beine/knie)',
])

/** Memorials speak of the same people. */
const mourning = toPattern([
  '(gedenk*/trauer*/nie wieder/mahn*/verurteil*/erschüttert/entsetz*/opfer/respekt/solidarität/ruhe in frieden/kranz/gedenkstein/strasse/preis/schule)',
])

/** Somebody who was murdered, held up to others. */
const victims = toPattern([
  '(denkt/denk/denken/erinner*/vergiss/vergesst/kennt/wisst) .. (lübcke*/lübke*/schleyer*/buback*/jo cox/reker*/hollstein*)',
  '(wie) .. (lübcke*/lübke*/schleyer*/buback*/jo cox)',
  '(lübcke*/lübke*) .. (nächste*/zwei/2/auch/gelernt/lehre/genauso/balkon/terrasse)',
  '(nächste*/zweite*) (lübcke*/lübke*)',
])

/** What is made ready for a deed. */
const preparing = toPattern([
  '(radmutter*/radbolzen/bremsleitung*/bremsschlauch*/bremsen/achse) .. (lockern/gelockert/lockert/locker/lösen/löst/gelöst/abschrauben/aufdreh*/durchschneid*/durchgeschnitten/durchtrenn*/ansägen/angesägt/manipulier*)',
  '(locker*/lös*/schneid*/durchschneid*/dreh*) .. (radmutter*/radbolzen/bremsleitung*/bremsschlauch*)',
  '(zucker/sand/bauschaum) .. (in den tank/im tank/in tank/auspuff)',
  '(strick/stricke/schlinge/galgen/seil) .. (bestellt/gekauft/besorgt/liegt/bereit/geknüpft/gebunden/genug/reicht)',
  '(laterne*/laternenmast*/bäume/äste/balken) .. (haben wir genug/genug/genügend/stehen genug/reichen/tragen/stabil/halten) .. ',
  '(liter/kanister/flasche) (benzin/sprit/diesel/super/spiritus)',
  '(dunkle klamotten/dunkle kleidung/schwarze klamotten/sturmhaube*/sturmmaske*/hasskappe*/handys zuhause/handy zuhause/handys daheim/handy aus)',
])
const ready = toPattern([
  '(man müsste/man sollte/man könnte/müsste man/sollte man/könnte man/mal/einer/jemand/wer/wir/ich/gelöst/erledigt/problem/schon/bald/nacht/abend/treff*/heim/besuch/nicht vergessen/anziehen/mitbringen)',
])

/** Afterwards nobody will be left. */
const ends = toPattern([
  '(dann/danach) .. (wartet/steht/sitzt/arbeitet/lebt/lacht/atmet/grinst/redet) .. (keiner/niemand/keine/da keiner) .. mehr',
  '(keiner/niemand/keine) (von euch/mehr von euch) .. (und ich auch/ich auch nicht/raus/heim/übrig/nach hause)',
  '(komm*/geh*) .. (amt/rathaus/büro/*amt/jobcenter/behörde) .. (dann) .. (schluss/ende/feierabend für/ruhe für immer)',
  '(das letzte/letztes) .. (was) .. (siehst/seht/sieht/hörst/hört/sehen/hören)',
  '(euer/dein/ihr) (letzter/letztes/letzte) (tag/arbeitstag/sommer/weihnachten/wort/fest)',
])

/** What was done once, or will be done to a house or to children. */
const nexts = toPattern([
  '(nächste*) .. (bleibt/bleibts/belassen/belasse) .. nicht (bei/beim/dabei)',
  '(nächste*) .. (sind es/trifft es/ist es) .. (nicht nur/nicht mehr nur/mehr als)',
  '(solche/euch/sowas/so was/so jemand*/so einen/so eine/solches) .. (früher/damals/einst/andere zeiten) .. (abgeholt/weggebracht/verschwunden/deportiert/aussortiert/kurzen prozess/eingesperrt und)',
  '(früher/damals) .. (solche/euch/sowas/so was/so jemand*/so einen) .. (abgeholt/weggebracht/verschwunden/deportiert/aussortiert/kurzen prozess)',
  '(haus/*haus/hütte/scheune/bude/carport/garage/laube/dachstuhl/reetdach) .. (brennt/brennen) .. (zunder/gut/leicht/schnell/fix/prima/schön/ratzfatz)',
  '(kenn/kenne/kennen/weiß/weiss/wissen) .. (kindergarten/kita/schule/grundschule/tagesmutter/reitstall/sportverein/arbeitsstelle) .. (kleine/kleinen/tochter/sohn/kinder/töchter/söhne/enkel*/frau/mann/sein*/ihr*/dein*)',
  '(kenn/kenne/kennen/weiß/weiss/wissen) .. (sein*/ihr*/dein*/euer*/eure*) (kindergarten/kita/schule/grundschule/tagesmutter/reitstall/kinder)',
])

/** Signs in which Nazis greet each other. */
const codes = toPattern([
  '(grüsse/grüße/gruß/gruss/lg/mfg/kamerad*/heil) .. (88/18/1488/28)',
  '^ (88/1488)',
  '(1488/14 88/ssrunen/hh88/88er)',
  '(88/18) (grüsse/grüße/gruß/kamerad*/forever/immer/für immer/ehre)',
])

/** "Then I am gone, for good." */
const farewells = toPattern([
  '(ich/bin) .. (weg/fort/gegangen/verschwunden) (für immer/für alle zeit/endgültig/ganz)',
  '(für immer) .. (weg/fort/ruhe/schlafen/verschwinde*/verschwunden)',
  '(will/mag/möchte/kann) .. (ich/einfach/nur) .. (nicht mehr aufwachen/nicht mehr da sein/nicht mehr hier sein/nimmer da sein/einschlafen und)',
  '(ich) .. (nicht mehr aufwachen/nimmer aufwachen/von der welt/aus dem leben/nicht mehr existier*)',
  '(wenn ihr das lest/wenn ihr das hier lest/wenn das jemand liest)',
  '(niemand/keiner) .. (vermissen/vermisst mich/merken wenn ich)',
  '(ich) .. (dem ganzen/dem allem/allem/der sache) .. (ein ende)',
])
const worn = toPattern([
  '(kann nicht mehr/kann nimmer/keine kraft/mag nicht mehr/will nicht mehr/pack es nicht/pack das nicht/schaff es nicht/schaffe es nicht/halt es nicht/halte es nicht/am ende/kaputt/geschafft/müde/sinnlos/allein/leid/ruhe/tschüss/lebt wohl/danke für)',
])
const moving = toPattern([
  '(umzug/zieh*/weggezogen/nachbarstadt/nachbarort/ausland/kündig*/verein/partei/rente/urlaub/gruppe/facebook/seite/kunde/wahl)',
])

/** A private number, and that everybody shall use it. */
const pestering = toPattern([
  '(ruft/ruf/rufen/anrufen/klingelt/bombardiert/bombardieren/terrorisier*/nervt) .. (alle/ordentlich/fleißig)',
  '(ruft/ruf/rufen/anrufen/klingelt/schreibt/schickt/nervt) .. (nachts/nacht/bis/rund um die uhr/ununterbrochen/stündlich/durchgehend/mürbe/aufgibt)',
  '(telefonterror/dauerklingeln/keine ruhe)',
])

/** Whether a threat is made without a word for it: a chance, a pity, a victim, something made ready. */
export function hintsAtHarm(whole: Line): boolean {
  const found = openings.filter((opening) => opening.test(whole)).length
  if (found >= 2 && winks.test(whole) && someone.test(whole)) return true
  if (pity.test(whole) && dear.test(whole)) return !mourning.test(whole)
  if (victims.test(whole) && !mourning.test(whole)) return true
  return (preparing.test(whole) && ready.test(whole)) || ends.test(whole) || nexts.test(whole)
}

/** Whether somebody says that they will be gone for good. */
export function saysFarewell(whole: Line): boolean {
  return farewells.test(whole) && worn.test(whole) && !moving.test(whole)
}

export function greetsNazis(lines: readonly Line[]): boolean {
  return lines.some((line) => codes.test(line))
}

/** Whether others are called to pester the person whose details stand there. */
export function callsToPester(whole: Line): boolean {
  return pestering.test(whole)
}
