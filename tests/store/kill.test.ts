import { describe, expect, it } from 'vitest'
import type { Store } from '../../src/ports-store.ts'
import { openDatabase } from '../../src/sqlite.ts'
import { openStore, storePath } from '../../src/store/store.ts'
import { type Taken, takeIn, takeInAndDie, takeInUntilFull } from './run.ts'
import { arrival, dataDir, movableClock } from './stage.ts'

function openAgain(folder: string): Store {
  return openStore({ dataDir: folder, keepDays: 7 }, movableClock())
}

function check(folder: string, runs: readonly Taken[]): void {
  const { inbox, close } = openAgain(folder)
  const waiting = inbox.waiting().map(({ id }) => id)
  const taken = runs.flatMap(({ events }) => events)
  expect(new Set(waiting).size).toBe(waiting.length)
  expect(taken.filter(({ id }) => !waiting.includes(id))).toEqual([])
  // At most one a run was stored and not told of any more.
  expect(waiting.length - taken.length).toBeLessThanOrEqual(runs.length)
  expect(inbox.waiting().every(({ body }) => body?.startsWith('Nachricht'))).toBe(true)
  const repeats = taken.map(({ key }) => inbox.accept(arrival({ keys: [key] })))
  expect(repeats.filter((id) => id !== undefined)).toEqual([])
  close()
}

function isWhole(folder: string): boolean {
  const database = openDatabase(storePath({ dataDir: folder }), { readOnly: true })
  const [first] = database.prepare('PRAGMA integrity_check').all()
  database.close()
  return first?.['integrity_check'] === 'ok'
}

describe('a process that is killed', () => {
  it('loses nothing it has accepted and keeps nothing twice, whenever it dies', async () => {
    const folder = dataDir()
    const runs: Taken[] = []
    for (const count of [1, 3, 7, 20, 49, 111]) {
      runs.push(await takeInAndDie(folder, `run${count}`, count))
    }
    expect(runs.map(({ err }) => err)).toEqual(runs.map(() => ''))
    check(folder, runs)
    expect(isWhole(folder)).toBe(true)
  })
})

describe('several processes', () => {
  it('make one store when they start at the same moment in an empty folder', async () => {
    const folder = dataDir()
    const names = ['a', 'b', 'c', 'd', 'e', 'f']
    const runs = await Promise.all(names.map((name) => takeIn(folder, name, 15)))
    expect(runs.map(({ err }) => err)).toEqual(names.map(() => ''))
    expect(runs.map(({ events }) => events.length)).toEqual(names.map(() => 15))
    check(folder, runs)
  })
})

describe('a disk that is full', () => {
  it('refuses what it cannot keep and keeps what it took', async () => {
    const folder = dataDir()
    const full = await takeInUntilFull(folder, 'full')
    expect(full.err).toBe('bad-store')
    expect(full.events.length).toBeGreaterThan(5)
    check(folder, [full])
    const roomy = await takeIn(folder, 'roomy', 5)
    expect(roomy.err).toBe('')
    check(folder, [full, roomy])
  })
})
