import { execFile } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import process from 'node:process'
import { promisify } from 'node:util'
import type { Config } from '../src/config.ts'
import type { Task } from './bench-child.ts'
import { median, type Pair, timed } from './bench-timing.ts'

const root = resolve(import.meta.dirname, '..')
const run = promisify(execFile)

/** A child answers this many before its memory is read. */
const answered = 100

interface Times {
  readonly times: number
  readonly signal: AbortSignal
}

/** Writes down what a child is to do and gives the file; `saved` is the peer's index. */
export function writeTask(
  { knowledgeDir, dataDir }: Config,
  saved: string,
  questions: readonly string[],
): string {
  const [file, peerIndex] = [join(dataDir, 'task.json'), join(dataDir, 'peer.json')]
  const task: Task = { knowledgeDir, dataDir, peerIndex, questions: questions.slice(0, answered) }
  writeFileSync(peerIndex, saved)
  writeFileSync(file, JSON.stringify(task))
  return file
}

/** Megabytes (a million bytes) that a fresh process holds once it has answered. */
export async function weigh(task: string, { times, signal }: Times): Promise<Pair<number>> {
  const child = async (side: keyof Pair<unknown>) =>
    Number(await runNode(['evals/bench-child.ts', side, task], {}, signal)) / 1e6
  const ours: number[] = []
  const peer: number[] = []
  for (let at = 0; at < times; at += 1) {
    ours.push(await child('ours'))
    peer.push(await child('peer'))
  }
  return { ours: median(ours), peer: median(peer) }
}

/** Milliseconds from typing `ask` to the answer, with an index in place. */
export async function timeStarts(
  { knowledgeDir, dataDir }: Config,
  questions: readonly string[],
  { times, signal }: Times,
): Promise<number> {
  const ask = (at: number) =>
    runNode(
      ['adapters/cli/index.ts', 'ask', questions[at] ?? '', '--knowledge', knowledgeDir],
      { DATA_DIR: dataDir },
      signal,
    )
  // The first one brings the files into memory.
  await ask(0)
  const ms: number[] = []
  for (let at = 1; at <= times; at += 1) ms.push(await timed(() => ask(at)))
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
