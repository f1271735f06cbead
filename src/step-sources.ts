import type { Citation, Finding } from './domain/citation.ts'
import { type Document, isTranscript } from './domain/documents.ts'
import type { PassageId } from './domain/passage.ts'
import type { Manual, Step, StepSource } from './domain/playbook.ts'
import type { Reply, ShownSource } from './domain/reply.ts'
import { clock } from './domain/time.ts'
import type { Engine } from './engine.ts'

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
      const citation = findCitation({ cite: placesFor(origin, manual) }, shelf)
      return citation ? [{ citation, line: `${origin.about}: ${lineOf(citation)}` }] : []
    })
  const sources = found.map((one, at): ShownSource => ({ number: at + 1, ...one }))
  return { ...card, sources }
}

/** The first of the places a step rests on that is in the index. */
export function findCitation(
  step: Pick<Step, 'cite'> | undefined,
  shelf: StepShelf,
): Citation | undefined {
  for (const source of step?.cite ?? []) {
    const document = shelf.engine.findDocument(source.source)
    const finding = document && findingIn(document, source)
    if (finding) return { ...finding, url: shelf.toLink(finding) }
  }
  return undefined
}

/** A second may lie a breath before the cue it means. */
const breath = 0.5

function findingIn(
  document: Document,
  { source, start, heading }: StepSource,
): Finding | undefined {
  const passage = `${source}#step` as PassageId
  if (isTranscript(document)) {
    const { about: episode, cues } = document
    const cue =
      start === undefined ? undefined : cues.findLast((one) => one.start <= start + breath)
    if (!cue) return undefined
    const { text: quote, start: from, end, speaker } = cue
    const { published } = episode
    return {
      kind: 'episode',
      passage,
      quote,
      episode,
      start: from,
      end,
      ...(speaker ? { speaker } : {}),
      ...(published ? { published } : {}),
    }
  }
  const { about: post, sections } = document
  const section = sections.find((one) => one.heading === heading)
  if (!section) return undefined
  const { anchor, number, text } = section
  const [quote = text] = text.split(/(?<=[.!?])\s/)
  const { published } = post
  const place = { anchor, heading: section.heading, section: number }
  return { kind: 'post', passage, quote, post, ...place, ...(published ? { published } : {}) }
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
