import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { type Document, isTranscript, type SourceId, sourceKey } from '../domain/documents.ts'
import { isSpoken, type Passage } from '../domain/passage.ts'
import { type Database, openDatabase } from '../sqlite.ts'
import { createTables, make, readMeta, writeMeta } from './schema.ts'
import { fieldsOf } from './terms.ts'

/** Passages of one document are numbered from `document * stride`, so that neighbours are found by id. */
const stride = 100_000

/**
 * An index in the making, beside the one in use. Nothing is seen of it before `commit`; a process
 * that dies leaves the former index as it was.
 */
export interface Build {
  /** Whether the document lies in the index just so. */
  holds(id: SourceId, fingerprint: string): boolean
  /** Whether any version of the document lies in the index. */
  knows(id: SourceId): boolean
  put(document: Document, passages: readonly Passage[], fingerprint: string): void
  /** Erases every document not named. */
  keepOnly(ids: ReadonlySet<SourceId>): number
  /** Swaps the new index in. `files` is what the folder looked like. */
  commit(files: string): void
  /** Throws the new index away. */
  abandon(): void
}

/** Starts from the index at `path` where it is whole and of our make, else from nothing. */
export function openBuild(path: string): Build {
  mkdirSync(dirname(path), { recursive: true })
  removeLeftovers(path)
  const aside = `${path}.${process.pid}.tmp`
  const database = copyOf(path, aside) ?? blank(aside)
  database.exec('BEGIN')
  return {
    holds: (id, fingerprint) => fingerprintOf(database, id) === fingerprint,
    knows: (id) => fingerprintOf(database, id) !== undefined,
    put: (document, passages, fingerprint) => put(database, document, { passages, fingerprint }),
    keepOnly: (ids) => keepOnly(database, ids),
    commit: (files) => {
      writeMeta(database, 'files', files)
      writeMeta(database, 'lengths', JSON.stringify(meanLengths(database)))
      database.exec('COMMIT')
      database.close()
      swap(aside, path)
    },
    abandon: () => {
      database.close()
      rmSync(aside, { force: true })
    },
  }
}

function copyOf(path: string, aside: string): Database | undefined {
  if (!existsSync(path)) return undefined
  copyFileSync(path, aside)
  try {
    const database = openDatabase(aside)
    const check = database.prepare('PRAGMA quick_check').get()
    if (check?.['quick_check'] === 'ok' && readMeta(database, 'make') === make) return database
    database.close()
  } catch {
    // Damaged: it is derived from the sources, so a blank one loses nothing.
  }
  return undefined
}

function blank(aside: string): Database {
  rmSync(aside, { force: true })
  const database = openDatabase(aside)
  createTables(database)
  return database
}

function fingerprintOf(database: Database, id: SourceId): string | undefined {
  const row = database.prepare('SELECT fingerprint FROM documents WHERE key = ?').get(sourceKey(id))
  return row ? String(row['fingerprint']) : undefined
}

function put(
  database: Database,
  document: Document,
  made: { readonly passages: readonly Passage[]; readonly fingerprint: string },
): void {
  const key = sourceKey(document.about.id)
  erase(database, key)
  const body = isTranscript(document) ? document.cues : document.sections
  const { lastInsertRowid } = database
    .prepare('INSERT INTO documents (key, fingerprint, about, body) VALUES (?, ?, ?, ?)')
    .run(key, made.fingerprint, JSON.stringify(document.about), JSON.stringify(body))
  const number = Number(lastInsertRowid)
  const passage = database.prepare('INSERT INTO passages VALUES (?, ?, ?, ?)')
  const terms = database.prepare(
    'INSERT INTO terms (rowid, words, grams, heads) VALUES (?, ?, ?, ?)',
  )
  for (const [ordinal, item] of made.passages.entries()) {
    const id = number * stride + ordinal
    const fields = fieldsOf(item)
    passage.run(id, number, ordinal, JSON.stringify(bodyOf(item)))
    terms.run(id, fields.words.join(' '), fields.grams.join(' '), fields.heads.join(' '))
  }
}

function bodyOf(passage: Passage): object {
  const { id, text } = passage
  return isSpoken(passage)
    ? { id, text, cues: passage.cues }
    : { id, text, section: passage.section }
}

function erase(database: Database, key: string): void {
  const row = database.prepare('SELECT id FROM documents WHERE key = ?').get(key)
  if (!row) return
  const number = Number(row['id'])
  const [from, to] = [number * stride, (number + 1) * stride - 1]
  database.prepare('DELETE FROM terms WHERE rowid BETWEEN ? AND ?').run(from, to)
  database.prepare('DELETE FROM passages WHERE document = ?').run(number)
  database.prepare('DELETE FROM documents WHERE id = ?').run(number)
}

function keepOnly(database: Database, ids: ReadonlySet<SourceId>): number {
  const kept = new Set(Array.from(ids, sourceKey))
  const keys = database
    .prepare('SELECT key FROM documents')
    .all()
    .map((row) => String(row['key']))
  const gone = keys.filter((key) => !kept.has(key))
  for (const key of gone) erase(database, key)
  return gone.length
}

// The scorer needs the mean length of the fields; counting spaces in SQL spares reading them all.
function meanLengths(database: Database): { words: number; grams: number } {
  const mean = (column: string) =>
    `avg(length(${column}) - length(replace(${column}, ' ', '')) + 1)`
  const row = database
    .prepare(`SELECT ${mean('words')} AS words, ${mean('grams')} AS grams FROM terms`)
    .get()
  return { words: Number(row?.['words'] ?? 0), grams: Number(row?.['grams'] ?? 0) }
}

// Bytes first, then the name, then the folder that holds the name: a crash leaves old or new, whole.
function swap(aside: string, path: string): void {
  synced(aside)
  renameSync(aside, path)
  synced(dirname(path))
}

function synced(path: string): void {
  const file = openSync(path, 'r')
  fsyncSync(file)
  closeSync(file)
}

// A killed build leaves its file behind; one that still runs keeps its own.
function removeLeftovers(path: string): void {
  const folder = dirname(path)
  for (const name of readdirSync(folder)) {
    const match = /\.(\d+)\.tmp(?:-journal)?$/.exec(name)
    if (!match || !name.startsWith(basename(path)) || isRunning(Number(match[1]))) continue
    rmSync(join(folder, name), { force: true })
  }
}

function isRunning(process_: number): boolean {
  if (process_ === process.pid) return false
  try {
    process.kill(process_, 0)
    return true
  } catch {
    return false
  }
}
