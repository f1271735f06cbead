import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Document, toSourceId } from '../../src/domain/documents.ts'
import { IndexError } from '../../src/domain/errors.ts'
import { chunk } from '../../src/ingest/chunk.ts'
import { openBuild } from '../../src/search/build.ts'
import { openLexical } from '../../src/search/lexical.ts'
import { openShelf } from '../../src/search/shelf.ts'
import { episode } from '../fakes.ts'

function fresh(): string {
  return join(mkdtempSync(join(tmpdir(), 'sturmlotse-')), 'index.sqlite')
}

function talk(id: string, text: string): Document {
  return { about: episode({ id: toSourceId(id) }), cues: [{ start: 0, end: 9, text }] }
}

function write(path: string, documents: readonly Document[], fingerprint = '1'): void {
  const build = openBuild(path)
  for (const document of documents) build.put(document, chunk(document), fingerprint)
  build.keepOnly(new Set(documents.map((document) => document.about.id)))
  build.commit('stamp')
}

async function find(path: string, text: string): Promise<readonly string[]> {
  const shelf = openShelf(path)
  const hits = await openLexical(shelf).search(
    { text, earlier: [] },
    5,
    new AbortController().signal,
  )
  shelf.close()
  return hits.map((hit) => hit.passage.about.id)
}

describe('openBuild', () => {
  it('shows nothing of a new index before it is whole', async () => {
    const path = fresh()
    write(path, [talk('alt', 'Die alte Aussage zur Frist steht hier.')])
    const build = openBuild(path)
    build.put(talk('neu', 'Die neue Aussage zum Telefon.'), [], '1')
    expect(await find(path, 'Frist')).toEqual(['alt'])
    build.abandon()
    expect(await find(path, 'Frist')).toEqual(['alt'])
    expect(readdirSync(join(path, '..'))).toEqual(['index.sqlite'])
  })

  it('starts from what is there and replaces one document', async () => {
    const path = fresh()
    write(path, [talk('a', 'Alles über Fristen im Rathaus.'), talk('b', 'Alles über Telefone.')])
    const build = openBuild(path)
    expect(build.holds(toSourceId('A'), '1')).toBe(true)
    expect(build.holds(toSourceId('a'), '2')).toBe(false)
    const changed = talk('a', 'Jetzt über Fahrräder.')
    build.put(changed, chunk(changed), '2')
    build.commit('')
    expect(await find(path, 'Fristen')).toEqual([])
    expect(await find(path, 'Fahrräder')).toEqual(['a'])
    expect(await find(path, 'Telefone')).toEqual(['b'])
  })

  it('leaves no word of an erased document in the file', () => {
    const path = fresh()
    write(path, [
      talk('a', 'Das Zauberwort heißt Quittengelee.'),
      talk('b', 'Alles über Telefone.'),
    ])
    write(path, [talk('b', 'Alles über Telefone.')])
    expect(readFileSync(path).includes('Quittengelee')).toBe(false)
    expect(readFileSync(path).includes('quittengel')).toBe(false)
  })

  it('starts from nothing when the file is damaged, cut or of another make', async () => {
    for (const damage of [Buffer.from('no database'), Buffer.alloc(0), 'cut']) {
      const path = fresh()
      write(path, [talk('a', 'Alles über Fristen.')])
      const whole = readFileSync(path)
      writeFileSync(path, damage === 'cut' ? whole.subarray(0, whole.length / 2) : damage)
      write(path, [talk('b', 'Alles über Telefone.')])
      expect(await find(path, 'Telefone')).toEqual(['b'])
    }
  })

  it('clears away what a killed build left behind', () => {
    const path = fresh()
    const leftover = `${path}.999999999.tmp`
    writeFileSync(leftover, 'half')
    write(path, [talk('a', 'Alles über Fristen.')])
    expect(readdirSync(join(path, '..'))).toEqual(['index.sqlite'])
  })
})

describe('openShelf', () => {
  it('names the command that mends a missing or damaged index', () => {
    const path = fresh()
    const trouble = attempt(path)
    expect(trouble.fix).toContain('npm run ingest')
    writeFileSync(path, 'no database at all, but long enough to look like one')
    expect(attempt(path).fix).toContain('npm run ingest')
  })

  it('finds a document whatever the case and composition of its id', () => {
    const path = fresh()
    write(path, [talk('Übung-1', 'Alles über Fristen.')])
    const shelf = openShelf(path)
    expect(shelf.findDocument('übung-1'.normalize('NFD'))?.about.id).toBe('Übung-1')
    expect(shelf.findDocument('../etc/passwd')).toBeUndefined()
    shelf.close()
  })
})

function attempt(path: string): IndexError {
  try {
    openShelf(path).close()
  } catch (error) {
    if (error instanceof IndexError) return error
    throw error
  }
  throw new Error('expected an IndexError')
}
