import { closeSync, mkdirSync, openSync } from 'node:fs'
import { dirname } from 'node:path'
import { isKnown, StoreError } from '../domain/errors.ts'
import { type Database, guardWith, openDatabase, type Trouble, troubleOf } from '../sqlite.ts'
import { type Flush, openFlush } from './flush.ts'
import { isNewer, migrate } from './schema.ts'

/**
 * Opens the file of what must not be lost, makes it where there is none, brings it up to date.
 *
 * What was written is on the disk when a call returns, but for what is written `soon`.
 *
 * @throws StoreError (`bad-store`), from every later call as well
 */
export function openFile(path: string): Database {
  let database: Database | undefined
  try {
    makeFile(path)
    database = guardWith(openDatabase(path, { isLog: true }), (cause) => trouble(path, cause))
    if (isNewer(database)) throw newer(path)
    migrate(database)
    return database
  } catch (cause) {
    database?.close()
    throw cause instanceof StoreError ? cause : trouble(path, cause)
  }
}

/** What brings the last writes to the disk: they are in a log beside the file. */
export function openLog(path: string): Flush {
  const told = <T>(work: () => T): T => {
    try {
      return work()
    } catch (cause) {
      throw trouble(path, cause)
    }
  }
  const { flush, close } = told(() => openFlush(`${path}-wal`))
  return {
    flush: async () => {
      await flush().catch((cause: unknown) => {
        throw trouble(path, cause)
      })
    },
    close: () => told(close),
  }
}

// It holds sealed messages: nobody else on this machine needs to read it. SQLite gives its log the
// same rights, so they must be there before it is opened.
function makeFile(path: string): void {
  mkdirSync(dirname(path), { recursive: true })
  closeSync(openSync(path, 'a', 0o600))
}

const what: Readonly<Record<Trouble, string>> = {
  damaged: 'ist beschädigt.',
  full: 'lässt sich nicht schreiben: Der Datenträger ist voll.',
  denied: 'lässt sich nicht öffnen oder anlegen.',
  other: 'lässt sich nicht lesen oder schreiben.',
}

const fixes: Readonly<Record<Trouble, string>> = {
  damaged:
    'Bitte eine Sicherung zurückholen oder die Datei umbenennen und neu starten: Dann entsteht eine leere, ohne offene Nachrichten, gemerkte Fragen, Rückmeldungen und Angaben zur Kommune.',
  full: 'Bitte Platz schaffen; bis dahin nimmt Slack die Nachrichten wieder zurück und schickt sie später noch einmal.',
  denied:
    'Bitte die Rechte prüfen oder DATA_DIR auf einen Ordner setzen, in den Sturmlotse schreiben darf.',
  other: 'Bitte Platz und Rechte prüfen, und ob ein anderes Programm die Datei festhält.',
}

function trouble(path: string, error: unknown): StoreError {
  const cause = isKnown(error) ? error.cause : error
  const kind = troubleOf(cause)
  return new StoreError(`Die Datei ${path} ${what[kind]}`, { path, cause, fix: fixes[kind] })
}

function newer(path: string): StoreError {
  return new StoreError(`Die Datei ${path} stammt von einer neueren Version.`, {
    path,
    fix: 'Bitte Sturmlotse aktualisieren oder DATA_DIR auf einen anderen Ordner setzen.',
  })
}
