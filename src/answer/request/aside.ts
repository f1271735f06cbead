type Aside = 'weather' | 'off-topic' | 'fake-voices'

const write =
  '(?:schreib\\p{L}*|verfass\\p{L}*|dicht\\p{L}*|erfind\\p{L}*|erstell\\p{L}*|formulier\\p{L}*|generier\\p{L}*|mach\\p{L}*|bastel\\p{L}*|produzier\\p{L}*|gib|erzähl\\p{L}*|sing\\p{L}*|write|create|generate|invent|make|compose|tell|give)'

function pattern(text: string): RegExp {
  return new RegExp(`(?<!\\p{L})(?:${text})(?!\\p{L})`, 'iu')
}

const weather = pattern(
  [
    '(?:wie (?:wird|ist|bleibt|soll)|what(?: is|.s| will))(?: \\S+){0,3} (?:das wetter|wetter|the weather|weather)',
    '(?:wird|bleibt|will)(?: \\S+){0,3} (?:wetter|sonnig|regnen|schneien|be sunny|rain|snow)(?: \\S+){0,3}\\W*$',
    '(?:regnet|schneit|stürmt|gewittert)(?: es|s)?(?: \\S+){0,3} (?:heute|morgen|übermorgen|am wochenende|bei uns)|(?:will|does) it (?:rain|snow)',
    '(?:brauch|brauche|need)(?: ich| wir| i| we)?(?: \\S+){0,4} (?:regenschirm|schirm|regenjacke|umbrella)(?: \\S+){0,3}\\W*$',
    '(?:wetterbericht|wettervorhersage|wetterprognose|weather (?:forecast|report))(?: \\S+){0,5}\\W*$',
    '(?:wie (?:warm|kalt|heiß) (?:wird|ist)(?: es|s)?|wie viel grad|how (?:warm|cold|hot) (?:is|will))(?: \\S+){0,5}',
  ].join('|'),
)

/** Somebody speaks of the weather as of their work: a warning, a cancelled event. */
const onDuty =
  /(?<!\p{L})(?:warn\p{L}*|unwetter\p{L}*|hochwasser\p{L}*|katastroph\p{L}*|absag\p{L}*|abgesagt|post\p{L}*|veröffentlich\p{L}*|kommunizier\p{L}*|wir (?:sagen|schreiben)|playbook|dürfen|müssen|cancel\p{L}*|warning)(?!\p{L})/iu

const fakes = pattern(
  [
    `${write}(?: \\S+){0,6} (?:kommentare?|bewertung(?:en)?|rezension(?:en)?|leserbriefe?|stimmen|reaktionen|comments|reviews|testimonials)(?: \\S+){0,6} (?:wie (?:von )?(?:echte[rn]?|normale[rn]?)? ?(?:bürger\\p{L}*|einwohner\\p{L}*|leute\\p{L}*|menschen|anwohner\\p{L}*)|als (?:wären|wäre|ob|kämen|bürger\\p{L}*|privat\\p{L}*|anwohner\\p{L}*)|von (?:angeblichen |erfundenen )?(?:bürger\\p{L}*|einwohner\\p{L}*|anwohner\\p{L}*|privat\\p{L}*)|(?:sound|look)(?:ing|s)? like|as if|from (?:citizens|residents)|like (?:citizens|residents))`,
    `${write}(?: \\S+){0,3} (?:\\d+|ein paar|mehrere|viele|einige|zwei|drei|fünf|zehn|some|several)(?: \\S+){0,2} (?:positive[nr]?|gute|lobende|nette|gefälschte|falsche|fake|positive|nice|praising)-? ?(?:kommentare|bewertungen|rezensionen|leserbriefe|stimmen|comments|reviews)`,
    `(?:fake|gefälschte?|erfundene?|falsche|gekaufte)[- ]?(?:bürger)?[- ]?(?:kommentare|bewertungen|profile|accounts?|konten|likes|follower|comments|reviews)(?: \\S+){0,4} (?:schreiben|anlegen|erstellen|erfinden|kaufen|generieren|posten lassen|machen wir)`,
    `${write}(?: \\S+){0,4} (?:fake|gefälschte|erfundene)[- ]?(?:bürger)?(?:kommentare|bewertungen|profile|accounts?|comments|reviews)`,
  ].join('|'),
)

/** Who asks how to deal with such comments, or whether they may, asks the sources. */
const asksAbout =
  /(?<!\p{L})(?:erkenn\p{L}*|umgehen|umgang|reagier\p{L}*|antwort\p{L}*|melden|löschen|dürfen|darf|wie gehen|was tun|gegen|recognise|detect|may we)(?!\p{L})/iu

const off = pattern(
  [
    `(?:bitte )?(?:${write}|kannst du|kennst du|weißt du|can you|do you know)(?: \\S+){0,5} (?:gedichte?s?|limericks?|haikus?|witze?|scherze?|flachwitz\\p{L}*|lied(?:er|text)?|songs?|songtext|raps?|märchen|gutenachtgeschichte|kurzgeschichte|roman|liebesbrief\\p{L}*|hausaufgaben?|referat|aufsatz|seminararbeit|hausarbeit|kochrezepte?|rezepte?|horoskope?|bewerbung(?:sschreiben)?|geburtstagsrede|hochzeitsrede|trinkspruch|jokes?|poems?|songs?|lyrics|fairy tales?|love letter|homework|essay|recipe|horoscope|riddle|rätsel)`,
    '(?:rezept|kochrezept|recipe|backanleitung) (?:für|for|zu[mr]?|mit) \\p{L}+',
    '(?:witz|gedicht|reim|poem|joke) (?:über|about|für|on)(?: \\S+){1,4}\\W*$',
    '(?:hausaufgaben?|homework)\\s*:',
    '(?:mach|mache|hilf mir bei|löse|lös|help me with|do)(?: \\S+){0,4} (?:hausaufgaben?|mathe\\p{L}*|gleichung|homework|equation)',
    '(?:wie (?:koche|backe|brate|grille|backt|kocht|brät|grillt)|how (?:do (?:i|you)|to) (?:cook|bake|fry|grill))(?: \\S+){1,6}\\W*$',
    '(?:wer (?:gewann|gewinnt|hat (?:\\S+ ){0,4}gewonnen|wurde|wird|ist)|who (?:won|wins|is)|ergebnis(?:se)?|spielstand|tabelle|score)(?: \\S+){0,6} (?:wm|em|weltmeister\\p{L}*|europameister\\p{L}*|bundesliga|champions league|dfb-?pokal|olympi\\p{L}*|formel (?:1|eins)|world cup|premier league|super bowl|oscars?)(?: \\S+){0,3}',
    '(?:bundesliga|champions league|dfb-?pokal|formel (?:1|eins)|lottozahlen|aktienkurs\\p{L}*|bitcoin-?kurs|sternzeichen|horoskop)(?: \\S+){0,5}\\W*$',
    '(?:programmier\\p{L}*|code|cod[ei]+er\\p{L}*)(?: \\S+){0,3} (?:spiel|app|skript|script|game|webseite)',
    '(?:liebst du|heirate|magst du|hast du (?:gefühle|hunger|freunde)|do you love|marry me)(?: \\S+){0,3}',
  ].join('|'),
)

/** A town may speak of such things in public: then it is a subject of ours. */
const ourWork =
  /(?<!\p{L})(?:post(?:e|en|et|s|ing)?|instagram|insta|facebook|tiktok|kanal|kanäle\p{L}*|blog|stadt(?:blog|seite)?|gemeinde|rathaus\p{L}*|kommentar\p{L}*|shitstorm|pressestelle|mitteilung|netiquette|dürfen|darf|erlaubt|datenschutz\p{L}*|dsgvo|social media|channel|council|comments?)(?!\p{L})/iu

/** What a message wants that is no work of ours; `undefined` for anything the sources may speak of. */
export function asideIn(text: string): Aside | undefined {
  if (fakes.test(text) && !asksAbout.test(text)) return 'fake-voices'
  if (weather.test(text) && !onDuty.test(text)) return 'weather'
  return off.test(text) && !ourWork.test(text) ? 'off-topic' : undefined
}
