import { type Document, isTranscript, type SourceId, sourceKey } from '../domain/documents.ts'
import { isSpoken, type Passage } from '../domain/passage.ts'
import type { Database } from '../sqlite.ts'
import type { Lists } from './lists.ts'
import { encodeShape } from './shape.ts'
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

/** Where a document is written to: its rows, and the lists of its terms. */
export interface Target {
  readonly database: Database
  readonly lists: Lists
}

interface Made {
  readonly passages: readonly Passage[]
  readonly fingerprint: string
}

/** Puts a document in the place of its former version. */
export function put(target: Target, document: Document, { passages, fingerprint }: Made): void {
  const { database, lists } = target
  // A passage that cannot be analysed must fail before the former version is erased.
  const fields = passages.map(fieldsOf)
  const rows = passages.map((passage, at) => ({
    stems: fields[at]?.words.join(' ') ?? '',
    body: JSON.stringify(bodyOf(passage)),
  }))
  const key = sourceKey(document.about.id)
  const body = isTranscript(document) ? document.cues : document.sections
  const texts = [key, fingerprint, JSON.stringify(document.about), JSON.stringify(body)]
  erase(target, key)
  const { lastInsertRowid } = database
    .prepare('INSERT INTO documents (key, fingerprint, about, body, shape) VALUES (?, ?, ?, ?, ?)')
    .run(...texts, encodeShape(passages, fields))
  const number = Number(lastInsertRowid)
  const passage = database.prepare('INSERT INTO passages VALUES (?, ?, ?, ?, ?)')
  for (const [ordinal, { stems, body: own }] of rows.entries()) {
    passage.run(number * mostPassages + ordinal, number, ordinal, stems, own)
  }
  lists.add(number, fields)
}

function bodyOf(passage: Passage): object {
  const { id, text } = passage
  return isSpoken(passage)
    ? { id, text, cues: passage.cues, next: passage.next }
    : { id, text, section: passage.section }
}

function erase({ database, lists }: Target, key: string): void {
  const row = database.prepare('SELECT id, about FROM documents WHERE key = ?').get(key)
  if (!row) return
  const number = Number(row['id'])
  const about = JSON.parse(String(row['about']))
  const bodies = database.prepare('SELECT body FROM passages WHERE document = ?').all(number)
  const passages = bodies.map(({ body }): Passage => ({ ...JSON.parse(String(body)), about }))
  lists.remove(number, passages.map(fieldsOf))
  database.prepare('DELETE FROM passages WHERE document = ?').run(number)
  database.prepare('DELETE FROM documents WHERE id = ?').run(number)
}

/** Erases every document not named; returns how many. */
export function keepOnly(target: Target, ids: ReadonlySet<SourceId>): number {
  const kept = new Set(Array.from(ids, sourceKey))
  const keys = target.database
    .prepare('SELECT key FROM documents')
    .all()
    .map((row) => String(row['key']))
  const gone = keys.filter((key) => !kept.has(key))
  for (const key of gone) erase(target, key)
  return gone.length
}
