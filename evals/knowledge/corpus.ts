import { z } from 'zod'
import { holdsWords } from '../labels.ts'
import { plannedStatements } from './plan.ts'
import type { Problem } from './problem.ts'
import type { Knowledge } from './read.ts'
import { readRows } from './rows.ts'

const Span = z.strictObject({ source: z.string(), start: z.number(), end: z.number() })
const Words = z.strictObject({ source: z.string(), contains: z.string().min(1) })
const Row = z.object({
  id: z.string().min(1),
  question: z.string().trim().min(1),
  kind: z.string(),
  answerable: z.boolean(),
  statement: z.string().optional(),
  earlier: z.array(z.string()).default([]),
  expect: z.array(z.union([Span, Words])).default([]),
  /** What the second reader, who had the span alone, did with the label. */
  read: z.enum(['same', 'widened', 'rewritten']),
})

type Row = z.infer<typeof Row> & { readonly line: number }

interface Corpus {
  readonly file: string
  readonly counts: Readonly<Record<string, number>>
  /** How many questions of a kind there must be at least. */
  readonly kinds: Readonly<Record<string, number>>
}

/** Questions on the example knowledge: one for each key statement, and places that exist. */
export function checkCorpus(knowledge: Knowledge, corpus: Corpus): readonly Problem[] {
  const { rows, problems } = readRows(corpus.file, Row)
  return [
    ...problems,
    ...checkCover(rows, corpus),
    ...checkKinds(rows, corpus),
    ...rows.flatMap((row, at) => {
      const isTwin = rows.findIndex(({ id }) => id === row.id) < at
      const troubles = [
        ...(isTwin ? ['trägt eine Kennung, die es schon gibt'] : []),
        ...faults(row, knowledge),
      ]
      return troubles.map((trouble) => ({
        file: corpus.file,
        line: row.line,
        what: `${row.id} ${trouble}.`,
        fix: 'Bitte die Zeile berichtigen; evals/README.md zeigt ihre Form.',
      }))
    }),
  ]
}

function checkCover(rows: readonly Row[], { file, counts }: Corpus): readonly Problem[] {
  const asked = new Set(rows.map(({ statement }) => statement))
  return plannedStatements(counts)
    .filter(({ id }) => !asked.has(id))
    .map(({ id }) => ({
      file,
      what: `Nach der Kernaussage ${id} fragt niemand.`,
      fix: 'Bitte eine Frage ergänzen, ohne die Worte der Stelle.',
    }))
}

function checkKinds(rows: readonly Row[], { file, kinds }: Corpus): readonly Problem[] {
  return Object.entries(kinds).flatMap(([kind, least]) => {
    const count = rows.filter((row) => row.kind === kind).length
    if (count >= least) return []
    const what = `Von der Art „${kind}“ gibt es ${count} statt mindestens ${least} Fragen.`
    return [{ file, what, fix: 'Bitte Fragen dieser Art ergänzen.' }]
  })
}

function faults(row: Row, knowledge: Knowledge): readonly string[] {
  const { answerable, expect, kind, earlier } = row
  return [
    ...(answerable === expect.length > 0 ? [] : ['sagt nicht, ob und wo es eine Antwort gibt']),
    ...(kind === 'followup' && earlier.length === 0 ? ['braucht die Frage davor („earlier“)'] : []),
    ...expect.filter((place) => !isThere(place, knowledge)).map(toFault),
  ]
}

function toFault(place: Row['expect'][number]): string {
  return `verweist auf eine Stelle, die es in ${place.source} nicht gibt`
}

function isThere(place: Row['expect'][number], { transcripts, posts }: Knowledge): boolean {
  if ('contains' in place) {
    return posts.some(({ id, body }) => id === place.source && holdsWords(body, place.contains))
  }
  const cues = transcripts.find(({ id }) => id === place.source)?.cues ?? []
  return (
    cues.some(({ start, end }) => start < place.end && end > place.start) && place.start < place.end
  )
}
