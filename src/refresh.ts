import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { type Correction, corrected, readCorrections } from './corrections.ts'
import type { Document, SourceId } from './domain/documents.ts'
import { IndexError, place, SourceError } from './domain/errors.ts'
import type { Passage } from './domain/passage.ts'
import { chunk } from './ingest/chunk.ts'
import { type FolderItem, openFolder } from './ingest/folder.ts'
import { visible } from './ingest/plain.ts'
import { stampFolder } from './ingest/stamp.ts'
import { homeOf, type Paths } from './places.ts'
import { type Build, openBuild } from './search/build.ts'
import { readGlossary } from './search/glossary-file.ts'
import { mostPassages } from './search/rows.ts'
import { openShelf } from './search/shelf.ts'
import { activeFolders } from './sources.ts'
import { keepTroubles } from './troubles.ts'

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

/** Where the index of a knowledge folder lies. */
export function indexPath(paths: Paths): string {
  return join(homeOf(paths), 'index.sqlite')
}

/** A run that takes longer is not waited for. */
const patience = 3_600_000

/** Whether the index is there, of our make, and no older than the folder. */
export function indexState(paths: Paths): 'fresh' | 'stale' | 'missing' {
  const files = stampOfIndex(paths)
  if (files === undefined) return 'missing'
  try {
    return files === stampOf(paths) ? 'fresh' : 'stale'
  } catch {
    // A folder that cannot be read now is no reason to give up what was read of it.
    return 'stale'
  }
}

// What was fetched counts like what lies in the folder.
function stampOf(paths: Paths): string {
  const own = stampFolder(paths.knowledgeDir)
  const corrections = JSON.stringify(readCorrections(paths))
  const others = [
    ...activeFolders(paths).map(({ id, dir }) => `${id} ${stampFolder(dir)}`),
    ...(corrections === '{}' ? [] : [corrections]),
  ]
  if (others.length === 0) return own
  return createHash('sha256')
    .update([own, ...others].join('\n'))
    .digest('hex')
}

async function* itemsOf(paths: Paths, signal: AbortSignal): AsyncGenerator<FolderItem> {
  const all = readCorrections(paths)
  for await (const item of foundIn(paths, signal)) {
    const own = all[item.id]
    yield own ? withCorrections(item, own) : item
  }
}

function withCorrections(item: FolderItem, own: readonly Correction[]): FolderItem {
  return {
    ...item,
    fingerprint: createHash('sha256')
      .update(`${item.fingerprint}${JSON.stringify(own)}`)
      .digest('hex'),
    read: async () => {
      const { document, warnings } = await item.read()
      return { document: corrected(document, own), warnings }
    },
  }
}

async function* foundIn(paths: Paths, signal: AbortSignal): AsyncGenerator<FolderItem> {
  yield* openFolder(paths.knowledgeDir).items(signal)
  for (const { id, dir } of activeFolders(paths)) {
    for await (const item of openFolder(dir).items(signal))
      yield { ...item, file: `${id}: ${item.file}` }
  }
}

function stampOfIndex(paths: Paths): string | undefined {
  try {
    const shelf = openShelf(indexPath(paths))
    shelf.close()
    return shelf.files
  } catch {
    return undefined
  }
}

/**
 * Reads the knowledge folder into a new index beside the one in use and swaps it in.
 *
 * A source that fails is reported and does not stop the others; unchanged ones are not read again.
 * Two runs at once do not meet: each swaps in a whole index, and the last one stays.
 *
 * @throws SourceError (`bad-source`) when the folder itself cannot be read
 * @throws IndexError (`bad-index`) when the index cannot be written; the former one stays in both cases
 */
export async function refresh(
  paths: Paths,
  onFile: (report: FileReport, done: number) => void = () => undefined,
  signal: AbortSignal = AbortSignal.timeout(patience),
): Promise<RefreshReport> {
  const stamp = stampOf(paths)
  const build = openBuild(indexPath(paths))
  try {
    const files: FileReport[] = []
    const ids = new Set<SourceId>()
    for await (const item of itemsOf(paths, signal)) {
      const report = await take(item, build)
      ids.add(item.id)
      files.push(report)
      onFile(report, files.length)
    }
    files.push(...glossaryTroubles(paths))
    const removed = build.keepOnly(ids)
    build.commit(stamp)
    const report = { files, removed }
    await keepTroubles(
      paths,
      failuresOf(report).flatMap(({ problems }) => problems),
    )
    return report
  } finally {
    build.abandon()
  }
}

// It is read when the index is opened; here whoever wrote it learns what is wrong with it.
function glossaryTroubles({ knowledgeDir }: Paths): readonly FileReport[] {
  try {
    readGlossary(knowledgeDir)
    return []
  } catch (error) {
    if (!(error instanceof SourceError)) throw error
    const problem = visible(`${place(error)}: ${error.message} ${error.fix}`)
    return [{ file: error.file, outcome: 'failed', passages: 0, problems: [problem] }]
  }
}

/** The files of a report that could not be read. */
export function failuresOf({ files }: RefreshReport): readonly FileReport[] {
  return files.filter(({ outcome }) => outcome === 'failed' || outcome === 'kept')
}

async function take(item: FolderItem, build: Build): Promise<FileReport> {
  const { id, fingerprint } = item
  const file = visible(item.file)
  if (build.holds(id, fingerprint) || (item.isProvisional && build.knows(id))) {
    return { file, outcome: 'unchanged', passages: 0, problems: [] }
  }
  try {
    const { document, warnings, passages } = await read(item)
    build.put(document, passages, fingerprint)
    return { file, outcome: 'read', passages: passages.length, problems: warnings.map(visible) }
  } catch (error) {
    // Where the index cannot be written no other file can be put into it either; an abort is no trouble.
    if (error instanceof IndexError || error instanceof DOMException) throw error
    const trouble = toSourceError(error, file)
    const outcome = build.knows(id) ? 'kept' : 'failed'
    const problem = visible(`${place(trouble)}: ${trouble.message} ${trouble.fix}`)
    return { file, outcome, passages: 0, problems: [problem] }
  }
}

interface Read {
  readonly document: Document
  readonly passages: readonly Passage[]
  readonly warnings: readonly string[]
}

async function read(item: FolderItem): Promise<Read> {
  const { document, warnings } = await item.read()
  const passages = chunk(document)
  if (passages.length <= mostPassages) return { document, warnings, passages }
  throw new SourceError(
    `Die Datei ergibt ${passages.length.toLocaleString('de')} Passagen, mehr als die ${mostPassages.toLocaleString('de')}, die ich je Datei aufnehme.`,
    {
      file: item.file,
      fix: 'Bitte prüfen, ob sie wirklich ein Beitrag ist, und sie sonst teilen.',
    },
  )
}

// An importer that breaks on a file must not take the other files with it.
function toSourceError(error: unknown, file: string): SourceError {
  if (error instanceof SourceError) return error
  const kind = error instanceof Error ? error.name : 'Fehler'
  return new SourceError(`Die Datei lässt sich nicht verarbeiten (${kind}).`, {
    file,
    cause: error,
    fix: 'Bitte prüfen, ob sie wirklich ein Transkript oder ein Beitrag ist, und sie sonst aus dem Ordner nehmen.',
  })
}
