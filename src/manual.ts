import type { Config } from './config.ts'
import { manualStamp, readManual } from './crisis/playbooks.ts'
import { readTemplates } from './crisis/templates.ts'
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
