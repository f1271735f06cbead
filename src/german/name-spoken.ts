import { isCommonNoun, isNounAlsoName, isPersonNoun } from './common-nouns.ts'
import type { Run } from './name-keys.ts'
import { isFamilyShaped, isKnownName, looksLikeName, mayBeGiven } from './name-lexicon.ts'
import { capitalRun, isNext, isPause, smallRun } from './name-runs.ts'
import { isCapital, isNear, type Token } from './name-tokens.ts'
import { roles } from './person-words.ts'
import { isTown } from './places.ts'
import { isSmallWord } from './small-words.ts'

/** What people do, right behind their names. */
export const acting =
  /^(?:schreibt|schrieb|sagt|sagte|meint|meinte|fragt|fragte|behauptet|behauptete|droht|drohte|antwortet|antwortete|kommentiert|kommentierte|postet|postete|ruft|rief|bittet|bat|klagt|schimpft|pobelt|hetzt|meckert|wettert|wohnt|heult|weint|grinst|petzt|telefoniert|beschwert|beschimpft|beleidigt|nervt|spammt|filmt|schreit|lugt|kundigt|heiratet|duzt|stalkt|mailt|whatsappt|textet)$/

/** Before these two words are somebody's name. */
export const partnerBefore =
  /^(?:von|mit|an|fur|bei|gegen|durch|ohne|zu|uber|unter|zwischen|und|oder|statt|neben|wie|als|dass|ob|weil|wenn|ist|sind|war|sei|hat|habe|haben|wird|wurde|wer|hatte|auch|nur|noch|dann|da|aber|doch|bitte|zeigt|nennt|traf|kennt|gesperrt|frag|frage|fragt|ruf|rufe|ruft|anruf|erreicht|bitten|an)$/

/** "die Krämpf vom Jugendamt", "Abicht raus!", "Abisoye und Ingrid": by what is said of somebody. */
export function spokenName(tokens: readonly Token[], at: number): Run | undefined {
  return (
    spokenOf(tokens, at) ??
    beside(tokens, at) ??
    shouted(tokens, at) ??
    aged(tokens, at) ??
    contacted(tokens, at) ??
    besides(tokens, at)
  )
}

/** "Suri, 6)", "Kowalke (47)": with somebody's age. */
function aged(tokens: readonly Token[], at: number): Run | undefined {
  const [before, token] = [tokens[at - 1], tokens[at]]
  if (!token || !looksLikeName(token) || isTown(token.folded, before?.folded ?? ''))
    return undefined
  const run = capitalRun(tokens, at)
  const gap = run ? (tokens[run.to]?.gap ?? '') : ''
  const isNamed = !before || !isNear(token) || !isCapital(before)
  return isNamed && /^(?:, \d{1,2}[,;)](?!\d)| \(\d{1,2}(?:\)|, ))/u.test(gap) ? run : undefined
}

/** Behind these somebody stands: "Telefonat mit Abicht", "gestern stand Abicht". */
const contact =
  /^(?:chat|anruf|telefonat|kommentar|sprachnachricht|nachricht|drohung|beleidigung|screenshot|strafanzeige|anzeige|mail|brief|post|beschwerde|hinweis)(?:e|en|n|s)?$/
const moving =
  /^(?:stand|sass|lief|brullte|schrie|weinte|lachte|telefonierte|klingelte|pobelte|wohnt|wohnte|randalierte|unterbrach)$/

const belongings =
  /^(?:nummer|handynummer|telefonnummer|durchwahl|privatadresse|privatnummer|wohnung|mutter|vater|papa|mama|sohn|tochter|bruder|schwester|frau|mann|freund|freundin|oma|opa|chef|chefin|anwalt|anwaltin|handy|geburtstag|krankmeldung|unterschrift|schreibtisch|vertretung|nachfolge|kundigung|einwilligung|steuerbescheid|personalakte|laptop)$/

function contacted(tokens: readonly Token[], at: number): Run | undefined {
  const [first, before, token] = [tokens[at - 2], tokens[at - 1], tokens[at]]
  if (!before || !token || !isNear(token) || !looksLikeName(token)) return undefined
  if (isTown(token.folded, before.folded) && !isFamilyShaped(token)) return undefined
  const isContact =
    /^(?:mit|von|an|gegen)$/.test(before.folded) && contact.test(first?.folded ?? '')
  const isOwned = before.folded === 'von' && belongings.test(first?.folded ?? '')
  const isMoving = moving.test(before.folded) && !isCapital(before)
  return isContact || isOwned || isMoving ? capitalRun(tokens, at) : undefined
}

/** "Sein Chef, der Hübschmann, weiß": beside an office, between two commas. */
function beside(tokens: readonly Token[], at: number): Run | undefined {
  const [role, article, token] = [tokens[at - 2], tokens[at - 1], tokens[at]]
  if (!role || !article || !token || !/^, ?$/.test(article.gap)) return undefined
  if (!/^(?:der|die|dem|den)$/.test(article.folded) || !isNear(token) || !isCapital(token))
    return undefined
  const isPerson = isCapital(role) && (roles.test(role.folded) || isPersonNoun(role.text))
  const isName = looksLikeName(token) || isNounAlsoName(token.text)
  const run = capitalRun(tokens, at) ?? { from: at, to: at + 1 }
  const isClosed = /^[ ]?[,.!?)–]/u.test(tokens[run.to]?.gap ?? '.')
  return isPerson && isName && isClosed && !isCommonNoun(token.text) ? run : undefined
}

const slogan = /^(?:raus|lugt|abtreten)$/
const vote = /^(?:wahlt|wahlte|wahlten|abwahlt|unterstutzt|verteidigt)$/

/** "Abicht raus!", "Wer Abicht wählt", "Abicht ist unser Bürgermeister", "Abicht ./. Stadt". */
function shouted(tokens: readonly Token[], at: number): Run | undefined {
  const [before, token] = [tokens[at - 1], tokens[at]]
  if (!token || !looksLikeName(token)) return undefined
  const run = capitalRun(tokens, at)
  const [first, second, third] = tokens.slice(run?.to ?? at + 1, (run?.to ?? at + 1) + 3)
  if (!run || !first) return undefined
  if (/\.\/\. ?$/u.test(first.gap) || /\.\/\. ?$/u.test(token.gap)) return run
  if (!isNext(tokens, run.to)) return undefined
  const isOpening = !before || !isNear(token)
  if (isOpening && slogan.test(first.folded) && isPause(tokens, run.to)) return run
  if (isTown(token.folded, before?.folded ?? '')) return undefined
  if (/^(?:wer|wen)$/.test(before?.folded ?? '') && vote.test(first.folded)) return run
  const isWho = /^(?:ist|war|bleibt|wird)$/.test(first.folded) && isOpening
  const who = /^(?:ein|eine|unser|unsere|der|die|euer|eure|kein|keine)$/.test(second?.folded ?? '')
    ? third
    : undefined
  return isWho && who && isCapital(who) && roles.test(who.folded) && isPersonNoun(who.text)
    ? run
    : undefined
}

const asked = /^(?:ruf|frag|rufe|frage|ruft|fragt|kennt|kennst)$/

const said =
  /^(?:geschrieben|gesagt|gemeint|gepostet|gemailt|gedroht|geweint|angerufen|kommentiert|gemeldet|beschwert|gefragt|gelogen|geantwortet|gebeten|gepobelt|beleidigt|beschimpft|gekundigt|gemeckert|geklingelt|erzahlt|unterschrieben|gestanden|vergessen|versprochen|zugegeben|behauptet|gefilmt|gelacht|geheult|geheiratet)$/

/** "die Krämpf vom Jugendamt", "der Krämpf hat geschrieben", "dem Krämpf sein Auto", "ruf Arda an". */
function spokenOf(tokens: readonly Token[], at: number): Run | undefined {
  const [before, token, next] = [tokens[at - 1], tokens[at], tokens[at + 1]]
  if (!token) return undefined
  if (!before || !isNear(token)) return smallBegun(tokens, at)
  // "der kowalke aus dem bauamt"
  const isFrom =
    /^(?:vom|ausm|aus)$/.test(next?.folded ?? '') && /^(?:der|die|dem|den)$/.test(before.folded)
  if (!isCapital(token)) {
    if (isSmallWord(token)) return undefined
    return isFrom ? smallRun(tokens, at) : smallActing(tokens, at)
  }
  if (!looksLikeName(token)) return undefined
  if (isTown(token.folded, before.folded) && !isFamilyShaped(token)) return undefined
  const run = capitalRun(tokens, at)
  if (/^(?:ruf|frag|rufe|frage|ruft|fragt|bitte|kennt|kennst)$/.test(before.folded)) return run
  if (!/^(?:der|die|dem|den|diese[rnm]?)$/.test(before.folded) || !next || !run) return undefined
  const isFilled = /^(?:mal|doch|bitte|einfach|lieber|halt|ihr|du)$/.test(
    tokens[at - 2]?.folded ?? '',
  )
  if (asked.test(tokens[isFilled ? at - 3 : at - 2]?.folded ?? '')) return run
  // "die Jüngste vom Zahnarzt": a quality that stands for somebody.
  if (/(?:ig|lich|st|t|end|en)(?:e|en)$/.test(token.folded) && !isKnownName(token)) return undefined
  const behind = tokens.slice(run.to, run.to + 5)
  const verb = behind[0]?.folded ?? ''
  const isActing =
    acting.test(verb) || (verb === 'hat' && behind.some(({ folded }) => said.test(folded)))
  const isOwner =
    before.folded === 'dem' && /^(?:sein|seine|seinen|seinem|seiner|ihr|ihre|ihren)$/.test(verb)
  return isActing || isOwner || /^(?:vom|beim|ausm|vons|vonner)$/.test(verb) ? run : undefined
}

/** "der broder hat mir gesagt" */
function smallActing(tokens: readonly Token[], at: number): Run | undefined {
  const [article, , verb] = tokens.slice(at - 1, at + 2)
  if (!/^(?:der|die)$/.test(article?.folded ?? '') || !verb || !isNext(tokens, at + 1))
    return undefined
  const behind = tokens.slice(at + 2, at + 6)
  if (/-/.test(tokens[at]?.text ?? '-')) return undefined
  const isSaid = verb.folded === 'hat' && behind.some(({ folded }) => said.test(folded))
  return isSaid || acting.test(verb.folded) ? { from: at, to: at + 1 } : undefined
}

/** "…, collin hat dein video geschickt": at the head of a clause a given name of any register. */
function smallBegun(tokens: readonly Token[], at: number): Run | undefined {
  const [token, verb] = [tokens[at], tokens[at + 1]]
  if (!token || isCapital(token) || !mayBeGiven(token) || isSmallWord(token)) return undefined
  if (verb?.folded !== 'hat' || !isNext(tokens, at + 1)) return undefined
  const isDone = tokens
    .slice(at + 2, at + 9)
    .some(({ text }) => /^ge\p{Ll}{2,}(?:t|en)$/u.test(text))
  return isDone ? { from: at, to: at + 1 } : undefined
}

/** "Abisoye und Ingrid": who stands beside somebody known. */
function besides(tokens: readonly Token[], at: number): Run | undefined {
  const [before, first, joint, second] = [
    tokens[at - 1],
    tokens[at],
    tokens[at + 1],
    tokens[at + 2],
  ]
  // "der Ferdl und die Resi"
  const isBoth = [before, second].every((one) => /^(?:der|die|den|dem)$/.test(one?.folded ?? ''))
  const other = isBoth ? tokens[at + 3] : second
  if (!first || !looksLikeName(first) || joint?.folded !== 'und' || !mayBeGiven(other))
    return undefined
  if (!isCapital(other) || !isNear(joint) || isTown(first.folded, before?.folded ?? ''))
    return undefined
  const isOpening = !before || !isNear(first)
  return isOpening || isBoth || partnerBefore.test(before.folded)
    ? { from: at, to: at + 1 }
    : undefined
}
