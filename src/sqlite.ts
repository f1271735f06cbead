import {
  DatabaseSync,
  type SQLInputValue,
  type SQLOutputValue,
  type StatementResultingChanges,
} from 'node:sqlite'
import { IndexError, isKnown } from './domain/errors.ts'

type Row = Record<string, SQLOutputValue>

interface Statement {
  get(...values: readonly SQLInputValue[]): Row | undefined
  all(...values: readonly SQLInputValue[]): Row[]
  /** Row by row, for more of them than memory should hold. */
  iterate(...values: readonly SQLInputValue[]): Iterable<Row>
  run(...values: readonly SQLInputValue[]): StatementResultingChanges
}

/** An open SQLite database. This file is the only way into `node:sqlite`. */
export interface Database extends Pick<DatabaseSync, 'exec' | 'close' | 'isTransaction'> {
  prepare(sql: string): Statement
}

const rewriting = 'PRAGMA journal_mode = DELETE'

/**
 * Small writes, each on the disk when it returns, while others read. Waiting comes first, so that
 * opening waits as well; what SQLite sets aside stays in memory, where no folder has to be writable.
 * The log is put into the file every 2000 pages, which is when a write may wait for a busy disk.
 */
const appending =
  'PRAGMA busy_timeout = 5000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 2000; PRAGMA temp_store = MEMORY'

/**
 * Opens a database; creates it unless `readOnly`. `isLog` is for many small writes that must last.
 *
 * What is deleted is overwritten in the file, so that an erased source is gone.
 *
 * @throws IndexError (`bad-index`) when the file is missing or no database
 */
export function openDatabase(path: string, { readOnly = false, isLog = false } = {}): Database {
  let database: DatabaseSync | undefined
  try {
    database = new DatabaseSync(path, { readOnly })
    if (!readOnly) database.exec(`PRAGMA secure_delete = ON; ${isLog ? appending : rewriting}`)
    database.prepare('SELECT count(*) FROM sqlite_schema').get()
    return database
  } catch (cause) {
    database?.close()
    throw toIndexError(path, cause)
  }
}

/** The same database, whose failures are IndexErrors that name `path`, and which may be closed twice. */
export function guardDatabase(database: Database, path: string): Database {
  return guardWith(database, (cause) => toIndexError(path, cause))
}

/** The same database, whose failures become errors of ours, and which may be closed twice. */
export function guardWith(database: Database, toError: (cause: unknown) => Error): Database {
  const guarded = <T>(work: () => T): T => {
    try {
      return work()
    } catch (cause) {
      throw isKnown(cause) ? cause : toError(cause)
    }
  }
  let isOpen = true
  return {
    get isTransaction() {
      return database.isTransaction
    },
    prepare: (sql) => {
      const statement = guarded(() => database.prepare(sql))
      return {
        get: (...values) => guarded(() => statement.get(...values)),
        all: (...values) => guarded(() => statement.all(...values)),
        iterate: (...values) => guarded(() => statement.iterate(...values)),
        run: (...values) => guarded(() => statement.run(...values)),
      }
    },
    exec: (sql) => guarded(() => database.exec(sql)),
    close: () => {
      if (isOpen) database.close()
      isOpen = false
    },
  }
}

/** Work on the index at `path`. @throws IndexError (`bad-index`) whatever it fails of */
export function guard<T>(path: string, work: () => T): T {
  try {
    return work()
  } catch (cause) {
    throw isKnown(cause) ? cause : toIndexError(path, cause)
  }
}

/** All of the work or nothing of it; nobody else writes meanwhile. */
export function inTransaction<T>(database: Database, work: () => T): T {
  database.exec('BEGIN IMMEDIATE')
  try {
    const result = work()
    database.exec('COMMIT')
    return result
  } catch (error) {
    // A full disk ends it by itself; a second end would hide the reason.
    if (database.isTransaction) database.exec('ROLLBACK')
    throw error
  }
}

/** What kind of trouble a file of SQLite's is in. */
export type Trouble = 'damaged' | 'full' | 'denied' | 'other'

const anew = '`npm run ingest` baut ihn neu auf.'
const elsewhere =
  'Bitte die Rechte prüfen oder DATA_DIR auf einen Ordner setzen, in den Sturmlotse schreiben darf.'

const texts: Readonly<Record<Trouble, (path: string) => { what: string; fix: string }>> = {
  damaged: () => ({ what: 'Der Index ist beschädigt.', fix: anew }),
  full: (path) => ({
    what: `Für den Index ${path} ist kein Platz auf dem Datenträger.`,
    fix: 'Bitte Platz schaffen oder DATA_DIR auf einen anderen Datenträger setzen, dann `npm run ingest`.',
  }),
  denied: (path) => ({
    what: `Der Index ${path} lässt sich dort nicht öffnen oder ablegen.`,
    fix: elsewhere,
  }),
  other: (path) => ({
    what: `Der Index ${path} lässt sich nicht lesen oder schreiben.`,
    fix: 'Bitte Platz und Rechte dort prüfen, dann `npm run ingest`.',
  }),
}

function toIndexError(path: string, cause: unknown): IndexError {
  const { what, fix } = texts[troubleOf(cause)](path)
  return new IndexError(what, { path, cause, fix })
}

/** @see https://sqlite.org/rescode.html and errno(3) */
const kinds: ReadonlyMap<unknown, Trouble> = new Map<unknown, Trouble>([
  ...([1, 11, 26, 522] as const).map((code) => [code, 'damaged'] as const),
  ...([13, 'ENOSPC', 'EDQUOT', 'EFBIG'] as const).map((code) => [code, 'full'] as const),
  ...([3, 8, 14, 'EACCES', 'EPERM', 'EROFS'] as const).map((code) => [code, 'denied'] as const),
  ...(['ENOENT', 'ENOTDIR', 'EISDIR', 'EEXIST', 'ELOOP'] as const).map(
    (code) => [code, 'denied'] as const,
  ),
])

// The lower byte of SQLite's codes is the kind of trouble, the rest its details.
export function troubleOf(cause: unknown): Trouble {
  // What an index holds is JSON of our own: where it cannot be read, bytes were overwritten.
  if (cause instanceof SyntaxError) return 'damaged'
  if (!(cause instanceof Error)) return 'other'
  if ('errcode' in cause) {
    const code = Number(cause.errcode)
    return kinds.get(code) ?? kinds.get(code & 0xff) ?? 'other'
  }
  return ('code' in cause ? kinds.get(cause.code) : undefined) ?? 'other'
}
