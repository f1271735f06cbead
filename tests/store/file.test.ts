import { mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { explain, StoreError } from '../../src/domain/errors.ts'
import type { Store } from '../../src/ports-store.ts'
import { openDatabase } from '../../src/sqlite.ts'
import { openStore, storePath } from '../../src/store/store.ts'
import { arrival, bodies, dataDir, dataKey, movableClock, reply, stage, tamper } from './stage.ts'

const name = 'sturmlotse.db'

function errorOf(work: () => unknown): unknown {
  try {
    work()
    return undefined
  } catch (error) {
    return error
  }
}

function opening(folder: string): unknown {
  return errorOf(() => openStore({ dataDir: folder, dataKey, keepDays: 7 }, movableClock()))
}

/** A folder whose store holds a few pages of answers, closed. */
function filled(): string {
  const { store, folder } = stage()
  for (let at = 0; at < 40; at += 1) {
    store.memory.keepAnswer(`a${at}`, { question: 'q', reply: reply({ lead: 'x'.repeat(900) }) })
  }
  store.close()
  return folder
}

function everyCall({ inbox, memory, feedback, settings, sweep }: Store) {
  return [
    () => inbox.accept(arrival()),
    () => inbox.see(['x']),
    () => inbox.waiting(),
    () => inbox.eraseLate(),
    () => memory.engage('t'),
    () => memory.findAnswer('a'),
    () => memory.forgetMessage('m'),
    () => feedback.record({ answer: 'a', person: 'p', verdict: 'up' }),
    () => feedback.list(1),
    () => settings.profile(),
    () => settings.saveProfile({}),
    () => sweep(),
  ]
}

describe('the file', () => {
  it('is made with its folder, for its owner alone, its log as well', () => {
    const folder = join(dataDir(), 'tief', 'unten')
    const { store } = stage({ folder })
    store.inbox.accept(arrival())
    expect(readdirSync(folder)).toEqual([name, `${name}-shm`, `${name}-wal`])
    for (const file of readdirSync(folder)) {
      expect(statSync(join(folder, file)).mode & 0o777).toBe(0o600)
    }
  })

  it('is one file once it is closed, and may be closed twice', () => {
    const { store, folder } = stage()
    store.inbox.accept(arrival())
    store.close()
    store.close()
    expect(readdirSync(folder)).toEqual([name])
    expect(bodies(stage({ folder }).store)).toHaveLength(1)
  })

  it('is left as it is when a newer version wrote it', () => {
    const folder = filled()
    tamper(folder, 'PRAGMA user_version = 99')
    const before = readFileSync(storePath({ dataDir: folder }))
    expect(opening(folder)).toMatchObject({ fix: expect.stringContaining('aktualisieren') })
    expect(readFileSync(storePath({ dataDir: folder })).equals(before)).toBe(true)
  })

  it('is brought up to date once, when two open it at the same time', () => {
    const folder = dataDir()
    const [one, two] = [stage({ folder }), stage({ folder })]
    one.store.inbox.accept(arrival())
    expect(bodies(two.store)).toHaveLength(1)
  })
})

describe('a file that cannot be used', () => {
  it('says so when it is no database, or a damaged one', () => {
    const folder = filled()
    const path = storePath({ dataDir: folder })
    const whole = readFileSync(path)
    for (const damaged of [
      Buffer.from('Das ist keine Datenbank. '.repeat(99)),
      Buffer.concat([whole.subarray(0, 100), Buffer.alloc(4000, 7), whole.subarray(4100)]),
      whole.subarray(0, 5000),
    ]) {
      writeFileSync(path, damaged)
      const error = opening(folder)
      expect(error).toBeInstanceOf(StoreError)
      expect(explain(error).text).toMatch(/beschädigt.*umbenennen/)
      expect(readFileSync(path).equals(damaged)).toBe(true)
    }
  })

  it('says so when the damage shows later', () => {
    const folder = filled()
    const path = storePath({ dataDir: folder })
    const whole = readFileSync(path)
    writeFileSync(path, whole.fill(0xa5, 4096 * 3))
    const opened = errorOf(() => {
      const { store } = stage({ folder })
      for (const call of everyCall(store)) call()
    })
    expect(opened).toBeInstanceOf(StoreError)
    expect(opened).toMatchObject({ message: expect.stringContaining('beschädigt') })
  })

  it('makes room for a new one when it is renamed, whatever log lies beside it', () => {
    const { store, folder } = stage()
    store.inbox.accept(arrival({ body: 'alt' }))
    const log = readFileSync(join(folder, `${name}-wal`))
    store.close()
    renameSync(join(folder, name), join(folder, 'kaputt.db'))
    writeFileSync(join(folder, `${name}-wal`), log)
    const { store: fresh } = stage({ folder })
    expect(bodies(fresh)).toEqual([])
    expect(fresh.inbox.accept(arrival({ body: 'neu' }))).toBeTypeOf('string')
  })

  it('says so when nothing may be written there', () => {
    const folder = dataDir()
    writeFileSync(join(folder, 'file'), '')
    mkdirSync(join(folder, 'dir', name), { recursive: true })
    for (const place of [join(folder, 'file'), join(folder, 'file', 'x'), join(folder, 'dir')]) {
      const error = opening(place)
      expect(error).toBeInstanceOf(StoreError)
      expect(explain(error).text).toMatch(/nicht öffnen oder anlegen.*DATA_DIR/)
    }
  })
})

describe('every call', () => {
  it('fails with words for people, never with those of the database', () => {
    const { store } = stage()
    store.close()
    for (const call of everyCall(store)) {
      const error = errorOf(call)
      expect(error).toBeInstanceOf(StoreError)
      expect(error).toMatchObject({ code: 'bad-store', path: expect.stringContaining(name) })
    }
  })

  it('works again after one that failed', () => {
    const { store, folder } = stage()
    const database = openDatabase(storePath({ dataDir: folder }), { isLog: true })
    database.exec("CREATE TRIGGER full BEFORE INSERT ON inbox BEGIN SELECT raise(ABORT, 'x'); END")
    expect(errorOf(() => store.inbox.accept(arrival()))).toBeInstanceOf(StoreError)
    database.exec('DROP TRIGGER full')
    expect(store.inbox.accept(arrival())).toBeTypeOf('string')
    database.close()
  })
})
