import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from '../config.ts'
import type { TownProfile } from '../domain/profile.ts'
import type { Clock, Store } from '../ports.ts'
import { openFeedback } from './feedback.ts'
import { openFile } from './file.ts'
import type { Files } from './files.ts'
import { openInbox } from './inbox.ts'
import { openIncidents } from './incidents.ts'
import { openMemory } from './memory.ts'
import { openRetention } from './retention.ts'
import { openRooms } from './rooms.ts'
import { openSeal } from './seal.ts'
import { openSettings } from './settings.ts'

/** The file of what must not be lost. */
export function storePath({ dataDir }: Pick<Config, 'dataDir'>): string {
  return join(dataDir, 'sturmlotse.db')
}

/**
 * Opens the store; makes it at the first start.
 *
 * @throws StoreError (`bad-store`), ConfigError (`bad-config`) where the key cannot be had
 */
export function openStore(
  config: Pick<Config, 'dataDir' | 'dataKey' | 'keepDays' | 'incidentKeepDays'>,
  clock: Clock,
): Store {
  const seal = openSeal(config)
  const path = storePath(config)
  const database = openFile(path)
  const files: Files = { path, database, seal, now: () => Date.parse(clock.now()) }
  const inbox = openInbox(files)
  const memory = openMemory(files)
  const eraseOld = openRetention(files, config)
  return {
    inbox,
    memory,
    feedback: openFeedback(files, memory),
    settings: openSettings(files),
    incidents: openIncidents(files),
    rooms: openRooms(files),
    sweep: () => {
      inbox.eraseLate()
      eraseOld()
    },
    close: () => database.close(),
  }
}

/** What the town told about itself; nothing where nothing was stored, or it cannot be read. */
export function townProfile(
  config: Pick<Config, 'dataDir' | 'dataKey' | 'keepDays' | 'incidentKeepDays'>,
): TownProfile {
  if (!existsSync(storePath(config))) return {}
  try {
    const store = openStore(config, { now: () => new Date().toISOString() })
    try {
      return store.settings.profile()
    } finally {
      store.close()
    }
  } catch {
    return {}
  }
}
