import { toPattern } from '../pattern.ts'

/** Private things about somebody, told to everybody. */
export const private_ = toPattern([
  '(wohnt/wohnen/wohnhaft) .. (str/strasse/*strasse/*str/weg/*weg/gasse/*gasse/platz/*platz/allee/*allee/ring/*ring/nummer/hausnummer/nr)',
  '(handynummer*/privatnummer*/telefonnummer*/privatadresse*/privathandy*/mailadresse*/wohnadresse*/kontonummer*/geburtsdatum) .. (von/lautet/ist/hier/vom/der/des/hab)',
  '(hab*/hier/ist) .. (handynummer*/privatnummer*/privatadresse*/wohnadresse*/privathandy*/mailadresse*)',
  '(kennzeichen/nummernschild) .. (lautet/ist/mit/vom/notiert/*)',
  '(foto*/bild*/video*/aufnahme*) .. (von dem/von der/vom/von den/seinem/ihrem/des/der) .. (jungen/mädchen/kind/kindes/kinder/fahrer*/frau/mann/nachbar*/täter*/schüler*/sohn/tochter/lehrer*/typ/typen/bewohner*/patient*)',
  '(kennt/erkennt/weiß) .. (den/die/wer das/jemand) .. (jungen/typ/täter/wer/frau/mann/kind) .. !(telefonnummer)',
  '(hat/ist/war/wegen/leidet/sitzt/bekommt/nimmt/bezieht) .. (krebs/aids/hiv/depress*/alkoholiker*/alkoholkrank/psychiatrie/klapse/geschlossenen/entzug/drogenabhängig*/junkie/schwanger/abtreib*/burnout/schizophren*/psychisch krank/insolvent/vorbestraft/im knast/epilepsie/demenz/magersüchtig*/drogen/bürgergeld/hartz/grundsicherung/sozialhilfe/scheidung*/fehlgeburt*)',
  '(pillen/tabletten/medikamente) .. (nicht genommen/vergessen/abgesetzt)',
  '(mutter/vater/sohn/tochter/frau/mann/bruder/schwester) .. (säuft/trinkt/spritzt/geht fremd/affäre/fremdgeht/in der klapse/psychiatrie/alkoholiker*)',
  '(kind/baby/mann/frau/mutter/vater/sohn/tochter) .. (verloren/gestorben/tot/verstorben/abgehauen/weggelaufen) .. (seitdem/deshalb/deswegen/daher/komisch)',
  '(säuft/sauft/gesoffen/kokst/kifft/spritzt/betrunken/besoffen/blau) .. (mittags/morgens/dienst/arbeit/immer/täglich/jeden tag/im büro/im amt/doch schon)',
  '(nachbar*/lehrer*/kollege*/familie) .. (krank*/behindert*/geschieden*/schwanger*/arbeitslos*) .. (frau/mann/kind/tochter/sohn/mutter)',
  '(meldet/zeigt/meldt) .. (den/die) .. (mal/an/alle)',
  '(geht/gehen) .. (in die/auf die/zur) .. (kita/kindergarten/grundschule/*schule/klasse) .. !(nicht)',
])

/** A claim of fact that could do harm if it is wrong. */
export const rumour = toPattern([
  '(cousine/cousin/tante/onkel/bekannte*/schwager/schwägerin/nachbarin/freundin/kumpel/kollegin/putzfrau/hausmeister*/sekretärin) .. (aus dem/im/vom/beim/von der/in der/erzählt/gesagt/meint) .. (geheim*/vertusch*/rausgekommen/raus/wirklich/liegen/liegt/schließ*/geschlossen/krank*)',
  '(geschlossen/abgerissen/verkauft/dicht/zugemacht/abgesagt/gekündigt/entlassen) .. (amtlich/aus sicherer/hat der/hat die/erzählt)',
  '(geheim gehalten/geheimgehalten/unterm teppich/unter den teppich/dürfen nichts sagen/maulkorb)',
  '(hand/hände) .. (aufgehalten/aufhält/aufhalten)',
  '(bilderberg*/rothschild*/soros/freimaurer*/illuminat*/schlafschaf*/lügenpresse/googelt mal/googlet mal)',
  '(weiß/weiss/erfahren/gehört/hab) .. (von einer/von einem/von jemand*/aus dem rathaus/vom schwager/von der schwester/von meinem/von meiner) .. (arbeitet/amt/rathaus/sitzt/kennt/putzt)',
  '(schon alles/längst alles/alles schon/längst/schon) .. (unterschrieben/beschlossen/verkauft/abgekartet/ausgemacht/verschachert)',
  '(stimmzettel/wahlzettel/briefwahl*/wahl/stimmen/auszählung) .. (angekreuzt/ausgefüllt/schiebung/geschoben/gezinkt/stapel/weggeworfen)',
  '(hat mir/haben mir/sagte mir) .. (persönlich/selbst/direkt/vertraulich) .. (gesagt/bestätigt/erzählt)',
  '(braucht/brauchen) .. nicht (kommen/zu kommen/hingehen/hinzugehen/wählen)',
  '(chemtrail*/sprühen uns/plandemie/great reset/umvolkung/bevölkerungsaustausch/reptiloid*/deep state/brd gmbh)',
  '(trinkwasser/leitungswasser/wasser) .. (vergift*/verseucht*/verunreinigt*/krebserregend/chemie*/uran/gesundheitsgefähr*/keime/bakterien)',
  '(wahl/wahlen/kommunalwahl/stichwahl/wahlzettel/briefwahl*/stimmen/stimmzettel) .. (gefälscht*/manipulier*/betrug/betrogen/weggeworfen/verschwund*/geschob*/ausgetauscht/getürkt)',
  '(wahlbetrug/wahlfälschung*)',
  '(schmiergeld*/bestech*/bestochen/korrumpier*/gekauft/kassiert/unterschlag*/veruntreu*/geklaut/gestohlen/abgezweigt/schwarzgeld*/koffer voll/eingesteckt/hinterzog*/steuerhinterzieh*) .. !(arbeit)',
  '(bürgermeister*/amtsleiter*/landrat*/dezernent*/kämmerer*/frau/herr) .. (schiebt/zuschiebt/zugeschoben/zugeschanzt/schanzt/verschiebt/beteiligt) .. (auftrag/aufträge/grundstück*/schwager/bruder/freund/firma/zu)',
  '(hab/habe/haben) .. (gehört/mitbekommen/erfahren/gelesen) .. (dass/das/die/der)',
  '(aus sicherer quelle/aus verlässlicher quelle/aus erster hand/von einem insider/insider/unter der hand/unter uns/telegram)',
  '(angeblich/soll angeblich/es heißt/man munkelt/gerücht*/laut telegram/bekannter von/bekannten im/schwägerin)',
  '(verschweig*/vertusch*/verheimlich*/unter verschluss/totgeschwiegen) .. (euch/stadt/presse/medien/polizei/*/die/dass)',
  '(vertusch*/verschweig*/verheimlich*)',
  '(vergewaltigt/überfallen/entführt/abgestochen/ermordet) .. (worden/wurde*/gestern/heute/letzte*)',
  '(kommen/kriegen/bekommen/erhalten) .. (alle/alles/ein*) .. (geschenkt/haus geschenkt/umsonst/5000 euro/neues auto/iphone*)',
  '(wird/werden) .. (abgeschafft/geschlossen/dicht gemacht/abgerissen/evakuiert/verkauft) .. (quelle/gehört/weiß/teilen)',
  '(teilen/weiterleiten/verbreiten) .. (bevor/ehe) .. (gelöscht)',
  '(impftote*/impfschäden/impfmord*/chemtrail*/5g)',
  '(illegal*/rechtswidrig*/kriminell*) .. (nachweislich/bewiesen/beweise)',
])

/** Advertising, parties, what has nothing to do with the town. */
export const spam = toPattern([
  '(verdien*/verdiene) .. (woche/monat/tag/zuhause/zu hause/online/nebenbei/euro/passiv*)',
  '(kredit*/darlehen/schufa/bitcoin*/krypto*/kryptowähr*/trading/forex/investier*/investment/rendite/casino/sportwetten/gewinnspiel/rabattcode*/rabatt/gutscheincode*/gutschein/sonderangebot*/aktionscode*/angebot nur heute/heilpraktiker* termine/hellseh*/wahrsag*/kartenleg*/abnehmpulver*/abnehmen ohne/schlankheits*/potenz*/viagra/cbd öl/escort*/onlyfans/camgirl*/sexy girls/heisse girls/singles in deiner)',
  '(umzüge/umzug/entrümpelung*/haushaltsauflösung*/gartenpflege/hausmeisterservice/fensterputz*/nachhilfe/massage*/nageldesign/reinigung) .. (günstig/sauber/erreichbar/anschreiben/anfragen/termine/angebot/preis*/festpreis/whatsapp/pn)',
  '(link im profil/link in bio/schreib mir info/schreib mir eine pn/einfach anschreiben/jetzt bestellen/nur dieses wochenende/nur heute/auf meinem kanal/besucht meinen kanal/folgt mir)',
  '(zu verkaufen/verkaufe/vk/vb/verschenke/suche wohnung/suche nachmieter/biete an/günstig abzugeben/abzugeben/preis vhb/festpreis/nur abholung)',
  '(schreib*/meld*/infos/info/interesse/kontakt/anfrag*) .. (pn/privat/whatsapp/dm/telegram/link in bio/profil/per pn/direktnachricht)',
  '(klick*/link) .. (profil/bio/hier/link)',
  '(jetzt) (bestellen/buchen/sichern/kaufen/anmelden/zugreifen)',
  '(folgt/folge/abonnier*/abonniert) .. (mir/kanal/profil/seite/uns)',
  '(wählt/wählen sie/wähl) .. (am sonntag/partei/liste/nur/die/kandidat*) .. !(ich)',
  '(termine frei/noch termine/termine noch/plätze frei)',
  '(bundesliga/abseits/schiri/fussball/champions league/dschungelcamp/elfmeter/dfb)',
  '(rezept/kochrezept/mein hund ist/katzenvideo/witz des tages/horoskop)',
])
