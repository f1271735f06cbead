import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Document, toSourceId } from '../../src/domain/documents.ts'
import { chunk } from '../../src/ingest/chunk.ts'
import { openBuild } from '../../src/search/build.ts'
import { groupsOf } from '../../src/search/postings.ts'
import { openShelf } from '../../src/search/shelf.ts'
import { episode } from '../fakes.ts'

function fresh(): string {
  return join(mkdtempSync(join(tmpdir(), 'sturmlotse-')), 'index.sqlite')
}

function talk(id: string, text: string): Document {
  return { about: episode({ id: toSourceId(id) }), cues: [{ start: 0, end: 9, text }] }
}

function write(path: string, documents: readonly Document[]): void {
  const build = openBuild(path)
  for (const document of documents) build.put(document, chunk(document), '1')
  build.keepOnly(new Set(documents.map((document) => document.about.id)))
  build.commit('stamp')
}

it('holds after any changes what it would hold had it been built at once', () => {
  const texts = fc.constantFrom('Fristen im Rathaus', 'Telefone', 'Fristen und Telefone', 'Rat')
  const versions = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), texts, { maxKeys: 4 })
  fc.assert(
    fc.property(fc.array(versions, { minLength: 1, maxLength: 4 }), (steps) => {
      const [path, other] = [fresh(), fresh()]
      const toTalks = (step: Record<string, string>) =>
        Object.entries(step).map(([id, text]) => talk(id, text))
      for (const step of steps) write(path, toTalks(step))
      write(other, toTalks(steps.at(-1) ?? {}))
      expect(termsIn(path)).toEqual(termsIn(other))
    }),
    { numRuns: 25 },
  )
})

// Every term with the documents it occurs in; documents are numbered anew when they change.
function termsIn(path: string) {
  const shelf = openShelf(path)
  const keys = new Map(
    shelf.database
      .prepare('SELECT id, key FROM documents')
      .all()
      .map(({ id, key }) => [Number(id), String(key)]),
  )
  const rows = shelf.database.prepare('SELECT * FROM terms ORDER BY term').all()
  const terms = rows.map(({ term, holders, places }) => {
    const bytes = places instanceof Uint8Array ? places : new Uint8Array()
    return [
      term,
      holders,
      Array.from(groupsOf(bytes), ({ document }) => keys.get(document)).toSorted(),
    ]
  })
  shelf.close()
  return terms
}
