import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from '../../src/config.ts'
import { explain } from '../../src/domain/errors.ts'
import { storePath } from '../../src/store/store.ts'
import { counted } from '../../src/table.ts'
import type { Check } from './doctor-models.ts'
import { type Field, fieldNames, fields, readTown } from './town.ts'
import { hasStore, withStore } from './with-store.ts'

/** What is kept, under which key, for how long, and whether the town said who it is. */
export async function examineStore(config: Config): Promise<readonly Check[]> {
  const rows = [seal(config), retention(config)]
  const wanted = fieldNames.filter((name) => name !== 'slackHelper' || config.slack)
  if (!hasStore(config)) return [missing(config), ...rows, profile(wanted)]
  // A new key beside old data would hide that the old one is gone.
  if (isKeyLost(config)) return [locked(config), retention(config)]
  try {
    const town = await withStore(config, ({ settings }) => readTown(settings))
    const empty = wanted.filter((name) => town[name] === undefined)
    return [{ what: 'Speicher', state: 'gut', detail: storePath(config) }, ...rows, profile(empty)]
  } catch (error) {
    return [{ what: 'Speicher', state: trouble(config), detail: explain(error).text }, ...rows]
  }
}

/** Without a store no chat can be answered; the page and the terminal need none. */
function trouble({ slack, teams }: Config): Check['state'] {
  return slack || teams ? 'fehlt' : 'gestört'
}

function missing(config: Config): Check {
  const detail = `noch leer; ${storePath(config)} entsteht beim ersten Start mit Slack oder Teams oder mit \`setup\`.`
  return { what: 'Speicher', state: 'aus', detail }
}

function keyPath({ dataDir }: Config): string {
  return join(dataDir, 'key')
}

function isKeyLost(config: Config): boolean {
  return config.dataKey === undefined && !existsSync(keyPath(config))
}

function locked(config: Config): Check {
  const detail = `${storePath(config)} ist da, der Schlüssel dazu nicht: ${keyPath(config)} aus der Sicherung zurückholen oder DATA_KEY setzen.`
  return { what: 'Speicher', state: trouble(config), detail }
}

function seal(config: Config): Check {
  const own = `mit eigenem Schlüssel in ${keyPath(config)}: Er gehört in die Sicherung, aber nicht neben die Daten. DATA_KEY trennt beides.`
  const detail = config.dataKey ? 'mit DATA_KEY; ohne ihn ist eine Sicherung wertlos.' : own
  return { what: 'Verschlüsselt', state: 'gut', detail }
}

function retention({ keepDays }: Config): Check {
  const detail = `Fragen (geschwärzt) und Antworten ${counted(keepDays, 'Tag', 'Tage')} (KEEP_DAYS), Nachrichten bis zur Antwort, höchstens zehn Minuten.`
  return { what: 'Aufbewahrt', state: 'gut', detail }
}

function profile(empty: readonly Field[]): Check {
  const what = 'Stadtprofil'
  if (empty.length === 0) return { what, state: 'gut', detail: 'vollständig' }
  const names = empty.map((name) => fields[name].label).join(', ')
  return { what, state: 'aus', detail: `nicht hinterlegt: ${names}. \`npm run -s cli -- setup\`` }
}
