import { isStopWord } from '../../german/stop-words.ts'
import { sensesOf } from './senses.ts'
import type { Token } from './tokens.ts'

/** How long the pieces are that reach over the ends of words. */
const sizes = [3, 4]

/** Pieces of a sentence across its words: endings beside beginnings, dialect, words run together. */
export function spansOf(line: readonly Token[]): readonly string[] {
  const whole = `_${line.map((token) => token.spelled).join('_')}_`
  return sizes.flatMap((size) =>
    Array.from({ length: Math.max(0, whole.length - size + 1) }, (_, at) =>
      whole.slice(at, at + size),
    ),
  )
}

/** Words with one or two others between them; a sentence begins with `^` and ends with `$`. */
export function skipsOf(line: readonly Token[]): readonly string[] {
  const stems = ['^', ...line.map((token) => token.stem), '$']
  return stems.flatMap((one, at) =>
    [stems[at + 2], stems[at + 3]].flatMap((other) =>
      other === undefined ? [] : [`${one} ${other}`],
    ),
  )
}

/** Neighbours by what they do in a sentence: the small word itself, a sense, or how the word looks. */
export function framesOf(line: readonly Token[]): readonly string[] {
  const parts = ['^', ...line.map(partOf), '$']
  return parts.slice(1).map((part, at) => `${parts[at]} ${part}`)
}

function partOf({ text, spelled }: Token): string {
  if (isStopWord(spelled)) return spelled
  const [sense] = sensesOf(spelled)
  if (sense) return `S${sense}`
  if (/^\d/.test(spelled)) return '#'
  return (/^\p{Lu}/u.test(text) ? 'N' : 'v') + spelled.slice(-2)
}

/** What a text begins and ends with. */
export function edgesOf(tokens: readonly Token[]): readonly string[] {
  const [one, two] = tokens
  return [`${one?.stem}`, `${one?.stem} ${two?.stem}`, `$ ${tokens.at(-1)?.stem}`]
}
