import {
  type Citation,
  cited,
  type EpisodeCitation,
  type PostCitation,
} from '../../src/domain/citation.ts'
import { type Language, speakerLabel } from '../../src/domain/documents.ts'
import type { ShownSource } from '../../src/domain/reply.ts'
import { clock, clockSpan } from '../../src/domain/time.ts'
import { openable } from '../../src/links.ts'
import { type Phrases, phrases } from '../../src/phrases.ts'
import { cut, harmless } from './markup.ts'

/** A part of an activity as Teams takes it; botbuilder has no types for these. */
export type Part = Readonly<Record<string, unknown>>

/** @see Microsoft: bots/how-to/bot-messages-ai-generated-content */
const entityLimits = { citations: 20, name: 80, abstract: 160 } as const

/** That an AI wrote this, with the sources of the statements as Teams' own chips. */
export function aiEntity(sources: readonly ShownSource[], language: Language = 'de') {
  const citation = sources
    .flatMap((source) => toCitation(source, language))
    .slice(0, entityLimits.citations)
  return {
    type: 'https://schema.org/Message',
    '@type': 'Message',
    '@context': 'https://schema.org',
    '@id': '',
    additionalType: ['AIGeneratedContent'],
    ...(citation.length > 0 ? { citation } : {}),
  }
}

/** A chip opens an https address or is none: then the source line must do. */
function toCitation({ number, citation }: ShownSource, language: Language): readonly Part[] {
  const url = openable(citation.url)
  if (!url?.startsWith('https:')) return []
  const appearance = {
    '@type': 'DigitalDocument',
    name: chipTitle(citation, language),
    url,
    abstract: `„${cut(harmless(citation.quote), entityLimits.abstract - 2)}“`,
    image: { '@type': 'ImageObject', name: citation.kind === 'episode' ? 'Sound' : 'Text' },
  }
  return [{ '@type': 'Claim', position: number, appearance }]
}

/**
 * Show, episode, second and role, with as much of the episode's title as there is room for. Where even
 * the rest is too long, the end of the span goes, then letters of show and role.
 */
function chipTitle(citation: Citation, language: Language): string {
  const say = phrases(language)
  const marks = cited(citation).example ? [say.example] : []
  const title =
    citation.kind === 'episode' ? spoken(citation, marks, say) : written(citation, marks, say)
  return cut(harmless(title), entityLimits.name)
}

/** Fewer letters of a title or a name tell nothing. */
const leastLetters = 8

function joined(parts: readonly string[]): string {
  return parts.filter(Boolean).join(' · ')
}

/** How many letters are left where the rest is written. */
function roomBeside(parts: readonly string[]): number {
  return entityLimits.name - joined(parts).length
}

function spoken(citation: EpisodeCitation, marks: readonly string[], say: Phrases): string {
  const { episode, start, end, speaker } = citation
  const { show, number, title } = episode
  const who = (speakerLabel(episode, speaker) ?? '').replace(/^Rolle /, '')
  const name = number === undefined ? '' : `${say.episode} ${number}`
  const at = clockSpan(start, end)
  const room = roomBeside([...marks, show, name || 'x', at, who]) + (name ? -2 : 1)
  if (room >= Math.min(leastLetters, title.length)) {
    const titled = [name, cut(title, room)].filter(Boolean).join(': ')
    return joined([...marks, show, titled, at, who])
  }
  // An episode without a number has nothing but its title to be known by.
  const short = name || cut(title, 2 * leastLetters)
  const isSpanFitting = roomBeside([...marks, show, short, at, who]) >= 0
  return isSpanFitting
    ? joined([...marks, show, short, at, who])
    : squeezed(marks, [show, who], [short, clock(start)])
}

/** Show and role share what is left; who needs less gives the rest to the other. */
function squeezed(
  marks: readonly string[],
  [show, who]: readonly [string, string],
  where: readonly string[],
): string {
  const room = roomBeside([...marks, 'x', ...where, ...(who ? ['x'] : [])]) + (who ? 2 : 1)
  const half = Math.floor(room / 2)
  const left = cut(show, Math.max(half, room - who.length))
  return joined([...marks, left, ...where, cut(who, Math.max(leastLetters, room - left.length))])
}

function written({ post, section }: PostCitation, marks: readonly string[], say: Phrases): string {
  const where = `${say.section} ${section}`
  const room = roomBeside([...marks, `${say.post}: `, where])
  return joined([...marks, `${say.post}: ${cut(post.title, room)}`, where])
}

/** A stream's place in its sequence. */
export function streamEntity(info: {
  readonly type: 'informative' | 'final'
  readonly id?: string
  readonly sequence?: number
}) {
  return {
    type: 'streaminfo',
    streamType: info.type,
    ...(info.id ? { streamId: info.id } : {}),
    ...(info.sequence ? { streamSequence: info.sequence } : {}),
  }
}
