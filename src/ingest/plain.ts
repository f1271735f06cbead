// Soft hyphen, zero-width characters, direction marks and overrides (a text must read as it is
// stored), invisible operators, the tags block in which text can be hidden, BOM.
const invisible = /[\u00AD\u061C\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFEFF\u{E0000}-\u{E007F}]/gu

// A terminal obeys these: they could set its title or hide what was printed before.
const controls = /(?![\s\u0085])\p{Cc}/gu

/** Text without characters that nobody sees but a terminal or a browser obeys; white space stays. */
export function visible(text: string): string {
  return text.replace(controls, '').replace(invisible, '')
}

/** Text as one line of composed, visible characters: the form in which all sources are kept. */
export function plainLine(text: string): string {
  // The old sign for a new line (U+0085) is a control that stands between words.
  return visible(text)
    .normalize('NFC')
    .replace(/[\s\u0085]+/gu, ' ')
    .trim()
}

/** Text as lines of that form, the empty ones left out. */
export function plainLines(text: string): string {
  return text.split('\n').map(plainLine).filter(Boolean).join('\n')
}

export function countWords(text: string): number {
  return text === '' ? 0 : text.split(/\s+/u).length
}
