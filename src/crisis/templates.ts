import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { SourceError } from '../domain/errors.ts'
import { parseFrontMatter } from '../front-matter.ts'

/** A text to copy with what to know before it is used. A house rule, never a quote. */
export interface Template {
  readonly id: string
  readonly title: string
  /** Words of a post that this text answers; stems and parts of compounds count as well. */
  readonly triggers: readonly string[]
  /** Where several texts fit, the most urgent is taken: 2 for people, 1 for data, 0 for topics. */
  readonly urgency: number
  /** It is for people inside or for the police: nothing to post, and no answer to a comment. */
  readonly isInternal: boolean
  readonly check: readonly string[]
  readonly never: readonly string[]
  /** Approved in advance: by which role, until which day, with these gaps and no others. */
  readonly preapproved?: Advance
  /** With [placeholders] that a person fills in. */
  readonly text: string
}

interface Advance {
  readonly by: string
  /** `YYYY-MM-DD`, the last day. */
  readonly until: string
  readonly blanks: readonly string[]
}

/** The texts to copy of a town. */
export interface Templates {
  /** The neutral holding statement, which fits whatever happened. */
  readonly holding: Template
  /** All of them, the holding statement included, in order of their ids. */
  readonly all: readonly Template[]
}

const holdingId = 'hs-0'

const line = z.string().trim().min(1)
const Head = z.strictObject({
  id: line.toLowerCase().regex(/^[a-z0-9-]+$/, 'nur a–z, Ziffern und Bindestriche'),
  title: line,
  triggers: z.array(line).default([]),
  urgency: z.int().min(0).max(2).default(0),
  internal: z.boolean().default(false),
  check: z.array(line).default([]),
  never: z.array(line).default([]),
  preapproved: z
    .strictObject({
      by: line,
      until: z.preprocess(
        (day) => (day instanceof Date ? day.toISOString().slice(0, 10) : day),
        z.iso.date(),
      ),
      blanks: z.array(line).default([]),
    })
    .optional(),
})

// What people read of it comes from zod's German locale.
const german = z.locales.de()

const bundled = fileURLToPath(new URL('../../knowledge/templates/', import.meta.url))

/**
 * The texts in `templates/` of the knowledge folder, over those that come with the product: the same
 * id replaces. So there is always a holding statement; a folder that is missing adds nothing.
 *
 * @throws SourceError (`bad-source`) with file and line for a text that cannot be used; never without
 *   `knowledgeDir`
 */
export function readTemplates(knowledgeDir?: string): Templates {
  const own = knowledgeDir === undefined ? [] : readFolder(join(knowledgeDir, 'templates'))
  const found = new Map([...readFolder(bundled), ...own].map((one) => [one.id, one]))
  const holding = found.get(holdingId)
  if (!holding) throw missing(bundled)
  const all = [...found.values()].toSorted((one, other) => (one.id < other.id ? -1 : 1))
  return { holding, all }
}

function readFolder(folder: string): readonly Template[] {
  const files = new Map<string, string>()
  return namesIn(folder).map((name) => {
    const template = readTemplate(join(folder, name))
    const twin = files.get(template.id)
    if (twin) throw duplicate(join(folder, name), template.id, twin)
    files.set(template.id, name)
    return template
  })
}

function namesIn(folder: string): readonly string[] {
  try {
    const names = readdirSync(folder).filter((name) => /^(?!\.|readme).*\.md$/i.test(name))
    return names.toSorted()
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return []
    throw unreadable(folder, cause)
  }
}

function readTemplate(file: string): Template {
  return parseTemplate(readText(file), `templates/${basename(file)}`)
}

function readText(file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file))
  } catch (cause) {
    throw unreadable(file, cause)
  }
}

/**
 * Reads a text to copy with its head.
 *
 * @throws SourceError (`bad-source`) with the line of the field that is wrong
 */
export function parseTemplate(source: string, file: string): Template {
  const { head, body, bodyLine } = parseFrontMatter(source, file)
  const parsed = Head.safeParse(head, { error: german.localeError })
  if (!parsed.success) throw badHead(parsed.error, source, file)
  const text = body.normalize('NFC').trim()
  if (text === '') {
    const fix = 'Bitte den Text zum Kopieren unter den Kopf schreiben, Lücken in [Klammern].'
    throw new SourceError('Der Textbaustein ist leer.', { file, line: bodyLine, fix })
  }
  const { preapproved, internal: isInternal, ...rest } = parsed.data
  return { ...rest, isInternal, ...(preapproved ? { preapproved } : {}), text }
}

function badHead({ issues }: z.ZodError, source: string, file: string): SourceError {
  const [issue] = issues
  const unknown = issue?.code === 'unrecognized_keys' ? issue.keys[0] : undefined
  const field = String(issue?.path[0] ?? unknown ?? 'id')
  const at = source.split(/\r\n|\n|\r/).findIndex((row) => row.startsWith(`${field}:`))
  return new SourceError(`Feld „${field}“: ${issue?.message ?? 'fehlt'}`, {
    file,
    // A field that is missing is missing in the head, which opens the file.
    line: at < 0 ? 1 : at + 1,
    fix: 'knowledge/README.md zeigt die Form: id, title, urgency, und als Listen triggers, check, never.',
  })
}

function duplicate(file: string, id: string, twin: string): SourceError {
  return new SourceError(`Die id „${id}“ trägt auch ${twin}.`, {
    file: `templates/${basename(file)}`,
    fix: 'Bitte einer der beiden Dateien eine andere id geben oder sie entfernen.',
  })
}

function missing(file: string): SourceError {
  return new SourceError(`Der Textbaustein „${holdingId}“ fehlt.`, {
    file,
    fix: 'Er gehört zum Produkt; bitte neu installieren oder ihn in templates/ anlegen.',
  })
}

function unreadable(file: string, cause: unknown): SourceError {
  return new SourceError('lässt sich nicht lesen oder ist nicht in UTF-8 geschrieben.', {
    file,
    fix: 'Bitte Leserechte und Zeichensatz prüfen.',
    cause,
  })
}
