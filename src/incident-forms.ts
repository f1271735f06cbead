import { exitCriteria } from './crisis/decide.ts'
import { roleName } from './crisis/sheet.ts'
import { gapsIn } from './crisis/statement.ts'
import type { DraftState, Incident, StepState } from './domain/incident.ts'
import { axes } from './domain/playbook.ts'
import { gapField, type Sent } from './incident-deeds.ts'
import type { Office } from './office.ts'

/** A field of a dialog. `note` is only read. A time is a wall clock in Germany. */
export type FormField =
  | { readonly kind: 'note'; readonly text: string }
  | {
      readonly kind: 'text' | 'area' | 'time'
      readonly name: string
      readonly label: string
      readonly value?: string
      readonly isNeeded?: boolean
    }
  | {
      readonly kind: 'choice'
      readonly name: string
      readonly label: string
      readonly options: readonly (readonly [value: string, text: string])[]
      readonly value?: string
    }

/** A dialog as every door shows it. Without `submit` there is only something to read. */
export interface Form {
  /** Opaque; comes back with what was filled in. */
  readonly about: string
  /** At most 24 characters. */
  readonly title: string
  readonly submit?: string
  readonly fields: readonly FormField[]
}

/** What a dialog is about: its name, the incident, the thing in it and the version that was shown. */
interface About {
  readonly form: string
  readonly incident: string
  readonly thing: string
  readonly version: string
}

const form = /^([a-z]+):(L\d{1,12})(?::([\p{L}\d_.-]{1,40}):(\d{1,6}))?$/u

/** Reads `Form.about`; `undefined` for what no dialog of ours carries. */
export function aboutIn(text: string): About | undefined {
  const [, name, incident, thing = '', version = '0'] = form.exec(text) ?? []
  return name === undefined || incident === undefined
    ? undefined
    : { form: name, incident, thing, version }
}

type Means = Pick<Office, 'templates' | 'profile'>

/** The dialog behind a button that asks; `undefined` where there is nothing to ask any more. */
export function formFor(about: About, incident: Incident, means: Means): Form | undefined {
  const { form: name, thing } = about
  const draft = incident.drafts.find(({ id }) => id === thing)
  const step = incident.steps.find((one) => one.step.id === thing)
  switch (name) {
    case 'text':
      return choose(incident, means)
    case 'own':
      return fill(incident, '', means)
    case 'fill':
      return fill(incident, thing, means)
    case 'level':
      return level(incident)
    case 'exit':
      return exit(incident)
    case 'step':
      return step && stepForm(step, incident)
    default:
      return draft && draftForm(name, draft, incident)
  }
}

/** Fields that were filled in, as the deed they are. */
export function toSent({ form: name, thing, version }: About, values: Sent): Sent {
  const tats: Readonly<Record<string, string>> = {
    level: 'stufe',
    step: 'schritt',
    exit: 'abschliessen',
    phone: 'telefonisch',
    back: 'zurueck',
  }
  const tat = tats[name] ?? 'text'
  const named =
    tat === 'schritt' ? { schritt: thing } : name === 'fill' ? { baustein: thing } : { text: thing }
  // New words of one's own belong to no text that is there.
  const about = name === 'own' || thing === '' ? {} : named
  return { ...values, tat, ...about, fassung: version, gesehen: version }
}

const own = 'eigener'

/** The template somebody chose, or that they write themselves: the next dialog asks for the rest. */
export function nextForm(about: About, values: Sent): About | undefined {
  const chosen = values['baustein']
  if (about.form !== 'text' || chosen === undefined) return undefined
  return chosen === own ? { ...about, form: 'own' } : { ...about, form: 'fill', thing: chosen }
}

function choose({ id, steps }: Incident, { templates }: Means): Form {
  const due = steps.filter(({ status }) => status === 'open').flatMap(({ step }) => step.template)
  const all = templates().all.map((one) => [one.id, `${one.id} · ${one.title}`] as const)
  const first = due.find((one) => all.some(([known]) => known === one)) ?? 'hs-0'
  return {
    about: `text:${id}`,
    title: 'Text vorlegen',
    submit: 'Weiter',
    fields: [
      {
        kind: 'choice',
        name: 'baustein',
        label: 'Baustein',
        options: [...all, [own, 'Eigener Text']],
        value: first,
      },
    ],
  }
}

/** So many gaps are asked for at most; the others stay for the text itself. */
const mostGaps = 8

function fill({ id }: Incident, thing: string, { templates }: Means): Form | undefined {
  if (thing === '') {
    const words = { kind: 'area', name: 'worte', label: 'Text', isNeeded: true } as const
    return { about: `own:${id}`, title: 'Eigener Text', submit: 'Vorlegen', fields: [words] }
  }
  const template = templates().all.find((one) => one.id === thing)
  if (!template) return undefined
  const gaps = gapsIn({ website: template.text }).slice(0, mostGaps)
  return {
    about: `fill:${id}:${thing}:0`,
    title: 'Lücken füllen',
    submit: 'Vorlegen',
    fields: [
      { kind: 'note', text: template.text },
      ...gaps.map((gap, at) => ({
        kind: 'text' as const,
        name: gapField(at),
        label: gap.slice(1, -1),
      })),
    ],
  }
}

const axisNames = {
  W: 'Welle',
  B: 'Berechtigung: unser Fehler?',
  G: 'Gefahr für Menschen',
  F: 'Frist und Recht',
} as const

const marks: readonly (readonly [string, string])[] = [
  ['0', '0 · keine'],
  ['1', '1 · etwas'],
  ['2', '2 · deutlich'],
  ['3', '3 · höchste'],
]

function level({ id, severity }: Incident): Form {
  const chosen = axes.map((axis) => ({
    kind: 'choice' as const,
    name: axis,
    label: axisNames[axis],
    options: marks,
    value: String(severity.axes[axis]),
  }))
  const flag = (name: 'dataExposed' | 'childAffected', label: string) => ({
    kind: 'choice' as const,
    name,
    label,
    options: [['0', 'nein'] as const, ['1', 'ja'] as const],
    value: severity.flags.includes(name) ? '1' : '0',
  })
  return {
    about: `level:${id}:stufe:${severity.version}`,
    title: 'Stufe setzen',
    submit: 'Setzen',
    fields: [
      { kind: 'note', text: 'Der höchste Wert zählt. Senken darf nur, wer führt.' },
      ...chosen,
      flag('dataExposed', 'Personenbezogene Daten sind offen'),
      flag('childAffected', 'Ein Kind ist betroffen'),
      { kind: 'text', name: 'grund', label: 'Grund' },
    ],
  }
}

/** A criterion counts as met where nothing is written beside it. */
function exit(incident: Incident): Form {
  const criteria = exitCriteria(incident).flatMap((one, at) => [
    {
      kind: 'choice' as const,
      name: `met-${at}`,
      label: one,
      options: [['0', 'noch nicht'] as const, ['1', 'erfüllt'] as const],
      value: '0',
    },
    { kind: 'text' as const, name: `grund-${at}`, label: 'Sonst: warum trotzdem schließen?' },
  ])
  return {
    about: `exit:${incident.id}`,
    title: 'Lage abschließen',
    submit: 'Abschließen',
    fields: criteria,
  }
}

function stepForm({ step, version }: StepState, { id }: Incident): Form {
  const done = step.doneWhen
    ? [{ kind: 'note' as const, text: `Fertig, wenn: ${step.doneWhen}` }]
    : []
  return {
    about: `step:${id}:${step.id}:${version}`,
    title: `Schritt ${step.id.toUpperCase()}`,
    submit: 'Vermerken',
    fields: [
      { kind: 'note', text: step.do },
      ...done,
      {
        kind: 'choice',
        name: 'zu',
        label: 'Stand',
        options: [
          ['done', 'erledigt'],
          ['skipped', 'ausgelassen, mit Grund'],
          ['blocked', 'hängt, mit Grund'],
          ['taken', 'übernommen, von wem'],
          ['open', 'wieder offen'],
        ],
        value: 'done',
      },
      { kind: 'text', name: 'grund', label: 'Grund oder wer' },
    ],
  }
}

const channelNames = {
  facebook: 'Facebook',
  website: 'Website',
  press: 'Presse',
  phone: 'Telefonzentrale',
  council: 'Rat',
} as const

function draftForm(name: string, draft: DraftState, incident: Incident): Form | undefined {
  const { id, version, texts, approvers } = draft
  const about = `${name}:${incident.id}:${id}:${version}`
  const title = `Text ${id}, Fassung ${version}`
  switch (name) {
    case 'read':
      return {
        about,
        title,
        fields: Object.entries(texts).map(([channel, text]) => ({
          kind: 'note',
          text: `${channelNames[channel as keyof typeof channelNames]}\n${text}`,
        })),
      }
    case 'edit': {
      const value = texts.facebook ?? texts.website ?? ''
      const words = { kind: 'area', name: 'worte', label: 'Neue Fassung', value } as const
      return { about, title, submit: 'Vorlegen', fields: [{ ...words, isNeeded: true }] }
    }
    case 'phone': {
      const options = approvers.map((role) => [role, roleName(role, incident)] as const)
      const value = approvers[0] ?? ''
      return {
        about,
        title: 'Telefonisch freigegeben',
        submit: 'Eintragen',
        fields: [
          { kind: 'choice', name: 'rolle', label: 'Wer hat freigegeben?', options, value },
          { kind: 'time', name: 'um', label: 'Wann war das Telefonat?', isNeeded: true },
          { kind: 'text', name: 'wer', label: 'Kürzel der Person' },
        ],
      }
    }
    case 'back': {
      const reason = {
        kind: 'text',
        name: 'grund',
        label: 'Was ist zu ändern?',
        isNeeded: true,
      } as const
      return { about, title: 'Text zurückgeben', submit: 'Zurückgeben', fields: [reason] }
    }
    default:
      return undefined
  }
}
