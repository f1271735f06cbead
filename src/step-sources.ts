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

/** A rule behind a line of the first steps: its step, which of its places, and what it is about in a word. */
interface Origin {
  readonly step: string
  readonly about: string
  /** The place of the step that speaks of this line, from 0. */
  readonly place?: number
}

/** What each line rests on, in the order of the card. */
export const cardOrigins: Readonly<Record<'lead' | 'check' | 'steps', readonly Origin[]>> = {
  lead: [{ step: 'c0', about: 'Stoppen' }],
  check: [
    { step: 'pb2.0', about: 'Gefahr' },
    { step: 'pb3.1', about: 'Daten' },
    { step: 'c1', about: 'Kinder', place: 2 },
  ],
  steps: [
    { step: 'c1', about: 'Sichern' },
    { step: 'c2', about: 'Anrufen' },
    { step: 'c5', about: 'Statement' },
  ],
}

/** The places a line rests on, the best first; none in a town whose rules have other names. */
export function placesFor(
  { step: id, place = 0 }: Origin,
  { common, playbooks }: Manual,
): readonly StepSource[] {
  const all = [...common.steps, ...playbooks.flatMap(({ steps }) => steps)]
  return all.find((one) => one.id === id)?.cite.slice(place) ?? []
}

/**
 * The first steps with the places they rest on, where these are in the index: each named by the step it
 * belongs to, so that the card itself stays as short as it is. A town whose rules have other names gets
 * the steps alone.
 */
export function withSources(card: Reply, manual: Manual, shelf: StepShelf): Reply {
  const found = Object.values(cardOrigins)
    .flat()
    .flatMap((origin) => {
      const [citation] = findCitations(placesFor(origin, manual), shelf)
      return citation ? [{ citation, line: `${origin.about}: ${lineOf(citation)}` }] : []
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
