import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { place, SourceError } from '../domain/errors.ts'
import { isMissing, unreadableFolder } from './listing.ts'
import { type Understood, understand } from './understand.ts'

/** What was understood of one file, without taking it in. */
export interface Look {
  /** Inside the folder that was looked at. */
  readonly file: string
  readonly what: Understood['kind'] | 'refused' | 'ignored'
  readonly format?: string
  readonly episodes: number
  readonly cues: number
  readonly repaired: number
  readonly marked: number
  /** What failed or was found, German. */
  readonly problems: readonly string[]
}

/** A folder, all its files together. */
export interface Row extends Omit<Look, 'file' | 'what' | 'format' | 'problems'> {
  readonly folder: string
  readonly files: number
  readonly posts: number
  readonly refused: readonly string[]
}

const ignored = /(?:^|\/)(?:\.|LICEN[CS]E|README)|\.(?:png|jpe?g|gif|svg|webp|avif)$/i
const mostBytes = 60 * 1024 ** 2

/**
 * Looks at a file or at all files of a folder and of those inside it.
 *
 * @throws SourceError (`bad-source`) when there is nothing of that name, or it cannot be read
 */
export async function* survey(path: string): AsyncGenerator<Look> {
  for (const file of await filesIn(path)) yield await look(file.path, file.name)
}

async function filesIn(path: string) {
  try {
    if (!(await stat(path)).isDirectory()) return [{ path, name: basename(path) }]
    const entries = await readdir(path, { recursive: true, withFileTypes: true })
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .toSorted()
      .map((found) => ({ path: found, name: found.slice(path.replace(/\/*$/, '/').length) }))
  } catch (cause) {
    if (!isMissing(cause)) throw unreadableFolder(path, cause)
    throw new SourceError('Diese Datei oder diesen Ordner gibt es nicht.', {
      file: path,
      fix: 'Bitte den Pfad prüfen; eine Folge aus dem Index wird mit ihrem Namen genannt.',
    })
  }
}

const nothing = { episodes: 0, cues: 0, repaired: 0, marked: 0, problems: [] } as const

async function look(path: string, file: string): Promise<Look> {
  if (ignored.test(file)) return { ...nothing, file, what: 'ignored' }
  try {
    if ((await stat(path)).size > mostBytes) throw tooLarge(file)
    return lookAt(await readFile(path), file)
  } catch (error) {
    return refusedLook(file, error)
  }
}

/** What is understood of the bytes of one file. */
export function lookAt(bytes: Uint8Array, file: string): Look {
  if (ignored.test(file)) return { ...nothing, file, what: 'ignored' }
  try {
    return { ...nothing, file, ...toLook(understand(bytes, file)) }
  } catch (error) {
    return refusedLook(file, error)
  }
}

function refusedLook(file: string, error: unknown): Look {
  const problem =
    error instanceof SourceError
      ? `${place(error)}: ${error.message} ${error.fix}`
      : `${file}: Die Datei lässt sich nicht lesen.`
  return { ...nothing, file, what: 'refused', problems: [problem] }
}

function toLook(found: Understood) {
  const { kind } = found
  switch (kind) {
    case 'transcript': {
      const { cues, faults, warnings } = found.parsed
      const { repaired, marked } = faults ?? nothing
      return {
        ...{ what: kind, format: found.format, episodes: 1 },
        ...{ cues: cues.length, repaired, marked, problems: warnings },
      }
    }
    case 'feed':
      return { what: kind, episodes: found.feed.items.length }
    default:
      return { what: kind }
  }
}

function tooLarge(file: string): SourceError {
  return new SourceError(`Die Datei ist größer als ${mostBytes / 1024 ** 2} MB.`, {
    file,
    fix: 'Bitte prüfen, ob es wirklich ein Transkript ist.',
  })
}

/** The looks of one folder as a row: transcripts of one name are one episode. */
export function toRow(folder: string, looks: readonly Look[]): Row {
  const seen = looks.filter(({ what }) => what !== 'ignored')
  const sum = (of: (one: Look) => number) => seen.reduce((total, one) => total + of(one), 0)
  const transcripts = seen.filter(({ what }) => what === 'transcript')
  const names = new Set(transcripts.map(({ file }) => stem(file)))
  return {
    folder,
    files: seen.length,
    episodes: names.size + sum(({ what, episodes }) => (what === 'feed' ? episodes : 0)),
    posts: seen.filter(({ what }) => what === 'post').length,
    cues: sum(({ cues }) => cues),
    repaired: sum(({ repaired }) => repaired),
    marked: sum(({ marked }) => marked),
    refused: seen.flatMap(({ what, problems }) => (what === 'refused' ? problems : [])),
  }
}

function stem(file: string): string {
  return file.replace(/(?:\.(?:mp3|m4a|ogg|opus|wav|flac))?\.[^./]+$/i, '')
}

/** Where a file lies, the folder itself as a dot. */
export function folderOf({ file }: Look): string {
  return dirname(file)
}
