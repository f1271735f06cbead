import type { Reply, ShownClaim, ShownSource } from '../../src/domain/reply.ts'
import { openable } from '../../src/links.ts'
import type { SurfaceLimits } from '../../src/ports-chats.ts'
import { deedMark } from './deed-mark.ts'
import { type Labels, labels } from './labels.ts'
import { toMarkdown } from './markdown.ts'
import { cut, escaped } from './markup.ts'
import {
  actions,
  type Block,
  button,
  link,
  list,
  quote,
  rich,
  section,
  small,
  words,
} from './rich.ts'

/** A message as it is posted. `text` is what notifications and screen readers take: the short answer. */
export interface Message {
  readonly text: string
  readonly blocks: readonly Block[]
  /** For a stream, which takes words as Markdown and the rest as blocks; only where one message is enough. */
  readonly stream?: { readonly markdown: string; readonly blocks: readonly Block[] }
}

/**
 * Slack takes about 13,200 characters over all blocks of a message, whatever each block may hold; how
 * it counts is not written down, so the JSON of the blocks is held under less.
 *
 * @see platform notes: bolt-js issue 2509
 */
export const slackLimits: SurfaceLimits = {
  characters: 10_000,
  blocks: 50,
  sources: 40,
  messages: 3,
}

/** How much of the short answer goes into `text`. */
const longestText = 3500

/** What saying which part of how many a message is may cost, in characters of JSON. */
const partRoom = 200

/** A plain sentence longer than this is no headline: it is read more easily where it is not bold. */
const longestHeadline = 120

/** What a reply is shown with. */
export interface Showing {
  readonly id: string
  readonly labels: Labels
  /** Seen by one person: they may show it to all. */
  readonly isPrivate: boolean
  /** In a dialog nothing can be pressed. */
  readonly isDialog?: boolean
}

/**
 * A reply as messages, each within the limits, cut between blocks. The sources of a statement stand in
 * the message that holds it; what does not fit into the last one is said to be left out.
 */
export function toMessages(reply: Reply, showing: Showing): readonly Message[] {
  const pages = paginate(reply, showing)
  if (pages.length === 1) return pages.map(({ blocks }) => whole(reply, blocks, showing))
  return pages.map(({ claims, sources, blocks }, at) => {
    const part = showing.labels.part(at + 1, pages.length)
    const lead = `${part} ${at === 0 ? reply.lead : ''}`.trim()
    const rest = at === 0 ? {} : { steps: [], notes: [], disclosure: '' }
    const text = shortText({ ...reply, ...rest, lead, claims, sources })
    // Above what goes on, below what goes on elsewhere: the first line stays the first.
    return { text, blocks: at === 0 ? [...blocks, small(part)] : [small(part), ...blocks] }
  })
}

function whole(reply: Reply, blocks: readonly Block[], showing: Showing): Message {
  const rest = pageOf({ ...reply, claims: [] }, { showing, isFirst: false, isLast: true })
  const shown = listed(reply)
  const sources = shown.length > 0 ? [sourceBlock(reply.sourcesTitle, shown)] : []
  const stream = { markdown: toMarkdown(reply), blocks: [...sources, ...rest] }
  return { text: shortText(reply), blocks, stream }
}

// The places behind the first steps stand on their buttons: the card has no line to spare.
function listed({ kind, sources }: Reply): readonly ShownSource[] {
  return kind === 'first-steps' ? [] : sources
}

interface Page {
  readonly claims: readonly ShownClaim[]
  readonly sources: readonly ShownSource[]
  readonly blocks: readonly Block[]
}

/** As many statements a page as fit; every page is rendered whole before it is accepted. */
function paginate(reply: Reply, showing: Showing): readonly Page[] {
  const pages: Page[] = []
  let left = reply.claims
  do {
    const isFinal = pages.length + 1 === slackLimits.messages
    const page = largest(reply, left, { showing, isFirst: pages.length === 0, isFinal })
    pages.push(page)
    left = isFinal ? [] : left.slice(page.claims.length)
  } while (left.length > 0)
  return pages
}

interface Slot {
  readonly showing: Showing
  readonly isFirst: boolean
  /** No further message may follow: what does not fit is left out. */
  readonly isFinal: boolean
}

function largest(reply: Reply, left: readonly ShownClaim[], slot: Slot): Page {
  for (let count = left.length; ; count -= 1) {
    const claims = left.slice(0, count)
    const isWhole = count === left.length
    const notes = isWhole ? reply.notes : [...reply.notes, slot.showing.labels.rest]
    const at = { ...slot, isLast: isWhole || slot.isFinal }
    const part = { ...reply, claims, notes }
    const blocks = pageOf(part, at)
    if (fits(blocks) || count <= 1) return { claims, sources: sourcesOf(part, at), blocks }
  }
}

function fits(blocks: readonly Block[]): boolean {
  return (
    blocks.length < slackLimits.blocks &&
    JSON.stringify(blocks).length + partRoom <= slackLimits.characters
  )
}

interface Place extends Pick<Slot, 'showing' | 'isFirst'> {
  readonly isLast: boolean
}

function pageOf(reply: Reply, at: Place): readonly Block[] {
  const sources = sourcesOf(reply, at)
  return [
    ...(at.isFirst ? opening(reply) : []),
    ...claimBlocks(reply),
    ...(sources.length > 0 ? [sourceBlock(reply.sourcesTitle, sources)] : []),
    ...(at.isLast ? closing(reply, at.showing) : []),
  ]
}

// A refusal names sources that no statement points to: they stand where they fit, on the first page.
function sourcesOf(reply: Reply, { isFirst, isLast }: { isFirst: boolean; isLast: boolean }) {
  const { claims } = reply
  const sources = listed(reply)
  const used = new Set(claims.flatMap(({ numbers }) => numbers))
  const isWhole = isFirst && isLast
  return sources
    .filter(({ number }) => used.has(number) || (isWhole && claims.length === 0))
    .slice(0, slackLimits.sources)
}

function opening({ kind, lead, steps, copy }: Reply): readonly Block[] {
  const style = kind === 'notice' && lead.length > longestHeadline ? undefined : 'bold'
  const groups = steps
    .filter(({ items }) => items.length > 0)
    .map(({ title, items, isOrdered }) => {
      return rich(
        section(words(title, 'bold')),
        list(
          items.map((item) => [words(item)]),
          isOrdered,
        ),
      )
    })
  const text = copy ? [rich(section(words(copy.title, 'bold')), quote(copy.text))] : []
  return [...(lead ? [rich(section(words(lead, style)))] : []), ...groups, ...text]
}

function claimBlocks({ claims, sources }: Reply): readonly Block[] {
  return claims.map(({ text, numbers }) => {
    const marks = sources.filter(({ number }) => numbers.includes(number)).map(mark)
    return rich(section(words(text), ...marks.flatMap((one) => [words(' '), one])))
  })
}

function mark({ number, citation }: ShownSource): Block {
  return link(openable(citation.url), `[${number}]`)
}

// The number is part of the text: a list of Slack's own would count from one on every page.
function sourceBlock(title: string, sources: readonly ShownSource[]): Block {
  const items = sources.map(({ number, line, citation }) => [
    words(`[${number}] `),
    link(openable(citation.url), cut(line, 500)),
  ])
  return rich(section(words(title, 'bold')), list(items, false))
}

function closing(reply: Reply, showing: Showing): readonly Block[] {
  const notes = [...reply.notes, reply.disclosure].filter(Boolean)
  const deeds = showing.isDialog ? [] : deedBlocks(reply, showing)
  return [...(notes.length > 0 ? [small(...notes)] : []), ...deeds, ...controls(reply, showing)]
}

/** Slack takes 25 elements in a row of buttons; five are seen on a phone without scrolling far. */
function deedBlocks({ actions: all = [] }: Reply, { id }: Showing): readonly Block[] {
  if (all.length === 0) return []
  const buttons = all
    .slice(0, 25)
    .map(({ id: name, label, value, asks, url, spoken = label }, at) =>
      button({
        action: url ? `open.${at}` : asks ? `ask.${at}` : `${deedMark}${name}.${at}`,
        label,
        value,
        spoken,
        ...(url ? { url } : {}),
      }),
    )
  return [actions(`lage.${id}`.slice(0, 255), ...buttons)]
}

/** Buttons read at most three places: more would push the next message off a phone's screen. */
const readable = 3

function controls(reply: Reply, showing: Showing): readonly Block[] {
  const { id, labels: say, isPrivate, isDialog = false } = showing
  if (reply.kind === 'notice' || isDialog) return []
  // Where the bot fails, a person is what is left.
  const human = button({ action: 'human', label: say.human, value: id })
  if (reply.kind === 'failed') return [actions(`answer.${id}`, human)]
  const spoken = say.copyLabel
  const copy = reply.copy ? [button({ action: 'copy', label: say.copy, value: id, spoken })] : []
  const places = placesOf(reply).map(({ number, line }) => {
    const named = reply.kind === 'first-steps' ? line.split(' · ')[0] : undefined
    return button({
      action: `place.${number}`,
      label: named ?? say.read(number),
      value: `${id}:${number}`,
      spoken: named ?? say.readLabel(number),
    })
  })
  const isCited = reply.kind === 'answered'
  const more = isCited ? [button({ action: 'more', label: say.more, value: id })] : []
  const share = isPrivate ? [button({ action: 'share', label: say.share, value: id })] : []
  const buttons = actions(`answer.${id}`, ...copy, ...places, ...more, ...share, human)
  return isCited ? [buttons, feedback(id, say)] : [buttons]
}

function placesOf({ kind, sources }: Reply): readonly ShownSource[] {
  return kind === 'first-steps' ? sources : sources.slice(0, readable)
}

function feedback(id: string, say: Labels): Block {
  const choice = (verdict: 'up' | 'down', text: string, spoken: string) => ({
    text: { type: 'plain_text', text, emoji: false },
    accessibility_label: spoken,
    value: `${id}:${verdict}`,
  })
  return {
    type: 'context_actions',
    block_id: `feedback.${id}`,
    elements: [
      {
        type: 'feedback_buttons',
        action_id: 'feedback',
        positive_button: choice('up', say.good, say.goodLabel),
        negative_button: choice('down', say.bad, say.badLabel),
      },
    ],
  }
}

/** The whole short answer in one plain text, the way a screen reader takes it. */
function shortText(reply: Reply): string {
  const groups = reply.steps.map(({ title, items, isOrdered }) =>
    [title, ...items.map((item, at) => `${isOrdered ? `${at + 1}.` : '•'} ${item}`)].join('\n'),
  )
  const claims = reply.claims.map(
    ({ text, numbers }) => `${text} ${numbers.map((number) => `[${number}]`).join('')}`,
  )
  const lines = listed(reply).map(({ number, line }) => `[${number}] ${line}`)
  const sources = lines.length > 0 ? [reply.sourcesTitle, ...lines] : []
  const copy = reply.copy ? `${reply.copy.title}\n${reply.copy.text}` : ''
  const end = [...reply.notes, reply.disclosure]
  const parts = [reply.lead, ...groups, copy, ...claims, sources.join('\n'), ...end]
  return escaped(cut(parts.filter(Boolean).join('\n\n'), longestText))
}

/** Labels of the kind a reply is shown with, in its own language where nobody's locale is known. */
export function showingOf(id: string, reply: Reply, isPrivate: boolean): Showing {
  return { id, labels: labels(reply.language), isPrivate }
}
