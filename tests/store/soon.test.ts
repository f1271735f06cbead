import { describe, expect, it } from 'vitest'
import { openFile } from '../../src/store/file.ts'
import type { Files } from '../../src/store/files.ts'
import { openInbox } from '../../src/store/inbox.ts'
import { openMemory } from '../../src/store/memory.ts'
import { openSeal } from '../../src/store/seal.ts'
import { openSettings } from '../../src/store/settings.ts'
import { storePath } from '../../src/store/store.ts'
import { arrival, asked, dataDir, dataKey, reply } from './stage.ts'

/** Parts of a store whose database tells how safe each write was when it was made. */
function told() {
  const folder = dataDir()
  const path = storePath({ dataDir: folder })
  const database = openFile(path)
  const safety = () => Number(database.prepare('PRAGMA synchronous').get()?.['synchronous'])
  const writes: number[] = []
  const flushed: number[] = []
  const files: Files = {
    path,
    seal: openSeal({ dataDir: folder, dataKey }),
    now: () => 0,
    flush: async () => void flushed.push(writes.length),
    database: {
      ...database,
      get isTransaction() {
        return database.isTransaction
      },
      prepare: (sql) => {
        const statement = database.prepare(sql)
        return {
          ...statement,
          run: (...values) => {
            writes.push(safety())
            return statement.run(...values)
          },
        }
      },
    },
  }
  return { files, writes, flushed, safety }
}

const [soon, now] = [1, 2]

describe('what a chat writes for every message', () => {
  it('waits for no disk, is brought there at once, and leaves the rest as safe as it was', () => {
    const { files, writes, flushed, safety } = told()
    const [inbox, memory] = [openInbox(files), openMemory(files)]
    const id = inbox.accept(arrival()) ?? ''
    const calls = [
      () => memory.engage('t'),
      () => memory.remember(asked()),
      () => memory.keepAnswer('a', { question: 'q1', reply: reply() }),
      () => memory.setRef('a', 'r'),
      () => inbox.see(['x']),
      () => inbox.advance(id, 1),
      () => inbox.close([id]),
      () => memory.forgetMessage(asked().message),
      () => memory.release('t'),
    ]
    for (const call of calls) {
      const before = writes.length
      call()
      expect(writes.length).toBeGreaterThan(before)
      expect(flushed.at(-1)).toBe(writes.length)
      expect(safety()).toBe(now)
    }
    expect(new Set(writes)).toEqual(new Set([soon]))
  })

  it('leaves the rest as safe where it fails, too', () => {
    const { files, safety } = told()
    const inbox = openInbox(files)
    files.database.exec('DROP TABLE seen')
    expect(() => inbox.accept(arrival())).toThrow()
    expect(safety()).toBe(now)
  })
})

it('what a town sets is on the disk when the call returns', () => {
  const { files, writes } = told()
  openSettings(files).saveProfile({ legalOffice: 'Rechtsamt' })
  expect(writes).toEqual([now])
})
