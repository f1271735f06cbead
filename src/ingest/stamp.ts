import { createHash } from 'node:crypto'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

/**
 * What a knowledge folder looks like from outside: names, sizes and times of its files, as one hash.
 *
 * Cheap enough for every start; a changed stamp says that it is worth reading the files again.
 */
export function stampFolder(dir: string): string {
  const hash = createHash('sha256')
  for (const folder of ['', 'episodes', 'posts']) {
    for (const name of namesIn(join(dir, folder))) {
      const stat = statSync(join(dir, folder, name), { throwIfNoEntry: false })
      if (stat?.isFile()) hash.update(`${folder}/${name}\0${stat.size}\0${stat.mtimeMs}\n`)
    }
  }
  return hash.digest('hex')
}

function namesIn(dir: string): readonly string[] {
  try {
    return readdirSync(dir).toSorted()
  } catch {
    return []
  }
}
