/**
 * Escapes what the parser would take for markup though a person meant it as text.
 *
 * An arrow inside a cue would start a new cue, a lone `<` would swallow the rest of it, and the
 * parser knows no hexadecimal or astral character references. Lines stay as many as they were.
 */
export function protectLines(lines: readonly string[]): readonly string[] {
  let block: Block = 'none'
  return lines.map((line) => {
    block = blockAt(line, block)
    return block === 'text' || block === 'note' ? escapeText(line) : line
  })
}

// What a line is part of: the words of a cue, a note, the time above the words, or none of these.
type Block = 'none' | 'timing' | 'text' | 'note'

function blockAt(line: string, before: Block): Block {
  if (line === '') return 'none'
  if (before === 'note' || (before === 'none' && /^NOTE(?:$|[ \t])/.test(line))) return 'note'
  const isInCue = before === 'timing' || before === 'text'
  if (line.includes('-->') && (!isInCue || /^\s*\d+:\d/.test(line))) return 'timing'
  return isInCue ? 'text' : 'none'
}

function escapeText(line: string): string {
  return line
    .replaceAll('-->', '--&gt;')
    .replace(/<(?!\/?[a-z][^<>]*>|\d+:[\d:.]+>)/gi, '&lt;')
    .replace(/&#(x[\da-f]{1,6}|\d{1,7});/gi, fromReference)
}

function fromReference(whole: string, code: string): string {
  const point = Number(/^x/i.test(code) ? `0${code}` : code)
  if (point > 0x10ffff || point === 0) return whole
  const character = String.fromCodePoint(point)
  return escapes.get(character) ?? character
}

const escapes = new Map([
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['&', '&amp;'],
])
