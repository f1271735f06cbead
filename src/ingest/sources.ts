import { z } from 'zod'
import { SourceError } from '../domain/errors.ts'
import { parseYaml } from '../front-matter.ts'
import { plainLine } from './plain.ts'

/** What the town may do with a source: all, what a note says, or quote it shortly. */
export const rights = ['own', 'permitted', 'unknown'] as const
export type Rights = (typeof rights)[number]

const Name = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/)

const Entry = z
  .object({
    id: Name,
    feed: z.string().min(1).optional(),
    blog: z.string().min(1).optional(),
    name: z.string().transform(plainLine).optional(),
    link: z.string().min(1).optional(),
    rights: z.enum(rights).default('unknown'),
    note: z.string().transform(plainLine).optional(),
    local: z.boolean().default(false),
    status: z.enum(['active', 'disabled', 'withdrawn']).default('active'),
  })
  .refine(({ feed, blog }) => (feed === undefined) !== (blog === undefined))
  .refine(({ rights: given, note }) => given !== 'permitted' || Boolean(note))

const Sources = z.object({ sources: z.array(Entry).nullish() })

/** A feed or a blog that is fetched. */
export type SourceEntry = Readonly<z.infer<typeof Entry>>

/**
 * The sources of `sources.yaml`; empty text has none.
 *
 * @throws SourceError (`bad-source`) for invalid YAML, a repeated id, or an entry that is not whole
 */
export function parseSources(text: string, file: string): readonly SourceEntry[] {
  const parsed = Sources.safeParse(parseYaml(text, file) ?? {})
  if (!parsed.success) {
    const at = parsed.error.issues[0]?.path.map((part) =>
      typeof part === 'number' ? part + 1 : part,
    )
    throw new SourceError(`„${at?.join(' / ') || 'sources'}“ fehlt oder passt nicht.`, {
      file,
      fix: 'Jede Quelle braucht „id:“ (kleine Buchstaben, Ziffern, -), „feed:“ oder „blog:“ und „rights:“ (own, permitted mit „note:“, unknown).',
    })
  }
  const entries = parsed.data.sources ?? []
  const ids = entries.map(({ id }) => id)
  const twice = ids.find((id, index) => ids.indexOf(id) !== index)
  if (twice === undefined) return entries
  throw new SourceError(`Die Quelle „${twice}“ steht mehrmals da.`, {
    file,
    fix: 'Bitte jeder Quelle eine eigene id geben.',
  })
}

/** A name as an id: small letters, digits and dashes, at most `length` of them. */
export function toSlug(name: string, length: number): string {
  const plain = name
    .toLowerCase()
    .replace(/ä/g, 'ae')
    .replace(/ö/g, 'oe')
    .replace(/ü/g, 'ue')
    .replace(/ß/g, 'ss')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
  return plain.slice(0, length).replace(/^-+|-+$/g, '')
}
