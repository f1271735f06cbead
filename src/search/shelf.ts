import { existsSync } from 'node:fs'
import { type Document, type Episode, type Post, sourceKey } from '../domain/documents.ts'
import { IndexError } from '../domain/errors.ts'
import { type Passage, type PassageId, standOf } from '../domain/passage.ts'
import { type Database, guard, guardDatabase, openDatabase } from '../sqlite.ts'
import { mostPassages } from './rows.ts'
import { make, readMeta } from './schema.ts'

/** How much an index holds. */
export interface Stock {
  readonly episodes: number
  readonly posts: number
  readonly examples: number
  readonly passages: number
}

/**
 * An index opened for reading: its documents, and the database for the search legs.
 *
 * Whatever is asked of it or of its database throws IndexError (`bad-index`) where it is damaged.
 */
export interface Shelf {
  readonly path: string
  readonly database: Database
  /** What is known of each document, by its number in the file. */
  readonly abouts: ReadonlyMap<number, Episode | Post>
  /** What the folder looked like when the index was built; see `Build.commit`. */
  readonly files: string
  readonly stock: Stock
  findDocument(id: string): Document | undefined
  passagesOf(ids: readonly number[]): ReadonlyMap<number, Passage>
  /** What comes right after a passage in its document, at most `count`. */
  after(id: PassageId, count: number): readonly Passage[]
  /** All passages of a document in their order. */
  passagesIn(id: string): readonly Passage[]
  /** Twice does no harm. */
  close(): void
}

/**
 * Opens the index at `path`.
 *
 * @throws IndexError (`bad-index`) when it is missing, damaged or of another make
 */
export function openShelf(path: string): Shelf {
  if (!existsSync(path)) {
    throw new IndexError('Es gibt noch keinen Index.', {
      path,
      fix: '`npm run ingest` baut ihn aus dem Wissensordner auf.',
    })
  }
  const database = guardDatabase(openDatabase(path, { readOnly: true }), path)
  try {
    if (readMeta(database, 'make') !== make) throw otherMake(path)
    return guard(path, () => shelfOf(database, path))
  } catch (error) {
    database.close()
    throw error
  }
}

function otherMake(path: string): IndexError {
  return new IndexError('Der Index stammt von einer anderen Fassung.', {
    path,
    fix: '`npm run ingest` baut ihn neu auf.',
  })
}

function shelfOf(database: Database, path: string): Shelf {
  const abouts = readAbouts(database)
  return {
    path,
    database,
    abouts,
    files: readMeta(database, 'files') ?? '',
    stock: stockOf(database, [...abouts.values()]),
    findDocument: (id) => guard(path, () => findDocument(database, id)),
    passagesOf: (ids) => guard(path, () => passagesOf(database, abouts, ids)),
    after: (id, count) => guard(path, () => after(database, abouts, { id, count })),
    passagesIn: (id) => guard(path, () => passagesIn(database, abouts, id)),
    close: () => database.close(),
  }
}

function readAbouts(database: Database): ReadonlyMap<number, Episode | Post> {
  const rows = database.prepare('SELECT id, about FROM documents').all()
  return new Map(rows.map((row) => [Number(row['id']), JSON.parse(String(row['about']))]))
}

function stockOf(database: Database, abouts: readonly (Episode | Post)[]): Stock {
  const episodes = abouts.filter((about) => about.kind === 'episode').length
  const row = database.prepare('SELECT count(*) AS passages FROM passages').get()
  return {
    episodes,
    posts: abouts.length - episodes,
    examples: abouts.filter((about) => about.example).length,
    passages: Number(row?.['passages'] ?? 0),
  }
}

function findDocument(database: Database, id: string): Document | undefined {
  const row = database.prepare('SELECT about, body FROM documents WHERE key = ?').get(sourceKey(id))
  if (!row) return undefined
  const about: Episode | Post = JSON.parse(String(row['about']))
  const body = JSON.parse(String(row['body']))
  return about.kind === 'episode' ? { about, cues: body } : { about, sections: body }
}

function passagesOf(
  database: Database,
  abouts: ReadonlyMap<number, Episode | Post>,
  ids: readonly number[],
): ReadonlyMap<number, Passage> {
  const one = database.prepare('SELECT document, body FROM passages WHERE id = ?')
  const found = new Map<number, Passage>()
  for (const id of ids) {
    const row = one.get(id)
    const about = abouts.get(Number(row?.['document']))
    if (row && about) found.set(id, { ...JSON.parse(String(row['body'])), about })
  }
  return found
}

function after(
  database: Database,
  abouts: ReadonlyMap<number, Episode | Post>,
  { id, count }: { readonly id: PassageId; readonly count: number },
): readonly Passage[] {
  const { source, ordinal } = standOf(id)
  const document = database.prepare('SELECT id FROM documents WHERE key = ?').get(sourceKey(source))
  if (!document || !Number.isInteger(ordinal)) return []
  const first = Number(document['id']) * mostPassages + ordinal + 1
  const ids = Array.from({ length: count }, (_, step) => first + step)
  return [...passagesOf(database, abouts, ids).values()]
}

function passagesIn(
  database: Database,
  abouts: ReadonlyMap<number, Episode | Post>,
  id: string,
): readonly Passage[] {
  const rows = database
    .prepare(
      'SELECT passages.id FROM passages JOIN documents ON documents.id = passages.document WHERE documents.key = ? ORDER BY passages.id',
    )
    .all(sourceKey(id))
  const ids = rows.map((row) => Number(row['id']))
  return [...passagesOf(database, abouts, ids).values()]
}

/** Every passage of an index, source by source. For measuring; a search never needs it. */
export function allPassages(shelf: Shelf): readonly Passage[] {
  const ids = shelf.database.prepare('SELECT id FROM passages ORDER BY id').all()
  return [...shelf.passagesOf(ids.map((row) => Number(row['id']))).values()]
}
