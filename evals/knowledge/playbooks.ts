import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { SourceError } from '../../src/domain/errors.ts'
import { parseYaml } from '../../src/front-matter.ts'
import { parseSections } from '../../src/ingest/markdown.ts'
import { cuesAt, sentencesWith } from '../../src/step-places.ts'
import { unsaidIn } from './carried.ts'
import type { Problem } from './problem.ts'
import { type Knowledge, readText } from './read.ts'

const also = z.boolean().optional()
const Spoken = z.strictObject({
  source: z.string(),
  start: z.number(),
  end: z.number().optional(),
  also,
})
const Written = z.strictObject({
  source: z.string(),
  heading: z.string(),
  contains: z.string().optional(),
  also,
})
const Place = z.union([Spoken, Written])
const Step = z.object({
  id: z.string(),
  do: z.string().default(''),
  minute: z.number().nonnegative(),
  cite: z.array(Place).default([]),
  template: z.union([z.string(), z.array(z.string())]).default([]),
})
const Playbook = z.object({
  example: z.literal(true).optional(),
  deadlines: z.array(z.object({ id: z.string(), cite: z.array(Place).default([]) })).default([]),
  steps: z.array(Step).min(1),
})

type Playbook = z.infer<typeof Playbook>

/** Playbooks: what a step rests on can be opened, and the texts it offers are there. */
export function checkPlaybooks(knowledge: Knowledge): readonly Problem[] {
  return filesIn(join(knowledge.dir, 'playbooks')).flatMap((file) => {
    const found = readPlaybook(file)
    if ('what' in found) return [found]
    return faults(found.playbook, knowledge, file).map(({ id, what }) => ({
      file,
      line: lineOf(found.text, id),
      what: `${id}: ${what}`,
      fix: 'Bitte die Angabe berichtigen; knowledge/README.md zeigt die Form eines Playbooks.',
    }))
  })
}

function filesIn(folder: string): readonly string[] {
  try {
    const names = readdirSync(folder).filter((name) => name.endsWith('.yaml'))
    return names.toSorted().map((name) => join(folder, name))
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return []
    throw cause
  }
}

function readPlaybook(
  file: string,
): Problem | { readonly playbook: Playbook; readonly text: string } {
  try {
    const text = readText(file)
    const found = Playbook.safeParse(parseYaml(text, file))
    if (found.success) return { playbook: found.data, text }
    const what = `Das Playbook ist nicht lesbar (${found.error.issues[0]?.path.join('.') || 'Form'}).`
    return { file, what, fix: 'knowledge/README.md zeigt die Form eines Playbooks.' }
  } catch (error) {
    if (!(error instanceof SourceError)) throw error
    const { line, message: what, fix } = error
    return { file, what, fix, ...(line === undefined ? {} : { line }) }
  }
}

interface Fault {
  readonly id: string
  readonly what: string
}

function faults(playbook: Playbook, knowledge: Knowledge, file: string): readonly Fault[] {
  const { steps, deadlines, example } = playbook
  const isCommon = file.endsWith('common.yaml')
  return [
    ...(isCommon || example ? [] : [{ id: 'example', what: '„example: true“ fehlt.' }]),
    ...[...steps, ...deadlines].flatMap(({ id, cite }) =>
      cite
        .filter((place) => quoteOf(place, knowledge) === undefined)
        .map((place) => ({ id, what: toWhat(place) })),
    ),
    ...steps.flatMap((step) => uncarried(step, knowledge)),
    ...steps.flatMap(({ id, template }) =>
      missing([template].flat(), knowledge).map((what) => ({ id, what })),
    ),
    ...steps.flatMap((step, at) =>
      at > 0 && step.minute < (steps[at - 1]?.minute ?? 0)
        ? [{ id: step.id, what: `Minute ${step.minute} liegt vor der des Schritts davor.` }]
        : [],
    ),
  ]
}

function missing(templates: readonly string[], knowledge: Knowledge): readonly string[] {
  const gone = templates.filter((id) => knowledge.templates.every((one) => one.id !== id))
  return gone.map((id) => `Der Textbaustein „${id}“ fehlt in templates/.`)
}

// A reader sees the first place only, with what belongs to it.
function uncarried({ id, do: text, cite }: z.infer<typeof Step>, knowledge: Knowledge) {
  const next = cite.findIndex((place, at) => at > 0 && !place.also)
  const shown = next < 0 ? cite : cite.slice(0, next)
  const quotes = shown.map((place) => quoteOf(place, knowledge))
  if (quotes.length === 0 || quotes.includes(undefined)) return []
  const unsaid = unsaidIn(text, quotes.join(' '))
  return unsaid.length > 0
    ? [{ id, what: `Die erste Stelle sagt nichts von ${unsaid.join(', ')}.` }]
    : []
}

/** What stands at a place; `undefined` where nothing begins or ends there. */
function quoteOf(place: z.infer<typeof Place>, { transcripts, posts }: Knowledge) {
  if ('start' in place) {
    const cues = transcripts.find(({ id }) => id === place.source)?.cues ?? []
    const meant = cuesAt(cues, place)
    const isExact = meant[0]?.start === place.start
    const isWhole = place.end === undefined || meant.at(-1)?.end === place.end
    return isExact && isWhole ? meant.map(({ text }) => text).join(' ') : undefined
  }
  const post = posts.find(({ id }) => id === place.source)
  const sections = post ? parseSections(post.body, '') : []
  const section = sections.find(({ heading }) => heading === place.heading)
  return section && sentencesWith(section.text, place.contains)
}

function toWhat(place: z.infer<typeof Place>): string {
  if ('start' in place) {
    const end = place.end === undefined ? '' : ` oder endet bei ${place.end}`
    return `In ${place.source} beginnt bei Sekunde ${place.start}${end} nichts.`
  }
  const words = place.contains === undefined ? '' : ` mit „${place.contains}“`
  return `In ${place.source} beginnt unter „${place.heading}“${words} nichts.`
}

function lineOf(text: string, id: string): number {
  const at = text
    .split('\n')
    .findIndex((line) => line.includes(`id: ${id}`) || line.startsWith(`${id}:`))
  return Math.max(0, at) + 1
}
