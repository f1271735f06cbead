import { toPattern } from '../pattern.ts'
import { officials } from './lexicon.ts'
import type { Line } from './unmask.ts'

/** Words for one person that are nothing but contempt. */
const gross =
  '*arschloch/*arschgeige/*arschgesicht*/*wichser/wixer/wixxer/*hurensohn/*hurenkind/hure/*hure/huhre/*fotze/votze/*nutte/*schlampe/*schlampn/*flittchen/*drecksau/*dreckschwein/*drecksstück/*miststück/*stück scheisse/*stück dreck/*stück scheiß/scheisshaufen/*misgeburt/*missgeburt/bastard/*bastard/*ficker/hurenbock/' +
  'spast/spasti/mongo/vollspast*/krüppel/*schwuchtel/transe/kanake/kanacke/neger/nigger/untermensch/*ratte/*schwein/*schweinehund/wildsau/pottsau/dreckshure/blöde sau/dumme sau/alte sau/fette sau/faule sau/dreckige sau/fette kuh/*kröte/abschaum/zecke/parasit/schmarotzer/drecksack/*drecksack/mistsau/judensau/volksverräter/landesverräter/vaterlandsverräter/vieh/köter/hündin/bitch/motherfucker/cunt/asshole/dreckskerl/schweinepriester/hundesohn/amk'

/** The same for many at once. */
const grossMany =
  '*arschlöcher/*arschlöchern/*wichser/*wichsern/*hurensöhne/*hurensöhnen/*huren/*fotzen/*nutten/*schlampen/*drecksäue/*schweine/*schweinen/*missgeburten/*misgeburten/*bastarde/*ficker/spasten/spastis/spackos/mongos/mongis/*ratten/abschaum/*pack/*gesindel/*gesocks/*schmarotzer/*verräter/volksverräter/zecken/parasiten/drecksäcke/drecksladen voller/dreckschweine/bastarden/dreckspack/schweinebande/saubande/verbrecherbande/mafia/rattennest'

/** Words for somebody that are said in any quarrel. */
const mild =
  '*idiot/*depp/*trottel/blödmann/schwachkopf/dummkopf/vollpfosten/hohlkopf/hohlbirne/flachpfeife/vollhorst/blöde kuh/dumme kuh/dumme gans/blöde gans/dumme pute/doofe kuh/hysterische kuh/hexe/zicke/ziege/*penner/*spinner/*psychopath*/irre/irrer/geisteskranke*/geistesgestört*/gestörte*/hirntot*/asozial*/assi/asi/vollassi/lump/halunke/gauner/betrüger*/schuft/drecksweib/arsch/hirni/dumpfbacke/schlappschwanz/waschlappen/schwein/sau/affe/esel/ochse/lackaffe/kotzbrocken/ekelpaket/widerling/stinktier/fettsack/fettwanst/troll/trulla/tussi/schnepfe/schreckschraube/weib/opfer/lappen/spacko/spacken/hund/kuh/nazi/faschist*/kommunistenschwein'

const adjectives =
  'dreckig*/verdammt*/verlogen*/verfickt*/elend*/blöd*/dumm*/fett*/alt*/hässlich*/scheiß*/scheis*/faul*/mies*/mies/dämlich*/widerlich*/ekelhaft*/korrupt*/falsch*/hinterhältig*/ehrlos*/behindert*/klein*/gross*/miserabl*/dreist*/geldgeil*/unfähig*/absolut*/total*/echt*/richtig*/einzig*/billig*/stinkend*/dreckiges/verkommen*/asozial*/räudig*/hirnlos*/hirntot*/feige*/fies*/krank*/arrogant*/frech*'

/** One person of whom it is known who. */
const one = `${officials}/herr/herrn/frau/fr/hr/typ/kerl/tante/tussi/alte/olle/alter/person`

/** Contempt for one person: spoken to, named, or pointed at. */
const personal = toPattern([
  `(du/dir/dich/sie/dein*) (${gross})`,
  `(du/dir/dich/sie/dein*) (${adjectives}) (${gross})`,
  `(du/dir/dich/sie/dein*) (${adjectives}) (${adjectives}) (${gross})`,
  `(du/sie) .. (bist/sind) .. (ein/eine/einer/ne/nen/n/nur/so/doch/einfach/der/die/das) .. (${gross})`,
  `(bist/biste/sind sie) .. (ein/eine/ne/nen/n) .. (${gross})`,
  `(${one}) .. (ist/is/war/bist/bleibt/sind) .. (${gross})`,
  `(er/sie/der/die/das/dieser/diese/jener/dat) (ist/is/war/bleibt) .. (ein/eine/ne/nen/n/so/doch/einfach/nur) .. (${gross})`,
  `(${one}) (${gross})`,
  `(${one}) .. (diese/dieses/dieser/dies/du/sie/so) (${gross})`,
  `(${gross}) .. (vom/von der/von dem/von/aus dem/im/am/aus der/in der/auf dem) .. (*amt/*büro/*haus/*schule/*hof/*leitung/bürgermeister*/*rat/kasse/vorzimmer/empfang/schalter/kita/verwaltung/stadtverwaltung/bauhof/jobcenter/${officials})`,
  `(diese/dieses/dieser/die/der/das/den/dem/so ein*/son/sone) (${gross}) .. (gehör*/hat/kann/soll*/will/lügt/ist/da/heisst/wohnt/sitzt)`,
  `(diese/dieses/dieser/die/der/das/den/dem/so ein*) (${adjectives}) (${gross})`,
])

/** Quarrelsome words for somebody who is called by name. */
const personalMild = toPattern([
  `(herr/herrn/frau/fr/hr) .. (du/sie) (${mild})`,
  `(herr/herrn/frau/fr/hr) .. (du/sie) (${adjectives}) (${mild})`,
  `(herr/herrn/frau/fr/hr) .. (ist/is) .. (dumme/blöde/dreckige/fette/alte/faule/verlogene/dumm*/blöd*/fett*) (sau/kuh/hexe/schwein/ziege/hure/hündin)`,
  `(sie/du) (dreckige*/fette*/faule*/dumme*/blöde*) (schwein/sau/kuh/stück)`,
])

// "Wichser seid ihr alle": the same word for one and for many.
const spokenToMany = toPattern(['(ihr/euch/seid/alle/allesamt/sämtliche)'])
const grossOne = toPattern([`(${gross})`])
const someone = toPattern([`(${officials}/herr/herrn/frau)`])
const collective = toPattern([`(${grossMany})`])
const curses = toPattern([
  '(fick*/fickt) (dich/euch/sie/ihn/die/den/das)',
  '(fuck) (you/off)',
  'leck* .. (am arsch/am ärmel/fett)',
  '(halt/haltet) .. (fresse/maul/schnauze)',
  'stinkefinger',
  '(verpiss*/verpisst)',
  '(lern*/lernt) .. deutsch',
  '(geh/geht/gehen) .. (in/zurück in) .. (höhle/loch/heimat/land/dschungel)',
])
const quarrel = toPattern([
  '(die/der/das/so eine/so ein/dieser/diese) (dick*/fett*/hässlich*/aufgetakelt*/vertrocknet*/verbittert*) (trulla/tussi/schnepfe/kuh/ziege/schachtel/sack/typ/kerl/weib/tante/madame/dame/made/qualle/henne/gans/wachtel)',
  '(sind) .. (alles/alle/doch/nur) .. (zigeuner/asis/assis/asoziale/penner/verbrecher/kriminelle/schmarotzer/diebe/junkies/säufer)',
  `(${officials}/herr/frau) .. (ist/is/war/bleibt/bist/sind) .. (fett*/strohdumm*/saudumm*/dreckig*/hässlich*/versoffen*/verkommen*/widerlich*/ekelhaft*/stinkend*/schwanzgesteuert*/hirnlos*/geisteskrank*)`,
  '(du/sie) (schneeflocke/schlafschaf/systemling/heulsuse/jammerlappen/gutmensch/bahnhofsklatscher*/wurm/würstchen/wicht/nazi/rassist*/nichtsnutz/versager*/lügner*/pfeife/null/clown/witzfigur/feigling)',
  '(hirnamputiert*/geistig behindert*/minderbemittelt*/zurückgeblieben*/degeneriert*/inzucht*/schwachsinnig*)',
  '(geh/verkriech/kriech) .. (unter deinen stein/in dein loch/zurück unter*/zurück in dein*)',
  '(behinderte*/rollstuhlfahrer*/alte/alten/rentner/ausländer*/flüchtlinge/arme/armen/obdachlose*/kinderreiche*/mütter) .. (soll*/sollt*) .. (zuhause bleiben/daheim bleiben/zu hause bleiben/wegbleiben/verschwinden/fernbleiben)',
  '(blonde/blondine/blondchen/puppe/püppchen/mäuschen/schnecke/tussi) .. (dumm*/strohdumm*/hübsch/eingestellt/hochgeschlafen/beine)',
  '(warum/wieso/weswegen/wie) .. (die/der) .. (eingestellt/job/stelle/posten) .. (denken/vorstellen/ausrechnen)',
  `(du/dich) .. (${mild})`,
  `(du) .. (bist/biste) .. (dumm*/blöd*/doof*/bescheuert*/hohl*/gestört*/krank*/behindert*/bekloppt*/peinlich*)`,
  `(bist/biste) .. (du) .. (dumm*/blöd*/doof*/bescheuert*/hohl*/gestört*/krank*/behindert*/bekloppt*)`,
  `(du/dein*) .. (so dumm/zu dumm/so blöd/zu blöd)`,
  `(hysterisch*) (kuh/ziege/weib/tante)`,
  `(${'frauen/weiber/mädchen/frau'}) .. (gehör*) .. (herd/küche/haus)`,
  `(bürgergeldempfänger*/hartzer/hartz iv empfänger/arbeitslose*/sozialhilfeempfänger*/asylanten/ausländer*/flüchtlinge/rentner/jugendliche*/lehrer/radfahrer/dicke*/behinderte*) .. (sind/alles/alle/nur) .. (faul*/*pack/dumm*/schmarotzer*/kriminell*/asozial*/pack/gesindel/stinken/stinkfaul*/parasiten)`,
  `(behindert/mongoloid/schwul/spastisch)`,
  `(alte/alter/fette/fetter) (schachtel/sack/schrapnell/kuh/hexe)`,
])

/** How far contempt goes in a comment. */
export type Contempt = 'person' | 'many' | 'others' | 'none'

/**
 * Contempt in a comment: for one person who is meant, for many at once, or for others who write here.
 * Hard words on a decision are none.
 */
export function contemptIn(lines: readonly Line[]): Contempt {
  if (lines.some(isPersonal)) return 'person'
  const isAbout = lines.some((line) => someone.test(line))
  if (isAbout && lines.some((line) => /^ (?:[^ ]+ ){1,3}$/u.test(line) && grossOne.test(line))) {
    return 'person'
  }
  if (lines.some((line) => collective.test(line) || grossOne.test(line) || curses.test(line))) {
    return 'many'
  }
  return lines.some((line) => quarrel.test(line)) ? 'others' : 'none'
}

function isPersonal(line: Line): boolean {
  return personalMild.test(line) || (personal.test(line) && !spokenToMany.test(line))
}
