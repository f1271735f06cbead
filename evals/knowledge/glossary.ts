import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { SourceError } from '../../src/domain/errors.ts'
import { parseYaml } from '../../src/front-matter.ts'
import { foldedWords } from '../../src/german/words.ts'
import type { Problem } from './problem.ts'
import { type Knowledge, readText } from './read.ts'

const Entry = z.strictObject({
  id: z.string().min(1),
  kind: z.enum(['synonym', 'abbreviation', 'colloquial', 'statute']),
  terms: z.array(z.string().min(1)).min(1),
  related: z.array(z.string().min(1)).optional(),
})

/** Words that mean the same: each entry has its id, and each term stands in one entry only. */
export function checkGlossary({ dir }: Knowledge): readonly Problem[] {
  const file = join(dir, 'glossary.yaml')
  if (!existsSync(file)) return []
  try {
    const text = readText(file)
    const found = z.array(Entry).safeParse(parseYaml(text, file))
    if (!found.success) return [malformed(file, found.error)]
    const names = found.data.map(({ id }) => ({ name: id, entry: id }))
    const terms = found.data.flatMap(({ id, terms }) =>
      terms.map((term) => ({ name: foldedWords(term).join(' '), entry: id })),
    )
    return [...twins(names), ...twins(terms)].map(({ name, entry }) => ({
      file,
      line: lineOf(text, entry),
      what: `„${name}“ steht zweimal im Glossar.`,
      fix: 'Bitte in einem Eintrag lassen oder die Einträge zusammenlegen.',
    }))
  } catch (error) {
    if (!(error instanceof SourceError)) throw error
    const { line, message: what, fix } = error
    return [{ file, what, fix, ...(line === undefined ? {} : { line }) }]
  }
}

interface Named {
  readonly name: string
  readonly entry: string
}

function twins(all: readonly Named[]): readonly Named[] {
  return all.filter(({ name }, at) => all.findIndex((other) => other.name === name) < at)
}

function lineOf(text: string, id: string): number {
  const at = text
    .split('\n')
    .findIndex((line) => line.includes(`id: ${id},`) || line.endsWith(`id: ${id}`))
  return Math.max(0, at) + 1
}

function malformed(file: string, { issues }: z.ZodError): Problem {
  const [issue] = issues
  const what = `Eintrag ${Number(issue?.path[0] ?? 0) + 1} ist nicht lesbar (${issue?.path.slice(1).join('.') || 'Form'}).`
  return { file, what, fix: 'knowledge/README.md zeigt die Form eines Eintrags.' }
}
