import { createHash } from 'node:crypto'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { isMissing, unreadableFolder } from './listing.ts'

/**
 * Part of every fingerprint and of the folder's stamp. Raise it whenever an importer gives another
 * document for the same bytes: then all files are read again.
 */
export const format = 3

/**
 * What a knowledge folder looks like from outside: names, sizes and times of its files, as one hash.
 *
 * Cheap enough for every start; a changed stamp says that it is worth reading the files again.
 *
 * @throws SourceError (`bad-source`) for a folder that is there and cannot be read
 */
export function stampFolder(dir: string, made = format): string {
  const hash = createHash('sha256').update(`format ${made}\n`)
  for (const folder of ['', 'episodes', 'posts']) {
    for (const name of namesIn(dir, folder)) {
      const look = lookOf(join(dir, folder, name))
      if (look !== undefined) hash.update(`${folder}/${name}\0${look}\n`)
    }
  }
  return hash.digest('hex')
}

// A link that leads nowhere is one file's trouble; reading says which. Other folders do not count.
function lookOf(path: string): string | undefined {
  try {
    const stat = statSync(path)
    return stat.isFile() ? `${stat.size}\0${stat.mtimeMs}` : undefined
  } catch {
    return 'unreadable'
  }
}

function namesIn(dir: string, folder: string): readonly string[] {
  try {
    return readdirSync(join(dir, folder)).toSorted()
  } catch (cause) {
    if (isMissing(cause)) return []
    throw unreadableFolder(folder || dir, cause)
  }
}
