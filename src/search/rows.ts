import { type Document, isTranscript, type SourceId, sourceKey } from '../domain/documents.ts'
import { isSpoken, type Passage } from '../domain/passage.ts'
import type { Database } from '../sqlite.ts'
import { fieldsOf } from './terms.ts'

/**
 * The most passages one document may have. They are numbered from `document * mostPassages`, so that
 * neighbours are found by id.
 */
export const mostPassages = 100_000

/** What a document looked like when it was put in; `undefined` where it is not there. */
export function fingerprintOf(database: Database, id: SourceId): string | undefined {
  const row = database.prepare('SELECT fingerprint FROM documents WHERE key = ?').get(sourceKey(id))
  return row ? String(row['fingerprint']) : undefined
}

interface Made {
  readonly passages: readonly Passage[]
  readonly fingerprint: string
}

/** Puts a document in the place of its former version. */
export function put(database: Database, document: Document, { passages, fingerprint }: Made): void {
  // A passage that cannot be analysed must fail before the former version is erased.
  const rows = passages.map((passage) => ({
    body: JSON.stringify(bodyOf(passage)),
    fields: fieldsOf(passage),
  }))
  const key = sourceKey(document.about.id)
  const body = isTranscript(document) ? document.cues : document.sections
  const values = [key, fingerprint, JSON.stringify(document.about), JSON.stringify(body)]
  erase(database, key)
  const { lastInsertRowid } = database
    .prepare('INSERT INTO documents (key, fingerprint, about, body) VALUES (?, ?, ?, ?)')
    .run(...values)
  const number = Number(lastInsertRowid)
  const passage = database.prepare('INSERT INTO passages VALUES (?, ?, ?, ?)')
  const terms = database.prepare(
    'INSERT INTO terms (rowid, words, grams, heads) VALUES (?, ?, ?, ?)',
  )
  for (const [ordinal, { body: own, fields }] of rows.entries()) {
    const id = number * mostPassages + ordinal
    passage.run(id, number, ordinal, own)
    terms.run(id, fields.words.join(' '), fields.grams.join(' '), fields.heads.join(' '))
  }
}

function bodyOf(passage: Passage): object {
  const { id, text } = passage
  return isSpoken(passage)
    ? { id, text, cues: passage.cues, next: passage.next }
    : { id, text, section: passage.section }
}

function erase(database: Database, key: string): void {
  const row = database.prepare('SELECT id FROM documents WHERE key = ?').get(key)
  if (!row) return
  const number = Number(row['id'])
  const [from, to] = [number * mostPassages, (number + 1) * mostPassages - 1]
  database.prepare('DELETE FROM terms WHERE rowid BETWEEN ? AND ?').run(from, to)
  database.prepare('DELETE FROM passages WHERE document = ?').run(number)
  database.prepare('DELETE FROM documents WHERE id = ?').run(number)
}

/** Erases every document not named; returns how many. */
export function keepOnly(database: Database, ids: ReadonlySet<SourceId>): number {
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
export function meanLengths(database: Database): { words: number; grams: number } {
  const mean = (column: string) =>
    `avg(length(${column}) - length(replace(${column}, ' ', '')) + 1)`
  const row = database
    .prepare(`SELECT ${mean('words')} AS words, ${mean('grams')} AS grams FROM terms`)
    .get()
  return { words: Number(row?.['words'] ?? 0), grams: Number(row?.['grams'] ?? 0) }
}
