import { readdir, realpath, stat } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { SourceError } from '../domain/errors.ts'
import { visible } from './plain.ts'

/** A regular file of the knowledge folder. `trouble` says why it must not be opened. */
export interface FoundFile {
  /** Inside the folder, composed, with slashes: `episodes/e11.vtt`. */
  readonly file: string
  readonly folder: string
  readonly name: string
  readonly path: string
  readonly trouble?: SourceError
}

const mostMegabytes = 20
const hidden = /^\.|\.(?:png|jpe?g|gif|svg|webp|avif)$/i
// README, README.de.md, LICENSE-MIT.txt; but `license-fragen.vtt` is an episode.
const aboutFolder = /^(?:README|LICEN[CS]E)(?:[^.]*(?:\.txt)?|(?:\.[a-z]{2})?\.(?:md|txt))$/i

/**
 * The files right inside `folder`, in order of their names; none where there is no such folder.
 *
 * Hidden files, folders, READMEs, licences and images are passed over.
 *
 * @throws SourceError (`bad-source`) where there is one that cannot be read: it is not empty
 */
export async function listFiles(root: string, folder: string): Promise<readonly FoundFile[]> {
  const names = await namesIn(root, folder)
  const wanted = names.filter((name) => !hidden.test(name) && !aboutFolder.test(name))
  const found = await Promise.all(wanted.map((name) => findFile(root, folder, name)))
  return found.filter((file) => file !== undefined)
}

/** One file; `undefined` where there is none, or something else of that name. */
export async function findFile(
  root: string,
  folder: string,
  name: string,
): Promise<FoundFile | undefined> {
  const shown = visible(name).replace(/\s/gu, ' ').normalize('NFC')
  const file = folder === '' ? shown : `${folder}/${shown}`
  const found = { file, folder, name: shown, path: join(root, folder, name) }
  try {
    const path = await realpath(found.path)
    if (!path.startsWith((await realpath(root)) + sep)) return { ...found, trouble: outside(file) }
    const { size, ...kind } = await sizeOf(path)
    if (!kind.isFile) return undefined
    return size > mostMegabytes * 1024 ** 2
      ? { ...found, path, trouble: tooLarge(file) }
      : { ...found, path }
  } catch (cause) {
    const isThere = (await namesIn(root, folder)).includes(name)
    return isThere ? { ...found, trouble: unreadable(file, cause) } : undefined
  }
}

async function sizeOf(path: string) {
  const found = await stat(path)
  return { size: found.size, isFile: found.isFile() }
}

async function namesIn(root: string, folder: string): Promise<readonly string[]> {
  try {
    return (await readdir(join(root, folder))).toSorted()
  } catch (cause) {
    if (isMissing(cause)) return []
    throw unreadableFolder(folder || root, cause)
  }
}

/** Whether an error says that something is not there, rather than that it cannot be read. */
export function isMissing(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && cause.code === 'ENOENT'
}

export function unreadableFolder(file: string, cause: unknown): SourceError {
  return new SourceError('Der Ordner lässt sich nicht lesen; der Index bleibt, wie er ist.', {
    file,
    fix: 'Bitte die Rechte prüfen und ob das Laufwerk eingehängt ist, dann `npm run ingest`.',
    cause,
  })
}

export function unreadable(file: string, cause: unknown): SourceError {
  return new SourceError('Die Datei lässt sich nicht öffnen.', {
    file,
    fix: 'Bitte die Leserechte prüfen; ein Verweis, dessen Ziel fehlt, muss weg.',
    cause,
  })
}

function outside(file: string): SourceError {
  return new SourceError('Der Verweis führt aus dem Wissensordner hinaus.', {
    file,
    fix: 'Bitte die Datei selbst in den Wissensordner legen.',
  })
}

function tooLarge(file: string): SourceError {
  return new SourceError(`Die Datei ist größer als ${mostMegabytes} MB.`, {
    file,
    fix: 'Bitte prüfen, ob es wirklich ein Transkript ist, und sie sonst teilen.',
  })
}
