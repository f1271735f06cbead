import { z } from 'zod'
import { SourceError } from '../../src/domain/errors.ts'
import { clockSpan } from '../../src/domain/time.ts'
import type { Problem } from './problem.ts'
import { type Knowledge, readText, type Transcript } from './read.ts'
import { holdsTerm } from './terms.ts'

const Statement = z.strictObject({
  statement: z.string().regex(/^E\d{2}\.\d+$/),
  source: z.string(),
  start: z.number(),
  end: z.number(),
  terms: z.array(z.string().min(1)).min(1),
})

/** A key statement of the plan, where it is said, and what must stand there. */
interface Statement extends z.infer<typeof Statement> {
  readonly line: number
}

interface Labels {
  readonly file: string
  readonly counts: Readonly<Record<string, number>>
}

/** Every key statement of the plan has its span, and its terms stand in it. */
export function checkStatements(knowledge: Knowledge, labels: Labels): readonly Problem[] {
  const { statements, problems } = readStatements(labels.file)
  return [
    ...problems,
    ...checkNumbers(statements, labels),
    ...statements.flatMap((one) =>
      checkSpan(one, knowledge.transcripts).map((trouble) => ({
        ...{ file: labels.file, line: one.line },
        ...trouble,
      })),
    ),
  ]
}

function readStatements(file: string) {
  const problems: Problem[] = []
  const lines = toRows(file, problems).map((row, at) => ({ row, line: at + 1 }))
  const statements = lines.flatMap(({ row, line }): readonly Statement[] => {
    if (row.trim() === '') return []
    const parsed = Statement.safeParse(parseJson(row))
    if (parsed.success) return [{ ...parsed.data, line }]
    const fix = 'evals/README.md zeigt die Form einer Zeile.'
    problems.push({ file, line, what: 'Die Zeile ist keine lesbare Kernaussage.', fix })
    return []
  })
  return { statements, problems }
}

function toRows(file: string, problems: Problem[]): readonly string[] {
  try {
    return readText(file).split(/\r?\n/)
  } catch (error) {
    if (!(error instanceof SourceError)) throw error
    problems.push({ file, what: error.message, fix: error.fix })
    return []
  }
}

function parseJson(row: string): unknown {
  try {
    return JSON.parse(row)
  } catch {
    return undefined
  }
}

// Whatever is missing, is there twice or belongs to another source changes this list of ids.
function checkNumbers(statements: readonly Statement[], labels: Labels): readonly Problem[] {
  const { file, counts } = labels
  const planned = Object.entries(counts).flatMap(([source, count]) =>
    Array.from({ length: count }, (_, at) => ({ source, id: `${source.toUpperCase()}.${at + 1}` })),
  )
  const missing = planned
    .filter(({ id }) => statements.every(({ statement }) => statement !== id))
    .map(({ id, source }) => ({
      file,
      what: `Die Kernaussage ${id} fehlt.`,
      fix: `Bitte die Stelle in episodes/${source}.vtt suchen und eine Zeile ergänzen.`,
    }))
  const wrong = statements.filter(
    ({ statement, source }, at) =>
      planned.every((one) => one.id !== statement || one.source !== source) ||
      statements.findIndex((other) => other.statement === statement) < at,
  )
  return [...missing, ...wrong.map(({ statement, line }) => unplanned(file, line, statement))]
}

function unplanned(file: string, line: number, statement: string): Problem {
  return {
    ...{ file, line },
    what: `${statement} steht doppelt da, gehört zu einer anderen Quelle oder ist nicht im Plan.`,
    fix: 'Bitte berichtigen; evals/knowledge/statement-counts.ts zählt die Kernaussagen je Quelle.',
  }
}

type Trouble = Pick<Problem, 'what' | 'fix'>

function checkSpan(one: Statement, transcripts: readonly Transcript[]): readonly Trouble[] {
  const { statement, source, start, end, terms } = one
  const transcript = transcripts.find(({ id }) => id === source)
  const cues = transcript?.cues.filter((cue) => cue.start >= start && cue.end <= end) ?? []
  if (!transcript || cues[0]?.start !== start || cues.at(-1)?.end !== end) {
    const what = `Die Spanne von ${statement} beginnt oder endet nicht mit einer Einblendung von ${source}.`
    return [{ what, fix: 'Bitte die Zeiten aus dem Transkript übernehmen, ganze Einblendungen.' }]
  }
  const text = cues.map((cue) => cue.text).join(' ')
  const lost = terms.filter((term) => !holdsTerm(text, term)).map((term) => `„${term}“`)
  if (lost.length === 0) return []
  const what = `In ${transcript.file}, ${clockSpan(start, end)} (${statement}) steht nicht: ${lost.join(', ')}.`
  return [{ what, fix: `Bitte die Stelle ab Zeile ${cues[0].line} oder die Begriffe berichtigen.` }]
}
