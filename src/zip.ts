import { unzipSync, zipSync } from 'fflate'
import { SourceError } from './domain/errors.ts'

/** Files by their names, with slashes. */
export type Files = Readonly<Record<string, Uint8Array>>

/** The same files give the same bytes: whoever compares two archives sees what changed. */
const made = new Date(2026, 0, 1)

export function zip(files: Files): Uint8Array {
  return zipSync({ ...files }, { mtime: made })
}

interface Limits {
  readonly file: string
  readonly mostFiles: number
  readonly mostBytes: number
}

/**
 * Unpacks an archive. Folders and what a system adds for itself are left out.
 *
 * @throws SourceError (`bad-source`) for what is no archive, is too large when unpacked, or names files
 * outside of itself
 */
export function unzip(bytes: Uint8Array, { file, mostFiles, mostBytes }: Limits): Files {
  let [count, size] = [0, 0]
  let trouble: SourceError | undefined
  const isWanted = ({ name, originalSize }: { name: string; originalSize: number }) => {
    if (name.endsWith('/') || /(?:^|\/)(?:__MACOSX\/|\._|\.DS_Store$|Thumbs\.db$)/i.test(name))
      return false
    count += 1
    size += originalSize
    if (isOutside(name)) trouble ??= outside(file)
    else if (count > mostFiles || size > mostBytes) trouble ??= tooLarge(file, mostFiles, mostBytes)
    return trouble === undefined
  }
  try {
    const found = unzipSync(bytes, { filter: isWanted })
    if (trouble) throw trouble
    return found
  } catch (cause) {
    throw cause instanceof SourceError ? cause : broken(file, cause)
  }
}

function isOutside(name: string): boolean {
  return /^[/\\]|^[a-z]:|\\|\0/i.test(name) || name.split('/').includes('..')
}

function outside(file: string): SourceError {
  return new SourceError('Das Archiv will Dateien außerhalb von sich selbst schreiben.', {
    file,
    fix: 'So etwas packe ich nicht aus. Bitte prüfen, woher es kommt, und es neu packen.',
  })
}

function tooLarge(file: string, mostFiles: number, mostBytes: number): SourceError {
  return new SourceError(
    `Das Archiv hat mehr als ${mostFiles} Dateien oder ist ausgepackt größer als ${Math.round(mostBytes / 1024 ** 2)} MB.`,
    { file, fix: 'Bitte auf mehrere Archive verteilen.' },
  )
}

function broken(file: string, cause: unknown): SourceError {
  return new SourceError('Das Archiv lässt sich nicht auspacken.', {
    ...{ file, cause },
    fix: 'Bitte prüfen, ob es ein ZIP ist und vollständig übertragen wurde.',
  })
}
