import { crc32 } from 'node:zlib'
import type { Database } from '../sqlite.ts'
import { openPile } from './pile.ts'
import { groupsOf, type Place, readPlaces, withoutDocuments } from './postings.ts'
import { type Field, type Fields, fieldLetters, fields as fieldNames } from './terms.ts'

/** The lists of terms while an index is built. What was added or removed is in the file after `flush`. */
export interface Lists {
  add(document: number, fields: readonly Fields[]): void
  /** `fields` are those the document was added with. */
  remove(document: number, fields: readonly Fields[]): void
  flush(): void
}

/** So much is gathered in memory before it is written. */
const mostBytes = 64_000_000

export function openLists(database: Database): Lists {
  const pile = openPile()
  const gone = { documents: new Set<number>(), terms: new Set<string>() }
  const flush = () => {
    const touched = new Set([...pile.terms(), ...gone.terms])
    const write = writerOf(database)
    for (const term of touched) write(term, pile.of(term), gone.documents)
    pile.clear()
    gone.documents.clear()
    gone.terms.clear()
  }
  return {
    add: (document, fields) => {
      for (const field of fieldNames) pile.add(document, tally(fields, field))
      if (pile.size() > mostBytes) flush()
    },
    remove: (document, fields) => {
      gone.documents.add(document)
      for (const field of fieldNames) {
        for (const own of fields) {
          for (const term of own[field]) gone.terms.add(fieldLetters[field] + term)
        }
      }
    },
    flush,
  }
}

function tally(fields: readonly Fields[], field: Field): ReadonlyMap<string, readonly Place[]> {
  const found = new Map<string, { ordinal: number; times: number }[]>()
  for (const [ordinal, own] of fields.entries()) {
    for (const term of own[field]) {
      const places = found.get(term) ?? []
      if (places.length === 0) found.set(term, places)
      const last = places.at(-1)
      if (last?.ordinal === ordinal) last.times += 1
      else places.push({ ordinal, times: 1 })
    }
  }
  return new Map(Array.from(found, ([term, places]) => [fieldLetters[field] + term, places]))
}

type Write = (term: string, added: Uint8Array, gone: ReadonlySet<number>) => void

function writerOf(database: Database): Write {
  const read = database.prepare('SELECT rowid, places FROM terms WHERE term = ?')
  const insert = database.prepare('INSERT INTO terms VALUES (?, ?, ?, ?)')
  const update = database.prepare(
    'UPDATE terms SET holders = ?, checksum = ?, places = ? WHERE rowid = ?',
  )
  const erase = database.prepare('DELETE FROM terms WHERE rowid = ?')
  return (term, added, gone) => {
    const row = read.get(term)
    const before = row?.['places'] instanceof Uint8Array ? row['places'] : new Uint8Array()
    const places = join(withoutDocuments(before, gone), withoutDocuments(added, gone))
    const values = [countPlaces(places), crc32(places), places] as const
    const id = Number(row?.['rowid'])
    if (!row && places.length > 0) insert.run(term, ...values)
    else if (row && places.length > 0) update.run(...values, id)
    else if (row) erase.run(id)
  }
}

function join(before: Uint8Array, added: Uint8Array): Uint8Array {
  const both = new Uint8Array(before.length + added.length)
  both.set(before)
  both.set(added, before.length)
  return both
}

function countPlaces(places: Uint8Array): number {
  let count = 0
  for (const group of groupsOf(places)) readPlaces(places, group, () => (count += 1))
  return count
}
