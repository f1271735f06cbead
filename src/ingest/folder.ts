import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { type SourceId, sourceKey, toSourceId } from '../domain/documents.ts'
import { SourceError } from '../domain/errors.ts'
import type { KnowledgeSource, SourceItem } from '../ports.ts'
import { parseBytes } from './decode.ts'
import { rankOf } from './formats.ts'
import {
  type FoundFile,
  findFile,
  isMissing,
  listFiles,
  unreadable,
  unreadableFolder,
} from './listing.ts'
import { postEndings } from './post.ts'
import { holdsTranscript, isTranscriptName, readEpisode, readPost } from './read.ts'
import { parseShows, type Show } from './shows.ts'
import { format } from './stamp.ts'

/** A file of the folder as a source. */
export interface FolderItem extends SourceItem {
  /** `sources.yaml` is broken: what `read` gives lacks its show, so a former version is better. */
  readonly isProvisional?: boolean
}

// What all episodes depend on.
interface Shelf {
  readonly shows: readonly Show[]
  readonly bytes: Uint8Array
}

/** The files that share a name; `main` is the one a person thinks of. */
interface Group {
  readonly main: Member
  readonly head?: Member
  readonly members: readonly Member[]
}

/** A file that is a source, or part of one. */
interface Member extends FoundFile {
  readonly id: SourceId
  readonly part: 'transcript' | 'head' | 'post' | 'unknown'
}

/**
 * The knowledge folder: `episodes/` with their heads, `posts/`, and `sources.yaml`.
 *
 * Items come in the order of their ids. A file that cannot be a source is an item whose `read` throws.
 * `items` itself throws a SourceError when there is no such folder.
 */
export function openFolder(dir: string) {
  return {
    name: 'folder',
    items: (signal: AbortSignal): AsyncIterable<FolderItem> => itemsOf(dir, signal),
  } satisfies KnowledgeSource
}

async function* itemsOf(dir: string, signal: AbortSignal): AsyncGenerator<FolderItem> {
  await checkFolder(dir)
  const { shelf, trouble } = await readShelf(dir)
  if (trouble) yield toFailure('sources.yaml', trouble)
  const files = [...(await listFiles(dir, 'episodes')), ...(await listFiles(dir, 'posts'))]
  const groups = Map.groupBy(files.map(toMember), ({ id }) => sourceKey(id))
  for (const group of [...groups.values()].flatMap(toGroup).toSorted(byId)) {
    signal.throwIfAborted()
    const item = await toItem(group, shelf)
    yield trouble && group.main.part !== 'post' ? { ...item, isProvisional: true } : item
  }
}

async function checkFolder(dir: string): Promise<void> {
  const found = await stat(dir).catch((cause: unknown) => {
    if (isMissing(cause)) return undefined
    throw unreadableFolder(dir, cause)
  })
  if (found?.isDirectory()) return
  throw new SourceError('Diesen Wissensordner gibt es nicht.', {
    file: dir,
    fix: 'Bitte den Ordner anlegen oder mit `--knowledge ORDNER` oder KNOWLEDGE_DIR den richtigen angeben.',
  })
}

// Without its shows a folder is still worth reading: new episodes lack their links until it is mended.
async function readShelf(dir: string): Promise<{ shelf: Shelf; trouble?: SourceError }> {
  const found = await findFile(dir, '', 'sources.yaml')
  if (!found) return { shelf: { shows: [], bytes: new Uint8Array() } }
  let bytes: Uint8Array = new Uint8Array()
  try {
    bytes = await readBytes(found)
    return { shelf: { shows: parseShows(parseBytes(bytes, found.file), found.file), bytes } }
  } catch (error) {
    if (!(error instanceof SourceError)) throw error
    return { shelf: { shows: [], bytes }, trouble: withPromise(error) }
  }
}

function withPromise({ message, file, line, fix, cause }: SourceError): SourceError {
  return new SourceError(message, {
    ...{ file, cause, fix: `${fix} Bis dahin bleiben eingelesene Folgen, wie sie sind.` },
    ...(line === undefined ? {} : { line }),
  })
}

function toMember(found: FoundFile): Member {
  const part = partOf(found)
  // Recognisers put their ending behind that of the sound: "folge.mp3.vtt".
  const stem = found.name.replace(/(?:\.(?:mp3|m4a|ogg|opus|wav|flac))?\.[^.]+$/i, '')
  return { ...found, part, id: toSourceId(part === 'unknown' ? found.file : stem) }
}

function partOf({ folder, name }: FoundFile): Member['part'] {
  const isMarkdown = /.\.md$/i.test(name)
  if (folder === 'posts') return postEndings.test(name) ? 'post' : 'unknown'
  if (isMarkdown) return 'head'
  return isTranscriptName(name) ? 'transcript' : 'unknown'
}

function toGroup(members: readonly Member[]): readonly Group[] {
  const head = members.find(({ part }) => part === 'head')
  const main = bestOf(members.filter(({ part }) => part !== 'head')) ?? head
  return main ? [{ main, members, ...(head ? { head } : {}) }] : []
}

// One recogniser writes the same transcript in several formats.
function bestOf(members: readonly Member[]): Member | undefined {
  return members.toSorted((one, other) => rankOf(one.name) - rankOf(other.name))[0]
}

function byId(one: Group, other: Group): number {
  return one.main.id < other.main.id ? -1 : Number(one.main.id > other.main.id)
}

async function toItem(group: Group, shelf: Shelf): Promise<SourceItem> {
  const { main, head, members } = group
  const trouble = (await isWhole(group)) ? undefined : troubleOf(group)
  if (trouble) return toFailure(main.id, trouble)
  try {
    const bytes = await Promise.all(members.map(readBytes))
    return {
      id: main.id,
      file: main.file,
      fingerprint: hashOf([...members.map(({ file }) => file), ...bytes, shelf.bytes]),
      read: () => (main.part === 'post' ? readPost(main) : readEpisode(main, head, shelf.shows)),
    }
  } catch (error) {
    if (!(error instanceof SourceError)) throw error
    return toFailure(main.id, error)
  }
}

// A head that is alone may be followed by the transcript in the same file.
async function isWhole({ main, members }: Group): Promise<boolean> {
  if (main.part !== 'head' || members.length > 1 || main.trouble) return false
  return await holdsTranscript(main).catch(() => false)
}

function troubleOf({ main, members }: Group): SourceError | undefined {
  const heads = members.filter(({ part }) => part === 'head').length
  const ranks = members.flatMap(({ part, name }) => (part === 'transcript' ? [rankOf(name)] : []))
  const ways = new Set(ranks).size
  if (
    heads > 1 ||
    members.length - heads > Math.max(1, ways) ||
    (heads > 0 && main.part === 'post')
  ) {
    return duplicate(members)
  }
  if (main.part === 'unknown') return unknownEnding(main.file)
  if (main.part === 'head') return withoutTranscript(main)
  return members.find(({ trouble }) => trouble)?.trouble
}

function toFailure(id: string, trouble: SourceError): SourceItem {
  return {
    id: toSourceId(id),
    file: trouble.file,
    fingerprint: hashOf([id, trouble.file, String(trouble.line), trouble.message]),
    read: () => Promise.reject(trouble),
  }
}

/** @throws SourceError (`bad-source`) */
async function readBytes(found: FoundFile): Promise<Uint8Array> {
  if (found.trouble) throw found.trouble
  try {
    return await readFile(found.path)
  } catch (cause) {
    throw unreadable(found.file, cause)
  }
}

// Each part is led by its length, so that no two lists of parts look the same.
function hashOf(parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256').update(`format ${format}\n`)
  for (const part of parts) hash.update(`${part.length}\n`).update(part)
  return hash.digest('hex')
}

function duplicate(members: readonly Member[]): SourceError {
  const names = members.map(({ file }) => file)
  return new SourceError(
    `Der Name „${members[0]?.id}“ kommt mehrmals vor: ${names.join(' und ')}.`,
    {
      file: names[0] ?? '',
      fix: 'Bitte alle bis auf eine Datei umbenennen oder entfernen; Groß- und Kleinschreibung unterscheiden keine Namen.',
    },
  )
}

function withoutTranscript({ file, id }: Member): SourceError {
  return new SourceError(`Das Transkript fehlt: episodes/${id}.vtt, .srt oder .json.`, {
    file,
    fix: 'Bitte das Transkript unter demselben Namen daneben legen; ein Beitrag ohne Ton gehört nach posts/.',
  })
}

function unknownEnding(file: string): SourceError {
  return new SourceError('Diese Endung kenne ich nicht.', {
    file,
    fix: 'In episodes/ gehören .vtt, .srt, .json, .tsv, .trs, .html und .md, in posts/ .md, .html, .txt, .json und .csv; alles andere bitte woanders ablegen.',
  })
}
