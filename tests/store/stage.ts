import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Reply } from '../../src/domain/reply.ts'
import type { Clock } from '../../src/ports.ts'
import type { Arrival, Asked, Store } from '../../src/ports-store.ts'
import { openDatabase } from '../../src/sqlite.ts'
import { openSeal } from '../../src/store/seal.ts'
import { openStore, storePath } from '../../src/store/store.ts'
import { written } from '../fakes.ts'

export const [minute, hour, day] = [60_000, 3_600_000, 86_400_000]
export const dataKey = 'ein Schlüssel, den nur die Tests kennen'

/** A clock that stands still until it is told to move, forwards or back. */
export function movableClock(): Clock & { advance(ms: number): void } {
  let at = Date.parse('2026-11-23T21:30:00.000Z')
  return {
    now: () => new Date(at).toISOString(),
    advance: (ms) => {
      at += ms
    },
  }
}

/** A place for data that no other test uses. */
export function dataDir(): string {
  return mkdtempSync(join(tmpdir(), 'sturmlotse-data-'))
}

export interface Stage {
  readonly folder: string
  readonly clock: ReturnType<typeof movableClock>
  readonly store: Store
  /** The same store after a restart. */
  reopen(otherKey?: string): Stage
}

/** A store in a folder of its own. */
export function stage({ folder = dataDir(), clock = movableClock(), key = dataKey } = {}): Stage {
  const store = openStore({ dataDir: folder, dataKey: key, keepDays: 7 }, clock)
  return {
    folder,
    clock,
    store,
    reopen: (otherKey = key) => {
      store.close()
      return stage({ folder, clock, key: otherKey })
    },
  }
}

export function arrival(different: Partial<Arrival> = {}): Arrival {
  return {
    keys: ['slack:T1:E1', 'slack:T1:C1:1.1'],
    conversation: 'slack:T1:C1:1.1',
    address: '{"channel":"C1"}',
    body: 'Wer ruft zuerst an?',
    ...different,
  }
}

export function asked(different: Partial<Asked> = {}): Asked {
  return {
    id: 'q1',
    conversation: 'slack:T1:C1:1.1',
    message: 'slack:T1:C1:1.1',
    person: 'slack:T1:U1',
    text: 'Wer ruft zuerst an?',
    ...different,
  }
}

export function reply(different: Partial<Reply> = {}): Reply {
  const { id: passage, about, section } = written('Ruft die IT an.')
  const { anchor, heading } = section
  const source = { passage, quote: 'Ruft die IT an.', url: 'https://x.example/1' }
  return {
    kind: 'answered',
    language: 'de',
    lead: '',
    steps: [],
    claims: [{ text: 'Ruft die IT an.', numbers: [1] }],
    sourcesTitle: 'Quellen',
    sources: [
      {
        number: 1,
        line: 'Beitrag: Probebeitrag',
        citation: { kind: 'post', post: about, anchor, heading, section: 1, ...source },
      },
    ],
    notes: [],
    disclosure: 'Mit KI.',
    ...different,
  }
}

/** The bodies that wait, as a person would list them. */
export function bodies({ inbox }: Pick<Store, 'inbox'>): readonly (string | undefined)[] {
  return inbox.waiting().map(({ body }) => body)
}

/** All bytes of a folder's files. */
export function bytesIn(folder: string): Buffer {
  return Buffer.concat(readdirSync(folder).map((name) => readFileSync(join(folder, name))))
}

/** Every sealed text of a table, as it lies in the file. */
export function sealedIn(folder: string, table: string, column: string): readonly Buffer[] {
  const database = openDatabase(storePath({ dataDir: folder }), { readOnly: true })
  const rows = database.prepare(`SELECT ${column} AS sealed FROM ${table}`).all()
  database.close()
  return rows.flatMap(({ sealed }) => (sealed instanceof Uint8Array ? [Buffer.from(sealed)] : []))
}

const windowBytes = 6

/** How many of these sealed texts have left any six bytes in the folder's files. */
export function tracesOf(sealed: readonly Buffer[], folder: string): number {
  const marks = new Map<number, number>()
  for (const [which, text] of sealed.entries()) {
    for (let at = 0; at + windowBytes <= text.length; at += windowBytes) {
      marks.set(text.readUIntBE(at, windowBytes), which)
    }
  }
  const all = bytesIn(folder)
  const found = new Set<number>()
  for (let at = 0; at + windowBytes <= all.length; at += 1) {
    const which = marks.get(all.readUIntBE(at, windowBytes))
    if (which !== undefined) found.add(which)
  }
  return found.size
}

/** Writes SQL into the file behind the store's back. */
export function tamper(folder: string, sql: string, ...values: readonly (string | Uint8Array)[]) {
  const database = openDatabase(storePath({ dataDir: folder }), { isLog: true })
  database.prepare(sql).run(...values)
  database.close()
}

/** A text sealed as the store would, to be put there by `tamper`. */
export function sealed(text: string, about: string): Uint8Array {
  return openSeal({ dataDir: '', dataKey }).close(text, about)
}
