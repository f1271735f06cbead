import { isExactNoun, isNounAlsoName } from './common-nouns.ts'
import { isRegistered, isRegisteredHere } from './given-name-registry.ts'
import { doubtfulGivenNames, likelyGivenNames, moreGivenNames } from './given-names.ts'
import { isOpeningWord } from './opening-words.ts'
import { remember } from './remember.ts'
import { fold } from './words.ts'

/** Given names as they are common in Germany; those that are ordinary words as well are left out. */
const given =
  'adam adelheid adem adrian agata agnes ahmad ahmed aischa aisha albert albrecht alena alessandro alex alexander alexandra alexej alfons alfred ali alice alina aliya alois amelie amina amir ana anastasia anatoli andre andrea andreas andrej andrzej anette angela angelika angelina anika anita anja anke ann anna annabell annalena anne annegret annelie anneliese annemarie annett annette annika ansgar anton antonia antonio ariane armin arne arno arnold arthur artur asli astrid axel ayse aysel aylin ' +
  'baris barbara bastian beate beatrice beatrix benedikt benjamin benno bernadette bernd bernhard berta bert berthold bettina bianca bilal birgit birgitta birte björn bodo boris brigitta brigitte britta bruno burak burkhard ' +
  'cansu carina carl carla carlo carlos carmen carola carolin carolina caroline carsten catharina cedric celina cem cemal cengiz chantal charlotte chiara christa christel christiane christina christine christof christoph christopher cindy claas clara clarissa claudia claus clemens conny constantin constanze cordula corinna cornelia cornelius dagmar damian dana daniel daniela danny dariusz david deborah dennis denise deniz denny derya detlef detlev diana dieter dietmar dietrich dilara dimitri dirk dmitri dominic dominik dora dorian doris dorothea dorothee dunja ' +
  'eberhard eckhard edeltraud edgar edith eduard egon ehsan eileen ekkehard ekaterina elena eleonore elfriede elif elisa elisabeth elise elke ella ellen elmar elsa elvira emanuel emil emilia emily emine emma emre enno enrico erdal eric erich erik erika erkan erna erwin esther eugen eva evelin evelyn ewa fabian fabienne fadime fatih fatima fatma felicitas ferdinand fiona florian franca francesco franz franziska frauke fred frederik frida frieda friedhelm friedrich fritz gabi gabriel gabriela gabriele gaby georg gerald gerd gerda gerhard gerlinde gero gerrit gert gertrud gina giovanni gisela gitta giuseppe gottfried gregor greta grete gudrun guido gunda gunnar gunter gunther günter günther gustav ' +
  'hakan halil hanna hannah hannelore hannes hans harald hardy harry hartmut hartwig hasan hassan hatice hedwig heidemarie heidi heike heiko heiner heinrich heinz helena helene helga helge hella helmut helmuth hendrik henning henri henriette henrik henry herbert heribert hermann hertha hilde hildegard hiltrud holger horst hubert hubertus hugo hülya hussein hüseyin ibrahim ida igor ilka ilona ilse imke ina ines inga inge ingeborg ingo ingrid inka irena irene irina irma irmgard irmtraud isa isabel isabell isabella isabelle ismail ivan ivana ivonne iwona jaqueline jacqueline jakob jana jane janet janine janina janis jannik jannis jara jaroslaw jasmin jasper jeanette jenny jens jeremy jessica jessika joachim joanna jochen johann johanna johannes jolanta jonas jonathan jörg jörn josef josefine joseph josephine joshua judith jule julia julian juliane julika jürgen justin justus jutta ' +
  'kadir kamil karen karin karina karl karla karola karolin karoline karsten katarina katarzyna katharina kathleen kathrin katja katrin kemal kerstin kevin kilian kirsten klara klaudia klaus konrad konstantin konstanze korbinian kornelia kristian kristin kristina krystyna krzysztof kurt kuno lars lara larissa laura lea leah lena leni leon leonard leonhard leonie leopold levin lieselotte lili lilli lilly lina linda linus lisa lisbeth liselotte lorenz lothar louis louisa louise luca lucas lucia lucie ludger ludwig luis luisa luise luka lukas lutz lydia maciej madeleine magda magdalena maik maike maja malgorzata malte mandy manfred manuel manuela marcel marco marcus mareike maren margarete margareta margarethe margit margot margret maria marian marianne marie marija marina mario marion marius marko markus marlene marlies marlis marta martha martin martina marvin mateusz mathias mathilde mathis matteo matthias matthis maurice max maximilian mechthild mehmet melanie melina melissa meral merle mert merve metin mia michael michaela michel michelle miguel mika mike milan milena miriam mirjam mirko mohamed mohammad mohammed monika moritz muhammed murat mustafa nabil nadia nadine nadja nancy natalia natalie natascha nele nicola nicolas nicole niels niklas nico nils nina nino noah nora norbert norman olaf oleg olena olga oliver olivia orhan oskar osman oswald ottmar ottilie otto ' +
  'pascal patricia patrick patrizia paul paula pauline pavel pawel peer peggy petra peter phil philip philipp philippa pia pierre piotr ralf ralph ramazan ramona raphael raphaela rebecca regina regine reiner reinhard reinhold renata renate rené rene resul ricarda richard rico rita robert roberto robin roger roland rolf romy ronald ronja ronny rosemarie rosi roswitha roy rüdiger rudi rudolf rupert ruslan ruth sabina sabine sabrina salim salvatore samira samuel sandra sara sarah sascha sebastian sebnem selim selma serdar sergej serhat severin siegfried sieglinde siegmar siegrid sigmund sigrid silas silja silke silvia simon simona simone sina sinan sofia sofie sonja sophia sophie stanislaw stefan stefanie steffen steffi stella stephan stephanie steve steven sükrü susan susann susanna susanne suse sven svenja svetlana swen sybille sylvia sylvie tabea tamara tanja tarek tarkan tatjana thea theo theodor theresa therese theresia thies thilo thomas thorben thorsten tilman till tim timm timo tina tino tobias tom toni torben torsten traudel traute tristan tugba udo ulf uli ulla ulrich ulrike ulrik ursel ursula ute uta uwe ' +
  'valentin valentina valerie vanessa vera verena veronika victor victoria viktor viktoria vincent vinzenz viola vitali vivian viviane volker volkan wadim walburga waldemar walter waltraud wanda wencke wenzel werner wiebke wilfried wilhelm wilhelmine willi willy winfried wladimir wojciech wolf-dieter wolfgang wolfram wolodymyr xaver xenia yannick yasemin yasin yasmin yusuf yvonne zacharias zeynep zoe oluwaseun chidi amara kwame kofi nguyen linh minh rahul priya sanjay anil arjun omar othman youssef khaled khalid karim rania layla leila nour salma farid farida parisa reza navid dariush shirin sedat selin sibel tolga ufuk umut ünal yildiz zehra taras mykola oksana iryna ihor dmytro yuliia svitlana jelena swetlana svitlana snezhana ludmila ljudmila nadeschda tatiana yulia julija oxana kseniya wladislaw artem maksim kyrylo bogdan marek tomasz jakub aleksandra aleksander zofia mariam maryam ahmet mehdi hamza malik amadou fatou mamadou ousmane emeka sunita deepak finn elias mats jonte leo liam levi milo emilio mateo mila lotta juna mathilda lia maya finja lotte jette bärbel brunhilde gerti käthe wilma gundula heidrun sigrun rosel trude uschi moni susi biggi manni kalle hansi sepp schorsch hajo heinrike annika jana janin madlen mandy ronny enrico silvio maik falk thoralf torsten gunther lothar volkmar eckart hilmar diethelm wolfhard ortrud irmela gerlind ingeburg christl reinhilde edeltraut siglinde philomena zenta kreszenz zoran dragan goran slobodan vesna ljiljana snezana besnik arben ilir agron valon driton'

/** Family names that are hardly ever an ordinary word. */
const family =
  'schneider fischer koch bauer klein wolf vogel kaiser fuchs lang keller berger frank roth beck bock jäger groß beyer böttcher dietz ebner eder fink fleischer förster frey gruber gross heil hein hummel jahn jakob janzen kern kirsch klose knapp kroll kuhlmann lamprecht lechner lutze mack mann merkel miller mohr neubauer nickel opitz ott petri pfeifer pieper rademacher reichel reiter rose runge sachs schick schlosser schott seeger siebert stark steiner stock thoma timm tietz trautwein ulbrich veit wache wegmann wirth wüst zeidler müller mueller schmidt schmitt schmitz schmid meyer meier maier mayer mayr hofmann hoffmann schulz schulze scholz schröder schroeder krüger krueger hartmann lehmann köhler krause lange herrmann walter huber peters möller martens petersen hansen jansen janssen jensen andresen christiansen lorenzen schumacher schuster schwarzer friedrich günther voigt vogt brandt winkler lorenz albrecht schubert ludwig ziegler kühn kuhn pohl engelhardt horn busch bergmann thomas sauer arnold pfeiffer seidel heinrich ernst jäckel simon haas graf dietrich kraus kramer krämer franke böhm stein jansen wagner becker lindner lindemann baumann neumann zimmermann braun hofer kröger reimann reuter ritter schreiner kellermann brinkmann wiedemann heinemann hermann kaufmann beckmann bachmann eckert ebert eberhardt fuhrmann gebhardt geiger gerlach göbel götz hahn hauser heinz heller henkel hensel hess hesse heß hildebrandt jung kessler kirchner kluge knoll kohl kolb körner kowalski krieger kunz kunze langer lutz marx maurer menzel metzger metz michel moser mühlhaus nagel naumann noack nowak oswald otto paul pape pfaff popp preuß prinz rath rau reich reinhardt renner richter riedel röder roth rudolph sander schäfer schaefer schade schaller scheffler schenk schilling schindler schlegel schlüter schön schramm schreiber schüler schütz schütte schütze schwab schwarz seifert seitz singer sommer stahl steffen steinbach stephan stoll straub strauß thiel thiele thomsen ullrich ulrich unger urban vetter voß voss walther weber wegener wegner weidner weigel weiß weise wendt wenzel werner wiese wild wilhelm wilke will winter witt witte wittmann wolff wulf zander zeller ziegler zielinski yilmaz öztürk kaya demir celik sahin yildirim aydin arslan dogan özdemir kilic cetin kara koc kurt özkan nguyen tran pham kowalczyk wisniewski wojcik kaminski lewandowski petrov ivanov popescu ionescu horvat kovacevic jovanovic petrovic nikolic hussein al-masri haddad khalil rahimi ahmadi mustermann feddersen nowakowska nowakowski kowalska kowalewski wisniewska zielinska kaczmarek mazur szymanski dabrowski kozlowski jankowski piotrowski grabowski pawlowski wieczorek krol bondarenko kovalenko shevchenko schewtschenko tkachenko kravchenko boyko melnyk kovalchuk lysenko savchenko popov smirnov kuznetsov sokolov markovic nikolovski stojanovic ilic pavlovic milosevic babic maric juric knezevic krasniqi gashi berisha hoxha shala morina bytyqi demirci simsek erdogan yavuz polat korkmaz aslan bulut tekin ucar aksoy kaplan karaca yildiz bozkurt acar avci ates cakir ergün güler isik keskin taskin toprak uysal özer yalcin yaman hassan hasan mohammed mahmoud khan singh kumar sharma patel hosseini karimi moradi sadeghi al-hassan hamdan saleh mansour nasser haddad khoury sayed hamoud alhamad almasri hoang phan vu bui ngo duong rossi russo ferrari esposito bianchi romano colombo ricci marino greco santos ferreira pereira oliveira garcia fernandez gonzalez rodriguez lopez martinez sanchez perez dubois moreau leroy bernard papadopoulos dimitriou ionescu popa radu dumitru nagy kovacs szabo toth horvath novak svoboda dvorak cerny prochazka'

const ordinary =
  'schwarzer wiese weise engel held quelle treue lenz schneider fischer koch bauer klein wolf vogel kaiser fuchs lang keller berger frank roth beck bock jäger groß fink fleischer förster frey gross heil hummel kern kirsch knapp mann mohr nickel rose schick schlosser schott stark stock wache wirth wüst jakob merkel pieper reiter lange horn busch stein sauer ernst graf haas hahn jung kohl krieger nagel prinz rath rau reich renner richter ritter roth schade schön schreiber schüler schütze schwarz sommer stahl strauß urban weise weiß wild will winter witt braun kraus kunz becker wagner weber zimmermann schäfer schumacher schuster geiger kaufmann kara paul thomas simon arnold peters metzger vogt maurer seitz singer kessler heller pape schilling kirchner walter michel hermann langer kurt marx'

const givenNames = listed(`${given} ${moreGivenNames}`)
const doubtfulNames = listed(doubtfulGivenNames)
const likelyNames = listed(likelyGivenNames)
const familyNames = listed(family)
const ordinaryNames = listed(ordinary)

/** Whether a word is a given name, whatever its case; "Hans-Peter" is one. */
export function isGivenName(word: string): boolean {
  const parts = word.split('-')
  const isOne = parts.some((part) => givenNames.has(fold(part)))
  return isOne && parts.every((part) => givenNames.has(fold(part)) || likelyNames.has(fold(part)))
}

/** Whether a capitalised word is a given name wherever it stands: in our lists or a register from here. */
export const isSurelyGivenName = remember((word: string): boolean => {
  if (isGivenName(word)) return true
  if (isWord(word)) return false
  return word.split('-').every((part) => isRegisteredHere(part) || givenNames.has(fold(part)))
})

// What a register calls a name is a word of ours first: "Nur", "Silvester", "Kerl".
function isWord(word: string): boolean {
  return isOpeningWord(fold(word)) || isExactNoun(word) || isNounAlsoName(word) || /['’]/.test(word)
}

/** Whether a word may be a given name: in any register, and what else it means is not asked. */
export const isPossiblyGivenName = remember((word: string): boolean => {
  return isSurelyGivenName(word) || (!isWord(word) && word.split('-').every(isRegistered))
})

/** Whether a word may be a given name where a family name stands behind it: "Mark", "Kai", "Rose". */
export function isDoubtfulGivenName(word: string): boolean {
  return doubtfulNames.has(fold(word))
}

/** Whether a doubtful given name is one wherever no article stands before it: "Kai", "am Kai". */
export function isLikelyGivenName(word: string): boolean {
  return likelyNames.has(fold(word))
}

/** Whether a word is a family name that is an ordinary word as well: "Sommer", "Koch". */
export function isOrdinaryName(word: string): boolean {
  return ordinaryNames.has(fold(word))
}

/** Whether a word is a family name; with `surely`, one that is not an ordinary word as well. */
export function isFamilyName(word: string, surely = false): boolean {
  const folded = fold(word)
  return (
    familyNames.has(folded) && !(surely && (ordinaryNames.has(folded) || givenNames.has(folded)))
  )
}

function listed(text: string): ReadonlySet<string> {
  return new Set(text.split(' ').map(fold))
}
