import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import process from 'node:process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { FakeTeams } from './fake.ts'

/** The real program in a process of its own. */
export interface Served {
  /** What it holds in memory, in MB, as Linux counts it; 0 elsewhere. */
  memory(): number
  /** Where its pages are. */
  readonly url: string
  /** `SIGKILL` is what a power cut is to it. */
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void>
}

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Starts it on a fake Teams' side and connects the two. */
export async function serve(teams: FakeTeams, dataDir: string): Promise<Served> {
  const env = {
    ...process.env,
    PORT: '0',
    LOG_LEVEL: 'error',
    ...variablesFor(teams),
    DATA_DIR: dataDir,
  }
  const child = spawn(process.execPath, ['adapters/serve.ts'], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const url = await addressOf(child)
  teams.connect(`${url}/api/messages`)
  return {
    url,
    memory: () => memoryOf(child),
    end: async (signal) => {
      const gone = once(child, 'exit')
      child.kill(signal)
      await gone
    },
  }
}

/** What the program needs to talk to this fake. */
export function variablesFor(teams: FakeTeams): Readonly<Record<string, string>> {
  return {
    TEAMS_APP_ID: teams.appId,
    TEAMS_APP_PASSWORD: teams.appPassword,
    TEAMS_TENANT_ID: teams.tenant,
    TEAMS_OPENID_URL: teams.openIdUrl,
    TEAMS_LOGIN_URL: new URL(teams.tokenUrl).origin,
    TEAMS_SERVICE_HOSTS: new URL(teams.serviceUrl).host,
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
