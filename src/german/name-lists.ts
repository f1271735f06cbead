import { isCommonNoun, isExactNoun, isPersonNoun } from './common-nouns.ts'
import { isBusiness } from './name-context.ts'
import type { Run } from './name-keys.ts'
import { looksLikeName, mayBeGiven, mayFollowGiven } from './name-lexicon.ts'
import { isParty } from './name-parties.ts'
import { capitalRun, smallRun } from './name-runs.ts'
import { isCapital, isLabel, isNear, type Token } from './name-tokens.ts'
import { isGivenName } from './names.ts'
import { isVerbForm } from './opening-words.ts'
import { institutions, roles, salutations } from './person-words.ts'
import { isNamedThing, isTown } from './places.ts'

const and = /^(?:und|sowie|oder|u|bzw|beziehungsweise|respektive|samt)$/
/** Without a space nothing but two of a kind is joined so. */
const tight = /^[/&+|]$/
const spaced = /^(?:\. )? ?[/&+|•·] ?$/
const loose = /^(?:, ?|; ?| [–-] |[ \t]*\n[ \t]*[-–*•·][ \t]*|[ \t]*\n[ \t]*\d{1,2}[.)][ \t]*)$/

const disputes =
  /(?:streit|streits|streites|streitsache|klage|verfahren|prozess|zoff|fehde|sache|causa|termin|gesprach)$/
const heads =
  /^(?:beteiligte|anwesende|abwesende|entschuldigte?|verteiler|parteien|schuldner|glaubiger|unterzeichner|unterzeichnende|gesprachspartner|eingeladene?|gemeldete?|krank|urlaub|spatschicht|fruhschicht|nachtschicht|rufbereitschaft|aufsicht|begleitung|betreuung)(?:in)?$/

/**
 * Who is named beside somebody: "Enno Rickers und Wiard Poppinga", "Jule und Arda", "Krämpf/Abicht",
 * "Zeugen: Krämpf; Abicht". In a list already two long, or one with a head, less is asked of the next.
 */
export function continued(tokens: readonly Token[], before: Run, isLong: boolean): Run | undefined {
  const { from: start, to: at } = before
  const from = behindJoint(tokens, at)
  const isJoined = from > at
  const first = tokens[from]
  if (!first || isLabel(first)) return undefined
  if (isJoined) return joined(tokens, before, isLong)
  if (isAgainst(tokens, start, at)) return { from: at + 1, to: at + 2 }
  if (!tight.test(first.gap) && !spaced.test(first.gap) && !loose.test(first.gap)) return undefined
  const run = capitalRun(tokens, from)
  const isSlash = !loose.test(first.gap)
  if (run && run.to - run.from > 1 && (isSlash || /^, ?$/.test(first.gap))) return run
  const isHeaded = /:[ \t]*(?:\n[ \t]*[-–*•·][ \t]*)?$/u.test(tokens[start]?.gap ?? '')
  if (isBusiness(tokens, from) || !isItem(first, tight.test(first.gap))) return undefined
  const item = run ?? { from, to: from + 1 }
  // "…, Betreff: Hundekot"
  if (/^ ?:/.test(tokens[item.to]?.gap ?? '')) return undefined
  if (isSlash) return item
  if (run && isLong && looksLikeName(first)) return run
  if (run && at - start === 1 && mayBeGiven(first)) return run
  return isHeaded || (run && isMore(tokens, run.to)) ? item : undefined
}

function joined(tokens: readonly Token[], { from: start, to: at }: Run, isLong: boolean) {
  const from = behindJoint(tokens, at)
  const first = tokens[from]
  if (!first || !isNear(first)) return undefined
  const run = capitalRun(tokens, from)
  if (run && run.to - run.from > 1) return run
  if (run && isLong && looksLikeName(first) && !isTown(first.folded, '')) return run
  if (run && at - start === 1) return run
  return isGivenName(first.text) ? smallRun(tokens, from) : undefined
}

/** Where the name behind "und", "bzw." or "und/oder" begins; `at` itself where none of these stands. */
function behindJoint(tokens: readonly Token[], at: number): number {
  if (!isNear(tokens[at]) || !and.test(tokens[at]?.folded ?? '')) return at
  const isBoth = tokens[at + 1]?.gap === '/' && tokens[at + 1]?.folded === 'oder'
  return isBoth ? at + 2 : at + 1
}

/** What may be the next of a list of names. */
function isItem(token: Token, isTight: boolean): boolean {
  const { text, folded } = token
  if (salutations.has(folded) || roles.test(folded) || isPersonNoun(text)) return false
  if (isNamedThing(folded) || (!isTight && isTown(folded, ''))) return false
  if (/(?:lich|ig|isch|end|iert)e[nr]?$/.test(folded)) return false
  if (looksLikeName(token)) return true
  const isHouse = institutions.test(folded) && (isCommonNoun(text) || !/(?:haus|hof)$/.test(folded))
  return mayFollowGiven(token) && !isExactNoun(text) && !isHouse
}

/** "…, Krämpf und Abicht": whether the list goes on. */
function isMore(tokens: readonly Token[], at: number): boolean {
  const next = behindJoint(tokens, at)
  if (next > at) return isNear(tokens[next]) && looksLikeName(tokens[next])
  return loose.test(tokens[at]?.gap ?? '') && looksLikeName(tokens[at])
}

/** "Krämpf/Habeck-Lorenz": who stands before somebody known, with nothing but a stroke between. */
export function listedBefore(tokens: readonly Token[], run: Run): Run | undefined {
  const [token, first] = [tokens[run.from - 1], tokens[run.from]]
  if (!token || !first || !/^ ?[/&+] ?$/.test(first.gap) || isBusiness(tokens, run.from - 1))
    return undefined
  const isName = looksLikeName(token) && !isTown(token.folded, tokens[run.from - 2]?.folded ?? '')
  return isName ? { from: run.from - 1, to: run.from } : undefined
}

/** "Beteiligte: Krämpf", "an Krämpf/Abicht", "Streit Krämpf gegen Abicht": lists that begin with a name of no list. */
export function listHead(tokens: readonly Token[], at: number): Run | undefined {
  const [before, token] = [tokens[at - 1], tokens[at]]
  if (!token || !isCapital(token)) return undefined
  const isHeaded = before && (isParty(before) || heads.test(before.folded))
  if (
    isHeaded &&
    /^ ?:[ \t]*\n?[ \t–•*-]*$/u.test(token.gap) &&
    isItem(token, false) &&
    looksLikeName(token)
  ) {
    return capitalRun(tokens, at) ?? { from: at, to: at + 1 }
  }
  return isAgainst(tokens, at, at + 1) ? { from: at, to: at + 1 } : slashed(tokens, at)
}

/** "der Streit Krämpf gegen Abicht": from `start` one, at `at` what stands between. */
function isAgainst(tokens: readonly Token[], start: number, at: number): boolean {
  const [before, first, joint, second] = [start - 1, start, at, at + 1].map((one) => tokens[one])
  if (!before || !first || !joint || !second || !disputes.test(before.folded)) return false
  if (!isCapital(before) || !/^(?:gegen|vs)$/.test(joint.folded)) return false
  const isClose = [first, joint, second].every((one) => isNear(one))
  return isClose && [first, second].every((one) => isCapital(one) && isItem(one, false))
}

/** "bei Krämpf/Abicht": two words that are none of ours, with a stroke between. */
function slashed(tokens: readonly Token[], at: number): Run | undefined {
  const [before, token, next] = [tokens[at - 1], tokens[at], tokens[at + 1]]
  if (!token || !next || !/^[/+]$/.test(next.gap)) return undefined
  const isBoth = [token, next].every((one) => looksLikeName(one) && !isTown(one.folded, ''))
  const isAddressed =
    isNear(token) &&
    /^(?:von|an|mit|fur|bei|gegen|durch|frag|fragt|herren|damen)$/.test(before?.folded ?? '')
  const isDoing = (!before || !isNear(token)) && isVerbForm(tokens[at + 2]?.folded ?? '')
  return isBoth && (isAddressed || isDoing) ? { from: at, to: at + 1 } : undefined
}
