import type { Form, FormField } from '../../src/domain/form.ts'
import { sendButton } from './buttons.ts'
import { card, line, shortened } from './card.ts'
import type { Part } from './entities.ts'
import { labels } from './labels.ts'
import { cut } from './markup.ts'

/** What one field takes, in characters. */
const longest = { text: 500, area: 4000 } as const

/**
 * A dialog as a card; German, as everything the crisis desk says. Where not all of it has room nothing can
 * be sent: nobody decides about what they could not read. `trouble` says why it is asked once more.
 */
export function formCard({ about, title, submit, fields }: Form, trouble = ''): Part {
  const say = labels('de')
  return shortened(
    fields,
    (some, note) => {
      const isWhole = some.length === fields.length
      return card({
        language: 'de',
        fallback: title,
        body: [
          ...(trouble ? [line(trouble, { weight: 'Bolder' })] : []),
          ...some.flatMap(fieldParts),
          ...note.map((text) => line(text, { weight: 'Bolder' })),
        ],
        actions: submit && isWhole ? [sendButton(submit, about)] : [],
      })
    },
    say,
  )
}

function fieldParts(field: FormField): readonly Part[] {
  switch (field.kind) {
    case 'note':
      return field.text.split(/\n{2,}/).map((text) => line(cut(text, 9000), { spacing: 'Small' }))
    case 'choice':
      return [choice(field)]
    case 'time':
      return [{ type: 'Input.Time', ...named(field) }]
    case 'text':
    case 'area':
      return [
        {
          type: 'Input.Text',
          ...named(field),
          isMultiline: field.kind === 'area',
          maxLength: longest[field.kind],
        },
      ]
  }
}

type Typed = Extract<FormField, { readonly isNeeded?: boolean }>

function named({ kind, name, label, value, isNeeded = false }: Typed) {
  const most = kind === 'area' ? longest.area : longest.text
  return {
    id: name,
    label,
    ...(value ? { value: cut(value, most) } : {}),
    ...(isNeeded ? { isRequired: true, errorMessage: `${label} Bitte ausfüllen.` } : {}),
  }
}

/** One of several; expanded where there are few, so that all are read at once. */
function choice({ name, label, options, value }: Extract<FormField, { kind: 'choice' }>): Part {
  const choices = options.map(([one, title]) => ({ title: cut(title, 200), value: one }))
  const look = { style: choices.length > 4 ? 'compact' : 'expanded', wrap: true }
  return { type: 'Input.ChoiceSet', id: name, label, choices, ...look, ...(value ? { value } : {}) }
}
