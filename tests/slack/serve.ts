import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import process from 'node:process'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { FakeSlack } from './fake.ts'

/** The real program in a process of its own. */
export interface Served {
  /** What it holds in memory, in MB, as Linux counts it; 0 elsewhere. */
  memory(): number
  /** Where its pages are. */
  readonly url: string
  /** The exit code of one that ends by itself. */
  readonly ended: Promise<number | null>
  /** What it wrote on standard error. */
  complaints(): string
  /** `SIGKILL` is what a power cut is to it. Gives its exit code. */
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null>
}

const root = fileURLToPath(new URL('../..', import.meta.url))

interface ServeOptions {
  readonly mode?: 'http' | 'socket'
  readonly port?: string
  /** Slack is away: nobody waits for it. */
  readonly isAway?: boolean
}

/** Starts it on a fake Slack's side and connects the two; settles when Slack is answered. */
export async function serve(
  slack: FakeSlack,
  dataDir: string,
  { mode = 'http', port = '0', isAway = false }: ServeOptions = {},
): Promise<Served> {
  const before = slack.callsOf('auth.test').length
  const env = {
    ...process.env,
    PORT: port,
    DATA_DIR: dataDir,
    LOG_LEVEL: 'error',
    SLACK_BOT_TOKEN: slack.botToken,
    ...(mode === 'http'
      ? { SLACK_SIGNING_SECRET: slack.signingSecret }
      : { SLACK_APP_TOKEN: slack.appToken }),
    SLACK_API_URL: slack.apiUrl,
  }
  const child = spawn(process.execPath, ['adapters/serve.ts'], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const complaints: string[] = []
  child.stderr.on('data', (part) => complaints.push(String(part)))
  const ended = once(child, 'exit').then(([code]): number | null => code)
  const url = await addressOf(child)
  slack.connect(`${url}/slack/events`)
  while (slack.callsOf('auth.test').length === before) await sleep(20)
  // The token is known a moment before requests are taken.
  if (!isAway) await sleep(200)
  return {
    url,
    ended,
    complaints: () => complaints.join(''),
    memory: () => memoryOf(child),
    end: async (signal) => {
      child.kill(signal)
      return await ended
    },
  }
}

async function addressOf({ stdout }: ChildProcess): Promise<string> {
  if (!stdout) throw new Error('the program says nothing')
  for await (const line of createInterface({ input: stdout })) {
    const [, port] = /http:\/\/localhost:(\d+)/.exec(line) ?? []
    if (port) return `http://127.0.0.1:${port}`
  }
  throw new Error('the program ended before it was ready')
}

function memoryOf({ pid }: ChildProcess): number {
  try {
    const [, kb = '0'] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
    return Math.round(Number(kb) / 1024)
  } catch {
    return 0
  }
}
