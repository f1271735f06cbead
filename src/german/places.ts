import { fold } from './words.ts'

const lands =
  'deutschland österreich schweiz europa afrika asien amerika baden württemberg baden-württemberg bayern brandenburg hessen niedersachsen mecklenburg vorpommern mecklenburg-vorpommern nordrhein-westfalen westfalen rheinland rheinland-pfalz pfalz saarland sachsen sachsen-anhalt schleswig-holstein holstein thüringen franken schwaben hunsrück eifel harz allgäu odenwald spessart rhön taunus westerwald sauerland ruhrgebiet ostsee nordsee bodensee rhein main donau elbe weser mosel neckar oder saale spree isar lahn fulda werra ukraine russland polen türkei syrien afghanistan irak iran italien spanien frankreich england niederlande belgien dänemark schweden norwegen finnland tschechien slowakei ungarn rumänien bulgarien griechenland kroatien serbien albanien kosovo portugal vietnam china japan indien usa amerika kanada brasilien eritrea somalia nigeria'
const cities =
  'berlin hamburg münchen köln frankfurt stuttgart düsseldorf leipzig dortmund essen bremen dresden hannover nürnberg duisburg bochum wuppertal bielefeld bonn münster mannheim karlsruhe augsburg wiesbaden mönchengladbach gelsenkirchen aachen braunschweig kiel chemnitz halle magdeburg freiburg krefeld mainz lübeck erfurt oberhausen rostock kassel hagen potsdam saarbrücken hamm ludwigshafen oldenburg osnabrück leverkusen heidelberg darmstadt solingen regensburg herne paderborn neuss ingolstadt offenbach fürth ulm heilbronn pforzheim würzburg wolfsburg göttingen bottrop reutlingen koblenz erlangen bremerhaven remscheid bergisch trier recklinghausen jena moers salzgitter siegen gütersloh hildesheim hanau kaiserslautern cottbus schwerin esslingen ludwigsburg gießen marburg fulda wetzlar limburg bad konstanz tübingen villingen worms dessau minden flensburg wilhelmshaven passau landshut rosenheim kempten bamberg bayreuth aschaffenburg schweinfurt coburg hof weimar gera gotha eisenach suhl nordhausen zwickau plauen görlitz bautzen stralsund greifswald neubrandenburg wismar stendal halberstadt wien salzburg graz linz innsbruck zürich bern basel genf brüssel paris london rom madrid warschau prag kyjiw kiew moskau istanbul ankara damaskus aleppo kabul'
const brands =
  'mozart goethe kleist beethoven brecht heine puccini verdi wagneroper asia world wide web mio mrd tsd std min nr abs art ziff lit smart city task force fake news social media content corporate design call action best practice open source big data deep fake dark web white paper public relations burning souls trusted flagger community stories live facebook instagram insta tiktok whatsapp telegram signal youtube linkedin xing mastodon reddit threads bluesky snapchat snap discord twitch twitter google meta apple microsoft openai chatgpt gpt canva zoom teams slack outlook word excel powerpoint sharepoint onedrive dropbox nextcloud android windows linux iphone ipad amazon ebay paypal netflix spotify wikipedia nextdoor jodel tinder wordpress typo3 hootsuite nebenan aldi lidl rewe edeka penny netto norma kaufland dm rossmann ikea obi hornbach telekom vodafone dhl dpd hermes bild spiegel focus stern taz faz correctiv mimikama hateaid bmw audi vw opel ford mercedes porsche tesla golf passat polo dacia skoda seat fiat renault toyota passat touareg iban bic pin tan pn dm dms fb wa qr ki it hr pr nr az dsb dsgvo stgb kug bgb gg ddg dsa bfdi bka lka bsi vhs ogs tsv sv fc vfl vfb spvgg djk ssv tus awo drk dlrg thw nabu bund vdk asb'

const named = new Set(`${lands} ${cities} ${brands}`.split(' ').map(fold))

/** How towns end and people seldom do. */
const townEnding =
  /(?:stadt|hausen|husen|heim|ingen|ungen|kirchen|kirch|hafen|furt|furth|bruck|brucken|munde|munster|roda|rode|rath|leben|walde|weiler|thal|tal|bronn|buttel|stedt|stett|stetten|wede|reuth|ried|hofen|kofen|zimmern|holzen|scheid|leben|itz|nitz|gard|kamp|dorf|hude|loh|lohe|fehn|siel|werder|sund|aue?|ach|born|grund|hain|feld|burg|berg)$/

/** What is said before a town, a river or a land. */
const before =
  /^(?:in|aus|nach|stadt|gemeinde|landkreis|kreis|ortsteil|stadtteil|dorf|ort|raum|region|richtung|markt|bad|verbandsgemeinde|samtgemeinde|insel|bahnhof|autobahn|burg|schloss|amtsgericht|landgericht|verwaltungsgericht|universitat|uni|hochschule|feuerwehr|polizei|polizeistation|polizeirevier|stadtwerke|klinikum|rathaus|grundschule|vg|ovg|ag|lg|olg|sg|arbeitsagentur|jobcenter|sparkasse|volksbank|tsv|sv|fc|vfl|vfb|tus|spvgg|djk|ssv|zwischen|uber|bis|ab|nahe)$/

/** A land, a large town, a platform or a brand. */
export function isNamedThing(folded: string): boolean {
  return named.has(folded)
}

/** Whether a word looks like a town and stands where one does. */
export function isTown(folded: string, wordBefore: string): boolean {
  return named.has(folded) || before.test(wordBefore) || townEnding.test(folded)
}
