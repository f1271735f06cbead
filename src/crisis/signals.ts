/** What a message may tell that a fire burns, or that none does. */
export interface Signal {
  readonly name: string
  /** Above zero it speaks for a fire, below against one. */
  readonly weight: number
  /** See `toPattern` for how they are written. */
  readonly patterns: readonly string[]
}

/** How a message sounds when something burns; adds to a trouble and is nothing by itself. */
export const alarms: readonly Signal[] = [
  {
    name: 'now',
    weight: 1,
    patterns: [
      '(gerade/grad/grade/eben/soeben/jetzt/schon/aktuell/momentan/inzwischen/mittlerweile)',
      'seit .. (heute/heut/gestern/eben/stunden/stunde/minuten/std/min/früh/morgen/mittag/vormittag/abend)',
      '(heute/heut) .. (früh/morgen/mittag/abend/nacht/vormittag)',
      'wir (haben/ham/werden/wurden) .. (datenpanne/datenleck/shitstorm/gehackt)',
      'we have .. (shitstorm*/breach/leak)',
      '(just/currently/now/since/incoming)',
    ],
  },
  {
    name: 'pace',
    weight: 2,
    patterns: [
      '(in/innerhalb/binnen/seit) .. (1/2/3/4/5/10/15/20/30/ein*/ner/zwei/drei/vier/fünf/zehn/halben/wenigen/paar) (min/minuten/h/std/stunde/stunden)',
      '(minutentakt/sekundentakt/minütlich/sekündlich/stündlich/massenhaft/ruckzuck/nonstop/pausenlos/ununterbrochen)',
      'alle .. (sekunden/minuten)',
      '(vor/seit) .. (minuten/stunde/stunden/uhr)',
      'bis .. uhr',
      'immer (mehr/neue/weiter/schlimmer/aggressiver/wieder)',
      '(hört/hören) .. nicht .. auf',
      'wie noch nie',
      'nicht (hinterher/mehr hinterher/mehr nach)',
      '(über nacht/and counting/more and more)',
      '(keep/keeps) coming',
      'by the (minute/hour)',
      'getting worse',
      'in (an/one/two) (hour/hours/minute/minutes)',
    ],
  },
  {
    name: 'what now',
    weight: 1,
    patterns: [
      'was (jetzt/nun/tun/mach*/soll*/sagen/sag/poste*/posten/schreib*/antwort*)',
      'was ist .. (zuerst/erstes) zu tun',
      'was .. (posten/schreiben/sagen/antworten)',
      '(womit/wo) .. (anfange*/anfangen)',
      'wie .. (reagieren wir/reagiere ich/ich reagieren/wir reagieren/vorgehen/umgehen)',
      'wie gehe* (ich/wir) vor',
      'wer (muss das wissen/hilft)',
      'polizei',
      'what (now/first/next/to do/do we do/do i do)',
      'what should (i/we) (do/say/post)',
    ],
  },
  {
    name: 'haste',
    weight: 1,
    patterns: [
      '(dringend/sofort/eilt/asap/urgent/urgently/rasche/schnellstmöglich)',
      '(bitte/ganz) schnell',
      '^ schnell',
      'brauch* .. (text/statement/antwort/anruf)',
      'bitte um anruf',
    ],
  },
  {
    name: 'distress',
    weight: 1,
    patterns: [
      '(allein/alleine/alone/verzweifelt/überfordert/panik/angst/alarm/heult/schlafen/fix und fertig/weint/heulen/angerufen)',
      '(niemand/keiner/nobody/keine) .. (da/here/erreichbar/freigabe)',
      '(chef*/boss) .. (urlaub/krank/holiday/weg)',
      '(nicht/geht nicht/not) (erreichbar/ran/answering)',
      '(kann/halt*) .. nicht mehr',
      '(weint/weinen)',
      '(oh/mein) (gott/nein/mist)',
      '(verdammt/scheiße/mist)',
      'weiß nicht (weiter/was/wo)',
    ],
  },
  {
    name: 'slip of ours',
    weight: 1,
    patterns: [
      '(aus versehen/by mistake/wrong thing)',
      '(versehentlich/accidentally/rausgehauen/verbockt)',
      'mist gebaut',
      '(hab/habe/haben/ham) .. (verschickt/gepostet/veröffentlicht/hochgeladen)',
      'falsche* (post/beitrag/bild/foto/zahl/datum/link/text)',
    ],
  },
]

/** What a tale of a fire has beside it; counts where it is told and not asked, and never alone. */
export const circumstances: readonly Signal[] = [
  {
    name: 'place',
    weight: 1,
    patterns: [
      '(*post/*posts/*beitrag/*meldung/*kommentar*/chat/*seite/*kanal/*video/*reel/*story/*account/*clip/*gruppe/*gruppen)',
      '(facebook/fb/insta/instagram/tiktok/twitter/linkedin/telegram/whatsapp/netz/online/internet/tweet/livestream/homepage)',
      '(nachrichten/bewertungen/newsletter/foto/screenshot*)',
      '(comments/replies/page/channel/video/reviews)',
    ],
  },
  {
    name: 'us',
    weight: 1,
    patterns: ['(uns/unser*/unsre/unsern/wir/mich/mir/us/our/we/me)'],
  },
  {
    name: 'somebody',
    weight: 1,
    patterns: [
      '(jemand/jmd/irgendein*/einer/irgendwer/irgendjemand/leute/alle/welche/typ/person/mutter/vater/bürger/somebody/someone/people/everybody)',
    ],
  },
  {
    name: 'a turn',
    weight: 1,
    patterns: [
      '(nur noch/plötzlich/auf einmal/immer noch/nicht mehr/überall/aufgetaucht/no longer/suddenly/everywhere)',
    ],
  },
]

/** What tells that somebody learns, plans, practises, looks back or has good news. */
export const calms: readonly Signal[] = [
  {
    name: 'practice',
    weight: -4,
    patterns: [
      '(übung*/üben/planspiel*/simulation*/szenario*/schulung*/workshop*/seminar*/unterricht*/folie*/vortrag*/netzwerktreffen/fachtag*/tagung/konferenz/kongress/barcamp*/webinar*/fortbildung*/lehrgang*/probealarm*/warntag*/fingiert*/trainier*/hausarbeit*/referat*/präsentation*/studie*)',
      '(exercise/drill/training/workshop)',
    ],
  },
  {
    name: 'the past',
    weight: -3,
    patterns: [
      '(letzte*/vorige*/vergangene*/last) (jahr/jahre/monat/woche/sommer/winter/year/month/week/shitstorm*)',
      'vor .. (jahr/jahren/monaten/monat/wochen)',
      '(damals/überstanden/seinerzeit)',
      '(ist/sind/war) .. (vorbei/ruhig)',
      '(hatten/war/gab/von/im) .. (2018/2019/2020/2021/2022/2023/2024/2025)',
      '(beim letzten/letztes/nächstes/vorigen/beim vorigen) (mal/hochwasser/sturm/shitstorm/unwetter)',
      'nach (dem/einem/der/einer) .. (shitstorm*/sturm/panne/krise)',
      '(auswerten/auswertung/aufarbeit*)',
      'years ago',
      '(im/in) (januar/februar/märz/april/mai/juni/juli/august/september/oktober/november/dezember)',
    ],
  },
  {
    name: 'elsewhere',
    weight: -3,
    patterns: [
      '(haben/machen/hatten) die (das/es/da) (eigentlich/gut/so/denn)',
      '(gut/glück/froh) .. (wir/uns) .. nicht (sind/wir/uns/betrifft/trifft)',
      '(nicht/gar nicht) (bei uns/unsere stadt/unsere gemeinde)',
      '(andere*/fremde*) (städte/städten/kommunen/gemeinden/kreise/kreisen)',
    ],
  },
  {
    name: 'nothing happens',
    weight: -3,
    patterns: [
      '(passiert/passierte/los) (eh/nie/sowieso) .. (nix/nichts/was/etwas)',
      '(einarbeit*/onboarding/neuling*)',
      'fängt .. (montag/bald/nächste*/demnächst) an',
      '(um anmeldung/anmeldung bis/anmeldeschluss)',
    ],
  },
  {
    name: 'looking for a button',
    weight: -3,
    patterns: [
      '(finde/find/finden/suche/sehe/seh/fehlt) .. (knopf/button/schalter/menü/einstellung*/funktion/taste/haken/reiter/symbol)',
    ],
  },
  {
    name: 'plan',
    weight: -2,
    patterns: [
      '(planen/plane/möchte/möchten/überlegen/überlege/starten/beginnen/einführen/einrichten/überarbeite*/tipps/ideen/lehren/gelernt/sollten/suche/krisenplan*/notfallplan*/konzept*/strategie*/vorbereiten/vorbereitung/vorbeugen/künftig/zukunft/nächste*/prepare/prevent/plan)',
      'noch kein*',
      '(wir wollen/ich will/will jetzt doch)',
      'bereite* .. vor',
      '(schütze*/schützt) .. (davor/vor)',
    ],
  },
  {
    name: 'search for material',
    weight: -2,
    patterns: [
      '(folge/folgen/*formular*/anleitung/episode*/checkliste*/muster*/vorlage*/vordruck*/material/podcast*/definition/unterschied/difference/skala*/statistik*/zahlen/beispiele*/konkret*)',
    ],
  },
  {
    name: 'good news',
    weight: -3,
    patterns: ['(nette*/schöne*/feiern/freuen/freundlich/lob/loben/super/toll/gut/gute)'],
  },
  {
    name: 'thanks',
    weight: -2,
    patterns: [
      '^ (vielen/danke/dank/thanks)',
      '(geholfen/helped)',
      'danke an (alle/euch)',
      '(abonnenten/follower) .. (danke/feiern/erreicht)',
    ],
  },
]
