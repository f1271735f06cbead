import { join } from 'node:path'
import { type Config, parseConfig } from '../src/config.ts'
import { SourceError } from '../src/domain/errors.ts'
import type { Passage } from '../src/domain/passage.ts'
import { indexPath, refresh } from '../src/refresh.ts'
import { allPassages, openShelf } from '../src/search/shelf.ts'
import { timeStarts, weigh, writeTask } from './bench-processes.ts'
import { makeQuestions } from './bench-questions.ts'
import type { BenchReport } from './bench-report.ts'
import { type Latency, openSides, timeSearches } from './bench-search.ts'
import { median, type Pair, timed } from './bench-timing.ts'
import { openPeer, type Peer } from './peer-minisearch.ts'

/** How often each thing is measured; the median counts. */
export interface Effort {
  readonly starts: number
  readonly builds: number
  readonly children: number
  readonly rounds: number
}

export const efforts = {
  full: { starts: 5, builds: 3, children: 3, rounds: 9 },
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

/**
 * Measures the whole way: build, search, memory, cold start, and the peer on the same passages.
 *
 * @throws SourceError (`bad-source`) when there is nothing in the folder to ask for
 */
export async function measure(bench: Bench): Promise<BenchReport> {
  const { effort, knowledge, seed, signal, onStep } = bench
  const config = configFor(bench, 'data')
  onStep('Index')
  // The first build is the one that all else uses, and warms up the ones that are measured.
  await build(config, signal, console.error)
  const passages = readPassages(config)
  const questions = makeQuestions(passages, { count, seed })
  if (questions.length === 0) throw nothingIn(knowledge)
  const peer = openPeer()
  const index = peer.build(passages)
  const built = await timeBuilds(bench, peer, passages)
  onStep('Suche')
  const sides = openSides(config, index)
  const searched = await timeSearches(sides, questions, { rounds: effort.rounds, signal })
  sides.close()
  onStep('Arbeitsspeicher')
  const task = writeTask(config, index.save(), questions)
  const memory = await weigh(task, { times: effort.children, signal })
  onStep('Kaltstart')
  const coldStartMs = await timeStarts(config, questions, { times: effort.starts, signal })
  const counts = { passages: passages.length, questions: questions.length, rounds: effort.rounds }
  return toReport({ peer: peer.name, coldStartMs, built, memory, searched, ...counts })
}

interface Measured {
  readonly peer: string
  readonly coldStartMs: number
  readonly built: Pair<number>
  readonly memory: Pair<number>
  readonly searched: Pair<Latency>
  readonly passages: number
  readonly questions: number
  readonly rounds: number
}

function toReport({ peer, built, memory, searched, ...rest }: Measured): BenchReport {
  const cost = (side: keyof Pair<unknown>) => ({
    indexMs: round(built[side]),
    rssMb: round(memory[side]),
    searchP50Ms: round(searched[side].p50),
    searchP99Ms: round(searched[side].p99),
  })
  return {
    coldStartMs: round(rest.coldStartMs),
    ...cost('ours'),
    peer: { name: peer, ...cost('peer') },
    passages: rest.passages,
    questions: rest.questions,
    ratio: {
      searchP50: round(searched.ours.p50 / searched.peer.p50),
      searchP99: round(searched.ours.p99 / searched.peer.p99),
      indexMs: round(built.ours / built.peer),
    },
    rounds: rest.rounds,
  }
}

function configFor({ knowledge, scratch }: Bench, folder: string): Config {
  return parseConfig({ KNOWLEDGE_DIR: knowledge, DATA_DIR: join(scratch, folder) })
}

async function build(
  config: Config,
  signal: AbortSignal,
  onProblem: (text: string) => void = () => undefined,
): Promise<void> {
  const { files } = await refresh(config, () => undefined, signal)
  for (const file of files) if (file.outcome === 'failed') onProblem(file.problems.join('\n'))
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
  const ours: number[] = []
  const theirs: number[] = []
  for (let at = 0; at < bench.effort.builds; at += 1) {
    const config = configFor(bench, `build-${at}`)
    ours.push(await timed(() => build(config, bench.signal)))
    theirs.push(await timed(async () => peer.build(passages)))
  }
  return { ours: median(ours), peer: median(theirs) }
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
