import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { prepareReal } from './prepare-real.ts'

const root = resolve(import.meta.dirname, '..')

/** Where the real transcripts lie when nobody says otherwise: beside the repository. */
const usual = resolve(root, '../shared/data')

/** What `prepareReal` reads below a data folder. */
const needed = ['podcast/assemblyai', 'texts/oegd_krisenmanagement'] as const

/** The knowledge folder to be measured; `notice` says when it is not the one that was meant. */
export interface Material {
  readonly knowledge: string
  readonly notice?: string
}

/** A folder of one's own as it is, else the real episodes prepared in `into`, else what we ship. */
export function prepareMaterial(
  { knowledge, data = usual }: { readonly knowledge?: string; readonly data?: string },
  into: string,
): Material {
  if (knowledge !== undefined) return { knowledge: resolve(knowledge) }
  const missing = needed.map((folder) => join(data, folder)).filter((path) => !existsSync(path))
  if (missing.length > 0) return { knowledge: join(root, 'knowledge'), notice: noticeOf(missing) }
  prepareReal(data, into)
  return { knowledge: into }
}

function noticeOf(missing: readonly string[]): string {
  return (
    `Hinweis: Es fehlt ${missing.join(' und ')}. Gemessen wird deshalb der mitgelieferte Ordner ` +
    'knowledge/, nicht die 24 echten Folgen; --data ORDNER nennt einen anderen Ort.'
  )
}
