import { type Citation, cited } from '../domain/citation.ts'
import type { Instant } from '../domain/time.ts'
import { sentences } from '../german/sentences.ts'
import { stem } from '../german/stem.ts'
import { isStopWord } from '../german/stop-words.ts'
import { foldedWords } from '../german/words.ts'

/** Of two texts on the same subject the shorter shares this much of its words with the other. */
const sameSubject = 0.3

const fewestShared = 4

/** So many words of a question that both take up. */
const taken = 2

/** Words of order and size make no subject. */
const pale = /^(?:erst|zweit|dritt|letzt|nachst|gross|klein|gut|wichtig|richtig)$/

/** Sources of one season say the same state of affairs. */
const monthMs = 30 * 24 * 3600 * 1000

/** Something that was said or written, and when. */
interface Dated {
  readonly text: string
  readonly published?: Instant
  /** The number of the episode it was said in. */
  readonly episode?: number
}

/** The words that mean something, for comparing two texts. */
export function stemsOf(text: string): ReadonlySet<string> {
  return new Set(
    foldedWords(text)
      .filter((word) => !isStopWord(word))
      .map(stem),
  )
}

// A few words in common say nothing about short texts.
function isAlike(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  const shared = [...one].filter((word) => other.has(word)).length
  return shared >= fewestShared && likeness(one, other) >= sameSubject
}

/** The share of its words that the shorter text has in common with the other, 0 to 1. */
export function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const shared = [...one].filter((word) => other.has(word)).length
  return shared / Math.max(1, Math.min(one.size, other.size))
}

/**
 * Whether two texts speak of the same and one is a month newer or more. What was asked helps: two
 * answers that take up the same thing of a question speak of the same.
 */
export function overtakes(newer: Dated, older: Dated, asked = ''): boolean {
  if (!newer.published || !older.published) return false
  const apart = Date.parse(newer.published) - Date.parse(older.published)
  if (!(apart >= monthMs)) return false
  if (corrects(newer, older)) return true
  const [one, other] = [stemsOf(newer.text), stemsOf(older.text)]
  const answers = [...stemsOf(asked)].filter(
    (word) => !pale.test(word) && one.has(word) && other.has(word),
  )
  return answers.length >= taken || isAlike(one, other)
}

/** What is said of an episode that was overtaken. */
const passedOn =
  /überholt|h(?:ie|ei)ß es|es hieß|war (?:\p{Ll}+ ){0,4}(?:noch|vor allem)|damals|nicht mehr|gilt (?:so )?nicht|stimmt (?:so )?nicht|korrig|an die falsche Stelle/iu

/** Words of the same matter in a correction and in what it corrects. */
const fewestOfMatter = 2

/**
 * Whether a text says itself that what was said in an episode is overtaken, and speaks of the same:
 * "In Folge 14 war noch von anonymen Meldungen die Rede: Das ist überholt."
 */
export function corrects(newer: Dated, older: Dated): boolean {
  if (older.episode === undefined || !passedOn.test(newer.text)) return false
  const name = new RegExp(`(?<!\\p{L})Folge ${older.episode}(?!\\d)`, 'u')
  const told = sentences(newer.text).map(({ text }) => text)
  const at = told.findIndex((text) => name.test(text))
  // What it takes back stands where it names the episode, not somewhere around.
  const correction = told.slice(at, at + 2).join(' ')
  if (at < 0 || !passedOn.test(correction)) return false
  const matter = stemsOf(older.text)
  const shared = [...stemsOf(correction)].filter((word) => matter.has(word) && !when.test(word))
  return shared.length >= fewestOfMatter
}

/** Words of time make no matter. */
const when =
  /^(?:\d+|folg|stand|heut|januar|februar|marz|april|mai|juni|juli|august|september|oktob|novemb|dezemb)/

/** The texts in their order, but none behind an older one on the same subject. */
export function newestFirst<T>(
  items: readonly T[],
  toDated: (item: T) => Dated,
  asked: string,
): readonly T[] {
  const sorted: T[] = []
  for (const item of items) {
    const at = sorted.findIndex((before) => overtakes(toDated(item), toDated(before), asked))
    sorted.splice(at < 0 ? sorted.length : at, 0, item)
  }
  return sorted
}

/** A citation as what was said and when. */
export function datedOf(citation: Citation): Dated {
  const { published } = cited(citation)
  const episode = citation.kind === 'episode' ? citation.episode.number : undefined
  return {
    text: citation.quote,
    ...(published ? { published } : {}),
    ...(episode === undefined ? {} : { episode }),
  }
}
