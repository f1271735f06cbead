import { explain } from '../src/domain/errors.ts'
import { checkHeads } from './knowledge/heads.ts'
import { checkNames } from './knowledge/names.ts'
import { checkNotices } from './knowledge/notices.ts'
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
  readonly counts: Readonly<Record<string, number>>
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
    ...checkStatements(knowledge, { file: given.statements, counts: given.counts }),
  ]
  return problems.toSorted(byPlace)
}

function byPlace(one: Problem, other: Problem): number {
  if (one.file !== other.file) return one.file < other.file ? -1 : 1
  return (one.line ?? 0) - (other.line ?? 0)
}

async function main(): Promise<number> {
  const problems = await checkKnowledge({
    knowledge: 'knowledge',
    statements: 'evals/statements.jsonl',
    counts: statementCounts,
  })
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
