import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process'
import process from 'node:process'
import { fileURLToPath } from 'node:url'

const options: SpawnOptions = {
  env: { PATH: process.env['PATH'] },
  stdio: ['ignore', 'pipe', 'pipe'],
}
const child = fileURLToPath(new URL('./child.ts', import.meta.url))

/** What another process took in before it ended, and what it complained of. */
export interface Taken {
  readonly events: readonly { readonly id: string; readonly key: string }[]
  readonly err: string
}

/** A process of its own takes in `most` events. */
export function takeIn(folder: string, name: string, most: number): Promise<Taken> {
  return ended(spawn(process.execPath, [child, folder, name, String(most)], options))
}

/** A process of its own takes in events until it is killed, once it has told of `count`. */
export function takeInAndDie(folder: string, name: string, count: number): Promise<Taken> {
  return ended(spawn(process.execPath, [child, folder, name], options), count)
}

/** A process of its own takes in events until no file may grow any more. */
export function takeInUntilFull(folder: string, name: string): Promise<Taken> {
  const command = 'ulimit -f 256; exec "$0" "$@"'
  return ended(spawn('bash', ['-c', command, process.execPath, child, folder, name], options))
}

function ended(running: ChildProcess, killAfter = Number.POSITIVE_INFINITY): Promise<Taken> {
  let [out, err] = ['', '']
  running.stdout?.setEncoding('utf8').on('data', (text: string) => {
    out += text
    if (eventsOf(out).length >= killAfter) running.kill('SIGKILL')
  })
  running.stderr?.setEncoding('utf8').on('data', (text: string) => {
    err += text
  })
  return new Promise((resolve, reject) => {
    running.once('error', reject)
    running.once('close', () => resolve({ events: eventsOf(out), err }))
  })
}

function eventsOf(out: string): Taken['events'] {
  return Array.from(out.matchAll(/^(\S+) (\S+)\n/gm), ([, id = '', key = '']) => ({ id, key }))
}
