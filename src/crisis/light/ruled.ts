import { redact } from '../../redact.ts'
import type { Ground, Light } from './ground.ts'
import { contemptIn } from './insults.ts'
import * as lesser from './lesser-signals.ts'
import * as signals from './signals.ts'
import { despisesGroup, followsSomebody, soundsViolent, takesLeave } from './tone.ts'
import { type Line, linesOf, wholeOf } from './unmask.ts'
import { callsToPester, greetsNazis, hintsAtHarm, saysFarewell } from './veiled.ts'
import { isViolent } from './violence.ts'

/** The light by rules alone: acts, targets, and what adds up. In doubt criticism stays. */
export function ruledLight(text: string): Light {
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
