import type { Run } from './name-keys.ts'
import { looksLikeName, mayBeGiven } from './name-lexicon.ts'
import { capitalRun, isPause, smallRun } from './name-runs.ts'
import { isNear, type Token } from './name-tokens.ts'
import { isGivenName } from './names.ts'
import { isTown } from './places.ts'

const greeting =
  /^(?:hallo|hi|hey|heyho|moin|moinmoin|servus|lieber|liebe|liebes|liebster|danke|dank|merci|gruezi|dear|hello|tschuss|ciao|bis|sorry|bitte|ey)$/
const closing =
  /^(?:lg|vg|mfg|bg|gruss|grusse|grussen|grussle|gruessle|cheers|regards|hochachtungsvoll|dein|deine|euer|eure|servus|tschuss|ciao)$/
/** Who is greeted or signs: "Hallo Jule,", "Liebe Grüße, Arda". */
export function letterName(tokens: readonly Token[], at: number): Run | undefined {
  return (
    greeted(tokens, at) ?? signed(tokens, at) ?? signedLast(tokens, at) ?? shoutedAt(tokens, at)
  )
}

function greeted(tokens: readonly Token[], at: number): Run | undefined {
  const isToYou = /^(?:dir|euch|ihnen|auch)$/.test(tokens[at - 1]?.folded ?? '')
  const before = tokens[isToYou ? at - 2 : at - 1]
  if (!before || !greeting.test(before.folded) || !/^[ \t]+$|^, ?$/u.test(tokens[at]?.gap ?? ''))
    return undefined
  const isWord = /^(?:lieber|liebe|liebes|liebster|bis|bitte|ey)$/.test(before.folded)
  if (isWord && at > 1 && isNear(before)) return undefined
  if (/^(?:bis|dank|bitte|sorry|ey)$/.test(before.folded) && !mayBeGiven(tokens[at]))
    return undefined
  return (
    capitalRun(tokens, at) ??
    (isPause(tokens, at) || isGivenName(tokens[at]?.text ?? '') ? smallRun(tokens, at) : undefined)
  )
}

/** Behind a closing formula, in the same line or the next: "LG Jule". */
function signed(tokens: readonly Token[], at: number): Run | undefined {
  const [before, token] = [tokens[at - 1], tokens[at]]
  if (!before || !token || !closing.test(before.folded)) return undefined
  if (!/^[ \t,.!–-]*\n*[ \t–-]*$/u.test(token.gap)) return undefined
  const run = capitalRun(tokens, at) ?? (mayBeGiven(token) ? smallRun(tokens, at) : undefined)
  // "Deine Meinung", "eure Jule hat".
  const isOwn = /^(?:dein|deine|euer|eure)$/.test(before.folded)
  return run && isOwn && !isPause(tokens, run.to - 1) ? undefined : run
}

/** "Grüße aus dem Homeoffice, Tomke": the last word of all, behind a greeting in the same sentence. */
function signedLast(tokens: readonly Token[], at: number): Run | undefined {
  if (!/^[ ]?[,–-][ ]*$|^[ \t,!.]*\n[ \t–-]*$/u.test(tokens[at]?.gap ?? '')) return undefined
  const run = capitalRun(tokens, at)
  if (!run || run.to < tokens.length) return undefined
  const before = tokens.slice(Math.max(0, at - 7), at)
  const from = before.findLastIndex(({ folded }) =>
    /^(?:gruss|grusse|grussen|lg|vg|dank|danke)$/.test(folded),
  )
  const isOne = from >= 0 && before.slice(from + 1).every(({ gap }) => !/[.!?\n]/.test(gap))
  return isOne ? run : undefined
}

const order =
  /^(?:halt|haltet|hau|haut|geh|geht|scham|schamt|schamen|tritt|verpiss|hor|lass|pass|pack|schau|fick|leck|komm|danke|bravo|respekt|glaub|merk|pfui|buh|weiter|gute|guten|ruhe|fresse|raus|weg|na|ja|nein|tja|ach|oh)$/

/** "Halt die Fresse, Krämpf!": the last word of an order says to whom. */
function shoutedAt(tokens: readonly Token[], at: number): Run | undefined {
  if (!/^, ?$/.test(tokens[at]?.gap ?? '') || !looksLikeName(tokens[at])) return undefined
  const run = capitalRun(tokens, at)
  if (!run || isTown(tokens[at]?.folded ?? '', '')) return undefined
  const isLast = /^[!"“”«»?]/u.test(tokens[run.to]?.gap ?? '!')
  const before = tokens.slice(Math.max(0, at - 6), at)
  const from = before.findLastIndex(({ gap }) => /[.!?:"„“»\n]/u.test(gap))
  const first = from < 0 && at <= 6 ? before[0] : before[from]
  return isLast && order.test(first?.folded ?? '') ? run : undefined
}
