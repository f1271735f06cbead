import type { Database } from '../sqlite.ts'
import type { Seal } from './seal.ts'

/** What every part of the store works with. */
export interface Files {
  readonly path: string
  readonly database: Database
  readonly seal: Seal
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** Settles when all that was written so far is on the disk. @throws StoreError (`bad-store`) */
  readonly flush: () => Promise<void>
}

export type Row = ReturnType<ReturnType<Database['prepare']>['all']>[number]

/** A sealed column; empty bytes, which open nowhere, for anything else. */
export function bytes(value: Row[string] | undefined): Uint8Array {
  return value instanceof Uint8Array ? value : new Uint8Array()
}

/** `undefined` for what is no JSON. */
export function fromJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/**
 * Work whose writes are brought to the disk beside everything else, in the order they were made: a
 * killed process loses nothing of it, and who must know that a power cut does not either waits for
 * `flush`. A disk that is busy takes a second for what a chat writes ten times for every message.
 */
export function soon<T>({ database, flush }: Pick<Files, 'database' | 'flush'>, work: () => T): T {
  database.exec('PRAGMA synchronous = NORMAL')
  try {
    return work()
  } finally {
    database.exec('PRAGMA synchronous = FULL')
    // Told to those who wait for it.
    flush().catch(() => undefined)
  }
}
