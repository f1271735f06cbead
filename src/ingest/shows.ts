import { z } from 'zod'
import { SourceError } from '../domain/errors.ts'
import { parseYaml } from '../front-matter.ts'
import { plainLine, visible } from './plain.ts'

const Words = z.string().transform(plainLine).pipe(z.string().min(1))

const Show = z.object({
  id: Words,
  name: Words,
  link: z.string().transform(visible).pipe(z.string().min(1)).optional(),
  licence: z.string().transform(plainLine).optional(),
})

const Sources = z.object({ shows: z.array(Show).nullish() })

/** A show and how to open it at a second: `link` holds `{url}`, `{audio}`, `{seconds}`, `{clock}`. */
export type Show = Readonly<z.infer<typeof Show>>

const placeholders = ['url', 'audio', 'seconds', 'clock']

/**
 * Reads the shows of `sources.yaml`; empty text has none.
 *
 * @throws SourceError (`bad-source`) for invalid YAML, a missing name, a repeated id or a link no citation could use
 */
export function parseShows(text: string, file: string): readonly Show[] {
  const parsed = Sources.safeParse(parseYaml(text, file) ?? {})
  if (!parsed.success) {
    const path = parsed.error.issues[0]?.path.map((part) =>
      typeof part === 'number' ? part + 1 : part,
    )
    throw new SourceError(`„${path?.join(' / ') || 'shows'}“ fehlt oder hat den falschen Typ.`, {
      file,
      fix: 'Bitte jede Sendung unter „shows:“ mit „- id: …“ und „name: …“ eintragen.',
    })
  }
  const shows = parsed.data.shows ?? []
  checkIds(shows, file)
  for (const { id, link } of shows) {
    if (link !== undefined) checkLink({ id, link }, text, file)
  }
  return shows
}

function checkIds(shows: readonly Show[], file: string): void {
  const ids = new Set<string>()
  for (const { id } of shows) {
    if (ids.has(id)) {
      throw new SourceError(`Die Sendung „${id}“ steht mehrmals da.`, {
        file,
        fix: 'Bitte jeder Sendung eine eigene id geben.',
      })
    }
    ids.add(id)
  }
}

interface Linked {
  readonly id: string
  readonly link: string
}

function checkLink({ id, link }: Linked, text: string, file: string): void {
  const problem = linkProblem(link)
  if (problem === undefined) return
  const line = text.split(/\r\n|\n|\r/).findIndex((candidate) => candidate.includes(link)) + 1
  throw new SourceError(`Der Link der Sendung „${id}“ ${problem}.`, {
    file,
    ...(line > 0 ? { line } : {}),
    fix: 'Erlaubt ist eine Adresse mit http(s):// oder {url} oder {audio} am Anfang und darin {url}, {audio}, {seconds}, {clock}, zum Beispiel „{url}?t={seconds}“.',
  })
}

function linkProblem(link: string): string | undefined {
  const unknown = [...link.matchAll(/\{([^{}]*)\}/g)].find(
    ([, name = '']) => !placeholders.includes(name),
  )
  if (unknown) return `enthält den unbekannten Platzhalter ${unknown[0]}`
  if (!/^(?:https?:\/\/|\{url\}|\{audio\})/i.test(link)) return 'beginnt nicht mit einer Adresse'
  return undefined
}
