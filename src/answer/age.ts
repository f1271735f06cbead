import { type Citation, cited } from '../domain/citation.ts'
import type { Instant } from '../domain/time.ts'
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
  const [one, other] = [stemsOf(newer.text), stemsOf(older.text)]
  const answers = [...stemsOf(asked)].filter(
    (word) => !pale.test(word) && one.has(word) && other.has(word),
  )
  return answers.length >= taken || isAlike(one, other)
}

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
  return { text: citation.quote, ...(published ? { published } : {}) }
}
