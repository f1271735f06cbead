import { randomUUID } from 'node:crypto'
import { mkdirSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { IndexError } from '../domain/errors.ts'
import { type Database, inTransaction, openDatabase } from '../sqlite.ts'
import { readMeta, writeMeta } from './schema.ts'
import { isUnit } from './unit.ts'

/** A vector and the hash of the text it stands for; see `embed.ts`. */
export interface Embedded {
  readonly hash: string
  readonly vector: Float32Array
}

/**
 * What was embedded, in one file beside the index that survives its swaps.
 *
 * `model` is the id of an embedder. Vectors that were damaged in the file count as not there.
 * Every member throws IndexError (`bad-index`) when the file is full, locked or damaged.
 */
export interface VectorStore {
  readonly path: string
  /** Changes whenever a run has changed what is stored; cheap enough to be asked at every question. */
  version(): string
  /** Says that a run is through, and what it changed may be read. */
  publish(): void
  /** How many numbers a vector of this model has; `undefined` when there is none. */
  dimension(model: string): number | undefined
  hashes(model: string): ReadonlySet<string>
  find(model: string, hash: string): Float32Array | undefined
  /** All of them or none. */
  put(model: string, embedded: readonly Embedded[]): void
  /** Erases what stands for other texts, of any model; returns how many. */
  keepTexts(hashes: Iterable<string>): number
  /** Erases the vectors of all other models; returns how many. */
  keepModel(model: string): number
  close(): void
}

const tables = `
  CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS vectors (
    model TEXT NOT NULL,
    hash TEXT NOT NULL,
    vector BLOB NOT NULL,
    PRIMARY KEY (model, hash)
  );
  CREATE TEMP TABLE kept (hash TEXT PRIMARY KEY) WITHOUT ROWID;
`

/** Opens the store, an empty one where there is none; a damaged file is replaced: it is derived. */
export function openVectorStore(path: string): VectorStore {
  mkdirSync(dirname(path), { recursive: true })
  const database = openOrReplace(path)
  const guarded = <T>(work: () => T): T => guard(path, work)
  return {
    path,
    version: () => readMeta(database, 'version') ?? '',
    publish: () => guarded(() => writeMeta(database, 'version', randomUUID())),
    dimension: (model) => guarded(() => dimensionOf(database, model)),
    hashes: (model) => guarded(() => hashesOf(database, model)),
    find: (model, hash) => guarded(() => find(database, model, hash)),
    put: (model, embedded) => guarded(() => put(database, model, embedded)),
    keepTexts: (hashes) => guarded(() => keepTexts(database, hashes)),
    keepModel: (model) =>
      guarded(() => changes(database, 'DELETE FROM vectors WHERE model <> ?', model)),
    close: () => database.close(),
  }
}

function openOrReplace(path: string): Database {
  try {
    return openWhole(path)
  } catch (error) {
    if (!isDamage(error)) throw error
    for (const ending of ['', '-journal']) rmSync(`${path}${ending}`, { force: true })
    return openWhole(path)
  }
}

function openWhole(path: string): Database {
  const database = openPatiently(path)
  return guard(path, () => {
    database.exec(`PRAGMA busy_timeout = ${patience.ms}`)
    database.exec(tables)
    return database
  })
}

/** One process embeds while another answers: whoever comes second waits for the batch. */
const patience = { ms: 5000, stepMs: 20 } as const

// The time-out of a database holds only once it is open, and a lock already refuses the opening.
function openPatiently(path: string): Database {
  const end = performance.now() + patience.ms
  for (;;) {
    try {
      return openDatabase(path)
    } catch (error) {
      const isBusy = error instanceof IndexError && codeOf(error.cause) === codes.busy
      if (!isBusy || performance.now() > end) throw error
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, patience.stepMs)
    }
  }
}

function dimensionOf(database: Database, model: string): number | undefined {
  const row = database
    .prepare('SELECT length(vector) / 4 AS size FROM vectors WHERE model = ? LIMIT 1')
    .get(model)
  return row ? Number(row['size']) : undefined
}

function hashesOf(database: Database, model: string): ReadonlySet<string> {
  const rows = database.prepare('SELECT hash FROM vectors WHERE model = ?').all(model)
  return new Set(rows.map((row) => String(row['hash'])))
}

function find(database: Database, model: string, hash: string): Float32Array | undefined {
  const blob = database
    .prepare('SELECT vector FROM vectors WHERE model = ? AND hash = ?')
    .get(model, hash)?.['vector']
  if (!(blob instanceof Uint8Array)) return undefined
  const vector = toVector(blob)
  if (isUnit(vector)) return vector
  // Thrown away, so that the next run embeds the text anew instead of trusting its name.
  changes(database, 'DELETE FROM vectors WHERE model = ? AND hash = ?', model, hash)
  return undefined
}

// Copied, because a view on four-byte numbers must begin at a multiple of four.
function toVector(blob: Uint8Array): Float32Array {
  return new Float32Array(blob.slice().buffer, 0, Math.floor(blob.byteLength / 4))
}

function put(database: Database, model: string, embedded: readonly Embedded[]): void {
  const insert = database.prepare('INSERT OR REPLACE INTO vectors VALUES (?, ?, ?)')
  inTransaction(database, () => {
    for (const { hash, vector } of embedded)
      insert.run(model, hash, new Uint8Array(vector.buffer, vector.byteOffset, vector.byteLength))
  })
}

function keepTexts(database: Database, hashes: Iterable<string>): number {
  const insert = database.prepare('INSERT OR IGNORE INTO kept VALUES (?)')
  return inTransaction(database, () => {
    database.exec('DELETE FROM kept')
    for (const hash of hashes) insert.run(hash)
    return changes(database, 'DELETE FROM vectors WHERE hash NOT IN (SELECT hash FROM kept)')
  })
}

function changes(database: Database, sql: string, ...values: readonly string[]): number {
  return Number(database.prepare(sql).run(...values).changes)
}

function guard<T>(path: string, work: () => T): T {
  try {
    return work()
  } catch (cause) {
    throw new IndexError(`Die Vektoren in ${path} lassen sich nicht lesen oder schreiben.`, {
      path,
      cause,
      fix: remedies[codeOf(cause)] ?? 'Rechte und Platz prüfen, dann `npm run ingest`.',
    })
  }
}

/** @see https://sqlite.org/rescode.html */
const codes = { busy: 5, ioError: 10, corrupt: 11, full: 13, notADatabase: 26 } as const

const anew = 'Die Datei löschen; `npm run ingest` legt sie neu an.'
const room = 'Auf dem Datenträger Platz schaffen, dann `npm run ingest`: es geht dort weiter.'

const remedies: Readonly<Record<number, string>> = {
  [codes.busy]: 'Ein anderer Lauf schreibt gerade; bitte in einer Minute noch einmal.',
  [codes.ioError]: room,
  [codes.full]: room,
  [codes.corrupt]: anew,
  [codes.notADatabase]: anew,
}

function isDamage(error: unknown): boolean {
  const code = error instanceof IndexError ? codeOf(error.cause) : 0
  return code === codes.corrupt || code === codes.notADatabase
}

// The lower byte is the kind of trouble, the rest its details.
function codeOf(cause: unknown): number {
  return cause instanceof Error && 'errcode' in cause ? Number(cause.errcode) & 0xff : 0
}
