import {
  type Contact,
  contacts,
  type StateCode,
  states,
  type TownProfile,
} from '../../src/domain/profile.ts'
import { dialog, type View } from './dialogs.ts'
import type { Labels } from './labels.ts'
import { plain, small } from './rich.ts'

/** What the town form sets: the profile, and whom "Mensch holen" calls in Slack. */
export interface TownForm {
  readonly profile: TownProfile
  readonly helper?: string
}

/** The five fields of the town, and the person in Slack who is called. Everything may stay empty. */
export function profileDialog({ profile, helper }: TownForm, say: Labels): View {
  const texts = contacts.map((name) => contactField(name, profile[name], say))
  const blocks = [
    stateField(profile.state, say),
    small(say.contactHint),
    ...texts,
    helperField(helper, say),
    small(say.formNote),
  ]
  return {
    ...dialog({ title: say.form, blocks, close: say.cancel }),
    callback_id: 'profile',
    submit: plain(say.save),
  }
}

function stateField(state: StateCode | undefined, say: Labels) {
  const options = Object.entries(states).map(([value, text]) => ({ text: plain(text), value }))
  const chosen = options.find(({ value }) => value === state)
  return {
    type: 'input',
    block_id: 'state',
    optional: true,
    label: plain(say.fields.state),
    element: {
      type: 'static_select',
      action_id: 'state',
      placeholder: plain(say.choose),
      options,
      ...(chosen ? { initial_option: chosen } : {}),
    },
  }
}

function contactField(name: Contact, value: string | undefined, say: Labels) {
  return {
    type: 'input',
    block_id: name,
    optional: true,
    label: plain(say.fields[name]),
    element: {
      type: 'plain_text_input',
      action_id: name,
      max_length: 200,
      ...(value ? { initial_value: value } : {}),
    },
  }
}

function helperField(helper: string | undefined, say: Labels) {
  return {
    type: 'input',
    block_id: 'helper',
    optional: true,
    label: plain(say.fields.helper),
    hint: plain(say.helperHint),
    element: {
      type: 'users_select',
      action_id: 'helper',
      placeholder: plain(say.choose),
      ...(helper ? { initial_user: helper } : {}),
    },
  }
}

/** What a sent form holds, by block. */
export type FormValues = Readonly<Record<string, string | undefined>>

/** Empty fields are no contacts. */
export function toTownForm(values: FormValues): TownForm {
  const filled = contacts.flatMap((name) => {
    const value = values[name]?.trim()
    return value ? [[name, value] as const] : []
  })
  const state = (Object.keys(states) as StateCode[]).find((code) => code === values['state'])
  const helper = values['helper']
  return {
    profile: { ...Object.fromEntries(filled), ...(state ? { state } : {}) },
    ...(helper ? { helper } : {}),
  }
}
