import type { Database } from '../sqlite.ts'
import { inTransaction } from './files.ts'

/** Changes of the file's form, in order; one that was released is never edited. */
const migrations: readonly { readonly name: string; readonly sql: string }[] = [
  {
    name: 'inbox, threads, answers, feedback, settings',
    sql: `
      CREATE TABLE inbox (
        number INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        conversation TEXT NOT NULL,
        received INTEGER NOT NULL,
        step INTEGER NOT NULL DEFAULT 0,
        address BLOB NOT NULL,
        body BLOB
      ) STRICT;
      CREATE INDEX inbox_conversation ON inbox (conversation);
      CREATE TABLE seen (
        key TEXT PRIMARY KEY,
        at INTEGER NOT NULL,
        item TEXT
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX seen_at ON seen (at);
      CREATE TABLE threads (
        conversation TEXT PRIMARY KEY,
        until INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE questions (
        number INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        conversation TEXT NOT NULL,
        message TEXT NOT NULL,
        person TEXT NOT NULL,
        asked INTEGER NOT NULL,
        text BLOB NOT NULL
      ) STRICT;
      CREATE INDEX questions_conversation ON questions (conversation, asked);
      CREATE INDEX questions_person ON questions (person, asked);
      CREATE INDEX questions_message ON questions (message);
      CREATE TABLE answers (
        number INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        question TEXT NOT NULL,
        at INTEGER NOT NULL,
        reply BLOB NOT NULL,
        ref TEXT
      ) STRICT;
      CREATE INDEX answers_question ON answers (question);
      CREATE TABLE feedback (
        number INTEGER PRIMARY KEY,
        answer TEXT NOT NULL,
        person TEXT,
        at INTEGER NOT NULL,
        verdict TEXT NOT NULL,
        reason TEXT,
        note BLOB,
        passages TEXT NOT NULL,
        UNIQUE (answer, person)
      ) STRICT;
      CREATE TABLE settings (
        name TEXT PRIMARY KEY,
        value BLOB NOT NULL
      ) STRICT, WITHOUT ROWID;`,
  },
  {
    name: 'answers by their place',
    sql: 'CREATE INDEX answers_ref ON answers (ref)',
  },
  {
    name: 'incidents',
    sql: `
      CREATE TABLE incidents (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        version INTEGER NOT NULL,
        opened INTEGER NOT NULL,
        closed INTEGER,
        glance BLOB
      ) STRICT;
      CREATE TABLE incident_events (
        incident INTEGER NOT NULL,
        seq INTEGER NOT NULL,
        at INTEGER NOT NULL,
        command TEXT NOT NULL,
        role TEXT NOT NULL,
        facts TEXT NOT NULL,
        words BLOB,
        PRIMARY KEY (incident, seq)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX incident_events_command ON incident_events (command);
      CREATE TABLE incident_books (
        hash TEXT PRIMARY KEY,
        text BLOB NOT NULL
      ) STRICT, WITHOUT ROWID;`,
  },
  {
    name: 'rooms of incidents',
    sql: `
      CREATE TABLE rooms (
        id TEXT PRIMARY KEY,
        door TEXT NOT NULL,
        incident TEXT NOT NULL,
        conversation TEXT,
        since INTEGER NOT NULL,
        address BLOB NOT NULL,
        isEnded INTEGER NOT NULL DEFAULT 0
      ) STRICT;
      CREATE INDEX rooms_conversation ON rooms (conversation);
      CREATE TABLE room_posts (
        room TEXT NOT NULL,
        name TEXT NOT NULL,
        ref TEXT,
        print TEXT NOT NULL,
        PRIMARY KEY (room, name)
      ) STRICT, WITHOUT ROWID;`,
  },
]

/** Brings a file of any earlier form to the present one; a blank one as well. */
export function migrate(database: Database): void {
  if (versionOf(database) >= migrations.length) return
  inTransaction(database, () => {
    // Asked again inside: another process may have done it while this one waited.
    for (const { sql } of migrations.slice(versionOf(database))) database.exec(sql)
    database.exec(`PRAGMA user_version = ${migrations.length}`)
  })
}

/** Whether a newer program wrote this file. */
export function isNewer(database: Database): boolean {
  return versionOf(database) > migrations.length
}

function versionOf(database: Database): number {
  return Number(database.prepare('PRAGMA user_version').get()?.['user_version'] ?? 0)
}
