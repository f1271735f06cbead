/** Who and where: people, places, channels, times. Written as in `senses-events.ts`. */
export const peopleSenses: Readonly<Record<string, string>> = {
  official:
    'bürgermeister bgm. ob. oberbürgermeister ob_in landrat landrät stadtrat stadträt gemeinderat gemeinderät ratsfrau ratsherr ratsmitglied ratsfraktion kämmerer kämmerin beigeordnet dezernent amtsleiter amtsleitung ortsvorsteher ortsbürgermeister bezirksbürgermeister fraktion fraktionschef verwaltungschef rathauschef kreistag vorzimmer politiker rat. parteichef',
  staff:
    'kolleg mitarbeit sachbearbeit azubi auszubild praktikant hausmeister erzieher bademeister chef. chefin leiterin leiter. sekretär busfahrer kontrolleur politesse vollzugsdienst ordnungsamt bauhof standesbeamt lehrer lehrkraft schulleit bedienstet beamte beamter beamtin angestellt personalrat hilfskraft pförtner archivar bibliothekar mädels_vom jungs_vom team. fachbereich sachgebiet bürgerbüro jugendamt bauamt sozialamt jobcenter ausländerbehörde einwohnermeldeamt tierheim gleichstellungs',
  volunteer:
    'ehrenamt freiwillig wahlhelfer helfer. helferin verein. feuerwehrmann feuerwehrfrau kamerad trainer. schöffe pate. paten lotse',
  family:
    'tochter töchter sohn. söhne kind. kinder. kindern. kids. ehefrau ehemann mutter. mütter vater. väter eltern oma. opa. familie familien enkel baby säugling schüler schwester bruder. partner. kleinkind jungen. mädchen lebensgefährt privatleben verwandt',
  private_person:
    'rentner senior bewohner anwohner nachbar mieter bürger. bürgerin bürgerinnen besucher passant gäste radfahrer spaziergänger autofahrer frau_aus mann_aus ältere_dame jugendliche junge_frau junger_mann unbekannt unbekannter fremder. fremde. typ. typen leute. jemand',
  home: 'haus. haustür wohnhaus wohnung adresse anschrift klingel. klingelt privathaus garten einfahrt auffahrt hofeinfahrt briefkasten wohnt. wohnort nachhause zu_hause zuhause daheim heimweg schulweg privatadresse privat. privates privatnummer handynummer telefonnummer grundstück gartentor zaun. auto_von kennzeichen nummernschild wagen. reifen. vor_der_tür an_der_tür hauswand fußmatte',
  object:
    'umschlag brief. zettel paket päckchen kiste. karton foto. fotos bild. bilder zeichnung puppe grabkerze kerze trauerkarte kranz. plakat aufkleber graffiti schriftzug schmier drohne',
  minority:
    'ausländer flüchtling geflüchtet asyl migrant juden. jude. jüdisch muslim moslem islam roma. sinti zigeuner schwul lesb homo. trans. queer behindert rollstuhl schwarze. schwarzen. türk. türken syrer afghan araber ukrainer pole. polen. russe obdachlos bettler arbeitslos bürgergeld kopftuch moschee synagoge afrikan dunkelhäut neger. regenbogen frauen. weiber',
  school:
    'schule. schulen grundschule gymnasium kita. kitas kindergarten hort. klasse. schulhof klassenfahrt unterricht. schulbus mensa elternabend elternbeirat elternportal',
  townplace:
    'rathaus freibad hallenbad schwimmbad bad. bücherei bibliothek museum friedhof marktplatz markt. brücke spielplatz park. turnhalle sporthalle stadthalle festplatz zelt. festzelt bahnhof bahnübergang kläranlage wasserwerk stadtwerke wertstoffhof bauhof. tiefgarage parkhaus kirche. kirchturm altenheim pflegeheim seniorenheim jugendzentrum juze. campingplatz stadtwald baggersee see. fluss. weiher innenstadt altstadt ortsmitte industriegebiet tunnel kreisverkehr unterführung gewerbepark stadion sportplatz bühne aufzug turm.',
  channel:
    'facebook fb. insta. instagram tiktok twitter linkedin telegram whatsapp youtube threads mastodon homepage website webseite internetseite onlineportal newsletter kanal account konto. profil seite. gruppe. gruppen story reel. livestream app. snapchat nextdoor dorfgruppe ortsgruppe amtsblatt stadtanzeiger',
  spread:
    'geteilt teilen. teilt. viral kommentar kommentiert kommentieren like. likes aufrufe klicks screenshot bildschirmfoto rumgeschickt herumgeschickt macht_die_runde verbreite verbreitet herum. rum. trendet hashtag repost markiert verlinkt überall. weitergeschickt reichweite explodiert_gerade minutentakt sekundentakt stündlich im_minutentakt tausend. tausende hundert. hunderte dutzend nachrichten. voll_damit läuft_heiß klingelt_ununterbrochen klingelt_durch telefon_steht steht_nicht_still glühen anrufe. anrufer mailfach postfach quillt überlauf',
  anger:
    'wütend wut. empör empört sauer. schimpf beschwer entsetz aufregung aufgebracht unmut verärger ärger. shitstorm hass. hasserfüllt beleidig pöbel beschimpf spott. spotten lustig_über lachen_über hohn. häme buh. unverschämt skandal fassungslos stinksauer kochen. tobt. toben. hetze hetzt hetzen gehetzt zornig außer_sich auf_den_barrikaden barrikaden ausgerastet rastet',
  press:
    'presse. reporter journalist redaktion radio. radiosender rundfunk fernsehen tv. kamerateam kamera. zeitung. lokalzeitung tageblatt kreisblatt bild_zeitung dpa. anfrage_von interview schlagzeile sender. ndr. wdr. mdr. swr. br. rtl. stellungnahme',
  now: 'gerade. grad. grade. eben. soeben jetzt. aktuell. momentan inzwischen mittlerweile plötzlich auf_einmal seit_heute seit_gestern heute. heut. heute_früh heute_morgen heute_nacht vorhin gestern_abend gestern. letzte_nacht vergangene_nacht nachts. sofort. schnell. dringend eilt. eilig. minuten. minute. vor_einer_stunde seit_stunden noch_immer immer_noch immer_mehr weiterhin',
  past: 'damals seinerzeit früher. einst. voriges letztes_jahr letzten_jahr letztes_mal vor_jahren vor_zwei_jahren vor_drei_jahren vorjahr vergangenes_jahr chronik archiv. historisch geschichte_der jahrestag jubiläum überstanden erledigt. abgeschlossen rückblick nachbereitung aufarbeitung ausgestanden hinter_uns 2019. 2020. 2021. 2022. 2023. 2024. 1945. 19. jahrhundert',
  future:
    'nächste_woche nächsten_monat nächstes_jahr kommende_woche kommenden_monat demnächst bald. künftig zukünftig im_herbst im_frühjahr im_sommer im_winter ab_montag mittelfristig langfristig vorausschauend für_später irgendwann perspektivisch vorsorglich im_vorfeld fürs_nächste',
  elsewhere:
    'nachbarstadt nachbargemeinde nachbarort nachbarkreis andere_stadt andere_städte anderen_städten andere_gemeinden andere_kommunen anderen_kommunen andere_rathäuser anderswo woanders nicht_bei_uns in_hamburg in_berlin in_münchen in_köln im_fernsehen in_der_zeitung_gelesen im_podcast gelesen_dass gehört_dass kollegen_aus in_einer_stadt in_bayern in_den_usa in_österreich in_der_schweiz',
  us: 'wir. uns. unser unsre ich. mir. mich. mein. meine. meiner. bei_uns hier. wia. mia. ick. ik. wi. mer. hob. hamma hamwa',
  you: 'du. dich. dir. dein. deine. deiner. deinen. deinem. ihr. euch. euer. eure. euren. eurem.',
  we_should:
    'sollten_wir müssten_wir könnten_wir dürfen_wir brauchen_wir können_wir müssen_wir wie_machen wie_macht macht_ihr habt_ihr',
  crowd:
    'menge. menschenmenge zuschauer besucher. festbesucher gäste. publikum teilnehmer schlange. gedränge ansturm massen. leute. menschen. personen haushalte. familien. bewohner schulklasse klassen. gruppe_von dutzende angehörige schaulustige gaffer',
  vehicle:
    'auto. autos. pkw. lkw. laster. bus. busse. schulbus zug. züge. bahn. straßenbahn regionalbahn waggon traktor bagger kran. radlader transporter lieferwagen fähre schiff boot. ballon hubschrauber karussell riesenrad sessellift skilift seilbahn fahrrad motorrad roller. kombi. lastwagen tanklaster anhänger schlepper',
  intimate:
    'krankheit krank. diagnos therapie medikament schulden insolvenz privatinsolvenz adopt pflegekind inobhut frauenhaus schwanger vaterschaft scheidung sorgerecht religion kirchenaustritt staatsangehör vorstrafe sucht. alkohol sucht_kranke psychisch einkommen mahnstufe mahnung pfändung unterhalt namensänderung auskunftssperre beratung beratungs kindeswohl todesursache',
  program:
    'portal. onlineformular online_formular suchfunktion chatbot. webcam bildschirm. monitor. anzeige_im terminal automat. software fachverfahren serienbrief serienmail rundmail cloud. ordner. freigabe. link_zum internetauftritt newsletterversand streamt kamera_im mikro. mikrofon_an kopierer fax. postfach. mailkonto rechner. computer. pc.',
  posing:
    'briefkopf absender. absender_ täuschend wappen. unser_logo unserem_logo unser_wappen unserem_namen in_unserem_namen unsere_nummer unserer_nummer rufnummer. im_display angeblich_von angeblich_vom behaupten_sie behaupten_vom behauptet_von sich_als gibt_vor vorgibt geben_vor ausweis. warnweste warnwesten kassieren an_der_haustür an_den_haustüren klingeln_bei bei_senioren gutscheinkarte kaution vorkasse überweisen_sollen nie_beauftragt niemanden_geschickt nicht_geschickt wissen_nichts_davon wissen_von_nichts',
  ridicule:
    'lacht_über lachen_uns das_netz_lacht spotten verspottet meme. memes. auf_180 hundertachtzig stinkt_ihnen gekränkt kränk beleidigt. fühlen_sich fühlt_sich verhöhn fassungslosigkeit distanzier entschuldigung. fordern_eine fordert_eine entrüst respektlos pietätlos unwürdig zynisch herablassend sagt_ab boykottier',
}
