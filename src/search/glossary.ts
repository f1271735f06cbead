import { stem } from '../german/stem.ts'
import { isStopWord } from '../german/stop-words.ts'
import { foldedWords } from '../german/words.ts'
import type { GlossaryEntry } from './glossary-file.ts'
import type { Concept } from './thesaurus-file.ts'

/** A word that says what somebody asked for in another way. */
interface Meant {
  readonly word: string
  /** 0 to 1; 1 is the same in this field. */
  readonly weight: number
  /** The stem of the word that was asked for, the first of a phrase. */
  readonly of: string
}

/** Says in other words what is asked for. */
export interface Glossary {
  meantBy(folded: readonly string[]): readonly Meant[]
}

/** What is only related counts this much of what means the same. */
const related = 0.5

/** Everyday words mean the same only roughly; one that means several things says less of each. */
const everyday = 0.6

/** A phrase by its content words; those of one phrase share its weight. */
interface Phrase {
  readonly words: readonly string[]
  readonly stems: readonly string[]
}

interface Group {
  /** 1 in the glossary, less in the thesaurus. */
  readonly strength: number
  readonly terms: readonly Phrase[]
  readonly related: readonly Phrase[]
}

export const noGlossary: Glossary = { meantBy: () => [] }

interface Entry {
  readonly group: Group
  readonly phrase: Phrase
}

/** Finds the phrases of a glossary and of a thesaurus by their first word. */
export function openGlossary(
  entries: readonly GlossaryEntry[],
  concepts: readonly Concept[] = [],
): Glossary {
  const byStem = new Map<string, Entry[]>()
  for (const group of [...entries.map(toGroup), ...concepts.map(toLooseGroup)]) {
    for (const phrase of group.terms) {
      const [first = ''] = phrase.stems
      const known = byStem.get(first)
      if (known) known.push({ group, phrase })
      else byStem.set(first, [{ group, phrase }])
    }
  }
  return {
    meantBy: (folded) => {
      const asked = folded.filter((word) => !isStopWord(word)).map(stem)
      return asked.flatMap((first, at) => {
        const found = (byStem.get(first) ?? []).filter(({ phrase }) =>
          phrase.stems.every((own, after) => own === asked[at + after]),
        )
        const senses = found.filter(({ group }) => group.strength < 1).length
        return found.flatMap(({ group, phrase }) =>
          othersIn(group, phrase, group.strength < 1 ? Math.sqrt(senses) : 1).map((other) => {
            return { ...other, of: first }
          }),
        )
      })
    },
  }
}

function toGroup({ terms, related: weaker }: GlossaryEntry): Group {
  return { strength: 1, terms: terms.flatMap(toPhrase), related: weaker.flatMap(toPhrase) }
}

function toLooseGroup({ terms, near }: Concept): Group {
  return { strength: everyday, terms: terms.flatMap(toPhrase), related: near.flatMap(toPhrase) }
}

function toPhrase(text: string): readonly Phrase[] {
  const words = foldedWords(text).filter((word) => !isStopWord(word))
  return words.length === 0 ? [] : [{ words, stems: words.map(stem) }]
}

function othersIn(group: Group, asked: Phrase, senses: number): readonly Omit<Meant, 'of'>[] {
  const toWords = (weight: number) => (phrase: Phrase) =>
    phrase.words.map((word) => ({ word, weight: weight / phrase.words.length / senses }))
  const others = group.terms.filter((phrase) => phrase !== asked)
  return [
    ...others.flatMap(toWords(group.strength)),
    ...group.related.flatMap(toWords(group.strength * related)),
  ]
}
