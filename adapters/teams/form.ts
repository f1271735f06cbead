import { card, line, shortened } from './card.ts'
import type { Part } from './entities.ts'
import { type CardButton, submitButton } from './incident-card.ts'
import { labels } from './labels.ts'
import { cut } from './markup.ts'

/** A dialog: words to read, fields to fill in, buttons that send it. */
export interface Form {
  readonly title: string
  readonly lines: readonly string[]
  readonly fields: readonly Part[]
  readonly buttons: readonly CardButton[]
}

/** A dialog as a card; German, as everything the crisis desk says. */
export function formCard({ title, lines, fields, buttons }: Form): Part {
  const say = labels('de')
  return shortened(
    lines,
    (some, note) =>
      card({
        language: 'de',
        fallback: title,
        body: [
          ...some.map((text) => line(text, { spacing: 'Small' })),
          ...note.map((text) => line(text, { weight: 'Bolder' })),
          ...fields,
        ],
        actions: buttons.map(submitButton),
      }),
    say,
  )
}

interface Field {
  readonly id: string
  readonly label: string
  readonly value?: string
  readonly isNeeded?: boolean
}

function needed({ isNeeded = false, label }: Field) {
  return isNeeded ? { isRequired: true, errorMessage: `${label}: bitte angeben.` } : {}
}

export function textField(field: Field & { readonly most?: number; readonly isLong?: boolean }) {
  const { id, label, value, most = 500, isLong = false } = field
  const given = value === undefined ? {} : { value: cut(value, most) }
  const size = { maxLength: most, isMultiline: isLong }
  return { type: 'Input.Text', id, label, ...size, ...given, ...needed(field) } satisfies Part
}

/** A clock time of German time, `HH:MM`. */
export function timeField(field: Field): Part {
  const { id, label, value } = field
  return { type: 'Input.Time', id, label, ...(value ? { value } : {}), ...needed(field) }
}

/** One of several; expanded where there are few, so that all are read at once. */
export function choiceField(
  field: Field & { readonly options: readonly (readonly [value: string, title: string])[] },
): Part {
  const { id, label, value, options } = field
  const choices = options.map(([one, title]) => ({ title, value: one }))
  const given = value === undefined ? {} : { value }
  const style = choices.length > 4 ? 'compact' : 'expanded'
  return {
    type: 'Input.ChoiceSet',
    id,
    label,
    choices,
    style,
    wrap: true,
    ...given,
    ...needed(field),
  }
}

export function tickField({ id, label, value }: Field): Part {
  return { type: 'Input.Toggle', id, title: label, value: value ?? 'false', wrap: true }
}
