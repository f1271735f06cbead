import { stem } from '../german/stem.ts'
import { foldedWords } from '../german/words.ts'
import type { Template, Templates } from './templates.ts'

/** The texts that may be posted. */
export function publicOnly({ all, holding }: Templates): Templates {
  return { all: all.filter(({ isInternal }) => !isInternal), holding }
}

/**
 * The text that answers a post: among those with a trigger in it the most urgent, then the one with most
 * of its triggers in it. The holding statement where none has any.
 *
 * A threat in a post about a closed road is answered as a threat.
 */
export function bestTemplate(post: string, { all, holding }: Templates): Template {
  const words = [...new Set(foldedWords(post))]
  const scored = all.map((template) => ({
    template,
    score: template.triggers.filter((trigger) => isIn(words, trigger)).length,
  }))
  const [best] = scored.filter(({ score }) => score > 0).toSorted(byUrgency)
  return best?.template ?? holding
}

interface Scored {
  readonly template: Template
  readonly score: number
}

function byUrgency(one: Scored, other: Scored): number {
  return other.template.urgency - one.template.urgency || other.score - one.score
}

// A trigger of several words wants all of them, wherever they stand.
function isIn(words: readonly string[], trigger: string): boolean {
  return foldedWords(trigger).every((wanted) => words.some((word) => isSame(word, wanted)))
}

// "Straßensperrungen" holds "Sperrung"; short words are looked for whole ("Daten" is in "Kandidaten").
function isSame(word: string, wanted: string): boolean {
  return (wanted.length >= 7 && word.includes(wanted)) || stem(word) === stem(wanted)
}
