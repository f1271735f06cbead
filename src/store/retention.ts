import type { Config } from '../config.ts'
import { type Files, inTransaction } from './files.ts'
import { threadMs } from './threads.ts'

const dayMs = 86_400_000

type Days = Pick<Config, 'keepDays' | 'incidentKeepDays'>

/** Erases what is past its days, and every trace of what was erased since the last call. */
export function openRetention(
  { database, now }: Files,
  { keepDays, incidentKeepDays = 180 }: Days,
): () => void {
  const erase = openErasure(database)
  const eraseWords = openWordErasure(database)
  const changes = database.prepare('SELECT total_changes() AS count')
  // A run that was killed may have left traces: the first call always cleans.
  let cleanAt: unknown
  return () => {
    inTransaction(database, () => {
      erase(now(), now() - keepDays * dayMs)
      eraseWords(now(), now() - incidentKeepDays * dayMs)
    })
    const count = changes.get()?.['count']
    if (count !== cleanAt) wipe(database)
    cleanAt = count
  }
}

function openErasure(database: Files['database']): (at: number, before: number) => void {
  const of = (sql: string) => database.prepare(sql)
  // A clock that was put back keeps nothing longer: what lies ahead of it counts from now.
  const pull = [
    of('UPDATE questions SET asked = ? WHERE asked > ?'),
    of('UPDATE answers SET at = ? WHERE at > ?'),
    of('UPDATE feedback SET at = ? WHERE at > ?'),
  ]
  const capThreads = of('UPDATE threads SET until = ? WHERE until > ?')
  const dropThreads = of('DELETE FROM threads WHERE until <= ?')
  const drop = [
    of('DELETE FROM answers WHERE at < ?'),
    of('DELETE FROM questions WHERE asked < ?'),
    // What was thought of which passage stays, without the person.
    of(
      'UPDATE feedback SET note = NULL, person = NULL WHERE at < ? AND (person IS NOT NULL OR note IS NOT NULL)',
    ),
  ]
  return (at, before) => {
    for (const statement of pull) statement.run(at, at)
    capThreads.run(at + threadMs, at + threadMs)
    dropThreads.run(at)
    for (const statement of drop) statement.run(before)
  }
}

// What people wrote in an incident goes some time after its end; figures and times stay. One that is
// open keeps everything.
function openWordErasure(database: Files['database']): (at: number, before: number) => void {
  const pull = database.prepare('UPDATE incidents SET closed = ? WHERE closed > ?')
  const words = database.prepare(
    'UPDATE incident_events SET words = NULL WHERE words IS NOT NULL AND incident IN (SELECT number FROM incidents WHERE closed < ?)',
  )
  const glances = database.prepare(
    'UPDATE incidents SET glance = NULL WHERE glance IS NOT NULL AND closed < ?',
  )
  const past = "SELECT 'L' || number FROM incidents WHERE closed < ?"
  const posts = database.prepare(
    `DELETE FROM room_posts WHERE room IN (SELECT id FROM rooms WHERE incident IN (${past}))`,
  )
  const rooms = database.prepare(`DELETE FROM rooms WHERE incident IN (${past})`)
  return (at, before) => {
    pull.run(at, at)
    for (const statement of [words, glances, posts, rooms]) statement.run(before)
  }
}

// Pages that SQLite rearranged may hold copies of rows in their gaps, which `secure_delete` does not
// know of: only a file written anew is free of them. Nor may they live on in the log.
function wipe(database: Files['database']): void {
  try {
    database.exec('VACUUM')
  } finally {
    database.exec('PRAGMA wal_checkpoint(TRUNCATE)')
  }
}
