/** A word of a text and where it stands (UTF-16 offsets, end exclusive). */
export interface Word {
  readonly text: string
  readonly start: number
  readonly end: number
}

const pattern = /[\p{L}\p{N}\p{M}]+/gu

/** The words of a text as they stand; hyphens and apostrophes part words, punctuation is left out. */
export function words(text: string): readonly Word[] {
  return Array.from(text.matchAll(pattern), (match) => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }))
}

const remembered = new Map<string, string>()
const memory = 50_000

/**
 * A word as search compares it: composed, lower case, without marks, ß as ss, and ä, ae alike a.
 *
 * `ue` stays after a vowel or q ("neue", "Quelle"), where it is not an umlaut.
 */
export function fold(word: string): string {
  const known = remembered.get(word)
  if (known !== undefined) return known
  const folded = foldAnew(word)
  if (remembered.size >= memory) remembered.clear()
  remembered.set(word, folded)
  return folded
}

function foldAnew(word: string): string {
  return word
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replace(/([ao])e/g, '$1')
    .replace(/(^|[^aeiouq])ue/g, '$1u')
}

/** The folded words of a text, in order. */
export function foldedWords(text: string): readonly string[] {
  return Array.from(text.normalize('NFC').matchAll(pattern), (match) => fold(match[0]))
}
