import { explain } from '../src/domain/errors.ts'
import { checkCorpus } from './knowledge/corpus.ts'
import { checkGlossary } from './knowledge/glossary.ts'
import { checkHeads } from './knowledge/heads.ts'
import { checkNames } from './knowledge/names.ts'
import { checkNotices } from './knowledge/notices.ts'
import { checkPlaybooks } from './knowledge/playbooks.ts'
import { type Problem, toLine } from './knowledge/problem.ts'
import { readKnowledge } from './knowledge/read.ts'
import { statementCounts } from './knowledge/statement-counts.ts'
import { checkStatements } from './knowledge/statements.ts'
import { checkTemplates } from './knowledge/templates.ts'
import { checkPace, checkTimes } from './knowledge/times.ts'

// Says whether the example knowledge keeps the rules it is written by: `npm run check:knowledge`.

interface Checked {
  /** The knowledge folder. */
  readonly knowledge: string
  /** The key statements and where they are said, one JSON object a line. */
  readonly statements: string
  /** Questions on the knowledge and where their answers stand, one JSON object a line. */
  readonly corpus: string
  /** How many key statements each source has. */
  readonly counts: Readonly<Record<string, number>>
  /** How many questions of each kind there must be at least. */
  readonly kinds: Readonly<Record<string, number>>
}

/** What is shipped, by the rules for it. */
export const shipped: Checked = {
  knowledge: 'knowledge',
  statements: 'evals/statements.jsonl',
  corpus: 'evals/corpus.jsonl',
  counts: statementCounts,
  kinds: { none: 40, premise: 25, followup: 20, english: 20, trap: 8 },
}

/** What breaks a rule, by file and line. A new kind of text gets a module of its own and a line here. */
export async function checkKnowledge(given: Checked): Promise<readonly Problem[]> {
  const knowledge = readKnowledge(given.knowledge)
  const problems = [
    ...knowledge.problems,
    ...checkNotices(knowledge),
    ...checkNames(knowledge),
    ...checkHeads(knowledge),
    ...checkTimes(knowledge),
    ...(await checkPace(knowledge)),
    ...checkTemplates(knowledge),
    ...checkPlaybooks(knowledge),
    ...checkGlossary(knowledge),
    ...checkStatements(knowledge, { file: given.statements, counts: given.counts }),
    ...checkCorpus(knowledge, { file: given.corpus, counts: given.counts, kinds: given.kinds }),
  ]
  return problems.toSorted(byPlace)
}

function byPlace(one: Problem, other: Problem): number {
  if (one.file !== other.file) return one.file < other.file ? -1 : 1
  return (one.line ?? 0) - (other.line ?? 0)
}

async function main(): Promise<number> {
  const problems = await checkKnowledge(shipped)
  for (const problem of problems) console.log(toLine(problem))
  const count = problems.length === 1 ? '1 Verstoß' : `${problems.length} Verstöße`
  console.log(problems.length === 0 ? 'Das Beispielwissen hält alle Regeln ein.' : `${count}.`)
  return problems.length === 0 ? 0 : 1
}

if (import.meta.main) {
  process.exitCode = await main().catch((error: unknown) => {
    console.error(explain(error).text)
    return 1
  })
}
