import { stem } from '../german/stem.ts'
import { foldedWords } from '../german/words.ts'
import type { Template, Templates } from './templates.ts'

/**
 * The text that answers a post: the one with most of its triggers in it, else the holding statement.
 *
 * On a tie the later id wins: texts on data and threats stand behind those on topics.
 */
export function bestTemplate(post: string, { all, holding }: Templates): Template {
  const words = [...new Set(foldedWords(post))]
  let best = { template: holding, score: 0 }
  for (const template of all) {
    const score = template.triggers.filter((trigger) => isIn(words, trigger)).length
    if (score > 0 && score >= best.score) best = { template, score }
  }
  return best.template
}

// A trigger of several words wants all of them, wherever they stand.
function isIn(words: readonly string[], trigger: string): boolean {
  return foldedWords(trigger).every((wanted) => words.some((word) => isSame(word, wanted)))
}

// "Straßensperrungen" holds "Sperrung"; short words are looked for whole ("Daten" is in "Kandidaten").
function isSame(word: string, wanted: string): boolean {
  return (wanted.length >= 7 && word.includes(wanted)) || stem(word) === stem(wanted)
}
