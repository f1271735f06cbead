import type { Language } from '../../src/domain/documents.ts'
import { type CopyText, openingOf, type Reply, type ShownSource } from '../../src/domain/reply.ts'
import type { ExcerptLine } from '../../src/excerpt.ts'
import { openable } from '../../src/links.ts'
import { deskButton, execute } from './buttons.ts'
import type { Part } from './entities.ts'
import { type Labels, labels } from './labels.ts'
import { cut } from './markup.ts'

/** Teams takes 28 KB a card. */
const longestCard = 26_000

/** A card as an attachment of a message. */
export function attach(content: Part) {
  return { contentType: 'application/vnd.microsoft.card.adaptive', content }
}

interface Frame {
  readonly body: readonly Part[]
  readonly actions?: readonly Part[]
  readonly language: Language
  /** Shown where cards are not. */
  readonly fallback: string
}

/** Teams shows Adaptive Cards of bots up to version 1.5. */
export function card({ body, actions = [], language, fallback }: Frame): Part {
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    lang: language,
    fallbackText: fallback,
    body,
    ...(actions.length > 0 ? { actions } : {}),
    msteams: { width: 'Full' },
  }
}

/** How words look; where they stand is `spacing`. */
interface Look {
  readonly weight?: 'Bolder'
  readonly size?: 'Small'
  readonly isSubtle?: boolean
  readonly spacing?: 'None' | 'Small'
}

/** Words in a card, wrapped. A run, not a text block: nothing in it is read as markup. */
export function line(text: string, { spacing, ...look }: Look = {}): Part {
  const inlines = [{ type: 'TextRun', text, ...look }]
  return { type: 'RichTextBlock', inlines, ...(spacing ? { spacing } : {}) }
}

/** Buttons read at most three places: more would push the next message off a phone's screen. */
const readable = 3

/** What can be done with an answer, beside it. */
export function answerCard(id: string, reply: Reply): Part {
  const say = labels(reply.language)
  return card({
    language: reply.language,
    fallback: say.actions,
    body: [
      line(reply.kind === 'first-steps' ? say.stepActions : say.actions, {
        size: 'Small',
        isSubtle: true,
      }),
      ...stepPlaces(reply),
    ],
    actions: buttonsOf(id, reply, say),
  })
}

/** What the first steps rest on stands beside them: above it would be in the way where it burns. */
function stepPlaces(reply: Reply): readonly Part[] {
  return reply.kind === 'first-steps' ? sourceLines(reply, []) : []
}

function buttonsOf(id: string, reply: Reply, say: Labels): readonly Part[] {
  const { sources, kind, actions = [] } = reply
  const places = sources
    .slice(0, actions.length > 0 ? readable - 1 : readable)
    .map(({ number }) => execute('place', say.place(number), `${id}:${number}`))
  const more = kind === 'answered' ? [execute('more', say.more, id)] : []
  return [...actions.map(deskButton), ...places, ...more, execute('human', say.human, id)]
}

/** An answer whose question says something else now: what could be done with it, and a new one. */
export function againCard(id: string, question: string, reply: Reply): Part {
  const say = labels(reply.language)
  return card({
    language: reply.language,
    fallback: say.outdated,
    body: [line(say.outdated, { weight: 'Bolder' })],
    actions: [execute('again', say.again, question), ...buttonsOf(id, reply, say)],
  })
}

/** An answer that is shown further, with what can be done with it. */
export interface Kept {
  readonly id: string
  readonly reply: Reply
}

/** The cited words with what was said around them. The card takes the place of the buttons, so they stay. */
export function placeCard(
  source: ShownSource,
  lines: readonly ExcerptLine[],
  { kept, say }: { readonly kept: Kept; readonly say: Labels },
): Part {
  const url = openable(source.citation.url)
  const head = line(cut(source.line, 500), { weight: 'Bolder' })
  const open = url ? [{ type: 'Action.OpenUrl', title: say.open, url }] : []
  return shortened(
    lines,
    (shown, note) => {
      const spoken = shown.map((one) => excerptLine(one, source.citation, say))
      const gone = lines.length === 0 ? [line(cut(source.citation.quote, 4000))] : []
      return card({
        language: say.language,
        fallback: cut(source.line, 300),
        body: [head, ...spoken, ...gone, ...note.map((text) => line(text, { isSubtle: true }))],
        actions: [...open, ...buttonsOf(kept.id, kept.reply, say)],
      })
    },
    say,
  )
}

// Bold is not read aloud: the head says it as well. The number of a post's section stands above already.
function excerptLine(
  { at, speaker, text, isCited }: ExcerptLine,
  { kind, quote }: ShownSource['citation'],
  say: Labels,
): Part {
  const when = kind === 'post' ? '' : at
  const head = [when, speaker, isCited ? say.cited : ''].filter(Boolean).join(' · ')
  const found = isCited ? text.indexOf(quote) : -1
  if (found > 0) return quoteIn(text, { quote, at: found, head })
  const words = cut(text, isCited ? 1500 : 600)
  const look: Look = isCited ? { weight: 'Bolder', spacing: 'Small' } : { spacing: 'Small' }
  return line(head ? `${head}: ${words}` : words, look)
}

/** A long paragraph with the words that were cited from it. */
function quoteIn(
  text: string,
  { quote, at, head }: { readonly quote: string; readonly at: number; readonly head: string },
): Part {
  const before = text.slice(0, at)
  const lead = before.length > 500 ? `… ${before.slice(-500)}` : before
  const after = cut(text.slice(at + quote.length), 500)
  const inlines = [
    { type: 'TextRun', text: `${head}: ${lead}` },
    { type: 'TextRun', text: cut(quote, 1500), weight: 'Bolder' },
    ...(after ? [{ type: 'TextRun', text: after }] : []),
  ]
  return { type: 'RichTextBlock', inlines, spacing: 'Small' }
}

/** As much of a list as a card takes; what is left out is said. */
export function shortened<T>(
  items: readonly T[],
  build: (items: readonly T[], note: readonly string[]) => Part,
  say: Labels,
): Part {
  for (let count = items.length; ; count -= 1) {
    const made = build(items.slice(0, count), count < items.length ? [say.shortened] : [])
    if (count <= 0 || Buffer.byteLength(JSON.stringify(made)) <= longestCard) return made
  }
}

/** A reply in a card, for dialogs: its text in blocks, nothing to press but what is copied. */
export function replyCard(reply: Reply, actions: readonly Part[] = []): Part {
  const say = labels(reply.language)
  return shortened(
    reply.claims,
    (claims, note) =>
      card({
        language: reply.language,
        fallback: cut(openingOf(reply), 300),
        body: [
          ...opening(reply, say),
          ...claims.map(({ text, numbers }) =>
            line([cut(text, 2000), ...numbers.map((one) => `[${one}]`)].join(' ')),
          ),
          ...sourceLines(reply, claims),
          ...[...note, ...reply.notes, reply.disclosure].filter(Boolean).map(smallPrint),
        ],
        actions,
      }),
    say,
  )
}

function opening({ lead, steps, copy }: Reply, say: Labels): readonly Part[] {
  const groups = steps.flatMap(({ title, items, isOrdered }) => [
    line(title, { weight: 'Bolder' }),
    ...items.map((item, at) =>
      line(`${isOrdered ? `${at + 1}.` : '•'} ${cut(item, 600)}`, { spacing: 'None' }),
    ),
  ])
  const first = lead ? [line(cut(lead, 2000), { weight: 'Bolder' })] : []
  return [...first, ...groups, ...(copy ? copyField(copy, say.copyHint) : [])]
}

/** Nobody copies a part of a text for the whole: longer ones than this are not taken anywhere. */
export const longestCopy = 9000

/** On a phone words in a card cannot be marked; in a field they can, and be changed. */
export function copyField({ title, text }: CopyText, hint: string): readonly Part[] {
  const field = { type: 'Input.Text', id: 'copy', label: title, isMultiline: true }
  return [{ ...field, value: cut(text, longestCopy) }, smallPrint(hint)]
}

// A refusal names sources that no statement points to.
function sourceLines({ sources, claims: all }: Reply, claims: Reply['claims']): readonly Part[] {
  const used = new Set(claims.flatMap(({ numbers }) => numbers))
  const shown = sources.filter(({ number }) => used.has(number) || all.length === 0).slice(0, 20)
  // Two quotes of one section have the same line: it is read once, and each number opens its own words.
  const lines = Map.groupBy(shown, (source) => source.line)
  return [...lines].map(([text, same]) => ({
    type: 'RichTextBlock',
    inlines: runsOf(cut(text, 500), same),
  }))
}

function runsOf(text: string, [first, ...others]: readonly ShownSource[]): readonly Part[] {
  const open = ({ number, citation }: ShownSource, words: string) =>
    linked(`[${number}] ${words}`, citation.url)
  if (!first) return []
  if (others.length === 0) return [open(first, text)]
  return [...[first, ...others].map((one) => open(one, '')), linked(text, '')]
}

/** Words that open an address, where others than this machine can open it. */
function linked(text: string, address: string): Part {
  const url = openable(address)
  const run = { type: 'TextRun', text, isSubtle: true }
  return url ? { ...run, selectAction: { type: 'Action.OpenUrl', title: text, url } } : run
}

function smallPrint(text: string): Part {
  return line(cut(text, 1000), { size: 'Small', isSubtle: true })
}

/** Why an answer was not helpful. */
export function feedbackCard(id: string, say: Labels): Part {
  const choices = Object.entries(say.reasons).map(([value, title]) => ({ title, value }))
  return card({
    language: say.language,
    fallback: say.feedback,
    body: [
      { type: 'Input.ChoiceSet', id: 'reason', label: say.reason, style: 'expanded', choices },
      { type: 'Input.Text', id: 'note', label: say.note, isMultiline: true, maxLength: 500 },
    ],
    actions: [{ type: 'Action.Submit', title: say.send, data: { ref: id } }],
  })
}
