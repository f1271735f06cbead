import { undisguise } from '../../german/undisguise.ts'
import { words } from '../../german/words.ts'
import { spelled } from '../spelling.ts'

/** A sentence of a comment the way patterns are looked for: a space before, between and after words. */
export type Line = string

// What is longer is no word; cut, so that a pattern costs the same at every place of a text.
const longestWord = 40

/** Pictures that say a word. */
const pictures: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '🔪': 'messer',
    '🗡': 'messer',
    '🪓': 'axt',
    '🔫': 'pistole',
    '💣': 'bombe',
    '🧨': 'bombe',
    '⚰': 'sarg',
    '🪦': 'grab',
    '🩸': 'blut',
    '🪢': 'strick',
    '🖕': 'stinkefinger',
    '🐷': 'schwein',
    '🐖': 'schwein',
    '🐀': 'ratte',
    '🐒': 'affe',
    '🐵': 'affe',
    '🦍': 'affe',
    '💩': 'scheisse',
    卐: 'hakenkreuzzeichen',
    卍: 'hakenkreuzzeichen',
  }),
)

const picture = new RegExp(Array.from(pictures.keys()).join('|'), 'gu')

/** What people hide behind stars. */
const hidden = (
  'arschloch arschlöcher arsch wichser wixer fotze fotzen hure huren hurensohn hurensöhne nutte nutten schlampe schlampen ' +
  'ficken fickt fick gefickt durchgefickt durchficken ficker kinderficker scheiße scheiss schwein schweine drecksau ' +
  'missgeburt bastard bastarde schwuchtel spast spasti neger nigger nigga kanake kanaken jude juden hitler nazi ' +
  'töten erschießen umbringen abstechen aufhängen vergasen vergewaltigen verrecken verrecke krepieren mord tod'
)
  .split(' ')
  .map((word) => word.toLowerCase())

const figures: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
  '€': 'e',
}

/** The sentences of a comment, with what people hide words behind taken away; empty ones are left out. */
export function linesOf(comment: string): readonly Line[] {
  return unmasked(comment)
    .split(/(?<=[.!?…])\s+|[\n;]+|\s[-–]\s/u)
    .map(toLine)
    .filter((line) => line.trim() !== '')
}

/** The whole comment as one line, for what is said in several sentences. */
export function wholeOf(comment: string): Line {
  return toLine(unmasked(comment))
}

/** A comment with what people hide words behind taken away. */
export function unmasked(comment: string): string {
  return undisguise(comment)
    .replace(/⚡\uFE0F?\s?⚡/gu, ' ssrunen ')
    .replace(picture, (found) => ` ${pictures.get(found) ?? ''} `)
    .replace(/(?<!\S)\S*\p{L}[*#]+\S*/gu, unhidden)
    .replace(/(?<=\p{L})[013457@$!€]+(?=\p{L})/gu, (run) =>
      Array.from(run, (sign) => figures[sign] ?? sign).join(''),
    )
    .replace(/(?<![\p{L}.])(?:\p{L}[ ._-]){3,}\p{L}(?![\p{L}.])/gu, (run) =>
      run.replace(/[ ._-]/g, ''),
    )
}

// "Bürger*innen" hides nothing.
function unhidden(found: string): string {
  if (/[*](?:in|innen|r|n|s)\P{L}*$/u.test(found)) return found.replace('*', '')
  const core = /[\p{L}*#]+/u.exec(found)?.[0].toLowerCase() ?? ''
  const pattern = new RegExp(`^${core.replace(/[*#]+/g, '\\p{L}{1,12}')}$`, 'u')
  return ` ${hidden.find((word) => pattern.test(word)) ?? core.replace(/[*#]/g, '')} `
}

function toLine(text: string): Line {
  const all = words(text).map((word) => spelled(word.text.slice(0, longestWord)))
  return ` ${all.join(' ')} `
}
