import { crc32 } from 'node:zlib'
import type { Database } from '../sqlite.ts'

/**
 * Names the make of an index. Raise it when the tables or the analysis of words change: an index of
 * another make is built anew.
 */
export const make = '3'

// Numbers of documents are never given twice: lists of terms may still name one that was erased in
// the same build.
const tables = `
  CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE documents (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    key TEXT NOT NULL UNIQUE,
    fingerprint TEXT NOT NULL,
    about TEXT NOT NULL,
    body TEXT NOT NULL,
    shape BLOB NOT NULL
  );
  CREATE TABLE passages (
    id INTEGER PRIMARY KEY,
    document INTEGER NOT NULL,
    ordinal INTEGER NOT NULL,
    stems TEXT NOT NULL,
    body TEXT NOT NULL,
    UNIQUE (document, ordinal)
  );
  CREATE TABLE terms (
    term TEXT NOT NULL UNIQUE,
    holders INTEGER NOT NULL,
    checksum INTEGER NOT NULL,
    places BLOB NOT NULL
  );
`

/** Makes an empty index. */
export function createTables(database: Database): void {
  database.exec(tables)
  writeMeta(database, 'make', make)
}

export function writeMeta(database: Database, key: string, value: string): void {
  database.prepare('INSERT OR REPLACE INTO meta VALUES (?, ?)').run(key, value)
}

/** A value of the index about itself; `undefined` when the file is no index of ours. */
export function readMeta(database: Database, key: string): string | undefined {
  try {
    const row = database.prepare('SELECT value FROM meta WHERE key = ?').get(key)
    return row ? String(row['value']) : undefined
  } catch {
    return undefined
  }
}

/** Whether every page of an index can be read and holds what it should; reads the whole file. */
export function isWhole(database: Database): boolean {
  const check = database.prepare('PRAGMA quick_check').get()
  if (check?.['quick_check'] !== 'ok') return false
  // The check sees pages and not what is written in them.
  const broken = database.prepare(unreadable).get()
  return broken === undefined && !holdsBrokenList(database)
}

const unreadable = `
  SELECT 1 FROM documents WHERE NOT (json_valid(about) AND json_valid(body))
  UNION ALL SELECT 1 FROM passages WHERE NOT json_valid(body) LIMIT 1
`

function holdsBrokenList(database: Database): boolean {
  const lists = database.prepare('SELECT checksum, places FROM terms').iterate()
  for (const list of lists) if (!isSound(list)) return true
  return false
}

/** Whether a list of places is the one that was written. */
export function isSound(row: Readonly<Record<string, unknown>>): boolean {
  const { places } = row
  return places instanceof Uint8Array && crc32(places) === Number(row['checksum'])
}
