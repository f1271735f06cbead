import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
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

// An ingest does not put again what the index holds already.
function write(path: string, documents: readonly Document[], { again = true } = {}): void {
  const build = openBuild(path)
  for (const document of documents) {
    if (again || !build.holds(document.about.id, '1')) build.put(document, chunk(document), '1')
  }
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

  it('lets builds run at once: none harms another, and the last to end stays', async () => {
    const path = fresh()
    const builds = ['a', 'b', 'c'].map((id) => ({ id, build: openBuild(path) }))
    for (const { id, build } of builds) {
      const document = talk(id, 'Alles über Fristen.')
      build.put(document, chunk(document), '1')
    }
    for (const { id, build } of builds.toReversed()) {
      build.commit('')
      expect(await find(path, 'Fristen')).toEqual([id])
    }
    expect(readdirSync(join(path, '..'))).toEqual(['index.sqlite'])
  })

  it('clears what a process left that had our number before us', () => {
    const left = leftBy(({ pid, owner }) => `${pid}.${owner}-1-00000000`)
    expect(left()).toEqual([])
  })

  it('leaves the build of a process alone that runs, also of another user', () => {
    // The first process of a system always runs, and is seldom ours.
    const left = leftBy(({ owner }) => `1.${owner}-1-00000000`)
    expect(left()).toHaveLength(1)
  })

  it('clears what another machine left only when it is old: its numbers say nothing here', () => {
    const left = leftBy(() => '999999999.0badcafe-1-00000000')
    expect(left()).toHaveLength(1)
    expect(left(3 * 3600)).toEqual([])
  })

  it('says why the index could not be swapped in, and leaves nothing behind', () => {
    const path = fresh()
    const build = openBuild(path)
    mkdirSync(join(path, 'in-the-way'), { recursive: true })
    const trouble = troubleOf(() => build.commit(''))
    expect(trouble.cause).toMatchObject({ code: expect.stringMatching(/EISDIR|ENOTEMPTY|EEXIST/) })
    expect(() => build.abandon()).not.toThrow()
    expect(readdirSync(join(path, '..'))).toEqual(['index.sqlite'])
  })

  it('says what to set when there is no writing at that place', () => {
    const path = fresh()
    writeFileSync(path, 'a file where a folder should be')
    const trouble = troubleOf(() => openBuild(join(path, 'index.sqlite')))
    expect(trouble.fix).toContain('DATA_DIR')
  })

  it('keeps the former version of a document whose passages cannot be analysed', async () => {
    const path = fresh()
    write(path, [talk('a', 'Alles über Fristen.')])
    const build = openBuild(path)
    const [good] = chunk(talk('a', 'Alles über Telefone.'))
    const broken = Object.defineProperty({ ...good }, 'text', {
      get: () => {
        throw new RangeError('too deep')
      },
    })
    expect(() => build.put(talk('a', 'x'), [broken as NonNullable<typeof good>], '2')).toThrow()
    build.commit('')
    expect(await find(path, 'Fristen')).toEqual(['a'])
  })
})

// What is left in the folder after a build, of one file that another build may have made.
function leftBy(nameOf: (own: { pid: string; owner: string }) => string) {
  const path = fresh()
  const build = openBuild(path)
  const folder = join(path, '..')
  const own = readdirSync(folder).find((name) => name.endsWith('.tmp')) ?? ''
  build.abandon()
  const [, pid = '', owner = ''] = /sqlite\.(\d+)\.([\da-f]+)-/.exec(own) ?? []
  const name = `index.sqlite.${nameOf({ pid, owner })}.tmp`
  return (secondsAgo = 0): readonly string[] => {
    writeFileSync(join(folder, name), 'half')
    const moment = Date.now() / 1000 - secondsAgo
    utimesSync(join(folder, name), moment, moment)
    openBuild(path).abandon()
    return readdirSync(folder).filter((file) => file !== 'index.sqlite')
  }
}

describe('openShelf', () => {
  it('never fails of damage but with the command that mends it, and that command does', async () => {
    const path = fresh()
    const talks = Array.from({ length: 40 }, (_, at) =>
      talk(`t${at}`, `Satz ${at} über Fristen, Telefone und Wartezeiten.`.repeat(20)),
    )
    write(path, talks)
    const whole = readFileSync(path)
    const expected = await find(path, 'Fristen Telefone')
    const damage = fc.record({
      at: fc.nat(whole.length - 1),
      length: fc.constantFrom(1, 40, 4096, 60_000),
      byte: fc.constantFrom(0, 7),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(damage, { minLength: 1, maxLength: 3 }), async (damages) => {
        const bytes = Buffer.from(whole)
        for (const { at, length, byte } of damages)
          bytes.fill(byte, at, Math.min(at + length, bytes.length))
        writeFileSync(path, bytes)
        await readAll(path, talks).catch((error: unknown) => {
          expect(error).toBeInstanceOf(IndexError)
          expect(error).toHaveProperty('fix', expect.stringContaining('npm run ingest'))
        })
        write(path, talks, { again: false })
        // A letter that became another one is no damage anybody could see: order may differ by it.
        expect(await find(path, 'Fristen Telefone')).toHaveLength(expected.length)
      }),
      { numRuns: 30 },
    )
  })

  it('may be closed twice', () => {
    const path = fresh()
    write(path, [talk('a', 'Alles über Fristen.')])
    const shelf = openShelf(path)
    shelf.close()
    expect(() => shelf.close()).not.toThrow()
  })

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

async function readAll(path: string, documents: readonly Document[]): Promise<void> {
  await find(path, 'Fristen Telefone')
  const shelf = openShelf(path)
  try {
    for (const { about } of documents) shelf.findDocument(about.id)
  } finally {
    shelf.close()
  }
}

function attempt(path: string): IndexError {
  return troubleOf(() => openShelf(path).close())
}

function troubleOf(work: () => unknown): IndexError {
  try {
    work()
  } catch (error) {
    if (error instanceof IndexError) return error
    throw error
  }
  throw new Error('expected an IndexError')
}
