import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { homeOf, type Paths } from '../../src/places.ts'
import { gatherAll } from '../../src/sources.ts'

/** A knowledge folder with nothing in it but a comment, and a place for data. */
export function emptyPaths(): Paths {
  const root = mkdtempSync(join(tmpdir(), 'sturmlotse-sources-'))
  const paths = { knowledgeDir: join(root, 'knowledge'), dataDir: join(root, 'data') }
  mkdirSync(paths.knowledgeDir)
  writeFileSync(join(paths.knowledgeDir, 'sources.yaml'), '# Unsere Sendungen\nshows: []\n')
  return paths
}

/** What became of the first source, without the pauses that are polite elsewhere. */
export async function gatherFirst(paths: Paths) {
  const options = { gap: 0, longestWait: 20, timeout: 2000 }
  const [report] = await gatherAll(paths, () => undefined, options)
  if (!report) throw new Error('no source')
  return report
}

/** Whether any file that belongs to the folder holds these bytes. */
export function bytesHold(paths: Paths, word: string): boolean {
  return readdirSync(homeOf(paths), { recursive: true, withFileTypes: true })
    .filter((found) => found.isFile())
    .some((found) => readFileSync(join(found.parentPath, found.name)).includes(word))
}
