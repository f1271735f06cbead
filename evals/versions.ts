import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { z } from 'zod'
import { parseConfig } from '../src/config.ts'
import { cited } from '../src/domain/citation.ts'
import type { Reply } from '../src/domain/reply.ts'
import { openEngine } from '../src/engine.ts'
import { refresh } from '../src/refresh.ts'
import { table } from '../src/table.ts'
import { toReply } from '../src/to-reply.ts'

// Says of questions whose answer changed whether the newer source comes first and the older one is named as
// older, without a model: `npm run eval:versions`. A file behind it works too.

const Line = z.object({
  id: z.string(),
  question: z.string(),
  older: z.string(),
  newer: z.string(),
})

type Version = z.infer<typeof Line>

/** What a person sees: the newer alone or first, the older unmarked or first, neither of them. */
export interface Seen extends Version {
  readonly came:
    | 'newer, older marked'
    | 'newer alone'
    | 'older unmarked'
    | 'older first'
    | 'neither'
    | 'refused'
}

/** Asks about all, of the shipped knowledge. */
export async function askVersions(file: string | URL): Promise<readonly Seen[]> {
  const lines = readFileSync(file, 'utf8').trim().split('\n')
  const dataDir = mkdtempSync(join(tmpdir(), 'sturmlotse-versions-'))
  const config = parseConfig({ DATA_DIR: dataDir, LOG_LEVEL: 'silent' })
  await refresh(config)
  const engine = openEngine(config)
  const seen: Seen[] = []
  for (const line of lines) {
    const version = Line.parse(JSON.parse(line))
    const signal = AbortSignal.timeout(20_000)
    seen.push({
      ...version,
      came: cameOf(version, toReply(await engine.ask(version.question, [], { signal }))),
    })
  }
  engine.close()
  rmSync(dataDir, { recursive: true })
  return seen
}

function cameOf({ older, newer }: Version, { kind, sources, claims, notes }: Reply): Seen['came'] {
  if (kind !== 'answered') return 'refused'
  const of = (id: string) => sources.filter(({ citation }) => cited(citation).id === id)
  const [first] = claims.flatMap(({ numbers }) =>
    [...of(newer), ...of(older)].filter(({ number }) => numbers.includes(number)),
  )
  if (!first) return 'neither'
  if (cited(first.citation).id === older) return 'older first'
  const shown = of(older)
  // "[2] ist älter als [1]", or the newer one names the other itself.
  const isNamed = (number: number) => notes.some((note) => note.startsWith(`[${number}] `))
  if (shown.length === 0) return 'newer alone'
  // Another matter of the older source is not overtaken.
  return shown.some(({ number }) => isNamed(number)) ? 'newer, older marked' : 'older unmarked'
}

/** Whether the newer one is shown, and nothing older stands first or unmarked. */
function isRight({ came }: Seen): boolean {
  return came === 'newer alone' || came === 'newer, older marked'
}

/** Whether somebody is told what is overtaken: a refusal tells nothing. */
export function isWrong(seen: Seen): boolean {
  return !isRight(seen) && seen.came !== 'refused'
}

async function main(): Promise<void> {
  const seen = await askVersions(process.argv[2] ?? new URL('versions.jsonl', import.meta.url))
  const right = seen.filter(isRight)
  console.log(`${right.length} of ${seen.length}: the newer source first, the older one marked.`)
  console.log(
    table([['', 'came', 'question'], ...seen.map((one) => [one.id, one.came, one.question])]),
  )
  if (seen.some(isWrong)) process.exitCode = 1
}

if (import.meta.main) await main()
