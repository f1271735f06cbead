const remembered = new Map<string, string>()
const memory = 50_000

/**
 * The stem of a folded word after Snowball's German stemmer.
 *
 * Words with digits and words of three letters or fewer stay as they are.
 *
 * @see https://snowballstem.org/algorithms/german/stemmer.html
 */
export function stem(folded: string): string {
  const known = remembered.get(folded)
  if (known !== undefined) return known
  const stemmed = folded.length <= 3 || /\d/.test(folded) ? folded : reduce(folded)
  if (remembered.size >= memory) remembered.clear()
  remembered.set(folded, stemmed)
  return stemmed
}

// The algorithm's regions: R1 behind the first consonant that follows a vowel, R2 the same within R1.
function reduce(folded: string): string {
  const word = folded.replace(/(?<=[aeiouy])([uy])(?=[aeiouy])/g, (letter) => letter.toUpperCase())
  const first = regionAfter(word, 0)
  const second = regionAfter(word, first)
  const r1 = Math.max(first, 3)
  return derivation(verbEnding(inflection(word, r1), r1), r1, second).toLowerCase()
}

function regionAfter(word: string, from: number): number {
  const match = /[aeiouy][^aeiouy]/.exec(word.slice(from))
  return match ? from + match.index + 2 : word.length
}

function cut(word: string, ending: RegExp, region: number): string {
  const match = ending.exec(word)
  return match && match.index >= region ? word.slice(0, match.index) : word
}

function inflection(word: string, r1: number): string {
  const ending = /(?:ern|em|er)$|(?:en|es|e)$|s$/.exec(word)
  if (!ending || ending.index < r1) return word
  const rest = word.slice(0, ending.index)
  if (ending[0] === 's') return /[bdfghklmnrt]$/.test(rest) ? rest : word
  return /^(?:en|es|e)$/.test(ending[0]) && rest.endsWith('niss') ? rest.slice(0, -1) : rest
}

function verbEnding(word: string, r1: number): string {
  const ending = /(?:est|en|er)$|st$/.exec(word)
  if (!ending || ending.index < r1) return word
  const rest = word.slice(0, ending.index)
  if (ending[0] !== 'st') return rest
  return /...[bdfghklmnt]$/.test(rest) ? rest : word
}

function derivation(word: string, r1: number, r2: number): string {
  const ending = /(?:isch|lich|heit|keit|end|ung|ig|ik)$/.exec(word)
  if (!ending || ending.index < r2) return word
  const rest = word.slice(0, ending.index)
  switch (ending[0]) {
    case 'end':
    case 'ung':
      return cut(rest, /(?<!e)ig$/, r2)
    case 'ig':
    case 'ik':
    case 'isch':
      return rest.endsWith('e') ? word : rest
    case 'lich':
    case 'heit':
      return cut(rest, /(?:er|en)$/, r1)
    default:
      return cut(rest, /(?:lich|ig)$/, r2)
  }
}
