import {
  bearings,
  contacts,
  type StateCode,
  states,
  type TownProfile,
  townLabels,
} from '../../src/domain/profile.ts'
import { execute } from './buttons.ts'
import { card, line } from './card.ts'
import type { Part } from './entities.ts'
import { type Roles, seatField, seatLine, type Values } from './profile-seats.ts'

/** All texts of the town, in the order they are asked. */
const texts = [...contacts, ...bearings] as const

/** What one text takes, in characters; as long as every other form lets it be. */
const longestText = 200

const say = {
  title: 'Stadtprofil',
  hint: 'Trag bei Personen und Stellen Rolle und Nummer ein, am besten auch die Vertretung. Die Angaben werden verschlüsselt gespeichert und dem Team in Karten und Antworten gezeigt.',
  state: 'Land',
  unset: 'nicht gesetzt',
  seats: 'Wer handelt in einer Lage',
  seatsHint:
    'Kürzel, durch Komma getrennt. Wer zuerst steht, führt die Rolle; wer danach kommt, vertritt. Freigeben, senken und abschließen darf nur, wer hier steht.',
  newcomers:
    'Dich selbst trägst du mit „ich=Kürzel“ ein. Wer noch kein Kürzel hat, bekommt es im Kanal: „team BM @Person Kürzel“.',
  nobody: 'niemand',
  helper: 'Bei „Mensch holen“ in Kanälen und Gruppen mich rufen',
  called: (name: string) => `Gerufen wird zurzeit: ${name}.`,
  save: 'Speichern',
}

export const profileTitle = say.title

/** What the form shows and carries. */
interface Filled {
  readonly values: Values
  readonly roles: Roles
  readonly isHelper: boolean
  /** Who is called now. */
  readonly helper: string | undefined
  /** Which state of the town it was made from. */
  readonly version: string
  /** Why it is shown once more. */
  readonly note?: string
}

/** The town form: its state, every text, who acts in which role, and whether the reader is called. */
export function profileCard(filled: Filled): Part {
  const { values, roles, isHelper, helper, version, note = '' } = filled
  return card({
    language: 'de',
    fallback: say.title,
    body: [
      line(say.title, { weight: 'Bolder' }),
      ...(note ? [line(note)] : []),
      stateField(values['state']),
      ...texts.map((name) => textField(name, townLabels[name], values)),
      ...seatFields(roles, values),
      {
        type: 'Input.Toggle',
        id: 'helper',
        title: say.helper,
        value: String(isHelper),
        wrap: true,
      },
      ...(helper ? [small(say.called(helper))] : []),
      small(say.hint),
    ],
    actions: [execute('profile.save', say.save, version)],
  })
}

/** A town as the form shows it. */
export function valuesOf(profile: TownProfile, roles: Roles): Values {
  const named = texts.map((name) => [name, profile[name] ?? ''] as const)
  const seats = Object.keys(roles).map(
    (role) => [seatField(role), seatLine(role, profile)] as const,
  )
  const filled = [['state', profile.state ?? ''] as const, ...named, ...seats]
  return Object.fromEntries(filled.filter(([, value]) => value !== ''))
}

/** What was sent, without the people in their roles: an emptied field is taken away. */
export function textsIn(values: Values): TownProfile {
  const state = (Object.keys(states) as StateCode[]).find((code) => code === values['state'])
  const filled = texts.flatMap((name) => {
    const text = values[name]?.trim().slice(0, longestText) ?? ''
    return text ? [[name, text] as const] : []
  })
  return { ...Object.fromEntries(filled), ...(state ? { state } : {}) }
}

// A choice that was made once can be taken back only by another one.
function stateField(state = '-'): Part {
  const known = Object.entries(states).map(([value, title]) => ({ title, value }))
  const choices = [{ title: say.unset, value: '-' }, ...known]
  return { type: 'Input.ChoiceSet', id: 'state', label: say.state, choices, value: state }
}

function textField(id: string, label: string, values: Values, maxLength = longestText): Part {
  const value = values[id]
  return { type: 'Input.Text', id, label, maxLength, ...(value ? { value } : {}) }
}

function seatFields(roles: Roles, values: Values): readonly Part[] {
  const names = Object.entries(roles)
  if (names.length === 0) return []
  return [
    { type: 'TextBlock', text: say.seats, style: 'heading', size: 'Medium', wrap: true },
    small(say.seatsHint),
    ...names.map(([role, title]) => ({
      ...textField(seatField(role), `${title} (${role})`, values, 500),
      placeholder: say.nobody,
    })),
    small(say.newcomers),
  ]
}

function small(text: string): Part {
  return line(text, { size: 'Small', isSubtle: true })
}
