import { DatabaseSync } from 'node:sqlite'
import { IndexError } from './domain/errors.ts'

/** An open SQLite database. The only way into `node:sqlite`. */
export type Database = DatabaseSync

/**
 * Opens a database; creates it unless `readOnly`.
 *
 * What is deleted is overwritten in the file, so that an erased source is gone.
 *
 * @throws IndexError (`bad-index`) when the file is missing or no database
 */
export function openDatabase(path: string, { readOnly = false } = {}): Database {
  try {
    const database = new DatabaseSync(path, { readOnly })
    if (!readOnly) database.exec('PRAGMA secure_delete = ON; PRAGMA journal_mode = DELETE')
    database.prepare('SELECT count(*) FROM sqlite_schema').get()
    return database
  } catch (cause) {
    throw new IndexError(`Der Index ${path} lässt sich nicht öffnen.`, {
      path,
      cause,
      fix: '`npm run ingest` baut ihn neu auf.',
    })
  }
}
