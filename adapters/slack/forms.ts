import type { Form, FormField } from '../../src/domain/form.ts'
import { dialog, type View } from './dialogs.ts'
import { cut } from './markup.ts'
import { type Block, plain, rich, section, words } from './rich.ts'

/** The dialogs of the crisis desk, as the sent ones name themselves. */
export const formMark = 'lage'

/** A form as a dialog; `channel` is where it was opened. */
export function formDialog(form: Form, channel: string): View {
  const blocks = form.fields.map(toBlock)
  const frame = dialog({
    title: form.title,
    blocks,
    close: form.submit ? 'Abbrechen' : 'Schließen',
  })
  if (!form.submit) return frame
  const about = JSON.stringify({ about: form.about, channel })
  const sent = { callback_id: formMark, private_metadata: about }
  return { ...frame, ...sent, submit: plain(cut(form.submit, 24)) }
}

function toBlock(field: FormField): Block {
  if (field.kind === 'note') return rich(section(words(field.text)))
  const { name, label } = field
  const isOptional = field.kind !== 'choice' && !field.isNeeded
  return {
    type: 'input',
    block_id: name,
    label: plain(cut(label, 1900)),
    optional: isOptional,
    ...(field.kind === 'time' ? { hint: plain('Uhrzeit wie 22:30, oder 23.10. 22:30') } : {}),
    element: field.kind === 'choice' ? choice(field) : input(field),
  }
}

function choice({ name, options, value }: Extract<FormField, { kind: 'choice' }>): Block {
  const all = options
    .slice(0, 100)
    .map(([one, text]) => ({ text: plain(cut(text, 75)), value: one }))
  const chosen = all.find((one) => one.value === value)
  return {
    type: 'static_select',
    action_id: name,
    options: all,
    ...(chosen ? { initial_option: chosen } : {}),
  }
}

type Typed = Exclude<FormField, { kind: 'choice' | 'note' }>

function input({ kind, name, value }: Typed): Block {
  return {
    type: 'plain_text_input',
    action_id: name,
    multiline: kind === 'area',
    ...(value ? { initial_value: cut(value, 3000) } : {}),
  }
}
