// Soft hyphen, zero-width space and joiners, direction marks, word joiner, BOM.
const invisible = /[\u00AD\u200B-\u200F\u2060\uFEFF]/gu

/** Text as one line of composed, visible characters: the form in which all sources are kept. */
export function plainLine(text: string): string {
  return text.replace(invisible, '').normalize('NFC').replace(/\s+/gu, ' ').trim()
}

/** Text as lines of that form, the empty ones left out. */
export function plainLines(text: string): string {
  return text.split('\n').map(plainLine).filter(Boolean).join('\n')
}

export function countWords(text: string): number {
  return text === '' ? 0 : text.split(/\s+/u).length
}
