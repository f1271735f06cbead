import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { z } from 'zod'
import { parseConfig } from '../src/config.ts'
import type { Answer } from '../src/domain/answer.ts'
import { openEngine } from '../src/engine.ts'
import { refresh } from '../src/refresh.ts'
import { table } from '../src/table.ts'

// Says of questions that take something for granted whether it was corrected or refused where it is wrong,
// and left alone where it is right: `npm run eval:premises`. A file behind it works too.

const Line = z.object({
  id: z.string(),
  question: z.string(),
  /** Whether what the question takes for granted is right. */
  holds: z.boolean(),
  /** Where the shipped knowledge says so. */
  source: z.string().optional(),
  /** Written and measured once before anybody looked at what came of it. */
  heldback: z.boolean().default(false),
  /** Words of a source of its own, which nobody else has. */
  told: z.string().optional(),
})

type Premise = z.infer<typeof Line>

/** What came of a question. */
export interface Outcome extends Premise {
  readonly came: 'corrected' | 'refused' | 'answered'
}

/** Reads premises, one JSON object a line. */
export function readPremises(file: string | URL): readonly Premise[] {
  const lines = readFileSync(file, 'utf8').trim().split('\n')
  return lines.map((line) => Line.parse(JSON.parse(line)))
}

/** Asks all, those with words of their own in a folder of their own. */
export async function askPremises(premises: readonly Premise[]): Promise<readonly Outcome[]> {
  const [own, shipped] = [true, false].map((isOwn) =>
    premises.filter(({ told }) => (told !== undefined) === isOwn),
  )
  const there = await askAll(shipped ?? [], 'knowledge')
  const folder = mkdtempSync(join(tmpdir(), 'sturmlotse-premises-'))
  writePosts(own ?? [], folder)
  const here = await askAll(own ?? [], folder)
  rmSync(folder, { recursive: true })
  return [...there, ...here]
}

function writePosts(own: readonly Premise[], folder: string): void {
  mkdirSync(join(folder, 'posts'))
  const texts = [...new Set(own.map(({ told = '' }) => told))]
  for (const [at, text] of texts.entries()) {
    const head = `---\ntitle: Hausregel ${at + 1}\npublished: 2026-01-15\n---\n\n## Regel\n\n`
    writeFileSync(join(folder, 'posts', `p${at + 1}.md`), `${head}${text}\n`)
  }
}

async function askAll(premises: readonly Premise[], knowledge: string) {
  if (premises.length === 0) return []
  const dataDir = mkdtempSync(join(tmpdir(), 'sturmlotse-premises-'))
  const config = parseConfig({ KNOWLEDGE_DIR: knowledge, DATA_DIR: dataDir, LOG_LEVEL: 'silent' })
  await refresh(config)
  const engine = openEngine(config)
  const outcomes: Outcome[] = []
  for (const premise of premises) {
    const signal = AbortSignal.timeout(20_000)
    const answer = await engine.ask(premise.question, [], { signal })
    outcomes.push({ ...premise, came: cameOf(answer) })
  }
  engine.close()
  rmSync(dataDir, { recursive: true })
  return outcomes
}

function cameOf(answer: Answer): Outcome['came'] {
  if (answer.status !== 'answered') return 'refused'
  return answer.premise ? 'corrected' : 'answered'
}

async function main(): Promise<void> {
  const file = process.argv[2] ?? new URL('premises.jsonl', import.meta.url)
  const outcomes = await askPremises(readPremises(file))
  const rows = [false, true].flatMap((heldback) =>
    [false, true].map((holds) => {
      const all = outcomes.filter((one) => one.holds === holds && one.heldback === heldback)
      const count = (came: Outcome['came']) => String(all.filter((one) => one.came === came).length)
      const name = `${holds ? 'right' : 'false'} premises${heldback ? ', held back' : ''}`
      return [name, count('corrected'), count('refused'), count('answered')]
    }),
  )
  console.log(table([['', 'corrected', 'refused', 'answered'], ...rows]))
  for (const { id, holds, came, question } of outcomes) {
    if (holds ? came === 'corrected' : came === 'answered') console.log(`  ${id} ${question}`)
  }
  if (outcomes.some(({ holds, came }) => holds && came === 'corrected')) process.exitCode = 1
}

if (import.meta.main) await main()
