import { redact } from '../redact.ts'
import { contemptIn } from './light/insults.ts'
import * as lesser from './light/lesser-signals.ts'
import * as signals from './light/signals.ts'
import { despisesGroup, followsSomebody, soundsViolent, takesLeave } from './light/tone.ts'
import { type Line, linesOf, wholeOf } from './light/unmask.ts'
import { callsToPester, greetsNazis, hintsAtHarm, saysFarewell } from './light/veiled.ts'
import { isViolent } from './light/violence.ts'

/** How a comment is handled: it stays, it is looked at, or it is secured and hidden at once. */
export type Colour = 'green' | 'yellow' | 'red'

/** What speaks for a colour, worst first. */
export type Ground =
  | 'child-images'
  | 'despair'
  | 'threat'
  | 'incitement'
  | 'coercion'
  | 'hunt'
  | 'hatred'
  | 'forbidden-sign'
  | 'denial'
  | 'sexual'
  | 'slander'
  | 'insult'
  | 'private-data'
  | 'rumour'
  | 'degrading'
  | 'spam'
  | 'repeated'
  | 'question'
  | 'criticism'

/** What a comment is and why; at least one ground. */
export interface Light {
  readonly colour: Colour
  readonly grounds: readonly [Ground, ...Ground[]]
}

/** What comes after this of a comment is not read; platforms end comments before that. */
const longest = 8000

/**
 * Green, yellow or red for somebody else's comment, by rules alone: the same comment always gets the
 * same light. It judges how to handle it, never whether it is a crime. In doubt criticism stays.
 *
 * The comment is taken as it was written, before redaction: what is private in it is one of the grounds.
 */
export function lightOf(comment: string): Light {
  const text = comment.slice(0, longest)
  const all: Reading = { text, lines: linesOf(text), whole: wholeOf(text) }
  const [red, ...moreRed] = redIn(all)
  if (red) return { colour: 'red', grounds: [red, ...moreRed] }
  const [yellow, ...moreYellow] = yellowIn(all)
  if (yellow) return { colour: 'yellow', grounds: [yellow, ...moreYellow] }
  return { colour: 'green', grounds: [/\?\s*$/u.test(text) ? 'question' : 'criticism'] }
}

interface Reading {
  readonly text: string
  readonly lines: readonly Line[]
  readonly whole: Line
}

function redIn({ text, lines, whole }: Reading): readonly Ground[] {
  const says = (pattern: RegExp) => lines.some((line) => pattern.test(line))
  const isPrivate = holdsData(text) || says(lesser.private_)
  const found: readonly (readonly [Ground, boolean])[] = [
    ['child-images', says(signals.childImages)],
    ['despair', says(signals.despair) || takesLeave(whole) || saysFarewell(whole)],
    ['threat', threatens(lines) || hintsAtHarm(whole) || threatensVaguely(lines, whole)],
    ['coercion', says(signals.coercion)],
    [
      'hunt',
      (isPrivate && (signals.hunt.test(whole) || callsToPester(whole))) ||
        says(signals.lists) ||
        followsSomebody(whole),
    ],
    ['hatred', says(signals.hatred) || lines.some(despisesGroup)],
    ['forbidden-sign', says(signals.forbidden) || greetsNazis(lines)],
    ['denial', signals.denial.test(whole)],
    ['sexual', says(signals.sexual)],
    ['slander', says(signals.slander)],
    ['insult', contemptIn(lines) === 'person'],
  ]
  return found.flatMap(([ground, isThere]) => (isThere ? [ground] : []))
}

function threatens(lines: readonly Line[]): boolean {
  const says = (pattern: RegExp) => lines.some((line) => pattern.test(line))
  return (
    says(signals.menace) || says(signals.deathWish) || lines.some(isViolent) || soundsViolent(lines)
  )
}

// "You will see": at the next election nobody is hurt.
function threatensVaguely(lines: readonly Line[], whole: Line): boolean {
  return lines.some((line) => signals.vague.test(line)) && !signals.lawful.test(whole)
}

function yellowIn({ text, lines }: Reading): readonly Ground[] {
  const says = (pattern: RegExp) => lines.some((line) => pattern.test(line))
  const found: readonly (readonly [Ground, boolean])[] = [
    ['private-data', holdsData(text) || says(lesser.private_)],
    ['rumour', says(lesser.rumour)],
    ['degrading', contemptIn(lines) !== 'none'],
    ['spam', says(lesser.spam)],
    ['repeated', isRepeated(lines)],
  ]
  return found.flatMap(([ground, isThere]) => (isThere ? [ground] : []))
}

function holdsData(text: string): boolean {
  return /\[(?:E-Mail|IBAN|Telefon|Adresse|Kennzeichen|Geburtsdatum)/u.test(redact(text).text)
}

/** The same sentence three times and more. */
function isRepeated(lines: readonly Line[]): boolean {
  return lines.some(
    (line) => line.length > 6 && lines.filter((other) => other === line).length >= 3,
  )
}
