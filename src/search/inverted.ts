import { IndexError } from '../domain/errors.ts'
import type { Database } from '../sqlite.ts'
import type { Layout } from './layout.ts'
import { groupsOf, readPlaces } from './postings.ts'
import { isSound } from './schema.ts'
import { type Field, fieldLetters } from './terms.ts'

/** Where a term occurs: passages in ascending order by their numbers in the layout, and how often. */
export interface Postings {
  readonly at: Uint32Array
  readonly times: Uint16Array
  /** How many documents these passages belong to. */
  readonly documents: number
}

/** The lists of an opened index, which never changes. */
export interface Inverted {
  /** `undefined` for a term no passage has. @throws IndexError (`bad-index`) when it is damaged */
  find(field: Field, term: string): Postings | undefined
}

/** So many places are remembered, those of the terms asked for last; six bytes each. */
const remembered = 8_000_000

/** Reads lists as they are asked for. `path` is named where one is damaged. */
export function openInverted(database: Database, layout: Layout, path: string): Inverted {
  const select = database.prepare('SELECT holders, checksum, places FROM terms WHERE term = ?')
  const read = (term: string): Postings | undefined => {
    const row = select.get(term)
    if (!row) return undefined
    const { places } = row
    if (!(places instanceof Uint8Array) || !isSound(row)) throw damaged(path)
    return decode(places, Number(row['holders']), layout)
  }
  const known = new Map<string, Postings | undefined>()
  let held = 0
  // A map keeps the order of its entries: what was asked for last goes to the end.
  const remember = (name: string, found: Postings | undefined) => {
    known.set(name, found)
    held += sizeOf(found)
    for (const [oldest, list] of known) {
      if (held <= remembered || oldest === name) break
      known.delete(oldest)
      held -= sizeOf(list)
    }
  }
  return {
    find: (field, term) => {
      const name = fieldLetters[field] + term
      const isKnown = known.has(name)
      const found = isKnown ? known.get(name) : read(name)
      if (isKnown) known.delete(name)
      if (isKnown) known.set(name, found)
      else remember(name, found)
      return found
    },
  }
}

/** A term nobody uses takes a little room as well. */
function sizeOf(found: Postings | undefined): number {
  return 50 + (found?.at.length ?? 0)
}

function decode(bytes: Uint8Array, holders: number, layout: Layout): Postings {
  const at = new Uint32Array(holders)
  const times = new Uint16Array(holders)
  let [filled, documents] = [0, 0]
  for (const group of groupsOf(bytes)) {
    const place = layout.placeOf.get(group.document)
    const { start = 0, count = 0 } = layout.documents[place ?? -1] ?? {}
    documents += 1
    readPlaces(bytes, group, (ordinal, often) => {
      if (ordinal >= count) return
      at[filled] = start + ordinal
      times[filled] = often
      filled += 1
    })
  }
  return { at: at.subarray(0, filled), times: times.subarray(0, filled), documents }
}

function damaged(path: string): IndexError {
  return new IndexError('Der Index ist beschädigt.', {
    path,
    fix: '`npm run ingest` baut ihn neu auf.',
  })
}
