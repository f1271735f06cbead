import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  encodeGroup,
  groupsOf,
  type Place,
  readPlaces,
  withoutDocuments,
} from '../../src/search/postings.ts'

const places = fc
  .uniqueArray(fc.record({ ordinal: fc.nat(99_999), times: fc.integer({ min: 1, max: 300 }) }), {
    selector: ({ ordinal }) => ordinal,
    minLength: 1,
    maxLength: 20,
  })
  .map((all) => all.toSorted((a, b) => a.ordinal - b.ordinal))
const list = fc
  .uniqueArray(fc.tuple(fc.nat(2 ** 40), places), {
    selector: ([document]) => document,
    maxLength: 8,
  })
  .map((all) => all.toSorted(([a], [b]) => a - b))

function encode(groups: readonly (readonly [number, readonly Place[]])[]): Uint8Array {
  return Uint8Array.from(groups.flatMap(([document, own]) => encodeGroup(document, own)))
}

function decode(bytes: Uint8Array) {
  return Array.from(groupsOf(bytes), (group) => {
    const found: Place[] = []
    readPlaces(bytes, group, (ordinal, times) => found.push({ ordinal, times }))
    return [group.document, found] as const
  })
}

it('reads what was written', () => {
  fc.assert(
    fc.property(list, (groups) => {
      expect(decode(encode(groups))).toEqual(groups)
    }),
  )
})

it('leaves out the documents that are gone and nothing else', () => {
  const some = fc.func(fc.boolean())
  fc.assert(
    fc.property(list, some, (groups, isGone) => {
      const gone = new Set(groups.map(([document]) => document).filter((id) => isGone(id)))
      const kept = groups.filter(([document]) => !gone.has(document))
      expect(decode(withoutDocuments(encode(groups), gone))).toEqual(kept)
    }),
  )
})

it('ends on any bytes', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => void decode(bytes)))
})
