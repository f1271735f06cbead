import type { Level } from '../../src/domain/playbook.ts'
import type { CopyText, Reply, ReplyAction } from '../../src/domain/reply.ts'
import type { RoomMessage } from '../../src/incident-live.ts'
import { carried, deskButton, verbOf } from './buttons.ts'
import { card, copyField, line, longestCopy, shortened } from './card.ts'
import type { Part } from './entities.ts'
import { type Labels, labels } from './labels.ts'
import { cut } from './markup.ts'
import { mentionsOf } from './mention.ts'

/** What the crisis desk says, as a card. */
interface DeskView {
  readonly reply: Reply
  /** Of the live card: how bad it is, or that it is over. */
  readonly state?: Level | 'closed'
  /** Who is called by name. */
  readonly calls?: RoomMessage['calls']
  /** What the live card is asked anew with by whoever opens it later. */
  readonly ref?: string
}

/** Teams shows so many buttons. */
const mostButtons = 6

const tones = {
  GRUEN: 'good',
  GELB: 'warning',
  ROT: 'attention',
  closed: 'emphasis',
} as const

/** The same words give the same card, so it may be replaced any time. */
export function deskCard({ reply, state, ref, calls = [] }: DeskView): Part {
  const { lead, notes, copy, disclosure, language, actions = [] } = reply
  const say = labels(language)
  const title = lead ? [line(cut(lead, 2000), { weight: 'Bolder' })] : []
  const opening = lead || (reply.steps[0]?.title ?? 'Lage')
  const head = state
    ? [{ type: 'Container', style: tones[state], bleed: true, items: [...title, ...smalls(notes)] }]
    : title
  const end = [...(state ? [] : notes), disclosure]
  const refresh = ref ? { refresh: refreshOf(ref) } : {}
  const { text, entities } = mentionsOf(calls)
  const named = text ? [{ type: 'TextBlock', text, wrap: true }] : []
  const msteams = { width: 'Full', ...(text ? { entities } : {}) }
  return shortened(
    linesOf(reply),
    (some, note) => ({
      ...card({
        language,
        fallback: cut([opening, ...notes].join(' '), 600),
        body: [
          ...head,
          ...named,
          ...some.flat(),
          ...(copy ? textParts(copy, actions, say) : []),
          ...smalls([...note, ...end]),
        ],
        actions: fitting(actions).map(deskButton),
      }),
      msteams,
      ...refresh,
    }),
    say,
  )
}

// A heading goes with its first line: where a card is cut none is left alone.
function linesOf({ steps }: Reply): readonly (readonly Part[])[] {
  return steps.flatMap(({ title, items, isOrdered }) =>
    items.map((item, at) => {
      const words = isOrdered ? `${at + 1}. ${item}` : item
      const part = line(cut(words, 600), { spacing: 'Small' })
      return at === 0 ? [heading(title), part] : [part]
    }),
  )
}

/** A text that waits is read whole, where it is decided on; one that is approved is copied. */
function textParts(copy: CopyText, actions: readonly ReplyAction[], say: Labels): readonly Part[] {
  const isSettled = actions.every(({ id }) => id === 'read')
  if (isSettled) return copyField(copy, say.copyAsIs)
  const items = copy.text.split(/\n{2,}/).map((text) => line(cut(text, longestCopy)))
  return [{ type: 'Container', style: 'emphasis', items }]
}

// Only words of ours become a heading: a text block reads markup.
function heading(title: string): Part {
  if (!/^[\p{L} ]{1,40}$/u.test(title)) return line(cut(title, 200), { weight: 'Bolder' })
  return { type: 'TextBlock', text: title, style: 'heading', size: 'Medium', wrap: true }
}

function smalls(texts: readonly string[]): readonly Part[] {
  return texts
    .filter(Boolean)
    .map((text) => line(cut(text, 600), { size: 'Small', spacing: 'Small' }))
}

/**
 * What stays, the next thing to do, what opens a dialog, the rest: the last of too many are left out, in
 * the order they came. Each of those can be written as well ("stufe", "text", "schritt c1 erledigt").
 */
function fitting(actions: readonly ReplyAction[]): readonly ReplyAction[] {
  const plain = actions.filter(({ asks, stays }) => !asks && !stays)
  const ranked = [
    ...actions.filter(({ stays }) => stays),
    ...plain.slice(0, 1),
    ...actions.filter(({ asks, stays }) => asks && !stays),
    ...plain.slice(1),
  ]
  const shown = new Set(ranked.slice(0, mostButtons))
  return actions.filter((one) => shown.has(one))
}

function refreshOf(ref: string) {
  return { action: { type: 'Action.Execute', verb: verbOf('refresh'), data: carried(ref) } }
}
