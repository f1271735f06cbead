/**
 * How a folded word sounds: words that sound alike have the same digits.
 *
 * @see Postel: Die Kölner Phonetik, 1969
 */
export function phonetic(folded: string): string {
  const codes = Array.from(folded, (letter, at) =>
    codeOf(letter, folded[at - 1] ?? ' ', folded[at + 1] ?? ' '),
  )
  const [first = '', ...rest] = codes.join('').replace(/(.)\1+/g, '$1')
  return first + rest.join('').replaceAll('0', '')
}

const simple: ReadonlyMap<string, string> = new Map(
  Object.entries({
    aeiouyj: '0',
    b: '1',
    fvw: '3',
    gkq: '4',
    l: '5',
    mn: '6',
    r: '7',
    sz: '8',
  }).flatMap(([letters, code]) => Array.from(letters, (letter) => [letter, code] as const)),
)

function codeOf(letter: string, before: string, next: string): string {
  switch (letter) {
    case 'p':
      return next === 'h' ? '3' : '1'
    case 'd':
    case 't':
      return 'csz'.includes(next) ? '8' : '2'
    case 'c':
      return codeOfC(before, next)
    case 'x':
      return 'ckq'.includes(before) ? '8' : '48'
    default:
      return simple.get(letter) ?? ''
  }
}

function codeOfC(before: string, next: string): string {
  if ('sz'.includes(before)) return '8'
  return (before === ' ' ? 'ahkloqrux' : 'ahkoqux').includes(next) ? '4' : '8'
}
