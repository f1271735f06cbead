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
  /** `SIGKILL` is what a power cut is to it. */
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void>
}

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Starts it on a fake Slack's side and connects the two; settles when Slack is answered. */
export async function serve(slack: FakeSlack, dataDir: string): Promise<Served> {
  const before = slack.callsOf('auth.test').length
  const env = {
    ...process.env,
    PORT: '0',
    DATA_DIR: dataDir,
    LOG_LEVEL: 'error',
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_SIGNING_SECRET: slack.signingSecret,
    SLACK_API_URL: slack.apiUrl,
  }
  const child = spawn(process.execPath, ['adapters/serve.ts'], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  slack.connect(`${await addressOf(child)}/slack/events`)
  while (slack.callsOf('auth.test').length === before) await sleep(20)
  // The token is known a moment before requests are taken.
  await sleep(200)
  return {
    memory: () => memoryOf(child),
    end: async (signal) => {
      const gone = once(child, 'exit')
      child.kill(signal)
      await gone
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
