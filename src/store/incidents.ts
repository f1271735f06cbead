import { z } from 'zod'
import { Actor, EventBody, type IncidentEvent } from '../domain/incident-events.ts'
import type { Entry, Glance, Incidents } from '../ports-incidents.ts'
import { inTransaction } from '../sqlite.ts'
import { bytes, type Files, fromJson, type Row } from './files.ts'

/** @see the port */
export function openIncidents(files: Files): Incidents {
  const { database, seal, now } = files
  const sql = statements(database)
  const once = <T>(work: () => T): T => inTransaction(database, work)
  const write = (number: number, after: number, entry: Omit<Entry, 'after'>) => {
    for (const [at, event] of entry.events.entries()) {
      const seq = after + at + 1
      const { words, ...facts } = event
      const { role, ...person } = entry.by
      const sealed = seal.close(JSON.stringify({ ...person, words }), aboutEvent(number, seq))
      sql.add.run(number, seq, now(), entry.command, role, JSON.stringify(facts), sealed)
    }
    const { isClosed } = entry.glance
    const glance = seal.close(JSON.stringify(entry.glance), aboutGlance(number))
    sql.advance.run(after + entry.events.length, glance, isClosed ? now() : null, number)
  }
  return {
    create: (entry) =>
      once(() => {
        const known = sql.find.get(entry.command)?.['incident']
        if (known !== undefined) return toId(known)
        const number = Number(sql.create.run(now()).lastInsertRowid)
        write(number, 0, entry)
        return toId(number)
      }),
    append: (id, entry) =>
      once(() => {
        if (sql.find.get(entry.command)) return 'repeated'
        const number = toNumber(id)
        if (sql.version.get(number)?.['version'] !== entry.after) return 'stale'
        write(number, entry.after, entry)
        return 'appended'
      }),
    events: (id, after = 0) =>
      sql.events.all(toNumber(id), after).map((row) => toEvent(row, files)),
    list: () =>
      sql.list.all().map((row) => {
        const number = Number(row['number'])
        return {
          id: toId(number),
          version: Number(row['version']),
          opened: toInstant(row['opened']),
          ...toGlance(seal.open(bytes(row['glance']), aboutGlance(number)), row),
        }
      }),
    keepBook: (hash, text) => void sql.keepBook.run(hash, seal.close(text, `book ${hash}`)),
    book: (hash) => {
      const row = sql.book.get(hash)
      return row && seal.open(bytes(row['text']), `book ${hash}`)
    },
  }
}

// Bound to its place: a sealed text that is moved to another line does not open.
function aboutEvent(number: number, seq: number): string {
  return `incident ${number} event ${seq}`
}

function aboutGlance(number: number): string {
  return `incident ${number} glance`
}

function toId(number: unknown): string {
  return `L${Number(number)}`
}

/** 0, which no incident has, for what is no id. */
function toNumber(id: string): number {
  return Number(/^L(\d{1,12})$/i.exec(id)?.[1] ?? 0)
}

function toInstant(value: Row[string] | undefined): string {
  return new Date(Number(value)).toISOString()
}

const Sealed = z.object({ person: Actor.shape.person, words: z.unknown().optional() })

function toEvent(row: Row, { seal }: Files): IncidentEvent {
  const seq = Number(row['seq'])
  const about = aboutEvent(Number(row['incident']), seq)
  const opened = row['words'] === null ? undefined : seal.open(bytes(row['words']), about)
  const { person, words } = Sealed.parse((opened && fromJson(opened)) ?? { words: undefined })
  const facts = z.record(z.string(), z.unknown()).parse(fromJson(String(row['facts'])))
  // Parsed on the way out as well: what another version wrote must not pass for what it is not.
  const body = EventBody.parse(words === undefined ? facts : { ...facts, words })
  const by = { role: String(row['role']), ...(person === undefined ? {} : { person }) }
  return { ...body, seq, at: toInstant(row['at']), by, command: String(row['command']) }
}

const Seen = z.object({
  title: z.string(),
  level: z.string(),
  playbooks: z.array(z.string()),
  isExercise: z.boolean(),
  isClosed: z.boolean(),
})

function toGlance(text: string | undefined, row: Row): Glance {
  const found = Seen.safeParse(text === undefined ? undefined : fromJson(text))
  if (found.success) return found.data
  const isClosed = row['closed'] !== null
  return { title: '[gelöscht]', level: 'GRUEN', playbooks: [], isExercise: false, isClosed }
}

function statements(database: Files['database']) {
  const of = (sql: string) => database.prepare(sql)
  return {
    create: of('INSERT INTO incidents (version, opened) VALUES (0, ?)'),
    version: of('SELECT version FROM incidents WHERE number = ?'),
    advance: of(
      'UPDATE incidents SET version = ?, glance = ?, closed = coalesce(closed, ?) WHERE number = ?',
    ),
    list: of('SELECT * FROM incidents ORDER BY number DESC'),
    find: of('SELECT incident FROM incident_events WHERE command = ? LIMIT 1'),
    add: of(
      'INSERT INTO incident_events (incident, seq, at, command, role, facts, words) VALUES (?, ?, ?, ?, ?, ?, ?)',
    ),
    events: of('SELECT * FROM incident_events WHERE incident = ? AND seq > ? ORDER BY seq'),
    keepBook: of('INSERT OR IGNORE INTO incident_books (hash, text) VALUES (?, ?)'),
    book: of('SELECT text FROM incident_books WHERE hash = ?'),
  }
}
