import { createHash } from 'node:crypto'
import { basename, join, resolve } from 'node:path'
import type { Config } from './config.ts'

export type Paths = Pick<Config, 'knowledgeDir' | 'dataDir'>

/** Where all lies that belongs to a knowledge folder: each has its own place, and none lies inside it. */
export function homeOf({ knowledgeDir, dataDir }: Paths): string {
  const folder = resolve(knowledgeDir)
  const hash = createHash('sha256').update(folder).digest('hex').slice(0, 8)
  return join(dataDir, `${basename(folder)}-${hash}`)
}

/** Where what was fetched of a source lies. */
export function sourceFolder(paths: Paths, id: string): string {
  return join(homeOf(paths), 'sources', id)
}
