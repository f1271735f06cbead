import { words } from '../german/words.ts'
import { toPattern } from './pattern.ts'
import { spelled } from './spelling.ts'

/** A message that holds somebody else's words: those, and what was said around them. */
export interface Pasted {
  readonly comment: string
  readonly own: string
}

/** The ways people mark what is not theirs, surest first. */
const marks: readonly RegExp[] = [
  />>+(?<said>[^<>]*(?:<(?!<)[^<>]*)*)<<+/gu,
  /```(?<said>[^`]+)```/gu,
  /^[ \t]*(?:>|&gt;)[ \t]?(?<said>.*)$/gmu,
  /[„“»«](?<said>[^„“”»«]{3,})[“”«»]/gu,
  /(?<![\p{L}\p{N}])"(?<said>[^"]{3,})"(?!\p{L})/gu,
  /(?<![\p{L}\p{N}])['‚‘](?<said>[^\n]{3,}?)['‘’](?![\p{L}\p{N}])/gu,
]

/** Behind one of these words and a colon stands what somebody else wrote. */
const introduced =
  /^(?<own>[^:]{0,300}?(?:kommentar|kommentare|comment|beitrag|post|text|nachricht|schreibt|schrieb|geschrieben|stehen|bleiben|löschen|verbergen|ausblenden|entfernen|folgend\p{L}*|das|hier|diese[rnms]?|ok|okay|ampel|delete|hide|keep|stay)[^:\p{L}\n]{0,30}(?:\p{L}+[^:\p{L}\n]{0,5}){0,4}):\s*(?<said>\S[\s\S]{2,})$/iu

const longest = 8000

/** What of a message is somebody else's words; `undefined` where nothing is marked as such. */
export function pastedIn(text: string): Pasted | undefined {
  const read = text.slice(0, longest)
  for (const mark of marks) {
    const said = Array.from(read.matchAll(mark), ({ groups }) => groups?.['said'] ?? '')
    const comment = said.join('\n').trim()
    if (/\p{L}|\p{So}/u.test(comment)) return { comment, own: read.replace(mark, ' ').trim() }
  }
  const { own, said } = introduced.exec(read)?.groups ?? {}
  return own !== undefined && said !== undefined ? { own, comment: said.trim() } : undefined
}

const asks = toPattern([
  '(muss/müssen/darf/dürfen/kann/können/soll/sollen/sollt*/müsst*/mus) .. (stehen/bleiben/bleibt/löschen/gelöscht/weg/runter/raus/verbergen/verborgen/ausblenden/ausgeblendet/verstecken/versteckt/entfernen/entfernt/wegmachen/wegnehmen/dulden/drin/hinnehmen/ertragen/aushalten/anzeigen/melden)',
  '(kommentar*/post/beitrag/das/der/den/die/es/so was/sowas/nachricht) .. (stehen lassen/stehen bleiben/stehenlassen/stehenbleiben/löschen/gelöscht/verbergen/ausblenden/verstecken/entfernen/bleiben/erlaubt/zulässig/strafbar/beleidigung/volksverhetzung/drohung/meinungsfreiheit/noch kritik/okay/ok/in ordnung/anzeigen/melden)',
  '(löschen/verbergen/ausblenden/stehen lassen/stehenlassen/entfernen/anzeigen) (oder)',
  '(oder) (löschen/verbergen/ausblenden/stehen lassen/stehenlassen/entfernen/weg/nicht)',
  '^ (löschen/stehen lassen/stehenlassen/verbergen/ausblenden/anzeigen) $',
  'was (mache*/machen/tun/tue/soll/sollen/macht man) .. (damit/dem/diesem/hiermit/kommentar*)',
  '(wie) .. (bewert*/einstufen/einschätz*/einordnen/beurteil*)',
  '(ampel/rot gelb/rot oder/grün oder/kommentarampel*/einstufung)',
  '(ist/is/wäre/war) .. (das/der/dieser/folgend*) .. (strafbar/erlaubt/zulässig/okay/ok/beleidigung/volksverhetzung/drohung/meinung/meinungsfreiheit/hass/kritik)',
  '(folgend*/dieser/dieses/diesen/der/neuer) .. (kommentar*)',
  '(must/may/can/should/do) .. (stay/delete/hide/remove/keep/leave)',
])

/** Questions about the person who wrote it, or about how to answer: they are searched. */
const others = toPattern([
  '(block*/sperr*/bann*/gesperrt/rauswerfen/ban)',
  '(wie/was) .. (antwort*/reagier*/sag*/schreib*) !(darauf oder löschen)',
])

/** What the town wants to say itself: nobody's comment. */
const drafts = toPattern([
  '(entwurf*/antwortentwurf*/textentwurf*/statement*/unsere antwort/unser text/unser post/unser beitrag/unser statement/my draft/our draft/our statement/our reply)',
  '(kann/darf/soll/können/dürfen/würde/geht) .. (so raus/so rausgehen/so online/so posten/so schreiben/so veröffentlichen/so stehen lassen als antwort)',
])

const fewest = 3

/**
 * The comment of a message that asks whether it may stay, or that says nothing of its own beside it;
 * `undefined` for any other message.
 */
export function askedAbout(text: string): Pasted | undefined {
  const pasted = pastedIn(text)
  if (!pasted || isDraft(pasted)) return undefined
  const line = lineOf(pasted)
  const isBare = words(pasted.own).length < fewest
  return isBare || (asks.test(line) && !others.test(line)) ? pasted : undefined
}

/** Whether what was pasted is a text of the town's own that somebody wants looked at. */
export function isDraft(pasted: Pasted): boolean {
  return drafts.test(lineOf(pasted))
}

function lineOf({ own }: Pasted): string {
  return ` ${words(own)
    .map((word) => spelled(word.text))
    .join(' ')} `
}
