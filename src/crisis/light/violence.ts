import { toPattern } from '../pattern.ts'
import * as words from './lexicon.ts'
import type { Line } from './unmask.ts'

const { people, addressed, officials, groups, slurs, rabble, places, pointed } = words

/** Who is surely a person. */
const named = [addressed, officials, groups, slurs, rabble].join('/')

/** A German sentence puts its verb far behind what it is done to. */
const sentence = 11

// "Die sollte man …": an article that stands for people.
const them = `(den/die/der/dem) (${pointed})`

/** What is wished, planned or demanded to be done to people. */
const deeds = toPattern(
  [
    `(${people}) .. (${words.killing})`,
    `${them} .. (${words.killing})`,
    `(${words.killing}) .. (${named})`,
    `(${named}) .. (${words.harming})`,
    `(gehör*/sollt*/soll/sollen/müsst*/hätt*/wär*/könnt*/würd*/dürft*/will/wollen/möcht*/gleich/direkt/einfach/alle/sofort/lieber/besser/lasst/ab) .. (${words.killed})`,
    `(${words.killed}) (gehör*/sollt*/müsst*/werden soll*)`,
    `(wird/werd*/wirst/muss/müssen) .. (${people}) .. (${words.killed})`,
    `(${people}) .. (wird/werd*/wirst/muss/müssen) .. (${words.killed})`,
    `(${named}) .. (gehör*/sollt*/müsst*/wird/wirst/werd*/hätt*) .. (${words.harmed})`,
    `(gehör*/sollt*/müsst*/wird/wirst/werd*/hätt*) .. (${named}) .. (${words.harmed})`,
    `(du/ihr/sie/so jemand/so einer/so eine/sowas/solche*/wer/der/die) .. (gehör*) .. (${words.harmed})`,
    `(gehör*/sollt*/müsst*) .. (${people}) (weg/beseitigt/vom erdboden*)`,
  ],
  sentence,
)

/** Verbs that part: "ich stech dich ab", "häng sie auf", "schlagt ihn tot". */
const parted = toPattern([
  ...[
    '(bring*) (WHO) (um/unter die erde/um die ecke)',
    '(stech*/stich*/stecht) (WHO) (ab/nieder/tot)',
    '(knall*/baller*) (WHO) (ab/nieder/weg)',
    '(schlag*/hau*/prügel*/tret*/tritt*) (WHO) (tot/zusammen/nieder/windelweich/krankenhausreif/kurz und klein/den schädel*/die zähne*/die fresse/eins in*/eine in*/auf* fresse/in die fresse/aufs maul/auf* maul)',
    '(häng*/knüpf*) (WHO) (auf/an/höher)',
    '(mach*) (WHO) (kalt/alle/platt/einen kopf kürzer/nen kopf kürzer/fertig und)',
    '(leg*/niet*/mäh*) (WHO) (um/nieder)',
    '(fahr*) (WHO) (tot/um/platt/über*)',
    '(zünd*/fackel*/brenn*/steck*) (WHO) (an/ab/nieder/in brand)',
    '(schneid*) (WHO) (die kehle/den hals/die eier/auf/ab)',
    '(brech*) (WHO) (beide beine/die beine/beine/alle knochen/die knochen/das genick/genick/die finger/die arme/die nase/sämtliche*)',
    '(polier*/hau*/schlag*) (WHO) (fresse/die fresse/maul/gesicht)',
    '(ramm*/jag*/schieß*/schieß/steck*) (WHO) (messer/kugel/ein messer/eine kugel/ne kugel/in den kopf/in den bauch)',
    '(stell*) (WHO) (an die wand)',
    '(hetz*) (hunde/die hunde) (auf)',
  ].flatMap((part) => [
    part.replace('(WHO)', `.. (${people}) ..`),
    part.replace('(WHO)', `(den/die/der/dem) (${pointed}) ..`),
  ]),
  `(töte/tötet/erschieß*/erstech*/ersticht/erschlag*/ermord*/verprügel*/vermöbel*/verdresch*/vergewaltig*/vergas*/lynch*/steinig*/köpf*/verbrenn*/vergift*/kill*/überfahr*) .. (${named})`,
])

/** The same with whom it is done to in front: "den Typ legen wir um". */
const partedBehind = toPattern([
  `(${named}/${['den', 'die', 'dem', 'diese*', 'diesen'].join('/')}) .. (leg*/mach*/bring*/stech*/knall*/schlag*/hau*/häng*/knüpf*/fahr*/niet*/mäh*/zünd*/fackel*/stell*) .. (ich/wir/man/einer/jemand) .. (um/kalt/alle/ab/tot/auf/zusammen/platt/nieder/an die wand/unter die erde)`,
  `(ich/wir/man/einer/jemand) .. (leg*/mach*/bring*/stech*/knall*/schlag*/hau*/häng*/knüpf*/fahr*/niet*/mäh*) .. (${named}) .. (um/kalt/ab/tot/auf/zusammen/platt/nieder)`,
])

/** Fire and explosions. */
const fires = toPattern([
  `(${places}) .. (${words.wills}) .. (${words.burning}/${words.burnt})`,
  `(${words.wills}) .. (${places}) .. (${words.burning}/${words.burnt})`,
  `(${places}) .. (${words.burnt}) (gehör*/sollt*)`,
  `(zünd*/fackel*/brenn*/steck*/jag*/spreng*) .. (${places}) .. (an/ab/nieder/in die luft/in brand/hoch/weg)`,
  `(zünd*/fackel*) .. (an/ab) .. (${places})`,
  `(${places}) .. (brennt/brennts/brennen) .. (bald/morgen/heute nacht/nächste*/diese nacht/lichterloh/bis auf die*)`,
  `(brennt/brennen/fliegt) .. (bald/morgen/heute/nächste*/montag/freitag/samstag/sonntag/heut/dann) .. (${places})`,
  `(bald/morgen/heute/nächste*/montag/dienstag/mittwoch/donnerstag/freitag/samstag/sonntag/heut/dann) .. (brennt/fliegt/geht) .. (${places}) .. (in die luft/hoch/nieder/$)`,
  `(${places}) .. (fliegt/geht) .. (in die luft/hoch)`,
  `(${places}) .. (bombe*) .. (hoch/gelegt/platz*/explod*)`,
  `(bombe*/sprengsatz/molotow*/brandsatz/mollis) .. (${places}) .. (hoch/gelegt/legen/werfen/schmeissen/fliegen/rein/platz*)`,
  `(bombe*/sprengsatz/molotow*/brandsatz/mollis) .. (legen/werfen/schmeissen/fliegen/rein/platzt/platzen/gebastelt/geht hoch) .. (${places})`,
  `(molotow*/mollis/brandsatz*/brandsätze/benzinkanister) .. (${words.wills}/rein/drauf/mitbringen/bereit)`,
])

/** What happens to animals, plants and things, or is feared, or told. */
const figures = toPattern([
  '(wird/werd*/muss/müssen/bis/bevor/ehe/wann/irgendwann/sonst wird) .. (kind/kinder/jemand/einer/eine/mensch/menschen/radfahrer*/fussgänger*/schüler*/tote*/wer/man/oma/leute) .. (werden/wird/totgefahren/überfahren/umgefahren/erschlagen/verletzt)',
  '(erst) .. (kind/kinder/jemand/einer/eine/mensch/menschen/radfahrer*/fussgänger*/schüler*/tote/toter/wer/etwas/was) .. (passier*/sterben/stirbt/tot*/überfahren/umgefahren/erschlagen/verletzt)',
  '(taube*/wildschwein*/wolf/wölfe/hund/hunde/katze*/ratten im/tiere/baum/bäume/linde/linden/eiche*/eichen/wald/schnecken/enten/gänse/krähen) .. (erschos*/vergift*/getötet/töten/erschieß*/abgeschos*/umgebracht/umbringen/überfahren/totgefahren/abgeschlachtet/einschläf*/eingeschläf*/gesprengt)',
  '(geld*/steuergeld*/million*/euro/zukunft/haushalt/innenstadt/einzelhandel/verein*/ehrenamt/dorf/stadt/demokratie/kultur/wirtschaft/gastronomie/handel/laden/läden/projekt*/idee*/plan/pläne) .. (umbringen/töten/verbrannt/verbrennen/erschlagen/vernichte*/verheiz*/abgewürgt/würgen/plattgemacht/killen/killt/tot)',
  '(wahl*/wahlurne*/stimmzettel/gericht/urne/abstimmung/kreuzchen/bürgerentscheid) .. (vernichten/abschießen/ausschalten/beseitigen/plattmachen/umlegen)',
  '(vernichten/abschießen/ausschalten/beseitigen/plattmachen) .. (wahl*/urne/wahlurne)',
  '(plakat*/schild*/fahne*/flagge*/wäsche/lampen/lichterkette*/weihnachts*/bild/bilder/banner/aushang*) .. (aufhäng*/aufgehäng*/häng*/höher/gehängt)',
  '(bring*/macht/killt/tötet/würgt) .. (mich/uns) .. (um/fertig/platt/kaputt/alle)',
  '(hände/hand) .. (kopf/überm/übers/zusammen/gesicht)',
  '(tot) .. (überm/über) (zaun)',
  '(lach*/totlachen/kaputtlachen/schlapp)',
  '(kerze*/grill/kamin/ofen/lagerfeuer/osterfeuer*/feuerwerk/böller) .. (anzünd*/angezünd*/an)',
  '(krieg/ukraine/gaza/israel/russland/film/krimi/tatort/roman/geschichte/mittelalter)',
])

/** Who does it is the town itself: that is an accusation. */
const accused = toPattern([
  '(ihr/stadt/rathaus/verwaltung/politik/regierung/bürgermeister*) (bringt/macht/killt/schlagt/tretet/stecht/fahrt/hängt/zündet/brennt/steckt/stellt/hetzt/legt/jagt/bringen/machen/werdet/wollt/habt/seid)',
  '(bringt/macht/killt/schlagt/tretet/fahrt/hängt/zündet/brennt/steckt/stellt/legt/jagt/werdet/wollt/habt) ihr',
])

const strong = toPattern([
  `(dich/dir/${officials}/${slurs}) .. (${words.killing})`,
  `(gehör*) .. (${words.killed})`,
])

const questions = toPattern([
  '^ (wollt ihr/wollen sie/willst du/wolltet ihr/habt ihr/seid ihr)',
  '(wurde/wurden/worden) $',
  '^ (gestern/heute/letzte*) .. (wurde/wurden)',
])

/** Whether a sentence wishes, plans or demands that people are hurt or houses burn. */
export function isViolent(line: Line): boolean {
  if (strong.test(line) && !isTold(line)) return true
  if (figures.test(line) || isTold(line)) return false
  return (
    deeds.test(line) ||
    fires.test(line) ||
    ((parted.test(line) || partedBehind.test(line)) && !accused.test(line))
  )
}

// Who asks the town whether it means to, or tells what was in the news, threatens nobody.
function isTold(line: Line): boolean {
  return questions.test(line)
}
