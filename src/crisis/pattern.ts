import { spelled } from './spelling.ts'

// Twenty and more: what a small town does not get on an ordinary day.
const many =
  '(?:[2-9][0-9]|[0-9]+k|[1-9][0-9]{2,}|(?:zwanz|dreis|vierz|funfz|sechz|siebz|achtz|neunz)ig|twenty|thirty|forty|fifty|zig|dutzende?|hundert[^ ]*|hundreds?|tausend[^ ]*|thousands?|dozens?|milion[^ ]*|mio)'

// What no small town reaches but by a storm.
const thousands = '(?:[0-9]+k|[1-9][0-9]{3,}|tausende?|thousands?|milion[^ ]*|mio)'

/**
 * Turns patterns into one that is looked for once.
 *
 * A pattern is words in ordinary spelling: `*` stands for any letters, `(a/b c)` for one of several,
 * `..` for up to six words between, `#` for twenty and more, `##` for a thousand and more, `^` and `$` for the start and
 * the end of a clause, `!(a/b)` for a next word that is none of these. `gap` is another number than six.
 */
export function toPattern(patterns: readonly string[], gap = 6): RegExp {
  const widened = (source: string) => source.replaceAll('{0,6}', `{0,${gap}}`)
  return new RegExp(patterns.map((pattern) => widened(toSource(pattern))).join('|'), 'u')
}

function toSource(pattern: string): string {
  const parts = pattern.match(/!?\([^)]*\)|[^\s^]+/g) ?? []
  return `${pattern.startsWith('^') ? '^' : ''}${parts.map(toPart).join('')}(?= )`
}

function toPart(part: string): string {
  if (part === '..') return '(?: [^ ]+){0,6}'
  if (part === '#') return ` ${many}`
  if (part === '##') return ` ${thousands}`
  if (part === '$') return '(?= $)'
  const choice = part.replace(/[!()]/g, '').split('/').map(toWords).join('|')
  return part.startsWith('!') ? `(?! (?:${choice}) )` : ` (?:${choice})`
}

function toWords(words: string): string {
  return words.split('*').map(spelled).join('[^ ]*')
}
