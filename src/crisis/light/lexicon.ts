/**
 * Groups of words as `toPattern` reads them (`*` for any letters), without their brackets. They name
 * kinds of people and deeds, so that a pattern needs no list of sentences.
 */

/** Who is spoken to or of, where no noun is needed. */
export const addressed =
  'dich/dir/euch/eich/ihn/ihm/ihnen/denen/deine*/dein/eure*/euer/den typ*/dem typ*/diese* typ*/diesen/jeden von'

/** Words behind which an article means people: "die sollte man", "den mal". */
export const pointed =
  'alle*/allesamt/beide*/da/doch/mal/einfach/eh/auch/hier/ja/schon/glatt/gleich/nur/sollt*/müsst*/muss/gehör*/kann/könnt*/würd*/werd*/wird/soll*/will/wollen/holen/kriegen/knöpf*/erwisch*/schnapp*/jetzt/endlich/ganz*'

export const officials =
  '*bürgermeister*/ob/obm/bm/*landrat*/*landrät*/landrats/stadtrat*/stadträt*/gemeinderat*/gemeinderät*/kreisrat*/kreisrät*/ratsmitglied*/ratsherr*/dezernent*/*dezernent*/kämmerer*/kämmerin*/stadtkämmer*/' +
  '*leiter/*leiterin/*leiters/*leiterinnen/*leiterei/*chef/*chefs/*chefin/sachbearbeiter*/*sachbearbeiter*/beamte*/*beamte*/beamtin*/*mitarbeiter*/angestellte*/bedienstete*/polizist*/*wache/*streife/sicherheitsdienst*/security/amtsrichter*/staatsanwält*/stadtverordnet*/bulle/bullen/polizei/cop/cops/' +
  'politiker*/*politiker*/abgeordnete*/minister*/*minister/*ministerin/kanzler*/*sprecher/*sprecherin/sozialarbeiter*/lehrer*/*lehrer/*lehrerin/rektor*/*erzieher*/hausmeister*/pfarrer*/richter*/*kontrolleur*/politesse*/*politesse*/*referent/*referentin/schiedsrichter*/feuerwehrmann/feuerwehrleute/sanitäter*/busfahrer*/verwalter*/ortsvorsteher*/beigeordnete*/journalist*/reporter*'

/** Groups that hatred is aimed at. */
export const groups =
  'ausländer*/*ausländer/flüchtling*/*flüchtlinge/geflüchtete*/asylant*/asylbewerber*/asylforder*/asylis/migrant*/migranten/syrer*/afghane*/türke*/türken/araber*/afrikaner*/schwarzafrikaner*/' +
  'muslim*/moslem*/muselman*/muselmän*/islamist*/juden/jude/jüdin*/jüdische*/judentum/zionist*/zigeuner*/roma/sinti/sintis/ukrainer*/rumänen/bulgaren/russen/polen/polacken/schwule*/schwuchtel*/lesbe*/homosexuelle*/homos/transen/transsexuelle*/queere/behinderte/behinderten/' +
  'schwarze/schwarzen/obdachlose*/penner/zecken/*zecken/antifa*/linke/linken/*linke/grünen/grüne/*faschos/nazis/sozis/klimakleber*/klebekinder/fremde/einwanderer*/invasoren/neubürger/fachkräfte/goldstücke/gastarbeiter/inder/vietnamesen/chinesen/sachsen'

/** Names for groups that are hatred themselves. */
export const slurs =
  'kanake*/kanacke*/neger/negern/nigger*/nigga*/bimbo/bimbos/kameltreiber*/kameltreiber/kameficker/ziegenficker*/eselficker/zigeunerpack/judensau*/judenschwein*/judenpack/*judensau/kümmeltürk*/schlitzauge*/fidschi/fidschis/schwuchtel*/drecksjude*/dreckskanake*/drecksausländer*/drecksneger*/drecksasylant*/scheissjuden/scheissausländer*/scheisskanake*/scheissneger/scheissflüchtling*/scheissasylant*/musel/musels/muselmänner/kopftuchmädchen/kopftuchschlampe*/rapefugee*/rapefugees/messermänner/polacke*/itaker/spaghettifresser'

/** What people are called who shall not be people. */
export const dehumanised =
  'ungeziefer/abschaum/untermensch*/parasit*/*parasiten/ratte/ratten/*ratten/viecher/viech/vieh/viehzeug/schädling*/*schädlinge/maden/made/läuse/zecken/bazillen/krebsgeschwür*/krebsgeschwüre/seuche/pest/unrat/kakerlake*/tiere/affen/affe/schmeissfliegen/heuschrecken/gesocks/gesochse/gesindel/*gesindel/dreckspack/dreck/abfall/müll/bestien/unkraut/brut/teufel/dämonen/satansbrut/bastarde'

/** Bundles of people somebody despises. */
export const rabble =
  '*pack/packs/*gesindel/gesocks/*bande/bagage/brut/*schweine/*schwein/*säue/*sau/viecher/*schmarotzer/*schmarotzern/*verräter*/ratte/ratten/hunde/hund/drecksköter/*arschlöcher/*arschloch/wichser/hurensöhne/hurensohn/bastard/bastarde/verbrecher*/kriminelle*/abschaum/dreckspack/mistkerl*/schlampe*/spinner/idioten/schwachköpfe/arsch/lügner*/brüder/clan/sippe/sippschaft/familie/kinder von/söhne/töchter/leute/kerl/kerle/typ/typen/frau/herr/herrn/mann/alte/alten/tante/weib/weiber/person/personen/jeden/jeder/alle/allen/einen/einer von'

/** Whoever can be hurt: for deeds that are done to people only. */
export const people = [addressed, 'sie', officials, groups, slurs, rabble].join('/')

/** Places that somebody sets on fire or blows up. */
export const places =
  '*rathaus*/*heim/*heime/*heims/*unterkunft/*unterkünfte/*haus/*häuser/*hütte/*büro/*auto/*autos/*wagen/karre/*karren/*schule/*amt/jobcenter/arbeitsamt/finanzamt/laden/bude/*zentrum/*moschee*/*synagoge*/*kirche/*kirchen/*container*/*windrad*/*windräder/*zentrale/*gebäude/*dienststelle/wache/revier/schuppen/dach/turnhalle/verwaltung/stadtverwaltung/landratsamt/ministerium/parlament'

/** Deeds done to people only. */
export const killing =
  'umbringen/umzubringen/umnieten/umzunieten/töten/ermorden/erschießen/erschlagen/erstechen/abstechen/abzustechen/aufschlitzen/abknallen/abzuknallen/niederknallen/wegknallen/abschlachten/abmurksen/kaltmachen/kalt machen/alle machen/aufknüpfen/aufzuknüpfen/erhängen/lynchen/köpfen/enthaupten/steinigen/vergasen/totfahren/tot fahren/über den haufen fahren/totschlagen/totzuschlagen/tot schlagen/totprügeln/tot prügeln/tottreten/tot treten/zusammenschlagen/zusammen schlagen/zusammentreten/niederschlagen/niederstechen/verprügeln/vermöbeln/verdreschen/verkloppen/durchprügeln/windelweich prügeln/krankenhausreif schlagen/auspeitschen/vierteilen/ersäufen/ertränken/ersaufen lassen/absaufen lassen/ertrinken lassen/vergiften/hinrichten/exekutieren/liquidieren/ausrotten/kastrieren/foltern/erwürgen/strangulieren/vergewaltigen/' +
  'wegballern/abballern/niedermähen/niederschießen/an die wand stellen/um die ecke bringen/unter die erde bringen/unter der erde sehen/hängen sehen/baumeln sehen/brennen sehen/bluten sehen/bluten lassen/einen kopf kürzer machen/kopf abschlagen/kopf abhacken/kopf abreissen/kopf wegschießen/schädel einschlagen/schädel spalten/genick brechen/beine brechen/knochen brechen/arme brechen/finger brechen/nase brechen/kehle durchschneiden/hals durchschneiden/bauch aufschlitzen/zähne ausschlagen/zähne einschlagen/fresse polieren/fresse einschlagen/fresse hauen/fresse schlagen/maul hauen/maul geben/fresse geben/maul stopfen/gesicht schlagen/messer rammen/kugel geben/kugel verpassen/kugel jagen/die kugel/messern/häuten/einschläfern/abmurksen/die haut abziehen/die eier abschneiden/eier abreissen'

/** Deeds that are done to things as well, so that they want a person who is named as one. */
export const harming =
  'aufhängen/aufzuhängen/hängen/abschießen/umlegen/umzulegen/verbrennen/anzünden/abfackeln/überfahren/umfahren/plattfahren/platt fahren/plattmachen/platt machen/beseitigen/eliminieren/ausschalten/ausmerzen/vernichten/entsorgen/wegmachen/sprengen/wegsprengen/schlachten/wegsperren und schlüssel weg/würgen/jagen und/kielholen/in die luft jagen/in die luft sprengen/durch den fleischwolf drehen'

export const killed =
  'umgebracht/umgenietet/getötet/ermordet/erschossen/erschlagen/erstochen/abgestochen/aufgeschlitzt/abgeknallt/niedergeknallt/weggeknallt/abgeschlachtet/kaltgemacht/kalt gemacht/aufgehangen/aufgeknüpft/erhängt/gehängt/gehenkt/gehangen/gelyncht/geköpft/enthauptet/gesteinigt/vergast/weggegast/totgefahren/totgeschlagen/tot geschlagen/totgeprügelt/tot geprügelt/totgetreten/zusammengeschlagen/zusammen geschlagen/niedergeschlagen/verprügelt/vermöbelt/verdroschen/durchgeprügelt/ausgepeitscht/gevierteilt/ersäuft/ersoffen/ertränkt/vergiftet/hingerichtet/exekutiert/liquidiert/ausgerottet/kastriert/gefoltert/erwürgt/vergewaltigt/weggeballert/an die wand gestellt/an die wand/an den galgen/an galgen/aufs schafott/unter die guillotine/an den strick/an die laterne/an den nächsten baum/an den baum/an die bäume/einen kopf kürzer/kopf ab/rübe ab/ins gas/in die gaskammer/in den ofen/in die öfen/ins kz/nach auschwitz/ins lager/ins arbeitslager/unter die erde/windelweich geprügelt/krankenhausreif geschlagen/zwangskastriert/zwangssterilisiert/eingeschläfert/durchsiebt/ein messer in*/eine kugel in*/ne kugel in*/eine kugel*/ne kugel*'

export const harmed =
  'aufgehängt/abgeschossen/umgelegt/verbrannt/angezündet/abgefackelt/überfahren/umgefahren/plattgefahren/plattgemacht/beseitigt/eliminiert/ausgeschaltet/ausgemerzt/vernichtet/entsorgt/gesprengt/weggesprengt/geschlachtet'

/** Deeds done to buildings and cars. */
export const burning =
  'anzünden/anzuzünden/abfackeln/niederbrennen/abbrennen/nieder brennen/einäschern/ausräuchern/sprengen/in die luft sprengen/in die luft jagen/in brand setzen/in brand stecken/in flammen/brennen/brennen sehen/in schutt und asche*/hochjagen/hochgehen/hoch gehen/stürmen/anstecken'

export const burnt =
  'angezündet/abgefackelt/niedergebrannt/abgebrannt/gesprengt/in die luft gesprengt/in die luft gejagt/in brand gesetzt/in brand gesteckt/ausgeräuchert/hochgejagt'

export const weapons =
  'messer/küchenmesser/klappmesser/*pistole*/knarre*/*gewehr*/waffe/waffen/schrotflinte*/flinte/axt/beil/machete*/baseballschläger*/basebalschläger*/schlagstock/bombe/bomben/molotow*/molli/mollis/brandsatz/brandsätze/benzin*/benzinkanister/sprengstoff/sprengsatz/mistgabel*/fackel/fackeln/handgranate*/granate*/kettensäge*/armbrust/schlagring*/eisenstange*/knüppel/strick/galgen/guillotine*'

export const wills =
  'sollt*/soll/sollen/müsst*/muss/müssen/könnt*/kann/können/würd*/wird/werd/werde/werden/wirst/will/wollen/möcht*/gehör*/lasst uns/las uns/dürft*/darf/höchste zeit/zeit dass/würd/wär*/hätt*/ich/wir/man/einer/jemand/hoffentlich/am besten/besser'
