import type { Level } from '../../src/domain/playbook.ts'
import type { Reply } from '../../src/domain/reply.ts'
import { card, cardVersion, copyField, execute, line, shortened } from './card.ts'
import type { Part } from './entities.ts'
import { labels } from './labels.ts'
import { cut } from './markup.ts'

/** A button of the crisis desk: `value` is an id, a thing and the version of it that is shown. */
interface DeskButton {
  readonly id: string
  readonly label: string
  readonly value: string
  /** Asks for more in a dialog before anything happens. */
  readonly asks?: boolean
}

/** What the crisis desk says, as a card. */
interface DeskView {
  readonly reply: Reply
  readonly actions: readonly DeskButton[]
  /** Of the live card: how bad it is, or that it is over. */
  readonly state?: Level | 'closed'
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
export function deskCard({ reply, actions, state, ref }: DeskView): Part {
  const { lead, notes, copy, disclosure, language } = reply
  const say = labels(language)
  const title = line(cut(lead, 2000), { weight: 'Bolder' })
  const head = state
    ? [{ type: 'Container', style: tones[state], bleed: true, items: [title, ...smalls(notes)] }]
    : [title]
  const end = [...(state ? [] : notes), disclosure]
  const refresh = ref ? { refresh: refreshOf(ref) } : {}
  return shortened(
    linesOf(reply),
    (some, note) => ({
      ...card({
        language,
        fallback: cut([lead, ...notes].join(' '), 600),
        body: [
          ...head,
          ...some.flat(),
          ...(copy ? copyField(copy, say) : []),
          ...smalls([...note, ...end]),
        ],
        actions: fitting(actions).map(deskButton),
      }),
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

/** What opens a dialog has no other way to be reached: of too many it stays. */
function fitting(actions: readonly DeskButton[]): readonly DeskButton[] {
  const asking = actions.filter(({ asks }) => asks).slice(0, mostButtons)
  const plain = actions.filter(({ asks }) => !asks).slice(0, mostButtons - asking.length)
  return actions.filter((one) => asking.includes(one) || plain.includes(one))
}

/** As a button of the desk names its deed among all that may be pressed. */
function verbOf(id: string): string {
  return `lage.${id}`
}

function carried(ref: string) {
  return { ref, v: cardVersion }
}

function refreshOf(ref: string) {
  return { action: { type: 'Action.Execute', verb: verbOf('refresh'), data: carried(ref) } }
}

/** Teams asks for a dialog itself when its button is pressed. */
function deskButton({ id, label, value, asks }: DeskButton): Part {
  const title = cut(label, 80)
  if (!asks) return execute(verbOf(id), title, value)
  const data = { msteams: { type: 'task/fetch' }, verb: verbOf(id), ...carried(value) }
  return { type: 'Action.Submit', title, data, associatedInputs: 'none' }
}

/** Sends a dialog. */
export function sendButton(title: string, about: string): Part {
  return { type: 'Action.Submit', title, data: { verb: verbOf('send'), ...carried(about) } }
}
