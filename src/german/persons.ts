import { isPersonNoun } from './common-nouns.ts'
import { isBusiness, isIntroduced, isNobody, isShrine, isStorm } from './name-context.ts'
import { talkedOf } from './name-dialect.ts'
import { keyed, type PersonName, type Run } from './name-keys.ts'
import { known, quotedEnd } from './name-known.ts'
import { isCalled, looksLikeName } from './name-lexicon.ts'
import { continued, listedBefore, listHead } from './name-lists.ts'
import { afterParty, isBodyBehind, isParty } from './name-parties.ts'
import { isThingCalled, placedName } from './name-places.ts'
import { afterRole } from './name-roles.ts'
import { capitalRun, isNext } from './name-runs.ts'
import { nameEnd, saluted } from './name-salutations.ts'
import { isCapital, isLabel, isNear, type Token, tokensOf } from './name-tokens.ts'
import { dialectName } from './name-tongue.ts'
import { isFamilyName, isGivenName } from './names.ts'
import { introductions, roles, salutations } from './person-words.ts'
import { isTown } from './places.ts'

/** As offices are shortened before a name: "Bgm. Stadlhuber", "OB Krahl". */
const offices =
  /^(?:OB|OBM|OBin|BM|BGM|Bgm|Bgmin|Bgin|Bürgerm|LR|LRin|StR|StRin|StD|OStD|OStR|RA|RAin|StA|StAin|GF|Ltr|Vors|Abg|MdL|MdB|Pfr|Pfrin|Dir|Insp|Sgt|Hptm|Lt|Sen|Prof|Doz|Mag|DI)$/

const thrones = /^(?:Kaiser|Kaiserin|König|Königin|Zar|Zarin|Papst|Sultan|Kurfürst|Pharao)$/

const bynames =
  /^(?:Große|Starke|Weise|Fromme|Kühne|Kahle|Löwe|Erste|Zweite|Dritte|Schreckliche|Heilige|Prächtige)(?!\p{L})/u

const article =
  /^(?:d(?:er|ie|as|en|em|es)|(?:ein|kein|mein|dein|sein|ihr|unser|euer|eur|dies|jed)(?:e|er|es|en|em)?|zum|zur|vom|beim|im|am)$/

/** "Was heißt Netiquette?" names nobody. */
const asking = /^(?:was|wie|das|es|dies)$/

/** The names of people in a text, in order, none inside another. */
export function personNames(text: string): readonly PersonName[] {
  const tokens = tokensOf(text)
  const found: Run[] = []
  for (let at = 0; at < tokens.length; ) {
    let run = runFrom(tokens, at)
    at = run?.to ?? at + 1
    for (let count = 1; run; count += 1) {
      run = { from: run.from, to: quotedEnd(tokens, run.to) }
      found.push(run)
      at = run.to
      run = continued(tokens, run, count > 1)
    }
  }
  return keyed(
    tokens,
    found.flatMap((run, at) => {
      const first = listedBefore(tokens, run)
      const isFree = first && first.from >= (found[at - 1]?.to ?? 0)
      return [...(isFree ? [first] : []), widened(tokens, run, found[at - 1])]
    }),
  )
}

/** "Isioma Balogun": what is no word of ours right before a name is of it. */
function widened(tokens: readonly Token[], found: Run, previous: Run | undefined): Run {
  const run = { ...found, to: initialsEnd(tokens, found.to) }
  const at = run.from - 1
  const [before, token, first] = [tokens[at - 1], tokens[at], tokens[run.from]]
  if (!token || !first || at < (previous?.to ?? 0) || first.gap !== ' ') return run
  if (!looksLikeName(token) || isBusiness(tokens, at) || isBusiness(tokens, run.from)) return run
  if (isTown(token.folded, before?.folded ?? '') || salutations.has(token.folded)) return run
  if (isParty(token) || /^(?:anwesend|abwesend|entschuldigt)$/.test(token.folded)) return run
  // "die Schreibkraft Ulrike Zander"
  // "zum Moosbauer Franz"
  const isEnded = /(?:bauer|huber|gruber|moser|hofer|berger)$/.test(token.folded)
  if (!isEnded && isNear(token) && article.test(before?.folded ?? '')) return run
  // At the head of a sentence a greeting may stand before a given name.
  const isFamily = isFamilyName(first.text) && !isGivenName(first.text)
  return isNear(token) || isFamily ? { from: at, to: run.to } : run
}

function runFrom(tokens: readonly Token[], at: number): Run | undefined {
  const token = tokens[at]
  if (!token || isLabel(token)) return undefined
  if (isNobody(tokens, at)) return undefined
  if (salutations.has(token.folded)) return saluted(tokens, at)
  if (introductions.has(token.folded) && !asking.test(tokens[at - 1]?.folded ?? '')) {
    return isThingCalled(tokens, at) ? undefined : capitalRun(tokens, at + 1)
  }
  if (offices.test(token.text) && isNext(tokens, at + 1, true)) {
    const next = tokens[at + 1]
    const isPlace = isTown(next?.folded ?? '', '') && !isFamilyName(next?.text ?? '')
    return isPlace ? undefined : capitalRun(tokens, at + 1)
  }
  const isRole = roles.test(token.folded) || isParty(token)
  if (isRole || (isCapital(token) && isPersonNoun(token.text))) {
    const named = isBodyBehind(tokens, at)
      ? undefined
      : (afterRole(tokens, at) ?? afterParty(tokens, at))
    if (named) return named
    if (isRole && isCapital(token)) return undefined
  }
  if (salutations.has(tokens[at + 1]?.folded ?? '') && roles.test(token.folded)) return undefined
  if (isSaint(tokens[at - 1]) && isNear(token)) return undefined
  if (isStorm(tokens, at) || isBusiness(tokens, at)) return undefined
  if (isShrine(tokens, at) || isSaint(token)) return undefined
  const from = isIntroduced(tokens, at) ? nameEnd(tokens, at, false) : at
  if (from > at) return { from: at, to: from }
  const run =
    placedName(tokens, at) ??
    talkedOf(tokens, at) ??
    listHead(tokens, at) ??
    dialectName(tokens, at) ??
    known(tokens, at)
  // "Robert Koch Institut"
  return run && (isCalled(tokens[run.to]) || isRuler(tokens, run)) ? undefined : run
}

/** "K. H.-M." */
function initialsEnd(tokens: readonly Token[], to: number): number {
  const token = tokens[to]
  const isInitial = token?.text.length === 1 && token.gap === '.-' && isCapital(token)
  return isInitial ? to + 1 : to
}

/** "König Ludwig II." */
function isRuler(tokens: readonly Token[], { from, to }: Run): boolean {
  const isThrone = thrones.test(tokens[from - 1]?.text ?? '') && isNext(tokens, from)
  if (isThrone && to === from + 1 && isGivenName(tokens[from]?.text ?? '')) return true
  const [count, next] = [tokens[to], tokens[to + 1]]
  const isOne = count?.text === 'I' && (next === undefined || next.gap.startsWith('.'))
  // "Karl der Große"
  const isCalledSo = /^(?:der|die)$/.test(count?.text ?? '') && bynames.test(next?.text ?? '')
  return (
    isCalledSo ||
    (count?.gap === ' ' &&
      (isOne || /^(?:II|III|IV|VI{0,3}|IX|XI{1,3}|XI?V|XVI{0,3})$/.test(count.text)))
  )
}

/** "Sankt Georg" and the "schwarze Peter" are nobody. */
function isSaint(token: Token | undefined): boolean {
  return /^(?:sankt|st|hl|(?:schein)?heilige[rn]?|schwarze[rn]?)$/.test(token?.folded ?? '')
}
