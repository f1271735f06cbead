import type { Database } from '../sqlite.ts'
import type { Seal } from './seal.ts'

/** What every part of the store works with. */
export interface Files {
  readonly path: string
  readonly database: Database
  readonly seal: Seal
  /** Milliseconds since 1970. */
  readonly now: () => number
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

/** All of the work or nothing of it, on the disk when this returns. */
export function inTransaction<T>(database: Database, work: () => T): T {
  database.exec('BEGIN IMMEDIATE')
  try {
    const result = work()
    database.exec('COMMIT')
    return result
  } catch (error) {
    // Where the disk is full, SQLite may have taken it back already.
    if (database.isTransaction) database.exec('ROLLBACK')
    throw error
  }
}
