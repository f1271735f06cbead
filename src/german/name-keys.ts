import { isCommonNoun, isNounAlsoName } from './common-nouns.ts'
import { isBusiness, isStorm } from './name-context.ts'
import { isCapital, isLabel, isNear, type Token } from './name-tokens.ts'
import { isOrdinaryName } from './names.ts'
import { isOpeningWord, isVerbForm } from './opening-words.ts'
import { particles, salutations, titles } from './person-words.ts'
import { isNamedThing } from './places.ts'
import { isStopWord } from './stop-words.ts'

/** A name of a person in a text (UTF-16 offsets, end exclusive); `key` is the same for the same person. */
export interface PersonName {
  readonly start: number
  readonly end: number
  readonly key: string
}

/** Tokens `from` to `to` (exclusive). */
export interface Run {
  readonly from: number
  readonly to: number
}

/** Who was named once is known wherever the name comes again; one label for one family name. */
export function keyed(tokens: readonly Token[], runs: readonly Run[]): readonly PersonName[] {
  const owners = new Map<string, string>()
  for (const { from, to } of runs) {
    const parts = tokens
      .slice(from, to)
      .map(keyOf)
      .filter((part) => part.length > 2)
    const key =
      parts.map((part) => owners.get(part)).find((one) => one !== undefined) ??
      parts.at(-1) ??
      keyOf(tokens[from])
    for (const part of parts) owners.set(part, owners.get(part) ?? key)
  }
  const inRuns = new Set(
    runs.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, at) => from + at)),
  )
  const again = tokens.flatMap((token, at): readonly Run[] =>
    !inRuns.has(at) &&
    owners.has(keyOf(token)) &&
    !isLabel(token) &&
    !isStorm(tokens, at) &&
    isAgain(tokens, at)
      ? [{ from: at, to: at + 1 }]
      : [],
  )
  return [...runs, ...again]
    .toSorted((one, other) => one.from - other.from)
    .flatMap(({ from, to }) => {
      const [first, last] = [tokens[from], tokens[to - 1]]
      if (!first || !last) return []
      const known = tokens.slice(from, to).map((token) => owners.get(keyOf(token)))
      return [
        {
          start: first.start,
          end: last.end,
          key: known.find((one) => one !== undefined) ?? keyOf(first),
        },
      ]
    })
}

function isAgain(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]
  if (!token || isStopWord(token.folded) || titles.has(token.folded)) return false
  if (particles.has(token.folded) || isBusiness(tokens, at)) return false
  if (!isCapital(token) && isOpeningWord(token.folded)) return false
  // "Frau Köln wohnt in Bonn, Herr Bonn in Köln"
  const isPlace = /^(?:in|aus|nach|bei|stadt)$/.test(tokens[at - 1]?.folded ?? '')
  if (isPlace && isNear(token) && isNamedThing(token.folded)) return false
  const isWord =
    isOrdinaryName(token.text) || isNounAlsoName(token.text) || isCommonNoun(token.text)
  if (!isWord) return true
  // "Herr Sommer hat im Sommer", "Frau Fuchs und ein Fuchs": the word itself; "Fuchs schreibt" is the person.
  const before = tokens[at - 1]
  if (!isCapital(token)) return false
  if (before && isNear(token) && salutations.has(before.folded)) return true
  return (!before || !isNear(token)) && isVerbForm(tokens[at + 1]?.folded ?? '')
}

/** Without the ending of the genitive: "Zwirnhubers Büro". */
function keyOf(token: Token | undefined): string {
  return (token?.folded ?? '').replace(/(?<=..)['’]?s$/u, '')
}
