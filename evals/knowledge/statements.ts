import { z } from 'zod'
import { clockSpan } from '../../src/domain/time.ts'
import { parseSections } from '../../src/ingest/markdown.ts'
import { holdsWords } from '../labels.ts'
import { plannedStatements } from './plan.ts'
import type { Problem } from './problem.ts'
import type { Knowledge, Page, Transcript } from './read.ts'
import { readRows } from './rows.ts'
import { holdsTerm } from './terms.ts'

const common = {
  statement: z.string().regex(/^[EB]\d{2}\.\d+$/),
  source: z.string(),
  terms: z.array(z.string().min(1)).min(1),
}
const Spoken = z.strictObject({ ...common, start: z.number(), end: z.number() })
const Written = z.strictObject({ ...common, contains: z.string().min(1) })
const Statement = z.union([Spoken, Written])

/** A key statement of the plan, where it is said or written, and what must stand there. */
type Statement = z.infer<typeof Statement> & { readonly line: number }

interface Labels {
  readonly file: string
  readonly counts: Readonly<Record<string, number>>
}

/** Every key statement of the plan has its span, and its terms stand in it. */
export function checkStatements(knowledge: Knowledge, labels: Labels): readonly Problem[] {
  const { rows: statements, problems } = readRows(labels.file, Statement)
  return [
    ...problems,
    ...checkNumbers(statements, labels),
    ...statements.flatMap((one) =>
      checkPlace(one, knowledge).map((trouble) => ({
        ...{ file: labels.file, line: one.line },
        ...trouble,
      })),
    ),
  ]
}

// Whatever is missing, is there twice or belongs to another source changes this list of ids.
function checkNumbers(statements: readonly Statement[], labels: Labels): readonly Problem[] {
  const { file, counts } = labels
  const planned = plannedStatements(counts)
  const missing = planned
    .filter(({ id }) => statements.every(({ statement }) => statement !== id))
    .map(({ id, source }) => ({
      file,
      what: `Die Kernaussage ${id} fehlt.`,
      fix: `Bitte die Stelle in ${source} suchen und eine Zeile ergänzen.`,
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

function checkPlace(one: Statement, { transcripts, posts }: Knowledge): readonly Trouble[] {
  return 'contains' in one ? checkWords(one, posts) : checkSpan(one, transcripts)
}

// The words name the place, and the terms stand in the same section.
function checkWords(one: z.infer<typeof Written>, posts: readonly Page[]): readonly Trouble[] {
  const { statement, source, contains, terms } = one
  const post = posts.find(({ id }) => id === source)
  const sections = (post && parseSections(post.body, '')) ?? []
  const holding = sections.filter(({ text }) => holdsWords(text, contains))
  const [section] = holding
  if (!post || !section || holding.length > 1) {
    const times = holding.length === 0 ? 'nicht' : 'in mehreren Abschnitten'
    const what = `Die Worte von ${statement} stehen ${times} in ${source}.`
    return [{ what, fix: `Bitte „contains“ aus posts/${source}.md übernehmen, Wort für Wort.` }]
  }
  const lost = lostTerms(`${section.heading} ${section.text}`, terms)
  if (lost === '') return []
  const what = `In ${post.file}, Abschnitt „${section.heading}“ (${statement}), steht nicht: ${lost}.`
  return [{ what, fix: 'Bitte den Abschnitt oder die Begriffe berichtigen.' }]
}

function lostTerms(text: string, terms: readonly string[]): string {
  const lost = terms.filter((term) => !holdsTerm(text, term))
  return lost.map((term) => `„${term}“`).join(', ')
}

function checkSpan(
  one: z.infer<typeof Spoken>,
  transcripts: readonly Transcript[],
): readonly Trouble[] {
  const { statement, source, start, end, terms } = one
  const transcript = transcripts.find(({ id }) => id === source)
  const cues = transcript?.cues.filter((cue) => cue.start >= start && cue.end <= end) ?? []
  if (!transcript || cues[0]?.start !== start || cues.at(-1)?.end !== end) {
    const what = `Die Spanne von ${statement} beginnt oder endet nicht mit einer Einblendung von ${source}.`
    return [{ what, fix: 'Bitte die Zeiten aus dem Transkript übernehmen, ganze Einblendungen.' }]
  }
  const text = cues.map((cue) => cue.text).join(' ')
  const lost = lostTerms(text, terms)
  if (lost === '') return []
  const what = `In ${transcript.file}, ${clockSpan(start, end)} (${statement}) steht nicht: ${lost}.`
  return [{ what, fix: `Bitte die Stelle ab Zeile ${cues[0].line} oder die Begriffe berichtigen.` }]
}
