import { openingOf, type Reply, type ShownClaim, type ShownSource } from '../../src/domain/reply.ts'
import { notices } from '../../src/notices.ts'
import type { SurfaceLimits } from '../../src/ports-chats.ts'
import type { Outgoing } from './botbuilder.ts'
import { answerCard, attach } from './card.ts'
import { deskCard } from './desk-card.ts'
import { aiEntity, type Part } from './entities.ts'
import { labels } from './labels.ts'
import { toText } from './markdown.ts'
import { cut, harmless } from './markup.ts'

/** Teams takes about 100 KB a message, counted in UTF-16; a phone takes much less. */
export const teamsLimits: SurfaceLimits = {
  characters: 40_000,
  blocks: 1,
  sources: 20,
  messages: 3,
}

/** How much text one message holds, sources included; entities come on top. */
const longestText = 8000

/** What a reply is shown with. */
export interface Showing {
  readonly id: string
  readonly place: 'personal' | 'groupChat' | 'channel'
  readonly user: string
}

/** A reply as messages, cut between statements; each carries the sources it uses. */
export function toActivities(reply: Reply, showing: Showing): readonly Outgoing[] {
  const hasWays = (reply.actions ?? []).length > 0
  if (reply.kind === 'notice' && hasWays) return [cardMessage(reply, deskCard({ reply }))]
  const parts = split(reply)
  return parts.map((part, at) => {
    const mark = parts.length > 1 ? labels(reply.language).part(at + 1, parts.length) : ''
    const isLast = at === parts.length - 1
    return { ...toActivity(part, mark), ...(isLast ? controls(reply, showing) : {}) }
  })
}

/** A card with what a notification says of it. */
export function cardMessage(reply: Reply, content: Part): Outgoing {
  const summary = cut(harmless(openingOf(reply) || String(content['fallbackText'])), 200)
  return { type: 'message', summary, attachments: [attach(content)] }
}

function toActivity(whole: Reply, mark: string): Outgoing {
  // The places of the first steps stand on the card beside them.
  const part = whole.kind === 'first-steps' ? { ...whole, sources: [] } : whole
  const { language, claims, sources } = part
  const used = new Set(claims.flatMap(({ numbers }) => numbers))
  // Teams takes no source that the text does not point to.
  const pointed = sources.filter(({ number }) => used.has(number))
  return {
    type: 'message',
    textFormat: 'markdown',
    locale: language === 'en' ? 'en-GB' : 'de-DE',
    text: [toText(part), mark && `_${mark}_`].filter(Boolean).join('\n\n'),
    summary: cut(harmless(openingOf(part)), 200),
    entities: [aiEntity(pointed, language)],
  }
}

// Teams allows no suggestions beside a card: a private chat gets these, a shared one buttons.
function controls(reply: Reply, { id, place, user }: Showing): Outgoing {
  const isAnswer = reply.kind === 'answered' || reply.kind === 'refused'
  const feedback = isAnswer ? { channelData: { feedbackLoop: { type: 'custom' } } } : {}
  // A card stays where it is; suggestions go with the next message.
  const isLasting = (reply.actions ?? []).length > 0
  if (place === 'personal' && !isLasting) {
    const actions = suggestionsFor(reply).map((words) => ({ type: 'imBack', ...words }))
    return {
      ...feedback,
      ...(actions.length > 0 ? { suggestedActions: { to: [user], actions } } : {}),
    }
  }
  const isTold = reply.kind === 'notice' || reply.kind === 'question'
  return { ...feedback, ...(isTold ? {} : { attachments: [attach(answerCard(id, reply))] }) }
}

interface Suggestion {
  readonly title: string
  /** What is written for the person who presses it. */
  readonly value: string
}

function suggestionsFor({ kind, language, lead, sources }: Reply): readonly Suggestion[] {
  const say = labels(language)
  const typed = (...words: readonly string[]) => words.map((value) => ({ title: value, value }))
  switch (kind) {
    case 'answered':
      return typed(say.place(1), say.more, say.human)
    case 'refused':
      return sources.length > 0 ? typed(say.place(1), say.human) : typed(say.human)
    case 'notice':
      // Who asks what the bot can do is shown what can be asked.
      return lead === notices(language).help ? say.prompts : []
    case 'question':
    case 'draft':
      return []
    case 'first-steps':
    case 'failed':
      return typed(say.human)
  }
}

/** As many statements a message as its text holds; the last message says what is left out. */
function split(reply: Reply): readonly Reply[] {
  const parts: Reply[] = []
  let left = reply.claims
  do {
    const isFinal = parts.length + 1 === teamsLimits.messages
    const part = largest(reply, left, { isFirst: parts.length === 0, isFinal })
    parts.push(part)
    left = isFinal ? [] : left.slice(part.claims.length)
  } while (left.length > 0)
  return parts
}

interface Place {
  readonly isFirst: boolean
  /** No further message may follow: what does not fit is left out. */
  readonly isFinal: boolean
}

function largest(reply: Reply, left: readonly ShownClaim[], place: Place): Reply {
  for (let count = left.length; ; count -= 1) {
    const part = partOf(reply, left.slice(0, count), { ...place, isWhole: count === left.length })
    if (count <= 1 || fits(part)) return part
  }
}

function fits(part: Reply): boolean {
  return part.sources.length <= teamsLimits.sources && toText(part).length <= longestText
}

function partOf(
  reply: Reply,
  claims: readonly ShownClaim[],
  { isFirst, isFinal, isWhole }: Place & { readonly isWhole: boolean },
): Reply {
  const { copy, ...other } = reply
  const isLast = isWhole || isFinal
  const rest = isWhole ? [] : [labels(reply.language).rest]
  const sources = sourcesOf(reply, claims, isFirst && isLast)
  const shown = new Set(sources.map(({ number }) => number))
  return {
    ...other,
    ...(isFirst ? { ...(copy ? { copy } : {}) } : { lead: '', steps: [] }),
    claims: claims.map(({ text, numbers }) => ({
      text,
      numbers: numbers.filter((number) => shown.has(number)),
    })),
    sources,
    notes: isLast ? [...reply.notes, ...rest] : [],
    disclosure: isLast ? reply.disclosure : '',
  }
}

// A refusal names sources that no statement points to.
function sourcesOf(
  { sources }: Reply,
  claims: readonly ShownClaim[],
  isOnly: boolean,
): readonly ShownSource[] {
  const used = new Set(claims.flatMap(({ numbers }) => numbers))
  const isNamed = isOnly && claims.length === 0
  const found = sources.filter(({ number }) => used.has(number) || isNamed)
  // One statement alone may point to more than a message takes.
  return claims.length > 1 ? found : found.slice(0, teamsLimits.sources)
}
