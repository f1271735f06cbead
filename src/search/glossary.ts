import { stem } from '../german/stem.ts'
import { isStopWord } from '../german/stop-words.ts'
import { foldedWords } from '../german/words.ts'
import type { GlossaryEntry } from './glossary-file.ts'

/** A word that says what somebody asked for in another way; `weight` is 0 to 1. */
interface Meant {
  readonly word: string
  readonly weight: number
}

/** Says in other words what is asked for. */
export interface Glossary {
  meantBy(folded: readonly string[]): readonly Meant[]
}

/** What is only related counts this much of what means the same. */
const related = 0.5

/** A phrase by its content words; those of one phrase share its weight. */
interface Phrase {
  readonly words: readonly string[]
  readonly stems: readonly string[]
}

interface Group {
  readonly terms: readonly Phrase[]
  readonly related: readonly Phrase[]
}

export const noGlossary: Glossary = { meantBy: () => [] }

/** Finds the phrases of a glossary by their first word. */
export function openGlossary(entries: readonly GlossaryEntry[]): Glossary {
  const groups = entries.map((entry) => ({
    terms: entry.terms.flatMap(toPhrase),
    related: entry.related.flatMap(toPhrase),
  }))
  const byStem = new Map<string, { readonly group: Group; readonly phrase: Phrase }[]>()
  for (const group of groups) {
    for (const phrase of group.terms) {
      const [first = ''] = phrase.stems
      byStem.set(first, [...(byStem.get(first) ?? []), { group, phrase }])
    }
  }
  return {
    meantBy: (folded) => {
      const asked = folded.filter((word) => !isStopWord(word)).map(stem)
      return asked.flatMap((first, at) => {
        const found = byStem.get(first) ?? []
        return found
          .filter(({ phrase }) => phrase.stems.every((own, after) => own === asked[at + after]))
          .flatMap(({ group, phrase }) => othersIn(group, phrase))
      })
    },
  }
}

function toPhrase(text: string): readonly Phrase[] {
  const words = foldedWords(text).filter((word) => !isStopWord(word))
  return words.length === 0 ? [] : [{ words, stems: words.map(stem) }]
}

function othersIn({ terms, related: weaker }: Group, asked: Phrase): readonly Meant[] {
  const toWords = (weight: number) => (phrase: Phrase) =>
    phrase.words.map((word) => ({ word, weight: weight / phrase.words.length }))
  const others = terms.filter((phrase) => phrase !== asked)
  return [...others.flatMap(toWords(1)), ...weaker.flatMap(toWords(related))]
}
