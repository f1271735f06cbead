import { existsSync, readFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { explain, SourceError } from './domain/errors.ts'
import { addToYaml, changeInYaml } from './front-matter.ts'
import { type Gathered, gather } from './ingest/gather.ts'
import { readState, writeWhole } from './ingest/kept.ts'
import { parseSources, type SourceEntry, toSlug } from './ingest/sources.ts'
import { openWeb, type WebOptions } from './ingest/web.ts'
import { type Paths, sourceFolder } from './places.ts'

const name = 'sources.yaml'

/**
 * The feeds and blogs of a knowledge folder, whatever their status.
 *
 * @throws SourceError (`bad-source`) for a file that cannot be read
 */
export function readSources({ knowledgeDir }: Pick<Paths, 'knowledgeDir'>): readonly SourceEntry[] {
  return parseSources(readText(knowledgeDir), name)
}

function readText(knowledgeDir: string): string {
  const path = join(knowledgeDir, name)
  return existsSync(path) ? readFileSync(path, 'utf8') : ''
}

/** The folders in which active sources lie, with the names they have in reports. */
export function activeFolders(
  paths: Paths,
): readonly { readonly id: string; readonly dir: string }[] {
  try {
    return readSources(paths)
      .filter(({ status }) => status === 'active')
      .map(({ id }) => ({ id, dir: sourceFolder(paths, id) }))
      .filter(({ dir }) => existsSync(dir))
  } catch {
    // The folder itself says what is wrong with the file.
    return []
  }
}

/** What a person says of a new source. */
export type NewSource = Pick<SourceEntry, 'rights' | 'note' | 'local'> & {
  readonly kind: 'feed' | 'blog'
  readonly url: string
  readonly id?: string
  readonly name?: string
}

/**
 * Writes a source into `sources.yaml`; everything else in the file stays as it is.
 *
 * @throws SourceError (`bad-source`) where it is there already, or would not be whole
 */
export async function addSource(paths: Paths, given: NewSource): Promise<string> {
  const text = readText(paths.knowledgeDir)
  const present = parseSources(text, name)
  const same = present.find(({ feed, blog }) => (feed ?? blog) === given.url)
  if (same) throw alreadyThere(same)
  const ids = new Set(present.map(({ id }) => id))
  const wanted = given.id ?? idFor(given.url)
  const id = freeId(wanted, ids)
  const entry = {
    id,
    [given.kind]: given.url,
    ...(given.name ? { name: given.name } : {}),
    rights: given.rights,
    ...(given.note ? { note: given.note } : {}),
    ...(given.local ? { local: true } : {}),
  }
  const next = addToYaml(text, 'sources', entry)
  parseSources(next, name)
  await writeWhole(join(paths.knowledgeDir, name), next)
  return id
}

function idFor(url: string): string {
  const address = URL.parse(url)
  const plain = address
    ? `${address.hostname.replace(/^www\./, '')} ${address.pathname.replace(/\/(?:feed|rss|podcast|mp3)(?:[./].*)?$/i, '')}`
    : url
  return toSlug(plain, 30) || 'quelle'
}

function freeId(wanted: string, taken: ReadonlySet<string>): string {
  if (!taken.has(wanted)) return wanted
  const numbers = Array.from({ length: taken.size + 1 }, (_, index) => `${wanted}-${index + 2}`)
  return numbers.find((id) => !taken.has(id)) ?? wanted
}

/**
 * Takes a source out of use: `disabled` keeps what was fetched, `withdrawn` erases it. The index follows
 * at the next `refresh`.
 *
 * @throws SourceError (`bad-source`) for an id that is not there
 */
export async function setStatus(
  paths: Paths,
  id: string,
  status: SourceEntry['status'],
): Promise<void> {
  const text = readText(paths.knowledgeDir)
  if (!parseSources(text, name).some((entry) => entry.id === id)) throw unknownSource(id)
  await writeWhole(join(paths.knowledgeDir, name), changeInYaml(text, 'sources', { id, status }))
  if (status === 'withdrawn') await rm(sourceFolder(paths, id), { recursive: true, force: true })
}

/** A source and what is kept of it. */
export function stockOf(paths: Paths, { id }: SourceEntry) {
  const items = Object.values(readState(sourceFolder(paths, id)).items)
  return {
    episodes: items.filter(({ audio }) => audio !== undefined).length,
    transcripts: items.filter(({ transcript, machine }) => transcript ?? machine).length,
    posts: items.filter(({ audio }) => audio === undefined).length,
    vanished: items.filter(({ isVanished }) => isVanished).length,
  }
}

/** Called for every entry that was looked at. */
export type OnItem = (source: string, title: string, done: number, total: number) => void

/**
 * Fetches all active sources, one after the other. One that fails is reported and keeps what it had.
 */
export async function gatherAll(
  paths: Paths,
  onItem: OnItem = () => undefined,
  options: Partial<WebOptions> = {},
): Promise<readonly Gathered[]> {
  const signal = options.signal ?? new AbortController().signal
  const reports: Gathered[] = []
  for (const entry of readSources(paths).filter(({ status }) => status === 'active')) {
    const web = openWeb({ ...options, signal, isLocal: entry.local })
    const means = { folder: sourceFolder(paths, entry.id), base: paths.knowledgeDir, web, signal }
    try {
      reports.push(
        await gather(entry, {
          ...means,
          onItem: (title, done, total) => onItem(entry.id, title, done, total),
        }),
      )
    } catch (error) {
      signal.throwIfAborted()
      if (!(error instanceof SourceError)) throw error
      reports.push({ ...failed, id: entry.id, problems: [`${entry.id}: ${explain(error).text}`] })
    }
  }
  return reports
}

const failed = {
  outcome: 'failed',
  episodes: 0,
  transcripts: 0,
  posts: 0,
  added: 0,
  removed: 0,
  vanished: 0,
} as const

function alreadyThere({ id }: SourceEntry): SourceError {
  return new SourceError(`Diese Adresse steht schon als „${id}“ in der Liste.`, {
    file: name,
    fix: 'Was sie neu hat, holt `npm run ingest`; ihr Status steht in `npm run -s cli -- source list`.',
  })
}

function unknownSource(id: string): SourceError {
  return new SourceError(`Die Quelle „${id}“ gibt es nicht.`, {
    file: name,
    fix: '`npm run -s cli -- source list` zeigt alle.',
  })
}
