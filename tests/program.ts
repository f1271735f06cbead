import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import process from 'node:process'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'

/** The real program in a process of its own. */
export interface Program {
  /** Where its pages are. */
  readonly url: string
  /** The exit code of one that ends by itself. */
  readonly ended: Promise<number | null>
  /** What it wrote on standard error. */
  complaints(): string
  /** What it holds in memory, in MB, as Linux counts it; 0 elsewhere. */
  memory(): number
  /** `SIGKILL` is what a power cut is to it. Gives its exit code. */
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null>
}

const root = fileURLToPath(new URL('..', import.meta.url))

/** Starts it with these variables beside our own; settles when it takes requests. */
export async function startProgram(variables: Readonly<Record<string, string>>): Promise<Program> {
  const child = spawn(process.execPath, ['adapters/serve.ts'], {
    cwd: root,
    env: { ...process.env, PORT: '0', LOG_LEVEL: 'error', ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const complaints: string[] = []
  child.stderr.on('data', (part) => complaints.push(String(part)))
  const ended = once(child, 'exit').then(([code]): number | null => code)
  const url = await addressIn(child.stdout)
  return {
    url,
    ended,
    complaints: () => complaints.join(''),
    memory: () => memoryOf(child.pid),
    end: async (signal) => {
      child.kill(signal)
      return await ended
    },
  }
}

async function addressIn(output: Readable): Promise<string> {
  for await (const line of createInterface({ input: output })) {
    const [, port] = /http:\/\/localhost:(\d+)/.exec(line) ?? []
    if (port) return `http://127.0.0.1:${port}`
  }
  throw new Error('the program ended before it was ready')
}

function memoryOf(pid: number | undefined): number {
  try {
    const [, kb = '0'] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
    return Math.round(Number(kb) / 1024)
  } catch {
    return 0
  }
}
