import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'

const root = new URL('../..', import.meta.url).pathname

/** What a command printed and how it ended. */
export interface Ran {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** A place for indexes that no other test uses. */
export function dataDir(): string {
  return mkdtempSync(join(tmpdir(), 'sturmlotse-data-'))
}

/** Starts the real command line as a process of its own. */
export function start(args: readonly string[], env: Readonly<Record<string, string>>) {
  return spawn(process.execPath, ['adapters/cli/index.ts', ...args], {
    cwd: root,
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

/** Runs the real command line to its end. */
export function cli(args: readonly string[], env: Readonly<Record<string, string>>): Promise<Ran> {
  return ended(start(args, env))
}

/** Runs the real command line where no file may grow beyond 128 kB. */
export function withLimit(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<Ran> {
  const command = 'ulimit -f 128; exec "$0" adapters/cli/index.ts "$@"'
  const options = { cwd: root, env: { PATH: process.env['PATH'], ...env } }
  return ended(spawn('bash', ['-c', command, process.execPath, ...args], options))
}

function ended(child: ChildProcessWithoutNullStreams | ReturnType<typeof start>): Promise<Ran> {
  let [out, err] = ['', '']
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text
  })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => resolve({ code, out, err }))
  })
}
