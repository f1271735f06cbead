import {
  type Citation,
  cited,
  type EpisodeCitation,
  type PostCitation,
} from '../../src/domain/citation.ts'
import { type Language, speakerLabel } from '../../src/domain/documents.ts'
import type { ShownSource } from '../../src/domain/reply.ts'
import { clockSpan } from '../../src/domain/time.ts'
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

/** What is too long loses the end of its name, never where it is or that it is an example. */
function chipTitle(citation: Citation, language: Language): string {
  const say = phrases(language)
  const { name, where, who } =
    citation.kind === 'episode' ? spoken(citation, say) : written(citation, say)
  const example = cited(citation).example ? say.example : ''
  const room = entityLimits.name - joined([example, 'x', where, who]).length + 1
  const title = joined([example, cut(name, Math.max(room, leastName)), where, who])
  return cut(harmless(title), entityLimits.name)
}

/** A name of fewer characters tells nothing: then the role is cut instead. */
const leastName = 10

function joined(parts: readonly string[]): string {
  return parts.filter(Boolean).join(' · ')
}

interface Title {
  readonly name: string
  readonly where: string
  readonly who: string
}

function spoken({ episode, start, end, speaker }: EpisodeCitation, say: Phrases): Title {
  const { show, number, title } = episode
  const at = clockSpan(start, end)
  const who = (speakerLabel(episode, speaker) ?? '').replace(/^Rolle /, '')
  return number === undefined
    ? { name: `${show}: ${title}`, where: at, who }
    : { name: show, where: joined([`${say.episode} ${number}`, at]), who }
}

function written({ post, section }: PostCitation, say: Phrases): Title {
  return { name: `${say.post}: ${post.title}`, where: `${say.section} ${section}`, who: '' }
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
