import { card, line, shortened } from './card.ts'
import type { Part } from './entities.ts'
import { askButton, type CardButton, sendButton } from './incident-card.ts'
import { labels } from './labels.ts'
import { cut } from './markup.ts'

/** Words of a dialog, under a heading where they have one. */
interface Passage {
  readonly title?: string
  readonly text: string
}

/** A dialog: words to read, fields to fill in, buttons that send it or open the next one. */
export interface Form {
  readonly title: string
  readonly passages: readonly Passage[]
  readonly fields: readonly Part[]
  /** What is sent: the fields, and these beside them. */
  readonly sends: readonly { readonly label: string; readonly sent: Sent }[]
  readonly asks: readonly CardButton[]
  /** The incident it is about. */
  readonly incident: string
}

/** What a dialog brings back beside its fields; ids and versions, never words of people. */
type Sent = Readonly<Record<string, string>>

/**
 * A dialog as a card; German, as everything the crisis desk says. Where not all words have room nothing
 * can be sent: nobody approves what they could not read.
 */
export function formCard({ title, passages, fields, sends, asks, incident }: Form): Part {
  return shortened(
    passages,
    (some, note) => {
      const isWhole = some.length === passages.length
      return card({
        language: 'de',
        fallback: title,
        body: [
          ...some.flatMap(passage),
          ...note.map((text) => line(text, { weight: 'Bolder' })),
          ...fields,
        ],
        actions: [
          ...(isWhole ? sends.map(({ label, sent }) => sendButton(label, incident, sent)) : []),
          ...asks.map((button) => askButton(button)),
        ],
      })
    },
    labels('de'),
  )
}

function passage({ title, text }: Passage): readonly Part[] {
  const words = line(cut(text, 9000), { spacing: 'Small' })
  return title ? [line(title, { weight: 'Bolder' }), words] : [words]
}

interface Field {
  readonly id: string
  readonly label: string
  readonly value?: string
  readonly isNeeded?: boolean
}

function needed({ isNeeded = false, label }: Field) {
  return isNeeded ? { isRequired: true, errorMessage: `${label} Bitte angeben.` } : {}
}

interface TextField extends Field {
  readonly most?: number
  readonly isLong?: boolean
}

export function textField(field: TextField): Part {
  const { id, label, value, most = 500, isLong = false } = field
  const given = value === undefined ? {} : { value: cut(value, most) }
  const size = { maxLength: most, isMultiline: isLong }
  return { type: 'Input.Text', id, label, ...size, ...given, ...needed(field) }
}

/** A clock time of German time, `HH:MM`. */
export function timeField(field: Field): Part {
  const { id, label, value } = field
  return { type: 'Input.Time', id, label, ...(value ? { value } : {}), ...needed(field) }
}

interface ChoiceField extends Field {
  readonly options: readonly (readonly [value: string, title: string])[]
}

/** One of several; expanded where there are few, so that all are read at once. */
export function choiceField(field: ChoiceField): Part {
  const { id, label, value, options } = field
  const choices = options.map(([one, title]) => ({ title, value: one }))
  const given = value === undefined ? {} : { value }
  const look = { style: choices.length > 4 ? 'compact' : 'expanded', wrap: true }
  return { type: 'Input.ChoiceSet', id, label, choices, ...look, ...given, ...needed(field) }
}

export function tickField({ id, label, value = '0' }: Field): Part {
  const values = { valueOn: '1', valueOff: '0' }
  return { type: 'Input.Toggle', id, title: label, value, ...values, wrap: true }
}
