import { createHash, randomBytes } from 'node:crypto'
import {
  closeSync,
  fsyncSync,
  openSync,
  readdirSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { hostname } from 'node:os'
import { basename, dirname, join } from 'node:path'

/** No build lasts so long: a file this old was left behind, whoever made it. */
const oldestMs = 2 * 3_600_000

/**
 * A name beside `path` that no other build has: two that run at once never share a file, and the one
 * that ends last stays. It says which process makes it, so that others can tell a leftover.
 */
export function asidePath(path: string): string {
  return `${path}.${process.pid}.${realm()}-${began()}-${randomBytes(4).toString('hex')}.tmp`
}

/** Removes a build that is not wanted, and its journal. */
export function removeAside(aside: string): void {
  for (const ending of ['', '-journal']) rmSync(aside + ending, { force: true })
}

/** Removes what killed builds of `path` left behind; one that still runs keeps its own. */
export function removeLeftovers(path: string): void {
  const folder = dirname(path)
  for (const name of readdirSync(folder)) {
    if (!name.startsWith(`${basename(path)}.`)) continue
    const [found, pid = '', owner, start] = maker.exec(name.slice(basename(path).length)) ?? []
    if (found === undefined) continue
    const isLeft = isOld(join(folder, name)) || isDead({ pid: Number(pid), owner, start })
    if (isLeft) rmSync(join(folder, name), { force: true })
  }
}

/** Puts a whole build in the place of the index; a crash leaves the old or the new, whole. */
export function swapIn(aside: string, path: string): void {
  // Bytes first, then the name, then the folder that holds the name.
  sync(aside)
  renameSync(aside, path)
  sync(dirname(path))
}

// Builds of the first version have nothing behind the number.
const maker = /^\.(\d+)\.(?:([\da-f]+)-(\d+)-[\da-f]+\.)?tmp(?:-journal)?$/

interface Maker {
  readonly pid: number
  readonly owner: string | undefined
  readonly start: string | undefined
}

function isDead({ pid, owner, start }: Maker): boolean {
  // Numbers of another machine or container say nothing here; its files go when they are old.
  if (owner !== undefined && owner !== realm()) return false
  // Our own number with another beginning: it was that of a process that is gone.
  if (pid === process.pid) return start !== String(began())
  try {
    process.kill(pid, 0)
    return false
  } catch (error) {
    // Anything else, such as EPERM, is said of a process that runs.
    return error instanceof Error && 'code' in error && error.code === 'ESRCH'
  }
}

function isOld(file: string): boolean {
  const stat = statSync(file, { throwIfNoEntry: false })
  return stat !== undefined && Date.now() - stat.mtimeMs > oldestMs
}

/** Where the number of a process means something: this host, and on Linux this container of it. */
function realm(): string {
  return createHash('sha256').update(`${hostname()}\n${namespace()}`).digest('hex').slice(0, 8)
}

function namespace(): string {
  try {
    return readlinkSync('/proc/self/ns/pid')
  } catch {
    return ''
  }
}

function began(): number {
  return Math.round(performance.timeOrigin)
}

/** Bytes that were written are on the disk when this returns; a folder is synced like a file. */
export function sync(path: string): void {
  const file = openSync(path, 'r')
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}
