import { copyFileSync, existsSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Document, SourceId } from '../domain/documents.ts'
import type { Passage } from '../domain/passage.ts'
import { type Database, guard, guardDatabase, openDatabase } from '../sqlite.ts'
import { asidePath, removeAside, removeLeftovers, swapIn } from './aside.ts'
import { openLists } from './lists.ts'
import { fingerprintOf, keepOnly, put } from './rows.ts'
import { createTables, isWhole, make, readMeta, writeMeta } from './schema.ts'

/**
 * An index in the making, beside the one in use. Nothing is seen of it before `commit`; a process
 * that dies leaves the former index as it was, and of several at once the last to commit stays.
 *
 * Every member throws IndexError (`bad-index`) when the place is full, read-only or damaged.
 */
export interface Build {
  /** Whether the document lies in the index just so. */
  holds(id: SourceId, fingerprint: string): boolean
  /** Whether any version of the document lies in the index. */
  knows(id: SourceId): boolean
  /** All of the document or none; at most `mostPassages` of them. */
  put(document: Document, passages: readonly Passage[], fingerprint: string): void
  /** Erases every document not named. */
  keepOnly(ids: ReadonlySet<SourceId>): number
  /** Swaps the new index in. `files` is what the folder looked like. */
  commit(files: string): void
  /** Throws the new index away; does nothing after `commit`, and never throws. */
  abandon(): void
}

/**
 * Starts from the index at `path` where it is whole and of our make, else from nothing.
 *
 * @throws IndexError (`bad-index`) when nothing can be written there
 */
export function openBuild(path: string): Build {
  return guard(path, () => {
    mkdirSync(dirname(path), { recursive: true })
    removeLeftovers(path)
    const aside = asidePath(path)
    try {
      return buildIn(aside, path)
    } catch (error) {
      discard(aside)
      throw error
    }
  })
}

function buildIn(aside: string, path: string): Build {
  const database = guardDatabase(copyOf(path, aside) ?? blank(aside), path)
  database.exec('BEGIN')
  const lists = openLists(database)
  const target = { database, lists }
  const abandon = () => discard(aside, database)
  return {
    holds: (id, fingerprint) => fingerprintOf(database, id) === fingerprint,
    knows: (id) => fingerprintOf(database, id) !== undefined,
    put: (document, passages, fingerprint) => put(target, document, { passages, fingerprint }),
    keepOnly: (ids) => keepOnly(target, ids),
    commit: (files) => {
      try {
        lists.flush()
        writeMeta(database, 'files', files)
        database.exec('COMMIT')
        database.close()
        guard(path, () => swapIn(aside, path))
      } catch (error) {
        abandon()
        throw error
      }
    },
    abandon,
  }
}

// What is thrown away must not hide why: a file that stays is removed by a later build.
function discard(aside: string, database?: Database): void {
  try {
    database?.close()
    removeAside(aside)
  } catch {
    // See above.
  }
}

function copyOf(path: string, aside: string): Database | undefined {
  if (!existsSync(path)) return undefined
  copyFileSync(path, aside)
  let database: Database | undefined
  try {
    database = openDatabase(aside)
    if (readMeta(database, 'make') === make && isWhole(database)) {
      // A damaged head can make a file read-only that reads well.
      writeMeta(database, 'make', make)
      return database
    }
  } catch {
    // Damaged: it is derived from the sources, so a blank one loses nothing.
  }
  database?.close()
  return undefined
}

function blank(aside: string): Database {
  removeAside(aside)
  const database = openDatabase(aside)
  createTables(database)
  return database
}
