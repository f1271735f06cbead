import { execFile } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import process from 'node:process'
import { setImmediate } from 'node:timers/promises'
import { promisify } from 'node:util'
import { type Config, parseConfig } from '../src/config.ts'
import { SourceError } from '../src/domain/errors.ts'
import type { Passage } from '../src/domain/passage.ts'
import { openEngine } from '../src/engine.ts'
import { indexPath, refresh } from '../src/refresh.ts'
import { allPassages, openShelf } from '../src/search/shelf.ts'
import type { Task } from './bench-child.ts'
import { makeQuestions } from './bench-questions.ts'
import type { BenchReport } from './bench-report.ts'
import { percentile } from './metrics.ts'
import { openPeer, type Peer } from './peer-minisearch.ts'

const root = resolve(import.meta.dirname, '..')
const run = promisify(execFile)

/** How often each thing is measured; the median counts. */
export interface Effort {
  readonly starts: number
  readonly builds: number
  readonly children: number
  readonly rounds: number
}

export const efforts = {
  full: { starts: 5, builds: 3, children: 3, rounds: 15 },
  quick: { starts: 1, builds: 1, children: 1, rounds: 1 },
} as const satisfies Readonly<Record<string, Effort>>

/** What is measured, and where there is room for it. */
export interface Bench {
  readonly knowledge: string
  readonly scratch: string
  readonly seed: number
  readonly effort: Effort
  readonly signal: AbortSignal
  /** Called before each part, for a person who waits. */
  onStep(what: string): void
}

/** Enough that the slowest hundredth is more than one question. */
const count = 200

/** A child answers this many before its memory is read. */
const answered = 100

/**
 * Measures the whole way: build, search, memory, cold start, and the peer on the same passages.
 *
 * @throws SourceError (`bad-source`) when there is nothing in the folder to ask for
 */
export async function measure(bench: Bench): Promise<BenchReport> {
  const { effort, knowledge, seed, onStep } = bench
  const config = configFor(bench, 'data')
  onStep('Index')
  // The first build is the one that all else uses, and warms up the ones that are measured.
  await build(config, bench.signal)
  const passages = readPassages(config)
  const questions = makeQuestions(passages, { count, seed })
  if (questions.length === 0) throw nothingIn(knowledge)
  const peer = openPeer()
  const built = await timeBuilds(bench, peer, passages)
  onStep('Suche')
  const searched = await timeSearches(bench, sidesOf(config, peer, passages), questions)
  onStep('Arbeitsspeicher')
  const memory = await weigh(bench, taskOf(bench, config, peer.build(passages).save(), questions))
  onStep('Kaltstart')
  const coldStartMs = await timeStarts(bench, config, questions)
  const ours = { indexMs: round(built.ours), rssMb: round(memory.ours), ...costs(searched.ours) }
  const theirs = { indexMs: round(built.peer), rssMb: round(memory.peer), ...costs(searched.peer) }
  return {
    coldStartMs: round(coldStartMs),
    ...ours,
    peer: { name: peer.name, ...theirs },
    passages: passages.length,
    questions: questions.length,
    ratio: {
      searchP50: round(searched.ours.p50 / searched.peer.p50),
      searchP99: round(searched.ours.p99 / searched.peer.p99),
      indexMs: round(built.ours / built.peer),
    },
    rounds: effort.rounds,
  }
}

interface Pair<T> {
  readonly ours: T
  readonly peer: T
}

interface Latency {
  readonly p50: number
  readonly p99: number
}

type Search = (question: string) => Promise<unknown>

function configFor({ knowledge, scratch }: Bench, folder: string): Config {
  return parseConfig({ KNOWLEDGE_DIR: knowledge, DATA_DIR: join(scratch, folder) })
}

async function build(config: Config, signal: AbortSignal): Promise<void> {
  await refresh(config, () => undefined, signal)
}

function readPassages(config: Config): readonly Passage[] {
  const shelf = openShelf(indexPath(config))
  try {
    return allPassages(shelf)
  } finally {
    shelf.close()
  }
}

async function timeBuilds(
  bench: Bench,
  peer: Peer,
  passages: readonly Passage[],
): Promise<Pair<number>> {
  peer.build(passages)
  const ours: number[] = []
  const theirs: number[] = []
  for (let at = 0; at < bench.effort.builds; at += 1) {
    const config = configFor(bench, `build-${at}`)
    ours.push(await timed(() => build(config, bench.signal)))
    theirs.push(await timed(async () => peer.build(passages)))
  }
  return { ours: median(ours), peer: median(theirs) }
}

interface Sides extends Pair<Search> {
  close(): void
}

// Ours is measured at the engine, where every door asks it: redaction and a look at the file included.
function sidesOf(config: Config, peer: Peer, passages: readonly Passage[]): Sides {
  const engine = openEngine(config)
  const index = peer.build(passages)
  const { signal } = new AbortController()
  return {
    ours: (text) => engine.search({ text, earlier: [] }, 10, signal),
    peer: async (text) => index.search(text),
    close: () => engine.close(),
  }
}

async function timeSearches(
  { effort, signal }: Bench,
  sides: Sides,
  questions: readonly string[],
): Promise<Pair<Latency>> {
  const found: Record<keyof Pair<unknown>, Latency[]> = { ours: [], peer: [] }
  // Round 0 warms up. Who goes first changes, so that neither always sweeps up after the other.
  for (let at = 0; at <= effort.rounds; at += 1) {
    for (const side of at % 2 === 0 ? (['ours', 'peer'] as const) : (['peer', 'ours'] as const)) {
      const latency = await timeRound(questions, sides[side])
      if (at > 0) found[side].push(latency)
      await setImmediate()
      signal.throwIfAborted()
    }
  }
  sides.close()
  return { ours: medians(found.ours), peer: medians(found.peer) }
}

async function timeRound(questions: readonly string[], search: Search): Promise<Latency> {
  const ms: number[] = []
  for (const question of questions) ms.push(await timed(() => search(question)))
  return { p50: percentile(ms, 0.5), p99: percentile(ms, 0.99) }
}

function taskOf(
  { knowledge, scratch }: Bench,
  { dataDir }: Config,
  saved: string,
  questions: readonly string[],
): string {
  const [file, peerIndex] = [join(scratch, 'task.json'), join(scratch, 'peer.json')]
  const asked = questions.slice(0, answered)
  const task: Task = { knowledgeDir: knowledge, dataDir, peerIndex, questions: asked }
  writeFileSync(peerIndex, saved)
  writeFileSync(file, JSON.stringify(task))
  return file
}

async function weigh({ effort, signal }: Bench, task: string): Promise<Pair<number>> {
  const ours: number[] = []
  const theirs: number[] = []
  for (let at = 0; at < effort.children; at += 1) {
    ours.push(Number(await runNode(['evals/bench-child.ts', 'ours', task], {}, signal)) / 1e6)
    theirs.push(Number(await runNode(['evals/bench-child.ts', 'peer', task], {}, signal)) / 1e6)
  }
  return { ours: median(ours), peer: median(theirs) }
}

async function timeStarts(
  { effort, knowledge, signal }: Bench,
  { dataDir }: Config,
  questions: readonly string[],
): Promise<number> {
  const ask = (question = '') =>
    runNode(
      ['adapters/cli/index.ts', 'ask', question, '--knowledge', knowledge],
      { DATA_DIR: dataDir },
      signal,
    )
  await ask(questions[0])
  const ms: number[] = []
  for (let at = 1; at <= effort.starts; at += 1) ms.push(await timed(() => ask(questions[at])))
  return median(ms)
}

// An environment of its own, so that what somebody has set does not move the numbers.
async function runNode(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<string> {
  const { stdout } = await run(process.execPath, [...args], { cwd: root, env, signal })
  return stdout
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

function medians(rounds: readonly Latency[]): Latency {
  return { p50: median(rounds.map(({ p50 }) => p50)), p99: median(rounds.map(({ p99 }) => p99)) }
}

function median(values: readonly number[]): number {
  return percentile(values, 0.5)
}

function costs({ p50, p99 }: Latency): { searchP50Ms: number; searchP99Ms: number } {
  return { searchP50Ms: round(p50), searchP99Ms: round(p99) }
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000
}

function nothingIn(file: string): SourceError {
  return new SourceError('Hier steht nichts, wonach sich fragen ließe.', {
    file,
    fix: 'Bitte mit --knowledge einen Ordner mit episodes/ oder posts/ nennen.',
  })
}
