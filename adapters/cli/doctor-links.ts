import type { Config } from '../../src/config.ts'
import { openable } from '../../src/links.ts'
import type { Check } from './doctor-models.ts'

/** Where a click on a source leads whose show has no page of its own; `isHere` says what if nowhere. */
export function examineLinks(what: string, config: Config, isHere: string): Check {
  const { publicUrl, linkSecret } = config
  if (openable(publicUrl) === undefined) {
    return { what, state: 'aus', detail: `PUBLIC_URL zeigt auf diesen Rechner: ${isHere}` }
  }
  if (linkSecret)
    return { what, state: 'gut', detail: `Fundstellen öffnen sich unter ${publicUrl}` }
  const detail = `Die Seiten unter ${publicUrl} bleiben geschlossen, bis LINK_SECRET gesetzt ist.`
  return { what, state: 'gestört', detail }
}
