import type { Config } from './config.ts'
import { manualStamp, readManual } from './crisis/playbooks.ts'
import { readTemplates } from './crisis/templates.ts'
import { SourceError } from './domain/errors.ts'
import type { Manual } from './domain/playbook.ts'

/**
 * The playbooks, read when they are needed and again when a file of theirs changed: a town may edit them
 * while this runs.
 *
 * @throws SourceError (`bad-source`) from the function it gives, for what cannot be used
 */
export function openManual({ knowledgeDir }: Pick<Config, 'knowledgeDir'>): () => Manual {
  let known: { readonly stamp: string; readonly manual: Manual } | undefined
  return () => {
    const stamp = manualStamp(knowledgeDir)
    if (known?.stamp !== stamp) {
      const ids = new Set(readTemplates(knowledgeDir).all.map(({ id }) => id))
      known = { stamp, manual: readManual(ids, knowledgeDir) }
    }
    return known.manual
  }
}

/** Rules that a town edited and that cannot be read cost nobody an answer; `doctor` names file and line. */
export function usable<T>(work: () => T): T | undefined {
  try {
    return work()
  } catch (error) {
    if (error instanceof SourceError) return undefined
    throw error
  }
}
