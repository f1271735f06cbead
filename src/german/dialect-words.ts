import { fold } from './words.ts'

/** Verbs and small words as dialects write them: behind a name they are none of it. */
const doing =
  'hod hot hat hett het hätt hebbt hän ham hamm hobn habn honn hend hänn is iss ischd isch sads san sin sind samma war woar wor wear wird wead werd duat duad deit deiht dot kimmt kummt kemma kunnt konn ko ka kann koa soll soi wui will mog mag sogt sagt seggt secht seit schwätzt schnackt snackt babbelt plärrt brüllt gääd geht geit geiht steht stoht stäiht hockt sitzt wohnt macht mecht mokt'
const little =
  'vun vo vom vonna vu met mit mim midm mitm ausm ausn uffm uff aufm aufn im inna am bei beim zua zum zur net ned nit nich nischt nimma oiwei allweil wida wieda wieder aa au ooch och ooh ok sei seim seiner sein sine sien min mien dien eam eahm ihm jo ja fei halt eh no noch scho schon a an ana oan oana een eene ene koa koan koane keen keene kei den dem des dös det dat dit do da dort drüm drobn drunt dohoam dahoam daham dehoim obe obbe unne ned neda nua nur so wia wie ois als un und oder oda'

const verbs = new Set(doing.split(' ').map(fold))
const all = new Set(`${doing} ${little}`.split(' ').map(fold))

/** Whether a folded word is a verb of a dialect, as it stands behind who does it. */
export function isDialectVerb(folded: string): boolean {
  return verbs.has(bare(folded))
}

/** Whether a folded word in small letters is one of a dialect: "gsagt", "vun", "war's". */
export function isDialectWord(folded: string): boolean {
  return all.has(bare(folded)) || participle.test(folded)
}

/** "gmacht", "gschrian", "jesacht": no word of the standard language begins so. */
const participle = /^(?:g[bdfghkmpstwz]|je[bdfghklmnprstwz])\p{L}{2,}(?:t|n|d|a)$/u

const nouns = new Set(
  'stod stodt stadl gmoa gmoand gmoin gemeen schui schol kircha kerk leit leid lüüd lüt kinner kinda buam bua madl mädle maderl deandl dirndl weiba nochba nachba nober pfarra lehra zeidung bladl viecha dreeg dorp dörp schultes schultheiß strooß stroß stroot strot amt omt huus hus'
    .split(' ')
    .map(fold),
)
const nounEnds =
  /(?:moasta|moaster|meester|burgermester|borgermester|huus|haisl|feierwehr|feiawehr|stodt|gmoa|blattl|blattle|bladl|sparkass|schui|strooss|gmoinde?rat|roat|huttn)$/

/** Whether a folded word is a noun as a dialect writes it: "Gmoa", "Radhuus", "Buagamoasta". */
export function isDialectNoun(folded: string): boolean {
  return (
    nouns.has(folded) || nounEnds.test(folded) || /^g(?:sch|moa|moi|spr|witt|schd)/.test(folded)
  )
}

/** "war's", "hat's" */
function bare(folded: string): string {
  return folded.replace(/['’](?:s|n|m)$/, '')
}
