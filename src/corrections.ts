import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { type Cue, type Document, isTranscript } from './domain/documents.ts'
import { writeWhole } from './ingest/kept.ts'
import { homeOf, type Paths } from './places.ts'

const Correction = z.object({
  start: z.number(),
  from: z.string(),
  to: z.string(),
  at: z.string(),
})
const Corrections = z.record(z.string(), z.array(Correction))

/** What a person changed in a cue. The file it came from stays as it is. */
export type Correction = Readonly<z.infer<typeof Correction>>
type All = Readonly<Record<string, readonly Correction[]>>

// A transcript that is fetched or made anew may begin a cue a little earlier or later.
const slack = 2

function pathOf(paths: Paths): string {
  return join(homeOf(paths), 'corrections.json')
}

/** All corrections by the id of their episode, oldest first; none where there is no file. */
export function readCorrections(paths: Paths): All {
  try {
    return Corrections.parse(JSON.parse(readFileSync(pathOf(paths), 'utf8')))
  } catch {
    return {}
  }
}

/** Keeps one more correction. It counts from the next `refresh` on. */
export async function correct(paths: Paths, id: string, correction: Correction): Promise<void> {
  const all = readCorrections(paths)
  const next = { ...all, [id]: [...(all[id] ?? []), correction] }
  await writeWhole(pathOf(paths), JSON.stringify(next))
}

/** Takes the last correction of an episode back; gives it, where there was one. */
export async function undo(paths: Paths, id: string): Promise<Correction | undefined> {
  const { [id]: own = [], ...others } = readCorrections(paths)
  const last = own.at(-1)
  if (!last) return undefined
  const rest = own.slice(0, -1)
  const next = rest.length > 0 ? { ...others, [id]: rest } : others
  await writeWhole(pathOf(paths), JSON.stringify(next))
  return last
}

/**
 * A document with what people corrected in it. A correction whose words are not there any more is left
 * out: the transcript has changed, perhaps because it was corrected at its source.
 */
export function corrected(document: Document, corrections: readonly Correction[]): Document {
  if (!isTranscript(document) || corrections.length === 0) return document
  const cues = corrections.reduce(apply, document.cues)
  if (cues === document.cues) return document
  const { isMachineMade: _, ...about } = document.about
  return { about, cues }
}

function apply(cues: readonly Cue[], { start, from, to }: Correction): readonly Cue[] {
  const at = cues.findIndex((cue) => cue.text === from && Math.abs(cue.start - start) <= slack)
  const cue = cues[at]
  return cue ? cues.with(at, { ...cue, text: to }) : cues
}
