import { readFileSync } from 'node:fs'
import { SourceError } from '../domain/errors.ts'

/** Words for one thing; `near` is close but not the same. */
export interface Concept {
  readonly terms: readonly string[]
  readonly near: readonly string[]
}

const name = 'thesaurus.txt'
const bundled = new URL(`../../knowledge/${name}`, import.meta.url)

/** The words of everyday German that come with the product. */
export function readThesaurus(): readonly Concept[] {
  return parseThesaurus(readFileSync(bundled, 'utf8'), name)
}

/**
 * One concept a line: `terms | … ~ near | …`; lines that begin with `#` say nothing.
 *
 * @throws SourceError (`bad-source`) with the line that has fewer than two terms
 */
export function parseThesaurus(text: string, file: string): readonly Concept[] {
  return text.split(/\r?\n/).flatMap((line, at): readonly Concept[] => {
    if (line.trim() === '' || line.startsWith('#')) return []
    const [terms = '', near = ''] = line.split('~')
    const concept = { terms: termsOf(terms), near: termsOf(near) }
    if (concept.terms.length + concept.near.length > 1 && concept.terms.length > 0) return [concept]
    throw new SourceError('nennt nur ein Wort.', {
      file,
      line: at + 1,
      fix: 'Eine Zeile braucht mindestens zwei Wörter: Wort | anderes Wort ~ verwandtes Wort.',
    })
  })
}

function termsOf(part: string): readonly string[] {
  return part
    .split('|')
    .map((term) => term.trim())
    .filter((term) => term !== '')
}
