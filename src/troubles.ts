import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { writeWhole } from './ingest/kept.ts'
import { homeOf, type Paths } from './places.ts'

const Troubles = z.array(z.string())

function pathOf(paths: Paths): string {
  return join(homeOf(paths), 'troubles.json')
}

/** Remembers what could not be read, German, for whoever asks later. A full disk is told elsewhere. */
export async function keepTroubles(paths: Paths, problems: readonly string[]): Promise<void> {
  await writeWhole(pathOf(paths), JSON.stringify(problems)).catch(() => undefined)
}

/** What the last run could not read. */
export function readTroubles(paths: Paths): readonly string[] {
  try {
    return Troubles.parse(JSON.parse(readFileSync(pathOf(paths), 'utf8')))
  } catch {
    return []
  }
}
