import type { Level } from '../../src/domain/playbook.ts'
import type { Reply } from '../../src/domain/reply.ts'
import { card, cardVersion, execute, line, shortened } from './card.ts'
import type { Part } from './entities.ts'
import { labels } from './labels.ts'
import { cut } from './markup.ts'

/** A button under a card of an incident: `value` is an id, a thing and the version of it that is shown. */
export interface CardButton {
  readonly id: string
  readonly label: string
  readonly value: string
}

/** An incident as a card: what is shown, what can be pressed, what opens a dialog. */
export interface IncidentView {
  readonly reply: Reply
  /** Of an incident that runs; one that is closed has none. */
  readonly level?: Level
  readonly presses: readonly CardButton[]
  readonly dialogs: readonly CardButton[]
  /** What the card is asked anew with by whoever opens it later. */
  readonly ref: string
}

/** Teams shows so many buttons; what is pressed comes before what opens a dialog. */
const mostButtons = 6

const tones = { GRUEN: 'good', GELB: 'warning', ROT: 'attention' } as const

/** The live card of an incident: the same incident gives the same card, so it may be replaced any time. */
export function liveCard(view: IncidentView): Part {
  const { reply, level, presses, dialogs, ref } = view
  const say = labels(reply.language)
  // A heading goes with its first line: where a card is cut none is left alone.
  const lines = reply.steps.flatMap(({ title, items }) =>
    items.map((item, at) => {
      const words = line(cut(item, 600), { spacing: 'Small' })
      return at === 0 ? [heading(title), words] : [words]
    }),
  )
  const shown = presses.slice(0, Math.max(0, mostButtons - dialogs.length))
  const actions = [
    ...shown.map(({ id, label, value }) => execute(verbOf(id), cut(label, 80), value)),
    ...dialogs.map(dialogButton),
  ]
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
        actions,
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

const prefix = 'lage.'

/** As a button of an incident names its deed among all that may be pressed. */
function verbOf(id: string): string {
  return `${prefix}${id}`
}

function carried(ref: string) {
  return { ref, v: cardVersion }
}

/** The deed of a button that sends a dialog. */
const sending = 'tat'

/** Sends a dialog, with what is known without its fields. */
export function sendButton(
  title: string,
  incident: string,
  sent: Readonly<Record<string, string>>,
): Part {
  const data = { ...sent, verb: verbOf(sending), ...carried(incident) }
  return { type: 'Action.Submit', title, data }
}

/** Opens a dialog from a dialog: that one takes its place. */
export function askButton({ id, label, value }: CardButton): Part {
  const data = { verb: verbOf(id), ...carried(value) }
  return { type: 'Action.Submit', title: cut(label, 80), data, associatedInputs: 'none' }
}

/** Opens a dialog from a card: Teams asks for it when it is pressed. */
function dialogButton({ id, label, value }: CardButton): Part {
  const data = { msteams: { type: 'task/fetch' }, verb: verbOf(id), ...carried(value) }
  return { type: 'Action.Submit', title: cut(label, 80), data }
}
