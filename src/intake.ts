import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readFile, rm } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import { z } from 'zod'
import { place, SourceError } from './domain/errors.ts'
import { parseBytes } from './ingest/decode.ts'
import { parseTranscript } from './ingest/formats.ts'
import { writeWhole } from './ingest/kept.ts'
import { plainLine } from './ingest/plain.ts'
import { type Look, lookAt } from './ingest/survey.ts'
import { homeOf, type Paths } from './places.ts'
import { refresh } from './refresh.ts'
import { type Files, unzip } from './zip.ts'

/** A file somebody handed in. */
export interface Handed {
  readonly name: string
  readonly bytes: Uint8Array
}

/** What was understood of one, and where it would go. */
export interface Understood extends Look {
  /** Inside the knowledge folder; missing where it will not be taken. */
  readonly target?: string
  readonly replaces: boolean
  /** The first words, to see whether it is the right file. */
  readonly sample: readonly string[]
}

const File = z.object({ target: z.string(), hadBefore: z.boolean() })
const Note = z.object({ files: z.array(File), isTaken: z.boolean() })
const limits = { mostFiles: 500, mostBytes: 200 * 1024 ** 2 } as const

function folderOf(paths: Paths, id: string): string {
  return join(homeOf(paths), 'intake', id)
}

/**
 * Lays files aside and says what they are; nothing counts yet. Archives are unpacked first.
 *
 * @throws SourceError (`bad-source`) for an archive that cannot or must not be unpacked
 */
export async function look(
  paths: Paths,
  handed: readonly Handed[],
): Promise<{ readonly id: string; readonly found: readonly Understood[] }> {
  const id = randomUUID()
  const files = handed.flatMap(({ name, bytes }) =>
    isArchive(bytes) ? unpacked(name, bytes) : [[name, bytes] as const],
  )
  const found = files.map(([name, bytes]) => ({
    ...understood(paths, plainName(name), bytes),
    bytes,
  }))
  await mkdir(folderOf(paths, id), { recursive: true })
  for (const { target, bytes } of found) {
    if (target) await writeWhole(join(folderOf(paths, id), 'new', target), bytes)
  }
  const wanted = found.flatMap(({ target, replaces }) =>
    target ? [{ target, hadBefore: replaces }] : [],
  )
  const unique = Array.from(new Map(wanted.map((file) => [file.target, file])).values())
  await writeNote(paths, id, { files: unique, isTaken: false })
  return { id, found: found.map(({ bytes: _, ...rest }) => rest) }
}

function isArchive(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4
}

function unpacked(name: string, bytes: Uint8Array): readonly (readonly [string, Uint8Array])[] {
  const files: Files = unzip(bytes, { file: plainName(name), ...limits })
  return Object.entries(files)
}

// A browser may send a whole path, and anybody may send "../".
function plainName(name: string): string {
  const last = basename(name.replaceAll('\\', '/'))
  const plain = plainLine(last)
    .replace(/[/\\:*?"<>|]/g, '_')
    .replace(/^\.+/, '')
  const ending = extname(plain).slice(0, 12)
  return `${plain.slice(0, plain.length - ending.length).slice(0, 120) || 'datei'}${ending}`
}

function understood(paths: Paths, file: string, bytes: Uint8Array): Understood {
  const found = lookAt(bytes, file)
  const folder =
    found.what === 'transcript' ? 'episodes' : found.what === 'post' ? 'posts' : undefined
  const target = folder && `${folder}/${file}`
  return {
    ...found,
    ...(target ? { target } : {}),
    replaces: target !== undefined && existsSync(join(paths.knowledgeDir, target)),
    sample: found.what === 'transcript' ? sampleOf(bytes, file) : [],
  }
}

function sampleOf(bytes: Uint8Array, file: string): readonly string[] {
  const { cues } = parseTranscript(parseBytes(bytes, file), file)
  return cues
    .slice(0, 3)
    .map(({ speaker, text }) => `${speaker ? `${speaker}: ` : ''}${text.slice(0, 160)}`)
}

/**
 * Puts files that were laid aside into the knowledge folder and reads it. What they replace is kept for
 * `takeBack`.
 *
 * @returns what could not be read, German
 * @throws SourceError (`bad-source`) for an id that is not there, or a folder that cannot be written
 */
export async function takeIn(paths: Paths, id: string): Promise<readonly string[]> {
  const note = await readNote(paths, id)
  const folder = folderOf(paths, id)
  try {
    for (const { target, hadBefore } of note.files) {
      const to = join(paths.knowledgeDir, target)
      if (hadBefore && !note.isTaken)
        await writeWhole(join(folder, 'before', target), await readFile(to))
      await writeWhole(to, await readFile(join(folder, 'new', target)))
    }
  } catch (cause) {
    throw readOnly(paths.knowledgeDir, cause)
  }
  await writeNote(paths, id, { ...note, isTaken: true })
  const { files } = await refresh(paths)
  return files.flatMap(({ outcome, problems }) =>
    outcome === 'failed' || outcome === 'kept' ? problems : [],
  )
}

/** Undoes `takeIn`, or forgets what was laid aside. @throws SourceError (`bad-source`) */
export async function takeBack(paths: Paths, id: string): Promise<void> {
  const note = await readNote(paths, id)
  const folder = folderOf(paths, id)
  if (note.isTaken) {
    for (const { target, hadBefore } of note.files) {
      const at = join(paths.knowledgeDir, target)
      if (hadBefore) await writeWhole(at, await readFile(join(folder, 'before', target)))
      else await rm(at, { force: true })
    }
    await refresh(paths)
  }
  await rm(folder, { recursive: true, force: true })
}

async function writeNote(paths: Paths, id: string, note: z.infer<typeof Note>): Promise<void> {
  await writeWhole(join(folderOf(paths, id), 'note.json'), JSON.stringify(note))
}

async function readNote(paths: Paths, id: string): Promise<z.infer<typeof Note>> {
  try {
    const path = join(folderOf(paths, z.uuid().parse(id)), 'note.json')
    return Note.parse(JSON.parse(await readFile(path, 'utf8')))
  } catch (cause) {
    throw new SourceError('Diese Dateien liegen nicht mehr bereit.', {
      ...{ file: 'Einlesen', cause },
      fix: 'Bitte noch einmal hochladen.',
    })
  }
}

function readOnly(file: string, cause: unknown): SourceError {
  if (cause instanceof SourceError)
    return new SourceError(`${place(cause)}: ${cause.message}`, { file, fix: cause.fix, cause })
  return new SourceError('In den Wissensordner lässt sich nicht schreiben.', {
    ...{ file, cause },
    fix: 'Bitte die Rechte prüfen; im Container ist der Ordner nur lesbar eingehängt.',
  })
}
