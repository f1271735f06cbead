import type { Inbound } from './domain/inbound.ts'
import { type Style, styleOf } from './restyle.ts'

/** What somebody wants of us; `text` is what is left of their words for it. */
interface Wish {
  readonly wish: 'question' | 'help' | 'close' | 'start' | 'more' | 'place' | 'human' | 'restyle'
  readonly text: string
  /** How the last answer is to be said again. */
  readonly style?: Style
}

/** What may stand before and behind a thank-you without making it a question. */
const before =
  'ja|nein|ok|okay|oki|gut|sehr gut|super|prima|perfekt|top|toll|klasse|passt|verstanden|alles klar|alles gut|great|perfect'
const behind =
  'dir|euch|sehr|schön|vielmals|das reicht|das war s|das wars|das war es|passt|das hilft(?: mir| uns)?(?: sehr| weiter)?|' +
  'für (?:die|deine|eure) (?:hilfe|antwort|infos?|unterstützung)|for your help|a lot|so much|that helps'
const thanks = new RegExp(
  `^(?:(?:${before}) )*(?:(?:vielen|lieben|herzlichen|tausend|besten|many) )?` +
    `(?:dank(?:e|eschön)?|merci|thanks?(?: you)?|thx)(?: (?:${behind}))*$`,
)
const stops = /^(?:bitte )?(?:stopp?|abbrechen|halt)(?: bitte)?$/
const asksForMore =
  /^(?:bitte )?(?:noch )?(?:mehr(?: dazu| davon)?|ausführlicher|more)(?: bitte| please)?$/
const asksForPlace = /^(?:stelle|read place) (\d{1,2})(?: lesen)?$/
const asksForHuman = /^(?:mensch holen|get a human)$/
const asksForStart = /^(?:start|starten|sofort ?karte)$/
const asksForHelp =
  /^(?:help|was kannst du(?: alles)?|wer bist du|wie funktionierst du|what can you do|who are you)?$/

/** Reads the few messages that are no question. */
export function wishOf({ text, isCommand }: Pick<Inbound, 'text' | 'isCommand'>): Wish {
  if (isCommand) return commandOf(text)
  const said = bare(text)
  if (stops.test(said) || thanks.test(said)) return { wish: 'close', text }
  if (asksForMore.test(said)) return { wish: 'more', text }
  if (asksForHuman.test(said)) return { wish: 'human', text }
  if (asksForStart.test(said)) return { wish: 'start', text: '' }
  const style = styleOf(said)
  if (style) return { wish: 'restyle', text, style }
  const place = asksForPlace.exec(said)?.[1]
  if (place) return { wish: 'place', text: place }
  return { wish: asksForHelp.test(said) ? 'help' : 'question', text }
}

/** Whether a message asks to stop what is being answered. */
export function isStop(text: string): boolean {
  return stops.test(bare(text))
}

/** Words alone: the signs and pictures around them tell nothing, and forty thousand of them cost nothing. */
function bare(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** The command's own words: `hilfe`, `start`, `frage …`. Whatever else is typed is a question. */
function commandOf(typed: string): Wish {
  const [, word = '', rest = ''] = /^(\p{L}*)[\s:]*(.*)$/su.exec(typed.trim()) ?? []
  const name = word.toLowerCase()
  if (typed === '' || (rest === '' && /^(?:hilfe|help)$/.test(name))) {
    return { wish: 'help', text: '' }
  }
  if (rest === '' && name === 'start') return { wish: 'start', text: '' }
  return { wish: 'question', text: rest && /^(?:frage|ask)$/.test(name) ? rest : typed }
}
