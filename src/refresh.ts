import { createHash } from 'node:crypto'
import { basename, join, resolve } from 'node:path'
import type { Config } from './config.ts'
import type { SourceId } from './domain/documents.ts'
import { place, SourceError } from './domain/errors.ts'
import { chunk } from './ingest/chunk.ts'
import { openFolder } from './ingest/folder.ts'
import { stampFolder } from './ingest/stamp.ts'
import type { SourceItem } from './ports.ts'
import { type Build, openBuild } from './search/build.ts'
import { openShelf } from './search/shelf.ts'

/** What became of one source. `kept`: it cannot be read now, its former version stays searchable. */
export interface FileReport {
  readonly file: string
  readonly outcome: 'read' | 'unchanged' | 'kept' | 'failed'
  readonly passages: number
  /** What failed, with file and line, then warnings; German. */
  readonly problems: readonly string[]
}

export interface RefreshReport {
  readonly files: readonly FileReport[]
  /** Sources that are gone from the folder and now from the index. */
  readonly removed: number
}

type Paths = Pick<Config, 'knowledgeDir' | 'dataDir'>

/** Where the index of a knowledge folder lies: each folder has its own, and none lies inside it. */
export function indexPath({ knowledgeDir, dataDir }: Paths): string {
  const folder = resolve(knowledgeDir)
  const hash = createHash('sha256').update(folder).digest('hex').slice(0, 8)
  return join(dataDir, `${basename(folder)}-${hash}`, 'index.sqlite')
}

/** Whether the index is there, of our make, and no older than the folder. */
export function indexState(paths: Paths): 'fresh' | 'stale' | 'missing' {
  try {
    const shelf = openShelf(indexPath(paths))
    shelf.close()
    return shelf.files === stampFolder(paths.knowledgeDir) ? 'fresh' : 'stale'
  } catch {
    return 'missing'
  }
}

/**
 * Reads the knowledge folder into a new index beside the one in use and swaps it in.
 *
 * A source that fails is reported and does not stop the others; unchanged ones are not read again.
 *
 * @throws SourceError (`bad-source`) when the folder itself cannot be read
 */
export async function refresh(
  paths: Paths,
  onFile: (report: FileReport, done: number) => void,
  signal: AbortSignal,
): Promise<RefreshReport> {
  const stamp = stampFolder(paths.knowledgeDir)
  const source = openFolder(paths.knowledgeDir)
  const build = openBuild(indexPath(paths))
  try {
    const files: FileReport[] = []
    const ids = new Set<SourceId>()
    for await (const item of source.items(signal)) {
      const report = await take(item, build)
      ids.add(item.id)
      files.push(report)
      onFile(report, files.length)
    }
    const removed = build.keepOnly(ids)
    build.commit(stamp)
    return { files, removed }
  } catch (error) {
    build.abandon()
    throw error
  }
}

async function take(item: SourceItem, build: Build): Promise<FileReport> {
  const { file } = item
  if (build.holds(item.id, item.fingerprint)) {
    return { file, outcome: 'unchanged', passages: 0, problems: [] }
  }
  try {
    const { document, warnings } = await item.read()
    const passages = chunk(document)
    build.put(document, passages, item.fingerprint)
    return { file, outcome: 'read', passages: passages.length, problems: warnings }
  } catch (error) {
    if (!(error instanceof SourceError)) throw error
    const outcome = build.knows(item.id) ? 'kept' : 'failed'
    return {
      file,
      outcome,
      passages: 0,
      problems: [`${place(error)}: ${error.message} ${error.fix}`],
    }
  }
}
