import type { Level } from '../../src/domain/playbook.ts'
import type { Reply } from '../../src/domain/reply.ts'
import { card, cardVersion, execute, line, shortened } from './card.ts'
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

/** An incident as a card: what is shown, what can be pressed. */
interface IncidentView {
  readonly reply: Reply
  readonly actions: readonly DeskButton[]
  /** Of an incident that runs; one that is closed has none. */
  readonly level?: Level
  /** What the card is asked anew with by whoever opens it later. */
  readonly ref: string
}

/** Teams shows so many buttons. */
const mostButtons = 6

const tones = { GRUEN: 'good', GELB: 'warning', ROT: 'attention' } as const

/** The live card of an incident: the same incident gives the same card, so it may be replaced any time. */
export function liveCard({ reply, actions, level, ref }: IncidentView): Part {
  const say = labels(reply.language)
  // A heading goes with its first line: where a card is cut none is left alone.
  const lines = reply.steps.flatMap(({ title, items }) =>
    items.map((item, at) => {
      const words = line(cut(item, 600), { spacing: 'Small' })
      return at === 0 ? [heading(title), words] : [words]
    }),
  )
  return shortened(
    lines,
    (some, note) => ({
      ...card({
        language: reply.language,
        fallback: cut([reply.lead, ...reply.notes].join('. '), 600),
        body: [
          {
            type: 'Container',
            style: level ? tones[level] : 'emphasis',
            bleed: true,
            items: [line(cut(reply.lead, 300), { weight: 'Bolder' }), ...smalls(reply.notes)],
          },
          ...some.flat(),
          ...smalls([...note, reply.disclosure]),
        ],
        actions: actions.slice(0, mostButtons).map(deskButton),
      }),
      refresh: { action: { type: 'Action.Execute', verb: verbOf('refresh'), data: carried(ref) } },
    }),
    say,
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

/** As a button of the desk names its deed among all that may be pressed. */
function verbOf(id: string): string {
  return `lage.${id}`
}

function carried(ref: string) {
  return { ref, v: cardVersion }
}

/** Teams asks for a dialog itself when its button is pressed. */
function deskButton({ id, label, value, asks }: DeskButton): Part {
  const title = cut(label, 80)
  if (!asks) return execute(verbOf(id), title, value)
  const data = { msteams: { type: 'task/fetch' }, verb: verbOf(id), ...carried(value) }
  return { type: 'Action.Submit', title, data }
}

/** Sends a dialog. */
export function sendButton(title: string, about: string): Part {
  return { type: 'Action.Submit', title, data: { verb: verbOf('send'), ...carried(about) } }
}
