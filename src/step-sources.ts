import type { Citation, Finding } from './domain/citation.ts'
import type { Manual, Step, StepSource } from './domain/playbook.ts'
import type { Reply, ShownSource } from './domain/reply.ts'
import { clock } from './domain/time.ts'
import type { Engine } from './engine.ts'
import { findingIn } from './step-places.ts'

/** Where the places of steps are looked up. */
export interface StepShelf {
  readonly engine: Pick<Engine, 'findDocument'>
  toLink(finding: Finding): string
}

/** The rules behind the lines of the first steps, and what each is about in a word. */
const origins = [
  ['c0', 'Stoppen'],
  ['pb3.1', 'Daten'],
  ['c1', 'Sichern'],
  ['c2', 'Anrufen'],
  ['c5', 'Statement'],
] as const

/**
 * The first steps with the places they rest on, where these are in the index: each named by the step it
 * belongs to, so that the card itself stays as short as it is. A town whose rules have other names gets
 * the steps alone.
 */
export function withSources(card: Reply, manual: Manual, shelf: StepShelf): Reply {
  const all = [...manual.common.steps, ...manual.playbooks.flatMap(({ steps }) => steps)]
  const found = origins.flatMap(([id, about]) => {
    const [citation] = findCitations(all.find((one) => one.id === id)?.cite ?? [], shelf)
    return citation ? [{ citation, line: `${about}: ${lineOf(citation)}` }] : []
  })
  const sources = found.map((one, at): ShownSource => ({ number: at + 1, ...one }))
  return { ...card, sources }
}

/**
 * The places a step is shown with: the first one that is in the index, with what carries the step only
 * together with it. Where part of that is missing, the next one.
 */
export function findCitations(cite: Step['cite'], shelf: StepShelf): readonly Citation[] {
  for (const places of groupsOf(cite)) {
    const found = places.flatMap((place) => {
      const document = shelf.engine.findDocument(place.source)
      const finding = document && findingIn(document, place)
      return finding ? [{ ...finding, url: shelf.toLink(finding) }] : []
    })
    if (found.length === places.length) return found
  }
  return []
}

function groupsOf(cite: readonly StepSource[]): readonly (readonly StepSource[])[] {
  const firsts = cite.flatMap(({ also }, at) => (also ? [] : [at]))
  return firsts.map((from, nth) => cite.slice(from, firsts[nth + 1]))
}

// Short enough for a button, which opens the place itself.
function lineOf(citation: Citation): string {
  const isEpisode = citation.kind === 'episode'
  const about = isEpisode ? citation.episode : citation.post
  const where = isEpisode
    ? `Folge ${citation.episode.number ?? citation.episode.id}, ${clock(citation.start)}`
    : `Beitrag ${citation.post.id}, ${citation.section}`
  return about.example ? `${where} · BEISPIEL (fiktiv)` : where
}
