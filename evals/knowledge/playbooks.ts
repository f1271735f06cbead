import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { SourceError } from '../../src/domain/errors.ts'
import { parseYaml } from '../../src/front-matter.ts'
import { parseSections } from '../../src/ingest/markdown.ts'
import type { Problem } from './problem.ts'
import { type Knowledge, readText } from './read.ts'

const Place = z.union([
  z.strictObject({ source: z.string(), start: z.number() }),
  z.strictObject({ source: z.string(), heading: z.string() }),
])
const Step = z.object({
  id: z.string(),
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
        .filter((place) => !opens(place, knowledge))
        .map((place) => ({ id, what: toWhat(place) })),
    ),
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

function opens(place: z.infer<typeof Place>, { transcripts, posts }: Knowledge): boolean {
  if ('start' in place) {
    const transcript = transcripts.find(({ id }) => id === place.source)
    return transcript?.cues.some(({ start }) => start === place.start) ?? false
  }
  const post = posts.find(({ id }) => id === place.source)
  return (
    post !== undefined &&
    parseSections(post.body, '').some(({ heading }) => heading === place.heading)
  )
}

function toWhat(place: z.infer<typeof Place>): string {
  const at = 'start' in place ? `bei Sekunde ${place.start}` : `unter „${place.heading}“`
  return `In ${place.source} beginnt ${at} nichts.`
}

function lineOf(text: string, id: string): number {
  const at = text
    .split('\n')
    .findIndex((line) => line.includes(`id: ${id}`) || line.startsWith(`${id}:`))
  return Math.max(0, at) + 1
}
