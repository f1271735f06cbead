import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { parseArgs, promisify } from 'node:util'
import { ConfigError, explain, isKnown } from '../src/domain/errors.ts'
import { table } from '../src/table.ts'
import type { Seen, Task } from './bench-vectors-child.ts'
import { type Ground, layGround } from './bench-vectors-ground.ts'

const usage = `Misst die Suche über Vektoren: jeden vergleichen oder über den Graphen von hnswlib gehen.

Aufruf: npm run bench:vectors -- [--json] [--quick]

  --json   ein JSON-Objekt statt der Tabelle (mit npm run -s bench:vectors -- --json)
  --quick  ein paar hundert Vektoren; sagt, ob alles läuft, nicht wie schnell`

const options = {
  help: { type: 'boolean', short: 'h' },
  json: { type: 'boolean' },
  quick: { type: 'boolean' },
} as const

const efforts = {
  full: { counts: [1000, 10_000, 50_000], dimension: 384, questions: 1000 },
  quick: { counts: [300], dimension: 32, questions: 50 },
} as const

type Effort = (typeof efforts)[keyof typeof efforts]

/** One way of searching at one size. */
interface Measured extends Omit<Seen, 'found'> {
  readonly way: Task['way']
  readonly vectors: number
  readonly recallAt10: number
}

/** What `npm run bench:vectors -- --json` prints. */
interface VectorReport {
  readonly dimension: number
  readonly questions: number
  readonly runs: readonly Measured[]
}

async function measure(
  effort: Effort,
  scratch: string,
  signal: AbortSignal,
): Promise<VectorReport> {
  const { counts, dimension, questions } = effort
  const runs: Measured[] = []
  for (const count of counts) {
    const ground = { folder: join(scratch, String(count)), count, dimension }
    mkdirSync(ground.folder)
    show(`${german(count, 0)} Vektoren anlegen`)
    await layGround(ground, signal)
    runs.push(...(await measureGround(ground, questions, signal)))
  }
  return { dimension, questions, runs }
}

async function measureGround(
  ground: Ground,
  questions: number,
  signal: AbortSignal,
): Promise<readonly Measured[]> {
  const step = (what: string) => show(`${german(ground.count, 0)} Vektoren, ${what}`)
  step('jeden vergleichen')
  const exact = await runChild({ ...ground, way: 'exact', questions }, signal)
  step('Graph bauen')
  const built = await runChild({ ...ground, way: 'graph', questions }, signal)
  // A second process finds the graph on the disk, as a server does at its start.
  step('Graph lesen')
  const read = await runChild({ ...ground, way: 'graph', questions }, signal)
  const toRun = (way: Task['way'], { found, ...seen }: Seen): Measured => {
    const figures = Object.entries(seen).map(([name, value]) => [name, round(value)])
    const recallAt10 = round(recallOf(found, exact.found))
    return { way, vectors: ground.count, ...seen, ...Object.fromEntries(figures), recallAt10 }
  }
  return [toRun('exact', exact), toRun('graph', { ...read, buildMs: built.buildMs })]
}

// Comparing all is the truth.
function recallOf(found: Seen['found'], truth: Seen['found']): number {
  const all = truth.flatMap((ids, at) => ids.map((id) => found[at]?.includes(id) ?? false))
  return all.filter(Boolean).length / all.length
}

async function runChild(task: Task, signal: AbortSignal): Promise<Seen> {
  const child = join(import.meta.dirname, 'bench-vectors-child.ts')
  const { stdout } = await promisify(execFile)(process.execPath, [child, JSON.stringify(task)], {
    signal,
    maxBuffer: 1 << 26,
  })
  return JSON.parse(stdout)
}

function toText({ dimension, questions, runs }: VectorReport): string {
  const rows = runs.map((run) => [
    german(run.vectors, 0),
    run.way === 'exact' ? 'jeden vergleichen' : 'Graph',
    run.buildMs > 0 && run.way === 'graph' ? `${german(run.buildMs / 1000, 1)} s` : '–',
    `${german(run.openMs, 0)} ms`,
    `${german(run.p50Ms, 2)} ms`,
    `${german(run.p99Ms, 2)} ms`,
    german(run.recallAt10, 3),
    `${german(run.rssMb, 0)} MB`,
  ])
  const head = ['Vektoren', 'Weg', 'Aufbau', 'Öffnen', 'p50', 'p99', 'Recall@10', 'Speicher']
  return `${table([head, ...rows])}

${dimension} Werte je Vektor, ${german(questions, 0)} Fragen, zehn Stellen je Frage samt ihrem Text; ohne den Aufruf des
Einbettungsmodells. Aufbau: der Graph im eigenen Thread, einmal; Öffnen: was ein Start kostet, wenn er da ist.
Speicher: ein frischer Prozess nach den Fragen.`
}

function german(value: number, digits: number): string {
  return value.toLocaleString('de-DE', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  })
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000
}

function show(what: string): void {
  if (process.stderr.isTTY) console.error(`Ich messe: ${what} …`)
}

function parseTyped(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options }).values
  } catch (cause) {
    const [, name = ''] = /'([^'\s]+)/.exec(cause instanceof Error ? cause.message : '') ?? []
    throw new ConfigError([`Mit „${name}“ ist nichts anzufangen.`], {
      cause,
      fix: '`npm run bench:vectors -- --help` zeigt, was geht.',
    })
  }
}

async function main(args: readonly string[], signal: AbortSignal): Promise<void> {
  const typed = parseTyped(args)
  if (typed.help) return console.log(usage)
  const scratch = mkdtempSync(join(tmpdir(), 'sturmlotse-bench-'))
  try {
    const report = await measure(typed.quick ? efforts.quick : efforts.full, scratch, signal)
    console.log(typed.json ? JSON.stringify(report) : toText(report))
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}

if (import.meta.main) {
  // Stopped by hand it still clears away what it has written.
  const stop = new AbortController()
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => stop.abort())
  try {
    await main(process.argv.slice(2), stop.signal)
  } catch (error) {
    if (!stop.signal.aborted) console.error(isKnown(error) ? explain(error).text : error)
    process.exitCode = isKnown(error) && error.code === 'bad-config' ? 2 : 1
  }
}
