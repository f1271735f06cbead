import { isStopWord } from '../../german/stop-words.ts'
import { edgesOf, framesOf, skipsOf, spansOf } from './frames.ts'
import { markersOf } from './markers.ts'
import { phrasesIn, sensesOf } from './senses.ts'
import { type Token, tokensOf } from './tokens.ts'

/** What a text shows: `key` is what its weight is kept by, `word` the words of the text it was seen in. */
export interface Feature {
  readonly key: string
  readonly value: number
  readonly word?: string
}

type Seen = Omit<Feature, 'value'>

/** How much each kind says against the others, whatever the length of the text. */
const shares = {
  words: 1,
  pairs: 0.8,
  skips: 0.6,
  frames: 0.7,
  edges: 0.4,
  pieces: 0.7,
  spans: 0.7,
  senses: 1,
  together: 0.3,
  few: 0.33,
} as const

/**
 * The features of a text: stems, pairs of stems near each other, pieces of words and across them, senses and
 * which of them stand together, how it is built and looks, and `signals`, what the rules heard. Each once.
 */
export function featuresOf(text: string, signals: readonly string[]): readonly Feature[] {
  const lines = tokensOf(text)
  const tokens = lines.flat()
  const heard = lines.map(heardIn)
  const few = [
    ...markersOf(text, tokens.length).map((name) => ({ key: `m ${name}` })),
    ...signals.map((name) => ({ key: `r ${name}` })),
  ]
  return [
    ...shared(
      shares.words,
      tokens.map((one) => ({ key: `w ${one.stem}`, word: one.text })),
    ),
    ...shared(shares.pairs, lines.flatMap(pairsOf)),
    ...shared(shares.skips, named('k', lines.flatMap(skipsOf))),
    ...shared(shares.frames, named('a', lines.flatMap(framesOf))),
    ...shared(shares.edges, named('f', edgesOf(tokens))),
    ...shared(shares.spans, named('x', lines.flatMap(spansOf))),
    ...shared(shares.pieces, tokens.flatMap(piecesOf)),
    ...shared(shares.senses, heard.flat()),
    ...shared(shares.together, heard.flatMap(togetherIn)),
    ...unique(few).map((one) => ({ ...one, value: shares.few })),
  ]
}

function shared(share: number, all: readonly Seen[]): readonly Feature[] {
  const once = unique(all)
  return once.map((one) => ({ ...one, value: share / Math.sqrt(once.length) }))
}

function named(kind: string, all: readonly string[]): readonly Seen[] {
  return all.map((one) => ({ key: `${kind} ${one}` }))
}

function unique(all: readonly Seen[]): readonly Seen[] {
  const found = new Map<string, Seen>()
  for (const one of all) if (!found.has(one.key)) found.set(one.key, one)
  return [...found.values()]
}

function pairsOf(line: readonly Token[]): readonly Seen[] {
  return line.slice(1).map((token, at) => ({ key: `b ${line[at]?.stem} ${token.stem}` }))
}

/** How long the pieces of words are. */
const sizes = [4, 5]

// Frames tell where a word begins and ends.
function piecesOf({ spelled: form, text }: Token): readonly Seen[] {
  if (isStopWord(form) || form.length < 4) return []
  const framed = `_${form}_`
  return sizes.flatMap((size) =>
    Array.from({ length: Math.max(0, framed.length - size + 1) }, (_, at) => ({
      key: `c ${framed.slice(at, at + size)}`,
      word: text,
    })),
  )
}

function heardIn(line: readonly Token[]): readonly Seen[] {
  const written = ` ${line.map((token) => token.spelled).join(' ')} `
  return unique([
    ...line.flatMap(({ spelled: form, text }) =>
      sensesOf(form).map((name) => ({ key: `s ${name}`, word: text })),
    ),
    ...phrasesIn(written).map((name) => ({ key: `s ${name}` })),
  ])
}

function togetherIn(heard: readonly Seen[]): readonly Seen[] {
  const names = heard.map(({ key }) => key.slice(2)).toSorted()
  return names.flatMap((one, at) =>
    names.slice(at + 1).map((other) => ({ key: `p ${one} ${other}` })),
  )
}
