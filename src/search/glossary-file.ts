import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { SourceError } from '../domain/errors.ts'
import { parseYaml } from '../front-matter.ts'

const Words = z.string().trim().min(1).max(200)
const Entry = z.strictObject({
  id: Words,
  kind: z.enum(['synonym', 'abbreviation', 'colloquial', 'statute']),
  terms: z.array(Words).min(1),
  related: z.array(Words).default([]),
})
const Entries = z.array(Entry)

/** What means the same in this field: `terms`; `related` is weaker. */
export type GlossaryEntry = Readonly<z.infer<typeof Entry>>

// What people read of it comes from zod's German locale.
const german = z.locales.de()

const bundled = fileURLToPath(new URL('../../knowledge/', import.meta.url))
const name = 'glossary.yaml'

/**
 * The glossary in the knowledge folder over the one that comes with the product: the same id replaces.
 * A file that is missing adds nothing.
 *
 * @throws SourceError (`bad-source`) with file and line for an entry that cannot be used; never without
 *   `knowledgeDir`
 */
export function readGlossary(knowledgeDir?: string): readonly GlossaryEntry[] {
  const own = knowledgeDir === undefined ? [] : readEntries(knowledgeDir)
  return Array.from(new Map([...readEntries(bundled), ...own].map((one) => [one.id, one])).values())
}

function readEntries(folder: string): readonly GlossaryEntry[] {
  try {
    const bytes = readFileSync(join(folder, name))
    return parseGlossary(new TextDecoder('utf-8', { fatal: true }).decode(bytes), name)
  } catch (cause) {
    if (cause instanceof SourceError) throw cause
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return []
    throw new SourceError('lässt sich nicht lesen oder ist nicht in UTF-8 geschrieben.', {
      file: name,
      cause,
      fix: 'Bitte Leserechte und Zeichensatz prüfen.',
    })
  }
}

/**
 * Reads a list of entries; empty text has none.
 *
 * @throws SourceError (`bad-source`) with the line of the entry that is wrong
 */
export function parseGlossary(text: string, file: string): readonly GlossaryEntry[] {
  const parsed = Entries.safeParse(parseYaml(text, file) ?? [], { error: german.localeError })
  if (!parsed.success) throw badEntry(parsed.error, text, file)
  const ids = new Set<string>()
  for (const { id } of parsed.data) {
    if (ids.has(id)) throw trouble(`Der Eintrag „${id}“ steht mehrmals da.`, file, lineOf(text, id))
    ids.add(id)
  }
  return parsed.data
}

function badEntry({ issues }: z.ZodError, text: string, file: string): SourceError {
  const [issue] = issues
  const [at, ...path] = issue?.path ?? []
  const field = path.length > 0 ? `Feld „${String(path[0])}“: ` : ''
  const line = typeof at === 'number' ? lineOfEntry(text, at) : 1
  return trouble(`${field}${issue?.message ?? 'ist keine Liste von Einträgen'}`, file, line)
}

function trouble(message: string, file: string, line: number): SourceError {
  return new SourceError(message, {
    file,
    line,
    fix: 'Jeder Eintrag: „- { id: …, kind: synonym, terms: [Wort, Wort], related: [Wort] }“; kind ist synonym, abbreviation, colloquial oder statute.',
  })
}

function lineOfEntry(text: string, at: number): number {
  const starts = text
    .split(/\r\n|\n|\r/)
    .flatMap((row, line) => (/^- /.test(row) ? [line + 1] : []))
  return starts[at] ?? 1
}

function lineOf(text: string, id: string): number {
  const rows = text.split(/\r\n|\n|\r/)
  return rows.findLastIndex((row) => row.includes(`id: ${id}`)) + 1 || 1
}
