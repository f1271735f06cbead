import { randomUUID } from 'node:crypto'
import type { Arrival, Inbox, Waiting } from '../ports-store.ts'
import { inTransaction } from '../sqlite.ts'
import { bytes, type Files, type Row, soon } from './files.ts'

/** How long what was not answered may lie here, and how long its keys tell repeats. */
const limits = { bodyMs: 10 * 60_000, keyMs: 26 * 3_600_000 } as const

/** @see the port */
export function openInbox(files: Files): Inbox {
  const { database, seal, now, flush } = files
  const sql = statements(database)
  const once = <T>(work: () => T): T => soon(files, () => inTransaction(database, work))
  // Names that are new lead to the event the known ones lead to.
  const isFirst = (keys: readonly string[], item: string | null) => {
    const known = keys.map((key) => sql.find.get(key)).find((row) => row !== undefined)
    for (const key of keys) sql.see.run(key, now(), known ? (known['item'] ?? null) : item)
    return known === undefined
  }
  const add = (id: string, { conversation, address, body }: Arrival) => {
    const [to, text] = [seal.close(address, `${id} address`), seal.close(body, `${id} body`)]
    sql.add.run(id, conversation, now(), to, text)
  }
  const withdraw = (key: string) => {
    const item = sql.find.get(key)?.['item']
    return typeof item === 'string' && sql.close.run(item).changes ? item : undefined
  }
  return {
    accept: (arrival) =>
      once(() => {
        const id = randomUUID()
        if (!isFirst(arrival.keys, id)) return undefined
        add(id, arrival)
        return id
      }),
    see: (keys) => once(() => isFirst(keys, null)),
    unsee: (keys) =>
      once(() => {
        for (const key of keys) sql.unsee.run(key)
      }),
    waiting: (conversation) =>
      (conversation === undefined ? sql.all.all() : sql.of.all(conversation)).map((row) =>
        toWaiting(row, seal),
      ),
    advance: (id, step) => void soon(files, () => sql.advance.run(step, id)),
    close: (ids) =>
      once(() => {
        for (const id of ids) sql.close.run(id)
      }),
    withdraw: (key) => soon(files, () => withdraw(key)),
    replace: (key, arrival) =>
      once(() => {
        if (arrival.keys.some((name) => sql.find.get(name))) return undefined
        const old = withdraw(key)
        if (old === undefined) return undefined
        const id = randomUUID()
        sql.lead.run(id, old)
        isFirst(arrival.keys, id)
        add(id, arrival)
        return id
      }),
    eraseLate: () => once(() => eraseLate(sql, now())),
    onDisk: flush,
  }
}

function toWaiting(row: Row, seal: Files['seal']): Waiting {
  const id = String(row['id'])
  const body = seal.open(bytes(row['body']), `${id} body`)
  return {
    id,
    conversation: String(row['conversation']),
    received: new Date(Number(row['received'])).toISOString(),
    step: Number(row['step']),
    address: seal.open(bytes(row['address']), `${id} address`) ?? '',
    ...(body === undefined ? {} : { body }),
  }
}

function eraseLate(sql: ReturnType<typeof statements>, at: number): number {
  // A clock that was put back keeps nothing longer: what lies ahead of it counts from now.
  sql.pullItems.run(at, at)
  sql.pullKeys.run(at, at)
  // Whoever could not be told for so long is not told any more.
  sql.dropItems.run(at - limits.keyMs)
  sql.dropKeys.run(at - limits.keyMs)
  return Number(sql.erase.run(at - limits.bodyMs).changes)
}

function statements(database: Files['database']) {
  const of = (sql: string) => database.prepare(sql)
  return {
    find: of('SELECT item FROM seen WHERE key = ?'),
    see: of('INSERT OR IGNORE INTO seen (key, at, item) VALUES (?, ?, ?)'),
    unsee: of('DELETE FROM seen WHERE key = ?'),
    lead: of('UPDATE seen SET item = ? WHERE item = ?'),
    add: of('INSERT INTO inbox (id, conversation, received, address, body) VALUES (?, ?, ?, ?, ?)'),
    // By number, not by time: a clock put back must not change who came first.
    all: of('SELECT * FROM inbox ORDER BY number'),
    of: of('SELECT * FROM inbox WHERE conversation = ? ORDER BY number'),
    advance: of('UPDATE inbox SET step = ? WHERE id = ?'),
    close: of('DELETE FROM inbox WHERE id = ?'),
    pullItems: of('UPDATE inbox SET received = ? WHERE received > ?'),
    pullKeys: of('UPDATE seen SET at = ? WHERE at > ?'),
    dropItems: of('DELETE FROM inbox WHERE received < ?'),
    dropKeys: of('DELETE FROM seen WHERE at < ?'),
    erase: of('UPDATE inbox SET body = NULL WHERE received < ? AND body IS NOT NULL'),
  }
}
