import { encodeGroup, type Place } from './postings.ts'

/** Bytes that grow at their end. */
interface Growing {
  bytes: Uint8Array
  used: number
}

/** Lists in the making, by term. */
export interface Pile {
  add(document: number, terms: ReadonlyMap<string, readonly Place[]>): void
  /** What was gathered; empty for a term nobody added. */
  of(term: string): Uint8Array
  terms(): Iterable<string>
  /** How many bytes lie on it. */
  size(): number
  clear(): void
}

/** Gathers lists in memory, so that a build writes each of them once. */
export function openPile(): Pile {
  const lists = new Map<string, Growing>()
  let size = 0
  return {
    add: (document, terms) => {
      for (const [term, places] of terms) {
        const group = encodeGroup(document, places)
        append(listOf(lists, term), group)
        size += group.length
      }
    },
    of: (term) => {
      const list = lists.get(term)
      return list ? list.bytes.subarray(0, list.used) : new Uint8Array()
    },
    terms: () => lists.keys(),
    size: () => size,
    clear: () => {
      lists.clear()
      size = 0
    },
  }
}

function listOf(lists: Map<string, Growing>, term: string): Growing {
  const known = lists.get(term)
  if (known) return known
  const made = { bytes: new Uint8Array(8), used: 0 }
  lists.set(term, made)
  return made
}

function append(list: Growing, group: readonly number[]): void {
  const needed = list.used + group.length
  if (needed > list.bytes.length) {
    const larger = new Uint8Array(Math.max(needed, list.bytes.length * 2))
    larger.set(list.bytes.subarray(0, list.used))
    list.bytes = larger
  }
  list.bytes.set(group, list.used)
  list.used = needed
}
